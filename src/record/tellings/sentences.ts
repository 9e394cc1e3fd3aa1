/** Where and when each telling stands, by the telling's order: as numbers side by side, as every view asks for all. */
import { Grown } from "../memory/numbers-pool.ts";
import type { Told } from "./told.ts";

export class Sentences {
  readonly #positions = new Grown(Int32Array);
  readonly #starts = new Grown(Int32Array);
  readonly #ends = new Grown(Int32Array);
  readonly #times = new Grown(Float64Array);
  #inTime = new Int32Array(0);

  /** Takes the next telling. */
  push({ position, time, finding: { evidence } }: Told): void {
    this.#positions.push(position);
    this.#starts.push(evidence.start);
    this.#ends.push(evidence.end);
    this.#times.push(time);
  }

  /** Of the captures that tell them; more may stand behind those that came. */
  get positions(): Int32Array {
    return this.#positions.values;
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

  /** All in order of the time at which they were made public; what came since the last time is put in. */
  inTime(): Int32Array {
    const [before, length] = [this.#inTime, this.#times.length];
    if (before.length === length) return before;
    const fresh = Array.from({ length: length - before.length }, (_, i) => before.length + i);
    const later = (a: number, b: number) => this.#times.at(a) - this.#times.at(b) || a - b;
    fresh.sort(later);
    const all = new Int32Array(length);
    for (let i = 0, old = 0, come = 0; i < length; i++) {
      const isOld = come === fresh.length || (old < before.length && later(before[old]!, fresh[come]!) < 0);
      all[i] = isOld ? before[old++]! : fresh[come++]!;
    }
    this.#inTime = all;
    return all;
  }
}
