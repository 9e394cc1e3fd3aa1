/** How an instrument stands in its clause: acted under, invoked, enabling or barring, broken, or only named. */
import {
  barringVerbs,
  breachNouns,
  breachVerbs,
  enablingVerbs,
  invokingVerbs,
  underWords,
} from "../../language/en/law.ts";
import type { Token } from "../../model/sentence.ts";
import { statusOf } from "../status.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";

const invoking = new Set(invokingVerbs.split(" "));

/** Verbs of what an instrument lets happen. */
export const enabling = new Set(enablingVerbs.split(" "));

const barring = new Set(barringVerbs.split(" "));
const breaching = new Set(breachVerbs.split(" "));
const breaches = new Set(breachNouns.split(" "));
const unders = underWords.split("|");

export interface Frame {
  readonly kind: "under" | "invoked" | "subject" | "breached" | "named";
  /** The word of the act that stands on it, or that it lets happen. */
  readonly act: Token | undefined;
  /** The verb that invokes, enables or breaches. */
  readonly verb: Token | undefined;
}

/** By the words above the instrument's head; undefined where nothing is done with it. */
export function frameOf(tree: Tree, head: Token): Frame | undefined {
  // "the hot-pursuit provisions of the Convention", "the authority of Title 50": the noun above carries it.
  let at = head;
  for (let steps = 0; steps < 3; steps++) {
    const above = parent(tree, at);
    const inside =
      above !== undefined && is(at, "nmod", "compound", "conj", "appos", "nmod:poss", "flat", "amod");
    if (!inside) break;
    const word = prepositionOf(tree, at);
    if (is(at, "nmod") && unders.includes(word)) return { kind: "under", act: above, verb: undefined };
    if (breaches.has(above.lemma.toLowerCase()) && is(at, "nmod")) {
      // "any use of it is a breach of the treaty": the use
      const itself = kid(tree, above, "cop") === undefined ? undefined : kid(tree, above, "nsubj");
      return { kind: "breached", act: isThing(itself) ?? governing(tree, parent(tree, above)), verb: above };
    }
    at = above;
  }
  const verb = parent(tree, at);
  const word = prepositionOf(tree, at);
  if (verb === undefined) return undefined;
  const lemma = verb.lemma.toLowerCase();
  if (is(at, "obl", "nmod", "advcl") && unders.includes(word)) return { kind: "under", act: verb, verb };
  if (is(at, "obl") && invoking.has(`${lemma}_${word}`))
    return { kind: "invoked", act: kid(tree, verb, "nsubj") ?? verb, verb };
  if (is(at, "obj", "nsubj:pass") && breaching.has(lemma))
    return { kind: "breached", act: kid(tree, verb, "nsubj"), verb };
  // "will not sign the treaty": what is not signed yet binds nobody
  if (is(at, "obj") && making.test(lemma) && !isMade(tree, verb)) return undefined;
  // "saw no grounds to invoke the treaty", "may invoke": nobody has
  if (is(at, "obj", "nsubj:pass") && /^(?:invoke|apply|activate|use)$/.test(lemma) && isOpen(tree, verb))
    return { kind: "named", act: undefined, verb };
  if (is(at, "obj", "nsubj:pass") && invoking.has(lemma))
    return { kind: "invoked", act: actBeside(tree, verb), verb };
  if (is(at, "nsubj") && enabling.has(lemma))
    return {
      kind: "subject",
      act: barring.has(lemma) ? undefined : kid(tree, verb, "xcomp", "ccomp", "obj"),
      verb,
    };
  if (is(at, "nsubj:pass")) return { kind: "named", act: undefined, verb };
  return undefined;
}

const isThing = (token: Token | undefined) => (token?.upos === "PRON" ? undefined : token);

/** "Refused to let lawyers attend, in breach of": what the clause tells, not its last infinitive. */
function governing(tree: Tree, verb: Token | undefined): Token | undefined {
  let at = verb;
  for (let steps = 0; steps < 5 && at !== undefined && is(at, "xcomp"); steps++) at = parent(tree, at);
  return at;
}

const making = /^(?:sign|issue|enact|grant|ratify)$/;

/** Of an infinitive that nobody is said to have come to, or of what is denied. */
export function isOpen(tree: Tree, verb: Token): boolean {
  const { polarity, certainty } = statusOf(tree, verb);
  if (polarity === "denied") return true;
  const noun = is(verb, "acl") ? parent(tree, verb) : undefined;
  if (noun !== undefined && kids(tree, noun, "det").some((one) => /^(?:no|any)$/i.test(one.form)))
    return true;
  return verb.xpos === "VB" && kid(tree, verb, "nsubj", "aux") === undefined && certainty !== "asserted";
}

function isMade(tree: Tree, verb: Token): boolean {
  const { stage, polarity } = statusOf(tree, verb);
  return polarity === "affirmed" && (stage === "done" || stage === "under-way" || stage === "authorised");
}

export function prepositionOf(tree: Tree, token: Token): string {
  const word = kid(tree, token, "case", "mark");
  if (word === undefined) return "";
  return [word, ...kids(tree, word, "fixed")].map((one) => one.form.toLowerCase()).join(" ");
}

/** "citing Article 51, the army struck": the clause that the citing hangs on. */
function actBeside(tree: Tree, verb: Token): Token | undefined {
  const purpose = kid(tree, verb, "advcl", "xcomp");
  if (is(verb, "advcl", "acl")) return parent(tree, verb);
  return purpose;
}
