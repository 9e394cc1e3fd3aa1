/** Tells the store how far long work has come, so that whoever looks on sees it: at most once a second. */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { Problem } from "../model/problem.ts";
import type { Work } from "../model/work.ts";
import type { Store } from "../store/store.ts";
import type { FollowEvent } from "./following.ts";

export interface Telling {
  /** One more is done. */
  step(ok?: boolean): void;
  /** There are so many in all. */
  of(count: number): void;
  /** It is over; with an error, it broke off. */
  end(error?: unknown): Promise<void>;
}

const shortest = 1_000;
/** Work is also heard of while one part of it takes long. */
const longest = 20_000;

/** Nothing that goes wrong with the telling stops the work. */
export function telling(
  store: Pick<Store, "setWork">,
  begun: Pick<Work, "what" | "situation" | "of">,
  now: () => string,
): Telling {
  const since = now();
  let work: Work = {
    id: `w${randomBytes(6).toString("hex")}`,
    ...begun,
    done: 0,
    failed: 0,
    since,
    at: since,
  };
  let told = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  let last = 0;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    last = Date.now();
    work = { ...work, at: now() };
    const said = work;
    told = told.then(() => store.setWork(said)).catch(() => {});
    return told;
  };
  const soon = () => {
    waiting ??= setTimeout(tell, Math.max(0, last + shortest - Date.now())).unref();
  };
  const beat = setInterval(tell, longest).unref();
  void tell();
  return {
    step(ok = true) {
      const done = work.done + 1;
      work = { ...work, done, failed: work.failed + (ok ? 0 : 1) };
      if (work.of !== undefined && work.of < done) work = { ...work, of: done };
      soon();
    },
    of(count) {
      work = { ...work, of: Math.max(count, work.done) };
      soon();
    },
    async end(error) {
      clearInterval(beat);
      work = { ...work, ended: now(), ...(error === undefined ? {} : { problem: lineOf(error) }) };
      await tell();
    },
  };
}

function lineOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return `it broke off: ${error instanceof Error ? error.message : String(error)}; run it again, what was kept stays`;
}

/** The same of what following does, which begins and ends by itself: told by its events, over once it is idle. */
export function tellingOfFollowing(
  store: Pick<Store, "setWork" | "unread">,
  now: () => string,
): { readonly on: (event: FollowEvent) => void; readonly idle: () => Promise<void> } {
  let current: Telling | undefined;
  let done = 0;
  let asked = 0;
  /** Folders and archives that are gone through: nobody knows how much they hold. */
  const opened = new Set<string>();
  // Some events come from within a transaction, which what is told is no part of.
  const outside = AsyncLocalStorage.snapshot();
  const count = async (told: Telling) => {
    if (opened.size > 0 || Date.now() - asked < shortest) return;
    asked = Date.now();
    const waiting = await store.unread(undefined, now()).catch(() => 0);
    told.of(done + waiting);
  };
  const heard = (event: FollowEvent) => {
    if (event.what === "visited") {
      opened.delete(event.source.id);
      return;
    }
    const { kind, id } = event.source;
    if (event.what === "read" && (kind === "folder" || kind === "archive")) opened.add(id);
    if (current === undefined) {
      done = 0;
      asked = 0;
      current = telling(store, { what: "fetching" }, now);
    }
    done++;
    current.step(event.what === "read" ? event.outcome.ok : event.what !== "later");
    void count(current);
  };
  return {
    on: (event) => outside(heard, event),
    async idle() {
      if (opened.size > 0) return;
      const ended = current;
      current = undefined;
      await ended?.end();
    },
  };
}
