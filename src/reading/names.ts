/**
 * Proper names of a report's sentences: dictionary names first, then runs of capitalised words, each with the kind
 * that its words, its titles and the engine's name finder give it.
 */
import { leaders } from "../language/en/actors.ts";
import { personNouns } from "../language/en/people.ts";
import type { Sentence } from "../model/sentence.ts";
import { namesIn } from "./name/in-sentence.ts";
import type { NameMention } from "./name/mention.ts";

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
