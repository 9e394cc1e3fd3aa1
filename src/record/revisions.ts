/** What changed from one record to the next, in meaning: one revision per entry and kind of change. */
import { hash } from "node:crypto";
import type { Entry, EntryEvidence, SituationRecord } from "../model/entry.ts";
import type { Change, Revision } from "../model/revision.ts";
import { absenceWords } from "./absence.ts";
import { stateOf } from "./entries/state.ts";
import { instant } from "./tellings/time.ts";

/** `knownAt` is when the later record's news was fetched. Ordered by entry, then by change. */
export function revisions(
  before: SituationRecord,
  after: SituationRecord,
  at: { readonly knownAt: string },
): Revision[] {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  const now = new Map(after.entries.map((entry) => [entry.id, entry]));
  const holders = once(() => holdersOf(after));
  const groups = once(() => groupsOf(before));
  const correctionsOf = correctionsBetween(before, after);
  const movedOf = movedBetween(before, after);
  const found: Revision[] = [];
  const add = (
    entry: string,
    change: Change,
    evidence: readonly EntryEvidence[],
    words: Words = {},
    heir = entry,
  ) => {
    const corrections = correctionsOf(heir);
    const moved = movedOf(old.get(entry), now.get(entry));
    found.push(
      revisionOf(entry, change, evidence, at.knownAt, {
        ...words,
        corrections: [...new Set([...corrections, ...moved.corrections])].sort(order),
        because: moved.because,
      }),
    );
  };

  for (const entry of after.entries) {
    const was = old.get(entry.id);
    // Entries whose evidence is what it was are often the same objects.
    if (was === entry) continue;
    if (was === undefined) {
      add(entry.id, "new", entry.evidence, { to: stateOf(entry) });
      if (entry.contradicts.length > 0) add(entry.id, "contradicted", entry.evidence, {});
      continue;
    }
    const news = newEvidence(was, entry);
    const [from, to] = [stateOf(was), stateOf(entry)];
    // Who bears out what the entry says by now has not borne out what it said before.
    const corroborating = from === to ? corroboration(was, entry, groups()) : [];
    if (corroborating.length > 0) {
      add(entry.id, "corroborated", corroborating, { from: count(was), to: count(entry) });
    }
    if (from !== to) add(entry.id, "revised", changedBy(entry, news), { from, to });
    const against = entry.contradicts.filter((id) => !was.contradicts.includes(id));
    if (against.length > 0) {
      const theirs = against.flatMap((id) => now.get(id)?.evidence ?? []);
      add(entry.id, "contradicted", news.length > 0 ? news : theirs, {});
    }
    if (isOvertaken(entry) && !isOvertaken(was)) add(entry.id, "superseded", news, { from });
    const still = new Set(entry.evidence.map(keyOf));
    const gone = was.evidence.filter((one) => !still.has(keyOf(one)));
    if (gone.length > 0 && entry.origins.length < was.origins.length) {
      add(entry.id, "withdrawn", gone, { from: count(was), to: count(entry) });
    }
  }
  for (const entry of before.entries) {
    if (now.has(entry.id)) continue;
    // Its evidence may count for another entry by now; only where none is left has it been taken back.
    const heir = entry.evidence.map(keyOf).find((key) => holders().has(key));
    const from = stateOf(entry);
    if (heir === undefined) add(entry.id, "withdrawn", entry.evidence, { from });
    else {
      const holder = now.get(holders().get(heir)!)!;
      add(entry.id, "superseded", entry.evidence, { from, to: stateOf(holder) }, holder.id);
    }
  }
  return found.sort((a, b) => order(a.entry, b.entry) || order(a.change, b.change));
}

interface Words {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly corrections?: readonly string[];
  readonly because?: string | undefined;
}

interface Moved {
  readonly because?: string | undefined;
  readonly corrections: readonly string[];
}

/**
 * Why evidence is in one of the records and not in the other, where its report was taken out of the situation or put into it
 * in between.
 */
function movedBetween(
  { absent: old = [] }: SituationRecord,
  { absent: now = [] }: SituationRecord,
): (was: Entry | undefined, is: Entry | undefined) => Moved {
  const [were, are] = [old, now].map((list) => new Map(list.map((one) => [one.report, one])));
  const out = new Map([...are!].filter(([report]) => !were!.has(report)));
  const back = new Map([...were!].filter(([report]) => !are!.has(report)));
  if (out.size + back.size === 0) return () => ({ corrections: [] });
  return (was, is) => {
    const evidence = differing(was, is);
    const [gone] = evidence.flatMap(({ report }) => out.get(report) ?? []);
    if (gone !== undefined)
      return {
        because: absenceWords(gone),
        corrections: gone.correction === undefined ? [] : [gone.correction],
      };
    const [come] = evidence.flatMap(({ report }) => back.get(report) ?? []);
    return come === undefined ? { corrections: [] } : { because: "in the situation again", corrections: [] };
  };
}

