/**
 * Which reports of the archive the scopes of situations select: those that a scope catches, and those of their stories. What
 * a scope takes in or out is appended; the reports of the archive are remembered as scopes see them. Beside pipeline.ts,
 * which it is a part of, this joins store and record.
 */
import type { Grade } from "./model/correction.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import type {
  Because,
  Move,
  Scope,
  ScopePreview,
  ScopeSet,
  Selection,
  Suggestion,
  ValuePart,
} from "./model/scope.ts";
import type { Story } from "./model/story.ts";
import { absencesOf, decisionOn, decisionsIn } from "./record/absence.ts";
import { grader, holding } from "./record/corrections/corrections.ts";
import {
  type Catchable,
  catchable,
  caughtIn,
  selectedBy,
  suggestionsFor,
  valuesIn,
} from "./record/scopes.ts";
import { Stories } from "./record/stories/languages.ts";
import { weights } from "./record/stories/weights.ts";
import { fetchedLater, inFetchOrder, pageOf } from "./record/tellings/captures.ts";
import { current } from "./remembering.ts";
import { appendRevisions, isPending, momentsOf } from "./revising.ts";
import type { Store } from "./store/store.ts";

export interface ScopeChange {
  /** As it was set: later than all that the situation holds. */
  readonly set: ScopeSet;
  /** Reports of the archive that the scope selects; of them those that come in with their stories. */
  readonly selected: number;
  readonly byStory: number;
  /** Reports that came in, and that went out. */
  readonly in: number;
  readonly out: number;
}

/**
 * Sets what a situation is about. Reports of the archive that the scope selects come in; what it does not select goes out
 * from now on, save what an analyst put in. As known before, the record is what it was.
 */
export async function setScope(store: Store, given: ScopeSet): Promise<ScopeChange> {
  await appendRevisions(store, given.situation);
  const archive = await archived(store);
  const standing = await standingOf(store, given.situation, archive);
  const set = { ...given, at: after(standing, given.at) };
  const changes = changesTo(set.scope, archive, standing, { ...set, all: true });
  await store.transaction(async (write) => {
    await write.addScope(set);
    await append(write, set.situation, changes, archive);
  });
  await appendRevisions(store, set.situation);
  const { wanted, moved } = changes;
  return {
    set,
    selected: wanted.size,
    byStory: countOf(wanted, "story"),
    in: moved.filter(({ is }) => is === "in").length,
    out: moved.filter(({ is }) => is === "out").length,
  };
}

/** What setting a scope would change; nothing is set. */
export async function previewScope(store: Store, situation: string, scope: Scope): Promise<ScopePreview> {
  const archive = await archived(store);
  const standing = await standingOf(store, situation, archive);
  const { wanted, moved } = changesTo(scope, archive, standing, { situation, at: "", all: true });
  const moves = (is: "in" | "out") => {
    const all = moved
      .filter((one) => one.is === is)
      .map((one) => moveOf(one, archive))
      .sort((a, b) =>
        a.published < b.published ? 1 : a.published > b.published ? -1 : a.report < b.report ? -1 : 1,
      );
    return { count: all.length, examples: all.slice(0, examples) };
  };
  const [coming, going] = [moves("in"), moves("out")];
  const now = standing.members.size - standing.absent.size;
  return {
    archive: archive.all.size,
    caught: countOf(wanted, "caught"),
    byStory: countOf(wanted, "story"),
    before: now,
    after: now + coming.count - going.count,
    in: coming,
    out: going,
  };
}

const examples = 12;

/**
 * After reports have come: those that scopes select with their stories come into their situations, and what is no longer
 * selected by a story goes out. What changed by all that came is appended as revisions.
 */
export async function appendCaught(store: Store): Promise<void> {
  const scopes = await store.scopes();
  const scoped = new Set(scopes.map(({ situation }) => situation));
  // Pages that they hold may have come again for another situation (`holdersOf` in pipeline.ts).
  for (const { id } of await store.situations())
    if (!scoped.has(id) && (await isPending(store, id)) === "fetched") await appendRevisions(store, id);
  if (scopes.length === 0) return;
  const archive = await archived(store);
  for (const { situation, scope } of scopes) {
    const standing = await standingOf(store, situation, archive);
    const at = after(standing, archive.last?.fetchedAt ?? new Date(0).toISOString());
    const changes = changesTo(scope, archive, standing, { situation, at, all: false });
    if (changes.selections.length > 0 || changes.fresh.length > 0)
      await store.transaction((write) => append(write, situation, changes, archive));
    await appendRevisions(store, situation);
  }
}

