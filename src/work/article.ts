/** One listed article: fetched, read and kept; fetched again, kept again only where its text has changed. */
import type { Document } from "../model/document.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { asProblem, extractOnly, type Failed, keep, type Read } from "../pipeline.ts";
import { documentOfAnswer } from "../source/answer.ts";
import { carriedArticle } from "../source/feed/carried.ts";
import { FetchProblem } from "../source/http/fetcher.ts";
import { articleAddress } from "../source/news-link.ts";
import type { Fetch, Store, Taken } from "../store/store.ts";
import type { FollowDeps } from "./following.ts";
import { nextRead, nextTry } from "./schedule.ts";

/** Never throws for what the outside does: a failure is put off, or the item's outcome. */
export async function readItem(
  deps: FollowDeps,
  taken: Taken,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  const { store, fetcher } = deps;
  const { item, source } = taken;
  try {
    const address = await articleAddress(item.url, fetcher);
    const last = (await store.fetches(address)).at(-1);
    const answer = await fetcher.fetch(address, { accept, ...validatorsOf(last) });
    if (answer.unchanged) return await same(deps, taken, last, touch);
    const document = await documentOfAnswer(answer, address);
    const read = await changedReports(deps, document, last);
    if (read.length === 0) return await same(deps, taken, last, touch);
    await store.transaction(async (write) => {
      for (const one of read) {
        const outcome = await keep(write, source.situation, one, deps.now(), "source");
        deps.on?.({ what: "read", source, outcome });
      }
      await putOff(write, deps, taken);
    });
    if (read.some((one) => "report" in one)) touch(source.situation, document.fetchedAt);
  } catch (error) {
    const problem = asProblem(error, item.url);
    if (problem.stage === "store") throw problem;
    await failed(deps, taken, problem, touch);
  }
}

/**
 * What a document brings that the last fetch of its address did not: nothing where the article's text is the same,
 * since what stands around it changes at every fetch.
 */
export async function changedReports(
  { store, read }: Pick<FollowDeps, "store" | "read">,
  document: Document,
  last?: Fetch,
): Promise<(Read | Failed)[]> {
  const before =
    last ?? (document.url === undefined ? undefined : (await store.fetches(document.url)).at(-1));
  if (before?.sha256 === document.sha256) return [];
  if (before !== undefined) {
    const now = await extractOnly(document);
    if (!("problem" in now) && sameText(now, await store.reports({ document: before.sha256 }))) return [];
  }
  const found: (Read | Failed)[] = [];
  for await (const item of read(document)) found.push(item);
  return found;
}

/** Every report of now says what one of before says, and none is gone. */
function sameText(now: readonly Report[], before: readonly Report[]): boolean {
  const said = new Set(before.map(({ text }) => text));
  return now.length > 0 && now.every(({ text }) => said.has(text)) && said.size <= now.length;
}

/** The article says what it said: its reports are put into the situation, should another one have brought them. */
async function same(
  deps: FollowDeps,
  taken: Taken,
  last: Fetch | undefined,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  const { source, item } = taken;
  const ids =
    last === undefined ? [] : (await deps.store.reports({ document: last.sha256 })).map(({ id }) => id);
  let added = 0;
  await deps.store.transaction(async (write) => {
    added = await write.addToSituation(source.situation, ids, deps.now());
    // Another source's item of the same address is looked at again already.
    if (taken.reads === 0) await write.settle(taken);
    else await putOff(write, deps, taken);
  });
  if (added > 0 && last !== undefined) touch(source.situation, last.fetchedAt);
  deps.on?.({ what: "same", source, url: item.url });
}

async function putOff(write: Store, { now }: FollowDeps, taken: Taken): Promise<void> {
  const reads = taken.reads + 1;
  const { published, seenAt, key } = taken.item;
  const age = (Date.parse(now()) - Date.parse(published ?? seenAt)) / 1000;
  const at = nextRead(key, reads, now(), age);
  await (at === undefined ? write.settle(taken) : write.postpone(taken, { at, failures: 0, reads }));
}

async function failed(
  deps: FollowDeps,
  taken: Taken,
  problem: Problem,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  const { store, now } = deps;
  const failures = taken.failures + 1;
  const passing = problem instanceof FetchProblem && problem.passing;
  const retryAfter = problem instanceof FetchProblem ? problem.retryAfter : undefined;
  const at = passing ? nextTry(taken.item.key, failures, now(), retryAfter) : undefined;
  if (at !== undefined) {
    await store.postpone(taken, { at, failures, reads: taken.reads });
    deps.on?.({ what: "later", source: taken.source, url: taken.item.url, problem });
    return;
  }
  const { where, stage, code, message } = problem;
  const outcome = { input: where, at: now(), ok: false, stage, code, message };
  const carried = taken.reads > 0 ? [] : await fromFeed(deps, taken);
  const outcomes: Outcome[] = [outcome];
  await store.transaction(async (write) => {
    for (const one of carried) outcomes.push(await keep(write, taken.source.situation, one, now(), "source"));
    await write.addOutcome(outcome);
    await write.settle(taken);
  });
  for (const one of carried) if ("report" in one) touch(taken.source.situation, one.document.fetchedAt);
  for (const one of outcomes) deps.on?.({ what: "read", source: taken.source, outcome: one });
}

/** Feeds kept that may still list the article. */
const feedsLooked = 3;

/** What the feed itself carries of an article that was never had at its own address. */
async function fromFeed({ store, read }: FollowDeps, { source, item }: Taken): Promise<(Read | Failed)[]> {
  if (source.kind !== "feed") return [];
  for (const { sha256 } of (await store.fetches(source.address)).slice(-feedsLooked).reverse()) {
    const feed = await store.document(sha256);
    const article =
      feed === undefined ? undefined : await carriedArticle(feed, item.key).catch(() => undefined);
    if (article === undefined) continue;
    const found: (Read | Failed)[] = [];
    for await (const one of read(article)) found.push(one);
    return found;
  }
  return [];
}

const accept =
  "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, multipart/related;q=0.8, */*;q=0.1";

function validatorsOf(last: Fetch | undefined): { etag?: string; lastModified?: string } {
  const { etag, "last-modified": lastModified } = last?.headers ?? {};
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}
