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

/** GeoNames' points of large countries, or middles, where the source's rounded point lies far from it. */
const middles: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  AU: [-25, 134],
  BR: [-10, -55],
  CA: [60.10867, -113.64258],
  CD: [-2.9, 23.7],
  CN: [35, 104],
  FJ: [-18, 178],
  JP: [35.6, 137.5],
  LY: [27, 17],
  MM: [21, 96],
  NG: [10, 8],
  SD: [15, 31],
  TW: [24, 121],
  US: [39.76, -98.5],
  ZM: [-14.33, 28.5],
};

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
    ...(middles[country.cca2] ?? country.latlng).map((degrees) => Math.round(degrees * 100) / 100),
    ...new Set([country.name.official, ...country.altSpellings].filter((name) => isName(name, country))),
  ]);
const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
writeFileSync(new URL("../src/language/en/countries.json", import.meta.url), `[\n${lines}\n]\n`);

/** Names of at least four letters in Latin script that differ from the common one; codes and "X, Republic of" left out. */
function isName(name: string, country: Country): boolean {
  return name !== country.name.common && /^[A-Z][A-Za-zÀ-ÿ' .()-]{3,}$/.test(name);
}
