import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";
import { readDisclosures } from "./disclosures.ts";

describe("disclosures", () => {
  const told: [text: string, who: string, outlet: string, described: string][] = [
    [
      "Anna Lindqvist, 52, was the source described in the Harbour Post on 16 September as a former official of the bureau.",
      "Anna Lindqvist",
      "Harbour Post",
      "a former official of the bureau",
    ],
    ["Anna Lindqvist said that she was the source.", "Anna Lindqvist", "", ""],
    ["Anna Lindqvist identified herself as the whistleblower on Monday.", "Anna Lindqvist", "", ""],
  ];
  it.each(told)("%s", (text, who, outlet, described) => {
    const [found] = readDisclosures(contextOfText(text));
    expect([found?.actor.name, found?.outlet ?? "", found?.described ?? ""]).toEqual([
      who,
      outlet,
      described,
    ]);
  });

  it.each([
    "Anna Lindqvist denied that she was the source.",
    "Anna Lindqvist may be the source.",
    "Anna Lindqvist was a source of pride.",
    "The river was the source of the trouble.",
    "Anna Lindqvist asked who the source was.",
  ])("none: %s", (text) => expect(readDisclosures(contextOfText(text))).toEqual([]));
});
