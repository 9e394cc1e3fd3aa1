/** What the API says of itself. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { ApiDeps } from "./deps.ts";
import type { routes } from "./routes.ts";

export function index({ version }: ApiDeps): RouteHandler<typeof routes.index> {
  return (c) =>
    c.json(
      {
        name: "Sitrep",
        version,
        links: {
          situations: "/api/situations",
          situation: "/api/situations/{situation}",
          record: "/api/situations/{situation}/record",
          sources: "/api/sources",
          search: "/api/search?q={words}",
          health: "/api/health",
          openapi: "/api/openapi.json",
        },
      },
      200,
    );
}

export function health({ store, version }: ApiDeps): RouteHandler<typeof routes.health> {
  return async (c) => {
    const { situations, reports } = await store.counts();
    return c.json({ status: "ok" as const, version, situations, reports }, 200);
  };
}

export function openApi({ version }: ApiDeps) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Sitrep",
      version,
      description:
        "A sourced record of a moving situation. Offsets are UTF-16 code units into a report's text; a quote equals that slice. Absent means unknown.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
  };
}
