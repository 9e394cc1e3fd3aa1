/** Numbers that name, date, place or measure instead of counting. */
import { votingVerbs, winningVerbs } from "../../language/en/counting.ts";
import { notCounted } from "../../language/en/people.ts";
import { table } from "../../language/en/table.ts";
import type { Token } from "../../model/sentence.ts";
import type { Context } from "../context.ts";
import { isPersonNoun, nameType } from "../event/triggers.ts";
import { fateBeside } from "../measure/beside.ts";
import { is, kids, parent, type Tree, upward } from "../tree.ts";
import { isCounting } from "./counters.ts";
import { isAmount } from "./nouns.ts";
import type { Quantity } from "./numbers.ts";

/** "911 calls", and the end of a number that its page broke in two ("31, 000"). */
export function isNoCount({ sentence: { tokens } }: Tree, { first, last }: Quantity): boolean {
  const form = tokens[first]!.form;
  if (/^0{2,}$/.test(form)) return true;
  return (
    /^(?:911|999|112)$/.test(form) &&
    /^(?:call|caller|operator|dispatcher|recording)s?$/i.test(tokens[last + 1]?.form ?? "")
  );
}

/** "1040 Hundreds of people are feared dead": when an entry of a live page was written. */
export function isEntryTime({ sentence: { tokens } }: Tree, { first, last, bare }: Quantity): boolean {
  if (first !== 0 || last !== 0 || !bare || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens[0]!.form)) return false;
  const next = tokens[1];
  return next !== undefined && /^\p{Lu}/u.test(next.form) && next.upos !== "ADJ";
}

/** "Image 6 of 13": which of a page's pictures it is. */
export function isInSeries({ sentence: { tokens } }: Tree, { first, last }: Quantity): boolean {
  const isPiece = (i: number) => /^(?:image|photo|picture|slide|page|video)$/i.test(tokens[i]?.form ?? "");
  if (tokens[last + 1]?.form === "of" && isPiece(first - 1)) return true;
  return tokens[first - 1]?.form === "of" && tokens[first - 2]?.upos === "NUM" && isPiece(first - 3);
}

/** Part of a date or time, or a year. */
export function isDated(context: Context, tree: Tree, quantity: Quantity): boolean {
  const { start, end } = {
    start: tree.sentence.tokens[quantity.first]!.start,
    end: tree.sentence.tokens[quantity.last]!.end,
  };
  if (context.timesIn(tree.sentence).some((time) => time.start < end && start < time.end)) return true;
  if (!quantity.bare || quantity.best === null || quantity.best < 1500 || quantity.best > 2100) return false;
  const token = tree.sentence.tokens[quantity.first]!;
  if (/^(in|since|until|during|of)$/i.test(tree.sentence.tokens[quantity.first - 1]?.form ?? "")) return true;
  const head = parent(tree, token);
  return !(is(token, "nummod") && head !== undefined && head.i > token.i && head.xpos.endsWith("S"));
}

const uncounted = new Set(notCounted.split(" "));

/** "cubic metres" as "m3", "square miles" as "mi2": lengths count nothing, what they enclose does. */
export function enclosedUnit(tree: Tree, noun: Token): string | undefined {
  const length = lengths[noun.lemma.toLowerCase()];
  if (length === undefined) return undefined;
  const power = kids(tree, noun, "amod", "compound").find(
    (one) => powers[one.lemma.toLowerCase()] !== undefined,
  );
  return power === undefined ? undefined : `${length}${powers[power.lemma.toLowerCase()]}`;
}

const lengths: Readonly<Record<string, string>> = table({
  metre: "m",
  meter: "m",
  kilometre: "km",
  kilometer: "km",
  foot: "ft",
  yard: "yd",
  mile: "mi",
});

const powers: Readonly<Record<string, 2 | 3>> = table({ square: 2, sq: 2, cubic: 3 });

