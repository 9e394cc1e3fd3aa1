/**
 * The links of a page with their place in it: what they say, which elements hold them, what stands beside them.
 * One pass of htmlparser2's tokenizer with a bounded stack; no tree is built.
 */
import { Tokenizer } from "htmlparser2";
import { addressOf } from "./link.ts";
import { furniture, type Zone } from "./section-words.ts";
import { plain, tidy } from "./text.ts";

export interface Anchor {
  /** Absolute, http(s). */
  readonly url: string;
  /** All its words. */
  readonly text: string;
  /** Of a heading within it, or all its words where it stands within a heading. */
  readonly heading: string;
  readonly rel: string;
  readonly zone: Zone | undefined;
  /** Shape of the elements that hold it, for telling repeated blocks. */
  readonly block: string;
  /** A time in a block that holds this link only. */
  readonly time: string | undefined;
  /** A time stands beside it. */
  readonly dated: boolean;
}

/** A `<link>` of the head, or an `<a>` that has a type or is called a feed. */
export interface LinkTag {
  readonly url: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}

export interface PageLinks {
  readonly anchors: readonly Anchor[];
  readonly tags: readonly LinkTag[];
  readonly title: string | undefined;
  readonly language: string | undefined;
}

/** An element that is open. */
interface Open {
  readonly tag: string;
  readonly shape: string;
  readonly zone: Zone | undefined;
  readonly heading: boolean;
  /** Times within, and how many links: the first, and whether there are others. */
  time: string | undefined;
  times: number;
  link: string | undefined;
  links: boolean;
}

const maxDepth = 256;
const maxAnchors = 20_000;
const maxText = 2000;
/** How far up a block may reach that a link and a time share. */
const reach = 6;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const voids = words("area base br col embed hr img input link meta param source track wbr");
const inline = words("a abbr b bdi bdo cite code em font i mark picture q small span strong sub sup u wbr");
const headings = words("h1 h2 h3 h4 h5 h6");
const unread = words("script style template noscript svg title textarea");
/** Closed by the next of their kind. */
const implied = words("li p dt dd td th tr option");

