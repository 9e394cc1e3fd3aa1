/** What changed since a reader last looked, and that a reader has looked. */
import type { RouteHandler } from "@hono/zod-openapi";
import { looksAt } from "../pipeline.ts";
import { endOf, seenBy } from "../view/looks.ts";
import { newsKinds, newsSince } from "../view/since.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { sinceRoutes } from "./routes-since.ts";

export function since({ store }: ApiDeps): RouteHandler<typeof sinceRoutes.since> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { reader, knownAt, limit } = c.req.valid("query");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const seenAt = (await store.mark(situation, reader))?.seenAt;
    const when = {
      ...(seenAt === undefined ? {} : { seenAt }),
      ...(knownAt === undefined ? {} : { knownAt }),
    };
    const looks = await looksAt(store, situation, when);
    const { news, passing } = newsSince({ ...looks, ...when, words: wordsOf(c) });
    const texts = new Map(looks.reports.map(({ id, text }) => [id, text]));
    const upTo = seenBy(looks, knownAt);
    const byKind = newsKinds.map((kind) => ({ kind, all: news.filter((one) => one.kind === kind) }));
    return c.json(
      {
        situation,
        reader,
        ...(seenAt === undefined ? {} : { seenAt }),
        ...(upTo === undefined ? {} : { upTo }),
        counts: Object.fromEntries(
          byKind.filter(({ all }) => all.length > 0).map(({ kind, all }) => [kind, all.length]),
        ),
        passing,
        news: byKind
          .flatMap(({ all }) => all.slice(0, limit))
          .map((one) => ({
            ...one,
            evidence: one.evidence.map((place) => ({
              ...place,
              quote: texts.get(place.report)?.slice(place.start, place.end) ?? "",
            })),
          })),
      },
      200,
    );
  };
}

export function seen({ store, now }: ApiDeps): RouteHandler<typeof sinceRoutes.seen> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { reader, seenAt } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const known =
      seenAt === undefined
        ? seenBy({
            reports: await store.reports({ situation }),
            corrections: await store.corrections(situation),
          })
        : endOf(seenAt);
    const mark = { situation, reader, seenAt: known === undefined ? now() : endOf(known) };
    await store.addMark(mark);
    return c.json(mark, 201);
  };
}
