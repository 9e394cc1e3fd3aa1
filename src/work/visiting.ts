/** A visit to one source: what it lists is kept and queued, and how it does is noted. */
import type { Document } from "../model/document.ts";
import type { Health, Item, Source } from "../model/source.ts";
import { asProblem, keep } from "../pipeline.ts";
import type { ListedItem } from "../source/feed/listing.ts";
import { type Visit, visit } from "../source/visit.ts";
import { changedReports } from "./article.ts";
import { visitCollection } from "./collection.ts";
import type { FollowDeps } from "./following.ts";
import { given } from "./given.ts";
import { type Due, failed, noted, state } from "./health.ts";
import { askHub, subscription } from "./websub.ts";

/** Never throws for what the outside does: a failure is the source's health and, when it is another one, an outcome. */
export async function visitSource(
  deps: FollowDeps,
  { source, health }: Due,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  try {
    const { kind, address } = source;
    if (kind === "archive" || kind === "folder")
      return await visitCollection(deps, { source, health }, touch);
    const found = await visit({ kind, address }, validatorsOf(health), deps.fetcher, health.visitedAt);
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
      const outcome = await keep(write, source.situation, item, at, "source");
      deps.on?.({ what: "read", source, outcome });
    }
    after = await state(write, due, found, read.length > 0 ? "changed" : "unchanged", at, changed);
  });
  if (changed > 0) touch(source.situation, (found.document as Document).fetchedAt);
  deps.on?.({ what: "visited", source, health: after, found: changed });
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
