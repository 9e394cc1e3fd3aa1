import { describe, expect, it } from "vitest";
import { bylinesOf } from "./bylines.ts";
import { agencyNamed, closingCredit, datelineCredit } from "./credit.ts";

describe("bylines", () => {
  const cases: [printed: string[], names: string[]][] = [
    [["By Ana Ruiz and Ben Okoro"], ["Ana Ruiz", "Ben Okoro"]],
    [["Ana Ruiz, Ben Okoro and Chi Tran"], ["Ana Ruiz", "Ben Okoro", "Chi Tran"]],
    [["By: Ana Ruiz, Political Correspondent"], ["Ana Ruiz"]],
    [["Ana Ruiz, San Lucas"], ["Ana Ruiz", "San Lucas"]],
    [["Ana Ruiz, Lima"], ["Ana Ruiz"]],
    [["Von Ana Ruiz und Ben Okoro"], ["Ana Ruiz", "Ben Okoro"]],
    [["Ana Ruiz (ana@herald.example)"], ["Ana Ruiz"]],
    [["ANA RUIZ", "Ana Ruiz"], ["ANA RUIZ"]],
    [["Reuters"], ["Reuters"]],
    [["https://herald.example/ana"], []],
    [["12 March 2031", "05:00 Uhr", "-", ""], []],
  ];
  it.each(cases)("%j are %j", (printed, names) => expect(bylinesOf(printed)).toEqual(names));
});

describe("credits", () => {
  it.each([
    ["SAN LUCAS, March 3 (Meridian Press) — The navy stopped four boats.", "Meridian Press"],
    ["NEW YORK (AP) — The navy stopped four boats.", "Associated Press"],
    ["Mexico City, March 3 (EFE).- The navy stopped four boats.", "EFE"],
    ["WASHINGTON, March 4 (Reuters) - Former officials said", "Reuters"],
    ["The minister (of Defence) - who left", undefined],
    ["The navy stopped four boats (all of them empty) - again", undefined],
  ])("%s", (text, credit) => expect(datelineCredit(text)).toBe(credit));

  it.each([
    ["— Meridian Press", "Meridian Press"],
    ["Source: AFP", "Agence France-Presse"],
    ["(Reuters)", "Reuters"],
    ["Copyright 2031 The Associated Press. All rights reserved.", "Associated Press"],
    ["Agency", undefined],
    ["The press said so.", undefined],
    ["— Ana Ruiz", undefined],
  ])("%s closes with %s", (text, credit) => expect(closingCredit(text)).toBe(credit));

  it("know an agency's short form only in its own case", () => {
    expect(agencyNamed("AP")).toBe("Associated Press");
    expect(agencyNamed("ap")).toBeUndefined();
    expect(agencyNamed("the associated press")).toBe("Associated Press");
  });
});
