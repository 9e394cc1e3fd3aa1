import type { ActorRef } from "./actor.ts";
import type { FindingKind } from "./finding.ts";
import type { Place } from "./place.ts";
import type { Speaker } from "./speaker.ts";
import type { Time } from "./time.ts";

/** What an analyst says of a record. Append-only: what was wrong is undone by another correction. */
export interface Correction {
  /** "c" + 16 hex of SHA-256 over the rest. */
  readonly id: string;
  readonly situation: string;
  /** ISO 8601 in UTC: when it was made. A record as known before has none of it. */
  readonly at: string;
  /** Who made it, as they call themselves. */
  readonly by: string;
  readonly reason?: string;
  readonly action: CorrectionAction;
}

export type CorrectionAction =
  /** The entries tell of one thing. */
  | { readonly kind: "merge"; readonly entries: readonly Target[] }
  /** These sentences of the entry tell of another thing. */
  | { readonly kind: "split"; readonly entry: Target; readonly evidence: readonly Anchor[] }
  /** The entry says this; `from` is what it said to whom made the correction. */
  | {
      readonly kind: "edit";
      readonly entry: Target;
      readonly field: EditField;
      readonly from: EditValue;
      readonly to: EditValue;
    }
  /** The entry belongs in no record; with `evidence`, only these sentences were misread. */
  | { readonly kind: "reject"; readonly entry: Target; readonly evidence?: readonly Anchor[] }
  /** The entry is right as it stands: `state` says how that was. */
  | { readonly kind: "confirm"; readonly entry: Target; readonly state: string }
  | { readonly kind: "note"; readonly entry: Target; readonly text: string }
  /** Admiralty code: how credible the information is, or how reliable whoever printed it; of one report both. */
  | { readonly kind: "grade"; readonly entry: Target; readonly credibility: Credibility }
  | {
      readonly kind: "grade";
      readonly source: GradedSource;
      readonly reliability?: Reliability;
      /** Of what one report says. */
      readonly credibility?: Credibility;
    }
  /** Two actors are one, called as `a` is; or surely two. */
  | { readonly kind: "accept-offer"; readonly a: ActorRef; readonly b: ActorRef }
  | { readonly kind: "decline-offer"; readonly a: ActorRef; readonly b: ActorRef }
  /** A report is in the situation, or is not, whatever the scope says. */
  | { readonly kind: "put-in" | "take-out"; readonly report: ReportTarget }
  | { readonly kind: "undo"; readonly correction: string };

export type CorrectionKind = CorrectionAction["kind"];

/**
 * A sentence of an archived document, in the terms of the W3C's TextQuoteSelector: found again by its words, so that
 * it is found when the document was extracted or read anew, and in later captures of its page.
 */
export interface Anchor {
  /** SHA-256 of the document's bytes. */
  readonly document: string;
  readonly kind: FindingKind;
  /** The sentence, and up to 32 UTF-16 code units of the text on either side. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The words of it that the finding is cut from: one sentence may tell of several things. */
  readonly core: string;
}

/** An entry by some of its evidence. */
export interface Target {
  /** Its id, and how its line read, when the correction was made: for people. */
  readonly entry: string;
  readonly line: string;
  /** The sentence that spoke for it first, then others of its evidence. */
  readonly anchors: readonly Anchor[];
}

/** A report by its id, its document and its address: found again when it is extracted anew or its page is fetched again. */
export interface ReportTarget {
  readonly report: string;
  /** SHA-256 of the document's bytes. */
  readonly document: string;
  readonly url?: string;
  /** When the correction was made: for people. */
  readonly title: string;
}

/** A publisher by its name, or one document by its SHA-256. */
export type GradedSource = { readonly publisher: string } | { readonly document: string };

/** A: completely reliable, B: usually, C: fairly, D: not usually, E: unreliable, F: can't be judged. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** 1: confirmed by other sources, 2: probably true, 3: possibly, 4: doubtful, 5: improbable, 6: can't be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

export type EditField =
  | "stage"
  | "polarity"
  | "certainty"
  | "time"
  | "places"
  | "actors"
  | "recipients"
  | "speaker"
  | "type"
  | "background"
  | "low"
  | "best"
  | "high"
  | "approximate"
  | "measure"
  | "of"
  | "unit"
  | "since"
  | "stance"
  | "instrument"
  | "due";

/** null: unstated. */
export type EditValue =
  | null
  | string
  | number
  | boolean
  | Time
  | Speaker
  | readonly Place[]
  | readonly ActorRef[];

/** What the record shows of a correction beside what it touches. */
export interface Mark {
  readonly correction: string;
  readonly kind: CorrectionKind;
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
}

/** A field as an analyst has it, beside what this version reads. */
export interface Edit extends Mark {
  readonly field: EditField;
  readonly from: EditValue;
  readonly to: EditValue;
}

export interface Note extends Mark {
  readonly text: string;
}

export interface Grade extends Mark {
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
}

/**
 * Why a correction and the evidence no longer go together:
 * - target-gone: no sentence that it was made on is told any more.
 * - target-apart: what it was made on as one entry stands in several.
 * - new-evidence: a later report says otherwise than the edit, or the same as what was edited away.
 * - told-again: what was rejected is told by an origin that had not told it.
 * - merge-contradicts: what was merged holds what cannot both be.
 * - changed-since: what was confirmed stands otherwise now.
 * - actors-apart: what is read of two actors that are one can't be of one.
 */
export type ConflictReason =
  | "target-gone"
  | "target-apart"
  | "new-evidence"
  | "told-again"
  | "merge-contradicts"
  | "changed-since"
  | "actors-apart";

/** For a person to look at: the correction stands as it was made until somebody says otherwise. */
export interface Conflict {
  readonly correction: string;
  readonly reason: ConflictReason;
  /** One sentence, with the values. */
  readonly why: string;
  /** The entry in question; absent where none is left. */
  readonly entry?: string;
  /** Reports that made it. */
  readonly reports: readonly string[];
}
