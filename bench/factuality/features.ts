/** What the learner of factuality sees of a predicate: its status by the rules, its own form, and the words it hangs among. */

import { attitudeClasses, withNarrower } from "../../src/language/en/attitudes.ts";
import { hedgeWords } from "../../src/language/en/hedges.ts";
import { modals, stanceAdverbs, unrealMarks } from "../../src/language/en/standing-words.ts";
import type { Token } from "../../src/model/sentence.ts";
import { attitudeOf, standingOf } from "../../src/reading/status.ts";
import { clauseOf, is, kid, kids, parent, type Tree } from "../../src/reading/tree.ts";

const highest = 5;

export function factualityFeatures(tree: Tree, token: Token): string[] {
  const features = [...formFeatures(tree, token), ...statusFeatures(tree, token)];
  features.push(...neighbours(tree, token), ...aboveFeatures(tree, token), ...sentenceFeatures(tree, token));
  return features;
}

function statusFeatures(tree: Tree, token: Token): string[] {
  const {
    stage = "-",
    polarity = "-",
    certainty,
    habitual,
    conditional,
    future,
    under,
  } = standingOf(tree, token);
  const key = `${stage}|${polarity}|${certainty}`;
  return [
    `st:${stage}`,
    `po:${polarity}`,
    `ce:${certainty}`,
    `s:${key}`,
    `su:${key}|${under[0] ?? "-"}`,
    `u0:${under[0] ?? "-"}`,
    `u01:${under.slice(0, 2).join(">")}`,
    `u:${under.join(">")}`,
    `hf:${habitual}|${conditional}|${future}|${polarity}`,
    `sx:${key}|${token.xpos}|${token.deprel}`,
  ];
}

/** The predicate's own words: lemma, tag, auxiliaries, negation, marks, determiners. */
function formFeatures(tree: Tree, token: Token): string[] {
  const lemma = token.lemma.toLowerCase();
  const aux = kids(tree, token, "aux", "cop");
  const helpers = aux.map((one) =>
    modals[one.form.toLowerCase()] === undefined ? one.lemma : one.form.toLowerCase(),
  );
  const chain = `${helpers.join("+")}+${token.xpos}`;
  const features = [
    `l:${lemma}`,
    `lx:${lemma}|${token.xpos}`,
    `x:${token.xpos}`,
    `d:${token.deprel}`,
    `xd:${token.xpos}|${token.deprel}`,
    `c:${chain}`,
    `cd:${chain}|${token.deprel}`,
    `lc:${lemma}|${chain}`,
    `suf:${lemma.slice(-3)}|${token.upos}`,
    `own:${attitudeOf(tree, token)?.name ?? "-"}|${token.xpos}`,
  ];
  for (const one of tree.children[token.i] ?? []) {
    const word = one.lemma.toLowerCase();
    features.push(`k:${one.deprel}`, `kx:${one.deprel}|${token.xpos}`);
    if (is(one, "aux", "cop", "mark", "advmod", "det", "case", "cc", "expl", "discourse", "compound:prt"))
      features.push(`kw:${one.deprel}|${word}`, `kwx:${word}|${token.xpos}|${token.deprel}`);
    if (is(one, "nsubj")) {
      const person = one.upos === "PRON" ? one.form.toLowerCase() : `${one.upos}|${one.xpos}`;
      features.push(
        `n:${person}`,
        `nc:${person}|${chain}`,
        `nd:${kid(tree, one, "det")?.lemma.toLowerCase() ?? "-"}`,
      );
    }
    if (is(one, "obj")) features.push(`o:${one.upos}|${kid(tree, one, "det")?.lemma.toLowerCase() ?? "-"}`);
    if (is(one, "advcl", "xcomp", "ccomp"))
      features.push(`m:${one.deprel}|${kid(tree, one, "mark")?.lemma.toLowerCase() ?? "-"}`);
    if (is(one, "amod")) features.push(`a:${word}`);
    const effect = stanceAdverbs[one.form.toLowerCase()];
    if (effect !== undefined) features.push(`e:${effect}|${one.deprel}`);
  }
  // Two conjuncts share what the first has.
  if (is(token, "conj")) {
    const lead = parent(tree, token);
    if (lead !== undefined)
      for (const one of kids(tree, lead, "aux", "mark", "cop", "advmod"))
        features.push(`jw:${one.lemma.toLowerCase()}|${token.xpos}`);
  }
  return features;
}

