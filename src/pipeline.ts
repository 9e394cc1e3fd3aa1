/**
 * The whole flow on one screen: source -> document -> report -> sentences -> reading -> record.
 * Each stage knows only the model; this file alone joins them. The clock is the caller's.
 */
import "./collecting.ts";
import { setImmediate as immediate } from "node:timers/promises";
import { type Language, loadLanguage } from "./language/language.ts";
import type { Correction } from "./model/correction.ts";
import type { Document } from "./model/document.ts";
import type { SituationRecord } from "./model/entry.ts";
import type { Outcome } from "./model/outcome.ts";
import { Problem } from "./model/problem.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import type { Revision } from "./model/revision.ts";
import type { Selection } from "./model/scope.ts";
import type { Sentence } from "./model/sentence.ts";
import type { Span } from "./model/span.ts";
import type { Version } from "./model/version.ts";
import { read } from "./reading/read.ts";
import { inherited } from "./record/absence.ts";
import { versionsOf } from "./record/origins/versions.ts";
import { recordOf, revisions } from "./record/record.ts";
import { caughtBy } from "./record/scopes.ts";
import { current, recordAt, remembered, revisionsOf } from "./remembering.ts";
import { reportsOf } from "./report/reports.ts";
import { appendReread, appendRevisions, beforeReread } from "./revising.ts";
import { appendCaught, readByHand } from "./selecting.ts";
import { documents, type SourceOptions } from "./source/documents.ts";
import type { Store } from "./store/store.ts";
import { beginRecord } from "./store/warc.ts";
import { Turns } from "./turns.ts";
import type { When } from "./view/instant.ts";
import { seenBy } from "./view/looks.ts";

export { revisionsOf } from "./remembering.ts";
export { appendRevisions } from "./revising.ts";
export {
  appendCaught,
  membershipOf,
  previewScope,
  scopeNames,
  scopeSuggestions,
  scopeValues,
  setScope,
} from "./selecting.ts";

export interface FlowOptions extends SourceOptions {
  /** Publication time for reports that state none: an ISO date. */
  readonly published?: string;
  /** Makes threads that read; called once there are more than a few documents. */
  readonly pool?: () => DocumentPool;
}

/** Threads that read documents as `readDocument` does. */
export interface DocumentPool {
  /** Documents to hand over before the first is waited for. */
  readonly most: number;
  read(document: Document, options: Pick<FlowOptions, "published">): Promise<(Read | Failed)[]>;
  close(): Promise<void>;
}

/** Fewer documents are read sooner than threads begin. */
const fewDocuments = 8;
/** Where so many are handed over at most there are few threads, and this one has time to read too… */
const fewThreads = 4;
/** … save what is of so many bytes: that could take long, and a thread can be ended. */
const large = 1_000_000;
/** Documents read before their turn that are held, at most. */
const held = 32;

/** One document read to the end. */
export interface Read {
  readonly document: Document;
  readonly report: Report;
  readonly reading: Reading;
}

/** One input that could not be read to the end; the document is there when it could be fetched. */
export interface Failed {
  readonly problem: Problem;
  readonly document?: Document;
}

