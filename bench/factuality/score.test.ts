import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../src/language/language.ts";
import { treeOf } from "../../src/reading/tree.ts";
import { networkBytes, networkFrom, type Scheme, schemes, scoreOf, steps } from "./score.ts";
import { scorer } from "./scorer.ts";

const language = (await loadLanguage("en"))!;
const score = scorer();

function scoreIn(text: string, word: string, scheme: Scheme = "uw"): number {
  const sentence = language.parse(text, [{ start: 0, end: text.length, kind: "paragraph" }])[0]!;
  const tree = treeOf(sentence);
  return score(tree, [tree.sentence.tokens.find((one) => one.form === word)!], scheme)[0]!;
}

describe("the learned score", () => {
  it.each(schemes)("puts what happened before what may or did not (%s)", (scheme) => {
    const happened = scoreIn("The army attacked the camp on Monday.", "attacked", scheme);
    const may = scoreIn("The army may attack the camp.", "attack", scheme);
    const not = scoreIn("The army did not attack the camp.", "attack", scheme);
    expect(happened).toBeGreaterThan(2);
    expect(may).toBeLessThan(happened);
    expect(not).toBeLessThan(happened - 2);
  });

  it("stays within the scale", () => {
    const sure = new Float32Array(steps.length);
    sure[steps.length - 1] = 1;
    expect(scoreOf(sure, 0)).toBe(3);
    expect(scoreOf(sure, 1)).toBe(3);
  });
});

describe("networkBytes", () => {
  it("gives the network back, its table within a step of a byte", () => {
    const row = (count: number) =>
      Float32Array.from({ length: count }, (_, i) => Math.fround(i / count - 0.5));
    const heads = schemes.map(() => ({ weights: row(steps.length * 3), bias: row(steps.length) }));
    const network = { size: 4, width: 3, embedding: row(12), heads };
    const back = networkFrom(networkBytes(network));
    expect([back.size, back.width]).toEqual([4, 3]);
    expect(back.heads).toEqual(network.heads);
    for (const [i, one] of network.embedding.entries()) expect(back.embedding[i]).toBeCloseTo(one, 2);
  });
});
