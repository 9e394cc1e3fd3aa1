import { expect, it } from "vitest";
import { contentOf, wordsOf } from "./words.ts";

const sentences = Array.from(
  { length: 6 },
  (_, i) => `Crew ${i} of the harbour's pilot-boat left Ostrava Quay at dawn, its owner said.`,
);

it("gives the words of each text, in whatever order texts come and come again", () => {
  const first = sentences.map((text) => wordsOf(text).join(" "));
  expect(first[3]).toBe("crew 3 of the harbour pilot boat left ostrava quay at dawn its owner said");
  for (const at of [5, 0, 5, 1, 2, 3, 4, 0, 0]) expect(wordsOf(sentences[at]!).join(" ")).toBe(first[at]);
});

it("gives content words that are the caller's own", () => {
  const [text] = sentences;
  const before = [...contentOf(text!)];
  contentOf(text!).clear();
  expect([...contentOf(text!)]).toEqual(before);
  expect(before.length).toBeGreaterThan(4);
});
