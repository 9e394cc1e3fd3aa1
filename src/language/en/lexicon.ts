/** One dictionary of proper names, matched token by token: countries, demonyms, institutions, seas and regions. */
import type { Precision } from "../../model/place.ts";
import { type Institution, institutions } from "./actors.ts";
import countries from "./countries.json" with { type: "json" };
import { featureLines, regionAbbreviations } from "./features.ts";
import {
  adjectives,
  ambiguousCountryNames,
  countryAliases,
  notAdjectives,
  peoples,
  regionalAdjectives,
} from "./nations.ts";

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly capital: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Feature {
  readonly id: string;
  readonly name: string;
  readonly precision: Precision;
  readonly lat: number;
  readonly lon: number;
  readonly country?: string;
}

export type Entry =
  | { readonly kind: "country"; readonly country: Country }
  | { readonly kind: "demonym"; readonly country: Country }
  | { readonly kind: "people"; readonly country: Country }
  | { readonly kind: "region-adjective" }
  | { readonly kind: "institution"; readonly institution: Institution }
  | { readonly kind: "feature"; readonly feature: Feature }
  | { readonly kind: "abbreviation"; readonly country: string; readonly region: string };

type Row = [
  code: string,
  name: string,
  adjective: string,
  capital: string,
  lat: number,
  lon: number,
  ...names: string[],
];

const byCode = new Map<string, Country>();
/** First token to entries, longest first. */
const byFirst = new Map<string, { readonly tokens: readonly string[]; readonly entry: Entry }[]>();

/** Plurals for a country's people, of one word ("Danes"). */
const peopleWords = new Set<string>();
export const namesPeople = (form: string): boolean => peopleWords.has(form);

function enter(name: string, entry: Entry): void {
  const tokens = tokensOf(name);
  if (entry.kind === "people" && tokens.length === 1 && /(?:s|men)$/.test(name)) peopleWords.add(name);
  const first = tokens[0];
  if (first === undefined) return;
  const list = byFirst.get(first) ?? [];
  if (list.some((one) => one.tokens.join(" ") === tokens.join(" "))) return;
  list.push({ tokens, entry });
  byFirst.set(first, list);
}

/** As the engine cuts words: hyphens and possessives stand alone. */
export function tokensOf(name: string): string[] {
  return name
    .replace(/’/g, "'")
    .split(/\s+|(?=['’]s\b)|(?<=[-–])|(?=[-–])/)
    .filter((one) => one !== "");
}

for (const row of countries as Row[]) {
  const [code, name, , capital, lat, lon] = row;
  byCode.set(code, { code, name: code === "TR" ? "Turkey" : name, capital, lat, lon });
}
const countryNames = new Set([
  ...(countries as Row[]).map((row) => row[1]),
  ...Object.values(countryAliases).flat(),
]);
// The adjectives listed by hand come first: "American" is the United States', not a territory's.
for (const [code, list] of Object.entries(adjectives)) {
  const country = byCode.get(code);
  if (country === undefined) throw new Error(`nations: no country "${code}"`);
  for (const one of list) {
    // "Hong Kong" and "New Zealand" stay the places, also before a noun.
    if (countryNames.has(one)) continue;
    enter(one, { kind: "demonym", country });
    // "Philippine" is an adjective, "Philippines" the country.
    if (!countryNames.has(`${one}s`)) enter(`${one}s`, { kind: "people", country });
  }
}
for (const [name, institution] of institutions) enter(name, { kind: "institution", institution });
for (const row of countries as Row[]) {
  const [code, name, adjective, , , , ...names] = row;
  const country = byCode.get(code)!;
  for (const one of [name, ...(countryAliases[code] ?? []), ...names]) {
    if (!ambiguousCountryNames.includes(one)) enter(one.replace(/^the /, ""), { kind: "country", country });
  }
  const own =
    notAdjectives.includes(adjective) && adjective !== "Indian"
      ? []
      : adjective === "Indian" && code !== "IN"
        ? []
        : [adjective];
  for (const one of [...own, ...(adjectives[code] ?? [])]) {
    if (one === "" || one.includes(",")) continue;
    // A country's own name used as an adjective stays the country.
    enter(one, { kind: "demonym", country });
    enter(`${one}s`, { kind: "people", country });
  }
  for (const one of peoples[code] ?? []) enter(one, { kind: "people", country });
}
for (const one of regionalAdjectives) enter(one, { kind: "region-adjective" });
for (const line of featureLines.trim().split("\n")) {
  const [id, names, precision, lat, lon, country] = line.split("|").map((part) => part.trim()) as [
    string,
    string,
    Precision,
    string,
    string,
    string?,
  ];
  const list = names.split(",").map((one) => one.trim());
  const feature: Feature = {
    id,
    name: list[0]!,
    precision,
    lat: Number(lat),
    lon: Number(lon),
    ...(country === undefined ? {} : { country }),
  };
  for (const one of list) enter(one.replace(/^the /, ""), { kind: "feature", feature });
}
for (const [name, [country, region]] of Object.entries(regionAbbreviations)) {
  enter(name, { kind: "abbreviation", country, region });
  // Where the engine cuts the stop off.
  if (/^[A-Za-z]+\.$/.test(name)) enter(`${name.slice(0, -1)} .`, { kind: "abbreviation", country, region });
}
for (const list of byFirst.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);

export function countryOf(code: string): Country | undefined {
  return byCode.get(code);
}

/** The longest dictionary name that begins at a token; `form` gives the text of a token, "" past the end. */
export function entryAt(
  form: (i: number) => string,
  i: number,
): { readonly length: number; readonly entry: Entry } | undefined {
  const list = byFirst.get(form(i));
  if (list === undefined) return undefined;
  for (const { tokens, entry } of list) {
    let n = 1;
    while (n < tokens.length && form(i + n) === tokens[n]) n++;
    if (n === tokens.length) return { length: n, entry };
  }
  return undefined;
}

/** Capitals by name, for "Moscow said". */
export const capitals: ReadonlyMap<string, string> = new Map(
  [...byCode.values()].filter((one) => one.capital !== "").map((one) => [one.capital, one.code]),
);
