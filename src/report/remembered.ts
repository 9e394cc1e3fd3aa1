/** What is worked out of a text alone, remembered for those that come again and again: names of classes, on a page and on a site. */
import { ownCopy } from "../own-copy.ts";

const mostKept = 20_000;
/** Characters; what is longer hardly comes again. */
const longest = 500;

/** It only saves time: when so many are kept, they are forgotten. What `work` gives must hold on to no text that it was cut from. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= mostKept) known.clear();
    const own = ownCopy(text);
    const made = work(own);
    known.set(own, made);
    return made;
  };
}
