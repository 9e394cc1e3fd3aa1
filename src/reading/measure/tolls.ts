/** Counts that nouns name: deaths, killings of so many, a toll that rises to its value, and counts that somebody keeps. */
import { biddingVerbs, doneNouns } from "../../language/en/counting.ts";
import { measureAdjectives, measureVerbs, tollNouns } from "../../language/en/people.ts";
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";
import type { Counted } from "../count/counted.ts";
import { isCounting } from "../count/counters.ts";
import { isKept } from "../count/no-counts.ts";
import { runAt } from "../count/running-counts.ts";
import { triggersIn } from "../event/triggers.ts";
import { is, kid, kids, parent, subtree, type Tree, upward } from "../tree.ts";
import { measuring, verbMeasure } from "./by-verb.ts";
import type { Measured } from "./measured.ts";
import { moneyNouns } from "./money.ts";
import { participle } from "./participles.ts";

/** "the toll rose to 23", "bringing the number of infections to 10,867": the number is the count's value. */
export function fromRun(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  const itself = noun.i <= quantity.last;
  const run =
    none || quantity.unit !== undefined || !itself ? undefined : runAt(tree.sentence.tokens, quantity);
  return run === undefined ? undefined : { ...run, runs: true };
}

/** "reported 418 new cases", "has logged 38 violations": whatever somebody keeps count of. */
export function fromCounting(tree: Tree, node: Token, { noun }: Counted): Measured | undefined {
  const kept = isKept(tree, noun) ? upward(tree, noun).find((one) => one.upos === "VERB") : undefined;
  if (kept !== undefined) return { measure: participle(kept), by: kept };
  let at = node;
  for (let steps = 0; steps < 3 && is(at, "conj"); steps++) at = parent(tree, at) ?? at;
  const verb = parent(tree, at);
  if (verb === undefined || !isCounting(verb) || !node.xpos.endsWith("S")) return undefined;
  // "reported that four trucks were bombed": told, not counted
  const between = tree.sentence.tokens.slice(verb.i + 1, at.i);
  if (verb.i < at.i && between.some((one) => one.form === "that" || one.form === ",")) return undefined;
  return is(at, "obj", "nsubj:pass") ? { measure: participle(verb), by: verb } : undefined;
}

/** "64 deaths", "no casualties", "thousands of lives" that something claims. */
export function fromToll(tree: Tree, { noun, node }: Counted): Measured | undefined {
  const lemma = noun.lemma.toLowerCase();
  const form = noun.form.toLowerCase();
  const told = parent(tree, node);
  // "eleven bodies have been identified": of the dead so many
  if (
    /^(?:body|corpse)$/.test(lemma) &&
    told?.upos === "VERB" &&
    handled.test(told.lemma) &&
    is(node, "nsubj:pass", "obj")
  )
    return { measure: participle(told), by: told };
  const measure = tollNouns[form] ?? tollNouns[lemma];
  if (kids(tree, noun, "amod").some((one) => /^(attempted|alleged)$/i.test(one.form))) return undefined;
  // "it is a body that deserves support", "he is a survivor who holds on": nobody who died or lived
  if (/^(?:body|survivor|victim)$/.test(lemma) && noun.xpos === "NN" && kid(tree, noun, "cop") !== undefined)
    return undefined;
  if (measure === undefined || (noun.upos === "VERB" && measureVerbs[lemma] !== undefined)) return undefined;
  const verb = parent(tree, node);
  const taken = verb === undefined ? undefined : verb.lemma.toLowerCase();
  if (lemma === "life")
    return taken !== undefined && /^(claim|cost|take|lose|end)$/.test(taken)
      ? { measure, by: verb! }
      : undefined;
  if (
    /^(body|prisoner|hostage|detainee|captive|refugee|victim|survivor)$/.test(lemma) &&
    verb !== undefined
  ) {
    const own = verbMeasure(tree, verb, node);
    if (own !== undefined) return { measure: own, by: verb };
    if (/^(prisoner|hostage|captive|detainee)$/.test(lemma)) return undefined;
  }
  if (
    /^(strike|airstrike|attack)$/.test(lemma) &&
    verb !== undefined &&
    verbMeasure(tree, verb, node) === undefined &&
    !/^(carry|conduct|launch|make|mount|be|report|record|count|perform)$/.test(taken ?? "")
  )
    return undefined;
  return { measure, by: is(node, "root") || verb === undefined ? noun : verb.upos === "VERB" ? verb : noun };
}

