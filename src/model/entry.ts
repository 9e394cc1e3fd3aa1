import type { ActorOffer, ActorRef } from "./actor.ts";
import type { Conflict, Edit, Grade, Mark, Note } from "./correction.ts";
import type { Finding } from "./finding.ts";
import type { Origin } from "./origin.ts";
import type { Absence } from "./scope.ts";
import type { Status } from "./status.ts";
import type { Story } from "./story.ts";

/** One sentence that carries an entry, in one archived report. */
export interface EntryEvidence {
  readonly report: string;
  readonly origin: string;
  /** Publication time of the report, else its fetch time: when the statement was made public. */
  readonly at: string;
  /** When we knew: the document's fetch time. */
  readonly knownAt: string;
  readonly finding: Finding;
  /** Who its unnamed speaker turned out to be. */
  readonly naming?: Naming;
  /** How reliable an analyst holds whoever printed it, and how credible what the report says. */
  readonly grade?: Grade;
}

/** A later report says who an unnamed source was. */
export interface Naming {
  readonly actor: ActorRef;
  readonly report: string;
  readonly at: string;
  readonly knownAt: string;
}

/** A step in an entry's life: "discussed" in June, "authorised" in July, "called off" in August. */
export interface StatusPoint {
  readonly at: string;
  readonly status: Status;
  readonly report: string;
  /** The correction that says so, where it is an analyst's word. */
  readonly correction?: string;
}

/** One value of a figure over time. Ranges as in FigureBody. */
export interface FigurePoint {
  readonly at: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** Who issued it, as the speaker's name; absent for the report's own voice. */
  readonly issuer?: string;
  readonly report: string;
  readonly origin: string;
  /** A later value by the same issuer, or a correction, replaced it. */
  readonly superseded: boolean;
  /** The value fell because a report says that the earlier one was wrong. */
  readonly correction?: boolean;
  /** The correction by which an analyst changed the numbers. */
  readonly edit?: string;
}

/** One line of a record: a finding reconciled over all its evidence. */
export interface Entry {
  /** Stable while evidence is added: "e" + hash of its first evidence. */
  readonly id: string;
  readonly kind: Finding["kind"];
  /** The finding that speaks for it: the latest and fullest. Its offsets point into `leadReport`. */
  readonly lead: Finding;
  readonly leadReport: string;
  /** As it stands: the last of `history` by `at`. */
  readonly status?: Status;
  readonly history: readonly StatusPoint[];
  /** For figures: the series. */
  readonly series?: readonly FigurePoint[];
  readonly evidence: readonly EntryEvidence[];
  /**
   * Independent origins that carry it as it stands, the ids, each once: not those that told only an earlier
   * status or value, and one for all articles of one paper, agency or family.
   */
  readonly origins: readonly string[];
  /** Entries that contradict this one, with which of us holds what kept in their evidence. */
  readonly contradicts: readonly string[];
  /** Entry id of the total that this figure is a part of. */
  readonly partOf?: string;
  /** Corrections that made it what it is: merges, splits, sentences rejected, its confirmation. */
  readonly corrections?: readonly Mark[];
  /** Fields as an analyst has them, latest last; `lead` and `status` have them too. */
  readonly edits?: readonly Edit[];
  /** What the readers say, where it was edited. */
  readonly asRead?: AsRead;
  readonly notes?: readonly Note[];
  /** How credible an analyst holds it. */
  readonly grade?: Grade;
  /** Where its corrections and its evidence no longer go together. */
  readonly conflicts?: readonly Conflict[];
}

export interface AsRead {
  readonly lead: Finding;
  readonly status?: Status;
}

/** What corrections made of a record, beside its entries. */
export interface Review {
  readonly conflicts: readonly Conflict[];
  /** Entries that were rejected, as they would stand. */
  readonly rejected: readonly Entry[];
}

/** All that the reports of a situation say together, as of a day and as known on a day. */
export interface SituationRecord {
  readonly entries: readonly Entry[];
  readonly origins: readonly Origin[];
  /** What the reports tell of, in the order in which it began. */
  readonly stories: readonly Story[];
  /** Actors that may be one, those mentioned most first. */
  readonly offers: readonly ActorOffer[];
  /** Report ids that count in it, by publication time. */
  readonly reports: readonly string[];
  /** Only where analysts corrected something. */
  readonly review?: Review;
  /** Reports that were in the situation and are not now; only where there are some. */
  readonly absent?: readonly Absence[];
}
