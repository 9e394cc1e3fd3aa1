/** Full-text search over the archived reports. The words are data: the store binds them. */
import type { RouteHandler } from "@hono/zod-openapi";
import { reportJson } from "../view/json.ts";
import type { ApiDeps } from "./deps.ts";
import type { routes } from "./routes.ts";

export function search({ store }: ApiDeps): RouteHandler<typeof routes.search> {
  return async (c) => {
    const { q, situation, limit } = c.req.valid("query");
    const found = await store.search(q, { limit, ...(situation === undefined ? {} : { situation }) });
    const hits = await Promise.all(
      found.map(async ({ report, snippet, matches }) => {
        const [reading, situations] = await Promise.all([
          store.reading(report.id),
          store.situationsOf(report.id),
        ]);
        const excerpt = report.text.slice(snippet.start, snippet.end);
        return {
          report: reportJson(report, reading?.unread),
          situations,
          excerpt,
          start: snippet.start,
          matches,
        };
      }),
    );
    return c.json({ query: q, hits }, 200);
  };
}
