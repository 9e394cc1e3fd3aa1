/** What a newsletter says about itself, left out of the text: how to leave it, how to see it elsewhere, who sends it from where. */

import type { DraftBlock } from "../draft.ts";
import { newsletterButtons, newsletterFooters, newsletterPhrases } from "../lexicon/mail-phrases.ts";
import { countWords } from "../runs.ts";

/** The blocks of the report: without the newsletter's own lines, and without all that stands below its footer's first line. */
export function withoutNewsletter(blocks: readonly DraftBlock[]): DraftBlock[] {
  const sizes = blocks.map(({ text }) => countWords(text));
  const total = sizes.reduce((sum, words) => sum + words, 0);
  let above = 0;
  let end = blocks.length;
  for (const [i, block] of blocks.entries()) {
    // A footer has the smaller part of a newsletter's words below it; the same words at the top are a button.
    if (above >= 0.6 * total && isNewsletterLine(block.text) && holds(block.text, newsletterFooters)) {
      end = i;
      break;
    }
    above += sizes[i]!;
  }
  while (end > 1 && end < blocks.length && isImprint(blocks[end - 1]!.text)) end--;
  return blocks.slice(0, end).filter(({ text }) => !isNewsletterLine(text));
}

/** A line of the newsletter's own. */
export function isNewsletterLine(text: string): boolean {
  const words = countWords(text);
  if (words <= 60 && holds(text, newsletterPhrases)) return true;
  if (words > 16) return false;
  const line = text.toLowerCase();
  return /[.!?]["”’)]?$/.test(text) && !/^[©(]/.test(text)
    ? newsletterButtons.some((phrase) => line.startsWith(phrase))
    : newsletterButtons.some((phrase) => line.includes(phrase));
}

const holds = (text: string, phrases: readonly string[]): boolean => {
  const line = text.toLowerCase().replace(/’/g, "'");
  return phrases.some((phrase) => line.includes(phrase));
};

/** "© 2031 Gulf Herald, 12 Harbour Road, 48000 Port Elm": names and numbers above a footer, no sentence. */
function isImprint(text: string): boolean {
  return (
    countWords(text) <= 20 &&
    !/[.!?]["”’)]?$/.test(text) &&
    (/©|copyright/i.test(text) || /\d.*,|,.*\d/.test(text))
  );
}
