/** Finds by words that are typed in part: every one must begin a word of what is sought, stand in it, or be spelt through it. */

/** Case and accents don't matter. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Beyond, nobody reads on, and words from outside may be of any length. */
const longest = 300;

/** 0 where a word of `asked` is not in `text` at all; else higher is better. Linear in the text for each word. */
export function score(asked: string, text: string): number {
  const sought = folded(asked.slice(0, 100)).split(/\s+/u).filter(Boolean);
  const where = folded(text.slice(0, longest));
  const starts = where.split(/[^\p{L}\p{N}]+/u);
  let sum = 0;
  for (const word of sought) {
    const one = scoreOf(word, where, starts);
    if (one === 0) return 0;
    sum += one;
  }
  // Of equal ones the shorter says the same in fewer words.
  return sum === 0 ? 1 : sum - where.length / 10_000;
}

function scoreOf(word: string, where: string, starts: readonly string[]): number {
  if (starts.includes(word)) return 4;
  if (starts.some((start) => start.startsWith(word))) return 3;
  if (where.includes(word)) return 2;
  return word.length >= 3 && isSpeltThrough(word, where) ? 1 : 0;
}

/** "tmln" in "timeline": its letters in their order, beginning where a word does and not far apart. */
function isSpeltThrough(word: string, where: string): boolean {
  for (const match of where.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (match[0][0] !== word[0]) continue;
    let next = 0;
    for (const letter of match[0]) if (letter === word[next]) next++;
    if (next >= word.length) return true;
  }
  return false;
}

/** The best of them, best first; equal ones in their order. */
export function ranked<T>(asked: string, all: readonly T[], textOf: (one: T) => string, most: number): T[] {
  return all
    .map((one, i) => ({ one, i, of: score(asked, textOf(one)) }))
    .filter(({ of }) => of > 0)
    .sort((a, b) => b.of - a.of || a.i - b.i)
    .slice(0, most)
    .map(({ one }) => one);
}
