/** Instruments of law in a sentence: numbered, named, or called by a common noun ("section 2", "the Sanctions Act", "a warrant"). */
import {
  basisNouns,
  bodyNouns,
  gatheringModifiers,
  legalModifiers,
  namedInstruments,
  naturalLawNouns,
  numberedInstruments,
  vagueModifiers,
} from "../../language/en/law.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { is, kid, kids, subtree, type Tree } from "../tree.ts";
import { prepositionOf } from "./frames.ts";

export interface Instrument {
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

/** In text order. `short`: full names by the short ones that the report has given them so far. */
export function instrumentsIn(context: Context, tree: Tree, short: Map<string, string>): Instrument[] {
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

const vague = new Set(vagueModifiers.split(" "));
