import { describe, expect, it } from "vitest";
import { lemmatizer } from "./lemma.ts";
import { inflectedForms } from "./train/inflection.ts";
import { learnLemmas } from "./train/lemmas.ts";

const cases = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(">") as [string, string]);

describe("irregular forms", () => {
  const lemmaOf = lemmatizer({ words: new Map(), endings: new Map() });

  it.each(["VBD/VERB", "VBN/VERB"])("%s", (tag) => {
    const wrong = cases(
      `fled>flee struck>strike shot>shoot sunk>sink sank>sink fought>fight withdrew>withdraw withdrawn>withdraw
       withheld>withhold overthrown>overthrow overthrew>overthrow rebuilt>rebuild retaken>retake oversaw>oversee
       upheld>uphold fell>fall rose>rise risen>rise hit>hit met>meet told>tell said>say held>hold led>lead won>win
       lost>lose stolen>steal hung>hang bound>bind broke>break broken>break burst>burst spread>spread split>split
       shut>shut cut>cut sent>send spent>spend went>go gone>go did>do had>have was>be were>be been>be used>use
       barred>bar added>add trafficked>traffic panicked>panic died>die tied>tie freed>free put>put set>set`,
    ).filter(([form, lemma]) => lemmaOf(form, tag) !== lemma);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["men", "NNS/NOUN", "man"],
    ["gunmen", "NNS/NOUN", "gunman"],
    ["children", "NNS/NOUN", "child"],
    ["lives", "NNS/NOUN", "life"],
    ["crises", "NNS/NOUN", "crisis"],
    ["headquarters", "NNS/NOUN", "headquarters"],
    ["movies", "NNS/NOUN", "movie"],
    ["worse", "JJR/ADJ", "bad"],
    ["best", "JJS/ADJ", "good"],
    ["dying", "VBG/VERB", "die"],
    ["LYING", "VBG/VERB", "lie"],
    ["isn", "NN/NOUN", "isn"],
    // the noun and the adjective are words of their own
    ["shot", "NN/NOUN", "shot"],
    ["left", "JJ/ADJ", "left"],
    ["found", "VB/VERB", "found"],
    // numbers, accounts, demonyms
    ["1,250,000", "CD/NUM", "1250000"],
    ["3,40", "CD/NUM", "3,40"],
    ["#FreeThem", "NN/NOUN", "#FreeThem"],
    ["@Some_Name", "NN/NOUN", "@Some_Name"],
    ["Argentinian", "JJ/ADJ", "Argentinian"],
    ["Civilian", "JJ/ADJ", "civilian"],
    ["Humanitarian", "JJ/ADJ", "humanitarian"],
  ])("%s as %s is of %s", (form, tag, lemma) => {
    expect(lemmaOf(form, tag)).toBe(lemma);
  });
});

describe("inflectedForms", () => {
  it("takes the commonest base form that the spelling allows", () => {
    const vocabulary =
      "not note noted star stare stared fin fine fined plan planned plane planed kill kil killed postpone postponed " +
      "deny denied die died hundred movie movies city cities church churches visit visited agree agreed panic panicked";
    const found = inflectedForms(vocabulary.split(" ")).filter(({ tag }) => /^VBD|^NNS/.test(tag));
    expect(found.map(({ form, lemma }) => `${form}>${lemma}`)).toEqual(
      (
        "noted>note stared>stare fined>fine planned>plan planed>plane killed>kill postponed>postpone denied>deny " +
        "died>die movies>movie cities>city churches>church visited>visit agreed>agree panicked>panic"
      ).split(" "),
    );
  });
});

describe("learnLemmas", () => {
  const examples = [
    ..."talked>talk walked>walk asked>ask noted>note voted>vote devoted>devote".split(" "),
    ..."stopped>stop".split(" "),
  ].map((pair) => {
    const [form, lemma] = pair.split(">");
    return { form: form!, tag: "VBD/VERB", lemma: lemma! };
  });

  it("goes by the longest known ending, past and participle alike", () => {
    const lemmaOf = lemmatizer(learnLemmas(examples));
    expect(lemmaOf("promoted", "VBN/VERB")).toBe("promote");
    expect(lemmaOf("Looked", "VBD/VERB")).toBe("look");
    expect(lemmaOf("stopped", "VBN/VERB")).toBe("stop");
  });

  it("learns from a vocabulary what the examples lack", () => {
    const vocabulary = "close closed seize seized raise raised seizing closing halt halted".split(" ");
    const lemmaOf = lemmatizer(learnLemmas(examples, vocabulary));
    expect(lemmaOf("seized", "VBN/VERB")).toBe("seize");
    expect(lemmaOf("halted", "VBD/VERB")).toBe("halt");
  });

  it("writes no common noun with a capital because a title had it", () => {
    const noun = (form: string, lemma: string) => ({ form, tag: "NN/NOUN", lemma });
    const lemmaOf = lemmatizer(
      learnLemmas([noun("Council", "Council"), noun("Council", "Council"), noun("council", "council")]),
    );
    expect(lemmaOf("council", "NN/NOUN")).toBe("council");
  });
});
