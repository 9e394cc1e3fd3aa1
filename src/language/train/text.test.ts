import { describe, expect, it } from "vitest";
import { sentenceStarts } from "../split.ts";
import { tokenizer } from "../tokenize.ts";
import type { GoldSentence } from "./corpus.ts";
import { randomFrom } from "./random.ts";
import { learnCapitals, learnExceptions, learnSplitter } from "./text.ts";

let made = 0;
/** A gold sentence from its tokens: " " stands between words, "_" where two are written together. */
function gold(document: string, marked: string): GoldSentence {
  const form = marked.split(/[ _]/);
  const text = marked.replaceAll("_", "");
  const start: number[] = [];
  let at = 0;
  for (const word of form) {
    at = text.indexOf(word, at);
    start.push(at);
    at += word.length;
  }
  const xpos = form.map((word) => (word === "." ? "." : /^[A-Z]/.test(word) ? "NNP" : "NN"));
  const same = form.map(() => "_");
  const head = form.map(() => -1);
  return {
    id: `${document}-${++made}`,
    text,
    form,
    lemma: form,
    upos: same,
    xpos,
    head,
    deprel: same,
    start,
  };
}

describe("learnExceptions", () => {
  it("keeps what the rules get wrong, seen twice and mostly so", () => {
    const train = [
      gold("a", "the AK-47 and the al-Nusra"),
      gold("a", "an AK-47 of a well_-_known kind"),
      gold("a", "odd-ball once"),
    ];
    expect(learnExceptions(train)).toEqual([["ak-47", []]]);
  });

  it("leaves alone what the word after decides", () => {
    expect(learnExceptions([gold("a", "No_."), gold("a", "No_."), gold("a", "it_s a")])).toEqual([]);
  });
});

describe("learnSplitter", () => {
  const names = "Ann Bob Cem Dan Eve Fay Gus Hal Ian Jon".split(" ");
  const verbs = "left stayed spoke slept waited".split(" ");
  const train = names.flatMap((name, i) =>
    verbs.map((verb, k) => gold(`d${i}`, `${name} ${verb} with Gen. ${names[(i + k) % 10]}_.`)),
  );
  const learn = (seed: number) => learnSplitter(train, [], randomFrom(seed));

  it("learns where sentences end", () => {
    const text = "Zoe left with Gen. Max. Lea spoke with Gen. Tom.";
    const tokens = tokenizer(new Map())(text, 0, text.length);
    const first = sentenceStarts(text, tokens, learn(1));
    expect(first.map((from) => text.slice(tokens.starts[from], tokens.ends[from]))).toEqual(["Zoe", "Lea"]);
  });

  it("gives the same table for the same seed", () => {
    expect(learn(1).weights).toEqual(learn(1).weights);
  });
});

describe("learnCapitals", () => {
  it("takes the usual form inside of sentences, and names that are written small nowhere", () => {
    const train = [
      gold("a", "The army of Mexico and NATO left"),
      gold("a", "Mexico and the baker of Mexico stayed"),
      gold("a", "ALL OF IT IN CAPITALS"),
    ];
    expect(learnCapitals(train, ["Baker", "Ricardo"])).toEqual([
      ["i", "I"],
      ["mexico", "Mexico"],
      ["nato", "NATO"],
      ["ricardo", "Ricardo"],
    ]);
  });
});