export function pageLinks(html: string, address: string): PageLinks {
  const stack: Open[] = [];
  const anchors: { anchor: Omit<Anchor, "time" | "dated">; around: readonly Open[] }[] = [];
  const tags: LinkTag[] = [];
  let base = addressOf(address);
  let language: string | undefined;
  let title = "";
  let tag = "";
  let name = "";
  let attributes = new Map<string, string>();
  /** The link that is open. */
  let link:
    | { url: string; rel: string; label: string; alt: string; depth: number; around: Open[] }
    | undefined;
  let text: string[] = [];
  let heading: string[] = [];
  let length = 0;

  const attribute = (name: string) => attributes.get(name) ?? "";
  const top = () => stack[stack.length - 1];

  const endLink = () => {
    if (link === undefined) return;
    const { url, rel, label, alt, around } = link;
    link = undefined;
    if (anchors.length >= maxAnchors) return;
    const said = tidy(text.join(""));
    const inHeading = around.slice(0, reach).some((open) => open.heading);
    anchors.push({
      anchor: {
        url,
        text: said === "" ? tidy(label || alt) : said,
        heading: tidy(heading.join("")) || (inHeading ? said : ""),
        rel,
        zone: around[0]?.zone,
        block: around
          .filter((open) => !inline.has(open.tag))
          .slice(0, 3)
          .map((open) => open.shape)
          .join("<"),
      },
      around: around.slice(0, reach),
    });
  };

  const pop = () => {
    stack.pop();
    if (link !== undefined && stack.length < link.depth) endLink();
  };

  const openTag = () => {
    if (tag === "") return;
    if (tag === "a") endLink();
    else if (implied.has(tag) && top()?.tag === tag) pop();
    switch (tag) {
      case "html":
        language ??= attribute("lang") || undefined;
        break;
      case "base":
        base = addressOf(attribute("href"), base) ?? base;
        break;
      case "link":
        headLink();
        break;
      case "time":
        timeTag();
        break;
      case "img":
        if (link !== undefined && link.alt === "") link.alt = attribute("alt");
        break;
      case "br":
        if (link !== undefined) text.push(" ");
        break;
    }
    if (voids.has(tag)) return;
    if (link !== undefined && !inline.has(tag)) {
      text.push(" ");
      heading.push(" ");
    }
    if (stack.length < maxDepth) push();
    if (tag === "a") startLink();
  };

  const push = () => {
    const parent = top();
    const named = `${attribute("class")} ${attribute("id")}`;
    stack.push({
      tag,
      shape: `${tag}.${firstName(attribute("class"))}`,
      zone: furniture(tag, named, attribute("role"), parent?.zone),
      heading: headings.has(tag),
      time: undefined,
      times: 0,
      link: undefined,
      links: false,
    });
  };

  const startLink = () => {
    const url = addressOf(attribute("href").trim(), base);
    const type = attribute("type").toLowerCase();
    if (url === undefined) return;
    if (type.includes("rss") || type.includes("atom")) tags.push({ url, rel: "alternate", type, title: "" });
    const around = stack.slice(Math.max(0, stack.length - 1 - reach * 2), -1).reverse();
    // An article's comments are on its page.
    const page = url.split(/[?#]/, 1)[0]!;
    for (const open of around.slice(0, reach)) {
      open.links ||= open.link !== undefined && open.link !== page;
      open.link ??= page;
    }
    const label = attribute("aria-label") || attribute("title");
    link = { url, rel: attribute("rel").toLowerCase(), label, alt: "", depth: stack.length, around };
    text = [];
    heading = [];
    length = 0;
  };

  const headLink = () => {
    const url = addressOf(attribute("href").trim(), base);
    if (url === undefined || tags.length >= 1000) return;
    tags.push({
      url,
      rel: attribute("rel").toLowerCase(),
      type: attribute("type").toLowerCase().split(";", 1)[0]!.trim(),
      title: plain(attribute("title"), 300),
    });
  };

  const timeTag = () => {
    for (const open of stack.slice(-reach)) {
      open.times++;
      open.time ??= attribute("datetime") || undefined;
    }
  };

  const addText = (piece: string) => {
    const current = top();
    if (current?.tag === "title" && stack.length <= 4 && title.length < maxText) title += piece;
    if (link === undefined || length > maxText || (current !== undefined && unread.has(current.tag))) return;
    length += piece.length;
    text.push(piece);
    for (let i = stack.length - 1; i >= link.depth; i--) {
      if (stack[i]!.heading) {
        heading.push(piece);
        break;
      }
    }
  };

  const closeTag = (closing: string) => {
    if (closing === "a") {
      endLink();
    }
    for (let i = stack.length - 1; i >= Math.max(0, stack.length - 40); i--) {
      if (stack[i]!.tag !== closing) continue;
      while (stack.length > i) pop();
      break;
    }
    if (link !== undefined && !inline.has(closing)) {
      text.push(" ");
      heading.push(" ");
    }
  };

  let value = "";
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = end - start > 40 ? "" : html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        name = end - start > 40 ? "" : html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        if (value.length < 10_000) value += html.slice(start, Math.min(end, start + 10_000));
      },
      onattribentity(code) {
        if (value.length < 10_000) value += String.fromCodePoint(code);
      },
      onattribend() {
        if (name !== "" && attributes.size < 40 && !attributes.has(name)) attributes.set(name, value);
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onclosetag: (start, end) => closeTag(html.slice(start, Math.min(end, start + 40)).toLowerCase()),
      ontext: (start, end) => addText(html.slice(start, Math.min(end, start + maxText))),
      ontextentity: (code) => addText(String.fromCodePoint(code)),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  endLink();
  return {
    anchors: anchors.map(({ anchor, around }) => {
      const own = around.filter((open) => !open.links);
      const time = own.find((open) => open.times === 1)?.time;
      return { ...anchor, time, dated: own.some((open) => open.times > 0) };
    }),
    tags,
    title: plain(title, 500) || undefined,
    language,
  };
}

/** The first name of a class list, with digits and build hashes made one ("card_x7Gh2" and "card_Qb31z" are one shape). */
function firstName(list: string): string {
  const first = list.trimStart().split(/\s/, 1)[0]!.slice(0, 40);
  return first.replace(/[-_]{1,2}[A-Za-z\d]{5,8}$/, (end) => (/\d/.test(end) ? "" : end)).replace(/\d/g, "0");
}
