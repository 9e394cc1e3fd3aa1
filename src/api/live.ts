/**
 * GET /api/live: tells an open page what has come, as server-sent events: "hello", "situation", "source", "work", and
 * "reset" where more came than is told one by one. An event's id is the store's position after it, so that whoever
 * comes back with it hears what came meanwhile, also from a server started anew.
 *
 * The store is asked for its position once a second, and only while somebody listens: so it is told alike whichever
 * process wrote. What one listener has not taken yet is merged, never queued: a slow reader costs no memory.
 */
import type { RouteHandler } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { type SSEMessage, streamSSE } from "hono/streaming";
import { silence, type Work } from "../model/work.ts";
import type { Arrivals, Position } from "../store/arrivals.ts";
import type { ApiDeps } from "./deps.ts";
import { isFromElsewhere } from "./hosts.ts";
import type { routes } from "./routes.ts";
import type { LiveNews, LiveSource, LiveWork } from "./schema/live.ts";

/** Listeners at once: each page in sight of a person is one. */
const mostListeners = 64;
/** Situations and sources told one by one between two takings. */
const mostApart = 200;
/** Milliseconds that one event may take to be written before its reader is given up. */
const longestWrite = 60_000;

/** Milliseconds between two looks at the store, and of silence after which a sign of life is sent. */
const usual = { every: 1_000, heartbeat: 15_000 };

export function live(deps: ApiDeps): RouteHandler<typeof routes.live> {
  const { every, heartbeat } = deps.livePace ?? usual;
  const hub = hubOf(deps, every);
  return async (c) => {
    // Unlike other answers one of these costs something for as long as it is open.
    if (isFromElsewhere(c.req))
      throw new HTTPException(403, { message: "Only this app's pages may listen." });
    if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": "text/event-stream" });
    const listener = await hub.listen(c.req.header("last-event-id") ?? c.req.valid("query").after);
    if (listener === undefined) {
      c.header("retry-after", "30");
      const message = `${mostListeners} pages listen already: close some, or reload this one to see what is new`;
      throw new HTTPException(503, { message });
    }
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      stream.onAbort(listener.close);
      try {
        while (!listener.isClosed && !stream.aborted) {
          const events = await listener.next(heartbeat);
          const writing = write(stream, events);
          if (!(await isDone(writing, longestWrite))) break;
        }
      } finally {
        listener.close();
        stream.abort();
      }
    });
  };
}

async function write(
  stream: { write(text: string): Promise<unknown>; writeSSE(message: SSEMessage): Promise<void> },
  events: readonly SSEMessage[],
): Promise<void> {
  if (events.length === 0) await stream.write(": still here\n\n");
  for (const event of events) await stream.writeSSE(event);
}

function isDone(work: Promise<void>, within: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), within).unref();
  work.then(
    () => resolve(true),
    () => resolve(false),
  );
  return promise.finally(() => clearTimeout(timer));
}

function hubOf({ store, now, stopping }: ApiDeps, every: number) {
  const listeners = new Set<Listener>();
  let isLooking = false;
  stopping?.addEventListener("abort", () => {
    for (const listener of listeners) listener.close();
  });

  const again = () => {
    if (isLooking) return;
    isLooking = true;
    setTimeout(() => {
      look()
        // The store is busy or gone for the moment: what came is told at the next look.
        .catch(() => {})
        .finally(() => {
          isLooking = false;
          if (listeners.size > 0) again();
        });
    }, every).unref();
  };

  async function look(): Promise<void> {
    const position = await store.position();
    const works = await worksNow();
    const told = new Map<string, Arrivals>();
    for (const listener of listeners) {
      const from = listener.position;
      if (idOf(from) !== idOf(position)) {
        const came = told.get(idOf(from)) ?? (await store.arrivals(from));
        told.set(idOf(from), came);
        await tell(listener, came);
      }
      listener.hearWorks(works, now());
    }
  }

  function worksNow(): Promise<Work[]> {
    return store.works(new Date(Date.parse(now()) - silence * 1000).toISOString());
  }

  async function tell(listener: Listener, came: Arrivals): Promise<void> {
    if (came.isMore || came.situations.length > mostApart || came.visits.length > mostApart) {
      listener.reset(came.position);
      return;
    }
    const news: LiveNews[] = [];
    for (const one of came.situations) news.push({ ...one, version: await store.version(one.situation) });
    const visits: LiveSource[] = [];
    for (const { source: id, visitedAt, failures, problem } of came.visits) {
      if (visitedAt === undefined || listener.knows(id, visitedAt)) continue;
      const source = await store.source(id);
      if (source === undefined || source.removedAt !== undefined) continue;
      visits.push({
        source: id,
        situation: source.situation,
        name: source.title ?? source.address,
        state: failures > 0 ? "failing" : "works",
        visitedAt,
        ...(failures > 0 && problem !== undefined ? { problem } : {}),
      });
    }
    listener.hear(came.position, news, visits);
  }

  return {
    /** Undefined where too many listen. `after` is the id of the last event heard. */
    async listen(after: string | undefined): Promise<Listener | undefined> {
      if (listeners.size >= mostListeners || stopping?.aborted === true) return undefined;
      const listener: Listener = new Listener(() => listeners.delete(listener));
      listeners.add(listener);
      try {
        const at = await store.position();
        const since = after === undefined ? at : positionOf(after);
        listener.begin(at);
        // An id of another store, or none of ours: nobody knows what its reader has not heard.
        if (since === undefined || since.ledger > at.ledger) listener.reset(at);
        else if (idOf(since) !== idOf(at)) await tell(listener, await store.arrivals(since));
        listener.hearWorks(
          (await worksNow()).filter(({ ended }) => ended === undefined),
          now(),
        );
      } catch (error) {
        listener.close();
        throw error;
      }
      again();
      return listener;
    },
  };
}

