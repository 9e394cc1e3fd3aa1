/** A capture among all of a situation, with what is read in it. */
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import type { Shelf } from "../memory/shelf.ts";
import type { Capture, Dated } from "./captures.ts";
import type { KeptSignatures, Signature } from "./signature.ts";

/** Where what is heavy of a capture is kept. */
export interface Kept {
  readonly shelf: Shelf;
  /** By position. */
  readonly signatures: KeptSignatures;
  /** Its number on the shelf. */
  readonly item: number;
}

export class Placed implements Capture {
  readonly at: string;
  readonly time: number;
  readonly knownAt: string;
  readonly first: string;
  readonly documents: readonly string[];
  /** In fetch order, from 0. */
  readonly position: number;
  /** Position of the first capture of its page. */
  readonly page: number;
  /** When it was fetched, as an instant. */
  readonly fetched: number;
  /** The report's. */
  readonly id: string;
  /** Of an entry of a live blog: the blog. */
  readonly partOf: string | undefined;
  /** Id of the origin that it is the first of. */
  readonly origin: string;
  readonly #shelf: Shelf;
  readonly #signatures: KeptSignatures;
  readonly #item: number;

  constructor(
    { at, time, knownAt, first, documents }: Dated,
    { id, partOf, position, page, fetched }: Pick<Placed, "id" | "partOf" | "position" | "page" | "fetched">,
    { shelf, signatures, item }: Kept,
  ) {
    this.at = at;
    this.time = time;
    this.knownAt = knownAt;
    this.first = first;
    this.documents = documents;
    this.position = position;
    this.page = page;
    this.fetched = fetched;
    this.id = id;
    this.partOf = partOf;
    this.origin = `o${id}`;
    this.#shelf = shelf;
    this.#signatures = signatures;
    this.#item = item;
  }

  get report(): Report {
    return this.#shelf.report(this.#item);
  }

  /** What its report is about; only once it is there. */
  get signature(): Signature {
    return this.#signatures.at(this.position);
  }

  get reading(): Reading | undefined {
    return this.#shelf.reading(this.#item);
  }
}

/** By publication, then fetch, then id: the first of a group is where its text was first seen. */
export function byPublication(a: Placed, b: Placed): number {
  return a.time - b.time || a.fetched - b.fetched || (a.id < b.id ? -1 : 1);
}

/** Of captures in fetch order those that stand: the last of each page, pages in the order of their first. */
export function standing(captures: readonly Placed[]): Placed[] {
  const last = new Map<number, Placed>();
  for (const capture of captures) last.set(capture.page, capture);
  return last.size === captures.length ? [...captures] : [...last.values()];
}
