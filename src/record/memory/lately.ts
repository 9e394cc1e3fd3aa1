/**
 * What is worked out of words, kept for those met lately: those met before them are put away all at once, and what is met
 * again is taken over.
 */
import { ownCopy } from "../../own-copy.ts";

export function lately<V extends NonNullable<unknown>>(
  work: (word: string) => V,
  most = 50_000,
): (word: string) => V {
  let known = new Map<string, V>();
  let before = new Map<string, V>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    // A long word is a stretch of its text, which would be kept with it; as the name of a property it is a copy.
    const own = word.length < longWord ? word : ownCopy(word);
    const made = before.get(own) ?? work(own);
    if (known.size >= most) {
      before = known;
      known = new Map();
    }
    known.set(own, made);
    return made;
  };
}

/** Characters: of fewer V8 makes a copy at once. */
const longWord = 13;
