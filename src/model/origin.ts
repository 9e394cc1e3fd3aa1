/** Why reports are not independent of one another. */
export type OriginReason =
  | "single"
  | "wire-credit"
  | "copied-text"
  | "publisher-family"
  | "cites-outlet"
  | "same-page";

/** A link that joined a report to its origin, kept so that it can be shown. */
export interface OriginLink {
  readonly report: string;
  /** The report that it depends on; absent when the outlet cited is not in the archive. */
  readonly on?: string;
  readonly reason: OriginReason;
  /** In a short sentence for people ("credits Meridian Press Agency", "92 % of its text stands in …"). */
  readonly why: string;
}

/** A set of reports that are not independent. Corroboration counts origins, never reports. */
export interface Origin {
  /** "o" + the id of its first report. */
  readonly id: string;
  /** What it is called: the agency credited, the outlet cited, or the first publisher. */
  readonly name: string;
  /** Report ids, earliest first. */
  readonly reports: readonly string[];
  readonly links: readonly OriginLink[];
}
