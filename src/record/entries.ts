/**
 * Findings of all reports as entries: joined where they tell of one thing, each with its evidence, its
 * independent origins, how it stands, and what it contradicts. When unsure, things stay apart; no entry says
 * more than the evidence that it stands on.
 */
import type { Entry, EntryEvidence, FigurePoint, Naming } from "../model/entry.ts";
import type { Finding, FindingKind, FindingOf } from "../model/finding.ts";
import { Borrowing, type Voiced } from "./borrowing.ts";
import { type Contradiction, Contradictions } from "./contradictions.ts";
import type { Draft, Names, Thread, Witness } from "./draft.ts";
import { events } from "./events.ts";
import { expectations } from "./expectations.ts";
import { figures } from "./figures.ts";
import { type Joined, Joiner, type Kind } from "./join.ts";
import { leadOf } from "./lead.ts";
import { legalBases } from "./legal-bases.ts";
import type { Namings } from "./naming.ts";
import type { Origins } from "./origins.ts";
import { positions } from "./positions.ts";
import type { Sentences } from "./sentences.ts";
import { type Point, pointOf, standingValue, supportsValue, valuesOf } from "./series.ts";
import { figureSides, positionSides } from "./sides.ts";
import { statements } from "./statements.ts";
import { historyOf, statusOf, supportsStatus } from "./status.ts";
import { entryIdOf, type Told } from "./told.ts";

export type JoinedThreads = Readonly<Record<FindingKind, Joined>>;

