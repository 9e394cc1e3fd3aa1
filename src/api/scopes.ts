/** What situations are about. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { Scope } from "../model/scope.ts";
import { scopeSuggestions, setScope as set } from "../pipeline.ts";
import type { ApiDeps } from "./deps.ts";
import { missing } from "./problems.ts";
import type { scopeRoutes } from "./routes-scopes.ts";

export function scope({ store }: ApiDeps): RouteHandler<typeof scopeRoutes.scope> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const known = await store.scope(situation);
    if (known === undefined) return c.json({ suggestions: [] }, 200);
    const { scope, at, by } = known;
    const suggestions = await scopeSuggestions(store, scope);
    return c.json({ scope, at, ...(by === undefined ? {} : { by }), suggestions }, 200);
  };
}

export function setScope({ store, now }: ApiDeps): RouteHandler<typeof scopeRoutes.setScope> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { scope: given, by } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    // Parts that are not given are absent, not undefined, as in the store.
    const scope: Scope = JSON.parse(JSON.stringify(given));
    const put = await set(store, { situation, scope, at: now(), ...(by === undefined ? {} : { by }) });
    return c.json({ scope, put }, 201);
  };
}
