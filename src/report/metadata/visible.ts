/** When a page says, to its readers, that it was published: `<time>`, date lines, its address. Less trusted than what it states in its head. */
import type { PageBlock } from "../blocks.ts";
import { dateIn, isoDate } from "../dates.ts";
import { meaningOf, nameWords } from "../furniture.ts";
import { type Node, type Tree, textOf } from "../tree.ts";
import type { Claim } from "./claim.ts";

const updated =
  /\b(?:updated|modified|last updated|aktualisiert|actualizado|mis à jour|aggiornato|bijgewerkt|atualizado|uppdaterad|opdateret|oppdatert)\b/i;

/** `from` and `to` bound the part of the page in which a date or a name belongs to the article: headline to end of body. */
export function visibleDates(
  tree: Tree,
  blocks: readonly PageBlock[],
  from: number,
  to: number,
  locale: string | undefined,
): Claim[] {
  const claims: Claim[] = [];
  const reading = locale === undefined ? {} : { locale };
  for (let i = Math.max(0, from - 400); i < to; i++) {
    const node = tree.nodes[i]!;
    if (node.tag !== "time") continue;
    const stated = node.attributes.datetime ?? node.attributes.content;
    const value =
      (stated === undefined ? undefined : isoDate(stated, reading)) ?? isoDate(textOf(tree, node), reading);
    if (value === undefined) continue;
    const around = `${nameWords(node.attributes).join(" ")} ${before(tree, node)} ${textOf(tree, node).slice(0, 60)}`;
    claims.push({ field: updated.test(around) ? "modified" : "published", value, from: "time" });
    if (claims.length > 6) break;
  }
  for (const block of blocks) {
    if (block.at < from - 400 || block.at > to || block.text.length > 200) continue;
    if (block.words > 24) continue;
    const date = dateIn(block.text, reading);
    if (date !== undefined && !isCaption(tree, block)) {
      const field = updated.test(block.text.slice(0, date.start)) ? "modified" : "published";
      claims.push({ field, value: date.value, from: "page" });
    }
  }
  return claims;
}

/** When a picture was taken is not when its page was published. */
function isCaption(tree: Tree, block: PageBlock): boolean {
  for (let node = tree.nodes[block.node]!, up = 0; up < 3 && node.parent >= 0; up++) {
    if (meaningOf(node).furniture === "caption") return true;
    node = tree.nodes[node.parent]!;
  }
  return false;
}

/** The words right before a node within its parent, where "Updated" stands. */
function before(tree: Tree, node: Node): string {
  const parent = tree.nodes[node.parent]!;
  let text = "";
  for (let i = parent.index + 1; i < node.index && i < parent.index + 40; i++)
    if (tree.nodes[i]!.tag === "#text") text += ` ${tree.nodes[i]!.text}`;
  return text.slice(-60);
}

/** A date in the address: "/2025/11/05/", "/2025/nov/05/", "-20251105". A year alone says nothing. */
export function urlDate(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const parts = /\/(20\d{2}|19\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_-])/i.exec(path);
  if (parts !== null) {
    const written = /^\d/.test(parts[2]!)
      ? `${parts[1]}-${parts[2]}-${parts[3]}`
      : `${parts[3]} ${parts[2]} ${parts[1]}`;
    return isoDate(written)?.slice(0, 10);
  }
  const compact = /[/_-](20\d{2})(\d{2})(\d{2})(?=[/._-]|$)/.exec(path);
  return compact === null ? undefined : isoDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
}