/** What is told, joined as it comes, each kind by its own rules. */
export class Threads {
  /** Of each kind those of which nothing is to come at some moment that was asked for, by their group. */
  readonly #whole: { readonly [K in FindingKind]: Thread[] } = {
    event: [],
    figure: [],
    position: [],
    "legal-basis": [],
    expectation: [],
    statement: [],
  };
  readonly #joiners: { readonly [K in FindingKind]: Joiner<FindingOf<K>, never> };

  constructor() {
    const joiner = <F extends Finding, Traits>(kind: Kind<F, Traits>) =>
      new Joiner(kind) as unknown as Joiner<F, never>;
    this.#joiners = {
      event: joiner(events),
      figure: joiner(figures),
      position: joiner(positions),
      "legal-basis": joiner(legalBases),
      expectation: joiner(expectations),
      statement: joiner(statements),
    };
  }

  /** Takes the next telling, in the order in which they were fetched. */
  add(told: Told): void {
    (this.#joiners[told.finding.kind] as Joiner<Finding, never>).add(told);
  }

  joined(): JoinedThreads {
    return Object.fromEntries(
      Object.entries(this.#joiners).map(([kind, joiner]) => [kind, joiner.joined()]),
    ) as JoinedThreads;
  }

  /** Takes tellings, each at its order, as they were joined. */
  restore(told: readonly Told[], joined: JoinedThreads): void {
    const byKind = Map.groupBy(told, ({ finding }) => finding.kind);
    for (const [kind, joiner] of Object.entries(this.#joiners) as [FindingKind, Joiner<Finding, never>][])
      joiner.restore(byKind.get(kind) ?? [], joined[kind], (order) => told[order]!);
  }

  /** Those of the tellings before a position in their order: as they were when these were all there was. */
  before(order: number): Thread[] {
    const threads: Thread[] = [];
    for (const [kind, { groups }] of Object.entries(this.#joiners) as [
      FindingKind,
      Joiner<Finding, never>,
    ][]) {
      const whole = this.#whole[kind];
      for (const [i, { id, told, orders }] of groups.entries()) {
        // Groups stand in the order of their founders.
        if (orders[0]! >= order) break;
        if (orders.at(-1)! < order) {
          whole[i] ??= { told, orders, founder: told[0]!, id };
          threads.push(whole[i]);
        } else
          threads.push({ told: told.slice(0, countBefore(orders, order)), orders, founder: told[0]!, id });
      }
    }
    return threads;
  }
}

function countBefore(orders: readonly number[], order: number): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders[middle]! < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Entries of the threads, of those tellings alone whose reports stand: 1 by the position of their capture. Ordered by
 * their first evidence.
 */
export function entriesOf(
  threads: readonly Thread[],
  standing: Uint8Array,
  origins: Origins,
  namings: Namings,
  made: Made = new Made(),
): Entry[] {
  const drafts = made.drafts(threads, standing, origins);
  const against = idsAgainst(made.contradictions.among(drafts), drafts);
  const wholes = wholesOf(drafts);
  return inTimeOf(drafts, origins.sentences).map((draft) =>
    made.entry(draft, against.get(draft) ?? none, partOfWhole(draft, wholes), namings),
  );
}

/** By their first witness. */
function inTimeOf(drafts: readonly Draft[], sentences: Sentences): Draft[] {
  const inTime = sentences.inTime();
  const byFirst = new Int32Array(inTime.length);
  for (const [i, { first }] of drafts.entries()) byFirst[first] = i + 1;
  const sorted: Draft[] = [];
  for (const order of inTime) if (byFirst[order]! > 0) sorted.push(drafts[byFirst[order]! - 1]!);
  return sorted;
}

/** In order of time; most are as they come. */
function ordered(witnesses: readonly Witness[]): readonly Witness[] {
  for (let i = 1; i < witnesses.length; i++)
    if (inTime(witnesses[i - 1]!, witnesses[i]!) > 0) return witnesses.toSorted(inTime);
  return witnesses;
}

const inTime = ({ told: a }: Witness, { told: b }: Witness) => a.time - b.time || a.order - b.order;
const none: readonly never[] = [];

/** What was made for the last views: an entry whose evidence is what it was is the same object again. */
export class Made {
  /** By the order of the thread's founder, and by that of the telling. */
  readonly #drafts: (Kept | undefined)[] = [];
  readonly #witnesses: (Witness | undefined)[] = [];
  readonly contradictions = new Contradictions();

  readonly #evidence: (EntryEvidence | undefined)[] = [];
  /** What the last view was of, and which it was. */
  #last: { readonly standing: Uint8Array; readonly counts: Origins["counts"] } = {
    standing: new Uint8Array(0),
    counts: [],
  };
  #view = 0;

  /** Those of a thread side by side. */
  drafts(threads: readonly Thread[], standing: Uint8Array, origins: Origins): Draft[] {
    const changed = this.#changed(standing, origins.counts);
    const { positions } = origins.sentences;
    this.#view++;
    const drafts: Draft[] = [];
    for (const thread of threads) {
      const known = this.#drafts[thread.founder.order];
      const isAsLast =
        known?.view === this.#view - 1 &&
        known.length === lengthOf(thread) &&
        !isAny(thread, changed, positions);
      const kept = isAsLast ? known : this.#kept(thread, standing, origins, known);
      kept.view = this.#view;
      for (const draft of kept.now) drafts.push(draft);
    }
    return drafts;
  }

  /** 1 by position for what did not stand in the last view and does now, or the reverse, or may count for another. */
  #changed(standing: Uint8Array, counts: Origins["counts"]): Uint8Array {
    const last = this.#last;
    this.#last = { standing, counts };
    const changed = new Uint8Array(Math.max(standing.length, last.standing.length));
    for (let i = 0; i < changed.length; i++) {
      const [is, was] = [standing[i] === 1, last.standing[i] === 1];
      if (is !== was || (is && counts[i] !== last.counts[i])) changed[i] = 1;
    }
    return changed;
  }

  #kept(thread: Thread, standing: Uint8Array, origins: Origins, known: Kept | undefined): Kept {
    const count = countStanding(thread, standing, origins.sentences);
    const isHere = (one: Kept | undefined) =>
      one !== undefined && isSame(one, thread, count, standing, origins);
    const found = count === 0 || isHere(known) ? known : isHere(known?.other) ? known?.other : undefined;
    const kept = found ?? this.#madeOf(thread, standing, origins);
    if (known !== undefined && kept !== known) {
      // One that holds all of the thread is the likeliest to be asked for again.
      kept.other = known.other !== kept && isWhole(known.other) && !isWhole(known) ? known.other : known;
      known.other = undefined;
    }
    kept.length = lengthOf(thread);
    kept.now = count === 0 ? none : kept.drafts;
    set(this.#drafts, thread.founder.order, kept);
    return kept;
  }

  #madeOf(thread: Thread, standing: Uint8Array, origins: Origins): Kept {
    const { told, orders: all } = thread;
    const { positions } = origins.sentences;
    const [orders, counted, witnesses]: [number[], Voiced[], Witness[]] = [[], [], []];
    for (let i = 0; i < told.length; i++) {
      const order = all === undefined ? told[i]!.order : all[i]!;
      const position = positions[order]!;
      if (standing[position] !== 1) continue;
      const counts = origins.counts[position]!;
      const voiced = counts instanceof Borrowing ? counts.of(told[i]!) : counts;
      orders.push(order);
      counted.push(voiced);
      witnesses.push(this.#witnessOf(told[i]!, order, voiced));
    }
    const drafts = witnesses.length === 0 ? none : draftsOf(ordered(witnesses), thread);
    const of = all?.length ?? told.length;
    return { thread, orders, of, counted, drafts, now: drafts, length: -1, view: 0, other: undefined };
  }

  #witnessOf(told: Told, order: number, { id, voice }: Voiced): Witness {
    const known = this.#witnesses[order];
    if (known !== undefined && known.origin === id && known.voice === voice) return known;
    const witness = { told, finding: told.finding, origin: id, voice };
    set(this.#witnesses, order, witness);
    return witness;
  }

  entry(draft: Draft, contradicts: readonly string[], partOf: string | undefined, namings: Namings): Entry {
    const known = draft.made;
    const names = namings.some
      ? draft.witnesses.map(({ told }) => namings.of(told.report.id, told.finding))
      : nobody;
    if (
      known !== undefined &&
      known.entry.partOf === (partOf === known.entry.id ? undefined : partOf) &&
      known.entry.contradicts.length === contradicts.length &&
      known.entry.contradicts.every((id, i) => id === contradicts[i]) &&
      areSameNames(known.names, names)
    )
      return known.entry;
    const evidence = draft.witnesses.map((one, i) => this.#evidenceOf(one, names[i]));
    const entry = entryFrom(draft, evidence, contradicts, partOf);
    draft.made = { entry, names };
    return entry;
  }

  #evidenceOf({ told, finding, origin }: Witness, naming: Naming | undefined): EntryEvidence {
    const known = this.#evidence[told.order];
    if (known?.origin === origin && known.naming === naming) return known;
    const { at, knownAt } = told;
    const report = told.report.id;
    const evidence = { report, origin, at, knownAt, finding, ...(naming === undefined ? {} : { naming }) };
    set(this.#evidence, told.order, evidence);
    return evidence;
  }
}

/** Lists have no holes, which would be looked up elsewhere. */
function set<T>(list: (T | undefined)[], at: number, value: T): void {
  while (list.length < at) list.push(undefined);
  list[at] = value;
}

const nobody: Names = [];

function areSameNames(some: Names, others: Names): boolean {
  const [one, other] = some.length < others.length ? [others, some] : [some, others];
  return one.every((naming, i) => naming?.report === other[i]?.report && naming?.actor === other[i]?.actor);
}

/** Drafts, and what they were made from. */
interface Kept {
  readonly thread: Thread;
  /** Orders of those that stood, in fetch order, of how many; and what each counted for. */
  readonly orders: readonly number[];
  readonly of: number;
  readonly counted: readonly Voiced[];
  readonly drafts: readonly Draft[];
  /** The view in which it was last found to hold, and what it was then: nothing where none of it stood. */
  view: number;
  now: readonly Draft[];
  /** Tellings of the thread then; -1 where analysts put it together. */
  length: number;
  /** Another that was made of the thread before. */
  other: Kept | undefined;
}

function isWhole(kept: Kept | undefined): boolean {
  return kept !== undefined && kept.orders.length === kept.of;
}

function lengthOf({ told, orders }: Thread): number {
  return orders === undefined ? -1 : told.length;
}

/** Whether what has changed is told in the thread. An analyst's thread may have changed anyhow. */
function isAny({ told, orders }: Thread, changed: Uint8Array, positions: Int32Array): boolean {
  if (orders === undefined) return true;
  for (let i = 0; i < told.length; i++) if (changed[positions[orders[i]!]!] === 1) return true;
  return false;
}

function countStanding({ told, orders }: Thread, standing: Uint8Array, sentences: Sentences): number {
  let count = 0;
  for (let i = 0; i < told.length; i++)
    count += standing[sentences.positionOf(orders === undefined ? told[i]!.order : orders[i]!)]!;
  return count;
}

function isSame(
  was: Kept,
  { told, orders, id, marks }: Thread,
  count: number,
  standing: Uint8Array,
  origins: Origins,
): boolean {
  if (was.orders.length !== count || was.thread.id !== id || was.thread.marks !== marks) return false;
  for (let i = 0, n = 0; n < count; i++) {
    const order = orders === undefined ? told[i]!.order : orders[i]!;
    const position = origins.sentences.positionOf(order);
    if (standing[position] !== 1) continue;
    if (was.orders[n] !== order) return false;
    const counts = origins.counts[position]!;
    if (was.counted[n] !== (counts instanceof Borrowing ? counts.of(told[i]!) : counts)) return false;
    n++;
  }
  return true;
}

/** What one thread tells, parted where independent origins hold what cannot both be. */
function sidesOf(witnesses: readonly Witness[], { marks = [] }: Thread): Witness[][] {
  switch (witnesses[0]!.told.finding.kind) {
    case "figure":
      return figureSides(
        witnesses,
        marks.some(({ kind }) => kind === "merge"),
      );
    case "position":
      return positionSides(witnesses);
    default:
      return [[...witnesses]];
  }
}

/** Each side is named by its own first telling; the founder, where it stands no more, names the first side. */
function draftsOf(witnesses: readonly Witness[], thread: Thread): Draft[] {
  const { founder } = thread;
  const stands = witnesses.some(({ told }) => told === founder);
  return sidesOf(witnesses, thread).map((side, n) => {
    const named = stands ? side.some(({ told }) => told === founder) : n === 0;
    return draftOf(side, thread, named ? thread.id : entryIdOf(firstOf(side)));
  });
}

function draftOf(witnesses: readonly Witness[], thread: Thread, id: string): Draft {
  const { kind } = witnesses[0]!.told.finding;
  const values = kind === "figure" ? valuesOf(witnesses as readonly Point[]) : [];
  const history = kind === "figure" ? [] : historyOf(witnesses);
  const current = history.at(-1)?.status;
  const lead = kind === "figure" ? standingValue(values).told : leadOf(witnesses, current);
  return {
    id,
    kind,
    witnesses,
    first: witnesses[0]!.told.order,
    history: kind === "figure" ? statusOf(lead) : history,
    lead,
    denies: kind === "event" && witnesses[0]!.told.finding.status?.polarity === "denied",
    values,
    wholes: kind === "figure" ? witnesses.flatMap(({ told }) => wholeOf(told) ?? []) : none,
    thread,
    made: undefined,
  };
}

function firstOf(witnesses: readonly Witness[]): Told {
  return witnesses.reduce((first, { told }) => (told.order < first.order ? told : first), witnesses[0]!.told);
}

function entryFrom(
  draft: Draft,
  evidence: readonly EntryEvidence[],
  contradicts: readonly string[],
  partOf: string | undefined,
): Entry {
  const { id, kind, lead, history, values } = draft;
  const { marks = [] } = draft.thread;
  const status = history.at(-1)?.status;
  const series: FigurePoint[] = values.map(pointOf);
  return {
    id,
    kind,
    lead: lead.finding,
    leadReport: lead.report.id,
    ...(status === undefined ? {} : { status }),
    history,
    ...(kind === "figure" ? { series } : {}),
    evidence,
    origins: independent(supporting(draft)),
    contradicts,
    ...(partOf === undefined || partOf === id ? {} : { partOf }),
    ...(marks.length === 0 ? {} : { corrections: marks }),
  };
}

/**
 * Who says it as it stands: who told that a raid was planned does not confirm that it was called off, nor who
 * counted 11 that there are 31.
 */
function supporting({ kind, witnesses, lead, history, values }: Draft): readonly Witness[] {
  const current = history.at(-1)?.status;
  return witnesses.filter(({ finding }, i) => {
    if (lead.finding.kind === "figure") return supportsValue(values[i]!, lead);
    if (lead.finding.kind === "position" && finding.kind === "position") {
      return finding.position.stance === lead.finding.position.stance;
    }
    if (current === undefined) return true;
    if (finding.status === undefined) return false;
    // How far an act has got is an event's story; of a legal basis or an expectation the stage says little.
    const { stage, ...rest } = finding.status;
    const own =
      kind === "event" || current.stage === undefined ? finding.status : { ...rest, stage: current.stage };
    return supportsStatus(own, current);
  });
}

/** One origin per voice, in order of time: a paper that says a thing in two articles says it once. */
function independent(witnesses: readonly Witness[]): string[] {
  const byVoice = new Map<string, string>();
  for (const { voice, origin } of witnesses) if (!byVoice.has(voice)) byVoice.set(voice, origin);
  return [...new Set(byVoice.values())];
}

/** Entries of the figures that others are said to be parts of, by the order of what tells them. */
function wholesOf(drafts: readonly Draft[]): Map<number, string> {
  const named = new Set<number>();
  for (const { wholes } of drafts) for (const one of wholes) named.add(one);
  const found = new Map<number, string>();
  if (named.size === 0) return found;
  for (const { id, witnesses } of drafts)
    for (const { told } of witnesses) if (named.has(told.order)) found.set(told.order, id);
  return found;
}

function wholeOf(told: Told): number | undefined {
  const { finding } = told;
  if (finding.kind !== "figure" || finding.figure.partOf === undefined) return undefined;
  return told.orderOf(finding.figure.partOf);
}

function partOfWhole(draft: Draft, wholes: ReadonlyMap<number, string>): string | undefined {
  for (const named of draft.wholes) {
    const whole = wholes.get(named);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** Ids of what each draft contradicts, those that contradict something alone. */
function idsAgainst(
  against: readonly Contradiction[],
  drafts: readonly Draft[],
): Map<Draft, readonly string[]> {
  const found = new Map<Draft, Set<string>>();
  const add = (one: Draft, other: Draft) => {
    const ids = found.get(one) ?? new Set();
    found.set(one, ids.add(other.id));
  };
  for (const [a, b] of against) {
    add(drafts[a]!, drafts[b]!);
    add(drafts[b]!, drafts[a]!);
  }
  return new Map([...found].map(([draft, ids]) => [draft, [...ids].sort()]));
}
