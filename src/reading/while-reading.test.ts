import { expect, it } from "vitest";
import type { Report } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import { contextFor } from "./read.ts";
import { treeOf } from "./tree.ts";
import { beginReport, WhileReading } from "./while-reading.ts";

it("remembers until another report is begun", () => {
  const known = new WhileReading<object, string>();
  const [one, other] = [{}, {}];
  known.set(one, "one");
  expect(known.get(one)).toBe("one");
  expect(known.get(other)).toBeUndefined();
  beginReport();
  expect(known.get(one)).toBeUndefined();
});

it("builds the tree of a sentence once while its report is read, and the same one again afterwards", () => {
  const token = { i: 0, start: 0, end: 4, form: "Rain", lemma: "rain", upos: "NOUN", xpos: "NN", feats: "" };
  const sentence: Sentence = {
    start: 0,
    end: 4,
    index: 0,
    block: 0,
    blockKind: "paragraph",
    tokens: [{ ...token, head: -1, deprel: "root" }],
    names: [],
  };
  const first = treeOf(sentence);
  expect(treeOf(sentence)).toBe(first);
  const report = {
    id: "r",
    text: "Rain",
    blocks: [{ kind: "paragraph", start: 0, end: 4 }],
  } as unknown as Report;
  contextFor(report, []);
  const again = treeOf(sentence);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
