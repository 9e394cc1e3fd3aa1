/** What is worked out of a word alone, remembered for the words that come again and again. */

/** `most` is enough for the words of many thousand pages; others are worked out each time. */
export function perWord<T>(work: (word: string) => T, most = 1 << 16): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = work(word);
    if (known.size < most) known.set(word, made);
    return made;
  };
}

/** The first parts of keys like "call_on_for": the words that a lexicon knows anything of. */
export const stemsOf = (keys: Iterable<string>): ReadonlySet<string> =>
  new Set(Array.from(keys, (key) => key.split("_", 1)[0]!));