/** One open page: what it has not taken yet, merged. */
class Listener {
  position: Position = { ledger: 0, memberships: 0, revisions: 0, visited: "" };
  isClosed = false;
  readonly #leave: () => void;
  #isNew = true;
  #isReset = false;
  readonly #news = new Map<string, LiveNews>();
  readonly #visits = new Map<string, LiveSource>();
  readonly #works = new Map<string, LiveWork>();
  /** Of work under way, what was told last. */
  readonly #working = new Map<string, LiveWork>();
  /** When sources told of were visited. */
  readonly #known = new Map<string, string>();
  #wake: () => void = () => {};

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  close = (): void => {
    this.isClosed = true;
    this.#leave();
    this.#wake();
  };

  begin(position: Position): void {
    this.position = position;
  }

  knows(source: string, visitedAt: string): boolean {
    return this.#known.get(source) === visitedAt;
  }

  hear(position: Position, news: readonly LiveNews[], visits: readonly LiveSource[]): void {
    this.position = position;
    for (const one of news) this.#news.set(one.situation, merged(this.#news.get(one.situation), one));
    for (const one of visits) {
      this.#visits.set(one.source, one);
      this.#known.set(one.source, one.visitedAt);
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKnown) break;
      this.#known.delete(oldest);
    }
    if (this.#news.size > mostApart || this.#visits.size > mostApart) this.reset(position);
    else this.#wake();
  }

  hearWorks(works: readonly Work[], at: string): void {
    const said = new Map(works.map((work) => [work.id, shown(work)]));
    for (const [id, before] of this.#working) {
      if (!said.has(id)) said.set(id, { ...before, ended: at, problem: gone });
    }
    for (const [id, work] of said) {
      const before = this.#working.get(id);
      if (work.ended !== undefined && before === undefined) continue;
      if (before?.done === work.done && before.of === work.of && work.ended === undefined) continue;
      this.#works.set(id, work);
      if (work.ended === undefined) this.#working.set(id, work);
      else this.#working.delete(id);
    }
    if (this.#works.size > 0) this.#wake();
  }

  reset(position: Position): void {
    this.position = position;
    this.#isReset = true;
    this.#news.clear();
    this.#visits.clear();
    this.#wake();
  }

  /** What has come, as soon as something has; nothing after so many milliseconds. */
  async next(within: number): Promise<SSEMessage[]> {
    if (this.#take().length === 0 && !this.isClosed) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      const timer = setTimeout(resolve, within).unref();
      await promise;
      clearTimeout(timer);
      this.#wake = () => {};
    }
    const events = this.#take();
    this.#isNew = false;
    this.#isReset = false;
    for (const waiting of [this.#news, this.#visits, this.#works]) waiting.clear();
    return events;
  }

  #take(): SSEMessage[] {
    const id = idOf(this.position);
    const event = (name: string, of: object) => ({ event: name, id, data: JSON.stringify(of) });
    return [
      ...(this.#isNew ? [{ ...event("hello", {}), retry: 2_000 }] : []),
      ...(this.#isReset ? [event("reset", {})] : []),
      ...[...this.#news.values()].map((one) => event("situation", one)),
      ...[...this.#visits.values()].map((one) => event("source", one)),
      ...[...this.#works.values()].map((one) => event("work", one)),
    ];
  }
}

const mostKnown = 1_000;
const gone = "it has given no sign for a minute: its process has ended; run it again, what was kept stays";

function merged(before: LiveNews | undefined, one: LiveNews): LiveNews {
  if (before === undefined) return one;
  const changes = { ...before.changes };
  for (const [kind, count] of Object.entries(one.changes) as [keyof typeof changes, number][])
    changes[kind] = (changes[kind] ?? 0) + count;
  return { ...one, reports: before.reports + one.reports, changes };
}

function shown({ id, what, situation, done, of, failed, since, at, ended, problem }: Work): LiveWork {
  return {
    id,
    what,
    done,
    failed,
    since,
    at,
    ...(situation === undefined ? {} : { situation }),
    ...(of === undefined ? {} : { of }),
    ...(ended === undefined ? {} : { ended }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** "12.3.4.1925020800000": numbers of rows, and the last visit's milliseconds. */
function idOf({ ledger, memberships, revisions, visited }: Position): string {
  return [ledger, memberships, revisions, visited === "" ? 0 : Date.parse(visited)].join(".");
}

function positionOf(id: string): Position | undefined {
  const parts = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/u.exec(id);
  if (parts === null) return undefined;
  const [ledger, memberships, revisions, visited] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (visited > latest) return undefined;
  return { ledger, memberships, revisions, visited: visited === 0 ? "" : new Date(visited).toISOString() };
}

/** The last millisecond that a Date holds. */
const latest = 8.64e15;
