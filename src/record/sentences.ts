/** Where each telling's sentence stands, by the telling's order: as numbers side by side, as every view asks for all. */
import { Grown } from "./numbers-pool.ts";
import type { Told } from "./told.ts";

export class Sentences {
  readonly #positions = new Grown(Int32Array);
  readonly #starts = new Grown(Int32Array);
  readonly #ends = new Grown(Int32Array);

  /** Takes the next telling. */
  push({ position, finding: { evidence } }: Told): void {
    this.#positions.push(position);
    this.#starts.push(evidence.start);
    this.#ends.push(evidence.end);
  }

  /** Of the capture that tells it. */
  positionOf(order: number): number {
    return this.#positions.at(order);
  }

  /** Offsets into the capture's text, in UTF-16 code units. */
  startOf(order: number): number {
    return this.#starts.at(order);
  }

  endOf(order: number): number {
    return this.#ends.at(order);
  }
}
