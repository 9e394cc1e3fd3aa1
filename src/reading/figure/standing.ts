/** How a count stands: told, feared, only to come, wanted, spoken of or called false. */
import { doneNouns } from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import type { Status } from "../../model/status.ts";
import type { Counted } from "../count/counted.ts";
import type { Quantity } from "../count/numbers.ts";
import { unprovedWord } from "../status/doubted.ts";
import { attitudeOf, statusOf, weaker } from "../status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";

/** "asked for money and the release of two men": a noun listed with what is asked for is not told as done. */
export function isWanted(tree: Tree, by: Token): boolean {
  const head = by.upos === "NOUN" && is(by, "conj") ? parent(tree, by) : undefined;
  const verb = head === undefined ? undefined : parent(tree, head);
  if (head === undefined || verb === undefined) return false;
  const preposition = kids(tree, head, "case")[0]?.form.toLowerCase();
  return attitudeOf(tree, verb, preposition)?.name === "want";
}

/** "requested the return of two jets", "advises the departure of 40": an act that is named, of which nothing says that it is done. */
export function isOnlySpokenOf(tree: Tree, by: Token): boolean {
  if (by.upos !== "NOUN" || doneNouns[by.lemma.toLowerCase()] === undefined) return false;
  if (!is(by, "obj", "obl", "nmod", "conj", "xcomp")) return false;
  const { stage, polarity } = statusOf(tree, by);
  return stage === undefined && polarity !== "denied";
}

/** "No more than 2 percent" sets a bound and denies nothing. */
export function bounded(text: string, { span, low, high }: Quantity, status: Status): Status {
  const bound = (low !== null || high !== null) && /^no\b/i.test(text.slice(span.start, span.end));
  return bound && status.polarity === "denied" ? { ...status, polarity: "affirmed" } : status;
}

/** How the count stands: "expects 200,000 refugees", "plans for 20 deaths" have them to come, whatever the expecting is. */
export function standingIn(tree: Tree, by: Token, noun: Token): Status {
  const told = statusOf(tree, by);
  // "expects 20 coaches and five trains"
  const lead = is(noun, "conj") ? parent(tree, noun) : undefined;
  if (lead !== undefined && parent(tree, lead) === by && is(lead, "obj")) return standingIn(tree, by, lead);
  if (by.upos !== "VERB" || parent(tree, noun) !== by || !is(noun, "obj", "obl")) return told;
  const preposition = is(noun, "obl") ? kid(tree, noun, "case")?.form.toLowerCase() : undefined;
  const holds = attitudeOf(tree, by, preposition)?.holds;
  if (holds?.stage !== "planned" && holds?.stage !== "discussed") return told;
  return { ...told, stage: holds.stage, certainty: weaker(told.certainty, holds.certainty ?? "probable") };
}

/** "Unconfirmed reports put the toll at 30": as sure as what nobody has confirmed. */
export function unconfirmed(tree: Tree, by: Token, status: Status): Status {
  const source = by.upos === "VERB" ? kid(tree, by, "nsubj") : undefined;
  const word = source === undefined ? undefined : unprovedWord(tree, source);
  if (word === undefined) return status;
  const carriers = [{ start: word.start, end: word.end }, ...(status.carriers ?? [])];
  return { ...status, certainty: weaker(status.certainty, "possible"), carriers };
}

/** "20 people are feared dead", "were presumed killed": as sure as whoever fears or presumes it. */
export function feared(tree: Tree, { quantity, noun }: Counted, status: Status): Status {
  const last = Math.max(quantity.last, noun.i);
  for (const one of tree.sentence.tokens.slice(last + 1, last + 4)) {
    if (one.upos === "NUM" || one.upos === "PUNCT") break;
    const found = /^(?:feared|presumed)$/i.exec(one.form)?.[0];
    if (found === undefined) continue;
    const certainty = weaker(status.certainty, /^feared$/i.test(found) ? "possible" : "probable");
    return {
      ...status,
      certainty,
      carriers: [{ start: one.start, end: one.end }, ...(status.carriers ?? [])],
    };
  }
  return status;
}

/** A toll counts who it has befallen; how many might be, or were to be, is none. */
export function isToCome({ stage, certainty }: Status): boolean {
  if (stage === undefined) return certainty === "possible" || certainty === "unknown";
  return /^(planned|threatened|attempted|discussed|authorised)$/.test(stage);
}

export function isAsked(tree: Tree): boolean {
  return tree.sentence.tokens.at(-1)?.form === "?";
}
