/** Which element of a page is the article's body. */
import type { PageBlock } from "./blocks.ts";
import { type PageProse, prose } from "./page-prose.ts";
import { wordRuns } from "./runs.ts";
import type { Node } from "./tree.ts";

/**
 * From the root down to the child that holds most of the prose, until no child does. Beside a list of teasers
 * or comments the article is the one large child among many small ones.
 */
export function bodyOf(page: PageProse): Node {
  const { nodes } = page.tree;
  let body = nodes[0]!;
  for (;;) {
    const mass = page.mass(body);
    let heir: Node | undefined;
    for (let i = body.index + 1; i < body.end; i = nodes[i]!.end) {
      const child = nodes[i]!;
      if (child.tag !== "#text" && (heir === undefined || claim(page, child) > claim(page, heir)))
        heir = child;
    }
    if (heir === undefined || mass === 0 || page.isLeaf(heir)) break;
    const joint = page.joint(heir) / Math.max(1e-9, page.joint(body));
    const share = page.mass(heir) / mass;
    const isBody = page.meanings[heir.index]?.isBody === true;
    const isOnlyBody = isBody && bodiesUnder(page, body) === 1;
    const marked = isBody || heir.tag === "article" || heir.tag === "main";
    const leavesBody = page.meanings[body.index]?.isBody === true && !isBody;
    const standsOut = joint > (marked ? 0.6 : 0.8) && page.direct(body) < 0.1 * mass && !leavesBody;
    if (!(share >= (isOnlyBody ? 0.3 : marked ? 0.55 : 0.8) || standsOut)) break;
    body = heir;
  }
  return rejoined(page, body);
}

/** How many children are called a body: several are the pieces of one. */
function bodiesUnder(page: PageProse, node: Node): number {
  const { nodes } = page.tree;
  let count = 0;
  for (let i = node.index + 1; i < node.end; i = nodes[i]!.end) {
    if (page.meanings[i]?.isBody === true && page.mass(nodes[i]!) > 0) count++;
  }
  return count;
}

/** An element that its publisher calls the article's body stands before one that only is larger. */
function claim(page: PageProse, node: Node): number {
  return page.joint(node) * (page.meanings[node.index]?.isBody === true ? 2 : 1);
}

/** A body in several pieces (an advertisement between them) is its parent. */
function rejoined(page: PageProse, body: Node): Node {
  const { nodes } = page.tree;
  const parent = nodes[body.parent];
  if (parent === undefined || !body.attributes.class) return body;
  for (let i = parent.index + 1; i < parent.end; i = nodes[i]!.end) {
    const other = nodes[i]!;
    const isTwin =
      other !== body && other.tag === body.tag && other.attributes.class === body.attributes.class;
    if (isTwin && page.mass(other) > 25 && page.mass(parent) < 2.5 * page.mass(body)) return parent;
  }
  return body;
}

export interface Stated {
  readonly blocks: ReadonlySet<PageBlock>;
  /** The last words of the stated body stand in the last of these blocks: nothing after it belongs. */
  readonly isWhole: boolean;
}

/** The blocks whose words the page's own `articleBody` repeats; undefined where it is short or does not fit. */
export function statedBlocks(
  blocks: readonly PageBlock[],
  articleBody: string | undefined,
): Stated | undefined {
  const words = wordsOf(articleBody ?? "");
  if (words.length < 100) return undefined;
  const held = inARow(words);
  const found = new Set<PageBlock>();
  let covered = 0;
  let last: PageBlock | undefined;
  for (const block of blocks) {
    const own = wordsOf(block.text);
    if (own.length < 4) continue;
    const hits = held(own);
    if (hits < 0.6 * (own.length - 3)) continue;
    found.add(block);
    if (block.words >= 8) last = block;
    covered += own.length;
  }
  if (covered < 0.6 * words.length || last === undefined) return undefined;
  // A statement of a few lines is the article's beginning, and says nothing about the rest.
  const shown = blocks.reduce((sum, block) => sum + prose(block), 0);
  if (covered < 250 && shown > 4 * covered) return undefined;
  const end = words.slice(-4).join(" ");
  return {
    blocks: found,
    isWhole: wordsOf(last.text).slice(-12).join(" ").includes(end) && covered > 0.85 * words.length,
  };
}

/** Of the fours of words in a row that words are made of, how many another text has as well. */
function inARow(text: readonly string[]): (words: readonly string[]) => number {
  const numbers = new Map<string, number>();
  const coded = text.map((word) => {
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  });
  // pairs by the numbers of their words, fours by those of their pairs: exact, and nothing is written out
  const pairs = new Map<number, number>();
  const size = numbers.size + 1;
  const pairOf = (codes: readonly number[], i: number) => pairs.get(codes[i]! * size + codes[i + 1]!);
  for (let i = 0; i + 1 < coded.length; i++) {
    const pair = coded[i]! * size + coded[i + 1]!;
    if (!pairs.has(pair)) pairs.set(pair, pairs.size);
  }
  const fours = new Set<number>();
  const fourOf = (codes: readonly number[], i: number): number | undefined => {
    const first = pairOf(codes, i);
    if (first === undefined) return undefined;
    const second = pairOf(codes, i + 2);
    return second === undefined ? undefined : first * pairs.size + second;
  };
  for (let i = 0; i + 3 < coded.length; i++) fours.add(fourOf(coded, i)!);
  return (words) => {
    const codes = words.map((word) => numbers.get(word) ?? 0);
    let hits = 0;
    for (let i = 0; i + 3 < codes.length; i++) {
      const four = fourOf(codes, i);
      if (four !== undefined && fours.has(four)) hits++;
    }
    return hits;
  };
}

const wordsOf = (text: string) => wordRuns(text.slice(0, 500_000).toLowerCase());

/** The element that holds what is stated, and what stands beside it in like amount: statements often are cut. */
export function bodyAround(page: PageProse, stated: Stated): Node {
  const { nodes } = page.tree;
  const long = [...stated.blocks].filter((block) => block.words >= 15);
  const all = long.length > 0 ? long : [...stated.blocks];
  const [first, last] = [all[0]!.at, all.at(-1)!.at];
  let node = nodes[nodes[all[0]!.node]!.parent] ?? nodes[0]!;
  while (node.parent >= 0 && !(node.index <= first && last < node.end)) node = nodes[node.parent]!;
  const mass = page.mass(node);
  while (node.parent >= 0 && page.mass(nodes[node.parent]!) <= 1.5 * mass) node = nodes[node.parent]!;
  return node;
}
