/** What one reading marks in a report's text: the words of each finding, speakers, actors, places, times. */
import type { Finding, FindingKind } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { line } from "./line.ts";
import { english, type Words } from "./words/words.ts";

export type AnnotationKind = FindingKind | "speaker" | "actor" | "place" | "time";

export interface Annotation extends Span {
  readonly kind: AnnotationKind;
  /** What it is read as. */
  readonly label: string;
  /** Id of the finding within its report, where it is one. */
  readonly finding?: string;
}

/** By start, the longer first, each once. */
export function annotationsOf(
  { findings, actors, places, times }: Reading,
  text: string,
  words: Words = english,
): Annotation[] {
  const all: Annotation[] = [
    ...findings.flatMap((finding) => {
      const label = line(finding, text, words);
      const { kind, id } = finding;
      return wordsOf(finding).map(({ start, end }) => ({ kind, start, end, label, finding: id }));
    }),
    ...findings.flatMap(({ speaker }) =>
      speaker.span === undefined ? [] : [mark("speaker", speaker.span, speaker.name ?? speaker.words ?? "")],
    ),
    ...actors.flatMap(({ mentions, name, kind }) =>
      mentions.map((mention) => mark("actor", mention, `${name}, ${words.line.actor[kind]}`)),
    ),
    ...places.map((mention) => {
      const { name, country } = mention.place;
      return mark("place", mention, country === undefined ? name : `${name}, ${country}`);
    }),
    ...times.map((mention) => mark("time", mention, mention.time.value)),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ kind, start, end, finding }) => {
      const key = `${kind} ${start} ${end} ${finding ?? ""}`;
      if (start >= end || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

function mark(kind: AnnotationKind, { start, end }: Span, label: string): Annotation {
  return { kind, start, end, label };
}

/** The words that make it what it is, narrower than its sentence. */
function wordsOf(finding: Finding): readonly Span[] {
  switch (finding.kind) {
    case "event":
      return [finding.event.what];
    case "figure":
      return [finding.figure.words];
    case "position":
      return [finding.position.proposal];
    case "legal-basis":
      return [finding.legalBasis.words];
    case "expectation":
      return [finding.expectation.what];
    case "statement":
      return finding.statement.content;
  }
}
