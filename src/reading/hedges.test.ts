import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";

function hedges(text: string): string[] {
  return contextOfText(text).hedges.map((one) => text.slice(one.start, one.end));
}

describe("hedges", () => {
  const cases: [text: string, found: string[]][] = [
    ["The army is reportedly moving.", ["reportedly"]],
    ["It may strike again.", ["may"]],
    ["About 64 people died.", ["About"]],
    ["They spoke about the plan.", []],
    ["The ship left in May.", []],
    ["It has not ruled out strikes.", ["has not ruled out"]],
    ["He is widely believed to be dead.", ["is widely believed to"]],
    ["Suspected smugglers were held.", ["Suspected"]],
    ["At least 12 were hurt.", ["At least"]],
    ["The ship left the port.", []],
  ];
  for (const [text, found] of cases) it(text, () => expect(hedges(text)).toEqual(found));
});
