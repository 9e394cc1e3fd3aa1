/** What stands between a headline and the text and sums the text up. */
import type { ArticleBlock } from "./article.ts";
import { isHeading, type PageBlock } from "./blocks.ts";
import { dateIn } from "./dates.ts";
import { meaningOf } from "./furniture.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import type { Tree } from "./tree.ts";

export interface Surroundings {
  /** Nodes of the headline and of the text's first block. */
  readonly from: number;
  readonly to: number;
  readonly article: readonly ArticleBlock[];
  /** Blocks known to be something else. */
  readonly others: ReadonlySet<PageBlock>;
  readonly title?: string;
  /** What the page's head says it is about. */
  readonly description?: string;
}

/**
 * Told by its words being the description, by how its element is named, or by its place alone: a whole sentence that
 * comes first behind the headline, in nothing that is named like furniture.
 */
export function standfirstOf(
  tree: Tree,
  blocks: readonly PageBlock[],
  around: Surroundings,
): PageBlock | undefined {
  const candidates = blocks.filter((block) => isCandidate(block, around));
  return (
    candidates.find((block) => isSameText(block.text, around.description)) ??
    candidates.find((block) => elementSays(tree, block) === "standfirst") ??
    candidates.find(
      (block) =>
        elementSays(tree, block, around.from) === undefined &&
        block.words >= (block.closed ? 8 : 12) &&
        block.links < 0.3,
    )
  );
}

function isCandidate(block: PageBlock, { from, to, article, others, title }: Surroundings): boolean {
  if (others.has(block) || block.at <= from || block.at >= to || block.words < 5 || block.links > 0.5)
    return false;
  if (article.some((item) => item.block.text === block.text)) return false;
  if (block.tag === "h1" || (isHeading(block.tag) && block.words <= 8)) return false;
  return !isSameText(block.text, title) && !isFurnitureLine(block.text) && dateIn(block.text) === undefined;
}

/** Of the elements around a block up to the one that holds the headline too: what the innermost telling one says. */
function elementSays(tree: Tree, block: PageBlock, headline?: number): string | undefined {
  for (
    let node = tree.nodes[block.node]!, up = 0;
    up < (headline === undefined ? 4 : 12) && node.parent >= 0;
    node = tree.nodes[node.parent]!, up++
  ) {
    if (headline !== undefined && node.index <= headline && headline < node.end) return undefined;
    const meaning = meaningOf(node);
    if (meaning.furniture === "caption") return "caption";
    if (meaning.isStandfirst) return "standfirst";
    if (meaning.furniture !== undefined) return meaning.furniture;
  }
  return undefined;
}

/** Equal but for case, marks and spaces. */
export function isSameText(text: string, other: string | undefined): boolean {
  const bare = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return other !== undefined && bare(text) === bare(other);
}
