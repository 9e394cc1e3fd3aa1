/** Legal bases: statutes, resolutions, treaties, warrants and designations, with who invokes them, for what, and who disputes them. */
import {
  barringVerbs,
  basisNouns,
  bodyNouns,
  breachNouns,
  breachVerbs,
  courtNouns,
  designatingVerbs,
  disputingVerbs,
  enablingVerbs,
  gatheringModifiers,
  invokingNouns,
  invokingVerbs,
  legalAnaphors,
  legalModifiers,
  namedInstruments,
  naturalLawNouns,
  numberedInstruments,
  rulingVerbs,
  underWords,
  vagueModifiers,
} from "../language/en/law.ts";
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Context } from "./context.ts";
import { hedgesOn } from "./own-hedges.ts";
import { canAct, doers, refOf } from "./roles.ts";
import { statusOf } from "./status.ts";
import { clauseOf, is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";
import { isPersonNoun } from "./triggers.ts";

type LegalFinding = FindingOf<"legal-basis">;

export function readLegalBases(context: Context): LegalFinding[] {
  const found: LegalFinding[] = [];
  const short = new Map<string, string>();
  for (const sentence of context.sentences) {
    // what is asked stands on nothing
    if (sentence.tokens.at(-1)?.form === "?") continue;
    const tree = context.treeAt(sentence.index);
    for (const instrument of instrumentsIn(context, tree, short)) {
      const finding = findingOf(context, tree, instrument);
      if (finding !== undefined && !found.some((one) => repeats(one, finding))) found.push(finding);
    }
    const designation = designationIn(context, tree);
    if (designation !== undefined) found.push(designation);
    const ruling = rulingIn(context, tree);
    if (ruling !== undefined) found.push(ruling);
  }
  return found;
}

/** The same instrument named again within the same sentence or without anything new. */
function repeats(a: LegalFinding, b: LegalFinding): boolean {
  return a.legalBasis.instrument === b.legalBasis.instrument && a.evidence.start === b.evidence.start;
}

// ── Instruments ──

interface Instrument {
  readonly head: Token;
  readonly span: Span;
  readonly name: string;
  /** A number or a proper name makes it a particular one wherever it stands. */
  readonly particular: boolean;
}

const numbered = new Set(numberedInstruments.split(" "));
const named = new Set(namedInstruments.split(" "));
const bases = new Set(basisNouns.split(" "));
const modifiers = new Set(legalModifiers.split(" "));

/** `short`: full names by the short ones that the report has given them so far. */
function instrumentsIn(context: Context, tree: Tree, short: Map<string, string>): Instrument[] {
  const { tokens } = tree.sentence;
  const found: Instrument[] = [];
  const shouted = isShouted(tree);
  let last = -1;
  for (const token of tokens) {
    if (token.i <= last) continue;
    const full = short.get(token.form);
    if (full !== undefined && /^(?:PROPN|NOUN)$/.test(token.upos)) {
      const span = { start: token.start, end: token.end };
      found.push({ head: token, span, name: full, particular: true });
      continue;
    }
    const run = numberedAt(tokens, token.i) ?? (shouted ? undefined : namedAt(tree, token.i));
    const tokenRun = run ?? commonAt(tree, token);
    if (tokenRun === undefined) continue;
    const [from, to, particular] = tokenRun;
    last = to;
    const span = { start: tokens[from]!.start, end: tokens[to]!.end };
    const head = headOf(tokens, from, to);
    if (isNoInstrument(tree, from, to)) continue;
    const name = nameOf(context.text.slice(span.start, span.end));
    found.push({ head, span, name, particular });
    const letters = particular ? shortBehind(tokens, to) : undefined;
    if (letters === undefined) continue;
    short.set(letters, name);
    last = to + 3;
  }
  return found;
}

/** "The Harbour Works Act (HWA)": the letters that stand for it from there on. */
function shortBehind(tokens: readonly Token[], to: number): string | undefined {
  const letters = tokens[to + 2]?.form ?? "";
  const bracketed = tokens[to + 1]?.form === "(" && tokens[to + 3]?.form === ")";
  return bracketed && /^\p{Lu}{2}[\p{L}\d]{0,6}$/u.test(letters) ? letters : undefined;
}

const natural = new Set(naturalLawNouns.split(" "));
const gatherings = new Set(gatheringModifiers.split(" "));
const bodies = new Set(bodyNouns.split(" "));

/** "Mayor Bill Reeve", "the Democratic convention", "Harbour Law School", "at the convention": somebody, a meeting, a body. */
function isNoInstrument(tree: Tree, from: number, to: number): boolean {
  const { tokens, names } = tree.sentence;
  const word = tokens[to]!;
  if (names.some((name) => name.type === "PER" && name.first <= to && to <= name.last)) return true;
  const next = tokens[to + 1]?.form ?? "";
  // "the law of unintended consequences"
  if (/^laws?$/i.test(word.form) && /^of$/i.test(tokens[to + 1]?.form ?? ""))
    if (tokens.slice(to + 2, to + 5).some(({ lemma }) => natural.has(lemma.toLowerCase()))) return true;
  if (word.form === "Bill" && /^\p{Lu}/u.test(next)) return true;
  if (bodies.has(next.toLowerCase().replace(/s$/, ""))) return true;
  if (!/^convention$/i.test(word.form)) return false;
  const before = tokens.slice(Math.max(0, from - 1), to).map((one) => one.form.toLowerCase());
  return (
    before.some((one) => gatherings.has(one)) ||
    /^(?:at|before|after|during)$/.test(prepositionOf(tree, word))
  );
}

function nameOf(words: string): string {
  return words.replaceAll(/\s+/g, " ").replace(/^(the|a|an|its|their|his|her)\s+/i, "");
}

/** The token of a run that hangs outside it. */
function headOf(tokens: readonly Token[], from: number, to: number): Token {
  for (let i = from; i <= to; i++) {
    const one = tokens[i]!;
    if ((one.head < from || one.head > to) && one.upos !== "PUNCT" && one.upos !== "DET") return one;
  }
  return tokens[to]!;
}

type Run = readonly [from: number, to: number, particular: boolean];

/** "50", "12a", "9,235", "2003/88", "XI". */
const number = /^(\d{1,3}(,\d{3})+|\d{1,5}[a-z]?(\(\w+\))*(\/\d{1,4})?|[IVXL]{1,6})$/;

/** "Title 50", "section 2 of the Sanctions Act", "UN Security Council Resolution 2733", "Article 51 of the UN Charter". */
function numberedAt(tokens: readonly Token[], i: number): Run | undefined {
  const word = tokens[i]!;
  if (!numbered.has(word.form.toLowerCase()) && !numbered.has(word.lemma.toLowerCase())) return undefined;
  if (word.upos === "VERB" || word.xpos.startsWith("VB")) return undefined;
  let to = i + 1;
  if (/^(no\.?|number|nos\.?)$/i.test(tokens[to]?.form ?? "")) to++;
  if (!number.test(tokens[to]?.form ?? "")) return undefined;
  // "Section 18C", which is parted
  const letter = tokens[to + 1];
  if (letter?.start === tokens[to]!.end && /^[A-Z]{1,2}$/.test(letter.form)) to++;
  const capital = /^[A-Z]/.test(word.form);
  if (!capital && !/^(title|section|article|resolution|regulation|rule|decree|law)$/.test(word.form))
    return undefined;
  const from = leftOfName(tokens, i);
  const of = tokens[to + 1]?.form.toLowerCase() === "of" ? nameAfter(tokens, to + 2) : undefined;
  if (of !== undefined) to = of;
  else if (/^(authority|powers?)$/i.test(tokens[to + 1]?.form ?? "")) to += 1;
  return [from, to, true];
}

/** Back over capitalised words that belong to the name ("UN Security Council Resolution"). */
function leftOfName(tokens: readonly Token[], i: number): number {
  let from = i;
  while (
    from > 0 &&
    /^[A-Z]/.test(tokens[from - 1]!.form) &&
    (tokens[from - 1]!.upos === "PROPN" || (from > 1 && /^(?:ADJ|NOUN)$/.test(tokens[from - 1]!.upos))) &&
    /^[A-Z]/.test(tokens[i]!.form)
  )
    from--;
  return from;
}

/** From an optional article to the end of a name that ends in a word of law. */
function nameAfter(tokens: readonly Token[], start: number): number | undefined {
  let at = start;
  if (/^(the|its|their)$/i.test(tokens[at]?.form ?? "")) at++;
  let end: number | undefined;
  for (let i = at; i < Math.min(tokens.length, at + 8); i++) {
    const word = tokens[i]!;
    const joins = /^(of|on|the|and|for|against)$/.test(word.form);
    const kind = modifiers.has(word.form.toLowerCase());
    // "the code of criminal procedure"
    const procedure = end !== undefined && word.form.toLowerCase() === "procedure" && i - end <= 3;
    if (!/^[A-Z]/.test(word.form) && !joins && !kind && !procedure && !named.has(word.form.toLowerCase()))
      break;
    if (procedure || named.has(word.form.toLowerCase())) end = i;
  }
  return end === undefined ? undefined : numberBehind(tokens, end);
}

/** "Sanctions Act", "Vienna Convention on …": capitalised, ending in a word of law, or a name of type LAW. */
function namedAt(tree: Tree, i: number): Run | undefined {
  const { tokens, names } = tree.sentence;
  const token = tokens[i]!;
  if (!/^[A-Z]/.test(token.form) || (token.upos !== "PROPN" && token.upos !== "NOUN" && token.upos !== "ADJ"))
    return undefined;
  let to: number | undefined;
  let at = i;
  while (at < tokens.length && at < i + 8) {
    const word = tokens[at]!;
    if (named.has(word.form.toLowerCase()) && (/^[A-Z]/.test(word.form) || at > i)) {
      if (/^[A-Z]/.test(word.form)) to = at;
      break;
    }
    // "Freedom of Access to Clinic Entrances Act"
    const joins = word.form === "to" && tokens.slice(i, at).some(({ form }) => form === "of");
    if (!/^[A-Z]/.test(word.form) && !joins && !/^(of|and|the|-|for|on|’s|'s|\(|\))$/.test(word.form)) break;
    at++;
  }
  if (to === undefined) {
    const law = names.find((name) => name.first === i && name.type === "LAW");
    if (
      law === undefined ||
      law.last === law.first ||
      !tokens.slice(law.first, law.last + 1).some((one) => named.has(one.form.toLowerCase()))
    )
      return undefined;
    return [law.first, law.last, true];
  }
  if (to === i && tokens[i + 1]?.form.toLowerCase() !== "on" && !/^(Constitution|Charter)$/.test(token.form))
    return undefined;
  // "Convention on the Law of the Sea"
  if (/^(on|of|for|against|relating)$/.test(tokens[to + 1]?.form ?? "")) {
    let end = to;
    for (let k = to + 1; k < Math.min(tokens.length, to + 10); k++) {
      const word = tokens[k]!;
      if (/^[A-Z]/.test(word.form)) end = k;
      else if (!/^(on|of|the|and|for|against|relating|to)$/.test(word.form)) break;
    }
    to = end;
  }
  to = numberBehind(tokens, to);
  return to - i > 0 || /^(Constitution|Charter)$/.test(token.form) ? [i, to, true] : undefined;
}

/** "Presidential Decree 88", "Terrorism Act 2000", "Fisheries Act of 1999": the number or year belongs to the name. */
function numberBehind(tokens: readonly Token[], to: number): number {
  const of = tokens[to + 1]?.form === "of" ? 1 : 0;
  const next = tokens[to + 1 + of];
  if (next === undefined) return to;
  const year = /^(?:1[6-9]|20)\d\d$/.test(next.form);
  return year || (of === 0 && number.test(next.form) && numbered.has(tokens[to]!.form.toLowerCase()))
    ? next.i
    : to;
}

/** Printed in capitals throughout, where a capital tells no name. */
function isShouted(tree: Tree): boolean {
  return !tree.sentence.tokens.some((one) => /[a-z]{2}/.test(one.form));
}

/** "international law", "a court ruling", "Paraguay's anti-kidnapping law of 2026". */
function commonAt(tree: Tree, token: Token): Run | undefined {
  if (tree.sentence.tokens[token.i - 1]?.form === "-") return undefined;
  if (token.upos !== "NOUN" || !bases.has(token.lemma.toLowerCase()) || is(token, "compound"))
    return undefined;
  const own = kids(tree, token, "amod", "compound", "nmod", "nummod").filter(
    (one) => !is(one, "nmod") || kid(tree, one, "case")?.form.toLowerCase() === "of",
  );
  // "a land act", never "a cowardly act"
  if (
    token.lemma === "act" &&
    kid(tree, token, "compound") === undefined &&
    !own.some((one) => /^\d{4}$/.test(one.form))
  )
    return undefined;
  // "according to the port authority": a body; one acts under an authority, or has it to do something
  if (token.lemma === "authority" && !isPower(tree, token)) return undefined;
  if (token.lemma === "rule" && !own.some((one) => modifiers.has(one.lemma.toLowerCase()))) return undefined;
  if (own.some((one) => vague.has(one.lemma.toLowerCase()))) return undefined;
  // "an article in the Herald"
  if (token.lemma === "article" && !own.some((one) => is(one, "nmod"))) return undefined;
  const year = own.some((one) => /^(?:1[6-9]|20)\d\d$/.test(one.form));
  const legal = own.some(
    (one) => modifiers.has(one.lemma.toLowerCase()) || (is(one, "nmod") && /^\d{4}$/.test(one.form)),
  );
  const hyphened = own.some(
    (one) => is(one, "compound", "amod") && /^(law|statute|act|ordinance)$/.test(token.lemma),
  );
  const tokens = subtree(tree, token, (one) => {
    if (is(one, "acl", "appos", "conj", "cc", "punct", "nmod:poss", "parataxis", "advcl"))
      return !(is(one, "punct") && one.form === "-");
    if (is(one, "case", "det") && one.head === token.i) return true;
    if (/^VB[DPZ]$/.test(one.xpos)) return true;
    const word = is(one, "nmod") ? kid(tree, one, "case")?.form.toLowerCase() : undefined;
    // "the 2011 protocol on shared watercourses": what it is on is its name
    if (word === "on" && year && one.head === token.i) return false;
    return is(one, "nmod") && (word !== "of" || !(/^\d{4}$/.test(one.form) || one.upos === "PROPN"));
  });
  const first = tokens[0]!.i;
  const last = tokens.at(-1)!.i;
  if (last - first > 10) return undefined;
  return [
    first,
    last,
    (legal || hyphened || year) &&
      /^(law|statute|act|mandate|warrant|ordinance|decree|constitution|treaty|protocol|convention|pact|accord|charter|covenant|resolution|directive|ruling)$/.test(
        token.lemma,
      ),
  ];
}

function isPower(tree: Tree, authority: Token): boolean {
  const infinitive = kids(tree, authority, "acl").some((one) => one.xpos === "VB");
  return (
    infinitive ||
    /^(?:under|on|within|by virtue of|pursuant to|on the basis of)$/.test(prepositionOf(tree, authority))
  );
}

// ── How it is invoked ──

const invoking = new Set(invokingVerbs.split(" "));
const enabling = new Set(enablingVerbs.split(" "));
const barring = new Set(barringVerbs.split(" "));
const breaching = new Set(breachVerbs.split(" "));
const breaches = new Set(breachNouns.split(" "));
const unders = underWords.split("|");
const disputing = new Set(disputingVerbs.split(" "));
const anaphors = new Set(legalAnaphors.split(" "));

interface Frame {
  readonly kind: "under" | "invoked" | "subject" | "breached" | "named";
  /** The word of the act that stands on it, or that it lets happen. */
  readonly act: Token | undefined;
  /** The verb that invokes, enables or breaches. */
  readonly verb: Token | undefined;
}

function frameOf(tree: Tree, head: Token): Frame | undefined {
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
function isOpen(tree: Tree, verb: Token): boolean {
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

function prepositionOf(tree: Tree, token: Token): string {
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

function findingOf(context: Context, tree: Tree, instrument: Instrument): LegalFinding | undefined {
  const frame = frameOf(tree, instrument.head);
  if (frame === undefined && !instrument.particular) return undefined;
  // named by the way ("the achievements of the Harbours Act"): nothing is done on it
  if (
    frame === undefined &&
    !/\d|\b(?:UN|U\.N\.|United Nations|[Ii]nternational|[Hh]umanitarian)\b/.test(instrument.name)
  )
    if (!isOfAct(tree, instrument.head)) return undefined;
  if (
    frame !== undefined &&
    !instrument.particular &&
    (frame.kind === "subject" || frame.kind === "named" || frame.kind === "invoked") &&
    !/^(law|statute|warrant|mandate|self-defen[cs]e|treaty|convention|constitution|charter|decree)$/.test(
      instrument.head.lemma,
    )
  )
    return undefined;
  if (!instrument.particular && !specific(tree, instrument.head)) return undefined;
  const speaker = context.speakerAt(instrument.span);
  const speaking = context.actors.find((one) => one.id === speaker.actor);
  const breached = frame?.kind === "breached";
  const relying = relierOn(context, tree, instrument.head);
  const open = frame?.kind === "named" && frame.verb !== undefined && isOpen(tree, frame.verb);
  const invoker =
    breached || open
      ? undefined
      : (relying ?? invokerOf(context, tree, frame) ?? (isStoodOn(frame) ? speaking : undefined));
  // who asks whether a law was broken disputes nothing yet
  const asked = breached && statusOf(tree, clauseOf(tree, instrument.head)).certainty === "unknown";
  const disputer = breached ? (asked ? undefined : speaking) : disputerOf(context, tree, instrument);
  // "the ministry leans on Article 12": who invokes it is not what it is for
  const who =
    frame?.kind === "invoked" && frame.act !== undefined && refWho(context, tree, frame.act)
      ? true
      : undefined;
  const act = frame?.act?.upos === "PRON" || who === true ? undefined : frame?.act;
  const own = act === undefined ? undefined : actSpan(tree, act, instrument);
  const little = own === undefined || saysLittle(tree, own);
  const span = little ? enabledBy(context, tree) : own;
  return legalFinding(context, tree, instrument.head, {
    instrument: instrument.name,
    words: instrument.span,
    ...(invoker === undefined ? {} : { invokedBy: refFrom(invoker) }),
    ...(span === undefined ? {} : breached ? { brokenBy: span } : { for: span }),
    ...(disputer === undefined ? {} : { disputedBy: refFrom(disputer) }),
  });
}

/** Who only speaks of a law does not stand on it. */
const isStoodOn = (frame: Frame | undefined) =>
  frame !== undefined && /^(?:under|invoked|subject)$/.test(frame.kind);

/** Its clause says what it lets, bars or is done to: "the law on parties was adopted", "faced with a resolution which bars it". */
function isOfAct(tree: Tree, head: Token): boolean {
  return (
    is(head, "nsubj", "nsubj:pass") ||
    kid(tree, head, "acl:relcl", "acl") !== undefined ||
    disputing.has(parent(tree, head)?.lemma.toLowerCase() ?? "")
  );
}

function refFrom({ id, name, kind, country, wikidata }: ActorRef): ActorRef {
  return {
    id,
    name,
    kind,
    ...(country === undefined ? {} : { country }),
    ...(wikidata === undefined ? {} : { wikidata }),
  };
}

const vague = new Set(vagueModifiers.split(" "));

/** "under the law" says which only with a word of its own; a state has one constitution. */
function specific(tree: Tree, noun: Token): boolean {
  if (/^(?:constitution|charter)$/.test(noun.lemma)) return true;
  return kid(tree, noun, "amod", "compound", "nmod", "nmod:poss", "acl") !== undefined;
}

function invokerOf(context: Context, tree: Tree, frame: Frame | undefined): ActorRef | undefined {
  if (frame === undefined) return undefined;
  const verb = frame.verb ?? frame.act;
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  if (frame.kind === "subject" || (frame.kind === "named" && isOpen(tree, verb))) return undefined;
  const doer = doers(tree, verb)[0];
  if (doer === undefined) return undefined;
  const ref = context.actorAt(tree.sentence.index, doer.i);
  // Troops that would act under a title obey it; whoever sends or speaks for them invokes it.
  return ref === undefined || (frame.kind === "under" && !mayInvoke.test(ref.kind)) ? undefined : ref;
}

const refWho = (context: Context, tree: Tree, token: Token) =>
  /^(?:NOUN|PROPN)$/.test(token.upos) && is(token, "nsubj") && canAct(context, tree, token);

/** "Nairobi's reliance on Article 51": whose it is. */
function relierOn(context: Context, tree: Tree, head: Token): ActorRef | undefined {
  const noun = is(head, "nmod") ? parent(tree, head) : undefined;
  if (noun === undefined || !relying.has(noun.lemma.toLowerCase())) return undefined;
  const owner = kid(tree, noun, "nmod:poss");
  return owner === undefined ? undefined : context.actorAt(tree.sentence.index, owner.i);
}

const relying = new Set(invokingNouns.split(" "));

const mayInvoke =
  /^(person|country|government|ministry|military|police|legislature|court|party|intergovernmental|organisation|company)$/;

/** The act without the instrument itself. */
function actSpan(tree: Tree, act: Token, instrument: Instrument): Span | undefined {
  if (act.upos === "NOUN" || act.upos === "PROPN") {
    const phrase = nounPhrase(tree, act);
    if (phrase.start > instrument.span.start || phrase.end < instrument.span.end) return phrase;
    // "a transaction under Section 12": the transaction
    const before = subtree(tree, act, (one) => is(one, "nmod", "acl", "appos") && one.i > act.i);
    const own = before.filter((one) => one.end <= instrument.span.start && !is(one, "case"));
    // "the Section 12 transaction": nothing stands before it
    return own.some((one) => one.upos !== "PUNCT" && one.upos !== "DET") ? spanOf(own) : undefined;
  }
  const tokens = subtree(tree, act, (one) => {
    if (is(one, "parataxis", "advcl", "acl:relcl", "discourse")) return true;
    if (one.start >= instrument.span.start && one.end <= instrument.span.end) return true;
    const holds = subtree(tree, one).some((part) => part.i === instrument.head.i);
    // "had refused to let lawyers attend, in breach of …": the phrase goes, the verbs stay
    if (holds && !is(one, "xcomp", "ccomp")) return true;
    if (one.head !== act.i) return false;
    return is(one, "conj", "cc", "mark", "punct", "case");
  });
  return tokens.length === 0 ? undefined : spanOf(tokens);
}

/** A lone word ("operate") does not tell what is done. */
function saysLittle(tree: Tree, { start, end }: Span): boolean {
  return tree.sentence.tokens.filter((one) => one.start >= start && one.end <= end).length < 2;
}

/** What the next sentence says that "this authority" would allow. */
function enabledBy(context: Context, tree: Tree): Span | undefined {
  const next = context.sentences[tree.sentence.index + 1];
  if (next === undefined || next.block !== tree.sentence.block) return undefined;
  const other = context.treeAt(next.index);
  for (const verb of other.sentence.tokens) {
    if (verb.upos !== "VERB" || !enabling.has(verb.lemma.toLowerCase())) continue;
    const subject = kid(other, verb, "nsubj");
    if (subject === undefined || !anaphors.has(subject.lemma.toLowerCase())) continue;
    if (!kids(other, subject, "det").some((one) => /^(that|this|the|such)$/i.test(one.form))) continue;
    const object = kid(other, verb, "obj");
    if (object !== undefined) return nounPhrase(other, object);
  }
  return undefined;
}

/** In this sentence or the next, somebody rejects "that reading", "the statute", "it". */
function disputerOf(context: Context, tree: Tree, instrument: Instrument): ActorRef | undefined {
  for (const index of [tree.sentence.index, tree.sentence.index + 1]) {
    const sentence = context.sentences[index];
    if (sentence === undefined || (index > tree.sentence.index && sentence.block !== tree.sentence.block))
      continue;
    const other = context.treeAt(index);
    for (const token of sentence.tokens) {
      if (token.upos !== "VERB" || !disputing.has(token.lemma.toLowerCase())) continue;
      const object = kid(other, token, "obj");
      if (object === undefined) continue;
      const itself =
        index === tree.sentence.index && subtree(other, object).some((one) => one.i === instrument.head.i);
      const again =
        anaphors.has(object.lemma.toLowerCase()) &&
        kids(other, object, "det").some((one) => /^(that|this|the|such)$/i.test(one.form)) &&
        object.start > instrument.span.end;
      if (!itself && !again) continue;
      const doer = doers(other, token)[0];
      const ref = doer === undefined ? undefined : refOf(context, other, doer);
      if (ref !== undefined) return ref;
    }
  }
  return undefined;
}

function legalFinding(
  context: Context,
  tree: Tree,
  head: Token,
  legalBasis: LegalFinding["legalBasis"],
): LegalFinding {
  const time = context.timeAt(tree.sentence.index, head.i);
  const status = statusOf(tree, clauseOf(tree, head));
  return {
    kind: "legal-basis",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: hedgesOn(context, tree, head, legalBasis.words),
    },
    ...(status.polarity === "denied" ? {} : { status }),
    speaker: context.speakerAt(legalBasis.words),
    actors: legalBasis.invokedBy === undefined ? [] : [legalBasis.invokedBy],
    recipients: [],
    instruments: [],
    places: [],
    ...(time === undefined ? {} : { time }),
    legalBasis,
  };
}

// ── Rulings: "The High Court ruled that the president may not send troops abroad" ──

const courts = new Set(courtNouns.split(" "));
const ruling = new Set(rulingVerbs.split(" "));

function rulingIn(context: Context, tree: Tree): LegalFinding | undefined {
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB" || !ruling.has(token.lemma.toLowerCase())) continue;
    const court = kid(tree, token, "nsubj");
    const clause = kid(tree, token, "ccomp");
    if (court === undefined || clause === undefined || clause.i < token.i) continue;
    if (!courts.has(court.lemma.toLowerCase()) || kid(tree, token, "aux") !== undefined) continue;
    if (statusOf(tree, token).polarity === "denied") continue;
    const { start, end } = nounPhrase(tree, court);
    return legalFinding(context, tree, token, {
      instrument: `ruling of ${context.text.slice(start, end).replaceAll(/\s+/g, " ").replace(/^The /, "the ")}`,
      words: { start: token.start, end: token.end },
      for: spanOf(subtree(tree, clause, (one) => is(one, "mark") && one.head === clause.i)),
    });
  }
  return undefined;
}

// ── Designations ──

const designating = new Set(designatingVerbs.split(" "));

/** "classified several cartels as foreign terrorist organisations". */
function designationIn(context: Context, tree: Tree): LegalFinding | undefined {
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB" || !designating.has(token.lemma.toLowerCase()) || is(token, "amod")) continue;
    const as = subtree(tree, token).find(
      (one) =>
        one.i > token.i &&
        one.upos === "NOUN" &&
        kids(tree, one, "case", "mark").some((word) => word.form.toLowerCase() === "as"),
    );
    const object = kid(tree, token, "obj", "nsubj:pass");
    const what = as ?? (token.lemma === "deem" ? kid(tree, token, "xcomp") : undefined);
    if (
      what === undefined ||
      !/^(organi[sz]ation|group|entity|terrorist|sponsor|network|gang|criminal|company|threat|agent|zone|area)$/.test(
        what.lemma,
      )
    )
      continue;
    if (as === undefined && object === undefined) continue;
    // "listed him as an area agent": where a person works
    if (isPersonNoun(what) && !/^(?:terrorist|criminal|agent)$/.test(what.lemma)) continue;
    if (/^(?:NNS?|JJ)$/.test(tree.sentence.tokens[what.i + 1]?.xpos ?? "")) continue;
    const doer = doers(tree, token)[0];
    const invoker = doer === undefined ? undefined : refOf(context, tree, doer);
    const marks = kids(tree, what, "case", "mark");
    const phrase = nounPhrase(tree, what);
    const start = marks.length === 0 ? phrase.start : Math.max(phrase.start, marks.at(-1)!.end + 1);
    const result = kids(tree, token, "advcl").find((one) => one.xpos === "VBG");
    const act = result === undefined ? undefined : grantedBy(tree, result);
    return legalFinding(context, tree, token, {
      instrument: `designation as ${context.text.slice(start, phrase.end)}`,
      words: { start: token.start, end: phrase.end },
      ...(invoker === undefined ? {} : { invokedBy: invoker }),
      ...(act === undefined ? {} : { for: act }),
    });
  }
  return undefined;
}

/** "granting agencies expanded authority for covert operations": what it is for. */
function grantedBy(tree: Tree, verb: Token): Span | undefined {
  const object = kid(tree, verb, "obj");
  const act = object === undefined ? undefined : kid(tree, object, "nmod", "acl");
  if (act === undefined) return undefined;
  return nounPhrase(tree, act);
}
