/**
 * "Reports that troops had fled are false", "there is no truth to claims that …", "no signs that …", "the claim could not be
 * verified": what is said of a noun of saying holds for what it says. Read from the words' order, as parsers often hang
 * the clause's predicate on the wrong word.
 */
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { is, kid, kids, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import { spanOf } from "./standing.ts";

export interface Doubt {
  /** "false": what was said is denied; "open": nobody knows; "unproved": said by what nobody has confirmed. */
  readonly kind: "false" | "open" | "unproved";
  readonly span: Span;
}

const falsehood =
  /^(false|untrue|unfounded|baseless|groundless|fabricated|incorrect|inaccurate|wrong|nonsense|fake|hoax)$/;
const truth = /^(true|accurate|correct|right|case|fact)$/;
const unproved = /^(unconfirmed|unverified|unproven|unsubstantiated|unclear)$/;
const proving = /^(verify|confirm|substantiate|corroborate|authenticate|prove)$/;
const saying = /^(say|allege|believe)$/;

/** What is said of the noun that a clause ("reports that …") or a noun ("reports of …") is the content of. */
export function doubtOf(tree: Tree, content: Token): Doubt | undefined {
  const judged = judgedFalse(tree, content);
  if (judged !== undefined) return { kind: "false", span: spanOf(judged) };
  const wrongly = saidWrongly(tree, content);
  if (wrongly !== undefined) return { kind: "false", span: spanOf(wrongly) };
  const none = noneSuch(tree, content);
  if (none !== undefined) return { kind: "open", span: spanOf(none) };
  const unseen = noSignOfDoing(tree, content);
  if (unseen !== undefined) return { kind: "open", span: spanOf(unseen) };
  const bare = noSignOf(tree, content);
  if (bare !== undefined) return { kind: "open", span: spanOf(bare) };
  const source = unprovedSource(tree, content);
  if (source !== undefined) return { kind: "unproved", span: spanOf(source) };
  const noun = sayingNoun(tree, content);
  if (noun === undefined) return undefined;
  const unsupported = noSupport(tree, noun);
  if (unsupported !== undefined) return { kind: "open", span: spanOf(unsupported) };
  const back = takenBack(tree, noun);
  if (back !== undefined) return { kind: "open", span: spanOf(back) };
  const { tokens } = tree.sentence;
  const before = tokens.slice(Math.max(0, noun.i - 4), noun.i);
  if (before.some(({ lemma }) => /^(truth|substance|basis|foundation)$/.test(lemma))) {
    const no = before.find(({ form }) => /^(no|little|any)$/i.test(form));
    if (no !== undefined) return { kind: "false", span: spanOf(no) };
  }
  // "false reports that …", "rejected as baseless claims of …", "contrary to reports that …"
  const untrue =
    kids(tree, noun, "amod").find((one) => falsehood.test(one.lemma.toLowerCase())) ??
    before.findLast(({ i, lemma }) => lemma.toLowerCase() === "contrary" && i === noun.i - 2);
  if (untrue !== undefined) return { kind: "false", span: spanOf(untrue) };
  const alike = falseAsWell(tree, noun);
  if (alike !== undefined) return { kind: "false", span: spanOf(alike) };
  const no = kid(tree, noun, "det");
  // "no signs that the army was withdrawing", where the parser takes the clause for a relative one
  if (no?.lemma === "no" && is(content, "acl:relcl")) return { kind: "open", span: spanOf(no) };
  // what follows is said of the noun only where it is the subject: no verb before it
  const clause = tokens.findLastIndex(
    ({ i, deprel, lemma }) => i < noun.i && lemma === "that" && deprel !== "det",
  );
  const isFirst = !tokens.slice(clause + 1, noun.i).some(({ upos }) => upos === "VERB" || upos === "AUX");
  // "the committee said reports that … were false", with the reports hung on "said"
  const first = Math.min(noun.i, ...kids(tree, noun, "det", "amod", "compound", "nummod").map(({ i }) => i));
  const told = /^(?:say|add|state|insist|maintain)$/.test(tokens[first - 1]?.lemma ?? "");
  if (!isFirst && !told && !is(noun, "nsubj")) return undefined;
  for (let i = content.i + 1; i < tokens.length; i++) {
    const word = tokens[i]!;
    const before = tokens.slice(Math.max(content.i + 1, i - 4), i);
    const said = before.some(({ lemma }) => /^(be|prove|turn|remain)$/.test(lemma));
    const no = before.find(isNot);
    if (said && isFalse(word, no !== undefined)) return { kind: "false", span: spanOf(no ?? word) };
    if (said && unproved.test(word.form.toLowerCase())) return { kind: "open", span: spanOf(word) };
    if (said && proving.test(word.lemma) && before.some(isNot)) return { kind: "open", span: spanOf(word) };
  }
  return undefined;
}

/** "Unconfirmed reports said that …", "unverified claims say …". */
function unprovedSource(tree: Tree, content: Token): Token | undefined {
  const verb = is(content, "ccomp") ? tree.sentence.tokens[content.head] : undefined;
  const subject = verb === undefined ? undefined : kid(tree, verb, "nsubj");
  if (verb === undefined || subject === undefined || !saying.test(attitudeOf(tree, verb)?.name ?? ""))
    return undefined;
  return unprovedWord(tree, subject);
}

/** "Unconfirmed reports": the word that says that nobody has. */
export function unprovedWord(tree: Tree, source: Token): Token | undefined {
  return kids(tree, source, "amod").find(({ form }) => unproved.test(form.toLowerCase()));
}

/** "No evidence anyone was killed", without "that": the "no". */
function noneSuch(tree: Tree, clause: Token): Token | undefined {
  const noun = is(clause, "acl") ? tree.sentence.tokens[clause.head] : undefined;
  if (noun === undefined || noun.upos !== "NOUN" || kid(tree, clause, "mark") !== undefined) return undefined;
  const subject = kid(tree, clause, "nsubj");
  if (subject === undefined || /^(?:that|which|who)$/i.test(subject.form)) return undefined;
  return saying.test(attitudeOf(tree, noun)?.name ?? "")
    ? kids(tree, noun, "det").find(({ lemma }) => lemma === "no")
    : undefined;
}

/** "Nothing to back up the report that …", "no evidence supports his claim that …", "did not substantiate allegations of …". */
function noSupport(tree: Tree, noun: Token): Token | undefined {
  const verb = is(noun, "obj", "nsubj:pass") ? tree.sentence.tokens[noun.head] : undefined;
  if (verb === undefined || !supporting.test(verb.lemma)) return undefined;
  const not = kids(tree, verb, "advmod").find(isNot);
  if (not !== undefined) return not;
  const support = is(verb, "acl") ? tree.sentence.tokens[verb.head] : kid(tree, verb, "nsubj");
  if (support === undefined || support.i > noun.i) return undefined;
  if (/^(?:nothing|little)$/i.test(support.form)) return support;
  return kids(tree, support, "det", "amod").find(({ form }) => /^(?:no|little|scant)$/i.test(form));
}

const supporting = /^(?:back|support|substantiate|corroborate|confirm|prove|justify|verify|validate)$/;

/** "No sign of troops leaving", "have not seen any indication of troops leaving": the "no", or the "not". */
function noSignOfDoing(tree: Tree, doing: Token): Token | undefined {
  const { tokens } = tree.sentence;
  const above = is(doing, "acl") && doing.xpos === "VBG" ? tokens[doing.head] : undefined;
  if (above === undefined) return undefined;
  // on the troops, or on the sign itself
  const isOfSign = (one: Token) => is(one, "nmod") && kid(tree, one, "case")?.lemma === "of";
  const sign = isOfSign(above)
    ? tokens[above.head]
    : kids(tree, above, "nmod").some(isOfSign)
      ? above
      : undefined;
  if (sign === undefined || !signs.test(sign.lemma)) return undefined;
  const no = kids(tree, sign, "det").find(({ lemma }) => /^(?:no|any)$/i.test(lemma));
  if (no === undefined || no.lemma.toLowerCase() === "no") return no;
  const verb = tokens[sign.head];
  return verb === undefined ? undefined : kids(tree, verb, "advmod").find(isNot);
}

/** "No signs of an assault": the "no". */
function noSignOf(tree: Tree, act: Token): Token | undefined {
  if (act.upos !== "NOUN" || !is(act, "nmod") || kid(tree, act, "case")?.lemma !== "of") return undefined;
  const sign = tree.sentence.tokens[act.head];
  if (sign === undefined || !signs.test(sign.lemma)) return undefined;
  return kids(tree, sign, "det").find(({ lemma }) => lemma.toLowerCase() === "no");
}

const signs = /^(?:sign|indication|evidence|proof|hint|trace|suggestion|report|word)$/;

/** "Amid reports that …", "is said to have …": nobody is named who says so. */
export function isHearsay(tree: Tree, content: Token): boolean {
  const noun = sayingNoun(tree, content);
  if (noun !== undefined) {
    const source = kid(tree, noun, "nmod", "nmod:poss", "compound");
    return /^reports$/i.test(noun.form) && kid(tree, content, "case") === undefined && source === undefined;
  }
  const verb = is(content, "xcomp") ? tree.sentence.tokens[content.head] : undefined;
  if (verb === undefined || !/^(?:say|report|claim)$/.test(verb.lemma)) return false;
  if (kid(tree, verb, "aux:pass") === undefined) return false;
  return !kids(tree, verb, "obl").some((one) => kid(tree, one, "case")?.lemma === "by");
}

/** "False", "not true". */
const isFalse = ({ lemma }: Token, isDenied: boolean): boolean =>
  (isDenied ? truth : falsehood).test(lemma.toLowerCase());

/** "It is not true that …", "it is false that …", "it is not the case that …": the word that says so. */
function judgedFalse(tree: Tree, content: Token): Token | undefined {
  if (!is(content, "csubj", "ccomp", "advcl", "acl")) return undefined;
  if (!kids(tree, content, "mark").some(({ form }) => /^that$/i.test(form))) return undefined;
  const judged = tree.sentence.tokens[content.head];
  if (judged === undefined || judged.i > content.i || kid(tree, judged, "cop") === undefined)
    return undefined;
  // "it was wrong that they attacked": they did
  if (/^(?:wrong|right)$/i.test(judged.lemma)) return undefined;
  const no = kids(tree, judged, "advmod").find(isNot);
  return isFalse(judged, no !== undefined) ? (no ?? judged) : undefined;
}

/** "Said falsely that …", "wrongly reported that …". */
function saidWrongly(tree: Tree, content: Token): Token | undefined {
  if (!is(content, "ccomp")) return undefined;
  const verb = tree.sentence.tokens[content.head];
  // "said falsely that", with the clause hung on the adverb
  if (verb !== undefined && wrong.test(verb.form)) return verb;
  if (verb === undefined || !saying.test(attitudeOf(tree, verb)?.name ?? "")) return undefined;
  const beside = [tree.sentence.tokens[verb.i - 1], tree.sentence.tokens[verb.i + 1]];
  return beside.find((one) => one !== undefined && wrong.test(one.form));
}

/** "Withdrew a report that …", "corrected its claim that …". */
function takenBack(tree: Tree, noun: Token): Token | undefined {
  const verb = is(noun, "obj", "nsubj:pass") ? tree.sentence.tokens[noun.head] : undefined;
  return verb !== undefined && /^(?:withdraw|retract|correct|remove|pull)$/.test(verb.lemma)
    ? verb
    : undefined;
}

const wrong = /^(?:falsely|wrongly|erroneously|mistakenly|incorrectly|untruthfully)$/i;

const isNot = ({ lemma, form }: Token): boolean => /^(not|never)$/.test(lemma) || /^n[o']?t$/i.test(form);

/** "Reports of ten dead were false, as was a rumour that …": the word that says so of the first. */
function falseAsWell(tree: Tree, noun: Token): Token | undefined {
  const { tokens } = tree.sentence;
  const first = Math.min(noun.i, ...kids(tree, noun, "det", "amod").map(({ i }) => i));
  const [as, be] = [tokens[first - 2], tokens[first - 1]];
  if (!/^(?:as|so)$/i.test(as?.form ?? "") || !/^(?:was|were|is|are)$/.test(be?.form ?? "")) return undefined;
  return tokens.slice(0, as!.i).findLast((one) => isFalse(one, false));
}

/**
 * The noun right before the clause's "that" (an aside may stand between), or the one that the noun hangs on by "of". Where the
 * parser hung it on what stands between ("reports on social media of ten dead"), the one before.
 */
function sayingNoun(tree: Tree, content: Token): Token | undefined {
  const { tokens } = tree.sentence;
  const that =
    kids(tree, content, "mark", "obj").find(({ form }) => /^that$/i.test(form)) ?? thatOfNext(tree, content);
  if (that !== undefined) {
    let noun = tokens[beforeAside(tokens, that.i) - 1];
    // "a report by the government that …", "rumours on social media that …"
    for (let steps = 0; steps < 2 && noun !== undefined && is(noun, "nmod"); steps++) {
      if (saidBy(tree, noun) !== undefined) break;
      noun = tokens[noun.head];
    }
    return saidBy(tree, noun);
  }
  const of = kid(tree, content, "case")?.lemma === "of" ? tokens[content.head] : undefined;
  return saidBy(tree, of) ?? acrossMedium(tree, content);
}

/** The noun itself where it is one of saying. */
function saidBy(tree: Tree, noun: Token | undefined): Token | undefined {
  if (noun === undefined || !(noun.upos === "NOUN" || isNounTakenForVerb(tree, noun))) return undefined;
  return saying.test(attitudeOf(tree, noun)?.name ?? "") ? noun : undefined;
}

/** "A rumour, repeated by a station, that …": where the aside begins; without one, where the clause does. */
function beforeAside(tokens: readonly Token[], that: number): number {
  if (tokens[that - 1]?.form !== ",") return that;
  const comma = tokens.findLastIndex(({ i, form }) => i < that - 1 && form === ",");
  return comma < 0 ? that : comma;
}

/** "Reports on social media of as many as ten dead": of words without a verb, the noun of saying that they begin with. */
function acrossMedium(tree: Tree, content: Token): Token | undefined {
  const { tokens } = tree.sentence;
  let of = false;
  for (let i = content.i - 1; i >= Math.max(0, content.i - farthest); i--) {
    const one = tokens[i]!;
    if (/^(?:VERB|AUX|PUNCT|SCONJ|PRON)$/.test(one.upos)) return undefined;
    if (one.lemma === "of") of = true;
    else if (of && /^(?:reports|rumou?rs|claims|allegations|talk)$/i.test(one.form)) return one;
  }
  return undefined;
}

/** Tokens between a noun of saying and what it says, at most. */
const farthest = 10;

/** "Reports that the mayor resigned were false", with "that" hung on what is said of the reports. */
function thatOfNext(tree: Tree, content: Token): Token | undefined {
  const subject = kid(tree, content, "nsubj", "nsubj:pass");
  if (subject === undefined || subject.i > content.i) return undefined;
  const { tokens } = tree.sentence;
  const before = kids(tree, subject, "det", "amod", "compound", "nummod", "nmod:poss").map(({ i }) => i);
  const that = tokens[Math.min(subject.i, ...before) - 1];
  return that !== undefined && /^that$/i.test(that.form) && that.deprel === "mark" ? that : undefined;
}

/** "That claims of attacks are wrong": a noun in the plural that the parser took for a verb, as it has no subject of its own. */
function isNounTakenForVerb(tree: Tree, word: Token): boolean {
  if (word.upos !== "VERB" || !/^(?:claims|reports|rumou?rs|allegations|suggestions)$/i.test(word.form))
    return false;
  const subject = kid(tree, word, "nsubj");
  return subject === undefined || /^that$/i.test(subject.form);
}
