/** The names of a sentence: those of the dictionary, places that begin with a country's name, and runs of name words. */
import { type Entry, entryAt } from "../../language/en/lexicon.ts";
import type { NameType, Sentence, Token } from "../../model/sentence.ts";
import { dictionaryName, formOf, isOfNote, placeName } from "./dictionary.ts";
import type { NameMention } from "./mention.ts";
import { runNames } from "./of-run.ts";
import { isCapital, runAt } from "./runs.ts";

export function namesIn(text: string, sentence: Sentence): NameMention[] {
  const { tokens } = sentence;
  const form = (i: number) => formOf(tokens[i]);
  const found: NameMention[] = [];
  const engine = engineNames(sentence);
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (!isCapital(token) && !/^al$|^'/i.test(token.form)) {
      i++;
      continue;
    }
    const run = runAt(sentence, i, engine);
    if (text[token.end] === "$") {
      i++;
      continue;
    }
    const hit = entryAt(form, i);
    const longer =
      hit === undefined || hit.entry.kind === "institution" ? 0 : placeLonger(text, tokens, i, hit.length);
    if (longer > 0) {
      found.push(placeName(text, sentence, i, longer));
      i += longer;
    } else if (hit !== undefined && hit.length >= run && !isWord(tokens, i, hit.entry, hit.length)) {
      found.push(dictionaryName(text, sentence, i, hit));
      i += hit.length;
    } else if (run > 0) {
      found.push(...runNames(text, sentence, i, run, engine, form));
      i += run;
    } else i++;
  }
  return found;
}

/** "British Columbia", "Mexico City": a place whose name begins with a country's. */
function placeLonger(text: string, tokens: readonly Token[], i: number, length: number): number {
  for (const more of [2, 1]) {
    const last = tokens[i + length + more - 1];
    if (last === undefined || !isCapital(last)) continue;
    if (isOfNote(text.slice(tokens[i]!.start, last.end))) return length + more;
  }
  return 0;
}

/** "US" and "IS" are names, "Us" is not; "Turkey" at a sentence's start is one where it is tagged so. */
function isWord(tokens: readonly Token[], i: number, entry: Entry, length: number): boolean {
  const token = tokens[i]!;
  if (length > 1) return false;
  if (entry.kind === "abbreviation")
    return tokens[i - 1]?.form !== "," && token.form !== "NSW" && token.form !== "B.C.";
  if (token.upos === "PROPN" || token.upos === "ADJ" || entry.kind === "people") return false;
  return i === 0 && token.form.length < 6 && entry.kind !== "country" && entry.kind !== "demonym";
}

/** The engine's name type of each token. */
function engineNames(sentence: Sentence): (NameType | undefined)[] {
  const types = new Array<NameType | undefined>(sentence.tokens.length);
  for (const name of sentence.names) for (let i = name.first; i <= name.last; i++) types[i] = name.type;
  return types;
}
