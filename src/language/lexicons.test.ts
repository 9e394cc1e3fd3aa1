import { describe, expect, it } from "vitest";
import { LEXICON_CLASSES, lexiconClasses, lexiconReader, nameHash } from "./lexicons.ts";

type Class = (typeof lexiconClasses)[number];

function readerOf(names: Readonly<Record<string, Class>>) {
  const table = new Map(
    Object.entries(names).map(([name, kind]) => [
      nameHash(name.split(" ")),
      1 << lexiconClasses.indexOf(kind),
    ]),
  );
  const keys = Uint32Array.from(table.keys()).sort();
  return lexiconReader({ keys, classes: Uint16Array.from(keys, (key) => table.get(key)!) });
}

/** What the reader says of each word, "+" before a class that a word carries on. */
function classesOf(sentence: string): string[] {
  const forms = sentence.split(" ");
  const out = new Int32Array(forms.length);
  read(forms, 0, forms.length, out, 0);
  return [...out].map((bits) =>
    [...lexiconClasses.keys(), ...lexiconClasses.keys()]
      .map((k, i) => ({ k, bit: i }))
      .filter(({ bit }) => (bits & (1 << bit)) !== 0)
      .map(({ k, bit }) => `${bit < LEXICON_CLASSES ? "" : "+"}${lexiconClasses[k]}`)
      .join(", "),
  );
}

const read = readerOf({
  "north korea": "country",
  korea: "country",
  "gaza strip": "country",
  "palo alto": "city",
  laura: "first name",
  "department of state": "organisation",
  são: "town",
});

describe("lexiconReader", () => {
  it.each([
    ["in North Korea today", ["", "country", "country, +country", ""]],
    ["the Department of State said", ["", "organisation", "+organisation", "+organisation", ""]],
    ["Laura left Palo Alto", ["first name", "", "city", "+city"]],
    ["NORTH KOREA", ["country", "country, +country"]],
    ["São Paulo", ["town", ""]],
  ])("finds names, the longest and those within: %s", (sentence, wanted) => {
    expect(classesOf(sentence)).toEqual(wanted);
  });

  it.each([["laura left"], ["in north korea"], ["Gaza and Strip"], ["Department of"]])(
    "finds none without a capital, across other words, or in part: %s",
    (sentence) => {
      expect(classesOf(sentence).every((one) => one === "")).toBe(true);
    },
  );

  it("reads only the words asked for, and writes where it is told", () => {
    const out = new Int32Array(4).fill(-1);
    read(["Laura", "Palo", "Alto", "Laura"], 1, 3, out, 1);
    expect([...out]).toEqual([-1, 2, 2 << LEXICON_CLASSES, -1]);
  });
});
