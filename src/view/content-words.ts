/** What a text is about, in words that compare: no function words, and one stem for "strikes" and "strike". */
import { stemmer } from "stemmer";

/** Stems that are kept. */
const mostStems = 50_000;
const stems = new Map<string, string>();

/** In text order, as often as they stand there. English so far: words of other languages are compared as they are cut. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 && !functionWords.has(word))
    .map((word) => {
      const stem = stems.get(word) ?? stemmer(word);
      if (stems.size < mostStems) stems.set(word, stem);
      return stem;
    });
}

/** Words that say nothing of what a sentence is about. */
const functionWords: ReadonlySet<string> = new Set(
  `a about after again against all also an and any are as at be because been before being between both but by can
  could did do does during each few for from had has have he her here him his how if in into is it its just may me
  might more most my no nor not now of off on once only or other our out over own said same say says she should
  since so some such than that the their them then there these they this those through to too under until up very
  was we were what when where which while who whom why will with would you your`.split(/\s+/u),
);