const handled = /^(?:identify|bury|cremate|repatriate|return|examine|exhume|claim)$/;

/** "the killing of 64 people", "the deployment of 12,000 troops", "injuries to three men". */
export function fromNoun(tree: Tree, noun: Token, counted: Counted): Measured | undefined {
  if (!is(noun, "nmod")) return undefined;
  const head = parent(tree, noun);
  if (head === undefined || head.upos !== "NOUN") return undefined;
  const word = kid(tree, noun, "case")?.form.toLowerCase();
  if (word !== "of" && word !== "to") return undefined;
  // "demanded a ransom of 3 million dollars"
  const asked = counted.quantity.unit !== undefined && is(head, "obj") ? parent(tree, head) : undefined;
  if (asked !== undefined && bidding.has(asked.lemma) && moneyNouns[head.lemma] !== undefined)
    return { measure: participle(asked), by: asked };
  const measure =
    head.lemma === "toll"
      ? "killed"
      : (tollNouns[head.lemma.toLowerCase()] ??
        moneyNouns[counted.quantity.unit === undefined ? "" : head.lemma]);
  if (measure !== undefined && measure !== "casualties" && measure !== "strikes" && measure !== "attacks")
    return { measure, by: head };
  const done = word === "of" ? doneNouns[head.lemma.toLowerCase()] : undefined;
  if (done !== undefined) return { measure: done, by: head };
  const trigger = triggersIn(tree).find((one) => one.token.i === head.i);
  const byMode = trigger === undefined ? undefined : nounMeasures[trigger.mode ?? ""];
  return byMode === undefined ? undefined : { measure: byMode, by: head };
}

const bidding = new Set(biddingVerbs.split(" "));

const nounMeasures: Readonly<Record<string, string>> = table({
  kill: "killed",
  assassinate: "killed",
  execute: "killed",
  troops: "deployed",
  seize: "seized",
  arrest: "detained",
  abduct: "abducted",
  deport: "deported",
  release: "released",
  withdraw: "withdrawn",
  destroy: "destroyed",
});

/** "the death toll rose to 64", "the number of detainees stands at 12". */
export function fromTollSubject(tree: Tree, noun: Token): Measured | undefined {
  const above = parent(tree, noun);
  const verb = above?.upos === "NUM" ? parent(tree, above) : above;
  if (verb === undefined || !is(noun, "obl", "obj", "xcomp", "nmod", "advcl", "dep")) return undefined;
  if (
    !/^(rise|rose|climb|jump|grow|increase|soar|reach|stand|fall|drop|hit|pass|top|exceed|put|bring|take|cut|revise|raise|lower|total|number|surpass|double|remain|be|come|amount)$/.test(
      verb.lemma,
    )
  )
    return undefined;
  const word = kid(tree, noun, "case")?.form.toLowerCase();
  if (word !== undefined && !/^(to|at|past|above)$/.test(word)) return undefined;
  const misplaced = tree.sentence.tokens.filter(
    (one) => one.lemma === "toll" && one.i < verb.i && is(one, "nsubj"),
  );
  for (const subject of [...kids(tree, verb, "nsubj"), ...kids(tree, verb, "obj"), ...misplaced]) {
    if (subject.i === noun.i) continue;
    const measure = tollOf(tree, subject);
    if (measure !== undefined) return { measure, by: verb };
  }
  return undefined;
}

function tollOf(tree: Tree, noun: Token): string | undefined {
  const words = subtree(tree, noun);
  if (/^(toll|number|count|tally|total|figure)$/.test(noun.lemma)) {
    for (const one of words) {
      const measure =
        tollNouns[one.lemma.toLowerCase()] ??
        measureAdjectives[one.form.toLowerCase()] ??
        measureVerbs[measuring(one)];
      if (measure !== undefined) return measure;
    }
    return noun.lemma === "toll" ? "killed" : undefined;
  }
  return /^(death|fatality|casualty|injury|murder|killing|homicide|slaying|arrest)$/.test(noun.lemma)
    ? tollNouns[noun.lemma]
    : undefined;
}
