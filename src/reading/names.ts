/**
 * Proper names of a report's sentences: dictionary names first, then runs of capitalised words, each with the kind
 * that its words, its titles and the engine's name finder give it.
 */
import { genderOfName, headKinds, leaders, roleNouns, titles } from "../language/en/actors.ts";
import { placesNamed } from "../language/en/gazetteer.ts";
import { type Entry, entryAt } from "../language/en/lexicon.ts";
import { personNouns } from "../language/en/people.ts";
import { holidays, months, movingHolidays, weekdays } from "../language/en/time-words.ts";
import type { ActorKind } from "../model/actor.ts";
import type { NameType, Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";

/** Tokens `first` to `last` of a sentence. */
export interface NameMention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The name without its titles. */
  readonly words: string;
  /** What a dictionary knows. */
  readonly entry?: Entry;
  /** For names in no dictionary: by titles, head words, given names, the engine's guess. */
  readonly guess: "person" | "organisation" | "place" | "other";
  readonly kind?: ActorKind;
  /** Title words before a person's name, as printed ("Mexican President"). */
  readonly title?: string;
}

export function namesOf(text: string, sentences: readonly Sentence[]): NameMention[] {
  const names: NameMention[] = [];
  const known = new Set<string>();
  const small = smallWords(sentences);
  const headlines: Sentence[] = [];
  for (const sentence of sentences) {
    if (isTitleCase(sentence)) {
      headlines.push(sentence);
      continue;
    }
    for (const name of namesIn(text, sentence)) {
      if (name.entry === undefined && isCommon(name, small)) continue;
      names.push(name);
      known.add(name.words);
    }
  }
  names.push(...surnamesAtStarts(sentences, names));
  // In capitals and title case every word looks like a name: only those that the running text has, or a dictionary.
  for (const sentence of headlines) {
    names.push(
      ...namesIn(text, sentence).filter((name) => name.entry !== undefined || known.has(name.words)),
    );
  }
  return agreed(withSurnames(completed(text, sentences, names))).sort((a, b) => a.start - b.start);
}

/** The same words are the same kind of thing throughout a report: what most mentions take them for. */
function agreed(names: readonly NameMention[]): NameMention[] {
  const votes = new Map<string, Map<NameMention["guess"], { count: number; example: NameMention }>>();
  for (const name of names) {
    if (name.entry !== undefined) continue;
    const of = votes.get(name.words) ?? new Map();
    const one = of.get(name.guess) ?? { count: 0, example: name };
    // A title tells a person surely; "other" tells nothing.
    one.count += name.guess === "other" ? 0.1 : name.title === undefined ? 1 : 3;
    votes.set(name.words, of.set(name.guess, one));
  }
  return names.map((name) => {
    const of = votes.get(name.words);
    if (name.entry !== undefined || of === undefined || of.size < 2) return name;
    const [best] = [...of.values()].sort((a, b) => b.count - a.count || a.example.start - b.example.start);
    const { guess, kind } = best!.example;
    if (guess === name.guess) return name;
    const { kind: _, ...rest } = name;
    return { ...rest, guess, ...(kind === undefined ? {} : { kind }) };
  });
}

/** Words that the report also writes small: capitals on them are a headline's or a label's, not a name's. */
function smallWords(sentences: readonly Sentence[]): Set<string> {
  const words = new Set<string>();
  for (const { tokens } of sentences)
    for (const token of tokens) if (/^\p{Ll}/u.test(token.form)) words.add(token.form);
  return words;
}

const people = new Set(personNouns.split(" "));
const isPeople = (word: string) =>
  people.has(word) || people.has(word.replace(/s$/, "")) || people.has(word.replace(/men$/, "man"));

function isCommon(name: NameMention, small: ReadonlySet<string>): boolean {
  if (name.first === name.last && name.title === undefined && isPeople(name.words.toLowerCase())) return true;
  return name.words.split(/[\s-]+/).every((word) => small.has(word.toLowerCase()));
}