/** What could be added to a situation's scope, from all reports of the archive. */
export async function scopeSuggestions(store: Store, scope: Scope): Promise<Suggestion[]> {
  return suggestionsFor(scope, (await archived(store)).all.values());
}

/** What a part of a scope could be given, by what the reports of the archive hold, with how many hold it. */
export async function scopeValues(
  store: Store,
  { part, typed, limit }: { readonly part: ValuePart; readonly typed: string; readonly limit: number },
): Promise<{ value: string; name: string; reports: number }[]> {
  return valuesIn((await archived(store)).all.values(), part, typed, limit);
}

/** What ids of actors and places in scopes are called, where the archive knows them. */
export async function scopeNames(store: Store, scopes: readonly Scope[]): Promise<Record<string, string>> {
  const wanted = new Set(scopes.flatMap(({ actors = [], places = [] }) => [...actors, ...places]));
  const names: Record<string, string> = {};
  if (wanted.size === 0) return names;
  for (const { actors, places } of (await archived(store)).all.values())
    for (const { id, name } of [...actors, ...places])
      if (id !== undefined && wanted.has(id) && !Object.hasOwn(names, id)) names[id] = name;
  return names;
}

/** Whoever reads a report for a situation again puts it in again, where a scope took it out. */
export async function readByHand(write: Store, situation: string, report: string, at: string): Promise<void> {
  const last = (await write.selections(situation, { report })).at(-1);
  if (last?.is !== "out") return;
  const later = at > last.at ? at : nextSecond(last.at);
  await write.addSelections([{ situation, report, at: later, is: "in", because: { kind: "hand" } }]);
}

/** Why a report is in a situation, or is not; undefined where it was never in it. */
export async function membershipOf(
  store: Store,
  situation: string,
  report: Report,
  reading: Reading | undefined,
): Promise<Membership | undefined> {
  if (!(await store.situationsOf(report.id)).includes(situation)) return undefined;
  const selections = await store.selections(situation, { report: report.id });
  const held = holding(await store.corrections(situation), Number.POSITIVE_INFINITY);
  const grade = grader(held)(report);
  const graded = grade === undefined ? {} : { grade };
  const absence = absencesOf([report], selections, held, Number.POSITIVE_INFINITY).get(report.id);
  if (absence !== undefined) return { is: "out", since: absence.since, because: absence.because, ...graded };
  const said = decisionOn(report, decisionsIn(held));
  if (said !== undefined) {
    const { at, by, reason } = said;
    const because = { kind: "analyst" as const, by, ...(reason === undefined ? {} : { reason }) };
    return { is: "in", since: at, because, ...graded };
  }
  const last = selections.at(-1);
  const set = await store.scope(situation);
  const caught = set === undefined ? undefined : caughtIn(set.scope, catchable(report, reading));
  if (caught !== undefined && typeof caught !== "string")
    return { is: "in", because: { kind: "caught", caught }, ...graded };
  return { is: "in", because: last?.is === "in" ? last.because : { kind: "hand" }, ...graded };
}

export interface Membership {
  readonly is: "in" | "out";
  readonly since?: string;
  readonly because: Because | { readonly kind: "analyst"; readonly by: string; readonly reason?: string };
  /** How analysts of the situation grade the report. */
  readonly grade?: Grade;
}

// How a situation stands

interface Standing {
  readonly members: ReadonlySet<string>;
  /** The last selection of each report. */
  readonly last: ReadonlyMap<string, Selection>;
  /** Not in it now, by id. */
  readonly absent: ReadonlySet<string>;
  /** An analyst said whether they are in: no scope is asked. */
  readonly decided: ReadonlySet<string>;
  /** The last moment at which something of it became known. */
  readonly moment: string | undefined;
}

async function standingOf(store: Store, situation: string, archive: Archive): Promise<Standing> {
  const members = new Set(await store.memberIds(situation));
  const selections = await store.selections(situation);
  const corrections = await store.corrections(situation);
  const held = holding(corrections, Number.POSITIVE_INFINITY);
  const decisions = decisionsIn(held);
  const reports = [...members].flatMap((id) => archive.reports.get(id) ?? []);
  const absences = absencesOf(reports, selections, held, Number.POSITIVE_INFINITY);
  const decided = reports.filter((report) => decisionOn(report, decisions) !== undefined);
  return {
    members,
    last: new Map(selections.map((one) => [one.report, one])),
    absent: new Set(absences.keys()),
    decided: new Set(decided.map(({ id }) => id)),
    moment: momentsOf(reports, corrections, selections).at(-1),
  };
}

