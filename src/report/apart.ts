/** What belongs to an article and is no text of it: captions under its pictures, its publisher's notes on it. */
import type { Amendment } from "../model/report.ts";
import { amendmentHeading, amendmentIn, noteOf } from "./amendments.ts";
import type { PageBlock } from "./blocks.ts";
import { isHidden, nameWords } from "./furniture.ts";
import { captionNames } from "./lexicon/class-words.ts";
import type { PageProse } from "./page-prose.ts";
import { textOf } from "./tree.ts";

const mostCaptions = 50;
const longestCaption = 1000;
/** How far behind the text notes are looked for: they stand at its foot, before comments and other stories. */
const foot = 25;

/** Of pictures from the headline to the end of the text, in order, each once. */
export function captionsOf({ tree, meanings }: PageProse, from: number, to: number): string[] {
  const found = new Set<string>();
  for (let i = Math.max(0, from); i < to && found.size < mostCaptions; i++) {
    const node = tree.nodes[i]!;
    if (node.tag === "#text") continue;
    // A menu or a row of other stories has pictures too.
    const meaning = meanings[i]?.furniture;
    if (isHidden(node) || elsewhere.has(meaning ?? "")) {
      i = node.end - 1;
      continue;
    }
    if (node.tag !== "figcaption" && meaning !== "caption") continue;
    if (node.tag !== "figcaption" && !nameWords(node.attributes).some((name) => captionNames.has(name)))
      continue;
    const text = node.end - node.index > 400 ? "" : textOf(tree, node);
    if (text.length > 2 && text.length <= longestCaption && /\p{L}{2}/u.test(text)) found.add(text);
    i = node.end - 1;
  }
  return [...found];
}

const elsewhere: ReadonlySet<string> = new Set([
  "navigation",
  "footer",
  "related",
  "promotion",
  "advertising",
  "comments",
  "sharing",
  "consent",
  "form",
]);

/** `first` and `last` are the text's own blocks within the page's; the notes' blocks are no text. */
export function amendmentsOf(
  blocks: readonly PageBlock[],
  first: number,
  last: number,
  locale: string | undefined,
): { amendments: Amendment[]; taken: ReadonlySet<PageBlock> } {
  const amendments: Amendment[] = [];
  const taken = new Set<PageBlock>();
  if (first < 0) return { amendments, taken };
  const within = blocks.slice(Math.max(0, first - 8), last + foot);
  for (const [i, block] of within.entries()) {
    if (taken.has(block) || block.links > 0.6) continue;
    const note = amendmentIn(block.text, locale);
    if (note !== undefined) {
      taken.add(block);
      amendments.push(note);
      continue;
    }
    const kind = amendmentHeading(block.text);
    const next = within[i + 1];
    if (kind === undefined || next === undefined || next.words < 4 || next.links > 0.6) continue;
    taken.add(block).add(next);
    amendments.push(noteOf(kind, next.text, locale));
  }
  return { amendments: amendments.slice(0, 20), taken };
}
