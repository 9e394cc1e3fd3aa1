/**
 * Under which heading each stand is: one holder has one, by whatever name a report calls them. "Donald J. Trump" is "Donald Trump",
 * "Cruz" the one Cruz who is named or of whom nearly all is told, "Senator Lena Ostrev" "Lena Ostrev", "Muammar Gaddafi" "Moammar
 * Gadhafi", and a government its country.
 */
import type { ActorRef } from "../../model/actor.ts";
import type { Entry } from "../../model/entry.ts";

interface Holder {
  readonly key: string;
  /** As most of the stands have it. */
  readonly name: string;
  /** A common noun in the singular ("country", "parent company"): a report's word for somebody that it has named before. */
  readonly isBare: boolean;
}

/** By entry, of entries that are positions. */
export function holdersOf(entries: readonly Entry[]): ReadonlyMap<Entry, Holder> {
  const actors = new Map<Entry, ActorRef>();
  for (const entry of entries)
    if (entry.lead.kind === "position") actors.set(entry, entry.lead.position.actor);
  const untitled = withoutTitles([...actors.values()]);
  const named = new Map<Entry, string>();
  const people = new Map<string, Person>();
  const times = new Map<string, number>();
  for (const [entry, { name: asPrinted, kind }] of actors) {
    const name = untitled.get(asPrinted) ?? asPrinted;
    named.set(entry, name);
    if (kind !== "person" && name === asPrinted) continue;
    if (!people.has(name)) people.set(name, personOf(name));
    times.set(name, (times.get(name) ?? 0) + entry.evidence.length);
  }
  const keys = keysOf([...people], (name) => times.get(name) ?? 0);
  const groups = Map.groupBy(
    named,
    ([entry, name]) => keys.get(name) ?? stateOf(actors.get(entry)!) ?? name.toLowerCase(),
  );
  const found = new Map<Entry, Holder>();
  for (const [key, all] of groups) {
    const name = mostUsed(all.map(([, one]) => one));
    for (const [entry] of all) found.set(entry, { key, name, isBare: isBare(entry, name) });
  }
  return found;
}

/** A country and its government are one holder. */
function stateOf({ id, kind, country }: ActorRef): string | undefined {
  const isState = country !== undefined && (kind === "country" || id === `government:${country}`);
  return isState ? `state ${country}` : undefined;
}

/** By name the person's own name that it ends in: "Senator Lena Ostrev" where "Lena Ostrev" is a holder, too. */
function withoutTitles(actors: readonly ActorRef[]): ReadonlyMap<string, string> {
  const byWords = new Map<string, string>();
  for (const { name, kind } of actors) {
    const words = name.toLowerCase().split(" ");
    if (kind !== "person" || words.length < 2) continue;
    byWords.set(words.join(" "), name);
  }
  const found = new Map<string, string>();
  for (const { name } of actors) {
    const words = name
      .toLowerCase()
      .replace(/['’]s$/u, "")
      .split(" ");
    // the shortest name within it: "Vice President Lena Ostrev" as "President Lena Ostrev"
    for (let from = words.length - 2; from > 0; from--) {
      const own = byWords.get(words.slice(from).join(" "));
      // "Lena Maria Ostrev" is not Maria Ostrev, where there is a Lena Ostrev
      if (own === undefined || byWords.has(`${words[0]} ${words.at(-1)}`)) continue;
      found.set(name, own);
      break;
    }
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
function keysOf(
  people: readonly (readonly [string, Person])[],
  timesOf: (name: string) => number,
): ReadonlyMap<string, string> {
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
    const stands = new Map<string, number>();
    for (const [full, one] of bySound.get(soundOf(last)) ?? [])
      if (one.last === last || differBySpelling(one.last, last))
        stands.set(keys.get(full)!, (stands.get(keys.get(full)!) ?? 0) + timesOf(full));
    const [most, next] = [...stands].sort((a, b) => b[1] - a[1]);
    if (most !== undefined && most[1] >= farMore * (next?.[1] ?? 0)) keys.set(name, most[0]);
  }
  return keys;
}

/** A surname alone means who has so many times as many stands as whoever else bears it. */
const farMore = 4;

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
  const last = name.split(" ").at(-1)!;
  return !/\p{Lu}/u.test(name) && !last.endsWith("s") && !ofMany.has(last);
}

/** Words for many, or for whom everybody knows, that end in no "s". */
const ofMany: ReadonlySet<string> = new Set(
  "army cabinet coalition congress government military opposition parliament people police public regime".split(
    " ",
  ),
);
