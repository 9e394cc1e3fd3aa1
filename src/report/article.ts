/** Which blocks of a page are the article: those of its body that are not furniture. */
import { isHeading, type PageBlock } from "./blocks.ts";
import { bodyAround, bodyOf, type Stated, statedBlocks } from "./body.ts";
import { dateIn } from "./dates.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import { authorNote, signOff, tailHeadings, tailSentences } from "./lexicon/furniture-phrases.ts";
import { type PageProse, prose } from "./page-prose.ts";
import type { Node, Tree } from "./tree.ts";

export interface ArticleBlock {
  readonly block: PageBlock;
  readonly kind: "standfirst" | "heading" | "paragraph" | "list-item" | "quote";
}

export interface Hints {
  readonly title?: string;
  /** `articleBody` of the page's JSON-LD: what the publisher says the text is, often cut short. */
  readonly articleBody?: string;
  /** The element that holds the text, where that is known. */
  readonly body?: Node;
}

/** Blocks of the article in order; empty where the page has none. */
export function articleOf(page: PageProse, hints: Hints): ArticleBlock[] {
  const stated = statedBlocks(page.blocks, hints.articleBody);
  const body = hints.body ?? (stated === undefined ? bodyOf(page) : bodyAround(page, stated));
  return chosen(page, body, hints, stated);
}

function chosen(page: PageProse, body: Node, hints: Hints, stated: Stated | undefined): ArticleBlock[] {
  const { blocks, inside, tree } = page;
  const within = blocks.filter((block) => block.at >= body.index && block.at < body.end);
  const outside = inside[body.index]!;
  const kept: { block: PageBlock; isProse: boolean }[] = [];
  const title = hints.title?.toLowerCase();
  const isStated = (block: PageBlock) => stated?.blocks.has(block) === true;
  const firstStated = within.findIndex(isStated);
  const lastStated = within.findLastIndex(isStated);
  const parents = new Set([...(stated?.blocks ?? [])].map((block) => tree.nodes[block.node]!.parent));
  const total = page.mass(body);
  let before = 0;
  let skipTo = 0;
  for (const [i, block] of within.entries()) {
    const isBetween = i > firstStated && (i < lastStated || stated?.isWhole === true);
    if (stated !== undefined && isBetween && !isStated(block) && !isHeading(block.tag) && block.words > 3)
      if (!isLikeStated(page, block, parents)) continue;
    if (block.at < skipTo) continue;
    if (inside[block.node] !== outside && !isStated(block)) continue;
    if (isFurnitureLine(block.text) || block.text.toLowerCase() === title || block.tag === "h1") continue;
    if (isPointer(block, page.inBody[block.node]!)) continue;
    if (!/[\p{L}\p{N}]/u.test(block.text)) continue;
    if (before > 0 && endsArticle(block)) {
      if (before > 0.7 * total || /comment/i.test(block.text)) break;
      // In the middle of a text it heads a box: out with the box, on with the text.
      skipTo = boxAround(page, body, block).end;
      continue;
    }
    before += prose(block);
    kept.push({
      block,
      isProse:
        isStated(block) ||
        prose(block) > 0 ||
        isListed(page, block) ||
        isSignOff(page, block) ||
        isLinkedSentence(page, block),
    });
  }
  const first = kept.findIndex(({ isProse }) => isProse);
  const last = runOn(
    page,
    kept,
    kept.findLastIndex(({ isProse }) => isProse),
  );
  if (first < 0) return [];
  const article: ArticleBlock[] = [];
  const seen = new Set<string>();
  const start = kept.findIndex(({ block }) => block.words >= 20 && block.closed);
  for (const [i, { block }] of kept.slice(0, last + 1).entries()) {
    if (i < first || (i < start && isCaptureLine(block.text))) continue;
    if (block.words > 8 && seen.has(block.text)) continue;
    seen.add(block.text);
    article.push({ block, kind: kindOf(tree, block) });
  }
  return withoutTail(withoutLonelyHeadings(withoutLinkLists(tree, article)));
}

/** Statements leave paragraphs out (those with a drop capital, say): one beside those that are stated belongs. */
function isLikeStated(page: PageProse, block: PageBlock, parents: ReadonlySet<number>): boolean {
  return (
    page.inBody[block.node]! &&
    block.closed &&
    block.words >= 30 &&
    block.links < 0.2 &&
    parents.has(page.tree.nodes[block.node]!.parent)
  );
}

/** A block that only leads elsewhere. Sentences and headings of a marked body may be links all the same. */
function isPointer(block: PageBlock, inBody: boolean): boolean {
  if (block.links <= 0.65) return false;
  if (block.closed && block.words > 20) return false;
  if (!inBody) return true;
  return !(isHeading(block.tag) || (block.closed && block.links < 0.95));
}

