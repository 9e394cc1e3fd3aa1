/** A few large bodies at once: what arrives together must fit into memory, however many hosts send much. */

export class Bulk {
  readonly #most: number;
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Gives the way to hand the place back. Rejects when `signal` ends first. */
  async place(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#taken < this.#most) this.#taken++;
    else await this.#turn(signal);
    return () => {
      const next = this.#waiting.values().next().value;
      if (next === undefined) this.#taken--;
      else next();
    };
  }

  /** The place is handed on from the one before: `#taken` stays. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#waiting.delete(start);
        signal.removeEventListener("abort", called);
      };
      const start = () => {
        end();
        resolve();
      };
      const called = () => {
        end();
        reject(signal.reason);
      };
      signal.addEventListener("abort", called, { once: true });
      this.#waiting.add(start);
    });
  }
}
