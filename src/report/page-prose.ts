/** Where on a page prose stands: per element, furniture apart. What choosing the article's body is based on. */
import type { PageBlock } from "./blocks.ts";
import { type Meaning, meaningOf } from "./furniture.ts";
import type { Node, Tree } from "./tree.ts";

export interface PageProse {
  readonly tree: Tree;
  readonly blocks: readonly PageBlock[];
  /** Of each node; undefined of text. */
  readonly meanings: readonly (Meaning | undefined)[];
  /** Kind of furniture that a node stands in, inherited; "" for none. */
  readonly inside: readonly string[];
  /** Does a node stand in what its publisher calls the article's body. */
  readonly inBody: readonly boolean[];
  /** Words of prose below a node. */
  mass(node: Node): number;
  /** The same, each block weighed by how much prose stands together with it: teasers and comments come out small. */
  joint(node: Node): number;
  /** Prose in blocks that are the node's own children. */
  direct(node: Node): number;
  /** Is the node a paragraph or its like: all its prose is one block of its own. */
  isLeaf(node: Node): boolean;
}

/**
 * An element named like furniture that holds this share of the page's prose is not furniture
 * ("content-with-sidebar"). Comments often outweigh a short article, so they need nearly all.
 */
const protectedShare: Readonly<Record<string, number>> = { comments: 0.9, related: 0.6, footer: 0.6 };
const usualProtectedShare = 0.35;
/** Kinds whose names designers also give to parts of an article ("widget", "date", "caption"). */
const looseNames: ReadonlySet<string> = new Set(["side", "byline", "caption", "tags"]);

/** `kept` are nodes that are no furniture whatever they are named. */
export function pageProse(
  tree: Tree,
  blocks: readonly PageBlock[],
  kept: ReadonlySet<number> = new Set(),
): PageProse {
  const { nodes } = tree;
  const meanings = nodes.map((node) => {
    if (node.tag === "#text") return undefined;
    return kept.has(node.index) ? { isBody: true } : meaningOf(node);
  });
  const raw = sums(tree, blocks, prose);
  const total = raw(nodes[0]!);
  // Twins (same parent, tag and class) stand or fall together: the paragraphs of some sites are "widgets".
  const twins = new Map<string, number>();
  const twinKey = (node: Node) => `${node.parent} ${node.tag} ${node.attributes.class ?? ""}`;
  for (const node of nodes) {
    const own = meanings[node.index]?.furniture;
    if (own !== undefined && looseNames.has(own)) {
      twins.set(twinKey(node), (twins.get(twinKey(node)) ?? 0) + raw(node));
    }
  }
  const isFurniture = (node: Node, own: string) => {
    const share = raw(node) / Math.max(1, total);
    const sum = looseNames.has(own) ? (twins.get(twinKey(node)) ?? 0) : 0;
    const shareOfTwins = sum > raw(node) ? sum / Math.max(1, total) : 0;
    return (
      share < (node.tag === "aside" ? 0.9 : (protectedShare[own] ?? usualProtectedShare)) &&
      shareOfTwins < 0.6
    );
  };
  const inside: string[] = new Array(nodes.length).fill("");
  const inBody: boolean[] = new Array(nodes.length).fill(false);
  for (const node of nodes) {
    inBody[node.index] = meanings[node.index]?.isBody === true || (node.parent >= 0 && inBody[node.parent]!);
    const outer = node.parent < 0 ? "" : inside[node.parent]!;
    const own = meanings[node.index]?.furniture;
    inside[node.index] = outer !== "" || own === undefined || !isFurniture(node, own) ? outer : own;
  }
  const shown = (block: PageBlock) => (inside[block.node] === "" ? prose(block) : 0);
  const mass = sums(tree, blocks, shown);
  const all = Math.max(1, mass(nodes[0]!));
  const groups = new Map<number, number>();
  const direct = new Map<number, number>();
  const own = new Map<number, { count: number; prose: number }>();
  const parentOf = (node: number) => Math.max(0, nodes[node]!.parent);
  const groupOf = (block: PageBlock) => parentOf(parentOf(block.node));
  for (const block of blocks) {
    const held = own.get(block.node) ?? { count: 0, prose: 0 };
    own.set(block.node, { count: held.count + 1, prose: held.prose + shown(block) });
    groups.set(groupOf(block), (groups.get(groupOf(block)) ?? 0) + shown(block));
    for (const holder of [block.node, parentOf(block.node)]) {
      direct.set(holder, (direct.get(holder) ?? 0) + shown(block));
    }
  }
  const joint = sums(
    tree,
    blocks,
    (block) => shown(block) * Math.sqrt((groups.get(groupOf(block)) ?? 0) / all),
  );
  return {
    tree,
    blocks,
    meanings,
    inside,
    inBody,
    mass,
    joint,
    direct: (node) => direct.get(node.index) ?? 0,
    isLeaf: (node) => {
      const held = own.get(node.index);
      return held !== undefined && held.count === 1 && held.prose >= 0.9 * mass(node);
    },
  };
}

/** Words of running text in a block: none for short, linked or unpunctuated ones. */
export function prose(block: PageBlock): number {
  if (block.links > 0.5 || block.words < 6) return 0;
  if (block.sentences === 0) return block.words > 25 ? block.words * 0.3 : 0;
  return block.words * (1 - block.links) * (block.words < 12 ? 0.5 : 1);
}

/** A weight of blocks summed over any subtree in constant time: subtrees are slices of the flat tree. */
function sums(
  tree: Tree,
  blocks: readonly PageBlock[],
  weight: (block: PageBlock) => number,
): (node: Node) => number {
  const upTo = new Float64Array(tree.nodes.length + 1);
  for (const block of blocks) upTo[block.at + 1] = upTo[block.at + 1]! + weight(block);
  for (let i = 1; i < upTo.length; i++) upTo[i] = upTo[i]! + upTo[i - 1]!;
  return (node) => upTo[node.end]! - upTo[node.index]!;
}
