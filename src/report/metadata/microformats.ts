/**
 * What a page's class names say by the microformats hAtom, hNews, hCard and their successors h-entry and h-card
 * (microformats.org): of the one entry that the article's text stands in.
 */
import { type Node, type Tree, textOf } from "../tree.ts";
import type { Claim, Field } from "./claim.ts";

const roots: ReadonlySet<string> = new Set(["hentry", "h-entry", "hnews"]);
/** Entries and cards within the entry are of somebody else: replies, quoted posts. */
const others: ReadonlySet<string> = new Set([...roots, "h-cite", "hreview", "h-review", "comment", "h-feed"]);

const properties: Readonly<Record<string, Field>> = {
  "entry-title": "title",
  "p-name": "title",
  author: "byline",
  "p-author": "byline",
  published: "published",
  "dt-published": "published",
  updated: "modified",
  "dt-updated": "modified",
  "source-org": "credit",
  "p-source-org": "credit",
  "entry-summary": "description",
  "p-summary": "description",
};

/** `at` is a node of the article's text. */
export function microformatClaims(tree: Tree, at: number): Claim[] {
  const root = rootAround(tree, at);
  if (root === undefined) return [];
  const claims: Claim[] = [];
  for (let i = root.index + 1; i < root.end && claims.length < 40; i++) {
    const node = tree.nodes[i]!;
    if (node.attributes.class === undefined) continue;
    const names = classesOf(node);
    if (names.some((name) => others.has(name))) {
      i = node.end - 1;
      continue;
    }
    for (const name of names) {
      const field = properties[name];
      if (field === undefined) continue;
      // "author" and "published" are words that any designer uses: a card and a stated time are the format's.
      if (name === "author" && !names.some((one) => one === "vcard" || one === "hcard")) continue;
      const value = statedIn(tree, node, field);
      if (value !== undefined) claims.push({ field, value, from: "microformat" });
    }
  }
  return claims;
}

function rootAround(tree: Tree, at: number): Node | undefined {
  for (let node = tree.nodes[at]; node !== undefined && node.parent >= 0; node = tree.nodes[node.parent])
    if (node.attributes.class !== undefined && classesOf(node).some((name) => roots.has(name))) return node;
  return undefined;
}

function statedIn(tree: Tree, node: Node, field: Field): string | undefined {
  const { datetime, title, content } = node.attributes;
  if (field === "published" || field === "modified")
    return (
      datetime ??
      (node.tag === "abbr" ? title : undefined) ??
      valueTitle(tree, node) ??
      (textOf(tree, node).slice(0, 100) || undefined)
    );
  const named =
    field === "byline" || field === "credit" ? within(tree, node, ["fn", "p-name", "org"]) : undefined;
  return (named ?? content ?? textOf(tree, node).slice(0, 300)) || undefined;
}

/** `<span class="value-title" title="2031-03-02T12:00Z">`: the value-class pattern. */
function valueTitle(tree: Tree, node: Node): string | undefined {
  for (let i = node.index + 1; i < Math.min(node.end, node.index + 20); i++) {
    const child = tree.nodes[i]!;
    if (child.attributes.class !== undefined && classesOf(child).includes("value-title"))
      return child.attributes.title;
    if (child.tag === "time" && child.attributes.datetime) return child.attributes.datetime;
  }
  return undefined;
}

function within(tree: Tree, node: Node, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (let i = node.index; i < Math.min(node.end, node.index + 60); i++) {
      const child = tree.nodes[i]!;
      if (child.attributes.class !== undefined && classesOf(child).includes(name))
        return textOf(tree, child) || undefined;
    }
  }
  return undefined;
}

const classesOf = (node: Node) => node.attributes.class!.slice(0, 500).toLowerCase().split(/\s+/, 40);
