/**
 * Traits of tellings with which nothing was compared for long, as bytes outside of the heap: objects of all that was ever
 * told would be looked at again by every collection of garbage. (The report is packed away by then, so that working them
 * out anew would take longer.)
 */
import { deserialize, serialize } from "node:v8";
import { NumbersPool } from "./numbers-pool.ts";

/** `Traits` are plain data: objects, lists, sets, strings, numbers. */
export class SleepingTraits<Traits> {
  readonly #pool = new NumbersPool(Uint8Array);

  /** Gives the number to wake them by, as often as is wanted. */
  add(traits: Traits): number {
    return this.#pool.push(serialize(traits));
  }

  wake(bed: number): Traits {
    return deserialize(this.#pool.get(bed)) as Traits;
  }
}
