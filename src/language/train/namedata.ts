/** Names as the engine marks them, taken from corpora that mark mentions: GUM and re3d. */
import { join } from "node:path";
import type { NameType } from "../../model/sentence.ts";
import { regions } from "./common-names.ts";
import { type GoldSentence, lines } from "./corpus.ts";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
}

interface GumDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
  readonly mentions: readonly {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly headUpos: string;
    readonly headStart: number;
    readonly wiki?: string;
  }[];
}

const gumTypes: Readonly<Record<string, NameType>> = {
  person: "PER",
  organization: "ORG",
  place: "LOC",
  event: "EVENT",
  object: "PRODUCT",
};
const law =
  /\b(?:Act|Law|Treaty|Constitution|Convention|Resolution|Amendment|Agreement|Accords?|Protocol|Charter|Code|Bill|Title)\b/;
const countries = new Set(regions);
const links = new Set([
  "of",
  "the",
  "for",
  "and",
  "&",
  "de",
  "la",
  "del",
  "al",
  "-",
  "'s",
  "’s",
  "von",
  "van",
  "bin",
  "ibn",
  "y",
]);
const offices =
  /^(?:President|Minister|Secretary|Governor|Senator|Mayor|King|Queen|Pope|General|Ambassador|Spokes\w+|Chancellor|Director|Judge|Justice|Chief|Commander|Chairman|Lord|God|Jesus|Mom|Dad|Mr\.?|Mrs\.?|Dr\.?|Rohingya|Court)$/;
const inside = new Set([
  "flat",
  "compound",
  "amod",
  "nmod",
  "nummod",
  "conj",
  "case",
  "det",
  "cc",
  "punct",
  "fixed",
  "nmod:unmarked",
]);

/** Marks of a GUM sentence: the proper-noun core of each mention, the outermost where they nest. */
export function gumMarks(folder: string, file: string, syntax: readonly GoldSentence[]): Map<string, Mark[]> {
  const byId = new Map(syntax.map((sentence) => [sentence.id, sentence]));
  const marks = new Map<string, Mark[]>();
  for (const document of lines<GumDocument>(join(folder, file))) {
    document.sentences.forEach(([from, to], index) => {
      const sentence = byId.get(`${document.id}-${index + 1}`);
      if (sentence === undefined) return;
      const found: Mark[] = [];
      for (const mention of document.mentions) {
        if (mention.start < from || mention.end > to || mention.headUpos !== "PROPN") continue;
        const words = document.text.slice(mention.start, mention.end);
        const type =
          law.test(words) && ["abstract", "object"].includes(mention.type) ? "LAW" : gumTypes[mention.type];
        if (type === undefined) continue;
        const core = coreOf(
          sentence,
          mention.headStart - from,
          mention.start - from,
          mention.end - from,
          type === "PER",
        );
        if (core === undefined) continue;
        // a country that acts is an organisation there: here it stays a place
        const name = sentence.text.slice(core.start, core.end);
        found.push({ ...core, type: type === "ORG" && countries.has(name) ? "LOC" : type });
      }
      marks.set(sentence.id, outermost(found));
    });
  }
  return marks;
}

/** The name around a head: what hangs on it as part of a name, without article, title or apposition. */
function coreOf(
  s: GoldSentence,
  headStart: number,
  from: number,
  to: number,
  person: boolean,
): { start: number; end: number } | undefined {
  const head = s.start.indexOf(headStart);
  if (head < 0) return undefined;
  const proper = (i: number): boolean => {
    const form = s.form[i]!;
    return (
      s.upos[i] === "PROPN" ||
      s.xpos[i]!.startsWith("NNP") ||
      (/^[\p{Lu}\d]/u.test(form) && !/^(?:PRON|ADP|DET|CCONJ|SCONJ|ADV|AUX)$/.test(s.upos[i]!))
    );
  };
  const within = (i: number): boolean =>
    i >= 0 && i < s.form.length && s.start[i]! >= from && s.start[i]! < to;
  const part = (i: number): boolean => {
    for (let k = i, steps = 0; steps < 12; steps++) {
      if (k === head) return true;
      if (s.deprel[k] === "conj" && s.head[k] === head) return false;
      // what modifies with "of" or "for" follows: a modifier before its noun is another's name
      if (!inside.has(s.deprel[k]!) || (s.deprel[k] === "nmod" && k < s.head[k]!)) return false;
      k = s.head[k]!;
      if (k < 0) return false;
    }
    return false;
  };
  // peoples and offices are no names of a person
  if (s.xpos[head] === "NNPS" && person) return undefined;
  if (person && offices.test(s.form[head]!)) return undefined;
  let first = head;
  let last = head;
  while (within(first - 1) && part(first - 1) && (proper(first - 1) || linkBefore(first - 1))) first--;
  while (within(last + 1) && part(last + 1) && (proper(last + 1) || linkAfter(last + 1))) last++;
  while (first < last && (!proper(first) || /^the$/i.test(s.form[first]!))) first++;
  while (first < last && !proper(last)) last--;
  return { start: s.start[first]!, end: s.start[last]! + s.form[last]!.length };

  function linkBefore(i: number): boolean {
    return links.has(s.form[i]!.toLowerCase()) && within(i - 1) && part(i - 1) && proper(i - 1);
  }
  function linkAfter(i: number): boolean {
    if (!links.has(s.form[i]!.toLowerCase())) return false;
    const next = within(i + 1) && links.has(s.form[i + 1]!.toLowerCase()) ? i + 2 : i + 1;
    return within(next) && part(next) && proper(next);
  }
}

