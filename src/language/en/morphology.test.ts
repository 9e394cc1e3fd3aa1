import { describe, expect, it } from "vitest";
import { featuresOf } from "./morphology.ts";

describe("featuresOf", () => {
  it.each([
    // nouns and names
    ["attack", "NN", "Number=Sing"],
    ["attacks", "NNS", "Number=Plur"],
    ["1990s", "NNS", "Number=Ptan|NumForm=Combi|NumType=Card"],
    ["Mexico", "NNP", "Number=Sing"],
    ["U.S.", "NNP", "Abbr=Yes|Number=Sing"],
    ["Gen.", "NNP", "Abbr=Yes|Number=Sing"],
    ["FBI", "NNP", "Abbr=Yes|Number=Sing"],
    ["Philippines", "NNPS", "Number=Plur"],
    // indefinite, total and negative pronouns
    ["somebody", "NN", "Number=Sing|PronType=Ind"],
    ["Everyone", "NN", "Number=Sing|PronType=Tot"],
    ["nothing", "NN", "Number=Sing|PronType=Neg"],
    // personal, possessive, reflexive
    ["I", "PRP", "Case=Nom|Number=Sing|Person=1|PronType=Prs"],
    ["him", "PRP", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"],
    ["They", "PRP", "Case=Nom|Number=Plur|Person=3|PronType=Prs"],
    ["her", "PRP", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"],
    ["her", "PRP$", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"],
    ["its", "PRP$", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"],
    ["theirs", "PRP", "Number=Plur|Person=3|Poss=Yes|PronType=Prs"],
    ["themselves", "PRP", "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes"],
    ["ourselves", "PRP", "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes"],
    // determiners
    ["The", "DT", "Definite=Def|PronType=Art"],
    ["an", "DT", "Definite=Ind|PronType=Art"],
    ["those", "DT", "Number=Plur|PronType=Dem"],
    ["no", "DT", "PronType=Neg"],
    ["both", "DT", "PronType=Tot"],
    ["another", "DT", "PronType=Ind"],
    ["all", "PDT", "PronType=Tot"],
    ["half", "PDT", "NumForm=Word|NumType=Frac|PronType=Ind"],
    // relatives and questions
    ["who", "WP", "PronType=Rel"],
    ["what", "WP", "PronType=Int"],
    ["which", "WDT", "PronType=Rel"],
    ["whose", "WP$", "Poss=Yes|PronType=Rel"],
    ["when", "WRB", "PronType=Int"],
    ["there", "EX", "PronType=Dem"],
    // numbers
    ["12", "CD", "NumForm=Digit|NumType=Card"],
    ["1,250", "CD", "NumForm=Digit|NumType=Card"],
    ["twelve", "CD", "NumForm=Word|NumType=Card"],
    ["VII", "CD", "NumForm=Roman|NumType=Card"],
    ["third", "JJ", "Degree=Pos|NumForm=Word|NumType=Ord"],
    ["twenty-first", "JJ", "Degree=Pos|NumForm=Word|NumType=Ord"],
    ["21st", "JJ", "Degree=Pos|NumForm=Combi|NumType=Ord"],
    ["first", "RB", "Degree=Pos|NumForm=Word|NumType=Ord"],
    ["twice", "RB", "NumType=Mult"],
    // adjectives and adverbs
    ["deadly", "JJ", "Degree=Pos"],
    ["deadlier", "JJR", "Degree=Cmp"],
    ["deadliest", "JJS", "Degree=Sup"],
    ["sooner", "RBR", "Degree=Cmp"],
    ["soon", "RB", ""],
    ["here", "RB", "PronType=Dem"],
    ["not", "RB", "Polarity=Neg"],
    ["n’t", "RB", "Polarity=Neg"],
    // verbs
    ["strike", "VB", "VerbForm=Inf"],
    ["strikes", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"],
    ["strike", "VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"],
    ["struck", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"],
    ["struck", "VBN", "Tense=Past|VerbForm=Part"],
    ["striking", "VBG", "Tense=Pres|VerbForm=Part"],
    ["was", "VBD", "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"],
    ["'m", "VBP", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"],
    ["may", "MD", "VerbForm=Fin"],
    // words of other languages, and what has no features
    ["coup", "FW", "Foreign=Yes"],
    ["of", "IN", ""],
    ["to", "TO", ""],
    [",", ",", ""],
    ["x".repeat(1_000_000), "NN", "Number=Sing"],
  ])("%.30s as %s: %s", (form, tag, features) => {
    expect(featuresOf(form, tag, false)).toBe(features);
  });

  it("marks a passive participle only", () => {
    expect(featuresOf("struck", "VBN", true)).toBe("Tense=Past|VerbForm=Part|Voice=Pass");
    expect(featuresOf("struck", "VBD", true)).toBe("Mood=Ind|Tense=Past|VerbForm=Fin");
  });

  it("goes by universal tag and relation where they are given", () => {
    expect(featuresOf("Democratic", "NNP", false, "ADJ", "amod")).toBe("Degree=Pos");
    expect(featuresOf("which", "WDT", false, "DET", "det")).toBe("PronType=Int");
    expect(featuresOf("operating", "VBG", false, "VERB", "acl")).toBe("VerbForm=Ger");
    expect(featuresOf("operating", "VBG", false, "VERB", "root")).toBe("Tense=Pres|VerbForm=Part");
  });
});
