import type { Span } from "./span.ts";

export type Precision = "point" | "city" | "region" | "country" | "sea" | "unknown";

/** A toponym resolved to coordinates (WGS 84 degrees), as far as known. */
export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly precision: Precision;
  /** The gazetteer's id: "geonames:3530597", "country:MX", "sea:caribbean". */
  readonly id?: string;
}

export interface PlaceMention extends Span {
  readonly place: Place;
  /** Says where a report was written, not where anything happened. */
  readonly dateline?: true;
}