/** In a later second than all that is known of the situation, as records are made as of seconds. */
function after({ moment }: Standing, at: string): string {
  if (moment === undefined || Date.parse(at) >= Date.parse(nextSecond(moment)))
    return new Date(at).toISOString();
  return nextSecond(moment);
}

function nextSecond(time: string): string {
  return new Date(Math.floor(Date.parse(time) / 1_000) * 1_000 + 1_000).toISOString();
}

interface Changes {
  readonly wanted: ReadonlyMap<string, Because>;
  /** Reports that were never in it. */
  readonly fresh: readonly string[];
  readonly selections: readonly Selection[];
  /** Those that are not where they were. */
  readonly moved: readonly Selection[];
}

/**
 * What of a situation a scope changes. A scope that is set (`all`) is asked of every report; after that, what came in by
 * hand or was caught stays, and only what stories brought goes out with them.
 */
function changesTo(
  scope: Scope,
  archive: Archive,
  { members, last, absent, decided }: Standing,
  { situation, at, all }: { readonly situation: string; readonly at: string; readonly all: boolean },
): Changes {
  const stays = (report: string) =>
    !all && members.has(report) && !absent.has(report) && last.get(report)?.because.kind !== "story";
  const wanted = archive.withLaterCaptures(selectedBy(scope, archive.all, archive.stories()), stays);
  const fresh: string[] = [];
  const selections: Selection[] = [];
  const moved: Selection[] = [];
  const select = (report: string, is: "in" | "out", because: Because) => {
    const one: Selection = { situation, report, at, is, because };
    const wasIn = members.has(report) && !absent.has(report);
    if (!decided.has(report) && wasIn !== (is === "in")) moved.push(one);
    // That a report is caught is seen from the scope; what else brings it in is kept.
    if (members.has(report) || because.kind !== "caught") selections.push(one);
  };
  for (const [report, because] of wanted) {
    const isNew = !members.has(report);
    if (isNew) fresh.push(report);
    if (isNew || last.get(report)?.is === "out") select(report, "in", because);
  }
  for (const report of members) {
    const known = last.get(report);
    if (wanted.has(report) || known?.is === "out") continue;
    if (!all && known?.because.kind !== "story") continue;
    const one = archive.all.get(report);
    // A report that an earlier extractor made counts no more.
    if (one === undefined) continue;
    const missed = caughtIn(scope, one);
    if (typeof missed === "string") select(report, "out", { kind: "left-out", part: missed });
  }
  return { wanted, fresh, selections, moved };
}

async function append(
  write: Store,
  situation: string,
  { fresh, selections }: Changes,
  archive: Archive,
): Promise<void> {
  for (const id of fresh) await write.addToSituation(situation, [id], archive.reports.get(id)!.fetchedAt);
  await write.addSelections(selections);
}

function moveOf({ report: id, because }: Selection, archive: Archive): Move {
  const { title, publisher, published, fetchedAt } = archive.reports.get(id)!;
  const like = because.kind === "story" ? archive.reports.get(because.like) : undefined;
  return {
    report: id,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    published: published?.value ?? fetchedAt,
    because,
    ...(like === undefined ? {} : { like: like.title ?? like.publisher ?? like.id }),
  };
}

function countOf(wanted: ReadonlyMap<string, Because>, kind: Because["kind"]): number {
  let count = 0;
  for (const because of wanted.values()) if (because.kind === kind) count++;
  return count;
}

// The archive as scopes see it

/** Without its text: what a scope asks of that is in its `Catchable`. */
type Kept = Omit<Report, "text" | "blocks"> & { readonly text: ""; readonly blocks: readonly [] };

class Archive {
  readonly all = new Map<string, Catchable>();
  readonly reports = new Map<string, Kept>();
  readonly #stories = new Stories(weights);
  /** The first report of each page, whose story its later captures share; and all of each page. */
  readonly #firstOf = new Map<string, string>();
  readonly #captures = new Map<string, string[]>();
  /** In the order of fetches, and in that in which they came into the store. */
  last: Kept | undefined;
  lastAdded: string | undefined;
  counts: Counted = { reports: 0, readings: 0 };