/** Lines after the last sentence that go on as lines before it did: a list set in paragraphs. */
function runOn(
  page: PageProse,
  kept: readonly { block: PageBlock; isProse: boolean }[],
  last: number,
): number {
  const lines = kept
    .slice(0, Math.max(0, last))
    .filter(({ block, isProse }) => !isProse && isLine(page, block));
  const parents = new Set(lines.map(({ block }) => page.tree.nodes[block.node]!.parent));
  let end = last;
  for (let i = last + 1; i < kept.length && lines.length >= 3; i++) {
    const { block } = kept[i]!;
    if (!isLine(page, block) || !parents.has(page.tree.nodes[block.node]!.parent)) break;
    end = i;
  }
  return end;
}

const isLine = (page: PageProse, block: PageBlock) =>
  page.inBody[block.node]! && block.tag === "p" && block.links < 0.5 && block.words >= 2;

/** Sentences of a marked body may be half links: the first one of a text often leads to what came before. */
function isLinkedSentence(page: PageProse, block: PageBlock): boolean {
  return page.inBody[block.node]! && block.closed && block.words >= 8 && block.links <= 0.65;
}

/** "Reporting by Ana Ruiz; Editing by Ben Okoro": the last line of a text by an agency. */
function isSignOff(page: PageProse, block: PageBlock): boolean {
  return page.inBody[block.node]! && block.words > 3 && block.links < 0.5 && signOff.test(block.text);
}

/** An item of a list within a marked body counts as text however short it is. */
function isListed(page: PageProse, block: PageBlock): boolean {
  return page.inBody[block.node]! && block.tag === "li" && block.links < 0.5 && block.words > 1;
}

/** Last lines that plead, or tell who the author is, are furniture; a sentence of the report is neither. */
function withoutTail(article: readonly ArticleBlock[]): ArticleBlock[] {
  let end = article.length;
  while (end > 1 && isTail(article[end - 1]!.block)) end--;
  return article.slice(0, end);
}

function isTail(block: PageBlock): boolean {
  if (block.words > 70) return false;
  if (tailSentences.some((pattern) => pattern.test(block.text))) return true;
  return block.italic > 0.9 && authorNote.test(block.text);
}

/** The largest element around a block that holds little of the body's prose. */
function boxAround(page: PageProse, body: Node, block: PageBlock): Node {
  const { nodes } = page.tree;
  let box = nodes[block.node]!;
  while (box.parent > body.index && page.mass(nodes[box.parent]!) < 0.15 * page.mass(body))
    box = nodes[box.parent]!;
  return box;
}

/** When and by whom, above the text: metadata, read elsewhere. */
function isCaptureLine(text: string): boolean {
  if (text.length > 140) return false;
  const date = dateIn(text);
  if (date !== undefined) return text.length - (date.end - date.start) < 60;
  return /^(?:by|von|por|par|di|door|af|av)\s+\p{Lu}[\p{L}.'’-]+(?:\s+[\p{L}.'’-]+){0,6}$/u.test(text);
}

/** A heading (or a line set as one) after which a page goes on with other things. */
function endsArticle(block: PageBlock): boolean {
  if (block.words > 8 || block.closed) return false;
  return (
    (isHeading(block.tag) || block.bold > 0.9 || block.links < 0.1) &&
    tailHeadings.some((pattern) => pattern.test(block.text))
  );
}

/** Lists of which most items are links lead elsewhere. */
function withoutLinkLists(tree: Tree, article: readonly ArticleBlock[]): ArticleBlock[] {
  const listOf = (item: ArticleBlock) => {
    if (item.kind !== "list-item") return -1;
    for (let node = tree.nodes[item.block.node]!; node.parent >= 0; node = tree.nodes[node.parent]!)
      if (node.tag === "ul" || node.tag === "ol") return node.index;
    return -1;
  };
  const lists = new Map<number, { links: number; all: number }>();
  for (const item of article) {
    const list = listOf(item);
    const sum = lists.get(list) ?? { links: 0, all: 0 };
    lists.set(list, {
      links: sum.links + item.block.links * item.block.words,
      all: sum.all + item.block.words,
    });
  }
  return article.filter((item) => {
    const list = listOf(item);
    const sum = lists.get(list)!;
    return list < 0 || sum.links < 0.5 * sum.all;
  });
}

function kindOf(tree: Tree, block: PageBlock): ArticleBlock["kind"] {
  if (isHeading(block.tag)) return "heading";
  for (
    let node = tree.nodes[block.node]!, up = 0;
    up < 4 && node.parent >= 0;
    node = tree.nodes[node.parent]!, up++
  ) {
    if (node.tag === "li" || node.tag === "dd" || node.tag === "dt") return "list-item";
    if (node.tag === "blockquote") return "quote";
  }
  return "paragraph";
}

/** A heading stands before text; one that is followed by another heading of its own rank or by nothing is furniture. */
function withoutLonelyHeadings(article: readonly ArticleBlock[]): ArticleBlock[] {
  return article.filter((item, i) => {
    if (item.kind !== "heading") return true;
    const next = article[i + 1];
    return next !== undefined && (next.kind !== "heading" || next.block.tag > item.block.tag);
  });
}
