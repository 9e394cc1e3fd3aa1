/**
 * Follows sources: visits those that are due, reads the articles that they list, and looks at articles again while
 * they are young. What is to be done stands in the store before it is begun and is let go of in the transaction that
 * keeps what came of it, so that a process killed at any moment loses nothing and does at most that one thing twice.
 */
import type { Health } from "../model/source.ts";
import { appendCaught, appendRevisions, asProblem } from "../pipeline.ts";
import type { Store } from "../store/store.ts";
import { readItem } from "./article.ts";
import type { FollowDeps, FollowEvent } from "./following.ts";
import { drain } from "./parallel.ts";
import { pace } from "./schedule.ts";
import { visitSource } from "./visiting.ts";

export type { FollowDeps, FollowEvent } from "./following.ts";

export interface FollowOptions {
  /** Only these sources, by id, whether or not they are due. */
  readonly only?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Visits and readings under way at once: they wait for the network most of the time. */
const visitsAtOnce = 32;
const readsAtOnce = 48;
/** One process holds what it takes so long, should it die. */
const leaseMinutes = 15;

/** Does all that is due, and what comes of it, then appends what changed in the situations. */
export async function followOnce(deps: FollowDeps, options: FollowOptions = {}): Promise<void> {
  const { visits, items, tell } = workOf(deps, options);
  await catchUp(deps.store);
  // Visits bring items, so both go on until neither finds anything.
  for (;;) {
    const done = await Promise.all([visits(), items()]);
    if (options.signal?.aborted === true || done.every((count) => count === 0)) break;
  }
  await tell();
}

/**
 * Does what is due whenever it is, until told to stop. A "wake" at `woken` says that something new may be due; `idle` is
 * called whenever all that was due is read and told.
 */
export async function follow(
  deps: FollowDeps,
  {
    signal,
    woken = new EventTarget(),
    idle = async () => {},
  }: {
    readonly signal: AbortSignal;
    readonly woken?: EventTarget;
    readonly idle?: () => Promise<void>;
  },
): Promise<void> {
  const on = (event: FollowEvent) => {
    deps.on?.(event);
    if (event.what === "visited" && event.found > 0) woken.dispatchEvent(new Event("wake"));
  };
  const { visits, items, tell } = workOf({ ...deps, on }, { signal });
  await catchUp(deps.store);
  // Each at its own pace: a host with a thousand articles to read keeps no other source from being visited.
  await Promise.all([
    again(visits, deps, signal, woken),
    again(
      async () => {
        await items();
        await tell();
        await idle();
      },
      deps,
      signal,
      woken,
    ),
  ]);
}

function workOf(deps: FollowDeps, { only, signal }: FollowOptions) {
  const { store, now } = deps;
  const touched = new Map<string, string>();
  const touch = (situation: string, fetchedAt: string) => {
    const before = touched.get(situation);
    if (before === undefined || fetchedAt < before) touched.set(situation, fetchedAt);
  };
  const lease = (limit: number) => ({
    at: now(),
    until: new Date(Date.parse(now()) + leaseMinutes * 60_000).toISOString(),
    limit,
  });
  const named = only === undefined ? undefined : [...only];
  const takeSources = async (most: number) => {
    if (named === undefined) return store.takeSources(lease(most));
    const some = named.splice(0, most);
    return some.length === 0 ? [] : store.takeSources({ ...lease(most), only: some });
  };
  const takeItems = (most: number) =>
    store.takeItems({ ...lease(most), ...(only === undefined ? {} : { only }) });
  return {
    visits: () => drain(takeSources, (due) => visitSource(deps, due, touch), visitsAtOnce, signal),
    items: () => drain(takeItems, (taken) => readItem(deps, taken, touch), readsAtOnce, signal),
    /** Appends what the reports read since the last time have changed. */
    async tell() {
      const any = touched.size > 0;
      for (const [situation, since] of [...touched]) {
        touched.delete(situation);
        await appendRevisions(store, situation, since);
      }
      if (any) await appendCaught(store);
    },
  };
}

async function again(
  work: () => Promise<unknown>,
  { store, now }: FollowDeps,
  signal: AbortSignal,
  woken: EventTarget,
): Promise<void> {
  while (!signal.aborted) {
    let wait = longestWait;
    try {
      await work();
      const next = await store.nextDue();
      if (next !== undefined) wait = Date.parse(next) - Date.parse(now());
    } catch (error) {
      if (signal.aborted) return;
      // The store is full or gone for the moment: what is due stays due.
      console.error(`sitrep: following: ${asProblem(error, "the store").message}`);
    }
    await pause(Math.min(Math.max(wait, shortestWait), longestWait), signal, woken);
  }
}

const shortestWait = 1_000;
const longestWait = 60_000;

/** What a process that ended between reading and appending has left undone. */
async function catchUp(store: Store): Promise<void> {
  const situations = new Set((await store.sources({ removed: true })).map(({ situation }) => situation));
  for (const situation of situations) await appendRevisions(store, situation);
  await appendCaught(store);
}

function pause(milliseconds: number, signal: AbortSignal, woken?: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      woken?.removeEventListener("wake", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
    woken?.addEventListener("wake", end);
    if (signal.aborted) end();
  });
}

/** How a source stands before its first visit: due at once. */
export function firstHealth(source: string, at: string): Health {
  return { source, nextAt: at, failures: 0, every: pace.first, visits: 0, items: 0 };
}
