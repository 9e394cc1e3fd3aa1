/**
 * In which language a text is written, by its function words and its script. A trained identifier costs
 * 0.6 s to load, which is more than all else on one report; on a text of some lines this tells as well.
 */
import { functionWords, scriptLanguages } from "./lexicon/function-words.ts";
import { letterRuns } from "./runs.ts";

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of new Set(words.split(" ")))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

export interface LanguageGuess {
  readonly language: string;
  /** Enough words, and clearly more of this language than of any other. */
  readonly sure: boolean;
}

/** In most texts there is nothing of other scripts, which then need not be counted one by one. */
const beyondLatin = /[\u0370-\u1dff\u2e80-\uffff]/;

export function languageOf(text: string): LanguageGuess | undefined {
  const sample =
    text.length > 12_000
      ? `${text.slice(0, 6000)} ${text.slice(text.length / 2, text.length / 2 + 6000)}`
      : text;
  if (!/\p{L}/u.test(sample)) return undefined;
  const scripts = beyondLatin.test(sample) ? scriptLanguages : [];
  const letters = scripts.length === 0 ? 0 : (sample.match(/\p{L}/gu)?.length ?? 0);
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Japanese mixes its own letters with Chinese ones; Persian and Urdu have letters that Arabic lacks.
    if (share > (language === "ja" ? 0.1 : 0.4))
      return {
        language: language === "ar" ? arabicScript(sample) : language,
        sure: share > 0.6 || language === "ja",
      };
  }
  const scores = new Map<string, number>();
  const words = letterRuns(sample.toLowerCase());
  for (const word of words) {
    const languages = languagesOf.get(word);
    // A word of one language alone says more than one that five share.
    if (languages !== undefined)
      for (const language of languages)
        scores.set(language, (scores.get(language) ?? 0) + 1 + 2 / languages.length);
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined || best[1] < Math.max(3, 0.12 * words.length)) return undefined;
  return {
    language: best[0],
    sure: words.length >= 30 && best[1] > 1.15 * (next?.[1] ?? 0) && best[1] > 0.4 * words.length,
  };
}

function arabicScript(sample: string): string {
  if (/[\u0679\u0688\u0691\u06d2]/.test(sample)) return "ur";
  return /[\u067e\u0686\u0698\u06af]/.test(sample) ? "fa" : "ar";
}

/** "en-US", "EN", "eng", "English" to "en"; undefined for what is no language code. */
export function languageCode(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const code = label.trim().toLowerCase().replace("_", "-").split("-")[0]!;
  const known = long[code] ?? code;
  return /^[a-z]{2}$/.test(known) ? known : undefined;
}

const long: Readonly<Record<string, string>> = {
  eng: "en",
  english: "en",
  spa: "es",
  spanish: "es",
  español: "es",
  fra: "fr",
  fre: "fr",
  french: "fr",
  français: "fr",
  deu: "de",
  ger: "de",
  german: "de",
  deutsch: "de",
  por: "pt",
  portuguese: "pt",
  ita: "it",
  italian: "it",
  nb: "no",
  nn: "no",
  nob: "no",
  nor: "no",
  in: "id",
  iw: "he",
};