/** The words beside it, whatever the tree. */
function neighbours(tree: Tree, { i, xpos }: Token): string[] {
  const { tokens } = tree.sentence;
  const at = (k: number) => tokens[i + k]?.form.toLowerCase() ?? "-";
  return [
    `b1:${at(-1)}`,
    `b2:${at(-2)}|${at(-1)}`,
    `b3:${at(-3)}|${at(-2)}|${at(-1)}`,
    `a1:${at(1)}`,
    `a2:${at(1)}|${at(2)}`,
    `bx:${tokens[i - 1]?.xpos ?? "-"}|${xpos}|${tokens[i + 1]?.xpos ?? "-"}`,
  ];
}

/** The words above it, nearest first, with their own negation and modals. */
function aboveFeatures(tree: Tree, token: Token): string[] {
  const features: string[] = [];
  let at = token;
  let path = token.deprel;
  for (let step = 0; step < highest; step++) {
    const above = parent(tree, at);
    if (above === undefined || is(at, "root")) break;
    const lemma = above.lemma.toLowerCase();
    const name = attitudeOf(tree, above, kid(tree, at, "case", "mark")?.form.toLowerCase())?.name ?? "-";
    const helpers = kids(tree, above, "aux", "advmod", "cop")
      .filter((one) => one.xpos === "MD" || stanceAdverbs[one.form.toLowerCase()] !== undefined)
      .map((one) => one.lemma.toLowerCase());
    features.push(`g${step}:${name}|${path}`, `gx${step}:${above.xpos}|${path}`);
    if (step < 2) {
      features.push(`gl${step}:${lemma}`, `gld${step}:${lemma}|${path}|${token.xpos}`);
      const subject = kid(tree, above, "nsubj");
      features.push(
        `gs${step}:${subject?.upos === "PRON" ? subject.form.toLowerCase() : (subject?.upos ?? "-")}|${name}`,
      );
    }
    for (const one of helpers) features.push(`gh${step}:${one}|${name}`, `gh:${one}`);
    for (const one of kids(tree, above, "mark"))
      if (above !== token && unrealMarks[one.form.toLowerCase()] !== undefined)
        features.push(`gm:${one.form.toLowerCase()}`, `gm${step}:${one.form.toLowerCase()}`);
    at = above;
    path = `${at.deprel.split(":")[0]}<${path}`.slice(0, 40);
  }
  features.push(`path:${path}`);
  return features;
}

const attitudeWords = new Set(
  attitudeClasses
    .flatMap(withNarrower)
    .flatMap((one) => [one.verbs, one.nouns, one.adjectives].flatMap((row) => (row ?? "").split(" "))),
);

function sentenceFeatures(tree: Tree, token: Token): string[] {
  const { tokens, blockKind } = tree.sentence;
  const end = tokens.at(-1)?.form ?? "";
  const question = tokens.slice(-3).some((one) => one.form === "?");
  const clause = clauseOf(tree, token);
  const features = [
    `q:${question}|${token.deprel}`,
    `qx:${question}|${token.xpos}`,
    `end:${/^[.?!…:]$/.test(end) ? end : "-"}`,
    `first:${tokens[0]?.form.toLowerCase() ?? ""}`,
    `firstx:${tokens[0]?.xpos ?? ""}|${token.deprel}`,
    `len:${Math.min(6, Math.floor(Math.log2(tokens.length + 1)))}`,
    `bk:${blockKind}`,
    `cl:${clause.deprel}|${clause.xpos}|${token.upos}`,
    `i:${Math.min(3, token.i)}|${token.xpos}|${token.deprel}`,
    `bare:${token.xpos === "VB" && kid(tree, token, "nsubj", "aux", "mark") === undefined}`,
    `quoted:${tokens.slice(0, token.i).filter((one) => /["“”]|``|''/.test(one.form)).length % 2}`,
  ];
  for (const one of tokens) {
    const word = one.form.toLowerCase();
    if (hedgeWords.has(word)) features.push(`h:${word}`);
    if (modals[word] !== undefined && one.i < token.i)
      features.push(`md:${word}|${Math.min(3, token.i - one.i)}`);
    if (stanceAdverbs[word] === "denied" && one.i < token.i)
      features.push(`no:${Math.min(5, token.i - one.i)}`);
    if (one.i < token.i && token.i - one.i <= 4 && attitudeWords.has(one.lemma.toLowerCase()))
      features.push(`near:${one.lemma.toLowerCase()}`);
  }
  return features;
}