/** Reads inputs in order. An input that fails yields its problem, and the others are still read. */
export async function* readAll(
  inputs: readonly string[],
  options: FlowOptions,
): AsyncGenerator<Read | Failed> {
  let pool: DocumentPool | undefined;
  const turns = new Turns<(Read | Failed)[]>();
  let count = 0;
  try {
    for (const input of inputs) {
      for await (const document of documents(input, options)) {
        count++;
        if (count > fewDocuments) pool ??= options.pool?.();
        if (pool === undefined) {
          if (document instanceof Problem) yield { problem: document };
          else yield* readDocument(document, options);
          continue;
        }
        // Threads are heard of between two documents.
        await immediate();
        for (const items of turns.ready()) yield* items;
        const { most } = pool;
        const mayReadHere =
          most <= fewThreads && !(document instanceof Problem) && document.bytes.length < large;
        while (turns.open >= most && !(mayReadHere && turns.length < held)) yield* await turns.next();
        if (document instanceof Problem) turns.put([{ problem: document }]);
        else if (turns.open < most) turns.expect(pool.read(document, options));
        else turns.put(await allOf(readDocument(document, options)));
      }
    }
    while (turns.length > 0) yield* await turns.next();
  } finally {
    await pool?.close();
  }
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** One document through the pure stages: a read for each report that it holds, of which a live blog or a mail holds many. */
export async function* readDocument(
  document: Document,
  { published }: Pick<FlowOptions, "published">,
): AsyncGenerator<Read | Failed> {
  try {
    for (const report of await reportsOf(document, published === undefined ? {} : { published }))
      yield { document, report, reading: await readReport(report) };
  } catch (error) {
    yield { document, problem: asProblem(error, document.input) };
  }
}

/** The reports that a document holds, not read yet. */
export async function extractOnly(
  document: Document,
): Promise<readonly Report[] | { readonly problem: Problem }> {
  try {
    return await reportsOf(document);
  } catch (error) {
    return { problem: asProblem(error, document.input) };
  }
}

/** Reads one report; a language without readers is kept and marked unread. */
export async function readReport(report: Report): Promise<Reading> {
  const code = report.language ?? "en";
  const language = await languageOf(code);
  if (language === undefined) {
    const none = { findings: [], actors: [], times: [], places: [], cites: [] };
    return { report: report.id, version: "none", ...none, unread: `language "${code}" has no reader yet` };
  }
  const reading = read(report, language.parse(report.text, report.blocks));
  return { ...reading, version: `${reading.version} ${language.version}` };
}

/** The sentences of a report that a span touches, parsed by this version's engine; none without one for its language. */
export async function sentencesAt(
  report: Report,
  span: Span,
): Promise<{ readonly version?: string; readonly sentences: readonly Sentence[] }> {
  const language = await languageOf(report.language ?? "en");
  if (language === undefined) return { sentences: [] };
  // sentences never cross blocks: the others need not be parsed
  const blocks = report.blocks.filter(({ start, end }) => start < span.end && span.start < end);
  return { version: language.version, sentences: language.parse(report.text, blocks) };
}

/**
 * Reads inputs into a situation of the store, then appends what changed. Yields what became of each once it is kept for good.
 * What is read within a moment is kept in one transaction: the disk is waited for once for all of it.
 */
export async function* ingest(
  store: Store,
  situation: string,
  inputs: readonly string[],
  options: FlowOptions,
): AsyncGenerator<Outcome> {
  yield* ingestRead(store, situation, readAll(inputs, options), options.now);
}

/** The same for what is read elsewhere. */
export async function* ingestRead(
  store: Store,
  situation: string,
  items: AsyncIterable<Read | Failed>,
  now: () => string,
): AsyncGenerator<Outcome> {
  let waiting: Coming[] = [];
  let since = 0;
  try {
    for await (const item of items) {
      const at = now();
      if (waiting.length === 0) since = Date.parse(at);
      waiting.push(coming(item, at));
      if (waiting.length < together && Date.parse(at) - since < patience) continue;
      const full = waiting;
      waiting = [];
      yield* keepTogether(store, situation, full);
    }
  } catch (error) {
    for await (const _ of keepTogether(store, situation, waiting));
    throw error;
  }
  yield* keepTogether(store, situation, waiting);
  await appendRevisions(store, situation);
  await appendCaught(store);
}

/** What was read, and when. */
export interface Coming {
  readonly item: Read | Failed;
  readonly at: string;
}

/** What is kept soon: its archive record is begun. */
export function coming(item: Read | Failed, at: string): Coming {
  if (item.document !== undefined) beginRecord(item.document);
  return { item, at };
}

/** Things read that are kept in one transaction at most. */
export const together = 16;
/** Milliseconds that something read is held back for others to come, at most. */
const patience = 500;

/** Keeps all in one transaction; where that fails each in its own, as if they had come alone: those before the failing one stay. */
export async function* keepTogether(
  store: Store,
  situation: string,
  all: readonly Coming[],
): AsyncGenerator<Outcome> {
  if (all.length > 1) {
    let outcomes: Outcome[] | undefined;
    try {
      outcomes = await store.transaction(async (write) => {
        const kept: Outcome[] = [];
        for (const { item, at } of all) kept.push(await keep(write, situation, item, at));
        return kept;
      });
    } catch {
      // The one that can't be kept fails below.
    }
    if (outcomes !== undefined) {
      yield* outcomes;
      return;
    }
  }
  for (const { item, at } of all) yield await store.transaction((write) => keep(write, situation, item, at));
}

/**
 * Keeps one thing read, or what became of it; within a transaction, so that all of it is kept or none. A report goes into
 * every situation whose scope catches it, or that holds its page as it was before; and into the one that it was read for,
 * unless a source brought it there whose scope leaves it out. What comes in with its story is found afterwards (`appendCaught`).
 */
export async function keep(
  write: Store,
  situation: string,
  item: Read | Failed,
  at: string,
  by: "hand" | "source" = "hand",
): Promise<Outcome> {
  const outcome = outcomeOf(item, at);
  if (item.document !== undefined) await write.addDocument(item.document);
  if ("report" in item) {
    await write.addReport(item.report);
    await write.addReading(item.reading);
    const { fetchedAt } = item.document;
    const scopes = await write.scopes();
    const own = by === "hand" ? undefined : scopes.find((set) => set.situation === situation);
    const wanted = scopes.filter(({ scope }) => caughtBy(scope, item.report, item.reading) !== undefined);
    const others = wanted.map((set) => set.situation);
    const scoped = new Set(scopes.map((set) => set.situation));
    const holders = (await holdersOf(write, item.document)).filter((one) => !scoped.has(one));
    const into = [...others, ...(own === undefined ? [situation] : []), ...holders];
    for (const one of new Set(into)) await write.addToSituation(one, [item.report.id], fetchedAt);
    if (by === "hand") await readByHand(write, situation, item.report.id, at);
  }
  await write.addOutcome(outcome);
  return outcome;
}

/** Asked once for all reports of a document, of which a live blog has many. */
const holding = new WeakMap<Document, Promise<string[]>>();

/** The situations that hold what the page of a document said before, whoever fetched it: what it says now is theirs, too. */
function holdersOf(store: Store, document: Document): Promise<string[]> {
  const known = holding.get(document) ?? holdersAsked(store, document);
  holding.set(document, known);
  known.catch(() => holding.delete(document));
  return known;
}

async function holdersAsked(store: Store, { url, sha256 }: Document): Promise<string[]> {
  if (url === undefined) return [];
  const before = (await store.fetches(url)).findLast((one) => one.sha256 !== sha256);
  if (before === undefined) return [];
  const reports = await store.reports({ document: before.sha256 });
  return [...new Set((await Promise.all(reports.map(({ id }) => store.situationsOf(id)))).flat())];
}

/**
 * Extracts and reads the documents of a situation again, with this version's extractor and readers. The earlier
 * reports and readings stay; the record is made of the latest ones, and what that changes is appended as revisions.
 */
export async function* reread(
  store: Store,
  situation: string,
  { now }: Pick<FlowOptions, "now">,
): AsyncGenerator<Outcome> {
  const from = await beforeReread(store, situation);
  const all = await store.reports({ situation });
  const selections = await store.selections(situation);
  for (const sha256 of new Set(all.map(({ document }) => document))) {
    const document = await store.document(sha256);
    if (document === undefined) continue;
    for await (const item of readDocument(document, given(all, sha256))) {
      const outcome = outcomeOf(item, now());
      await store.transaction(async (write) => {
        if ("report" in item) {
          await write.addReport(item.report);
          await write.addReading(item.reading);
          await write.addToSituation(situation, [item.report.id], item.document.fetchedAt);
          await write.addSelections(inherited(selections, all, [item.report]));
        } else await write.addOutcome(outcome);
      });
      yield outcome;
    }
  }
  await appendReread(store, situation, { from, at: now() });
}

/** The publication time that the caller gave when a document was first read. */
function given(reports: readonly Report[], sha256: string): { published?: string } {
  const stated = reports.find(
    ({ document, published }) => document === sha256 && published?.from === "option",
  );
  return stated === undefined ? {} : { published: stated.published!.value };
}

export interface Situated {
  readonly record: SituationRecord;
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
  /** All that were made, also those undone. */
  readonly corrections: readonly Correction[];
  /** Which reports its scope took out, or in again. */
  readonly selections: readonly Selection[];
}

/** The record of a situation as of a day and as known on a day. */
export async function situationRecord(store: Store, situation: string, when: When = {}): Promise<Situated> {
  const held = await remembered(store, situation);
  const { reports, readings, corrections, selections } = held;
  return { record: recordAt(held, when), reports, readings, corrections, selections };
}

export interface Looks extends Situated {
  /** The record as known at the earlier look, empty without one. */
  readonly before: SituationRecord;
  readonly now: SituationRecord;
  /** Those known after the earlier look. */
  readonly revisions: readonly Revision[];
}

/**
 * A situation at an earlier look and at a later one: what since.ts of view/ tells the changes from. As of a day, what counts is what the
 * two records of that day say: the revisions that were kept tell of later publications as well.
 */
export async function looksAt(
  store: Store,
  situation: string,
  { seenAt, ...when }: When & { readonly seenAt?: string },
): Promise<Looks> {
  const now = await situationRecord(store, situation, when);
  const before =
    seenAt === undefined
      ? recordOf([], [])
      : (await situationRecord(store, situation, { ...when, knownAt: seenAt })).record;
  return { ...now, now: now.record, before, revisions: await revisionsAt() };

  async function revisionsAt(): Promise<readonly Revision[]> {
    if (when.asOf !== undefined) {
      const knownAt = seenBy(now, when.knownAt);
      return knownAt === undefined ? [] : revisions(before, now.record, { knownAt });
    }
    if (seenAt === undefined) return revisionsOf(store, situation);
    return store.revisions(situation, { since: seenAt });
  }
}

/** The texts that the page of a report has had, as far as they were fetched and kept by then, and the reports that hold them. */
export async function pageVersions(
  store: Store,
  report: Report,
  when: When = {},
): Promise<{ readonly versions: readonly Version[]; readonly reports: readonly Report[] }> {
  const fetches = await Promise.all(
    [...new Set([report.input, report.url ?? report.input])].map((address) => store.fetches(address)),
  );
  const documents = new Set([report.document, ...fetches.flat().map(({ sha256 }) => sha256)]);
  const reports = await Promise.all([...documents].map((document) => store.reports({ document })));
  return { versions: versionsOf(current(reports.flat()), report.id, when), reports: reports.flat() };
}

function outcomeOf(item: Read | Failed, at: string): Outcome {
  if ("report" in item) return { input: item.document.input, at, ok: true, report: item.report.id };
  const { where, stage, code, message } = item.problem;
  return { input: where, at, ok: false, stage, code, message };
}

export function asProblem(error: unknown, where: string): Problem {
  if (error instanceof Problem) return error;
  const message = `reading: ${where} could not be read: ${error instanceof Error ? error.message : String(error)}; please report it`;
  return new Problem("reading", "unexpected", where, message, error);
}

const languages = new Map<string, Promise<Language | undefined>>();

/** Each language is loaded once a process. */
function languageOf(code: string): Promise<Language | undefined> {
  const loading = languages.get(code) ?? loadLanguage(code);
  languages.set(code, loading);
  return loading;
}
