/**
 * Compiles src/language/en/countries.json from world-countries (ODbL 1.0, so the table is under it too):
 *   npm i --prefix FOLDER world-countries@5.1.0
 *   node tools/compile-countries.ts FOLDER/node_modules
 * One row a country: code, name, adjective, capital, latitude, longitude, other names.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Country {
  cca2: string;
  name: { common: string; official: string };
  demonyms: { eng?: { m: string } };
  capital: string[];
  altSpellings: string[];
  latlng: [number, number];
}

const folder = process.argv[2];
if (folder === undefined)
  throw new Error("compile-countries: name the node_modules folder of world-countries");
const countries: Country[] = JSON.parse(readFileSync(join(folder, "world-countries/countries.json"), "utf8"));

const rows = countries
  .sort((a, b) => (a.cca2 < b.cca2 ? -1 : 1))
  .map((country) => [
    country.cca2,
    country.name.common,
    country.demonyms.eng?.m ?? "",
    country.capital[0] ?? "",
    Math.round(country.latlng[0] * 100) / 100,
    Math.round(country.latlng[1] * 100) / 100,
    ...new Set([country.name.official, ...country.altSpellings].filter((name) => isName(name, country))),
  ]);
const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
writeFileSync(new URL("../src/language/en/countries.json", import.meta.url), `[\n${lines}\n]\n`);

/** Names of at least four letters in Latin script that differ from the common one; codes and "X, Republic of" left out. */
function isName(name: string, country: Country): boolean {
  return name !== country.name.common && /^[A-Z][A-Za-zÀ-ÿ' .()-]{3,}$/.test(name);
}
