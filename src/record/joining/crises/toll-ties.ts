/**
 * What ties a count to a war, an uprising or a campaign as a whole: "killed since the uprising began", "the conflict, which has
 * cost 5,000 lives", "in five days of violence". A word for it elsewhere in the sentence says nothing, a single attack or a day
 * beside the count says that it is theirs.
 */
import {
  beginnings,
  blows,
  breaks,
  campaigns,
  comparisons,
  conflicts,
  fleeings,
  joining,
  notItself,
  ofOneDay,
  ofPart,
  parties,
  restingPlaces,
  risings,
  risingsUp,
  singleCauses,
  somewhere,
  spans,
  sums,
  takings,
  troubles,
  wholes,
} from "../../lexicon/conflicts.ts";
import { functionWords } from "../../lexicon/function-words.ts";
import { numberNames } from "../../tellings/numbers.ts";
import { fold } from "../../tellings/words.ts";

/** A conflict, what one side does in it, or many blows. */
export type ConflictKind = "conflict" | "campaign" | "blows";

export interface Tie {
  readonly kind: ConflictKind;
  /** Days since it began, as the sentence says; undefined where it says nothing of it. */
  readonly age: number | undefined;
  /** Says "since it began", of a time that may be named. */
  readonly sinceBeginning: boolean;
  /** A word with a capital that says which conflict it is, as printed: "Tolland's", "the Vessian uprising". */
  readonly name: string | undefined;
  /** The name is that of where it is ("the protests in Eastport"), and not of what it is. */
  readonly isIn: boolean;
  /** Is of a place that the sentence leaves without a name ("in the city"). */
  readonly isSomewhere: boolean;
}

interface Token {
  readonly word: string;
  readonly raw: string;
  readonly start: number;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));
const pluralsToo = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).flatMap((word) => [word, `${word}s`, `${word}es`, word.replace(/y$/u, "ies")]));

const strong = pluralsToo(conflicts);
const weak = setOf(troubles);
const rises = setOf(risingsUp);
const campaign = pluralsToo(campaigns);
const causes = pluralsToo(singleCauses);
const single: ReadonlySet<string> = new Set([...causes, ...pluralsToo(restingPlaces)]);
const many = new Set(blows.split(" ").map((word) => `${word}s`));
const [further, takes, summing, rising] = [notItself, takings, sums, risings].map(setOf);
const [begins, breaking, dayWords, parts, joins] = [beginnings, breaks, ofOneDay, ofPart, joining].map(setOf);
const [places, compared, flight, leading, fighters] = [somewhere, comparisons, fleeings, wholes, parties].map(
  setOf,
);
const articles: ReadonlySet<string> = new Set(["the", "a", "an", "this", "that"]);
const units: readonly string[] = spans.split(" ");
const daysOf: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365 };

/** Tokens on either side of a count that are looked at. */
const reach = 28;

/** Whether the words name anything that a count could be tied to. */
export function mayBeTied(words: readonly string[]): boolean {
  return words.some(
    (word) => strong.has(word) || weak.has(word) || campaign.has(word) || many.has(word) || word === "toll",
  );
}

/** "The crackdown, which has killed 200": no name of those who were killed. */
export function namesConflict(words: readonly string[]): boolean {
  return words.some((word) => strong.has(word) || weak.has(word));
}

/** Whether a report that begins so is about violence that goes on. */
export function isOfConflict(opening: readonly string[]): boolean {
  return namesConflict(opening) || opening.some((word) => fighters!.has(word));
}

export function namesSingleCause(words: readonly string[]): boolean {
  return words.some((word) => causes.has(word));
}

/** `start` and `end` are the number's, in the sentence. */
export function tieOf(sentence: string, start: number, end: number): Tie | undefined {
  const tokens = tokensOf(sentence);
  const first = tokens.findIndex((one) => one.start >= start);
  if (first < 0) return undefined;
  const next = tokens.findIndex((one) => one.start >= end);
  const last = next < 0 ? tokens.length - 1 : next - 1;
  return tieAfter(tokens, last) ?? tieBefore(tokens, first, last);
}

