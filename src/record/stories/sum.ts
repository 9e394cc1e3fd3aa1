import type { Vector } from "./vocabulary.ts";

/** A sum of sparse vectors and its Euclidean length. */
export class Sum {
  readonly #values = new Map<number, number>();
  #square = 0;

  /** Gives the terms that are new to it. */
  add({ ids, weights }: Vector): number[] {
    const added: number[] = [];
    for (const [k, id] of ids.entries()) {
      const before = this.#values.get(id);
      if (before === undefined) added.push(id);
      const after = (before ?? 0) + weights[k]!;
      this.#square += after * after - (before ?? 0) * (before ?? 0);
      this.#values.set(id, after);
    }
    return added;
  }

  /** Gives the terms that it no longer has. */
  remove({ ids, weights }: Vector): number[] {
    const gone: number[] = [];
    for (const [k, id] of ids.entries()) {
      const before = this.#values.get(id)!;
      const rest = before - weights[k]!;
      // What is left of a difference of equal numbers is not a term.
      const after = rest < 1e-9 ? 0 : rest;
      this.#square += after * after - before * before;
      if (after > 0) this.#values.set(id, after);
      else {
        this.#values.delete(id);
        gone.push(id);
      }
    }
    return gone;
  }

  get length(): number {
    return Math.sqrt(Math.max(0, this.#square));
  }

  cosine({ ids, weights }: Vector): number {
    let sum = 0;
    for (const [k, id] of ids.entries()) {
      const value = this.#values.get(id);
      if (value !== undefined) sum += value * weights[k]!;
    }
    return this.#square <= 0 ? 0 : sum / this.length;
  }
}