/** A surname that the tagger takes for a common noun because it begins a sentence. */
function surnamesAtStarts(sentences: readonly Sentence[], names: readonly NameMention[]): NameMention[] {
  const surnames = new Set<string>();
  const taken = new Set<number>();
  for (const name of names) {
    taken.add(name.start);
    if (name.guess === "person" && name.words.includes(" ")) surnames.add(name.words.split(/\s+/).at(-1)!);
  }
  const found: NameMention[] = [];
  for (const { tokens, index } of sentences) {
    const first = tokens[0];
    if (first === undefined || taken.has(first.start) || !surnames.has(first.form)) continue;
    found.push({
      start: first.start,
      end: first.end,
      sentence: index,
      first: 0,
      last: 0,
      words: first.form,
      guess: "person",
      kind: "person",
    });
  }
  return found;
}

/** A name cut short is completed where the text goes on as a longer name that the report has elsewhere. */
function completed(
  text: string,
  sentences: readonly Sentence[],
  names: readonly NameMention[],
): NameMention[] {
  const longer = new Map<string, NameMention[]>();
  for (const name of names) {
    if (name.entry !== undefined || !/\s/.test(name.words)) continue;
    const first = name.words.split(/\s+/)[0]!;
    const list = longer.get(first) ?? [];
    if (!list.some((one) => one.words === name.words)) list.push(name);
    longer.set(first, list);
  }
  const result: NameMention[] = [];
  let covered = -1;
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    if (name.start < covered) continue;
    const whole = (longer.get(name.words.split(/\s+/)[0]!) ?? [])
      .filter((one) => one.words.length > name.words.length && text.startsWith(one.words, name.start))
      .sort((a, b) => b.words.length - a.words.length)[0];
    const end = whole === undefined ? 0 : name.start + whole.words.length;
    const last =
      whole === undefined ? -1 : sentences[name.sentence]!.tokens.findIndex((one) => one.end === end);
    if (whole === undefined || last < 0 || name.entry !== undefined || name.guess === "place")
      result.push(name);
    else {
      const { title: _, ...rest } = name;
      result.push({
        ...rest,
        end,
        last,
        words: whole.words,
        guess: whole.guess,
        ...(whole.kind === undefined ? {} : { kind: whole.kind }),
      });
      covered = end;
    }
  }
  return result;
}

/** A single word that is the surname of somebody named in full is that person, whatever else bears the name. */
function withSurnames(names: readonly NameMention[]): NameMention[] {
  const surnames = new Set<string>(Object.keys(leaders));
  const givens = new Set<string>();
  for (const name of names) {
    if (name.guess !== "person") continue;
    if (!name.words.includes(" ")) {
      if (name.title !== undefined) surnames.add(name.words);
      continue;
    }
    const words = name.words.split(" ");
    surnames.add(words.at(-1)!);
    givens.add(words[0]!);
  }
  return names.map((name) => {
    if (name.guess === "person") return name;
    if (name.entry !== undefined) {
      // "Georgia" where the report is of Georgia Stevens.
      if (name.entry.kind !== "country" || !givens.has(name.words)) return name;
      const { entry: _, ...rest } = name;
      return { ...rest, guess: "person", kind: "person" };
    }
    const alone = name.first === name.last;
    const words = name.words.split(/\s+/);
    // "Karl Lindqvist" beside "Anna Lindqvist": of the family, whatever the given name.
    const family =
      !alone &&
      words.length < 4 &&
      name.kind === undefined &&
      name.guess !== "place" &&
      surnames.has(words.at(-1)!);
    const known =
      alone && (surnames.has(name.words) || (givens.has(name.words) && name.guess !== "organisation"));
    if (!family && !known) return name;
    return { ...name, guess: "person", kind: "person" };
  });
}

