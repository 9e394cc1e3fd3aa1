import { describe, expect, it } from "vitest";
import type { Sentence } from "../model/sentence.ts";
import { conllu } from "./conllu.ts";
import { tree } from "./tree.ts";

const text = "She met\tObama.";
const rows: [string, number, number, string, string, number, string][] = [
  ["She", 0, 3, "PRON", "PRP", 1, "nsubj"],
  ["met", 4, 7, "VERB", "VBD", -1, "root"],
  ["Obama", 8, 13, "PROPN", "NNP", 1, "obj"],
  [".", 13, 14, "PUNCT", ".", 1, "punct"],
];
const sentence: Sentence = {
  index: 0,
  block: 0,
  blockKind: "paragraph",
  start: 0,
  end: 14,
  tokens: rows.map(([form, start, end, upos, xpos, head, deprel], i) => ({
    i,
    form,
    start,
    end,
    upos,
    xpos,
    head,
    deprel,
    lemma: form === "met" ? "meet" : form,
    feats: "",
  })),
  names: [{ first: 2, last: 2, start: 8, end: 13, type: "PER" }],
};

describe("conllu", () => {
  it("prints ten columns a token, heads from 1, no tab of the text's own", () => {
    expect(conllu([sentence], text)).toBe(
      [
        "# sent_id = 1",
        "# block = 0 paragraph",
        "# text = She met Obama.",
        "1\tShe\tShe\tPRON\tPRP\t_\t2\tnsubj\t_\tstart_char=0|end_char=3",
        "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tstart_char=4|end_char=7",
        "3\tObama\tObama\tPROPN\tNNP\t_\t2\tobj\t_\tName=B-PER|SpaceAfter=No|start_char=8|end_char=13",
        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tstart_char=13|end_char=14",
        "",
        "",
      ].join("\n"),
    );
  });
});

describe("tree", () => {
  it("draws each word below its head", () => {
    expect(tree(sentence)).toBe(
      ["met  root VBD", "├─ She  nsubj PRP", "├─ Obama  obj NNP [PER]", "└─ .  punct .", ""].join("\n"),
    );
  });
});