  holds(counts: Counted, lastAdded: string | undefined): void {
    this.counts = counts;
    this.lastAdded = lastAdded;
  }

  /** Takes the next report in fetch order. */
  add(report: Report, reading: Reading | undefined): void {
    this.all.set(report.id, catchable(report, reading));
    this.last = { ...report, text: "", blocks: [] };
    this.reports.set(report.id, this.last);
    const page = pageOf(report) ?? report.id;
    const first = this.#firstOf.get(page);
    if (first === undefined) {
      this.#firstOf.set(page, report.id);
      this.#captures.set(report.id, [report.id]);
      this.#stories.add(report);
    } else this.#captures.get(first)!.push(report.id);
  }

  /** A page that is in stays in as it changes, though it no longer says what a scope looks for: it may take that back. */
  withLaterCaptures(
    selected: Map<string, Because>,
    stays: (report: string) => boolean,
  ): Map<string, Because> {
    for (const captures of this.#captures.values()) {
      if (captures.length === 1) continue;
      let of: string | undefined;
      for (const id of captures) {
        if (of !== undefined && !selected.has(id) && !stays(id)) selected.set(id, { kind: "page", of });
        if (selected.has(id) || stays(id)) of ??= id;
      }
    }
    return selected;
  }

  /** With all captures of their pages. */
  stories(): Pick<Story, "id" | "reports">[] {
    return this.#stories.stories().map(({ id, reports }) => ({
      id,
      reports: reports.flatMap((first) => this.#captures.get(first) ?? []),
    }));
  }
}

interface Counted {
  readonly reports: number;
  readonly readings: number;
}

const archives = new WeakMap<Store, Promise<Archive>>();

/** As the store holds it now: what has come since it was last asked for is added. */
async function archived(store: Store): Promise<Archive> {
  // One after another, so that two who ask at once don't both add what came.
  const now = (archives.get(store) ?? Promise.resolve(undefined))
    .catch(() => undefined)
    .then((was) => upToDate(store, was));
  archives.set(store, now);
  return now;
}

async function upToDate(store: Store, was: Archive | undefined): Promise<Archive> {
  const { reports, readings } = await store.counts();
  if (was !== undefined && was.counts.reports === reports && was.counts.readings === readings) return was;
  const counts = { reports, readings };
  if (was !== undefined && (await hasGrown(store, was, counts))) return was;
  const archive = new Archive();
  const all: Report[] = [];
  for await (const report of addedAfter(store, undefined)) all.push(report);
  for (const report of inFetchOrder(current(all))) archive.add(report, await store.reading(report.id));
  archive.holds(counts, all.at(-1)?.id);
  return archive;
}

/** Adds what came, where it simply comes after what is there; else false, and nothing is added. */
async function hasGrown(store: Store, archive: Archive, counts: Counted): Promise<boolean> {
  const came: { report: Report; reading: Reading | undefined }[] = [];
  const extractors = new Map([...archive.reports.values()].map((one) => [one.document, one.extractor]));
  let lastId = archive.lastAdded;
  for await (const report of addedAfter(store, lastId)) {
    lastId = report.id;
    came.push({ report, reading: await store.reading(report.id) });
    const extractor = extractors.get(report.document);
    // What another extractor makes of a document takes the place of what there was.
    if (extractor !== undefined && extractor !== report.extractor) return false;
  }
  const read = came.filter(({ reading }) => reading !== undefined).length;
  if (archive.counts.readings + read !== counts.readings) return false;
  const byId = new Map(came.map((one) => [one.report.id, one]));
  const sorted = inFetchOrder(came.map(({ report }) => report));
  const [first] = sorted;
  if (first !== undefined && archive.last !== undefined && !fetchedLater(first, archive.last)) return false;
  for (const report of sorted) archive.add(report, byId.get(report.id)!.reading);
  archive.holds(counts, lastId);
  return true;
}

/** Reports in the order in which they were added, after one. */
async function* addedAfter(store: Store, id: string | undefined): AsyncGenerator<Report> {
  for (let after = id; ; ) {
    const some = await store.reports({ limit: 200, ...(after === undefined ? {} : { after }) });
    yield* some;
    if (some.length < 200) return;
    after = some.at(-1)!.id;
  }
}
