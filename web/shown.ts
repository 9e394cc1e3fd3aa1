/** The entries of a situation that a page has fetched, by whichever address it did. */
import type { QueryClient } from "@tanstack/react-query";
import type { Entry } from "../src/api/schema/entry.ts";

export type ShownEntry = Pick<Entry, "id" | "line" | "kind" | "origins" | "reports" | "status">;

/** Of those on screen, each once. */
export function shownEntries(queries: QueryClient, situation: string): Map<string, ShownEntry> {
  const address = `/api/situations/${encodeURIComponent(situation)}/`;
  const shown = new Map<string, ShownEntry>();
  for (const query of queries.getQueryCache().findAll({ type: "active" })) {
    if (!String(query.queryKey[0]).startsWith(address)) continue;
    const { entries } = (query.state.data ?? {}) as { entries?: unknown };
    if (!Array.isArray(entries)) continue;
    for (const entry of entries as readonly ShownEntry[])
      if (typeof entry.line === "string") shown.set(entry.id, entry);
  }
  return shown;
}
