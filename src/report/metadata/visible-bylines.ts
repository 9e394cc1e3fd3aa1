/** Names that a page shows as its author's: behind a label, in an element named so, or set off around the text. */
import type { PageBlock } from "../blocks.ts";
import { isNameLine, labelledByline } from "../bylines.ts";
import { meaningOf, nameWords } from "../furniture.ts";
import { collapse, type Node, type Tree, textOf } from "../tree.ts";
import type { Claim } from "./claim.ts";

export interface Around {
  /** Nodes that bound the part of the page that belongs to the article: headline to last block. */
  readonly from: number;
  readonly to: number;
  /** The article's first and last block within the page's; -1 where it has none. */
  readonly first: number;
  readonly last: number;
}

/** In order of trust; `signed` are blocks of the article that are no text of it. */
export function visibleBylines(
  tree: Tree,
  blocks: readonly PageBlock[],
  around: Around,
): { claims: Claim[]; signed: readonly PageBlock[] } {
  const claim = (value: string, from: string): Claim => ({ field: "byline", value, from });
  const labelled = labels(blocks, around);
  const signed = signatures(tree, blocks, around);
  return {
    claims: [
      ...labelled.filter(({ isEditor }) => !isEditor).map(({ names }) => claim(names, "page")),
      ...bylineElements(tree, around).map((name) => claim(name, "page")),
      ...signed.map(({ text }) => claim(text, "signature")),
      ...labelled.filter(({ isEditor }) => isEditor).map(({ names }) => claim(names, "page-editor")),
    ],
    signed,
  };
}

/** Behind the text only a label with a colon counts: "By …" there mostly stands under another story's headline. */
function labels(blocks: readonly PageBlock[], { from, to, last }: Around) {
  return blocks.flatMap((block, i) => {
    if (block.at < from - 400 || (block.at > to && i > last + 8)) return [];
    if (block.words > 16 || block.closed) return [];
    const found = labelledByline(block.text);
    return found === undefined || (block.at > to && !found.hasColon) ? [] : [found];
  });
}

function bylineElements(tree: Tree, { from, to }: Around): string[] {
  const found: string[] = [];
  let end = Number.POSITIVE_INFINITY;
  // One cluster: what is marked as an author further down is one of a box or of a comment.
  for (let i = Math.max(0, from - 400); i < Math.min(tree.nodes.length, to, end + 60); i++) {
    const node = tree.nodes[i]!;
    const { attributes } = node;
    if (node.tag === "#text" || node.tag === "meta" || node.tag === "link") continue;
    const isAuthor =
      /\bauthor\b/i.test(attributes.rel ?? "") ||
      nameWords(attributes).some((name) => name === "byline" || name === "author name" || name === "author");
    if (!isAuthor) continue;
    const names = namesWithin(tree, node);
    if (names.length > 0) {
      found.push(...names);
      i = node.end - 1;
      end = node.end;
    }
    if (found.length >= 4) break;
  }
  return found;
}

/** The linked names, else all that the element says; pieces that touch without a space are things apart. */
function namesWithin(tree: Tree, node: Node): string[] {
  const links: string[] = [];
  const pieces: string[] = [];
  for (let i = node.index; i < Math.min(node.end, node.index + 60); i++) {
    const child = tree.nodes[i]!;
    if (child.tag === "a") links.push(textOf(tree, child));
    if (child.tag !== "#text") continue;
    const before = pieces.at(-1);
    if (before !== undefined && /\S$/.test(before) && /^\S/.test(child.text)) pieces.push(" · ");
    pieces.push(child.text);
  }
  const named = links.filter(isNameLine);
  if (named.length > 0) return named;
  const text = collapse(pieces.join(""));
  return text.length > 2 && text.length < 90 && /\p{Lu}/u.test(text) ? [text] : [];
}

/** Names set off right before or after the text, in bold, italics or at the right: how papers sign without a label. */
function signatures(tree: Tree, blocks: readonly PageBlock[], { first, last }: Around): PageBlock[] {
  const isSignature = (block: PageBlock) =>
    block.words <= 12 &&
    block.links < 0.5 &&
    !/^h\d$/.test(block.tag) &&
    (block.bold > 0.9 || block.italic > 0.9 || isAtRight(tree, block)) &&
    isNameLine(block.text) &&
    !isElsewhere(tree, block);
  if (first < 0) return [];
  // Letters to a paper are each signed; none of their writers wrote the page.
  if (blocks.slice(first, last + 3).filter(isSignature).length > 2) return [];
  const head = blocks.slice(Math.max(0, first - 3), Math.min(first + 4, last));
  const tail = blocks.slice(Math.max(first + 1, last), last + 3);
  return [...head, ...tail].filter(isSignature).slice(0, 2);
}

function isAtRight(tree: Tree, block: PageBlock): boolean {
  const { style, align } = tree.nodes[block.node]!.attributes;
  return align === "right" || (style !== undefined && /text-align\s*:\s*(?:right|end)/i.test(style));
}

/** Names in captions and in boxes about other things sign nothing. */
function isElsewhere(tree: Tree, block: PageBlock): boolean {
  for (let node = tree.nodes[block.node]!, up = 0; up < 3 && node.parent >= 0; up++) {
    if (elsewhere.has(meaningOf(node).furniture ?? "")) return true;
    node = tree.nodes[node.parent]!;
  }
  return false;
}

const elsewhere: ReadonlySet<string> = new Set([
  "caption",
  "related",
  "promotion",
  "advertising",
  "comments",
  "sharing",
  "navigation",
  "footer",
]);
