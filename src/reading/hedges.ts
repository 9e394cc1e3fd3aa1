/** Hedges of a report as spans: "reportedly", "may", "suspected", "about 64", "has not ruled out", "is believed to". */
import { approximators, hedgeModals, hedgePhrases, hedgeWords } from "../language/en/hedges.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { perWord } from "./words/per-word.ts";

export function readHedges(sentences: readonly Sentence[]): Span[] {
  const hedges: Span[] = [];
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; ) {
      const length = hedgeAt(tokens, i);
      if (length > 0) hedges.push({ start: tokens[i]!.start, end: tokens[i + length - 1]!.end });
      i += Math.max(1, length);
    }
  }
  return hedges;
}

/** Number of tokens of the hedge that begins at a token, 0 for none; the longest counts. */
function hedgeAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i]!;
  if (!mayBegin(token.form)) return 0;
  const word = token.form.toLowerCase();
  let best = 0;
  for (const phrase of phrasesFrom(token, word)) best = Math.max(best, matches(tokens, i, phrase));
  if (best > 0) return best;
  for (const phrase of approximators) {
    if (phrase[0] !== word) continue;
    const length = matches(tokens, i, phrase);
    const next = tokens[i + length];
    if (length > best && next !== undefined && isNumber(next)) best = length;
  }
  if (best > 0) return best;
  if (hedgeModals.has(word)) return token.xpos === "MD" || token.upos === "AUX" ? 1 : 0;
  return hedgeWords.has(word) && !(word === "likely" && tokens[i - 1]?.form.toLowerCase() === "not") ? 1 : 0;
}

/** Most words begin no hedge. */
const mayBegin = perWord((form) => {
  const word = form.toLowerCase();
  return (
    byFirst.has(word) ||
    approximators.some(([first]) => first === word) ||
    hedgeModals.has(word) ||
    hedgeWords.has(word)
  );
});

const isNumber = (token: Token) =>
  token.upos === "NUM" ||
  /^\d/.test(token.form) ||
  /^(?:hundreds|thousands|dozens|millions|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|a)$/i.test(
    token.form,
  );

const be = new Set(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"]);
const have = new Set(["have", "has", "had", "'ve", "’ve"]);
const not = new Set(["not", "n't", "n’t", "never"]);
const kinds: Readonly<Record<string, ReadonlySet<string>>> = { BE: be, HAVE: have, NOT: not };

const byFirst = new Map<string, (readonly string[])[]>();
for (const phrase of hedgePhrases) {
  for (const word of kinds[phrase[0]!] ?? [phrase[0]!]) {
    const list = byFirst.get(word) ?? [];
    list.push(phrase);
    byFirst.set(word, list);
  }
}

function phrasesFrom(_token: Token, word: string): readonly (readonly string[])[] {
  return byFirst.get(word) ?? [];
}

/** Length of the match in tokens; one adverb may stand between two words of a phrase ("is widely believed to"). */
function matches(tokens: readonly Token[], i: number, phrase: readonly string[]): number {
  let at = i;
  for (const [n, word] of phrase.entries()) {
    if (n > 0 && !fits(tokens[at], word) && tokens[at]?.upos === "ADV" && fits(tokens[at + 1], word)) at++;
    if (!fits(tokens[at], word)) return 0;
    at++;
  }
  return at - i;
}

function fits(token: Token | undefined, word: string): boolean {
  const form = token?.form.toLowerCase() ?? "";
  const kind = kinds[word];
  return kind === undefined ? form === word : kind.has(form);
}
