/** One entry as a page shows it: the shape of json.ts, and what a reader weighs it by. */
import type { Entry, EntryEvidence } from "../model/entry.ts";
import type { Span } from "../model/span.ts";
import { byTime } from "./instant.ts";
import {
  bareEntryJson,
  type EntryJson,
  type EvidenceJson,
  evidenceJson,
  type StatusJson,
  statusJson,
} from "./json.ts";
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

/** Its evidence, most of what it is, is worked out when it is looked at: a page lists thousands and opens one. */
export function entryView(
  entry: Entry,
  texts: ReadonlyMap<string, string>,
  { words = english, language }: { readonly words?: Words; readonly language?: string | undefined } = {},
): EntryView {
  const [firstAt = "", lastAt = ""] = boundsOf(entry.evidence.map(({ at }) => at));
  const view = {
    ...bareOf(entry, texts, words),
    leadReport: entry.leadReport,
    ...(language === undefined ? {} : { language }),
    reports: new Set(entry.evidence.map(({ report }) => report)).size,
    firstAt,
    lastAt,
    originIds: [...entry.origins],
  };
  lazy(view, "evidence", () => entry.evidence.map((one) => evidenceView(one, texts)));
  lazy(view, "hedges", () => [
    ...new Set(
      (view as EntryView).evidence.flatMap(({ hedges }) => hedges.map((hedge) => hedge.toLowerCase())),
    ),
  ]);
  return view as EntryView;
}

/** By the language's words, of entries, which are the same objects from view to view where nothing has changed. */
const bare = new WeakMap<Words, WeakMap<Entry, ReturnType<typeof bareEntryJson>>>();

function bareOf(entry: Entry, texts: ReadonlyMap<string, string>, words: Words) {
  const known = bare.get(words) ?? new WeakMap<Entry, ReturnType<typeof bareEntryJson>>();
  bare.set(words, known);
  const json = known.get(entry) ?? bareEntryJson(entry, texts, words);
  known.set(entry, json);
  return json;
}

/** A field like any other, whose value is made when it is first read. */
function lazy(of: object, name: keyof EntryView, make: () => unknown): void {
  Object.defineProperty(of, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(of, name, { enumerable: true, value });
      return value;
    },
  });
}

function evidenceView(evidence: EntryEvidence, texts: ReadonlyMap<string, string>): EvidenceView {
  const { at, knownAt, finding } = evidence;
  const { kind, name, words, count, reason } = finding.speaker;
  const { status } = finding;
  return {
    ...evidenceJson(evidence, texts),
    at,
    knownAt,
    speaker: {
      kind,
      ...(name === undefined ? {} : { name }),
      ...(words === undefined ? {} : { words }),
      ...(count === undefined ? {} : { count }),
      ...(reason === undefined ? {} : { reason }),
    },
    ...(status === undefined ? {} : { status: statusJson(status) }),
    hedgeSpans: finding.evidence.hedges.map(({ start, end }) => ({ start, end })),
    carriers: (status?.carriers ?? []).map(({ start, end }) => ({ start, end })),
  };
}

/** The first and the last of some times. */
function boundsOf(times: readonly string[]): [first?: string, last?: string] {
  let [first, last] = [times[0], times[0]];
  for (const time of times) {
    if (byTime(time, first!) < 0) first = time;
    // Of the same instants written differently the last counts, as it would in order.
    if (byTime(time, last!) >= 0) last = time;
  }
  return first === undefined || last === undefined ? [] : [first, last];
}
