/** A word table that knows its own words only: asking it for "constructor" gives nothing. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries);
}
