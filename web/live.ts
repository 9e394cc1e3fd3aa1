/**
 * What comes while a page is open. Nothing on screen is moved by it: what came waits, counted, until the reader takes
 * it (`take`); then it is marked. Only the numbers of the situations' cards are set in place.
 */
import type { Query, QueryClient } from "@tanstack/react-query";
import type { LiveNews, LiveSource, LiveWork } from "../src/api/schema/live.ts";
import type { Situation, SituationsAnswer } from "../src/api/schema/situation.ts";
import { situationQuery, situationsQuery } from "./api.ts";
import { Connection } from "./live-connection.ts";
import { shownEntries } from "./shown.ts";

/** What has come to a situation and is not on screen; `unknown` where nobody counted it. */
export interface News extends Pick<LiveNews, "version" | "reports" | "changes"> {
  readonly unknown?: boolean;
}

export type Freshness = "new" | "changed";

export interface LiveState {
  readonly news: ReadonlyMap<string, News>;
  /** Under way, or ended and not yet seen off. */
  readonly works: readonly LiveWork[];
  /** Sources that have failed since the page was opened, as each failed last. */
  readonly failing: readonly LiveSource[];
  /** Entries that the last taking brought, of the situation that it was for. */
  readonly fresh:
    | { readonly situation: string; readonly entries: ReadonlyMap<string, Freshness> }
    | undefined;
}

let state: LiveState = { news: new Map(), works: [], failing: [], fresh: undefined };
const listeners = new Set<() => void>();

export const live = {
  get: (): LiveState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function set(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Listens from now on, for as long as the page is in sight. */
export function startLive(queries: QueryClient): void {
  const cards = slowly(() => void refreshCards(queries));
  const sources = slowly(() => void refreshFollowed(queries));
  new Connection({
    situation(one: LiveNews) {
      cards();
      if ((shownVersion(queries, one.situation) ?? 0) < one.version) add(one);
    },
    source(one: LiveSource) {
      sources();
      const others = state.failing.filter(({ source }) => source !== one.source);
      if (one.state === "failing") set({ failing: [...others, one] });
      else if (others.length < state.failing.length) set({ failing: others });
    },
    work: hear,
    reset() {
      cards();
      sources();
      for (const id of shownSituations(queries))
        add({ situation: id, version: 0, reports: 0, changes: {} }, true);
    },
  }).open();
  // What is fetched for another reason (a correction, another page) may hold what waits.
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== "updated" || state.news.size === 0) return;
    const id = situationOf(query);
    const version = (query.state.data as Situation | undefined)?.version;
    const waiting = id === undefined ? undefined : state.news.get(id);
    if (id !== undefined && waiting !== undefined && version !== undefined && version >= waiting.version)
      if (waiting.unknown !== true) drop(id);
  });
}

function add({ situation, version, reports, changes }: LiveNews, unknown = false): void {
  const before = state.news.get(situation);
  const sum = { ...before?.changes };
  for (const [kind, count] of Object.entries(changes) as [keyof typeof sum, number][])
    sum[kind] = (sum[kind] ?? 0) + count;
  const news: News = {
    version: Math.max(version, before?.version ?? 0),
    reports: reports + (before?.reports ?? 0),
    changes: sum,
    ...(unknown || before?.unknown ? { unknown: true } : {}),
  };
  set({ news: new Map(state.news).set(situation, news) });
}

function drop(situation: string): void {
  const news = new Map(state.news);
  news.delete(situation);
  set({ news });
}

/** Brings to the screen what has come to a situation, and marks it. */
export async function take(queries: QueryClient, situation: string): Promise<void> {
  const before = linesOf(queries, situation);
  // Gone at once: what comes while it is fetched is counted anew.
  drop(situation);
  const address = `/api/situations/${encodeURIComponent(situation)}`;
  await queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => isUnder(String(key), address) });
  const entries = new Map<string, Freshness>();
  for (const [id, line] of linesOf(queries, situation)) {
    const was = before.get(id);
    if (was === undefined) entries.set(id, "new");
    else if (was !== line) entries.set(id, "changed");
  }
  set({ fresh: before.size === 0 ? undefined : { situation, entries } });
}

