/** Full-text search over the archived reports. The words are data: the store works out what they ask for and binds it. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { SearchFilter } from "../store/store.ts";
import { whenOf } from "../view/instant.ts";
import { reportJson } from "../view/json.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { told } from "./reports.ts";
import type { routes } from "./routes.ts";
import type { SearchAsked } from "./schema/search.ts";

export function search({ store }: ApiDeps): RouteHandler<typeof routes.search> {
  return async (c) => {
    const asked = c.req.valid("query");
    const { q, order, limit, offset } = asked;
    const filter = filterOf(asked);
    const [found, { total, isMore, ...facets }] = await Promise.all([
      store.search(q, { ...filter, order, limit, offset }),
      store.facets(q, filter),
    ]);
    const hits = await Promise.all(
      found.map(async ({ report, snippet, matches }) => {
        const [reading, situations] = await Promise.all([
          store.reading(report.id),
          store.situationsOf(report.id),
        ]);
        const excerpt = report.text.slice(snippet.start, snippet.end);
        return {
          report: told(reportJson(report, reading?.unread), wordsOf(c)),
          situations,
          excerpt,
          start: snippet.start,
          matches,
        };
      }),
    );
    return c.json({ query: q, total, isMore, hits, facets }, 200);
  };
}

function filterOf({
  situation,
  publisher,
  language,
  from,
  to,
  asOf,
  knownAt,
  kind,
  status,
}: SearchAsked): SearchFilter {
  return {
    ...(situation === undefined ? {} : { situation }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...whenOf({ asOf, knownAt }),
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { read: status === "read" }),
  };
}
