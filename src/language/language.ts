/** Text to sentences of tagged, parsed tokens with names: the one door to the language engine. */
import { fileURLToPath } from "node:url";
import type { Block } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import { type Engine, engineFrom } from "./engine.ts";
import { readWeights } from "./weights.ts";

export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Changes whenever the engine could answer differently. */
  readonly version: string;
  /** Sentences never cross blocks; offsets are UTF-16 into `text`. Pure: the same text gives the same answer. */
  parse(text: string, blocks: readonly Block[]): Sentence[];
}

const models: Readonly<Record<string, string>> = {
  en: fileURLToPath(new URL("../../models/en.bin", import.meta.url)),
};
const loaded = new Map<string, Language>();

/** The engine for a language, or undefined where there is no model for it. Throws Problem on a broken model. */
export async function loadLanguage(code: string): Promise<Language | undefined> {
  const path = models[code];
  if (path === undefined || !Object.hasOwn(models, code)) return undefined;
  let language = loaded.get(code);
  if (language === undefined) {
    language = languageOf(code, engineFrom(readWeights(path)));
    loaded.set(code, language);
  }
  return language;
}

export function languageOf(code: string, engine: Engine): Language {
  return { code, version: `${code}@${engine.version}`, parse: engine.parse };
}