/** Corrections that an entry shows in one of the records and not in the other. */
function correctionsBetween(before: SituationRecord, after: SituationRecord): (entry: string) => string[] {
  if (before.review === undefined && after.review === undefined) return () => [];
  const [old, now] = [marksIn(before), marksIn(after)];
  return (entry) => {
    const [was, is] = [old.get(entry) ?? [], now.get(entry) ?? []];
    const changed = [...is.filter((id) => !was.includes(id)), ...was.filter((id) => !is.includes(id))];
    return [...new Set(changed)].sort(order);
  };
}

function marksIn({ entries, review }: SituationRecord): Map<string, string[]> {
  return new Map(
    [...entries, ...(review?.rejected ?? [])].map(({ id, corrections = [], edits = [] }) => [
      id,
      [...corrections, ...edits].map(({ correction }) => correction),
    ]),
  );
}

function revisionOf(
  entry: string,
  change: Change,
  evidence: readonly EntryEvidence[],
  knownAt: string,
  { from, to, corrections = [], because }: Words,
): Revision {
  const reports = [...new Set(evidence.map(({ report }) => report))].sort(order);
  // Taken back, it holds no more from the day that we knew.
  const holdsAt = change === "withdrawn" || evidence.length === 0 ? knownAt : latest(evidence);
  const body = {
    entry,
    change,
    holdsAt,
    knownAt,
    reports,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(corrections.length === 0 ? {} : { corrections }),
    ...(because === undefined ? {} : { because }),
  };
  return { id: `v${hash("sha256", JSON.stringify(body)).slice(0, 16)}`, ...body };
}

/** Evidence by an origin that carried none of this entry before: another paper's reprint is no news. */
function corroboration(was: Entry, entry: Entry, groups: ReadonlyMap<string, string>): EntryEvidence[] {
  if (entry.origins.length <= was.origins.length) return [];
  const carried = new Set(was.evidence.flatMap(({ report }) => [report, groups.get(report) ?? report]));
  const known = new Set(was.origins);
  const added = new Set(entry.origins.filter((origin) => !known.has(origin)));
  return entry.evidence.filter(
    ({ origin, report }) =>
      added.has(origin) && !carried.has(report) && !carried.has(groups.get(report) ?? report),
  );
}

/** Origin of each report, as it was. */
function groupsOf(record: SituationRecord): Map<string, string> {
  return new Map(record.origins.flatMap(({ id, reports }) => reports.map((report) => [report, id])));
}

function holdersOf(record: SituationRecord): Map<string, string> {
  return new Map(record.entries.flatMap(({ id, evidence }) => evidence.map((one) => [keyOf(one), id])));
}

function newEvidence(was: Entry, entry: Entry): EntryEvidence[] {
  const known = new Set(was.evidence.map(keyOf));
  return entry.evidence.filter((one) => !known.has(keyOf(one)));
}

/** Evidence that an entry has in one of the records and not in the other. */
function differing(was: Entry | undefined, is: Entry | undefined): EntryEvidence[] {
  const [before, after] = [was?.evidence ?? [], is?.evidence ?? []];
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [...after.filter((one) => !old.has(keyOf(one))), ...before.filter((one) => !now.has(keyOf(one)))];
}

function changedBy(entry: Entry, news: readonly EntryEvidence[]): readonly EntryEvidence[] {
  const lead = news.filter(
    ({ report, finding }) => report === entry.leadReport && finding.id === entry.lead.id,
  );
  if (lead.length > 0) return lead;
  const step = entry.history.at(-1)?.report;
  const stepped = news.filter(({ report }) => report === step);
  return stepped.length > 0 ? stepped : news;
}

function keyOf({ report, finding }: EntryEvidence): string {
  return `${report} ${finding.id}`;
}

/** Every value of the figure was replaced by now. */
function isOvertaken({ series }: Entry): boolean {
  return series?.every(({ superseded }) => superseded) ?? false;
}

function count({ origins }: Entry): string {
  return `${origins.length} origin${origins.length === 1 ? "" : "s"}`;
}

function latest(evidence: readonly EntryEvidence[]): string {
  return evidence.reduce((last, { at }) => (instant(at) > instant(last) ? at : last), evidence[0]!.at);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
