/** Running heads and feet: what stands at the same height of several pages, numbers apart, and the pages' numbers. */
import { type Row, textOf } from "./lines.ts";

/** Rows from the top and from the bottom that may be a running head or foot. */
const reach = 3;

/** The pages without them; rows from top to bottom. */
export function withoutMargins(pages: readonly (readonly Row[])[]): Row[][] {
  const edges = pages.map((rows) => {
    const keys = new Map<Row, { key: string; isNumber: boolean }>();
    for (const row of [...rows.slice(0, reach), ...rows.slice(-reach)]) {
      const text = textOf(row);
      keys.set(row, { key: keyOf(row, text), isNumber: isPageNumber(text) });
    }
    return keys;
  });
  const counts = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set([...edge.values()].map((one) => one.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Left and right pages may differ, and so may chapters.
  const enough = Math.max(2, Math.ceil(pages.length / 4));
  return pages.map((rows, page) =>
    rows.filter((row) => {
      const edge = edges[page]!.get(row);
      return edge === undefined || (!edge.isNumber && counts.get(edge.key)! < enough);
    }),
  );
}

/** Height in steps that bear some points of difference, and the words with all numbers as one. */
const keyOf = (row: Row, text: string) =>
  `${Math.round(row[0]!.y / 6)} ${text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ")}`;

/** "7", "- 7 -", "Page 7 of 12", "7/12", "vii". */
function isPageNumber(text: string): boolean {
  return /^(?:(?:page|seite|página|pagina|p\.|s\.)\s?)?[-–—|\s]{0,3}(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|von|de|di|van|\/)\s?\d{1,4})?[-–—|\s]{0,3}$/i.test(
    text,
  );
}
