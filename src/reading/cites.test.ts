import { describe, expect, it } from "vitest";
import { reportOf, sentencesOf } from "../../test/invented-reports.ts";
import { read } from "./read.ts";

function cites(text: string, publisher?: string): readonly string[] {
  const report = reportOf(text, publisher === undefined ? {} : { publisher });
  return read(report, sentencesOf(report)).cites;
}

describe("outlets that a report leans on", () => {
  const cases: [text: string, found: string[]][] = [
    ["The plan was first reported by the Gulf Coast Herald.", ["Gulf Coast Herald"]],
    ["The minister told Reuters that the road was open.", ["Reuters"]],
    ["According to a report in The New York Times, talks have begun.", ["The New York Times"]],
    ["Reporters of the Gulf Coast Herald were at the port.", []],
    ["The ship left the port.", []],
  ];
  for (const [text, found] of cases) it(text, () => expect(cites(text)).toEqual(found));

  it("never its own publisher", () => {
    expect(
      cites("The minister told the Gulf Coast Herald that the road was open.", "Gulf Coast Herald"),
    ).toEqual([]);
  });
});
