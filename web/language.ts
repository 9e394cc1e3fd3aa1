/** In which language to speak: as the address says, else as the reader chose, else as the browser asks, else English. */
import { recall, remember } from "./reader.ts";
import { type Language, languageOf } from "./words.ts";

const key = "sitrep.language";

/** `?lang=es` in a link is taken as the reader's choice from then on, so that it holds on the pages that follow. */
export function chosenLanguage(): Language {
  const linked = languageOf(new URLSearchParams(location.search).get("lang"));
  if (linked !== undefined) remember(key, linked);
  return linked ?? languageOf(recall(key), ...navigator.languages) ?? "en";
}

/** Chooses, and loads the page again: every part of it takes its words when it is loaded. */
export function chooseLanguage(language: Language): void {
  remember(key, language);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  location.replace(address);
}
