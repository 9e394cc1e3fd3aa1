/** Events and figures of a situation by the places that they are told of. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { ApiDeps } from "./deps.ts";
import { keptAnswer } from "./kept.ts";
import type { routes } from "./routes.ts";
import { viewOf } from "./situations.ts";

export function map(deps: ApiDeps): RouteHandler<typeof routes.map> {
  return async (c) => {
    const view = await viewOf(deps, c, c.req.valid("param").situation, c.req.valid("query"));
    return (await keptAnswer(c, view, "map", view.map)) as never;
  };
}
