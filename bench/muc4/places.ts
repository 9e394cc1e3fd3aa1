/** Where an incident was, as the keys write it: "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)". */
import type { Message } from "./message.ts";
import type { Facts } from "./phrases.ts";
import { cityCountries, interest } from "./sets.ts";

/** Kinds of places by how small they are. */
const levels: Readonly<Record<string, number>> = {
  REGION: 1,
  DEPARTMENT: 2,
  PROVINCE: 2,
  STATE: 2,
  ZONE: 2,
  CITY: 4,
  TOWN: 4,
  MUNICIPALITY: 3,
  JURISDICTION: 3,
  VILLAGE: 5,
  HAMLET: 5,
  CANTON: 5,
  PORT: 4,
  NEIGHBORHOOD: 6,
  DISTRICT: 6,
  SUBURB: 6,
  SECTOR: 6,
  FARM: 7,
  VALLEY: 3,
  VOLCANO: 5,
  HILL: 6,
  UNIVERSITY: 7,
  AIRPORT: 7,
};
const typeWords = Object.keys(levels).join("|");

interface Found {
  readonly name: string;
  readonly type: string;
  /** Places that contain it, as the keys of training have them. */
  readonly within: readonly string[];
  readonly country: string | undefined;
  readonly start: number;
  readonly end: number;
}

export function locationOf(
  places: Readonly<Record<string, string>>,
  message: Message,
  facts: Facts,
  ranked: readonly number[],
): string {
  const home = countryOf(places, message, facts, ranked);
  const near = [...ranked.slice(0, 5), ...ranked.slice(0, 2).flatMap((s) => [s + 1, s - 1])];
  let best: readonly Found[] = [];
  for (const s of near) {
    const sentence = facts.sentences[s];
    if (sentence === undefined) continue;
    const found = placesIn(places, message, facts, s).filter(
      (one) => one.country === undefined || one.country === home,
    );
    for (const chain of chained(message.text, found)) {
      // A smaller place in a later sentence only where the one before was a large one.
      if (best.length === 0 || (Math.max(...best.map(levelOf)) < 3 && Math.max(...chain.map(levelOf)) > 2))
        best = chain;
    }
  }
  return best.length === 0 ? home : written(message, home, best);
}

const levelOf = (one: Found) => levels[one.type] ?? 4;

function written(message: Message, home: string, chain: readonly Found[]): string {
  const parts = new Map<string, readonly [string, number]>();
  for (const one of chain) {
    // What contains it is told only where the text does.
    for (const outer of one.within) {
      const name = nameOf(outer);
      if (message.text.includes(name) && name !== home) parts.set(name, [outer, levels[typeOf(outer)] ?? 4]);
    }
    parts.set(one.name, [`${one.name} (${one.type})`, levelOf(one)]);
  }
  const sorted = [...parts.values()].sort((a, b) => a[1] - b[1]).map(([text]) => text);
  return [home, ...sorted].join(": ");
}

