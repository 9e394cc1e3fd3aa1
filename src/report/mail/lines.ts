/** The lines of a mail's text as they are shown, of which header blocks and signatures are made. */
import { isHidden } from "../furniture.ts";
import { inline, silent } from "../lexicon/tags.ts";
import { collapse, treeOf } from "../tree.ts";

/** Of HTML: what a browser would break into lines. */
export function htmlLines(html: string): string[] {
  const { nodes } = treeOf(html);
  const lines: string[] = [];
  const ends: number[] = [];
  let parts: string[] = [];
  const flush = () => {
    const line = collapse(parts.join(""));
    parts = [];
    if (line !== "") lines.push(line);
  };
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    while (ends.length > 0 && ends.at(-1)! <= i) {
      flush();
      ends.pop();
    }
    if (node.tag === "#text") parts.push(node.text);
    else if (silent.has(node.tag) || isHidden(node)) i = node.end - 1;
    else if (node.tag === "br") flush();
    else if (!inline.has(node.tag)) {
      flush();
      ends.push(node.end);
    }
  }
  flush();
  return lines;
}

/** Of plain text: without addresses of links and pictures that stand beside their words. */
export function textLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) =>
    line.includes("http") || line.includes("[")
      ? line
          .replace(/\s?[<([]\s?https?:\/\/[^\s<>()[\]]{1,2000}\s?[>)\]]/gi, "")
          .replace(/\[(?:image|cid|bild)\s?:[^\]]{0,300}\]/gi, "")
          .replace(/^\s*https?:\/\/\S+\s*$/i, "")
      : line,
  );
}

/** Without what was quoted from another message and without a signature ("-- "). */
export function ownLines(lines: readonly string[]): string[] {
  const written = lines.filter((line) => line.trim() !== "");
  const quoted = written.filter((line) => line.startsWith(">")).length;
  // A message passed on by quoting all of it.
  if (quoted > 0.8 * written.length) return lines.map((line) => line.replace(/^[> ]{1,20}/, ""));
  const own = lines.filter((line, i) => !line.startsWith(">") && !introducesQuote(line, lines[i + 1] ?? ""));
  const signature = own.findLastIndex((line) => line === "-- " || line === "--");
  return signature > 0 && signature > own.length - 25 ? own.slice(0, signature) : own;
}

/** "On Mon, 3 Mar 2031, Ana Ruiz wrote:". */
const introducesQuote = (line: string, next: string) =>
  next.startsWith(">") && line.length < 200 && /:\s*$/.test(line) && /\d/.test(line);
