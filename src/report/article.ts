/** Which blocks of a page are the article: where its body stands, and what within it is furniture. */
import { isHeading, type PageBlock } from "./blocks.ts";
import { type Meaning, meaningOf } from "./furniture.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import type { Node, Tree } from "./tree.ts";

export interface ArticleBlock {
  readonly block: PageBlock;
  readonly kind: "standfirst" | "heading" | "paragraph" | "list-item" | "quote";
}

export interface Hints {
  readonly title?: string;
  /** `articleBody` of the page's JSON-LD, plain: what the publisher says the text is, often cut short. */
  readonly articleBody?: string;
  readonly description?: string;
}

/** Blocks of the article in order; empty where the page has none. */
export function articleOf(tree: Tree, blocks: readonly PageBlock[], hints: Hints): ArticleBlock[] {
  const page = measured(tree, blocks);
  const body = bodyOf(page);
  return chosen(page, body, hints);
}

interface Page {
  readonly tree: Tree;
  readonly blocks: readonly PageBlock[];
  readonly meanings: ReadonlyMap<number, Meaning>;
  /** Kind of furniture that a node stands in, inherited; "" for none. */
  readonly inside: readonly string[];
  /** Words of prose below a node, furniture apart. */
  mass(node: Node): number;
}

function measured(tree: Tree, blocks: readonly PageBlock[]): Page {
  const { nodes } = tree;
  const meanings = new Map<number, Meaning>();
  for (const node of nodes) if (node.tag !== "#text") meanings.set(node.index, meaningOf(node));
  const raw = sums(tree, blocks, () => true);
  const total = raw(nodes[0]!);
  // An element named like furniture that holds much of the page's prose is not furniture ("content-with-sidebar").
  const inside: string[] = new Array(nodes.length).fill("");
  for (const node of nodes) {
    const outer = node.parent < 0 ? "" : inside[node.parent]!;
    const own = meanings.get(node.index)?.furniture;
    inside[node.index] = outer !== "" ? outer : own !== undefined && raw(node) < 0.35 * total ? own : "";
  }
  return { tree, blocks, meanings, inside, mass: sums(tree, blocks, (block) => inside[block.node] === "") };
}

function sums(
  tree: Tree,
  blocks: readonly PageBlock[],
  counts: (block: PageBlock) => boolean,
): (node: Node) => number {
  const upTo = new Float64Array(tree.nodes.length + 1);
  for (const block of blocks) if (counts(block)) upTo[block.at + 1] = upTo[block.at + 1]! + prose(block);
  for (let i = 1; i < upTo.length; i++) upTo[i] = upTo[i]! + upTo[i - 1]!;
  return (node) => upTo[node.end]! - upTo[node.index]!;
}

/** Words of running text in a block: none for short, linked or unpunctuated ones. */
function prose(block: PageBlock): number {
  if (block.links > 0.5 || block.words < 6) return 0;
  if (block.sentences === 0) return block.words > 25 ? block.words * 0.3 : 0;
  return block.words * (1 - block.links) * (block.words < 12 ? 0.5 : 1);
}

/** The deepest element that holds most of the page's prose; a marked body inside it goes before. */
function bodyOf(page: Page): Node {
  const { nodes } = page.tree;
  let body = nodes[0]!;
  for (;;) {
    const mass = page.mass(body);
    let heir: Node | undefined;
    for (let i = body.index + 1; i < body.end; i = nodes[i]!.end) {
      const child = nodes[i]!;
      if (child.tag !== "#text" && (heir === undefined || page.mass(child) > page.mass(heir))) heir = child;
    }
    if (heir === undefined || mass === 0) break;
    const share = page.mass(heir) / mass;
    const marked =
      page.meanings.get(heir.index)?.isBody === true || heir.tag === "article" || heir.tag === "main";
    if (share < (marked ? 0.55 : 0.8) || holdsOneBlock(page, heir)) break;
    body = heir;
  }
  return body;
}

function holdsOneBlock(page: Page, node: Node): boolean {
  return page.blocks.some((block) => block.node === node.index);
}

function chosen(page: Page, body: Node, hints: Hints): ArticleBlock[] {
  const { blocks, inside, tree } = page;
  const within = blocks.filter((block) => block.at >= body.index && block.at < body.end);
  const kept: { block: PageBlock; isProse: boolean }[] = [];
  const title = hints.title?.toLowerCase();
  for (const block of within) {
    if (inside[block.node] !== "") continue;
    if (isFurnitureLine(block.text) || block.text.toLowerCase() === title || block.tag === "h1") continue;
    if (block.links > 0.65 && !(block.closed && block.words > 20)) continue;
    if (!/[\p{L}\p{N}]/u.test(block.text)) continue;
    kept.push({ block, isProse: prose(block) > 0 });
  }
  const first = kept.findIndex(({ isProse }) => isProse);
  const last = kept.findLastIndex(({ isProse }) => isProse);
  if (first < 0) return [];
  const article: ArticleBlock[] = [];
  const seen = new Set<string>();
  for (const { block } of kept.slice(first, last + 1)) {
    if (block.words > 8 && seen.has(block.text)) continue;
    seen.add(block.text);
    article.push({ block, kind: kindOf(tree, block) });
  }
  return withoutLonelyHeadings(article);
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