/** Proper-noun spans of a tree where nobody marked names: candidates without a type. */
export function properSpans(s: GoldSentence): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  const end = s.text.length + 1;
  for (let head = 0; head < s.form.length; head++) {
    if (s.upos[head] !== "PROPN" || s.xpos[head] === "NNPS" || dates.test(s.form[head]!)) continue;
    const above = s.head[head]!;
    const isPart = above >= 0 && s.upos[above] === "PROPN" && /^(?:flat|compound)$/.test(s.deprel[head]!);
    if (isPart || (s.deprel[head] === "nmod:desc" && offices.test(s.form[head]!))) continue;
    const core = coreOf(s, s.start[head]!, 0, end, true);
    if (core === undefined) continue;
    const first = s.start.indexOf(core.start);
    let last = first;
    while (last + 1 < s.form.length && s.start[last + 1]! < core.end) last++;
    if (spans.length === 0 || first > spans.at(-1)!.last) spans.push({ first, last });
    else if (last > spans.at(-1)!.last) spans[spans.length - 1] = { first: spans.at(-1)!.first, last };
  }
  return spans;
}

const dates =
  /^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?|Jan(?:uary)?\.?|Feb(?:ruary)?\.?|Mar(?:ch)?\.?|Apr(?:il)?\.?|May|June?|July?|Aug(?:ust)?\.?|Sept?(?:ember)?\.?|Oct(?:ober)?\.?|Nov(?:ember)?\.?|Dec(?:ember)?\.?|English|Spanish|French|German|Arabic|Chinese|[A-Z]\w*@\S+|\S+\.\S{2,})$/i;

function outermost(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mark[] = [];
  for (const mark of sorted) if (kept.length === 0 || mark.start >= kept.at(-1)!.end) kept.push(mark);
  return kept;
}

interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { start: number; end: number; type: string }[];
}

const re3dTypes: Readonly<Record<string, NameType>> = { Organisation: "ORG", Location: "LOC", Person: "PER" };
const title =
  /^(?:[\p{Lu}][\p{L}.-]*\s+)*(?:President|Minister|Secretary|General|Gen\.|Colonel|Col\.|Ambassador|Envoy|Spokesman|Spokesperson|Commander|Director|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Lt\.|Maj\.|Capt\.|Sgt\.)\s+(?:for\s+\S+\s+)?/u;
const capitalised =
  /(?:al-|el-)?\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+(?:(?:of|and|the|for|al|bin|ibn|-|&)\s+){0,2}(?:al-|el-)?\p{Lu}[\p{L}\p{N}.'’-]*)*/u;

/** Marks of re3d, whose spans take in articles, titles and common nouns: cut down to the capitalised core. */
export function re3dMarks(folder: string, places: ReadonlySet<string>): { text: string; marks: Mark[] }[] {
  return lines<Re3dDocument>(join(folder, "train.re3d.jsonl.gz")).map((document) => {
    const found: Mark[] = [];
    for (const entity of document.entities) {
      const type = re3dTypes[entity.type];
      if (type === undefined) continue;
      let words = document.text.slice(entity.start, entity.end);
      let start = entity.start;
      const drop = (pattern: RegExp) => {
        const match = pattern.exec(words);
        if (match !== null && match.index === 0) {
          start += match[0].length;
          words = words.slice(match[0].length);
        }
      };
      drop(/^(?:the|a|an|The|A|An)\s+/);
      if (type === "PER") drop(title);
      const match = capitalised.exec(words);
      // a name in the middle of a long description is somebody else's
      if (match === null || match.index > 0) continue;
      const core = match[0].replace(/['’]s$/, "");
      if (core.length < words.length && !/^['’]s$/.test(words.slice(core.length)) && type !== "LOC") continue;
      if (/-(?:held|backed|led|controlled)\b/.test(core) || dates.test(core)) continue;
      if (core.length < 2 || /^(?:He|She|They|We|It|I|Our|Their|His)$/.test(core)) continue;
      // there a country that acts is an organisation: here it stays a place
      found.push({ start, end: start + core.length, type: places.has(core) ? "LOC" : type });
    }
    return { text: document.text, marks: outermost(found) };
  });
}