function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*|[,;:()–—]/gu)].map(({ 0: raw, index }) => ({
    word: fold(raw),
    raw,
    start: index,
  }));
}

function kindOf(tokens: readonly Token[], at: number): ConflictKind | undefined {
  const { word } = tokens[at]!;
  if (further!.has(tokens[at + 1]?.word ?? "")) return undefined;
  // half of a name: "the First World War"
  if (isNameOfOld(tokens, at)) return undefined;
  if (strong.has(word) || weak.has(word)) return "conflict";
  if (campaign.has(word)) return "campaign";
  return many.has(word) ? "blows" : undefined;
}

/** "World War", "the Gulf War": with a capital, and not after a nation or "Civil". */
function isNameOfOld(tokens: readonly Token[], at: number): boolean {
  const { raw, word } = tokens[at]!;
  if (word !== "war" || raw !== "War") return false;
  return tokens[at - 1]?.word !== "civil";
}

/** "… killed in Tolland's conflict", "… killed since the protests began in March" */
function tieAfter(tokens: readonly Token[], last: number): Tie | undefined {
  let sinceAt = -1;
  for (let i = last + 1; i < Math.min(tokens.length, last + reach); i++) {
    const { word } = tokens[i]!;
    if (word === "since") {
      if (tokens.slice(Math.max(last, i - 5), i).some((one) => compared!.has(one.word))) return undefined;
      sinceAt = i;
    }
    if (/^[;:]$/u.test(word) || breaking!.has(word)) {
      if (!(word === "after" && isSpanAt(tokens, i + 1))) return undefined;
    }
    if (word === "as" && tokens[i + 2]?.word !== "result") return undefined;
    if (dayWords!.has(word) && sinceAt < 0) return undefined;
    if (single.has(word) && !many.has(word) && sinceAt < 0) return undefined;
    const kind = kindOf(tokens, i);
    if (kind === undefined) continue;
    const from = joinOf(tokens, last + 1, i);
    if (from === undefined) continue;
    const tie = made(tokens, { kind, at: i, from, around: [Math.max(0, last - 7), i + 5] });
    const isOfAll = tie.sinceBeginning || (tie.age ?? 0) >= fewestDays;
    // "199 people fleeing the war" are those of one boat; those who "have fled" it are all
    const isFlight = flight!.has(tokens[from]!.word);
    const isFled = isFlight && perfect.test(tokens[from - 1]?.word ?? "");
    const isSum = rises.has(word) && hasPerfect(tokens, last) && articles.has(tokens[i - 1]!.word);
    const isByName = strong.has(word) && kind === "conflict" && !isFlight;
    const isWhole = isByName || isOfAll || isFled || isSum;
    if (!isWhole || (!isOfAll && namesDay(tokens, i + 1))) return undefined;
    return tie;
  }
  return undefined;
}

/** "have been killed": by now, right after the count. */
function hasPerfect(tokens: readonly Token[], last: number): boolean {
  return tokens.slice(last, last + 5).some(({ word }) => perfect.test(word));
}

/** Violence of fewer days is no more than what happened. */
const fewestDays = 4;
const perfect = /^(?:has|have|had)$/u;

/** Where what ties a count to the word begins; undefined where nothing does, or only a part is meant. */
function joinOf(tokens: readonly Token[], first: number, at: number): number | undefined {
  const low = Math.max(first, at - 8);
  let from: number | undefined;
  for (let i = at - 1; i >= low; i--) {
    const { word } = tokens[i]!;
    if (word === "after" && isSpanAt(tokens, i + 1)) return i;
    if (word === "since") {
      const begun = tokens.slice(i, at + 5).some((one) => begins!.has(one.word));
      return begun ? i : undefined;
    }
    if (word === "and" && from === undefined) return undefined;
    const joinsOn = word === "of" ? leading!.has(tokens[i - 1]?.word ?? "") : joins!.has(word);
    if (from === undefined && (joinsOn || flight!.has(word))) from = i;
    if (parts!.has(word) && !tokens.slice(i, i + 3).some((one) => one.word === "result")) {
      // "since the end of", "in the first days of"
      return undefined;
    }
  }
  return from;
}

