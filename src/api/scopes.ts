/** What situations are about. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { Scope } from "../model/scope.ts";
import {
  membershipOf,
  previewScope as preview,
  scopeNames,
  scopeSuggestions,
  setScope as set,
  scopeValues as values,
} from "../pipeline.ts";
import type { ApiDeps } from "./deps.ts";
import { missing } from "./problems.ts";
import type { scopeRoutes } from "./routes/scopes.ts";
import type { StandingAnswer } from "./schema/scopes.ts";

export function scope({ store }: ApiDeps): RouteHandler<typeof scopeRoutes.scope> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const sets = await store.scopesOf(situation);
    const last = sets.at(-1);
    const history = sets.toReversed().map(({ situation: _, ...set }) => set);
    const names = await scopeNames(
      store,
      sets.map(({ scope }) => scope),
    );
    if (last === undefined) return c.json({ history, names, suggestions: [] }, 200);
    const { situation: _, ...now } = last;
    const suggestions = await scopeSuggestions(store, now.scope);
    return c.json({ ...now, history, names, suggestions }, 200);
  };
}

export function setScope({ store, now }: ApiDeps): RouteHandler<typeof scopeRoutes.setScope> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { scope, by, reason } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const made = await set(store, {
      situation,
      scope: plain(scope),
      at: now(),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    });
    const { in: put, out, selected, byStory } = made;
    return c.json({ scope: made.set.scope, at: made.set.at, selected, byStory, put, out }, 201);
  };
}

export function previewScope({ store }: ApiDeps): RouteHandler<typeof scopeRoutes.previewScope> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const scope = plain(c.req.valid("json").scope);
    const names = await scopeNames(store, [scope]);
    return c.json({ ...(await preview(store, situation, scope)), names }, 200);
  };
}

export function scopeValues({ store }: ApiDeps): RouteHandler<typeof scopeRoutes.scopeValues> {
  return async (c) => {
    const { part, q: typed, limit } = c.req.valid("query");
    return c.json({ values: await values(store, { part, typed, limit }) }, 200);
  };
}

export function standing({ store }: ApiDeps): RouteHandler<typeof scopeRoutes.standing> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const reading = await store.reading(id);
    const situations: StandingAnswer["situations"][number][] = [];
    const others: StandingAnswer["others"][number][] = [];
    for (const { id: situation, title } of await store.situations()) {
      const found = await membershipOf(store, situation, report, reading);
      if (found === undefined) {
        others.push({ situation, title });
        continue;
      }
      const { because } = found;
      const like = because.kind === "story" ? await store.report(because.like) : undefined;
      const called = like?.title ?? like?.publisher;
      situations.push({ situation, title, ...found, ...(called === undefined ? {} : { like: called }) });
    }
    return c.json({ situations, others }, 200);
  };
}

/** Parts that are not given are absent, not undefined, as in the store. */
function plain(given: object): Scope {
  return JSON.parse(JSON.stringify(given));
}
