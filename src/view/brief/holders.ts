/**
 * Under which heading each stand is: one holder has one, by whatever name a report calls them. "Donald J. Trump" is "Donald Trump",
 * "Cruz" the one Cruz who is named, "Muammar Gaddafi" "Moammar Gadhafi".
 */
import type { Entry } from "../../model/entry.ts";

interface Holder {
  readonly key: string;
  /** As most of the stands have it. */
  readonly name: string;
  /** A common noun in the singular ("country", "force"): a report's word for somebody that it has named before. */
  readonly isBare: boolean;
}

/** By entry, of entries that are positions. */
export function holdersOf(entries: readonly Entry[]): ReadonlyMap<Entry, Holder> {
  const named = new Map<Entry, string>();
  const people = new Map<string, Person>();
  for (const entry of entries) {
    if (entry.lead.kind !== "position") continue;
    const { name, kind } = entry.lead.position.actor;
    named.set(entry, name);
    if (kind === "person" && !people.has(name)) people.set(name, personOf(name));
  }
  const keys = keysOf([...people]);
  const groups = Map.groupBy(named, ([, name]) => keys.get(name) ?? name.toLowerCase());
  const found = new Map<Entry, Holder>();
  for (const [key, all] of groups) {
    const name = mostUsed(all.map(([, one]) => one));
    for (const [entry] of all) found.set(entry, { key, name, isBare: isBare(entry, name) });
  }
  return found;
}

interface Person {
  readonly first: string;
  readonly last: string;
}

/** Without initials and names between; `first` is "" where only one name is given. */
function personOf(name: string): Person {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}'-]+/u)
    .filter((word) => word.length > 1);
  return { first: words.length > 1 ? words[0]! : "", last: words.at(-1) ?? "" };
}

/** By name the key of whom it means. */
function keysOf(people: readonly (readonly [string, Person])[]): ReadonlyMap<string, string> {
  const full = people.filter(([, { first }]) => first !== "");
  const bySound = Map.groupBy(full, ([, { last }]) => soundOf(last));
  const keys = new Map<string, string>();
  for (const all of bySound.values()) {
    const heads: Person[] = [];
    for (const [name, person] of all) {
      const head = heads.find((one) => areOne(one, person));
      if (head === undefined) heads.push(person);
      keys.set(name, keyOf(head ?? person));
    }
  }
  for (const [name, { first, last }] of people) {
    if (first !== "") continue;
    const bearers = new Set(
      (bySound.get(soundOf(last)) ?? [])
        .filter(([, one]) => one.last === last || differBySpelling(one.last, last))
        .map(([full]) => keys.get(full)!),
    );
    const [only, ...others] = bearers;
    if (only !== undefined && others.length === 0) keys.set(name, only);
  }
  return keys;
}

const keyOf = ({ first, last }: Person) => `person ${first} ${last}`;

/**
 * A name that is written in other letters at home is spelled by each paper in its own way, given name and surname alike. Where the
 * surnames are the same to the letter, two given names are two people ("Mario", "Maria"), but for a letter that is doubled.
 */
function areOne(a: Person, b: Person): boolean {
  if (a.last === b.last) return a.first === b.first || undoubled(a.first) === undoubled(b.first);
  if (!differBySpelling(a.last, b.last)) return false;
  return a.first === b.first || (soundOf(a.first) === soundOf(b.first) && differBySpelling(a.first, b.first));
}

/** Letters that may differ between two spellings of one name, and how long a name must be. */
const mostOther = 2;
const shortest = 4;

function differBySpelling(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortest || soundOf(a) !== soundOf(b)) return false;
  return distance(a, b) <= mostOther;
}

const undoubled = (word: string) => word.replace(/(\p{L})\1/gu, "$1");

/** Consonants by how they sound, those that stand together once; whether it begins with a vowel. */
function soundOf(word: string): string {
  const sounds = word
    .replace(/ph/gu, "f")
    .replace(/ck|[gk]h|[cgqk]/gu, "k")
    .replace(/[dt]h|[dt]/gu, "t")
    .replace(/v/gu, "f")
    .replace(/z/gu, "s");
  const begins = /^[aeiou]/u.test(sounds) ? "a" : "";
  return begins + undoubled(sounds.replace(/[aeiouyjwh'-]/gu, ""));
}

/** Levenshtein's, of words of a name. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Of those of several words, if there are, the one that stands most often, and of those the longest. */
function mostUsed(names: readonly string[]): string {
  const whole = names.filter((name) => name.includes(" "));
  const times = new Map<string, number>();
  for (const name of whole.length === 0 ? names : whole) times.set(name, (times.get(name) ?? 0) + 1);
  const [most] = [...times].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  );
  return most![0];
}

function isBare({ lead }: Entry, name: string): boolean {
  if (lead.kind !== "position") return false;
  const { kind, country, wikidata } = lead.position.actor;
  if (kind === "person" || country !== undefined || wikidata !== undefined) return false;
  return /^\p{Ll}+$/u.test(name) && !name.endsWith("s") && !ofMany.has(name);
}

/** Words for many, or for whom everybody knows, that end in no "s". */
const ofMany: ReadonlySet<string> = new Set(
  "army cabinet coalition congress government military opposition parliament people police public regime".split(
    " ",
  ),
);