/** "the uprising, in which 5,000 have died", "the war has cost 5,000 lives", "the toll of the unrest has topped 5,000" */
function tieBefore(tokens: readonly Token[], first: number, last: number): Tie | undefined {
  const low = Math.max(0, first - reach);
  for (let i = first - 1; i >= low; i--) {
    const { word } = tokens[i]!;
    if (/^[;:]$/u.test(word) || breaking!.has(word)) return undefined;
    const kind = kindOf(tokens, i);
    if (kind === undefined) {
      if (single.has(word) || dayWords!.has(word)) return undefined;
      continue;
    }
    const between = tokens.slice(i + 1, first).map((one) => one.word);
    const isToll = risesAt(tokens, Math.max(0, i - 8), first);
    const isIn = /(?:^| )(?:in|during) which\b/u.test(between.slice(-6).join(" "));
    const verb = between.findIndex((one) => takes!.has(one));
    const which = between.some((one) => one === "that" || one === "which");
    // "squashed the revolution, killing 2,500": what was done to it did
    const isAside = verb > 0 && between[verb - 1] === "," && between[verb]!.endsWith("ing");
    // "the unrest, spurred by …, has left": far from its verb
    const isFar = verb > 0 && perfect.test(between[verb - 1]!) && between.includes(",");
    const isVerb = verb >= 0 && verb <= (which || isFar ? 16 : 6) && between.length - verb <= 9 && !isAside;
    if (!isToll && !isIn && !isVerb) return undefined;
    const from = startOf(tokens, i);
    // "rebels in the uprising killed 40": who did it stands before
    if (isVerb && !which && !isToll && from.isInside && from.age === undefined) return undefined;
    const tie = made(tokens, { kind, at: i, from: from.at, around: [from.at, last + 6] });
    const said = isIn ? tokens.slice(last, last + 6).map((one) => one.word) : between.slice(0, verb + 1);
    const isSum =
      isToll ||
      between.some((one) => summing!.has(one)) ||
      ((isVerb || isIn) && said.some((one) => perfect.test(one)));
    const isLong = (tie.age ?? 0) >= fewestDays;
    const isWhole = kind === "blows" ? isLong : (strong.has(word) && kind === "conflict") || isLong || isSum;
    if (!isWhole || (!isToll && namesDay(tokens, last + 1))) return undefined;
    return tie;
  }
  return undefined;
}

/** "the death toll has passed 500": the toll stands before the count, and rises to it. */
function risesAt(tokens: readonly Token[], from: number, to: number): boolean {
  const toll = tokens.slice(from, to).findIndex(({ word }) => word === "toll");
  return toll >= 0 && tokens.slice(from + toll, to).some(({ word }) => rising!.has(word) || word === "is");
}

/**
 * "The toll has passed 500", where the sentence names no cause: of the conflict that its report begins with. `opening` is
 * that beginning.
 */
export function tollOfOpening(sentence: string, start: number, opening: readonly string[]): boolean {
  const tokens = tokensOf(sentence);
  const first = tokens.findIndex((one) => one.start >= start);
  if (first < 0 || !risesAt(tokens, Math.max(0, first - 12), first)) return false;
  return (
    !tokens.slice(0, first).some(({ word }) => single.has(word)) && opening.some((word) => strong.has(word))
  );
}

