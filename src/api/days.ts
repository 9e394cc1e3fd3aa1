/** A situation's key days. */
import type { RouteHandler } from "@hono/zod-openapi";
import { situationRecord } from "../pipeline.ts";
import { situationDays } from "../view/situation-days.ts";
import type { ApiDeps } from "./deps.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";

export function keyDays({ store }: ApiDeps): RouteHandler<typeof routes.keyDays> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { days, sentences, asOf, knownAt } = c.req.valid("query");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const when = {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
    };
    const { record, reports, readings } = await situationRecord(store, situation, when);
    return c.json({ days: situationDays(record, reports, readings, { days, sentences }) }, 200);
  };
}
