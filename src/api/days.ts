/** A situation's key days. */
import type { RouteHandler } from "@hono/zod-openapi";
import { situationRecord } from "../pipeline.ts";
import { whenOf } from "../view/instant.ts";
import { situationDays } from "../view/situation-days.ts";
import type { ApiDeps } from "./deps.ts";
import { LastFew } from "./last-few.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";

/** Days remembered: of the present, and of the times that readers look back to. */
const remembered = 24;

export function keyDays({ store }: ApiDeps): RouteHandler<typeof routes.keyDays> {
  const known = new LastFew<ReturnType<typeof situationDays>>(remembered);
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { days, sentences, asOf, knownAt } = c.req.valid("query");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const when = whenOf({ asOf, knownAt });
    const key = JSON.stringify([situation, when, days, sentences, await store.version(situation)]);
    const found = await known.of(key, async () => {
      const { record, reports, readings } = await situationRecord(store, situation, when);
      return situationDays(record, reports, readings, { days, sentences });
    });
    return c.json({ days: found }, 200);
  };
}
