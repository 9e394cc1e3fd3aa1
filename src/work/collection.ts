/**
 * A visit to a collection: a web archive at an address, or a folder, mailbox or archive of this machine. What it holds
 * comes as documents, and each is read once: the items of the source are what it has brought already.
 */
import { createHash } from "node:crypto";
import type { Document } from "../model/document.ts";
import { Problem } from "../model/problem.ts";
import type { Item, Source } from "../model/source.ts";
import { type Failed, keep, type Read } from "../pipeline.ts";
import { shown } from "../source/document.ts";
import { documents } from "../source/documents.ts";
import { webArchiveAsk, webArchiveOf } from "../source/warc/web-archive.ts";
import type { FollowDeps } from "./following.ts";
import { type About, type Due, noted, state } from "./health.ts";

/** Throws a Problem where the collection itself can't be had. */
export async function visitCollection(
  deps: FollowDeps,
  due: Due,
  touch: (situation: string, fetchedAt: string) => void,
): Promise<void> {
  const { store, now } = deps;
  const { source, health } = due;
  const found = await opened(deps, due);
  if (found === "unchanged") return noted(deps, due, health, "unchanged");

  let fresh = 0;
  let held = 0;
  for await (const piece of found.pieces) {
    // What is wrong with the whole is the source's health, unless it has brought something all the same.
    if (piece instanceof Problem && piece.where === shown(source.address) && held === 0) throw piece;
    held++;
    const item = itemOf(source, piece, now());
    if ((await store.knownItems(source.id, [item.key])).has(item.key)) continue;
    const reads = await readsOf(deps, piece);
    await store.transaction(async (write) => {
      if ((await write.addItems([item])) === 0) return;
      for (const read of reads) {
        const outcome = await keep(write, source.situation, read, now(), "source");
        deps.on?.({ what: "read", source, outcome });
      }
    });
    fresh += reads.filter((read) => "report" in read).length;
    if (!(piece instanceof Problem) && reads.some((read) => "report" in read))
      touch(source.situation, piece.fetchedAt);
  }
  const after = await store.transaction((write) =>
    state(write, due, found.about, fresh > 0 ? "changed" : "unchanged", now(), fresh),
  );
  deps.on?.({ what: "visited", source, health: after, found: fresh });
}

async function opened(
  { fetcher, now }: FollowDeps,
  { source, health }: Due,
): Promise<"unchanged" | { readonly about: About; readonly pieces: AsyncIterable<Document | Problem> }> {
  if (source.kind === "folder") return { about: {}, pieces: documents(source.address, { now }) };
  const { etag, lastModified } = health;
  const answer = await fetcher.fetch(source.address, {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...webArchiveAsk,
  });
  if (answer.unchanged) return "unchanged";
  return { about: answer, pieces: webArchiveOf(answer.bytes, source.address, { now }) };
}

/** What can't be read is brought once too: its problem is the same at every visit. */
function itemOf(source: Source, piece: Document | Problem, seenAt: string): Item {
  const where = piece instanceof Problem ? piece.where : (piece.url ?? piece.input);
  const what = piece instanceof Problem ? piece.message : `${piece.sha256} ${piece.url ?? ""}`;
  const key = createHash("sha256").update(`${where} ${what}`).digest("hex");
  return { source: source.id, key, url: where, seenAt };
}

async function readsOf({ read }: FollowDeps, piece: Document | Problem): Promise<(Read | Failed)[]> {
  if (piece instanceof Problem) return [{ problem: piece }];
  const reads: (Read | Failed)[] = [];
  for await (const one of read(piece)) reads.push(one);
  return reads;
}