/** Where the phrase of the conflict begins, and whether it is one of what happens within it. */
function startOf(
  tokens: readonly Token[],
  at: number,
): { at: number; isInside: boolean; age: number | undefined } {
  const low = Math.max(0, at - 6);
  for (let i = at - 1; i >= low; i--) {
    if (!joins!.has(tokens[i]!.word)) continue;
    const isSpan = tokens[i]!.word === "of" && isSpanAt(tokens, i - 2);
    return { at: i, isInside: !isSpan && tokens[i]!.word !== "of", age: ageIn(tokens, low, at) };
  }
  return { at: Math.max(0, at - 3), isInside: false, age: ageIn(tokens, low, at) };
}

function made(
  tokens: readonly Token[],
  { kind, at, from, around }: { kind: ConflictKind; at: number; from: number; around: [number, number] },
): Tie {
  const phrase = tokens.slice(from, at + 6);
  const isBegun = phrase.some(({ word }) => word === "since") && phrase.some(({ word }) => begins!.has(word));
  return {
    kind,
    age: ageIn(tokens, Math.max(0, from - 4), at),
    sinceBeginning: isBegun,
    ...nameOf(tokens, at),
    isSomewhere: isWithoutName(tokens, ...around),
  };
}

/** "there", "in the city", "in the western town" */
function isWithoutName(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }, i, all) => {
    if (word === "there") return true;
    return places!.has(word) && all.slice(Math.max(0, i - 2), i).some((one) => articles.has(one.word));
  });
}

/** "Vessian", "Tolland" right before the word, or in "the war in Tolland"; nothing where all words have capitals. */
function nameOf(tokens: readonly Token[], at: number): Pick<Tie, "name" | "isIn"> {
  const isShouted = tokens.every(({ raw }) => raw === raw.toUpperCase());
  for (let i = at - 1; i >= Math.max(0, at - 6) && !isShouted; i--) {
    const { raw, word } = tokens[i]!;
    if (joins!.has(word) || articles.has(word) || takes!.has(word) || flight!.has(word)) break;
    if (word === "s" || word === "civil" || /^(?:\p{Ll}|\d)/u.test(raw)) continue;
    if (!/^\p{Lu}/u.test(raw)) break;
    if (!functionWords.has(word)) return { name: raw, isIn: false };
  }
  const [inside, place] = [tokens[at + 1], tokens[at + 2]];
  const isIn = inside?.word === "in" && place !== undefined && /^\p{Lu}/u.test(place.raw);
  return { name: isIn ? place.raw : undefined, isIn };
}

/** "seven-week-old war", "in five days of violence", "the last ten years": in days. */
function ageIn(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let i = to - 1; i > from; i--) {
    const unit = units.find((one) => tokens[i]!.word === one || tokens[i]!.word === `${one}s`);
    if (unit === undefined) continue;
    const before = tokens[i - 1]!.word;
    const count = before === "past" || before === "last" ? 1 : numberOf(before);
    // "three months of fighting", and not "last year's war"
    if (count !== undefined && !(before === "last" && tokens[i + 1]?.word === "s"))
      return count * daysOf[unit]!;
  }
  return undefined;
}

function isSpanAt(tokens: readonly Token[], at: number): boolean {
  return [at, at + 1, at + 2].some((i) => {
    const word = tokens[i]?.word ?? "";
    return units.some((one) => word === one || word === `${one}s`) && tokens[i + 1]?.word === "of";
  });
}

function numberOf(word: string): number | undefined {
  const number = /^\d{1,3}$/u.test(word) ? Number(word) : numberNames.get(word);
  return number === 0 ? undefined : number;
}

/** A day soon after the count, in its own clause: "in the conflict on Friday", "52 people last week". */
function namesDay(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 10); i++) {
    const { word } = tokens[i]!;
    if (/^[,;:]$/u.test(word) || breaking!.has(word) || word === "since") return false;
    if (dayWords!.has(word)) return true;
    if (word === "last" && /^(?:week|night|month|year)$/u.test(tokens[i + 1]?.word ?? "")) return true;
  }
  return false;
}