/** A headline's case: no longer word begins small, and no full stop ends it, or all of it is in capitals. */
function isTitleCase(sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  let letters = 0;
  let upper = 0;
  for (const { form } of sentence.tokens) {
    if (!/^\p{L}/u.test(form)) continue;
    letters += form.length;
    if (form === form.toUpperCase()) upper += form.length;
    if (form.length < 4) continue;
    long++;
    if (/^\p{Lu}/u.test(form)) capital++;
  }
  if (long < 4) return false;
  if (upper / letters > 0.8) return true;
  return capital / long > 0.8 && !/^[.!?”"]$/.test(sentence.tokens.at(-1)!.form);
}

const isCapital = (token: Token) => /^\p{Lu}/u.test(token.form);
const shouted = (form: string) => form.length > 3 && form === form.toUpperCase() && /^\p{L}+$/u.test(form);

function namesIn(text: string, sentence: Sentence): NameMention[] {
  const { tokens } = sentence;
  const form = (i: number) => formOf(tokens[i]);
  const found: NameMention[] = [];
  const engine = engineNames(sentence);
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (!isCapital(token) && !/^al$|^'/i.test(token.form)) {
      i++;
      continue;
    }
    const run = runAt(sentence, i, engine);
    if (text[token.end] === "$") {
      i++;
      continue;
    }
    const hit = entryAt(form, i);
    const longer =
      hit === undefined || hit.entry.kind === "institution" ? 0 : placeLonger(text, tokens, i, hit.length);
    if (longer > 0) {
      found.push(placeName(text, sentence, i, longer));
      i += longer;
    } else if (hit !== undefined && hit.length >= run && !isWord(tokens, i, hit.entry, hit.length)) {
      found.push(dictionaryName(text, sentence, i, hit));
      i += hit.length;
    } else if (run > 0) {
      found.push(...runNames(text, sentence, i, run, engine, form));
      i += run;
    } else i++;
  }
  return found;
}

/** "British Columbia", "Mexico City": a place whose name begins with a country's. */
function placeLonger(text: string, tokens: readonly Token[], i: number, length: number): number {
  for (const more of [2, 1]) {
    const last = tokens[i + length + more - 1];
    if (last === undefined || !isCapital(last)) continue;
    if (isOfNote(text.slice(tokens[i]!.start, last.end))) return length + more;
  }
  return 0;
}

function placeName(text: string, sentence: Sentence, first: number, length: number): NameMention {
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[first + length - 1]!.end;
  return {
    start,
    end,
    sentence: sentence.index,
    first,
    last: first + length - 1,
    words: text.slice(start, end),
    guess: "place",
  };
}

function formOf(token: Token | undefined): string {
  if (token === undefined) return "";
  const form = token.form.replace("’", "'");
  return shouted(form) ? form[0] + form.slice(1).toLowerCase() : form;
}

/** "US" and "IS" are names, "Us" is not; "Turkey" at a sentence's start is one where it is tagged so. */
function isWord(tokens: readonly Token[], i: number, entry: Entry, length: number): boolean {
  const token = tokens[i]!;
  if (length > 1) return false;
  if (entry.kind === "abbreviation")
    return tokens[i - 1]?.form !== "," && token.form !== "NSW" && token.form !== "B.C.";
  if (token.upos === "PROPN" || token.upos === "ADJ" || entry.kind === "people") return false;
  return i === 0 && token.form.length < 6 && entry.kind !== "country" && entry.kind !== "demonym";
}

function dictionaryName(
  text: string,
  sentence: Sentence,
  first: number,
  hit: { length: number; entry: Entry },
): NameMention {
  const last = first + hit.length - 1;
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[last]!.end;
  return {
    start,
    end,
    sentence: sentence.index,
    first,
    last,
    words: text.slice(start, end),
    entry: hit.entry,
    guess:
      hit.entry.kind === "institution"
        ? "organisation"
        : hit.entry.kind === "country" || hit.entry.kind === "feature" || hit.entry.kind === "abbreviation"
          ? "place"
          : "other",
    ...(hit.entry.kind === "institution" ? { kind: hit.entry.institution.kind } : {}),
  };
}

/** The engine's name type of each token. */
function engineNames(sentence: Sentence): (NameType | undefined)[] {
  const types = new Array<NameType | undefined>(sentence.tokens.length);
  for (const name of sentence.names) for (let i = name.first; i <= name.last; i++) types[i] = name.type;
  return types;
}

const joiners = new Set([
  "of",
  "de",
  "la",
  "del",
  "den",
  "der",
  "van",
  "von",
  "bin",
  "al",
  "el",
  "ibn",
  "da",
  "dos",
  "das",
  "du",
  "le",
  "y",
  "e",
  "es",
]);

