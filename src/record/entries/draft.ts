/** An entry in the making. */
import type { Entry, Naming, StatusPoint } from "../../model/entry.ts";
import type { FindingKind } from "../../model/finding.ts";
import type { Thread } from "../joining/thread.ts";
import type { Told } from "../tellings/told.ts";
import type { Value } from "./series.ts";
import type { Testimony } from "./status.ts";

/** One piece of evidence with the origin that it counts for and who speaks in that origin. */
export interface Witness extends Testimony {
  readonly origin: string;
}

export interface Draft {
  readonly id: string;
  readonly kind: FindingKind;
  /** In order of time. */
  readonly witnesses: readonly Witness[];
  /** Order of the first of them. */
  readonly first: number;
  readonly history: readonly StatusPoint[];
  readonly lead: Told;
  /** An event that was denied when it was first told. */
  readonly denies: boolean;
  /** For figures: the series. */
  readonly values: readonly Value[];
  /** For figures: those that its witnesses name as what it is a part of, by their order. */
  readonly wholes: readonly number[];
  /** Sides of one thread that disagree share it. */
  readonly thread: Thread;
  /** The entry that was last made of it, and who its unnamed speakers were then. */
  made: { readonly entry: Entry; readonly names: Names } | undefined;
}

/** Of each witness who its speaker turned out to be; without any where nobody's did. */
export type Names = readonly (Naming | undefined)[];
