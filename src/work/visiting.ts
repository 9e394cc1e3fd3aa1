/** A visit to one source: what it lists is kept and queued, and how it does is noted. */
import type { Document } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import type { Health, Item, Source } from "../model/source.ts";
import { asProblem, keep } from "../pipeline.ts";
import type { ListedItem } from "../source/feed/listing.ts";
import { FetchProblem } from "../source/http/fetcher.ts";
import { type Visit, visit } from "../source/visit.ts";
import type { Store } from "../store/store.ts";
import { changedReports } from "./article.ts";
import type { FollowDeps } from "./follow.ts";
import { type Found, nextVisit, pace } from "./schedule.ts";
import { askHub, isTold, subscription } from "./websub.ts";

export interface Due {
  readonly source: Source;
  readonly health: Health;
}

/** Never throws for what the outside does: a failure is the source's health and, when it is another one, an outcome. */
export async function visitSource(
  deps: FollowDeps,
  { source, health }: Due,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  try {
    const found = await visit(source, validatorsOf(health), deps.fetcher, health.visitedAt);
    if (found.unchanged) await noted(deps, { source, health }, found, "unchanged");
    else if (source.kind === "page") await pageVisited(deps, { source, health }, found, touch);
    else await listingVisited(deps, { source, health }, found);
  } catch (error) {
    const problem = asProblem(error, source.address);
    if (problem.stage === "store") throw problem;
    await failed(deps, { source, health }, problem);
  }
}

async function listingVisited(deps: FollowDeps, due: Due, found: Visit): Promise<void> {
  const { store, now } = deps;
  const { source, health } = due;
  const at = now();
  const { websub, ask } = subscription(source, found, health.websub, deps.callback, at);
  const [wanted, seen] = partition(
    found.items,
    (item) => isWanted(source, item) && !isOld(source, health, item, at),
  );
  let fresh = 0;
  let after = health;
  await store.transaction(async (write) => {
    fresh = await write.addItems(itemsOf(source, wanted, at), at);
    await write.addItems(itemsOf(source, seen, at));
    if (fresh > 0 && found.document !== undefined) await write.addDocument(found.document);
    after = await state(
      write,
      due,
      found,
      fresh > 0 ? "changed" : "unchanged",
      at,
      fresh,
      ask ? websub : undefined,
    );
  });
  if (ask && websub !== undefined) await askHub(deps, source.id, websub);
  deps.on?.({ what: "visited", source, health: after, found: fresh });
}

async function pageVisited(
  deps: FollowDeps,
  due: Due,
  found: Visit,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  const { store, now } = deps;
  const { source } = due;
  const read = await changedReports(deps, found.document as Document);
  const changed = read.filter((item) => "report" in item).length;
  const at = now();
  let after = due.health;
  await store.transaction(async (write) => {
    for (const item of read) {
      const outcome = await keep(write, source.situation, item, at);
      deps.on?.({ what: "read", source, outcome });
    }
    after = await state(write, due, found, read.length > 0 ? "changed" : "unchanged", at, changed);
  });
  if (changed > 0) touch(source.situation, (found.document as Document).fetchedAt);
  deps.on?.({ what: "visited", source, health: after, found: changed });
}

async function noted(deps: FollowDeps, due: Due, found: Visit, what: Found["what"]): Promise<void> {
  const at = deps.now();
  const after = await deps.store.transaction((write) => state(write, due, found, what, at, 0));
  deps.on?.({ what: "visited", source: due.source, health: after, found: 0 });
}

/** The source's health after a visit that went well, and what it says of itself, kept. */
async function state(
  write: Store,
  { source, health }: Due,
  found: Visit,
  what: Found["what"],
  at: string,
  fresh: number,
  asked?: Health["websub"],
): Promise<Health> {
  // A hub may have confirmed while the visit went on.
  const websub = asked ?? (await write.health(source.id))?.websub;
  // What a hub tells need not be asked for: a visit now and then sees that it has told all.
  const floor = isTold({ ...given("websub", websub) }, at) ? pace.mostAsked : (found.every ?? 0);
  const { every, failures, nextAt } = nextVisit(health, { ...found, every: floor, what }, at);
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
    ...source,
    ...given("title", source.title ?? found.title),
    ...given("homepage", source.homepage ?? found.homepage),
    ...(found.moved === undefined ? {} : { address: found.moved }),
  };
  await write.addSource(itself);
  return after;
}

async function failed(deps: FollowDeps, { source, health }: Due, problem: Problem): Promise<void> {
  const at = deps.now();
  const what = problem.code === "gone" ? "gone" : "failed";
  const retryAfter = problem instanceof FetchProblem ? problem.retryAfter : undefined;
  const { every, failures, nextAt } = nextVisit(health, { what, retryAfter }, at);
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

function itemsOf(source: Source, listed: readonly ListedItem[], seenAt: string): Item[] {
  return listed.map(({ key, url, title, publisher, published }) => ({
    source: source.id,
    key,
    url,
    ...given("title", title),
    ...given("publisher", publisher),
    ...given("published", published),
    seenAt,
  }));
}

/** Whether the source's terms, where it has some, are in the title or the summary. */
function isWanted({ terms }: Source, { title = "", summary = "" }: ListedItem): boolean {
  if (terms === undefined || terms.length === 0) return true;
  const words = `${title} ${summary}`.toLowerCase();
  return terms.some((term) => words.includes(term.toLowerCase()));
}

const day = 86_400_000;

/**
 * Sitemaps list a site's whole past: of what the first visit finds only the last three days are read, later what was
 * published in the last week. Of feeds and sections everything is, as they list what is new.
 */
function isOld(source: Source, health: Health, { published, updated }: ListedItem, at: string): boolean {
  if (source.kind !== "sitemap") return false;
  const first = health.workedAt === undefined;
  const dated = published ?? updated;
  if (dated === undefined) return first;
  return Date.parse(at) - Date.parse(dated) > (first ? 3 : 7) * day;
}

function validatorsOf({ etag, lastModified }: Health) {
  return { ...given("etag", etag), ...given("lastModified", lastModified) };
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const one of all) (is(one) ? yes : no).push(one);
  return [yes, no];
}

function given<K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [key in K]: V });
}
