/**
 * Every word of the interface that is not of a report, in the language in use. The words stand in words/LANGUAGE/AREA.ts.
 * English is always at hand; another language is fetched when it is asked for, before anything is drawn (main.tsx).
 */
import { en, type Words } from "./words/en/index.ts";

export type { Words };

/** The languages there are, by their own names, and where their words are. */
export const languages = {
  en: { name: "English", load: async (): Promise<Words> => en },
  es: { name: "Español", load: async (): Promise<Words> => (await import("./words/es/index.ts")).es },
};
export type Language = keyof typeof languages;

export const languageNames = Object.entries(languages).map(([id, { name }]) => ({
  id: id as Language,
  name,
}));

export let words: Words = en;

/** Sets the language in use. Only before the app is loaded: its parts take their words once. */
export async function speak(language: Language): Promise<void> {
  words = await languages[language].load();
}

/** The first of these tags ("es-MX", "en") whose language there is. */
export function languageOf(...tags: readonly (string | null | undefined)[]): Language | undefined {
  for (const tag of tags) {
    const language = tag?.slice(0, 3).toLowerCase().split(/[-_]/u)[0];
    if (language !== undefined && Object.hasOwn(languages, language)) return language as Language;
  }
  return undefined;
}
