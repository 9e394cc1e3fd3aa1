/**
 * The archive as every other part of Sitrep sees it: what was fetched, what it says, what became of it.
 * The same on SQLite and on PostgreSQL (`openStore` of open.ts gives one).
 *
 * Nothing is overwritten: `add…` and `append…` add what is not there yet and leave alone what is, so that
 * running the same input twice changes nothing; the databases themselves refuse to update or delete.
 * Every method rejects with a `Problem` of stage "store" when the database fails.
 */
import type { Checkpoint } from "../model/checkpoint.ts";
import type { Finding } from "../model/finding.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Revision } from "../model/revision.ts";
import type { Situation } from "../model/situation.ts";
import type { Span } from "../model/span.ts";
import type { ArrivalStore } from "./arrivals.ts";
import type { CaptureStore } from "./captures.ts";
import type { CorrectionStore } from "./corrections.ts";
import type { LedgerStore } from "./ledger.ts";
import type { MemoryStore } from "./memories.ts";
import type { ReaderStore } from "./readers.ts";
import type { ScopeStore } from "./scopes.ts";
import type { SourceStore } from "./sources.ts";
import type { WorkStore } from "./works.ts";

export type { Capture, CaptureQuery } from "./captures.ts";
export type { Lease, Taken } from "./sources.ts";
export type { Fetch } from "./warc.ts";

export interface Store
  extends CaptureStore,
    CorrectionStore,
    LedgerStore,
    MemoryStore,
    SourceStore,
    ReaderStore,
    ScopeStore,
    ArrivalStore,
    WorkStore {
  /** True when the report was new. Its document must be there. */
  addReport(report: Report): Promise<boolean>;
  report(id: string): Promise<Report | undefined>;
  /** In the order they were added; with `situation`, in the order they were put into it. */
  reports(query?: ReportQuery): Promise<Report[]>;

  /** One per report and version of the readers: a later version is added beside the earlier. True when new. */
  addReading(reading: Reading): Promise<boolean>;
  /** The last one added, or the one of a version. */
  reading(report: string, version?: string): Promise<Reading | undefined>;
  /**
   * The last reading of each report of a situation that has one, in the order of `reports`; with `upTo` of those of
   * numbers until then, with `after` only where its number is later.
   */
  readings(
    situation: string,
    query?: { readonly after?: number; readonly upTo?: number },
  ): Promise<Reading[]>;

  /** Every call adds one. */
  addOutcome(outcome: Outcome): Promise<void>;
  /** Newest first. */
  outcomes(query?: OutcomeQuery): Promise<Outcome[]>;

  /** False, and nothing changes, when the id is taken. */
  addSituation(situation: Situation): Promise<boolean>;
  situation(id: string): Promise<Situation | undefined>;
  /** In the order they were added. */
  situations(): Promise<Situation[]>;
  /**
   * Puts reports into a situation at a time (ISO 8601 in UTC). Gives how many were not in it before.
   * Problem "no-situation" or "no-report" when one is not there; then none is put.
   */
  addToSituation(situation: string, reports: readonly string[], at: string): Promise<number>;
  /** The situations that a report is in, by id. */
  situationsOf(report: string): Promise<string[]>;

  /** Gives how many were not there before. Problem "no-situation" when it is not there. */
  appendRevisions(
    situation: string,
    revisions: readonly Revision[],
    /** What they were made from. */
    checkpoint?: Checkpoint,
  ): Promise<number>;
  /** By `knownAt`, then in the order they were appended. */
  revisions(situation: string, query?: RevisionQuery): Promise<Revision[]>;

  /**
   * Reports that hold every word of `text`, best first; words in double quotes must stand together, what has "-" before
   * it must not be there, "harb*" is every word that begins so. Case, accents and (in English) endings don't matter.
   * `text` is data: what it asks for is worked out here and bound. Without words, all that the filter lets through.
   */
  search(text: string, query?: SearchQuery): Promise<Hit[]>;
  /** How many `search` would find without a limit, and of which publishers, languages and so on. */
  facets(text: string, filter?: SearchFilter): Promise<Facets>;

  /** Grows with everything that is added to the situation, and stays the same otherwise: a key for caches. */
  version(situation: string): Promise<number>;
  /** How many there are in all, or of the reports of a situation. */
  counts(situation?: string): Promise<Counts>;

  /**
   * All that `work` adds through the store it is given is kept, or none of it is. A transaction within one
   * joins it. A method that rejects undoes it all, also when `work` catches that. Many `add…` in one transaction
   * are far faster than each alone.
   */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Lets go of the data folder or the connections. Safe to call twice. */
  close(): Promise<void>;
}

export interface ReportQuery {
  readonly situation?: string;
  /** Only those made from these bytes, by SHA-256; not together with `situation`. */
  readonly document?: string;
  /** Those after this report, by id: the last one of the page before. */
  readonly after?: string;
  /** Only those put into the situation after one number and up to another (`Marks`). */
  readonly marks?: { readonly after: number; readonly upTo: number };
  /** At most so many; all when absent. */
  readonly limit?: number;
}

export interface OutcomeQuery {
  /** Only those that failed, or only those that went well. */
  readonly failed?: boolean;
  /** At most so many; 100 when absent. */
  readonly limit?: number;
}

export interface RevisionQuery {
  /** Only those known after this time, ISO 8601. */
  readonly since?: string;
  /** Only those of this entry, by id. */
  readonly entry?: string;
  /** At most so many; all when absent. */
  readonly limit?: number;
  /** Latest first: with `limit`, the last ones. */
  readonly newestFirst?: boolean;
}

export interface SearchFilter {
  /** Only reports of this situation. */
  readonly situation?: string;
  readonly publisher?: string;
  /** ISO 639-1, as in Report. */
  readonly language?: string;
  /** Published (where nobody says when: fetched) on this day or later, or then or earlier: days, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** A day or a time: only what had been published (where nobody says when: fetched), or fetched, until then. */
  readonly asOf?: string;
  readonly knownAt?: string;
  /** Only where something of this kind is read. */
  readonly kind?: Finding["kind"];
  /** Only what was read, or only what was kept without. */
  readonly read?: boolean;
}

export interface SearchQuery extends SearchFilter {
  /** "rank", best first, when absent; without words always "date", the latest first. */
  readonly order?: "rank" | "date";
  /** At most so many; 20 when absent. */
  readonly limit?: number;
  /** So many of the first are left out. */
  readonly offset?: number;
}

export interface Facets {
  /** With `isMore`, so many and more. */
  readonly total: number;
  readonly isMore: boolean;
  readonly read: number;
  readonly unread: number;
  readonly publishers: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
  readonly situations: readonly FacetCount[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface Hit {
  readonly report: Report;
  /** Higher is better; to be compared within one answer only. */
  readonly score: number;
  /** The part of `report.text` to show: where the words stand closest, cut at spaces. */
  readonly snippet: Span;
  /** The words found within the snippet; none when they stand in the title alone. */
  readonly matches: readonly Span[];
}

export interface Counts {
  readonly situations: number;
  readonly documents: number;
  readonly reports: number;
  readonly readings: number;
  readonly revisions: number;
  readonly outcomes: number;
}
