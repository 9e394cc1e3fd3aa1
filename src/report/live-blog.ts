/**
 * A page that goes on being written, cut into its entries: each has its own time, and is a report of its own.
 * Entries are told by JSON-LD (LiveBlogPosting), or by what such pages look like: siblings that each begin with a time.
 */
import { blocksOf, isHeading, type PageBlock } from "./blocks.ts";
import { dateIn, isoDate } from "./dates.ts";
import type { DraftBlock } from "./draft.ts";
import { nameWords } from "./furniture.ts";
import { isFurnitureLine } from "./furniture-line.ts";
import type { LiveUpdate } from "./metadata/json-ld.ts";
import { type PageProse, prose } from "./page-prose.ts";
import { remembered } from "./remembered.ts";
import { collapse, type Node, type Tree, textOf, treeOf } from "./tree.ts";

export interface LiveEntry {
  /** The entry's id on its page. */
  readonly fragment?: string;
  readonly url?: string;
  readonly title?: string;
  /** ISO 8601. */
  readonly published?: string;
  readonly authors: readonly string[];
  readonly blocks: readonly DraftBlock[];
}

export interface LiveBlog {
  /** As the page has them, mostly the latest first. */
  readonly entries: readonly LiveEntry[];
  /** Blocks of the page that stand in an entry. */
  readonly taken: ReadonlySet<PageBlock>;
}

const mostEntries = 2000;
const fewestEntries = 3;

/** `updates` is what JSON-LD lists; undefined where it names no live blog. Undefined where the page is none. */
export function liveBlogOf(
  page: PageProse,
  updates: readonly LiveUpdate[] | undefined,
  isLive: boolean,
): LiveBlog | undefined {
  if (updates === undefined && !isLive) return undefined;
  const nodes = entryNodes(page);
  const shown = nodes.length >= fewestEntries ? fromPage(page, nodes, updates ?? []) : undefined;
  if (shown !== undefined && shown.entries.length >= Math.max(fewestEntries, 0.5 * (updates?.length ?? 0)))
    return shown;
  const listed = (updates ?? []).flatMap(fromUpdate).slice(0, mostEntries);
  return listed.length >= 2 ? { entries: listed, taken: takenBy(page, listed) } : undefined;
}

/** Does a page say that it is one: by its address, its title, or how its elements are named. */
export function saysLive(tree: Tree, url: string | undefined, title: string | undefined): boolean {
  if (
    /\/(?:live(?:blog|ticker)?|live-news|live-updates|en-direct|en-directo|direct|ticker)\b|live-?blog|live-?ticker|-live-updates|liveticker/i.test(
      url ?? "",
    )
  )
    return true;
  if (
    /\+\+\+|\blive(?:blog|ticker)?\s?[:|–—-]|[:|–—-]\s?live\b|\blive updates\b|\bliveblog\b|\bliveticker\b|\ben (?:directo|direct|vivo)\b/i.test(
      title ?? "",
    )
  )
    return true;
  let named = 0;
  for (const node of tree.nodes)
    if (
      isNamedLive(node.attributes.class ?? "") &&
      nameWords(node.attributes).some((name) => liveNames.has(name))
    )
      if (++named >= fewestEntries) return true;
  return false;
}

const isNamedLive = remembered((names) => /live|ticker/i.test(names));

const liveNames: ReadonlySet<string> = new Set([
  "liveblog",
  "live blog",
  "liveticker",
  "live ticker",
  "live entry",
  "live post",
  "ticker entry",
  "live update",
]);