const nameOf = (part: string) => part.replace(/\s*\(.*$/, "");
const typeOf = (part: string) => /\(([A-Z]+)/.exec(part)?.[1] ?? "CITY";

/** Places side by side are one location: "Flores, in the northern El Peten Department". */
function chained(text: string, found: readonly Found[]): Found[][] {
  const chains: Found[][] = [];
  for (const one of found) {
    const last = chains.at(-1)?.at(-1);
    if (
      last !== undefined &&
      one.start - last.end < 40 &&
      /^[ ,]*(?:(?:IN|OF|THE|NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|AT|NEAR|LOCATED|CITY|TOWN|DEPARTMENT|NEIGHBORHOOD|JURISDICTION|MUNICIPALITY|PROVINCE|DISTRICT)[ ,]*)*$/.test(
        text.slice(last.end, one.start),
      )
    )
      chains.at(-1)!.push(one);
    else chains.push([one]);
  }
  return chains;
}

const directions = /^(?:(?:NORTH|SOUTH)?(?:NORTH|SOUTH|EAST|WEST)ERN|CENTRAL|DOWNTOWN) /;
const notNames =
  /^(?:THE|THIS|THAT|A|AN|OF|IN|AT|AND|TO|FROM|ITS|HIS|SAME|SEVERAL|SOME|MILITARY|CITY|CAPITAL)$/;

function placesIn(
  places: Readonly<Record<string, string>>,
  message: Message,
  facts: Facts,
  s: number,
): Found[] {
  const { span } = facts.sentences[s]!;
  const text = message.text.slice(span.start, span.end);
  const small = message.report.text.slice(span.start, span.end);
  const words = [...text.matchAll(/[A-Z0-9'-]+/g)];
  const persons = facts.phrases.flatMap((one) => (one.sentence === s && one.person ? [one.person] : []));
  const found: Found[] = [];
  for (let i = 0; i < words.length; i++)
    for (let n = Math.min(5, words.length - i); n > 0; n--) {
      const [start, end] = [words[i]!.index, words[i + n - 1]!.index + words[i + n - 1]![0].length];
      const one = placeAt(places, facts, s, text, small, start, end);
      if (one === undefined) continue;
      if (
        persons.some(
          (person) =>
            person.start <= one.start && person.end >= one.end && typeAfter(text, end) === undefined,
        )
      )
        continue;
      found.push(one);
      i += n - 1;
      break;
    }
  return found;
}

function typeAfter(text: string, end: number): string | undefined {
  return new RegExp(`^ (${typeWords})S?\\b`).exec(text.slice(end, end + 16))?.[1];
}

function placeAt(
  places: Readonly<Record<string, string>>,
  facts: Facts,
  s: number,
  text: string,
  small: string,
  start: number,
  end: number,
): Found | undefined {
  const name = text.slice(start, end).replaceAll(/\s+/g, " ");
  if (countryNames.has(name) || notNames.test(name)) return undefined;
  const { span } = facts.sentences[s]!;
  const at = { start: span.start + start, end: span.start + end };
  // Written small it is no name.
  if (!/\p{Lu}/u.test(small.slice(start, end))) return undefined;
  const before = new RegExp(`\\b(${typeWords}) OF $`).exec(text.slice(Math.max(0, start - 24), start))?.[1];
  const type = typeAfter(text, end) ?? before;
  const path = Object.hasOwn(places, name) ? places[name]! : undefined;
  if (path !== undefined) {
    const parts = path.split(": ");
    const country = parts[0]!;
    return { name, type: type ?? typeOf(parts.at(-1)!), within: parts.slice(1, -1), country, ...at };
  }
  const known = facts.sentences[s]!.places.find((one) => one.start === at.start && one.end === at.end);
  if (known !== undefined && interest[known.country ?? ""] !== undefined)
    return {
      name: name.replace(directions, ""),
      type: type ?? "CITY",
      within: [],
      country: interest[known.country!],
      ...at,
    };
  if (type === undefined || /'S |^(?:FIRE|HEALTH|STATE|POLICE|FOREIGN|DEFENSE|TREASURY)$/.test(name))
    return undefined;
  if (!/^\p{Lu}/u.test(small.slice(start, end))) return undefined;
  const capitals = small.slice(start, end).split(/\s+/);
  if (!capitals.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|del|la|las|los|el)$/.test(word)))
    return undefined;
  // The whole run of capitals before the word of type.
  if (/\p{Lu}[\p{L}'-]* $/u.test(small.slice(0, start)) && start > 0) return undefined;
  return {
    name: /UNIVERSITY|AIRPORT/.test(type) ? `${name} ${type}` : name,
    type,
    within: [],
    country: undefined,
    ...at,
  };
}

const countryNames = new Set<string>(Object.values(interest));

/** The country that most of the message's places and peoples are of. */
function countryOf(
  places: Readonly<Record<string, string>>,
  message: Message,
  facts: Facts,
  ranked: readonly number[],
): string {
  const votes = new Map<string, number>();
  const vote = (name: string | undefined, n: number) => {
    if (name !== undefined && countryNames.has(name)) votes.set(name, (votes.get(name) ?? 0) + n);
  };
  const near = new Set(ranked.slice(0, 4));
  for (const phrase of facts.phrases)
    for (const code of phrase.countries) vote(interest[code], near.has(phrase.sentence) ? 0.8 : 0.2);
  facts.sentences.forEach((sentence, s) => {
    for (const { country } of sentence.places) vote(interest[country ?? ""], near.has(s) ? 0.6 : 0.15);
    if (!near.has(s)) return;
    for (const name of countryNames)
      if (message.text.slice(sentence.span.start, sentence.span.end).includes(name)) vote(name, 1);
    for (const one of placesIn(places, message, facts, s)) vote(one.country, 1.2);
  });
  vote(cityCountries[message.city] ?? places[message.city]?.split(":")[0], 3);
  for (const [word, country] of organisations) if (message.text.includes(word)) vote(country, 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "EL SALVADOR";
}

/** Guerrilla fronts and stations belong to one country. */
const organisations: readonly (readonly [string, string])[] = [
  ["FMLN", "EL SALVADOR"],
  ["VENCEREMOS", "EL SALVADOR"],
  ["FARABUNDO", "EL SALVADOR"],
  ["EXTRADITABLES", "COLOMBIA"],
  ["SHINING PATH", "PERU"],
  ["TUPAC AMARU", "PERU"],
  ["URNG", "GUATEMALA"],
  ["LAUTARO", "CHILE"],
  ["MANUEL RODRIGUEZ", "CHILE"],
];
