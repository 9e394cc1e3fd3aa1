/** The word that an act stands under, and how it hangs on it. */
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import { first, isInfinitive } from "./form.ts";

export interface Link {
  readonly governor: Token;
  /** How the act hangs on it, conjuncts resolved. */
  readonly relation: Token;
  /** The preposition between them, if any ("for", "of"). */
  readonly preposition: string | undefined;
}

/** "Going to his car to grab a gun and firing it", with "firing" hung on "grab": it goes with what has its form. */
function doingBeside(tree: Tree, token: Token, lead: Token): Token {
  if (lead === token || token.xpos !== "VBG" || !isInfinitive(tree, lead)) return lead;
  const above = parent(tree, lead);
  return above?.xpos === "VBG" ? above : lead;
}

export function linkOf(tree: Tree, token: Token): Link | undefined {
  // A conjunct behind "that" is a content clause ("it is unlikely that …") which the parser misplaced.
  const relation = isContent(tree, token) ? token : doingBeside(tree, token, first(tree, token));
  const governor =
    controllerOf(tree, relation) ??
    beyondRelative(tree, relation) ??
    judgedOf(tree, relation) ??
    claimOf(tree, relation) ??
    topicOf(tree, relation) ??
    nounBesideOf(tree, relation) ??
    parent(tree, relation);
  if (governor === undefined || (is(relation, "root") && governor === parent(tree, relation)))
    return undefined;
  return { governor, relation, preposition: kid(tree, relation, "case", "mark")?.form.toLowerCase() };
}

/** "It seems unlikely that they will come", with the clause hung on "seems": what is unlikely. */
function judgedOf(tree: Tree, clause: Token): Token | undefined {
  const verb = is(clause, "ccomp", "csubj", "advcl") ? parent(tree, clause) : undefined;
  if (verb === undefined || !/^(?:seem|appear|look|remain|become)$/.test(verb.lemma)) return undefined;
  const judged = kid(tree, verb, "xcomp");
  return judged?.upos === "ADJ" && judged.i < clause.i ? judged : undefined;
}

/** "Our condition is that they stop", with "stop" as the root: the noun that it is the content of. */
function topicOf(tree: Tree, clause: Token): Token | undefined {
  const topic = kid(tree, clause, "nsubj:outer");
  // "the reason is that they left": they did
  if (topic?.upos !== "NOUN" || topic.lemma === "reason" || kid(tree, clause, "cop") === undefined)
    return undefined;
  if (!kids(tree, clause, "mark").some((one) => one.lemma === "that")) return undefined;
  return /^(?:want|fear|plan|expect|allege|believe|deny)$/.test(attitudeOf(tree, topic)?.name ?? "")
    ? topic
    : undefined;
}

/** "Criticism, including allegations that he stole", with the clause hung on the criticism: what is alleged. */
function claimOf(tree: Tree, clause: Token): Token | undefined {
  if (!is(clause, "acl", "ccomp", "advcl", "parataxis")) return undefined;
  const that = kids(tree, clause, "mark").find((one) => one.lemma === "that");
  const noun = that === undefined ? undefined : tree.sentence.tokens[that.i - 1];
  if (noun === undefined || noun.upos !== "NOUN" || noun.i === clause.head) return undefined;
  const name = attitudeOf(tree, noun)?.name ?? "";
  // "if there were evidence that, oh, he was killed"
  const said = is(clause, "parataxis") && name === "say";
  return said || /^(?:allege|believe|fear|deny)$/.test(name) ? noun : undefined;
}

/** "Faces pressure at home to withdraw", "gave nobody authority to search", with what follows hung on the verb: the noun's. */
function nounBesideOf(tree: Tree, act: Token): Token | undefined {
  const verb = is(act, "advcl", "xcomp", "obl") ? parent(tree, act) : undefined;
  if (verb?.upos !== "VERB" || act.i < verb.i) return undefined;
  const { tokens } = tree.sentence;
  const opening = kids(tree, act, "mark", "case")[0];
  const before = opening === undefined || opening.i - 1 <= verb.i ? undefined : tokens[opening.i - 1];
  const name = before?.upos === "NOUN" ? attitudeOf(tree, before)?.name : undefined;
  // "predicted an end to the fighting"
  if (is(act, "obl")) return name !== undefined && /^(?:end|authorise)$/.test(name) ? before : undefined;
  if (!bearing.test(verb.lemma) || !isInfinitive(tree, act)) return undefined;
  // "seeks support in its battle to oust him"
  if (name !== undefined) return before;
  const noun = kids(tree, verb, "obj").find((one) => one.upos === "NOUN" && one.i < act.i);
  if (noun === undefined) return undefined;
  return /^(?:want|authorise|enable|attempt|not do)$/.test(attitudeOf(tree, noun)?.name ?? "")
    ? noun
    : undefined;
}

/** Verbs that only bring in the noun that they take. */
const bearing = /^(?:face|give|receive|have|get|make|issue|feel|put|win|grant|bring|need|lack|seek|secure)$/;

/** "Forced the rebels who roamed the area to flee", with "flee" hung on the roaming. */
function beyondRelative(tree: Tree, clause: Token): Token | undefined {
  const relative =
    is(clause, "advcl", "xcomp") && isInfinitive(tree, clause) ? parent(tree, clause) : undefined;
  if (relative === undefined || !is(relative, "acl:relcl") || attitudeOf(tree, relative) !== undefined)
    return undefined;
  const noun = parent(tree, relative);
  const verb = noun !== undefined && is(noun, "obj") ? parent(tree, noun) : undefined;
  return verb !== undefined && attitudeOf(tree, verb)?.name === "force" ? verb : undefined;
}

/** "allows the state to freeze accounts", with the infinitive hung on the object: it is the verb's. */
function controllerOf(tree: Tree, clause: Token): Token | undefined {
  // "wants the army sent in" likewise
  const wished = clause.xpos === "VBN";
  if (!is(clause, "acl") || is(clause, "acl:relcl") || !(wished || isInfinitive(tree, clause)))
    return undefined;
  const noun = parent(tree, clause);
  const verb = noun === undefined || !is(noun, "obj", "nsubj:pass") ? undefined : parent(tree, noun);
  if (noun === undefined || verb === undefined || verb.upos !== "VERB") return undefined;
  const attitude = attitudeOf(tree, verb);
  if (attitude === undefined || attitudeOf(tree, noun) !== undefined) return undefined;
  // "took steps to end the war": what a light verb carries out is its noun
  if (attitude.name === "carry out" && verb.lemma !== "get") return undefined;
  // "found a way to end the war"
  if (verb.lemma === "find") return undefined;
  if (wished && !/^(want|need|like|demand)$/.test(verb.lemma)) return undefined;
  return verb;
}

/** A clause behind "that" which hangs on a word as its content, whatever the parser called it. */
export function isContent(tree: Tree, clause: Token): boolean {
  if (!is(clause, "conj", "advcl", "dep") || !kids(tree, clause, "mark").some((one) => one.lemma === "that"))
    return false;
  // "said the boat was stopped and that it sank": said like the first, which is no word for it
  return !(is(clause, "conj") && kid(tree, clause, "cc") !== undefined && is(first(tree, clause), "ccomp"));
}