/** The largest group of siblings of one tag and class of which each holds a time of its own. */
function entryNodes(page: PageProse): Node[] {
  const { nodes } = page.tree;
  const groups = new Map<string, Node[]>();
  // The highest element that holds exactly one <time>, by a walk up from each; every node is passed once.
  const times = new Int32Array(nodes.length);
  for (const node of nodes) if (node.tag === "time") times[node.index] = 1;
  for (let i = nodes.length - 1; i > 0; i--) {
    const parent = nodes[i]!.parent;
    times[parent] = times[parent]! + times[i]!;
  }
  for (const node of nodes) {
    if (node.tag === "#text" || node.parent < 0 || times[node.index] === 0) continue;
    if (page.inside[node.index] === "comments" || page.mass(node) < 8) continue;
    // An entry may repeat its time, or hold that of a post it shows.
    if (times[node.index]! > 4 || times[node.parent]! <= times[node.index]!) continue;
    const key = `${node.parent} ${node.tag} ${(node.attributes.class ?? "").split(/\s+/)[0]}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else if (group.length < mostEntries) group.push(node);
  }
  let best: Node[] = [];
  let most = 0;
  for (const group of groups.values()) {
    if (group.length < fewestEntries) continue;
    const mass = group.reduce((sum, node) => sum + page.mass(node), 0);
    if (mass > most) [best, most] = [group, mass];
  }
  return best;
}

function fromPage(page: PageProse, nodes: readonly Node[], updates: readonly LiveUpdate[]): LiveBlog {
  const taken = new Set<PageBlock>();
  const byFragment = new Map(updates.map((update) => [fragmentOf(update.url), update]));
  const byTitle = new Map(updates.map((update) => [update.headline, update]));
  let next = 0;
  const entries = nodes.flatMap((node): LiveEntry[] => {
    while (next < page.blocks.length && page.blocks[next]!.at < node.index) next++;
    const own: PageBlock[] = [];
    while (next < page.blocks.length && page.blocks[next]!.at < node.end) own.push(page.blocks[next++]!);
    for (const block of own) taken.add(block);
    const fragment = idWithin(page.tree, node);
    const heading = own.find((block) => isHeading(block.tag) && block.words > 1)?.text;
    const title = heading?.replace(clock, "");
    const update = byFragment.get(fragment) ?? (title === undefined ? undefined : byTitle.get(title));
    const published = timeWithin(page.tree, node) ?? dateOf(update?.published);
    const blocks = own.flatMap((block) => entryBlock(page, node, block, heading));
    if (blocks.length === 0 || published === undefined) return [];
    return [
      {
        authors: update?.authors ?? [],
        published,
        blocks,
        ...(fragment === undefined ? {} : { fragment }),
        ...(update?.url === undefined ? {} : { url: update.url }),
        ...(title === undefined ? {} : { title }),
      },
    ];
  });
  return { entries, taken };
}

function entryBlock(
  page: PageProse,
  node: Node,
  block: PageBlock,
  heading: string | undefined,
): DraftBlock[] {
  if (page.inside[block.node] !== page.inside[node.index]) return [];
  if (block.text === heading || isFurnitureLine(block.text) || block.links > 0.8 || block.words < 2)
    return [];
  if (prose(block) === 0 && dateIn(block.text) !== undefined) return [];
  if (prose(block) === 0 && /^\d{1,2}[:.]\d{2}\b/.test(block.text)) return [];
  const kind = isHeading(block.tag) ? "heading" : block.tag === "li" ? "list-item" : "paragraph";
  return [{ kind, text: block.text }];
}

/** "14:05 Harbour opens": the time is kept as the entry's own. */
const clock = /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:uhr|gmt|utc|[a-z]{2,4}t))?\s*[-–—|:]?\s+/i;

function fromUpdate(update: LiveUpdate): LiveEntry[] {
  const { headline, body, url, authors } = update;
  const published = dateOf(update.published);
  const blocks = linesOf(body ?? "").map((text): DraftBlock => ({ kind: "paragraph", text }));
  if (blocks.length === 0 || published === undefined) return [];
  const fragment = fragmentOf(url);
  return [
    {
      authors,
      published,
      blocks,
      ...(fragment === undefined ? {} : { fragment }),
      ...(url === undefined ? {} : { url }),
      ...(headline === undefined ? {} : { title: headline }),
    },
  ];
}

/** Where entries are known from JSON-LD alone: the page's blocks that repeat their words. */
function takenBy(page: PageProse, entries: readonly LiveEntry[]): ReadonlySet<PageBlock> {
  const said = new Set(entries.flatMap(({ blocks, title }) => [...blocks.map(({ text }) => text), title]));
  return new Set(page.blocks.filter(({ text }) => said.has(text)));
}

function linesOf(body: string): string[] {
  const lines = /<\/?[a-z]/i.test(body)
    ? blocksOf(treeOf(body), () => false).map(({ text }) => text)
    : body.split(/[\r\n]+/).map(collapse);
  return lines.filter((line) => line !== "" && !isFurnitureLine(line));
}

function timeWithin(tree: Tree, node: Node): string | undefined {
  for (let i = node.index; i < node.end; i++) {
    const child = tree.nodes[i]!;
    if (child.tag !== "time") continue;
    const date = dateOf(child.attributes.datetime) ?? dateOf(textOf(tree, child));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The entry's own id, or the first one within it or right around it. */
function idWithin(tree: Tree, node: Node): string | undefined {
  for (let i = node.index; i < Math.min(node.end, node.index + 6); i++) {
    const { id } = tree.nodes[i]!.attributes;
    if (id) return id;
  }
  return undefined;
}

function fragmentOf(url: string | undefined): string | undefined {
  const at = url?.indexOf("#") ?? -1;
  return at < 0 ? undefined : url!.slice(at + 1) || undefined;
}

const dateOf = (value: string | undefined) => (value === undefined ? undefined : isoDate(value));