/** Opened anew, a page shows all there is: what waited for it is fetched, and nothing is marked. */
export function arrive(queries: QueryClient, situation: string): void {
  set({ fresh: undefined });
  if (!state.news.has(situation)) return;
  drop(situation);
  const address = `/api/situations/${encodeURIComponent(situation)}`;
  void queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => isUnder(String(key), address) });
}

export function seen(): void {
  set({ fresh: undefined });
}

export function dismissWork(id: string): void {
  set({ works: state.works.filter((work) => work.id !== id) });
}

export function dismissFailing(): void {
  set({ failing: [] });
}

/** Work that is over stands a while, and work that failed until it is seen off. */
const stay = 10_000;

function hear(work: LiveWork): void {
  const before = state.works.find(({ id }) => id === work.id);
  if (work.ended !== undefined && before === undefined) return;
  set({
    works: [...state.works.filter(({ id }) => id !== work.id), work].sort((a, b) =>
      a.since < b.since ? -1 : 1,
    ),
  });
  if (work.ended !== undefined && work.problem === undefined) setTimeout(() => dismissWork(work.id), stay);
}

/** Each entry's words and what they rest on, as they stand on screen. */
function linesOf(queries: QueryClient, situation: string): Map<string, string> {
  return new Map(
    [...shownEntries(queries, situation).values()].map(({ id, line, origins, reports, status }) => [
      id,
      JSON.stringify([line, origins, reports, status]),
    ]),
  );
}

function isUnder(key: string, address: string): boolean {
  return key === address || key.startsWith(`${address}/`) || key.startsWith(`${address}?`);
}

/** Of a query for a situation itself, as it stands now, its id. */
function situationOf({ queryKey: [key] }: Query): string | undefined {
  const id = /^\/api\/situations\/([a-z0-9-]+)$/u.exec(String(key));
  return id?.[1];
}

function shownVersion(queries: QueryClient, situation: string): number | undefined {
  return queries.getQueryData(situationQuery(situation, {}).queryKey)?.version;
}

function shownSituations(queries: QueryClient): string[] {
  return queries
    .getQueryCache()
    .findAll({ type: "active" })
    .flatMap(({ queryKey: [key] }) => /^\/api\/situations\/([a-z0-9-]+)/u.exec(String(key))?.[1] ?? []);
}

/** The list of sources, however it is sorted and narrowed. */
export function refreshFollowed(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) => /^\/api\/sources(\?|$)/u.test(String(key)),
  });
}

/** The cards keep their order and their words; their numbers are set in place. */
async function refreshCards(queries: QueryClient): Promise<void> {
  const key = situationsQuery().queryKey;
  if (queries.getQueryCache().find({ queryKey: key })?.isActive() !== true) return;
  const { situations } = await queries.fetchQuery({
    ...situationsQuery(),
    queryKey: ["/api/situations", "now"],
    staleTime: 0,
  });
  const now = new Map(situations.map((card) => [card.id, card]));
  queries.setQueryData<SituationsAnswer>(key, (old) => {
    if (old === undefined) return old;
    return {
      situations: old.situations.map((card) => ({
        ...card,
        counts: now.get(card.id)?.counts ?? card.counts,
      })),
    };
  });
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => /^\/api\/situations\/[a-z0-9-]+\/since\?/u.test(String(name)),
  });
}

/** At once, and then at most every few seconds. */
function slowly(work: () => void, pause = 3_000): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const go = () => {
    isWanted = false;
    work();
    waiting = setTimeout(() => {
      waiting = undefined;
      if (isWanted) go();
    }, pause);
  };
  return () => {
    if (waiting === undefined) go();
    else isWanted = true;
  };
}
