/**
 * One number per word, kept for words met lately: side by side in a small table, as each word of each report is looked up, and
 * a map's keys lie all over memory. A word has a few places, and takes that of the one that came first of them.
 */
import { offHeap } from "./off-heap.ts";

const sets = 1 << 13;
const ways = 4;
/** The word's two hashes, then its number with one added, 0 where nothing is. */
const [atHigh, atValue, perPlace] = [1, 2, 3];
const perSet = ways * perPlace;

/** `work` gives numbers from 0 to 2^31 - 2. */
export function wordCache(work: (word: string) => number): (word: string) => number {
  const places = offHeap(Int32Array, sets * perSet);
  return (word) => {
    // FNV-1a over UTF-16 code units and another from a different beginning: 64 bits, in which no two words meet.
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
      high ^= high >>> 13;
    }
    const first = ((low ^ (low >>> 15)) & (sets - 1)) * perSet;
    for (let at = first; at < first + perSet; at += perPlace) {
      const value = places[at + atValue]!;
      if (places[at] === low && places[at + atHigh] === high && value !== 0) return value - 1;
    }
    const value = work(word);
    places.copyWithin(first + perPlace, first, first + perSet - perPlace);
    places[first] = low;
    places[first + atHigh] = high;
    places[first + atValue] = value + 1;
    return value;
  };
}