/** Length of the run of name words that begins at a token. */
function runAt(sentence: Sentence, i: number, engine: readonly (NameType | undefined)[]): number {
  const { tokens } = sentence;
  let n = 0;
  let proper = false;
  while (i + n < tokens.length) {
    const token = tokens[i + n]!;
    const next = tokens[i + n + 1];
    // "Theresa May": a month's name is a surname after a given name.
    if (
      isNameWord(token, engine[i + n]) ||
      (n > 0 && token.form === "May" && genderOfName(tokens[i + n - 1]!.form) !== undefined)
    ) {
      proper ||= token.upos === "PROPN" || engine[i + n] !== undefined;
      n++;
      continue;
    }
    const joined = n > 0 && next !== undefined && isNameWord(next, engine[i + n + 1]);
    if (
      joined &&
      joiners.has(token.form) &&
      (token.form !== "of" ||
        /^(?:University|Department|Ministry|Bank|Bureau|Office|House|Court|Council|Institute|Board|Church|Army|Republic|Gulf|Bay|Strait|Isle|Port|Cape|Commonwealth|College|School|Museum|Party|Center|Centre|Federation|Association|Organization|Union|League|Chamber|Secretary|Democratic|Kingdom|State|City|Town|Province|District|County|Islands?)$/.test(
          tokens[i + n - 1]!.form,
        ))
    ) {
      n++;
      continue;
    }
    if (joined && /^[-–&]$/.test(token.form) && token.start === tokens[i + n - 1]!.end) {
      n++;
      continue;
    }
    const linked = n > 0 ? linkedAt(tokens, i + n) : 0;
    if (linked > 0) {
      n += linked;
      continue;
    }
    // "Lee Cheuk-yan": a given name goes on small after its hyphen.
    if (n > 1 && isHyphened(tokens, i + n, engine)) {
      n += 2;
      continue;
    }
    if (joined && token.form === "." && /^\p{Lu}$/u.test(tokens[i + n - 1]!.form)) {
      n++;
      continue;
    }
    break;
  }
  return proper ? n : 0;
}

/** Tokens of "-au-Prince" after "Port", of "-upon-Avon" after "Stratford"; 0 where there is no such link. */
function linkedAt(tokens: readonly Token[], at: number): number {
  const [hyphen, word, second, last] = tokens.slice(at, at + 4);
  if (hyphen?.form !== "-" || second?.form !== "-" || last === undefined || !isCapital(last)) return 0;
  if (
    !/^(?:au|aux|en|sur|sous|de|du|des|la|le|les|del|upon|on|under|by|in|the|of|sul|am|an|ob)$/.test(
      word!.form,
    )
  )
    return 0;
  const glued = [0, 1, 2, 3].every((k) => tokens[at + k]!.start === tokens[at + k - 1]!.end);
  return glued ? 4 : 0;
}

