/** Does a page hold no article, and what it is instead. A false report is worse than none: it becomes a source. */
import type { ArticleBlock } from "./article.ts";
import type { PageBlock } from "./blocks.ts";
import { type NoArticle, noArticlePhrases } from "./lexicon/no-article-phrases.ts";

export interface PageSigns {
  readonly title?: string;
  readonly article: readonly ArticleBlock[];
  readonly blocks: readonly PageBlock[];
  /** The page's head names an article: by type, or by a time of publication. */
  readonly saysArticle: boolean;
  /** The page's head names a list or a site. */
  readonly saysList: boolean;
}

/** Below so many words a title of an error or a login is believed. */
const few = 150;
/** Words of such a title, the outlet's name with it; a headline that begins like one is longer. */
const longestTitle = 7;
/** Below so many words the text's own phrases are. */
const veryFew = 60;

/** Undefined where the page has an article. */
export function noArticleIn(signs: PageSigns): NoArticle | undefined {
  const { article, blocks, title } = signs;
  const words = article.reduce((sum, { block }) => sum + block.words, 0);
  const shown = words > 0 ? article.map(({ block }) => block.text).join(" ") : allText(blocks);
  if (words < few && title !== undefined && title.split(/\s+/).length <= longestTitle)
    for (const [kind, phrases] of noArticlePhrases) if (phrases.title.test(title.trim())) return kind;
  if (words < veryFew && !signs.saysArticle)
    for (const [kind, phrases] of noArticlePhrases) if (phrases.text.test(shown)) return kind;
  if (isFront(signs)) return "section-front";
  return words === 0 ? "no-article" : undefined;
}

const allText = (blocks: readonly PageBlock[]) =>
  blocks
    .slice(0, 60)
    .map(({ text }) => text)
    .join(" ")
    .slice(0, 4000);

/**
 * A page of teasers: what looks like its text are short lines, each under a linked headline of its own. Only where
 * the page's head does not say that it is an article: those have boxes of other stories between their paragraphs.
 */
function isFront({ article, blocks, saysArticle, saysList }: PageSigns): boolean {
  if (saysArticle) return false;
  const linked = blocks.filter((block) => block.links > 0.6 && block.words >= 3).length;
  const lines = article.filter(({ kind, block }) => kind !== "heading" && block.words >= 4);
  if (linked < (saysList ? 5 : 8)) return false;
  if (lines.length === 0) return true;
  const at = new Map(blocks.map((block, i) => [block, i]));
  const teasers = lines.filter(({ block }) => {
    const before = blocks[at.get(block)! - 1];
    return before !== undefined && before.links > 0.6 && block.words < 70;
  }).length;
  return lines.length >= 3 && teasers >= 0.6 * lines.length;
}
