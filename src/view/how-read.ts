/** How one sentence was read: which of its words were taken as what, for a person who wants to check the reading. */
import type { Finding } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Name, Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { cameoRoots } from "./cameo.ts";
import { line } from "./line.ts";
import { english, type Words } from "./words/words.ts";

/** What words may be taken as. `status` words carry the stage, the polarity or the certainty; `hedge` words weaken. */
export const partRoles = [
  "act",
  "trigger",
  "status",
  "hedge",
  "speaker",
  "cue",
  "content",
  "number",
  "proposal",
  "law",
  "purpose",
  "breach",
  "expected",
  "condition",
  "actor",
  "recipient",
  "place",
  "time",
] as const;

export type PartRole = (typeof partRoles)[number];

/** Words of a report and what they were taken as; offsets are UTF-16 into its text. */
export interface Part extends Span {
  readonly role: PartRole;
  readonly quote: string;
  /** What they stand for, where that is not the words themselves ("2031-04-03", "San Lorenzo, HN"). */
  readonly as?: string;
}

export interface FindingRead {
  readonly id: string;
  readonly kind: Finding["kind"];
  readonly line: string;
  readonly parts: readonly Part[];
  /** PLOVER type and mode, and the CAMEO root beside them, of an event that has one. */
  readonly plover?: string;
  readonly cameo?: string;
}

export interface TokenRead extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** Index in the sentence, -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

/** A sentence as parsed (Universal Dependencies v2). */
export interface SentenceRead extends Span {
  readonly tokens: readonly TokenRead[];
  readonly names: readonly Pick<Name, "first" | "last" | "type">[];
}

/** Findings whose evidence overlaps the span, in text order, each with its words. */
export function findingsRead(
  reading: Reading,
  text: string,
  span: Span,
  words: Words = english,
): FindingRead[] {
  return reading.findings
    .filter(({ evidence }) => overlaps(evidence, span))
    .map((finding) => ({
      id: finding.id,
      kind: finding.kind,
      line: line(finding, text, words),
      parts: partsOf(finding, reading, text),
      ...(finding.kind === "event" ? typeOf(finding) : {}),
    }));
}

export function sentencesRead(sentences: readonly Sentence[], span: Span): SentenceRead[] {
  return sentences
    .filter((sentence) => overlaps(sentence, span))
    .map(({ start, end, tokens, names }) => ({
      start,
      end,
      tokens: tokens.map(({ start, end, form, lemma, upos, head, deprel }) => ({
        start,
        end,
        form,
        lemma,
        upos,
        head,
        deprel,
      })),
      names: names.map(({ first, last, type }) => ({ first, last, type })),
    }));
}

function partsOf(finding: Finding, reading: Reading, text: string): Part[] {
  const { evidence, speaker, status, time } = finding;
  const parts: Part[] = [];
  const put = (role: PartRole, span: Span | undefined, as?: string) => {
    if (span === undefined || span.start >= span.end) return;
    if (parts.some((one) => one.role === role && one.start === span.start && one.end === span.end)) return;
    const { start, end } = span;
    const quote = text.slice(start, end);
    parts.push({ role, start, end, quote, ...(as === undefined || as === quote ? {} : { as }) });
  };

  switch (finding.kind) {
    case "event":
      put("act", finding.event.what);
      put("trigger", finding.event.trigger, finding.event.lemma);
      break;
    case "figure":
      put("number", finding.figure.words, numberWords(finding.figure));
      break;
    case "position":
      put("proposal", finding.position.proposal, finding.position.stance);
      break;
    case "legal-basis":
      put("law", finding.legalBasis.words, finding.legalBasis.instrument);
      put("purpose", finding.legalBasis.for);
      put("breach", finding.legalBasis.brokenBy);
      break;
    case "expectation":
      put("expected", finding.expectation.what);
      put("condition", finding.expectation.condition);
      break;
    case "statement":
      put("cue", finding.statement.cue, finding.statement.mode);
      for (const span of finding.statement.content) put("content", span);
  }
  for (const span of status?.carriers ?? []) put("status", span);
  for (const span of evidence.hedges) put("hedge", span);
  put("speaker", speaker.span, speaker.name ?? speaker.kind);

  const within = (span: Span) => overlaps(span, evidence);
  for (const [role, refs] of [
    ["actor", finding.actors],
    ["recipient", finding.recipients],
  ] as const) {
    for (const { id, name } of refs) {
      const mentions = reading.actors.find((actor) => actor.id === id)?.mentions ?? [];
      for (const mention of mentions.filter(within)) put(role, mention, name);
    }
  }
  for (const mention of reading.places.filter(within)) {
    const { place } = mention;
    if (!finding.places.some(({ id, name }) => id === place.id && name === place.name)) continue;
    put("place", mention, place.country === undefined ? place.name : `${place.name}, ${place.country}`);
  }
  for (const mention of reading.times.filter(within)) {
    if (time !== undefined && mention.time.value === time.value) put("time", mention, time.value);
  }
  return parts.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "30", "34 to ?", "about 64": low to high, what is unstated as "?". */
function numberWords({ low, best, high, approximate }: Extract<Finding, { kind: "figure" }>["figure"]) {
  const about = approximate ? "≈ " : "";
  if (low === high && low === best) return `${about}${best ?? "?"}`;
  const ends = low === null && high === null ? "" : `${low ?? "?"}–${high ?? "?"}`;
  return `${about}${[best, ends].filter((part) => part !== null && part !== "").join(", ")}`;
}

function typeOf({ event: { type, mode } }: Extract<Finding, { kind: "event" }>) {
  if (type === undefined) return {};
  return { plover: mode === undefined ? type : `${type}, ${mode}`, cameo: cameoRoots[type] };
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
