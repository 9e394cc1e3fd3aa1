/**
 * Sentences that other stages write in English, said in another language: found by their fixed words, with "{}" where
 * something stands that the sentence is about. What no sentence of the catalogue fits stays as it is.
 */
export type Sentence = readonly [english: string, said: string];

/** Sentences before others are tried first. What stands in a "{}" is looked up in turn ("credits X; 96 % of …"). */
export function catalogue(sentences: readonly Sentence[]): (sentence: string) => string {
  const forms = sentences.map(([english, said]) => ({
    english: english.split("{}"),
    said: said.split("{}"),
  }));
  for (const { english, said } of forms)
    if (english.length !== said.length)
      throw new Error(`catalogue: "${english.join("{}")}" has other holes in its translation`);
  const tell = (sentence: string, deep: number): string => {
    for (const { english, said } of forms) {
      const held = heldIn(sentence, english);
      if (held === undefined) continue;
      return said.map((words, i) => words + (i < held.length ? inner(held[i]!, deep) : "")).join("");
    }
    return sentence;
  };
  const inner = (words: string, deep: number) => (deep < 3 ? tell(words, deep + 1) : words);
  return (sentence) => tell(sentence, 0);
}

/** What stands between the fixed words, each found as early as it can be; undefined where they don't fit. */
function heldIn(sentence: string, fixed: readonly string[]): string[] | undefined {
  const first = fixed[0]!;
  const last = fixed.at(-1)!;
  if (fixed.length === 1) return sentence === first ? [] : undefined;
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return undefined;
  const end = sentence.length - last.length;
  const held: string[] = [];
  let from = first.length;
  for (const words of fixed.slice(1, -1)) {
    const at = sentence.indexOf(words, from);
    if (at < 0 || at + words.length > end) return undefined;
    held.push(sentence.slice(from, at));
    from = at + words.length;
  }
  if (from > end) return undefined;
  return [...held, sentence.slice(from, end)];
}
