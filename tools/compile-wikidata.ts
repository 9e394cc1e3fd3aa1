/**
 * Wikidata ids of countries and of the institutions that the lexicon lists:
 * `node tools/compile-wikidata.ts --countries DIR --institutions DIR` writes src/language/en/wikidata.json, from the
 * unpacked npm packages @rapideditor/country-coder 5.6.1 (ISC) and name-suggestion-index 8.0.20260918 (BSD-3-Clause).
 * An institution gets an id only where the package's own label of it is one of the names that we list: never by
 * likeness, never by an acronym.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { institutions } from "../src/language/en/actors.ts";

const { values } = parseArgs({
  options: { countries: { type: "string" }, institutions: { type: "string" } },
});
if (values.countries === undefined || values.institutions === undefined) {
  console.error("compile-wikidata: give --countries DIR and --institutions DIR, two unpacked packages");
  process.exit(1);
}

interface Border {
  readonly properties: { readonly iso1A2?: string; readonly wikidata?: string; readonly nameEn?: string };
}

const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(...path), "utf8")) as T;
const { features } = read<{ features: Border[] }>(values.countries, "src/data/borders.json");
const countries: Record<string, string> = {};
const labels = new Map<string, Set<string>>();
for (const { properties } of features) {
  const { iso1A2, wikidata, nameEn } = properties;
  if (wikidata === undefined) continue;
  if (iso1A2 !== undefined && /^[A-Z]{2}$/.test(iso1A2)) countries[iso1A2] = wikidata;
  if (nameEn !== undefined && /^(?:UN|EU)$/.test(iso1A2 ?? "")) label(nameEn, wikidata);
}

const { wikidata } = read<{ wikidata: Record<string, { label?: string; description?: string }> }>(
  values.institutions,
  "dist/wikidata/wikidata.json",
);
for (const [id, one] of Object.entries(wikidata)) {
  if (one.label !== undefined && /^Q\d+$/.test(id)) label(one.label, id);
}

/** Names of one word whose label in the package was looked at and is of that body. */
const known = new Set([
  "NATO",
  "UNICEF",
  "ASEAN",
  "Google",
  "Microsoft",
  "Meta Platforms",
  "Boeing",
  "Gazprom",
  "Pemex",
]);

const found: Record<string, string> = {};
for (const [name, { name: full }] of institutions) {
  // Acronyms and single words name many things; a full name of two words and more names one, where the package knows one.
  const ids = name.includes(" ") || full === name ? labels.get(plain(name)) : undefined;
  if (ids?.size === 1 && (name.includes(" ") || known.has(full))) found[full] ??= [...ids][0]!;
}
writeFileSync(
  new URL("../src/language/en/wikidata.json", import.meta.url),
  `${JSON.stringify({ countries: sorted(countries), institutions: sorted(found) }, null, 1)}\n`,
);
console.log(`${Object.keys(countries).length} countries, ${Object.keys(found).length} institutions`);

function label(words: string, id: string): void {
  const key = plain(words);
  labels.set(key, (labels.get(key) ?? new Set()).add(id));
}

/** Without the country before it: "U.S. Customs and Border Protection" is listed without. */
function plain(words: string): string {
  return words.toLowerCase().replace(/^(?:united states|u\.s\.|us) /, "");
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
