/** Inflected forms among the words of a large corpus, each with the base form that English spelling allows. */

export interface Inflected {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
}

/** Base forms rarer than this place of the list prove nothing: they are names and slips. */
const COMMON = 60_000;

/** `vocabulary`: commonest first. Of several possible base forms the commonest is taken. */
export function inflectedForms(vocabulary: readonly string[]): Inflected[] {
  const rank = new Map(vocabulary.map((word, i) => [word, i]));
  const found: Inflected[] = [];
  for (const form of vocabulary) {
    if (!/^[a-z]{4,}$/.test(form)) continue;
    for (const { suffix, tag } of kinds) {
      if (!form.endsWith(suffix)) continue;
      const lemma = commonest(bases(form.slice(0, -suffix.length), suffix), rank);
      if (lemma !== undefined) found.push({ form, tag, lemma });
    }
  }
  return found;
}

const kinds = [
  { suffix: "ed", tag: "VBD/VERB" },
  { suffix: "ing", tag: "VBG/VERB" },
  { suffix: "s", tag: "VBZ/VERB" },
  { suffix: "s", tag: "NNS/NOUN" },
  { suffix: "er", tag: "JJR/ADJ" },
  { suffix: "est", tag: "JJS/ADJ" },
];

function commonest(candidates: readonly string[], rank: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const word of candidates) {
    const at = rank.get(word);
    if (at === undefined || at > COMMON || word.length < 2) continue;
    if (best === undefined || at < rank.get(best)!) best = word;
  }
  return best;
}

/** One vowel between consonants, one syllable: "plan" doubles its last letter, so "planed" is of "plane". */
const doubles = /^[^aeiou]*[aeiouy][^aeiouwxyh]$/;
const vowelEnd = /[aeiou]$/;

function bases(stem: string, suffix: string): string[] {
  if (suffix === "s") return pluralBases(stem);
  const last = stem.at(-1)!;
  if (suffix === "ing" ? last === "y" && stem.length === 2 : last === "i") {
    return suffix === "ing" ? [`${stem.slice(0, -1)}ie`] : [`${stem.slice(0, -1)}y`, `${stem}e`];
  }
  if (/([bdgklmnprtv])\1$/.test(stem)) {
    // "killed" is of "kill", "planned" of "plan"
    return /ll$/.test(stem) && !/[aeiou][^aeiou]+[aeiou]ll$/.test(stem) ? [stem] : [stem.slice(0, -1), stem];
  }
  if (/[^aeiou]ick$/.test(stem) && stem.length > 5) return [stem.slice(0, -1), stem];
  if (doubles.test(stem)) return [`${stem}e`];
  if (vowelEnd.test(stem) && last !== "o") return last === "e" ? [`${stem}e`, stem] : [`${stem}e`, stem];
  return [stem, `${stem}e`];
}

function pluralBases(stem: string): string[] {
  if (/[^aeiou]ie$/.test(stem) && stem.length > 3) return [`${stem.slice(0, -2)}y`, stem];
  if (/(?:s|x|z|ch|sh|o)e$/.test(stem)) return [stem, stem.slice(0, -1)];
  if (/(?:s|u|i)$/.test(stem)) return [];
  return [stem];
}
