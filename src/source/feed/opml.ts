/** Lists of feeds as other readers exchange them: OPML 2.0, in and out. */
import { Problem } from "../../model/problem.ts";
import { characters } from "./characters.ts";
import { counted } from "./draft.ts";
import { addressOf } from "./link.ts";
import { attributeOf, plain } from "./text.ts";
import { type Element, readXml, type Shape } from "./xml.ts";

export interface Outline {
  /** The feed's address, http(s). */
  readonly url: string;
  readonly title?: string;
  readonly homepage?: string;
}

/** Outlines nest as folders do; each is handed over as it opens. */
const shape: Shape = {
  containers: new Set(["opml", "body", "outline"]),
  branches: new Set(),
  items: new Map(),
};

const maxOutlines = 20_000;

/** Feeds in document order, each once, folders flattened. Throws Problem for what is no OPML. */
export function fromOpml(bytes: Uint8Array, where: string): { outlines: Outline[]; warnings: string[] } {
  const { text, warnings: broken } = characters(bytes, undefined);
  const outlines = new Map<string, Outline>();
  let root: string | undefined;
  let without = 0;
  const reading = readXml(text, shape, {
    container(element) {
      root ??= element.name;
      const written = attribute(text, element, "xmlUrl", "xmlurl", "xmlURL", "url");
      if (element.name !== "outline" || written === undefined) return true;
      const url = addressOf(written);
      if (url === undefined) without++;
      else if (!outlines.has(url)) outlines.set(url, outlineOf(text, element, url));
      return outlines.size < maxOutlines;
    },
    piece: () => true,
    stranger(name) {
      root ??= name;
      return false;
    },
  });
  if (root !== "opml") {
    throw new Problem(
      "source",
      "no-opml",
      where,
      `${where} is no OPML: export the list of feeds as OPML first`,
    );
  }
  const warnings = [...broken];
  if (without > 0) warnings.push(`${where}: ${counted(without, "outline")} without an http address left out`);
  if (outlines.size >= maxOutlines) warnings.push(`${where}: only the first ${maxOutlines} feeds were read`);
  else if (!reading.whole) warnings.push(`${where} breaks off: ${counted(outlines.size, "feed")} read`);
  return { outlines: [...outlines.values()], warnings };
}

function outlineOf(text: string, element: Element, url: string): Outline {
  const title = plain(attribute(text, element, "title", "text") ?? "", 500);
  const homepage = addressOf(attribute(text, element, "htmlUrl", "htmlurl", "htmlURL"));
  return {
    url,
    ...(title === "" ? {} : { title }),
    ...(homepage === undefined ? {} : { homepage }),
  };
}

function attribute(text: string, element: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = attributeOf(text, element, name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}

export interface Followed {
  readonly address: string;
  readonly title?: string;
  readonly homepage?: string;
}

/** What is followed, as other feed readers take it. */
export function toOpml(sources: readonly Followed[], title: string): string {
  const lines = sources.map(({ address, title, homepage }) => {
    const name = quoted(title ?? address);
    const site = homepage === undefined ? "" : ` htmlUrl="${quoted(homepage)}"`;
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${quoted(address)}"${site}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${quoted(title)}</title>
  </head>
  <body>
${lines.join("\n")}
  </body>
</opml>
`;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Characters that XML 1.0 has no place for are dropped, lone surrogates too. */
function quoted(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"]/g, (mark) => references[mark]!)
  );
}
