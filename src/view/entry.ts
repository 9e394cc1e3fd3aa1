/** One entry as a page shows it: the shape of json.ts, and what a reader weighs it by. */
import type { Entry } from "../model/entry.ts";
import type { Span } from "../model/span.ts";
import { byTime } from "./instant.ts";
import { type EntryJson, type EvidenceJson, entryJson, type StatusJson } from "./json.ts";
import { english, type Words } from "./words/words.ts";

export interface EntryView extends EntryJson {
  readonly leadReport: string;
  /** Of the report that its line is cut from, where it is known. */
  readonly language?: string;
  /** Different reports that carry it. */
  readonly reports: number;
  /** Publication times of its first and last evidence. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly originIds: string[];
  /** Hedges on any of its evidence, as printed but in small letters, each once. */
  readonly hedges: string[];
  evidence: EvidenceView[];
}

export interface EvidenceView extends EvidenceJson {
  /** When it was made public, and when it was fetched. */
  readonly at: string;
  readonly knownAt: string;
  /** Who this report says it is from. */
  readonly speaker: EntryJson["speaker"];
  readonly status?: StatusJson;
  /** Where the hedges stand, and the words that carry the status: UTF-16 offsets into the report's text. */
  readonly hedgeSpans: Span[];
  readonly carriers: Span[];
}

export function entryView(
  entry: Entry,
  texts: ReadonlyMap<string, string>,
  words: Words = english,
): EntryView {
  const json = entryJson(entry, texts, words);
  const times = entry.evidence.map(({ at }) => at).sort(byTime);
  return {
    ...json,
    leadReport: entry.leadReport,
    reports: new Set(entry.evidence.map(({ report }) => report)).size,
    firstAt: times[0] ?? "",
    lastAt: times.at(-1) ?? "",
    originIds: [...entry.origins],
    hedges: [...new Set(json.evidence.flatMap(({ hedges }) => hedges.map((hedge) => hedge.toLowerCase())))],
    evidence: entry.evidence.map(({ at, knownAt, finding }, i) => {
      const { kind, name, words, count, reason } = finding.speaker;
      const { status } = finding;
      return {
        ...json.evidence[i]!,
        at,
        knownAt,
        speaker: {
          kind,
          ...(name === undefined ? {} : { name }),
          ...(words === undefined ? {} : { words }),
          ...(count === undefined ? {} : { count }),
          ...(reason === undefined ? {} : { reason }),
        },
        ...(status === undefined ? {} : { status: statusOf(status) }),
        hedgeSpans: finding.evidence.hedges.map(({ start, end }) => ({ start, end })),
        carriers: (status?.carriers ?? []).map(({ start, end }) => ({ start, end })),
      };
    }),
  };
}

function statusOf({ stage, polarity, certainty }: StatusJson): StatusJson {
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(polarity === undefined ? {} : { polarity }),
    certainty,
  };
}
