/** Adding and removing what is followed. */
import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { Problem } from "../model/problem.ts";
import type { Source, SourceKind } from "../model/source.ts";
import { fromOpml, toOpml } from "../source/feed/opml.ts";
import type { Fetcher } from "../source/http/fetcher.ts";
import { type Identified, identify } from "../source/identify.ts";
import type { Store } from "../store/store.ts";
import { firstHealth } from "./follow.ts";

export interface Wanted {
  /** An http(s) address; without a scheme https is meant. */
  readonly address: string;
  readonly situation: string;
  /** What the caller says that it is; found out when absent. */
  readonly kind?: Exclude<SourceKind, "folder">;
  readonly title?: string;
  readonly terms?: readonly string[];
}

export interface Added {
  readonly source: Source;
  /** False: it was followed already. */
  readonly added: boolean;
  /** What was found at the address; absent where it was followed already. */
  readonly found?: Identified;
}

export interface AddingDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly now: () => string;
}

/** Finds out what an address is, and follows it for a situation that is there. Throws Problem. */
export async function addSource({ store, fetcher, now }: AddingDeps, wanted: Wanted): Promise<Added> {
  const address = addressOf(wanted.address);
  const given = await store.source(sourceId(wanted.situation, address));
  if (given !== undefined && given.removedAt === undefined) return { source: given, added: false };

  const found = await identify(address, fetcher, wanted.kind);
  const id = sourceId(wanted.situation, found.address);
  const there = await store.source(id);
  if (there !== undefined && there.removedAt === undefined) return { source: there, added: false };
  const title = wanted.title ?? found.title;
  const source: Source = {
    id,
    situation: wanted.situation,
    kind: found.kind,
    address: found.address,
    ...(title === undefined ? {} : { title }),
    ...(found.homepage === undefined ? {} : { homepage: found.homepage }),
    ...(wanted.terms === undefined || wanted.terms.length === 0 ? {} : { terms: wanted.terms }),
    addedAt: now(),
  };
  await follow(store, source, now());
  return { source, added: true, found };
}

/** Follows a folder, mailbox or web archive of this machine, by its path. Not offered to who asks from outside. */
export async function addFolder(
  { store, now }: Pick<AddingDeps, "store" | "now">,
  { path, situation, title }: { path: string; situation: string; title?: string },
): Promise<Added> {
  const address = resolve(path);
  const id = sourceId(situation, address);
  const source: Source = {
    id,
    situation,
    kind: "folder",
    address,
    title: title ?? basename(address),
    addedAt: now(),
  };
  const added = await follow(store, source, now());
  return { source: added ? source : ((await store.source(id)) ?? source), added };
}

/** Follows a source as it is given, unasked (of an OPML file, of a search). False where it is followed already. */
export async function follow(store: Store, source: Source, at: string): Promise<boolean> {
  const there = await store.source(source.id);
  if (there !== undefined && there.removedAt === undefined) return false;
  return store.transaction(async (write) => {
    await write.addSource(source);
    await write.setHealth(firstHealth(source.id, at));
    return true;
  });
}

/** What an address is, without following it. Throws Problem. */
export async function previewSource(
  { store, fetcher }: Pick<AddingDeps, "store" | "fetcher">,
  { address, situation, kind }: Pick<Wanted, "address" | "situation" | "kind">,
): Promise<Identified & { readonly isFollowed: boolean }> {
  const found = await identify(addressOf(address), fetcher, kind);
  const there = await store.source(sourceId(situation, found.address));
  return { ...found, isFollowed: there !== undefined && there.removedAt === undefined };
}

export interface SourceChange {
  readonly paused?: boolean;
  /** Seconds; null: the schedule finds its own. */
  readonly every?: number | null;
  readonly title?: string | null;
  /** None: all items are followed. */
  readonly terms?: readonly string[];
}

/** Changes how a source is followed; what is not named stays. Gone on with, or asked oftener, it is due at once. */
export async function changeSource(
  store: Store,
  source: Source,
  { paused, every, title, terms }: SourceChange,
  at: string,
): Promise<Source> {
  const { pausedAt, every: ownEvery, title: ownTitle, terms: ownTerms, ...rest } = source;
  const isPaused = paused ?? pausedAt !== undefined;
  const own = {
    every: every === undefined ? ownEvery : (every ?? undefined),
    title: title === undefined ? ownTitle : (title ?? undefined),
    terms: terms === undefined ? ownTerms : terms.length === 0 ? undefined : terms,
  };
  const after: Source = {
    ...rest,
    ...(own.every === undefined ? {} : { every: own.every }),
    ...(own.title === undefined ? {} : { title: own.title }),
    ...(own.terms === undefined ? {} : { terms: own.terms }),
    ...(isPaused ? { pausedAt: pausedAt ?? at } : {}),
  };
  return store.transaction(async (write) => {
    await write.addSource(after);
    const health = await write.health(source.id);
    const isSooner = own.every !== undefined && health !== undefined && own.every < health.every;
    const goesOn = pausedAt !== undefined && !isPaused;
    if (health !== undefined && (goesOn || isSooner))
      await write.setHealth({
        ...health,
        ...(own.every === undefined ? {} : { every: own.every }),
        nextAt: at,
      });
    return after;
  });
}

/** Feeds of an OPML file, followed unasked: each is looked at when it is first visited. Throws Problem for what is none. */
export async function importOpml(
  store: Store,
  bytes: Uint8Array,
  { situation, where, at }: { readonly situation: string; readonly where: string; readonly at: string },
): Promise<{ readonly added: number; readonly listed: number; readonly warnings: readonly string[] }> {
  const { outlines, warnings } = fromOpml(bytes, where);
  let added = 0;
  for (const { url, title, homepage } of outlines) {
    const source: Source = {
      id: sourceId(situation, url),
      situation,
      kind: "feed",
      address: url,
      ...(title === undefined ? {} : { title }),
      ...(homepage === undefined ? {} : { homepage }),
      addedAt: at,
    };
    if (await follow(store, source, at)) added++;
  }
  return { added, listed: outlines.length, warnings };
}

/** What is followed, as other readers take it; a path means nothing elsewhere. */
export async function exportOpml(store: Store, situation?: string): Promise<string> {
  const sources = await store.sources(situation === undefined ? {} : { situation });
  return toOpml(
    sources.filter(({ kind }) => kind !== "folder"),
    situation ?? "Sitrep",
  );
}

/** Follows it no longer; what came from it stays. By id or address; throws a Problem where there is none. */
export async function removeSource(store: Store, name: string, at: string): Promise<Source[]> {
  const found = (await store.sources()).filter(({ id, address }) => id === name || address === name);
  if (found.length === 0) {
    throw new Problem(
      "store",
      "no-source",
      name,
      `no source "${name}" is followed; sitrep source list shows them`,
    );
  }
  for (const source of found) await store.addSource({ ...source, removedAt: at });
  return found;
}

/** The same for the same situation and address: "s" and 12 hex digits. */
export function sourceId(situation: string, address: string): string {
  return `s${createHash("sha256").update(`${situation} ${address}`).digest("hex").slice(0, 12)}`;
}

/** As people write addresses: without a scheme, with spaces around. Throws Problem. */
function addressOf(words: string): string {
  const trimmed = words.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    const shown = trimmed.slice(0, 200);
    throw new Problem(
      "source",
      "bad-url",
      shown,
      `${shown} is not an http or https address: check its spelling`,
    );
  }
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
