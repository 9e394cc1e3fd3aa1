/** Sentences that a corpus keeps tokenised ("did n't , he said"), set as they are printed, with where each character went. */

export interface Printed {
  readonly text: string;
  /** Place in the printed text of each place in the tokenised one. */
  readonly at: Int32Array;
}

const noSpaceBefore = /^([,.;:?!%)\]}’”…]+|'s|'S|’s|n't|n’t|'ll|'re|'ve|'d|'m|’ll|’re|’ve|’d|’m|'|''|-RRB-)$/;
const noSpaceAfter = /^([([{“‘$£€#]+|``|-LRB-)$/;

export function printed(tokenised: string): Printed {
  const at = new Int32Array(tokenised.length + 1);
  let text = "";
  let glue = true;
  let quotes = 0;
  const words = [...tokenised.matchAll(/\S+/g)];
  for (const [k, match] of words.entries()) {
    const word = match[0];
    const start = match.index;
    const hyphen = word === "-" && k > 0 && k + 1 < words.length;
    const straight = word === '"';
    const closes = straight && quotes % 2 === 1;
    if (straight) quotes++;
    if (!glue && !noSpaceBefore.test(word) && !hyphen && !closes) text += " ";
    const form = shown(word);
    const from = text.length;
    text += form;
    for (let i = 0; i < word.length; i++) at[start + i] = Math.min(from + i, text.length - 1);
    at[start + word.length] = text.length;
    glue = noSpaceAfter.test(word) || hyphen || (straight && !closes);
  }
  return { text, at };
}

function shown(word: string): string {
  if (word === "``" || word === "''") return '"';
  if (word === "-LRB-") return "(";
  if (word === "-RRB-") return ")";
  return word;
}
