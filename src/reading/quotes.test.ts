import { describe, expect, it } from "vitest";
import type { Block } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import { quotationsOf } from "./quotes.ts";

/** Blocks parted by blank lines; a sentence ends at a full stop followed by a space. */
function quotations(text: string): string[] {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
    kind: "paragraph",
  }));
  const sentences: Sentence[] = blocks.flatMap((block, b) =>
    [...text.slice(block.start, block.end).matchAll(/\S.*?[.!?]["”]?(?=\s|$)|\S.*$/g)].map((one, index) => ({
      start: block.start + one.index,
      end: block.start + one.index + one[0].length,
      index,
      block: b,
      blockKind: "paragraph" as const,
      tokens: [],
      names: [],
    })),
  );
  return quotationsOf(text, blocks, sentences).map((one) => text.slice(one.start, one.end));
}

describe("quotations", () => {
  const cases: [text: string, found: string[]][] = [
    ['"Stop," he said. "Now."', ['"Stop,"', '"Now."']],
    ["“Stop,” he said.", ["“Stop,”"]],
    ["``Stop,'' he said.", ["``Stop,''"]],
    ["“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]],
    ["He didn't say it's done.", []],
    ["The boats' owners", []],
    ["“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]],
  ];
  for (const [text, found] of cases)
    it(text.replaceAll("\n", "⏎"), () => expect(quotations(text)).toEqual(found));

  it("ends one that never closes with its sentence", () => {
    expect(quotations("“We will go. The ship left on time. Nobody spoke.")).toEqual(["“We will go."]);
  });

  it("ends one that another opens inside of", () => {
    expect(quotations("“We will go. “Then we come,” he said.")).toEqual(["“We will go.", "“Then we come,”"]);
  });
});
