/** What the words right before or behind a count say befell those counted, and participles on its noun. */
import { fateWords } from "../../language/en/casualties.ts";
import { measureAdjectives, measureVerbs } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import type { Counted } from "../count/counted.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { fateBeside, isFatal, killsOthers } from "./beside.ts";
import { emptyVerbs, intransitive, measuring } from "./by-verb.ts";
import type { Measured } from "./measured.ts";
import { isToll } from "./measured.ts";
import { participle } from "./participles.ts";

/** "4 injured", "two men shot", "one fatally": what stands right behind a count of people. */
export function fromBeside(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  if (none || quantity.unit !== undefined) return undefined;
  const { tokens } = tree.sentence;
  const itself = noun.i >= quantity.first && noun.i <= quantity.last;
  const number = tokens[quantity.first]!.upos === "NUM" || !itself;
  // "Flight 17 was shot down": the number names what stands before it.
  if (number && /^(NOUN|PROPN)$/.test(tokens[quantity.first - 1]?.upos ?? "")) return undefined;
  // "4 injured", "… killed, 3 wounded", where the tree hung the number on the participle or on a verb before it.
  const alone = fateWords[noun.form.toLowerCase()] !== undefined || noun.i < quantity.first;
  // "one shot hit the wall": the shot did
  const verb = tokens[noun.head];
  if (
    alone &&
    noun.xpos === "NN" &&
    is(noun, "nsubj") &&
    verb?.i === noun.i + 1 &&
    /^VB[DZ]$/.test(verb.xpos)
  )
    return undefined;
  const person = isPersonNoun(noun) || noun.form.toLowerCase() === "old";
  if (!itself && !alone && !person) return undefined;
  const found = besideNumber(tree, itself || alone ? quantity.last : noun.i);
  return found !== undefined && diesLater(tree, noun) ? { ...found, measure: "killed" } : found;
}

/** "Boy shot while hunting dies": the worse fate is what befell him. */
function diesLater(tree: Tree, noun: Token): boolean {
  const verb = parent(tree, noun);
  if (verb !== undefined && is(noun, "nsubj") && /^(die|succumb|perish)$/.test(verb.lemma)) return true;
  const { tokens, blockKind } = tree.sentence;
  return (
    blockKind === "headline" &&
    noun.i < 4 &&
    tokens
      .slice(noun.i + 1)
      .some((one) => /^(dies|died)$/i.test(one.form) && kid(tree, one, "nsubj") === undefined)
  );
}

/** "killed one person and injured five": the verb right before a count of people. */
export function fromBefore(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  const { tokens } = tree.sentence;
  const itself = noun.i >= quantity.first && noun.i <= quantity.last;
  if (none || quantity.unit !== undefined || !(itself || isPersonNoun(noun))) return undefined;
  const start = tokens.findIndex((one) => one.start >= quantity.span.start);
  const verb = tokens[start - 1];
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  const lead = parent(tree, verb);
  const active =
    lead !== undefined && is(verb, "conj") && kid(tree, lead, "aux:pass", "nsubj:pass") === undefined;
  if (verb.xpos === "VBN" && !active) return undefined;
  const measure = measureVerbs[measuring(verb)];
  if (measure === undefined || !/^(killed|injured|shot|stabbed)$/.test(measure)) return undefined;
  if (intransitive.has(measuring(verb))) return undefined;
  return { measure: isFatal(tokens, verb.i, tokens[verb.i - 1]) ? "killed" : measure, by: verb };
}

/** `last`: the last token of the count or its noun. */
function besideNumber(tree: Tree, last: number): Measured | undefined {
  const found = fateBeside(tree.sentence.tokens, last);
  return found === undefined || killsOthers(tree.sentence.tokens, found.by)
    ? undefined
    : { measure: found.fate, by: found.by };
}

/** "64 people killed in strikes", "killed soldiers", "eleven missing". */
export function fromParticiple(tree: Tree, noun: Token): Measured | undefined {
  for (const one of kids(tree, noun, "acl", "amod", "appos")) {
    const lemma = measuring(one);
    if (
      is(one, "acl") &&
      one.xpos === "VBG" &&
      kid(tree, one, "obj", "nsubj") === undefined &&
      !emptyVerbs.has(one.lemma)
    )
      return { measure: participle(one), by: one, loose: true };
    if (is(one, "acl:relcl")) {
      const subject = kid(tree, one, "nsubj:pass", "nsubj");
      if (subject !== undefined && /^(who|that|which)$/i.test(subject.form)) {
        const measure =
          is(subject, "nsubj:pass") || intransitive.has(lemma) ? measureVerbs[lemma] : undefined;
        if (measure !== undefined) return { measure, by: one };
      }
      continue;
    }
    // "some 60 spent cartridges", "a paid advert": what a thing is like, not what befell those counted
    const qualifies = is(one, "amod") && one.i < noun.i && !isToll(measureVerbs[lemma] ?? "");
    // "a strike on the house of a commander killed at least 18 people": whom it killed stand behind it
    if (one.i > noun.i && killsOthers(tree.sentence.tokens, one)) continue;
    if (one.xpos === "VBN" && measureVerbs[lemma] !== undefined && !qualifies)
      return { measure: measureVerbs[lemma], by: one };
    const measure = measureAdjectives[one.form.toLowerCase()];
    if (measure !== undefined && !(is(one, "amod") && one.i < noun.i && measure === "killed"))
      return { measure, by: one };
  }
  return undefined;
}