/** Numbers that name, date, place or measure instead of counting. */
export function counts(tree: Tree, quantity: Quantity, noun: Token): boolean {
  const { tokens } = tree.sentence;
  const money = quantity.unit !== undefined;
  if (money) return true;
  const number = tokens[quantity.first]!;
  // "Boeing 747 crews"
  const before = tokens[quantity.first - 1];
  if (
    before?.upos === "PROPN" &&
    !/^(LOC|PER)$/.test(nameType(tree, before) ?? "") &&
    !isDay(before.form) &&
    /^\d+$/.test(number.form)
  )
    return false;
  // "children ages 11 to 15", "between the ages of 3 and 5"
  if (
    tokens
      .slice(Math.max(0, quantity.first - 3), quantity.first)
      .some((one) => /^(ages|aged)$/i.test(one.form))
  )
    return false;
  // "M-16", "COVID-19": part of a name.
  const dash = tokens[quantity.first - 1];
  if (
    dash?.form === "-" &&
    dash.end === number.start &&
    /^[A-Za-z]+$/.test(tokens[quantity.first - 2]?.form ?? "")
  )
    return false;
  if (
    quantity.decimal &&
    (quantity.best ?? quantity.low ?? 0) < 1000 &&
    !isAmount(noun) &&
    enclosedUnit(tree, noun) === undefined
  )
    return false;
  const outside = noun.i < quantity.first || noun.i > quantity.last;
  // "Title 50", "Flight 17", "Resolution 1701", "aged 12": the number follows its noun and names it.
  if (
    outside &&
    noun.i < quantity.first &&
    fateBeside(tokens, quantity.last) === undefined &&
    is(number, "nummod", "flat", "dep", "appos", "compound", "nmod:desc")
  )
    return false;
  if (
    !isKept(tree, noun) &&
    enclosedUnit(tree, noun) === undefined &&
    (uncounted.has(noun.lemma.toLowerCase()) || uncounted.has(noun.form.toLowerCase()))
  )
    return false;
  if (outside && noun.upos === "PROPN" && !noun.xpos.endsWith("S")) return false;
  if (!outside) {
    if (isAge(tree, quantity)) return false;
    const before = tokens[quantity.first - 1];
    if (
      before !== undefined &&
      /^(No\.?|no\.|#|number|age|aged|Interstate|Route|Highway|channel|at|unit|exit)$/.test(before.form) &&
      quantity.span.start === number.start
    ) {
      if (before.form !== "at" || quantity.bare) return before.form === "at" && !quantity.bare;
    }
  }
  const next = tokens[quantity.last + 1];
  if (
    next !== undefined &&
    /^(-?year-?s?-?old|year|yr|yo|y\/o|st|nd|rd|th|p\.?m\.?|a\.?m\.?|mm|caliber|calibre)$/i.test(next.form)
  )
    return false;
  if (
    next?.form === "-" &&
    /^(year|month|week|day|hour|minute|mile|foot|inch|man|page|member|point|time|bedroom|story|storey)$/i.test(
      tokens[quantity.last + 2]?.form ?? "",
    )
  )
    return false;
  return true;
}

const winning = new Set(winningVerbs.split(" "));
const voting = new Set(votingVerbs.split(" "));

/** Nouns that count only where somebody keeps count of them or wins them: "27 cases", "44 seats". */
export function isKept(tree: Tree, noun: Token): boolean {
  if (!/^(?:case|seat|vote|district)$/.test(noun.lemma)) return false;
  const verb = upward(tree, noun).find((one) => one.upos === "VERB");
  if (verb === undefined) return false;
  if (noun.lemma === "case") return isCounting(verb);
  return (
    winning.has(verb.lemma.toLowerCase()) || (noun.lemma === "vote" && voting.has(verb.lemma.toLowerCase()))
  );
}

/** "Smith, 34, was killed": an aside after a person. */
function isAge(tree: Tree, quantity: Quantity): boolean {
  // "30 men, 12 of whom": a part of them
  const of = tree.sentence.tokens[quantity.last + 1]?.form === "of";
  if (of && /^(?:whom|which|them|those|these)$/.test(tree.sentence.tokens[quantity.last + 2]?.form ?? ""))
    return false;
  const { tokens } = tree.sentence;
  const before = tokens[quantity.first - 1];
  const after = tokens[quantity.last + 1];
  if (quantity.best === null || quantity.best > 120) return false;
  if (before?.form === "(" && after?.form === ")") return true;
  // "the soldiers, both 20, were wounded"
  if (/^(both|all|each)$/i.test(before?.form ?? "") && after?.form === ",") return true;
  if (before?.form !== ",") return false;
  const name = tokens[quantity.first - 2];
  const aside = after === undefined || /^(,|\.|;|and|of|who|was|were|is|has)$/.test(after.form);
  const person = name !== undefined && (name.upos === "PROPN" || isPersonNoun(name));
  return aside && name !== undefined && (person || nameType(tree, name) === "PER");
}

const isDay = (form: string) =>
  /^([A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    form,
  );
