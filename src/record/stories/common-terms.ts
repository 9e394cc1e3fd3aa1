/**
 * What a headline says that holds in any language, as terms: words in Latin letters, cut short where languages bend them and
 * again by their consonants, which spellings of one name share ("Dončić", "Дончич"); numbers; countries by their names.
 */
import anyAscii from "any-ascii";
import { fold } from "../tellings/words.ts";

export interface CommonTerms {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
}

/** Letters of a word, and consonants of it, that endings leave alone; shorter words are hardly names. */
const lettersKept = 6;
const consonantsKept = 5;
const leastLetters = 4;
const leastConsonants = 3;

const token = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,:-]\d+)*/gu;

/** `language` as a code of two letters, where it is known: by it the countries' names are. */
export function commonTermsOf(headline: string, language: string | undefined): CommonTerms {
  const [words, numbers] = [new Set<string>(), new Set<string>()];
  const folded = fold(headline);
  const tokens = folded.match(token) ?? [];
  for (const one of tokens) {
    if (/^\d/u.test(one)) {
      // "88-77", "88:77"; a year or a single digit tells little, which their rarity says
      numbers.add(`#${one.replace(/[.,:]/gu, "-")}`);
      continue;
    }
    const latin = anyAscii(one).toLowerCase();
    if (latin.length < leastLetters) continue;
    words.add(latin.slice(0, lettersKept));
    const consonants = consonantsOf(latin);
    if (consonants.length >= leastConsonants) words.add(`=${consonants.slice(0, consonantsKept)}`);
  }
  return { words, numbers, countries: countriesIn(tokens, language) };
}

/** Its first letter and the consonants after it, spelled one way. */
function consonantsOf(latin: string): string {
  let spelled = latin;
  for (const [from, to] of spellings) spelled = spelled.replace(from, to);
  return (spelled[0]! + spelled.slice(1).replace(/[aeiou]/gu, "")).replace(/(.)\1+/gu, "$1");
}
const spellings: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|ch/gu, "c"],
  [/sch|sh/gu, "s"],
  [/zh/gu, "z"],
  [/kh/gu, "h"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/ts|tz/gu, "c"],
  [/ck|qu?/gu, "k"],
  [/x/gu, "ks"],
  [/w/gu, "v"],
  [/[jy]/gu, "i"],
];

/** Names of countries in a language, the longest first, by the first letters of their first words. */
const known = new Map<string, ReadonlyMap<string, readonly Named[]>>();

interface Named {
  readonly code: string;
  readonly words: readonly string[];
}

/** Countries whose names, or words made from them ("Colombia", "colombiano"), stand there. */
function countriesIn(tokens: readonly string[], language: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  if (language === undefined) return found;
  let names = known.get(language);
  if (names === undefined) {
    names = countryNames(language);
    known.set(language, names);
  }
  for (const [i, one] of tokens.entries()) {
    const named = (names.get(one.slice(0, firstLetters)) ?? []).filter(({ words }) =>
      words.every((word, k) => isFormOf(tokens[i + k], word)),
    );
    // "Nigeria" is no form of "Niger"
    const best = named.find(({ words }) => words.every((word, k) => tokens[i + k] === word)) ?? named[0];
    if (best !== undefined) found.add(best.code);
  }
  return found;
}
const firstLetters = 3;

/** The word itself; of a longer one, whatever ends in other letters. */
function isFormOf(said: string | undefined, name: string): boolean {
  if (said === undefined) return false;
  return said === name || (name.length > 4 && said.startsWith(name.slice(0, Math.max(5, name.length - 2))));
}

function countryNames(language: string): ReadonlyMap<string, readonly Named[]> {
  const byStart = new Map<string, Named[]>();
  let names: Intl.DisplayNames;
  try {
    names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  } catch {
    return byStart;
  }
  for (const code of regions()) {
    const words = fold(names.of(code) ?? "").match(token) ?? [];
    if (words.length === 0) continue;
    const start = words[0]!.slice(0, firstLetters);
    byStart.set(start, [...(byStart.get(start) ?? []), { code, words }]);
  }
  const letters = ({ words }: Named) => words.join("").length;
  for (const named of byStart.values()) named.sort((a, b) => letters(b) - letters(a));
  return byStart;
}

/** Codes of two letters, less those that others have taken the place of (SU). */
function regions(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => new Intl.Locale(`und-${code}`).region === code);
}
