/** A page cut into the blocks that a reader sees, each with what can be measured on it. No judgement here. */
import { headings, inline, silent } from "./lexicon/tags.ts";
import { countWords } from "./runs.ts";
import { collapse, type Node, type Tree } from "./tree.ts";

export interface PageBlock {
  readonly text: string;
  /** Index of the innermost block element around it. */
  readonly node: number;
  /** Node at which its text begins. */
  readonly at: number;
  readonly tag: string;
  readonly words: number;
  /** Share of its characters that stand in links, in bold type. */
  readonly links: number;
  readonly bold: number;
  readonly italic: number;
  /** Does it end as a sentence does. */
  readonly closed: boolean;
  /** How many sentence ends it holds. */
  readonly sentences: number;
}

const closing = /[.!?。！？…؟।][\s"'”’»›)\]]*$/;
const ends = /[.!?。！？؟।](?=[\s"'”’»›)\]]|$)/g;

/** Blocks in document order. `skip` says which elements are not shown at all. */
export function blocksOf(tree: Tree, skip: (node: Node) => boolean): PageBlock[] {
  const { nodes } = tree;
  const blocks: PageBlock[] = [];
  const open: Node[] = [];
  let parts: string[] = [];
  let linked = 0;
  let bold = 0;
  let italic = 0;
  let total = 0;
  let linkEnd = 0;
  let boldEnd = 0;
  let italicEnd = 0;
  let breaks = 0;
  let first = 0;

  const flush = () => {
    breaks = 0;
    if (parts.length === 0) return;
    const text = collapse(parts.join(""));
    parts = [];
    if (text !== "") {
      const node = open[open.length - 1]!;
      const all = Math.max(1, total);
      blocks.push({
        text,
        node: node.index,
        at: first,
        tag: node.tag,
        words: countWords(text),
        links: linked / all,
        bold: bold / all,
        italic: italic / all,
        closed: closing.test(text),
        sentences: text.match(ends)?.length ?? 0,
      });
    }
    linked = bold = italic = total = 0;
  };

  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    while (open.length > 0 && open[open.length - 1]!.end <= i) {
      flush();
      open.pop();
    }
    if (node.tag === "#text") {
      const size = visibleLength(node.text);
      if (size > 0) {
        if (breaks > 0 && lineIsWhole(parts)) flush();
        breaks = 0;
        if (total === 0) first = i;
        total += size;
        if (i < linkEnd) linked += size;
        if (i < boldEnd) bold += size;
        if (i < italicEnd) italic += size;
      }
      parts.push(node.text);
      continue;
    }
    if (silent.has(node.tag) || skip(node)) {
      if (
        !inline.has(node.tag) &&
        node.tag !== "script" &&
        node.tag !== "style" &&
        node.tag !== "meta" &&
        node.tag !== "link"
      )
        flush();
      i = node.end - 1;
      continue;
    }
    if (node.tag === "br") {
      breaks++;
      if (breaks >= 2) flush();
      else parts.push("\n");
    } else if (node.tag === "wbr") {
    } else if (inline.has(node.tag)) {
      if (node.tag === "a") linkEnd = Math.max(linkEnd, node.end);
      else if (node.tag === "b" || node.tag === "strong") boldEnd = Math.max(boldEnd, node.end);
      else if (node.tag === "i" || node.tag === "em") italicEnd = Math.max(italicEnd, node.end);
    } else {
      flush();
      open.push(node);
    }
  }
  flush();
  return blocks;
}

export const isHeading = (tag: string) => headings.has(tag);

/** A single line break parts blocks only where the line before it is a whole sentence. */
function lineIsWhole(parts: readonly string[]): boolean {
  const line = collapse(parts.join("").slice(-400));
  return line.length > 40 && closing.test(line);
}

function visibleLength(text: string): number {
  let size = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) size++;
  return size;
}
