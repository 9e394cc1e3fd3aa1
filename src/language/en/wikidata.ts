/** Wikidata ids of what the lexicons list; where none is known there is none. */
import ids from "./wikidata.json" with { type: "json" };

const countries: Readonly<Record<string, string>> = ids.countries;
const institutions: Readonly<Record<string, string>> = ids.institutions;

/** By ISO 3166-1 alpha-2 code. */
export function wikidataOfCountry(code: string): string | undefined {
  return Object.hasOwn(countries, code) ? countries[code] : undefined;
}

/** By the name under which the institution is listed. */
export function wikidataOfInstitution(name: string): string | undefined {
  return Object.hasOwn(institutions, name) ? institutions[name] : undefined;
}