function isHyphened(
  tokens: readonly Token[],
  at: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const [before, hyphen, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (hyphen.form !== "-" || after === undefined) return false;
  if (hyphen.start !== before.end || after.start !== hyphen.end || !/^\p{Ll}{2,}$/u.test(after.form))
    return false;
  return engine[at - 1] === "PER" && (engine[at + 1] === "PER" || after.upos === "PROPN");
}

function isNameWord(token: Token, type: NameType | undefined): boolean {
  if (!/^\p{Lu}/u.test(token.form) || /^(?:I|A|The)$/.test(token.form)) return false;
  const lower = token.form.toLowerCase();
  if (lower in weekdays || lower in months || lower in holidays || lower in movingHolidays) return false;
  if (token.upos === "PROPN") return true;
  if (
    type !== undefined &&
    (token.upos === "NOUN" || token.upos === "ADJ" || token.upos === "X") &&
    token.i > 0
  )
    return true;
  return (
    token.i > 0 &&
    (token.upos === "NOUN" || token.upos === "ADJ") &&
    token.form.length > 1 &&
    !/^(?:Mr|Mrs)$/.test(token.form)
  );
}

/** Names of one run: dictionary names at its start and end are cut off, titles taken as titles. */
function runNames(
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

/** Names a region, a county or a city that the news knows by that name. */
function isOfNote(words: string): boolean {
  return placesNamed(words).some((one) =>
    one.kind === "region" || one.kind === "county"
      ? one.population > 20_000
      : one.population > (one.alias ? 300_000 : 100_000),
  );
}

const isTitle = (token: Token) => token.form.toLowerCase().replace(/\.$/, "") in titles;

function kindOfRun(tokens: readonly Token[], first: number, end: number): ActorKind | undefined {
  if (end - first < 2) return undefined;
  for (let i = end - 1; i >= first; i--) {
    const kind = headKinds[tokens[i]!.form.toLowerCase()];
    if (kind !== undefined) return kind;
    // "University of X", "Bank of Y": the head stands first.
    if (tokens[i]!.form === "of") continue;
  }
  return undefined;
}

function isPerson(
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const length = end - first;
  if (kindOfRun(tokens, first, end) !== undefined) return false;
  let people = 0;
  for (let i = first; i < end; i++) if (engine[i] === "PER") people++;
  const given = genderOfName(tokens[first]!.form) !== undefined;
  if (length === 1) {
    const located =
      /^(?:in|at|near|outside)$/i.test(tokens[first - 1]?.form ?? "") &&
      !/^['’]s?$/.test(tokens[end]?.form ?? "");
    return people === 1 && !located && !isOfNote(tokens[first]!.form);
  }
  if (given && length <= 4) return true;
  return people * 2 >= length && length <= 5;
}

/** "Rebel commander Bor Isk": a name that nobody knows, behind what a person is. */
function isInRole(
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const role = tokens[first - 1];
  const length = end - first;
  if (role?.upos !== "NOUN" || !roleNouns.has(role.form) || length < 2 || length > 4) return false;
  for (let i = first; i < end; i++)
    if (tokens[i]!.upos !== "PROPN" || engine[i] === "ORG" || engine[i] === "LOC") return false;
  return kindOfRun(tokens, first, end) === undefined && !/^'s?$|^’s?$/.test(tokens[end]?.form ?? "");
}

function guessOf(
  words: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  engine: readonly (NameType | undefined)[],
): NameMention["guess"] {
  const votes = { PER: 0, ORG: 0, LOC: 0 };
  for (let i = first; i < end; i++) {
    const type = engine[i];
    if (type === "PER" || type === "ORG" || type === "LOC") votes[type]++;
  }
  const before = tokens[first - 1]?.form.toLowerCase() ?? "";
  const after = tokens[end]?.form.toLowerCase() ?? "";
  const located = locating.has(before);
  const named = placesNamed(words).length > 0;
  if (votes.PER === 0 && isSaidPlace(tokens, first, end)) return "place";
  if (
    /^(?:virus|disease|fever|syndrome|magazine|cocktails?|awards?|prize|said)$/.test(after) &&
    !isOfNote(words)
  )
    return votes.PER > 0 ? "person" : "other";
  if (isOfNote(words)) return "place";
  if (votes.LOC > 0 && votes.LOC >= votes.ORG && (named || located)) return "place";
  if (located && named && votes.ORG === 0 && votes.PER === 0) return "place";
  if (votes.ORG > 0) return "organisation";
  return votes.PER > 0 ? "person" : "other";
}

/** "the village of Foley", "the Artibonite region": the words around it say that it is a place. */
function isSaidPlace(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 2]?.form.toLowerCase() ?? "";
  if (/^(?:of|called|named)$/i.test(tokens[first - 1]?.form ?? "") && settlements.has(before)) return true;
  return (
    regions.has(tokens[end]?.form ?? "") && /^(?:the|in|near|at|of)$/i.test(tokens[first - 1]?.form ?? "")
  );
}

const settlements = new Set(
  "town city village hamlet district province region county parish island suburb municipality township community port commune governorate prefecture borough settlement villages towns".split(
    " ",
  ),
);
const regions = new Set(
  "region district province governorate prefecture municipality township village suburb neighborhood neighbourhood peninsula valley".split(
    " ",
  ),
);

const locating = new Set([
  "in",
  "at",
  "near",
  "from",
  "to",
  "outside",
  "around",
  "across",
  "off",
  "into",
  "through",
  "toward",
  "towards",
  "over",
  "of",
  ",",
]);
