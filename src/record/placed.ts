/** A capture among all of a situation, with what is read in it. */
import type { Reading } from "../model/reading.ts";
import type { Capture } from "./captures.ts";

export interface Placed extends Capture {
  /** In fetch order, from 0. */
  readonly position: number;
  /** Position of the first capture of its page. */
  readonly page: number;
  /** When it was fetched, as an instant. */
  readonly fetched: number;
  readonly reading: Reading | undefined;
  /** Id of the origin that it is the first of. */
  readonly origin: string;
}

/** By publication, then fetch, then id: the first of a group is where its text was first seen. */
export function byPublication(a: Placed, b: Placed): number {
  return a.time - b.time || a.fetched - b.fetched || (a.report.id < b.report.id ? -1 : 1);
}
