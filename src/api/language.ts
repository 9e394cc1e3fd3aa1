/**
 * In what language an answer has its words: as `lang` in the address says, else as Accept-Language asks, else English.
 * Words cut from reports stay in the reports' languages, so an answer as a whole has none to name in a header.
 */
import type { Context, MiddlewareHandler } from "hono";
import { languageDetector } from "hono/language";
import { type Language, languages } from "../view/words/language.ts";
import { type Words, wordsIn } from "../view/words/words.ts";

export const spoken: MiddlewareHandler = languageDetector({
  supportedLanguages: [...languages],
  fallbackLanguage: "en",
  order: ["querystring", "header"],
  lookupQueryString: "lang",
  caches: false,
  // "es-MX" asks for Spanish.
  convertDetectedLanguage: (tag) => tag.split("-", 1)[0]!,
});

export function languageOf(c: Context): Language {
  const found = c.get("language") as string | undefined;
  return languages.find((one) => one === found) ?? "en";
}

export function wordsOf(c: Context): Words {
  return wordsIn(languageOf(c));
}
