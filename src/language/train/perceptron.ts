/** Averaged perceptron over hashed features, written into the int8 form that `linear.ts` reads. */
import type { Linear } from "../linear.ts";

/** A classifier while it learns: state with a lifetime, hence a class. */
export class Perceptron implements Linear {
  readonly classes: number;
  readonly mask: number;
  readonly weights: Float32Array;
  readonly #sums: Float64Array;
  #step = 1;

  constructor(classes: number, bits: number) {
    this.classes = classes;
    this.mask = (1 << bits) - 1;
    this.weights = new Float32Array(classes << bits);
    this.#sums = new Float64Array(classes << bits);
  }

  /** One example seen: call once for each decision, right or wrong. */
  tick(): void {
    this.#step++;
  }

  add(features: Int32Array, count: number, k: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      const at = (features[f]! & this.mask) * this.classes + k;
      this.weights[at] = this.weights[at]! + amount;
      this.#sums[at] = this.#sums[at]! + amount * this.#step;
    }
  }

  /** The averaged weights as int8 codes, whose squares are in proportion to them. */
  quantised(): Linear {
    const average = new Float64Array(this.weights.length);
    let largest = 1e-9;
    for (let i = 0; i < average.length; i++) {
      average[i] = this.weights[i]! - this.#sums[i]! / this.#step;
      largest = Math.max(largest, Math.abs(average[i]!));
    }
    const weights = new Int8Array(average.length);
    for (let i = 0; i < weights.length; i++) {
      weights[i] = Math.sign(average[i]!) * Math.round(127 * Math.sqrt(Math.abs(average[i]!) / largest));
    }
    return { classes: this.classes, mask: this.mask, weights };
  }
}
