/** Names of places and of the dictionary as mentions. */
import { placesNamed } from "../../language/en/gazetteer.ts";
import type { Entry } from "../../language/en/lexicon.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { NameMention } from "./mention.ts";

const shouted = (form: string) => form.length > 3 && form === form.toUpperCase() && /^\p{L}+$/u.test(form);

export function placeName(text: string, sentence: Sentence, first: number, length: number): NameMention {
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[first + length - 1]!.end;
  return {
    start,
    end,
    sentence: sentence.index,
    first,
    last: first + length - 1,
    words: text.slice(start, end),
    guess: "place",
  };
}

export function formOf(token: Token | undefined): string {
  if (token === undefined) return "";
  const form = token.form.replace("’", "'");
  return shouted(form) ? form[0] + form.slice(1).toLowerCase() : form;
}

export function dictionaryName(
  text: string,
  sentence: Sentence,
  first: number,
  hit: { length: number; entry: Entry },
): NameMention {
  const last = first + hit.length - 1;
  const start = sentence.tokens[first]!.start;
  const end = sentence.tokens[last]!.end;
  return {
    start,
    end,
    sentence: sentence.index,
    first,
    last,
    words: text.slice(start, end),
    entry: hit.entry,
    guess:
      hit.entry.kind === "institution"
        ? "organisation"
        : hit.entry.kind === "country" || hit.entry.kind === "feature" || hit.entry.kind === "abbreviation"
          ? "place"
          : "other",
    ...(hit.entry.kind === "institution" ? { kind: hit.entry.institution.kind } : {}),
  };
}

/** Names a region, a county or a city that the news knows by that name. */
export function isOfNote(words: string): boolean {
  return placesNamed(words).some((one) =>
    one.kind === "region" || one.kind === "county"
      ? one.population > 20_000
      : one.population > (one.alias ? 300_000 : 100_000),
  );
}
