/** What changed since a reader last looked, and that a reader has looked. */
import type { RouteHandler } from "@hono/zod-openapi";
import { looksAt } from "../pipeline.ts";
import { whenOf } from "../view/instant.ts";
import { endOf, seenBy } from "../view/looks.ts";
import { newsKinds, newsSince } from "../view/since.ts";
import type { Words } from "../view/words/words.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { LastFew } from "./last-few.ts";
import { missing } from "./problems.ts";
import type { sinceRoutes } from "./routes/since.ts";

/** Answers remembered: readers who look for the first time are all told the same. */
const remembered = 8;

export function since({ store }: ApiDeps): RouteHandler<typeof sinceRoutes.since> {
  const answers = new LastFew<Awaited<ReturnType<typeof changesSince>>>(remembered);
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { reader, asOf, knownAt, limit } = c.req.valid("query");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const seenAt = (await store.mark(situation, reader))?.seenAt;
    const words = wordsOf(c);
    const key = JSON.stringify([
      situation,
      seenAt,
      asOf,
      knownAt,
      words.language,
      await store.version(situation),
    ]);
    const { byKind, ...rest } = await answers.of(key, () =>
      changesSince(store, situation, { seenAt, asOf, knownAt }, words),
    );
    return c.json(
      {
        situation,
        reader,
        ...(seenAt === undefined ? {} : { seenAt }),
        ...rest,
        news: byKind.flatMap(({ all }) => all.slice(0, limit)),
      },
      200,
    );
  };
}

async function changesSince(
  store: ApiDeps["store"],
  situation: string,
  { seenAt, asOf, knownAt }: Readonly<Record<"seenAt" | "asOf" | "knownAt", string | undefined>>,
  words: Words,
) {
  const when = {
    ...(seenAt === undefined ? {} : { seenAt }),
    ...whenOf({ asOf, knownAt }),
  };
  const looks = await looksAt(store, situation, when);
  const { news, passing } = newsSince({ ...looks, ...when, words });
  const texts = new Map(looks.reports.map(({ id, text }) => [id, text]));
  // What was published after the day asked for has not been seen by who looks at that day.
  const upTo = asOf === undefined ? seenBy(looks, knownAt) : undefined;
  const quoted = news.map((one) => ({
    ...one,
    evidence: one.evidence.map((place) => ({
      ...place,
      quote: texts.get(place.report)?.slice(place.start, place.end) ?? "",
    })),
  }));
  const byKind = newsKinds.map((kind) => ({ kind, all: quoted.filter((one) => one.kind === kind) }));
  return {
    ...(upTo === undefined ? {} : { upTo }),
    counts: Object.fromEntries(
      byKind.filter(({ all }) => all.length > 0).map(({ kind, all }) => [kind, all.length]),
    ),
    passing,
    byKind,
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
