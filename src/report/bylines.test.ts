import { describe, expect, it } from "vitest";
import { bylinesOf, isNameLine, labelledByline } from "./bylines.ts";
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
    [["12 March 2031", "March 2", "05:00 Uhr", "-", ""], []],
    [["Ana Ruiz/Ben Okoro"], ["Ana Ruiz", "Ben Okoro"]],
    [["sru/hob"], ["sru/hob"]],
    [["作者：王小明、李大海"], ["王小明", "李大海"]],
    [["Text: Ana Ruiz"], ["Ana Ruiz"]],
    [["Penulis: Ana Ruiz dan Ben Okoro"], ["Ana Ruiz", "Ben Okoro"]],
    [["Ana Ruiz, in World, Politics · 3 Comments"], ["Ana Ruiz"]],
    [["Ana Ruiz News reporter @anaruiz"], ["Ana Ruiz"]],
    [["Ana Ruiz senior political correspondent"], ["Ana Ruiz"]],
    [["Ana B. Ruiz"], ["Ana B. Ruiz"]],
    [["Ana Ruiz. Lagoon Today"], ["Ana Ruiz", "Lagoon Today"]],
    [["Dr. Ana de la Ruiz"], ["Dr. Ana de la Ruiz"]],
    [["admin"], []],
  ];
  it.each(cases)("%j are %j", (printed, names) => expect(bylinesOf(printed)).toEqual(names));
});

describe("a line", () => {
  it.each([
    ["By Ana Ruiz", { names: "Ana Ruiz", isEditor: false, hasColon: false }],
    ["Von: Ana Ruiz, Ben Okoro", { names: "Ana Ruiz, Ben Okoro", isEditor: false, hasColon: true }],
    ["(责编：王小明、李大海)", { names: "王小明、李大海", isEditor: true, hasColon: true }],
    ["By the harbour it was quiet", undefined],
    ["Text of the agreement", undefined],
    ["Bylaws of the Port", undefined],
  ])("%j has a label and names, or not", (line, found) => expect(labelledByline(line)).toEqual(found));

  it.each([
    ["Ana Ruiz", true],
    ["Ana de la Ruiz/Ben Okoro", true],
    ["ANA RUIZ and BEN OKORO", true],
    ["Lê Thị Hoa", true],
    ["Ruiz", false],
    ["What the owners say", false],
    ["Political Editor", false],
    ["Boats Leave.", false],
    ["San Lucas 2031", false],
  ])("%j is of names alone: %s", (line, is) => expect(isNameLine(line)).toBe(is));
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
    expect(agencyNamed("Associated Press in San Lucas")).toBe("Associated Press");
    expect(agencyNamed("the associated press")).toBe("Associated Press");
  });
});
