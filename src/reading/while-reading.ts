/** What is worked out of a sentence or its tree, remembered while the report that holds it is read. */

const remembering: { forget(): void }[] = [];

/**
 * A weak map of the report that is being read. One for all reports would do the same but for time: what an old weak map leads to
 * lives, as V8's collector of young objects sees it, until all memory is looked through, and a report's trees lead to all of it.
 */
export class WhileReading<K extends object, V> {
  #known = new WeakMap<K, V>();

  constructor() {
    remembering.push(this);
  }

  get(key: K): V | undefined {
    return this.#known.get(key);
  }

  set(key: K, value: V): void {
    this.#known.set(key, value);
  }

  forget(): void {
    this.#known = new WeakMap();
  }
}

/** Another report is begun. */
export function beginReport(): void {
  for (const one of remembering) one.forget();
}
