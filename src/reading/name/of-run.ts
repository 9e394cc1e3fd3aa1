/** The names of one run: a dictionary's name before it, titles, the place that an institution's name begins with, the person. */
import { genderOfName, roleNouns, titles } from "../../language/en/actors.ts";
import { entryAt } from "../../language/en/lexicon.ts";
import type { NameType, Sentence, Token } from "../../model/sentence.ts";
import { dictionaryName, formOf, isOfNote, placeName } from "./dictionary.ts";
import { guessOf, isInRole, isPerson, kindOfRun } from "./kinds.ts";
import type { NameMention } from "./mention.ts";
import { joiners } from "./runs.ts";

/** Names of one run: dictionary names at its start and end are cut off, titles taken as titles. */
export function runNames(
  text: string,
  sentence: Sentence,
  from: number,
  length: number,
  engine: readonly (NameType | undefined)[],
  form: (i: number) => string,
): NameMention[] {
  const { tokens } = sentence;
  const found: NameMention[] = [];
  let first = from;
  let end = from + length;
  // "Mexican President Claudia Sheinbaum", "Pentagon spokesman …": a dictionary name before the rest.
  const whole = text.slice(tokens[first]!.start, tokens[end - 1]!.end);
  if (length > 1 && isOfNote(whole)) return [placeName(text, sentence, first, length)];
  const lead = isGivenName(engine, first, end) ? undefined : entryAt(form, first);
  const organisation = kindOfRun(tokens, first, end);
  // "Texas Senator Ted Cruz": a place before a title.
  const seatOfTitle = lead === undefined ? placeBeforeTitle(text, tokens, first, end) : 0;
  if (seatOfTitle > 0) {
    found.push(placeName(text, sentence, first, seatOfTitle));
    first += seatOfTitle;
  }
  if (
    lead !== undefined &&
    first + lead.length < end &&
    !(organisation !== undefined && lead.entry.kind !== "institution")
  ) {
    found.push(dictionaryName(text, sentence, first, lead));
    first += lead.length;
    // "Kenyan Red Cross": a dictionary name again.
    const rest = entryAt(form, first);
    if (rest !== undefined && first + rest.length === end && rest.entry.kind === "institution")
      return [...found, dictionaryName(text, sentence, first, rest)];
  }
  const titleFrom = first;
  first = behindAbbreviation(tokens, first, end);
  while (first < end - 1 && isTitle(tokens[first]!)) {
    first++;
    if (formOf(tokens[first]) === "." && first < end - 1) first++;
  }
  const title =
    first > titleFrom
      ? text.slice(
          tokens[found.length > 0 && lead?.entry.kind === "demonym" ? from : titleFrom]!.start,
          tokens[first - 1]!.end,
        )
      : undefined;
  // A title alone ("the President"), or at the end of the run.
  if (first === end - 1 && isTitle(tokens[first]!) && organisation === undefined) return found;
  while (end > first && /^[-–&.]$/.test(tokens[end - 1]!.form)) end--;
  if (end <= first) return found;
  const named = title === undefined || first < end - 1 ? personFrom(tokens, first, end, engine) : first;
  const before = text.slice(tokens[titleFrom]!.start, tokens[Math.max(titleFrom, named - 1)]!.end);
  const office = named > first ? before : title;
  first = named;
  const start = tokens[first]!.start;
  const words = text.slice(start, tokens[end - 1]!.end);
  const person =
    office !== undefined ||
    isPerson(tokens, first, end, engine) ||
    (first === from && isInRole(tokens, first, end, engine));
  const kind = person ? undefined : kindOfRun(tokens, first, end);
  const seat = kind === undefined ? 0 : placeAtStart(text, tokens, first, end);
  if (seat > 0) found.push(placeName(text, sentence, first, seat));
  found.push({
    start,
    end: tokens[end - 1]!.end,
    sentence: sentence.index,
    first,
    last: end - 1,
    words,
    guess:
      kind !== undefined ? "organisation" : person ? "person" : guessOf(words, tokens, first, end, engine),
    ...(kind === undefined ? (person ? { kind: "person" as const } : {}) : { kind }),
    ...(office === undefined ? {} : { title: office }),
  });
  return found;
}

/** "Health Commissioner Dr. Dana Reeve": whatever stands before an abbreviated title is of the title. */
function behindAbbreviation(tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 2; i > first; i--)
    if (/^\p{Lu}\p{Ll}+\.$/u.test(tokens[i]!.form) && isTitle(tokens[i]!)) return i;
  return first;
}

/**
 * "MLA Dana Reeve", "of State Dana Reeve", "Fire Captain Dana Reeve": where the person's own name begins, by the engine,
 * behind words that no list of titles has.
 */
function personFrom(
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): number {
  let from = end;
  while (from > first && engine[from - 1] === "PER") from--;
  if (from === first || end - from < 2 || kindOfRun(tokens, first, end) !== undefined) return first;
  // "Juan de la Cruz", "Sheik Omar": what the engine left out of the name may be part of it
  const before = tokens[from - 1]!;
  if (before.form === "." && isTitle(tokens[from - 2]!)) return from;
  if (joiners.has(before.form) || /^[-–&.'’]$/.test(before.form)) return first;
  if (genderOfName(tokens[first]!.form) !== undefined) return first;
  const role =
    /^\p{Lu}{2,4}$/u.test(before.form) ||
    roleNouns.has(before.form.toLowerCase()) ||
    isTitle(before) ||
    isPortfolio(tokens, first);
  return role || genderOfName(tokens[from]!.form) !== undefined ? from : first;
}

/** "Minister of Foreign Affairs Odell Brandt": behind "of" behind a title stands what somebody is in charge of. */
function isPortfolio(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i > 0 && i >= first - 3; i--) {
    if (tokens[i]!.form === "of") return isTitle(tokens[i - 1]!);
    if (!/^\p{Lu}/u.test(tokens[i]!.form)) return false;
  }
  return false;
}

/** "Georgia Stevens": a country's name that the engine takes for the first of a person's. */
function isGivenName(engine: readonly (NameType | undefined)[], first: number, end: number): boolean {
  return end - first === 2 && engine[first] === "PER" && engine[first + 1] === "PER";
}

function placeBeforeTitle(text: string, tokens: readonly Token[], first: number, end: number): number {
  for (let n = 1; n <= 3 && first + n < end - 1; n++) {
    if (!isTitle(tokens[first + n]!)) continue;
    return isOfNote(text.slice(tokens[first]!.start, tokens[first + n - 1]!.end)) ? n : 0;
  }
  return 0;
}

/** "Kentucky State Police", "Metcalfe County Sheriff": words of the place that an institution's name begins with. */
function placeAtStart(text: string, tokens: readonly Token[], first: number, end: number): number {
  for (let last = Math.min(end - 2, first + 2); last >= first; last--) {
    if (isOfNote(text.slice(tokens[first]!.start, tokens[last]!.end))) return last - first + 1;
  }
  return 0;
}

const isTitle = (token: Token) => token.form.toLowerCase().replace(/\.$/, "") in titles;
