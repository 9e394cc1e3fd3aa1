/**
 * The words that views and exports put around what is cut from reports, by area and language. Words cut from a report
 * stay in the report's language, always.
 */
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import type { Language } from "./language.ts";

/** What each language must say; English is the measure. */
export type Words = typeof en;

const all: Record<Language, Words> = { en, es };

export function wordsIn(language: Language): Words {
  return all[language];
}

/** Those of who asks for none. */
export const english: Words = en;
