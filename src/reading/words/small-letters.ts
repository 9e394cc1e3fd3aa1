/**
 * Text in capitals (old wire copy, alerts, some police reports) as it would be written otherwise: "HE" points back to the
 * "OCHOA" of the line before only where both are written as other text is. The engine tagged it so; here the readers get
 * it so, letter for letter. What a finding gives as printed is given back in capitals.
 */
import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";

export interface Written {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  /** A finding with its words as they are printed in the report. */
  readonly printed: (finding: Finding) => Finding;
}

export function inSmallLetters(report: Report, sentences: readonly Sentence[]): Written {
  const { text } = report;
  const loud = report.blocks.map(({ start, end }) => isLoud(text, start, end));
  if (!loud.includes(true)) return { report, sentences, printed: (finding) => finding };
  const capitals = {
    ...capitalsIn(text),
    names: namesIn(sentences.filter(({ block }) => loud[block] === true)),
  };
  const parts: string[] = [];
  let at = 0;
  const written = sentences.map((sentence) => {
    if (loud[sentence.block] !== true) return sentence;
    const tokens = sentence.tokens.map((token, i) => ({ ...token, form: formOf(token, i === 0, capitals) }));
    for (const { start, form } of tokens) {
      parts.push(text.slice(at, start), form);
      at = start + form.length;
    }
    return { ...sentence, tokens };
  });
  parts.push(text.slice(at));
  const quiet = parts.join("");
  return {
    report: { ...report, text: quiet },
    sentences: written,
    printed: (finding) => printedAs(finding, text, quiet),
  };
}

/** At least twelve capitals, nine to each small letter. */
function isLoud(text: string, start: number, end: number): boolean {
  let large = 0;
  let small = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) large++;
    else if (code >= 97 && code <= 122) small++;
  }
  return large >= 12 && large >= 9 * small;
}

interface Capitals {
  readonly acronyms: ReadonlySet<string>;
  /** Offsets at which a word of a name begins. */
  readonly named: ReadonlySet<number>;
  /** Words, in small letters, that are names more often than not. */
  readonly names: ReadonlySet<string>;
}

function namesIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; proper: number }>();
  for (const { tokens } of sentences)
    for (const { form, upos } of tokens) {
      const word = form.toLowerCase();
      const count = counts.get(word) ?? { all: 0, proper: 0 };
      count.all++;
      if (upos === "PROPN") count.proper++;
      counts.set(word, count);
    }
  return new Set([...counts].flatMap(([word, { all, proper }]) => (proper * 2 > all ? [word] : [])));
}

/** "(FPM)", "[ELN]", words without a vowel; and the words before a bracket whose initials it has. */
function capitalsIn(text: string): Omit<Capitals, "names"> {
  const acronyms = new Set<string>();
  const named = new Set<number>();
  for (const { 0: bracket, index } of text.matchAll(/[[(][A-Z]{2,8}[\])]/g)) {
    const acronym = bracket.slice(1, -1);
    const words = [...text.slice(Math.max(0, index - 90), index).matchAll(/[A-Z][A-Z'-]*/g)];
    const from = Math.max(0, index - 90);
    let left = acronym.length - 1;
    const name: number[] = [];
    for (let w = words.length - 1; w >= 0 && left >= 0; w--) {
      const { 0: word, index: at } = words[w]!;
      if (word[0] === acronym[left]) {
        name.push(from + at);
        left--;
      } else if (!/^(?:OF|FOR|AND|THE|DE|LA|DEL)$/.test(word)) break;
    }
    if (left >= 0 && /^(?:TEXT|REPORT|PASSAGE|EXCERPT)$/.test(acronym)) continue;
    acronyms.add(acronym);
    if (left < 0) for (const one of name) named.add(one);
  }
  for (const [word] of text.matchAll(/\b[B-DF-HJ-NP-TV-XZ]{2,6}\b/g))
    if (!/^(?:MR|MRS|MS|DR|LT|ST|SGT|GEN|COL|CPT)$/.test(word)) acronyms.add(word);
  return { acronyms, named };
}

/** As the lemma has it, else by whether it is a name; never longer or shorter. */
function formOf(
  { form, lemma, upos, start }: Token,
  first: boolean,
  { acronyms, named, names }: Capitals,
): string {
  if (acronyms.has(form)) return form;
  const lower = form.toLowerCase();
  if (lower.length !== form.length || lower === form) return form;
  if (lemma.length === form.length && lemma.toLowerCase() === lower && lemma !== lower) return lemma;
  // "J.", "U.S."
  if (/^(?:\p{Lu}\.)+$/u.test(form)) return form;
  if (form.length === 1 && lower !== "a") return form;
  const name =
    upos === "PROPN" ||
    named.has(start) ||
    names.has(lower) ||
    (/^\p{Lu}/u.test(lemma) && lower.startsWith(lemma.toLowerCase()));
  return name || first ? form.slice(0, 1) + lower.slice(1) : lower;
}

function printedAs(finding: Finding, text: string, quiet: string): Finding {
  const { start, end } = finding.evidence;
  const as = (words: string, by: Span = { start, end }): string => {
    const at = quiet.indexOf(words, by.start);
    return at < 0 || at > Math.max(end, by.end) ? words : text.slice(at, at + words.length);
  };
  const { speaker, time } = finding;
  const told = {
    ...finding,
    speaker: {
      ...speaker,
      ...(speaker.words === undefined ? {} : { words: as(speaker.words, speaker.span) }),
      ...(speaker.reason === undefined ? {} : { reason: as(speaker.reason) }),
    },
    ...(time === undefined ? {} : { time: { ...time, words: as(time.words) } }),
  };
  if (told.kind === "event") return { ...told, event: { ...told.event, words: as(told.event.words) } };
  if (told.kind === "figure" && told.figure.of !== undefined)
    return { ...told, figure: { ...told.figure, of: as(told.figure.of) } };
  return told;
}
