/** Which elements of a page are furniture by their name, tag or role, and which are not shown at all. */

import { ownCopy } from "../own-copy.ts";
import { bodyNames, furnitureNames, hiddenNames, standfirstNames } from "./lexicon/class-words.ts";
import { remembered } from "./remembered.ts";
import type { Node } from "./tree.ts";

export type Furniture = keyof typeof furnitureNames | "form" | "figure";

/** How an element is meant, as far as its tag and names say. */
export interface Meaning {
  readonly furniture?: string;
  readonly isBody?: boolean;
  readonly isStandfirst?: boolean;
}

const byTag: Readonly<Record<string, string>> = {
  nav: "navigation",
  footer: "footer",
  aside: "side",
  form: "form",
  figure: "caption",
  figcaption: "caption",
  button: "form",
  label: "form",
  menu: "navigation",
  address: "byline",
};
const byRole: Readonly<Record<string, string>> = {
  navigation: "navigation",
  contentinfo: "footer",
  complementary: "side",
  banner: "navigation",
  search: "form",
  dialog: "consent",
  alertdialog: "consent",
  menu: "navigation",
  toolbar: "navigation",
};

/** By schema.org type: a box about a person, a picture's data, a comment within an article. */
const byType: Readonly<Record<string, string>> = {
  person: "byline",
  imageobject: "caption",
  videoobject: "caption",
  comment: "comments",
  usercomments: "comments",
  wpadblock: "advertising",
  wpsidebar: "side",
  wpfooter: "footer",
  sitenavigationelement: "navigation",
};

const furnitureOf = new Map<string, string>();
for (const [kind, names] of Object.entries(furnitureNames))
  for (const name of names) furnitureOf.set(name, kind);

/** Elements that frame a whole page or article are named after all that they hold ("author-jane", "comments-open"). */
const framing = new Set(["html", "body", "main", "article"]);
const framed = new Set(["related", "promotion", "advertising", "comments"]);

/** Elements of one tag and class mean the same: on a page most are like another one before. */
const meaningsOf = remembered(() => new Map<string, Meaning>());

export function meaningOf(node: Node): Meaning {
  const { attributes, tag } = node;
  for (const name of telling) if (attributes[name] !== undefined) return meant(node);
  const byTags = meaningsOf(attributes.class ?? "");
  const seen = byTags.get(tag);
  if (seen !== undefined) return seen;
  const meaning = meant(node);
  byTags.set(ownCopy(tag), meaning);
  return meaning;
}

function meant(node: Node): Meaning {
  const { attributes, tag } = node;
  const body = attributes.itemprop !== undefined && /\barticlebody\b/i.test(attributes.itemprop);
  const tagged = byTag[tag] ?? byRole[attributes.role ?? ""] ?? typed(attributes.itemtype);
  const names = nameWords(attributes);
  let furniture = tagged;
  let isBody = body;
  let isStandfirst = false;
  for (const name of names) {
    if (bodyNames.has(name)) isBody = !framing.has(tag) || tag === "article";
    else if (standfirstNames.has(name)) isStandfirst = true;
    furniture ??=
      framing.has(tag) && !framed.has(furnitureOf.get(name) ?? "") ? undefined : furnitureOf.get(name);
  }
  return { ...(furniture === undefined ? {} : { furniture }), isBody, isStandfirst };
}

function typed(itemtype: string | undefined): string | undefined {
  return itemtype === undefined ? undefined : byType[itemtype.trim().toLowerCase().replace(/^.*\//, "")];
}

/** Not shown: by attribute, by inline style, or by a class name that style sheets hide. */
export function isHidden(node: Node): boolean {
  const { attributes } = node;
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true;
  // A dialog over the page is not part of it, however much it says.
  if (attributes["aria-hidden"] === "true" || attributes["aria-modal"] === "true") return true;
  const style = attributes.style;
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return attributes.class !== undefined && hides(attributes.class.slice(0, longestNames));
}

const hides = remembered((value) => {
  const names = value.toLowerCase().split(/\s+/, mostNames);
  // "hidden md:block" and "d-none d-md-block" hide on small screens only.
  if (names.some((name) => /^(?:[a-z]{2,3}:|d-[a-z]{2,3}-)(?:block|flex|grid|inline)/.test(name)))
    return false;
  return names.some((name) => hiddenNames.has(name.replace(/[-_]+/g, " ").trim()));
});

const naming = [
  "class",
  "id",
  "data-testid",
  "data-component",
  "data-qa",
  "data-name",
  "data-module",
  "data-type",
];
/** Attributes beside the class that say how an element is meant. */
const telling: readonly string[] = [...naming.slice(1), "role", "itemprop", "itemtype"];

/** Characters of an attribute that are looked at, and names in it. */
const longestNames = 500;
const mostNames = 40;

/** Single words of class, id and test names, and pairs that follow each other within one name. */
export function nameWords(attributes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const words: string[] = [];
  for (const key of naming) {
    const value = attributes[key];
    if (value === undefined) continue;
    for (const name of value.slice(0, longestNames).split(/\s+/, mostNames)) words.push(...wordsOf(name));
  }
  return words;
}

const wordsOf = remembered((name): readonly string[] => {
  const parts = name
    .slice(0, 120)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "");
  const words = [...parts];
  for (let i = 0; i + 1 < parts.length; i++) words.push(`${parts[i]} ${parts[i + 1]}`);
  return words;
});
