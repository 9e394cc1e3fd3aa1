/** What a visit makes of a source's health: kept in the transaction that keeps what the visit brought. */
import type { Problem } from "../model/problem.ts";
import type { Health, Source } from "../model/source.ts";
import { FetchProblem } from "../source/http/fetcher.ts";
import type { Visit } from "../source/visit.ts";
import type { Store } from "../store/store.ts";
import type { FollowDeps } from "./following.ts";
import { given } from "./given.ts";
import { type Found, nextVisit, pace } from "./schedule.ts";
import { isTold } from "./websub.ts";

/** A source that a visit is due to. */
export interface Due {
  readonly source: Source;
  readonly health: Health;
}

/** What a visit says of the source itself, as far as it is known. */
export type About = Pick<
  Visit,
  "etag" | "lastModified" | "title" | "homepage" | "moved" | "every" | "skipHours" | "skipDays"
>;

/** The source's health after a visit that went well, and what it says of itself, kept. */
export async function state(
  write: Store,
  { source, health }: Due,
  found: About,
  what: Found["what"],
  at: string,
  fresh: number,
  asked?: Health["websub"],
): Promise<Health> {
  // A hub may have confirmed while the visit went on.
  const websub = asked ?? (await write.health(source.id))?.websub;
  // What a hub tells need not be asked for: a visit now and then sees that it has told all.
  const floor = isTold({ ...given("websub", websub) }, at) ? pace.mostAsked : (found.every ?? 0);
  // While the visit went on somebody may have changed it, paused it or let go of it.
  const now = (await write.source(source.id)) ?? source;
  const { every, failures, nextAt } = nextVisit(health, { ...found, every: floor, own: now.every, what }, at);
  const after: Health = {
    source: source.id,
    visitedAt: at,
    workedAt: at,
    ...(fresh > 0 ? { changedAt: at } : given("changedAt", health.changedAt)),
    nextAt,
    failures,
    every,
    visits: health.visits + 1,
    items: health.items + fresh,
    ...given("etag", found.etag),
    ...given("lastModified", found.lastModified),
    ...given("websub", websub),
  };
  await write.setHealth(after);
  const itself: Source = {
    ...now,
    ...given("title", now.title ?? found.title),
    ...given("homepage", now.homepage ?? found.homepage),
    ...(found.moved === undefined ? {} : { address: found.moved }),
  };
  await write.addSource(itself);
  return after;
}

export async function failed(deps: FollowDeps, { source, health }: Due, problem: Problem): Promise<void> {
  const at = deps.now();
  const what = problem.code === "gone" ? "gone" : "failed";
  const retryAfter = problem instanceof FetchProblem ? problem.retryAfter : undefined;
  const { every, failures, nextAt } = nextVisit(health, { what, retryAfter, own: source.every }, at);
  const after: Health = {
    ...health,
    visitedAt: at,
    nextAt,
    failures,
    every,
    visits: health.visits + 1,
    problem: problem.message,
    code: problem.code,
  };
  const { where, stage, code, message } = problem;
  await deps.store.transaction(async (write) => {
    await write.setHealth(after);
    // Once for each kind of failure, not at every visit that meets it.
    if (code !== health.code) await write.addOutcome({ input: where, at, ok: false, stage, code, message });
  });
  deps.on?.({ what: "visited", source, health: after, found: 0, problem });
}

export async function noted(deps: FollowDeps, due: Due, found: About, what: Found["what"]): Promise<void> {
  const at = deps.now();
  const after = await deps.store.transaction((write) => state(write, due, found, what, at, 0));
  deps.on?.({ what: "visited", source: due.source, health: after, found: 0 });
}
