/** What is followed: listed for everybody, changed through the service that the server was given. */
import type { RouteHandler } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import type { Store } from "../store/store.ts";
import { healthLine } from "../view/source.ts";
import type { Words } from "../view/words/words.ts";
import type { ApiDeps, Following } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";
import type { Followed, Health } from "./schema-followed.ts";

export function followed({ store, now }: ApiDeps): RouteHandler<typeof routes.followed> {
  return async (c) => {
    const { situation } = c.req.valid("query");
    const sources = await store.sources(situation === undefined ? {} : { situation });
    return c.json(
      { sources: await Promise.all(sources.map((source) => shown(store, source, now(), wordsOf(c)))) },
      200,
    );
  };
}

export function followedOne({ store, now }: ApiDeps): RouteHandler<typeof routes.followedOne> {
  return async (c) => {
    const source = await found(store, c.req.valid("param").source);
    const items = await store.items(source.id, { limit: 50 });
    return c.json(
      {
        source: await shown(store, source, now(), wordsOf(c)),
        items: items.map(({ url, title, publisher, published, seenAt }) => ({
          url,
          seenAt,
          ...(title === undefined ? {} : { title }),
          ...(publisher === undefined ? {} : { publisher }),
          ...(published === undefined ? {} : { published }),
        })),
      },
      200,
    );
  };
}

export function follow({ store, now, following }: ApiDeps): RouteHandler<typeof routes.follow> {
  return async (c) => {
    const { address, situation, kind, title, terms } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const wanted = {
      address,
      situation,
      ...(kind === undefined ? {} : { kind }),
      ...(title === undefined ? {} : { title }),
      ...(terms === undefined ? {} : { terms }),
    };
    const { source, added, found } = await told(() => serviceOf(following).add(wanted));
    const answer = {
      source: await shown(store, source, now(), wordsOf(c)),
      added,
      ...(found === undefined
        ? {}
        : {
            items: found.items,
            why: wordsOf(c).told(found.why),
            others: found.others.slice(0, 20).map(({ url, title, why }) => ({
              url,
              why: wordsOf(c).told(why),
              ...(title === undefined ? {} : { title }),
            })),
          }),
    };
    return c.json(answer, added ? 201 : 200);
  };
}

export function unfollow({ store, now, following }: ApiDeps): RouteHandler<typeof routes.unfollow> {
  return async (c) => {
    const { id } = await found(store, c.req.valid("param").source);
    await told(() => serviceOf(following).remove(id));
    return c.json(await shown(store, await found(store, id), now(), wordsOf(c)), 200);
  };
}

export function visit({ store, now, following }: ApiDeps): RouteHandler<typeof routes.visit> {
  return async (c) => {
    const source = await found(store, c.req.valid("param").source);
    await told(() => serviceOf(following).visit(source.id));
    return c.json(await shown(store, source, now(), wordsOf(c)), 200);
  };
}

async function found(store: Store, id: string): Promise<Source> {
  const source = await store.source(id);
  if (source === undefined) throw missing("source", id);
  return source;
}

function serviceOf(following: Following | undefined): Following {
  if (following !== undefined) return following;
  throw new HTTPException(503, { message: "This server follows no sources; start it without --no-follow." });
}

/** What can't be done for reasons outside (an address that is none, a host that isn't there) is the caller's to read. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.stage !== "store")
      throw new HTTPException(422, { message: error.message, cause: error });
    throw error;
  }
}

async function shown(store: Store, source: Source, now: string, words: Words): Promise<Followed> {
  const health = await store.health(source.id);
  const { terms, ...rest } = source;
  return {
    ...rest,
    ...(terms === undefined ? {} : { terms: [...terms] }),
    ...(health === undefined || source.removedAt !== undefined
      ? {}
      : { health: healthOf(health, await store.unread(source.id), now, words) }),
  };
}

function healthOf(
  health: NonNullable<Awaited<ReturnType<Store["health"]>>>,
  waiting: number,
  now: string,
  words: Words,
): Health {
  const { source: _, etag: __, lastModified: ___, websub: ____, ...shownOf } = health;
  const state = health.failures > 0 ? "failing" : health.visitedAt === undefined ? "new" : "works";
  return { ...shownOf, state, waiting, line: healthLine(health, waiting, now, words) };
}
