/** How far a reader has seen a situation. A new look is a new mark; the last one holds. */
export interface ReaderMark {
  /** A name that the reader chose ("night desk"), or an id that a browser made for itself. */
  readonly reader: string;
  /** Situation id. */
  readonly situation: string;
  /** All that was known at this instant has been seen; ISO 8601 in UTC. */
  readonly seenAt: string;
}
