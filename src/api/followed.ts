/** What is followed: listed for everybody, changed through the service that the server was given. */
import type { RouteHandler } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { Problem } from "../model/problem.ts";
import type { Source, Health as StoredHealth } from "../model/source.ts";
import type { Store } from "../store/store.ts";
import { healthLine } from "../view/source.ts";
import type { Words } from "../view/words/words.ts";
import { changeSource, exportOpml, importOpml } from "../work/sources.ts";
import type { ApiDeps, Following } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";
import type { Followed, Health } from "./schema/followed.ts";

export function followed({ store, now }: ApiDeps): RouteHandler<typeof routes.followed> {
  return async (c) => {
    const { situation, q, state, order, limit, offset } = c.req.valid("query");
    const sources = await store.sources(situation === undefined ? {} : { situation });
    // All at once: asked one by one, ten thousand sources would take seconds.
    const healths = new Map((await store.healths()).map((health) => [health.source, health]));
    const all = sources.map((source) => {
      const health = healths.get(source.id);
      return { source, health, state: stateOf(source, health) };
    });
    const states = { new: 0, works: 0, failing: 0, paused: 0 };
    for (const one of all) states[one.state]++;
    const wanted = all
      .filter((one) => state === undefined || one.state === state)
      .filter(({ source }) => q === undefined || holds(source, q))
      .sort(orders[order]);
    const waiting = wanted.length === 0 ? new Map<string, number>() : await store.unreadBySource();
    const page = wanted.slice(offset, offset + limit);
    return c.json(
      {
        sources: page.map(({ source, health }) =>
          shownAs(source, health, waiting.get(source.id) ?? 0, now(), wordsOf(c)),
        ),
        total: wanted.length,
        states,
      },
      200,
    );
  };
}

interface Listed {
  readonly source: Source;
  readonly health: StoredHealth | undefined;
}

function stateOf(source: Source, health: StoredHealth | undefined): Health["state"] {
  if (source.pausedAt !== undefined) return "paused";
  if (health === undefined) return "new";
  return health.failures > 0 ? "failing" : health.visitedAt === undefined ? "new" : "works";
}

function holds({ title = "", address, terms = [] }: Source, q: string): boolean {
  const words = `${title} ${address} ${terms.join(" ")}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => words.includes(word));
}

const nameOf = ({ source }: Listed) => (source.title ?? source.address).toLowerCase();

/** In the order they were added where nothing else parts them: sorting keeps it. */
const orders: Record<"added" | "name" | "problems" | "latest", (a: Listed, b: Listed) => number> = {
  added: () => 0,
  name: (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0),
  problems: (a, b) => (b.health?.failures ?? 0) - (a.health?.failures ?? 0),
  latest: (a, b) => latestOf(b) - latestOf(a),
};

function latestOf({ health }: Listed): number {
  return health?.changedAt === undefined ? 0 : Date.parse(health.changedAt);
}

export function preview({ store, following }: ApiDeps): RouteHandler<typeof routes.preview> {
  return async (c) => {
    const { address, situation, kind } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const look = serviceOf(following).preview;
    if (look === undefined) throw notFollowing();
    const found = await told(() => look({ address, situation, ...(kind === undefined ? {} : { kind }) }));
    const { kind: what, address: at, title, homepage, items, why, isFollowed, others } = found;
    return c.json(
      {
        kind: what,
        address: at,
        items,
        isFollowed,
        why: wordsOf(c).told(why),
        others: othersOf(others, wordsOf(c)),
        ...(title === undefined ? {} : { title }),
        ...(homepage === undefined ? {} : { homepage }),
      },
      200,
    );
  };
}

export function changeFollowed({
  store,
  now,
  following,
}: ApiDeps): RouteHandler<typeof routes.changeFollowed> {
  return async (c) => {
    const source = await found(store, c.req.valid("param").source);
    if (source.removedAt !== undefined) throw missing("source", source.id);
    const service = serviceOf(following);
    const { paused, every, title, terms } = c.req.valid("json");
    const change = {
      ...(paused === undefined ? {} : { paused }),
      ...(every === undefined ? {} : { every }),
      ...(title === undefined ? {} : { title }),
      ...(terms === undefined ? {} : { terms }),
    };
    const after = await changeSource(store, source, change, now());
    service.wake?.();
    return c.json(await shown(store, after, now(), wordsOf(c)), 200);
  };
}

export function opml({ store }: ApiDeps): RouteHandler<typeof routes.opml> {
  return async (c) => {
    const text = await exportOpml(store, c.req.valid("query").situation);
    return c.body(text, 200, {
      "content-type": "text/x-opml; charset=utf-8",
      "content-disposition": 'attachment; filename="sitrep-sources.opml"',
    }) as never;
  };
}

export function bringOpml({ store, now, following }: ApiDeps): RouteHandler<typeof routes.bringOpml> {
  return async (c) => {
    const { situation, opml: text } = c.req.valid("json");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const service = serviceOf(following);
    const bytes = new TextEncoder().encode(text);
    const answer = await told(() => importOpml(store, bytes, { situation, where: "the file", at: now() }));
    service.wake?.();
    return c.json(answer, 200);
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
            others: othersOf(found.others, wordsOf(c)),
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
  throw notFollowing();
}

function notFollowing(): HTTPException {
  return new HTTPException(503, { message: "This server follows no sources; start it without --no-follow." });
}

function othersOf(others: readonly { url: string; title?: string; why: string }[], words: Words) {
  return others.slice(0, 20).map(({ url, title, why }) => ({
    url,
    why: words.told(why),
    ...(title === undefined ? {} : { title }),
  }));
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
  return shownAs(source, health, await store.unread(source.id), now, words);
}

function shownAs(
  source: Source,
  health: StoredHealth | undefined,
  waiting: number,
  now: string,
  words: Words,
): Followed {
  const { terms, ...rest } = source;
  return {
    ...rest,
    ...(terms === undefined ? {} : { terms: [...terms] }),
    ...(health === undefined || source.removedAt !== undefined
      ? {}
      : { health: healthOf(source, health, waiting, now, words) }),
  };
}

function healthOf(source: Source, health: StoredHealth, waiting: number, now: string, words: Words): Health {
  const { source: _, etag: __, lastModified: ___, websub: ____, ...shownOf } = health;
  const line = healthLine(health, waiting, now, words);
  return { ...shownOf, state: stateOf(source, health), waiting, line };
}
