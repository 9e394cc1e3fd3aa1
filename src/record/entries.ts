/**
 * Findings of all reports as entries: joined where they tell of one thing, each with its evidence, its
 * independent origins, how it stands, and what it contradicts. When unsure, things stay apart; no entry says
 * more than the evidence that it stands on.
 */
import type { Entry, EntryEvidence, FigurePoint, Naming } from "../model/entry.ts";
import type { Finding, FindingKind, FindingOf } from "../model/finding.ts";
import { type Contradiction, contradictions } from "./contradictions.ts";
import type { Draft, Thread, Witness } from "./draft.ts";
import { events } from "./events.ts";
import { expectations } from "./expectations.ts";
import { figures } from "./figures.ts";
import { type Group, type Joined, Joiner, type Kind } from "./join.ts";
import { leadOf } from "./lead.ts";
import { legalBases } from "./legal-bases.ts";
import type { Namings } from "./naming.ts";
import type { Origins, Voiced } from "./origins.ts";
import { positions } from "./positions.ts";
import { type Point, pointOf, standingValue, supportsValue, valuesOf } from "./series.ts";
import { figureSides, positionSides } from "./sides.ts";
import { statements } from "./statements.ts";
import { historyOf, statusOf, supportsStatus } from "./status.ts";
import { entryIdOf, type Told } from "./told.ts";

export type JoinedThreads = Readonly<Record<FindingKind, Joined>>;

/** What is told, joined as it comes, each kind by its own rules. */
export class Threads {
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
    return Object.values(this.#joiners).flatMap(({ groups }) =>
      groups.flatMap(({ id, told, orders }: Pick<Group<Finding, never>, "id" | "told" | "orders">) => {
        const founder = told[0]!;
        if (founder.order >= order) return [];
        const all = told.at(-1)!.order < order ? told : told.slice(0, countBefore(told, order));
        return [{ told: all, orders, founder, id }];
      }),
    );
  }
}

function countBefore(told: readonly Told[], order: number): number {
  let [low, high] = [0, told.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (told[middle]!.order < order) low = middle + 1;
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
  const drafts = threads.flatMap((thread) => made.drafts(thread, standing, origins));
  const against = idsAgainst(contradictions(drafts), drafts);
  const wholes = wholesOf(drafts);
  return drafts
    .toSorted((a, b) => inTime(a.witnesses[0]!.told, b.witnesses[0]!.told))
    .map((draft) => made.entry(draft, against.get(draft) ?? none, partOfWhole(draft, wholes), namings));
}

/** In order of time; most are as they come. */
function ordered(told: readonly Told[]): readonly Told[] {
  for (let i = 1; i < told.length; i++) if (inTime(told[i - 1]!, told[i]!) > 0) return told.toSorted(inTime);
  return told;
}

const inTime = (a: Told, b: Told) => a.time - b.time || a.order - b.order;
const none: readonly never[] = [];

/** What was made for the last views: an entry whose evidence is what it was is the same object again. */
export class Made {
  readonly #drafts = new WeakMap<Told, Kept>();
  readonly #entries = new WeakMap<Draft, { readonly entry: Entry; readonly names: Names }>();

  drafts(thread: Thread, standing: Uint8Array, origins: Origins): readonly Draft[] {
    const known = this.#drafts.get(thread.founder);
    if (known !== undefined && isSame(known, thread, standing, origins)) return known.drafts;
    const told = thread.told.filter(({ position }) => standing[position] === 1);
    if (told.length === 0) return none;
    const witnesses = ordered(told).map((one): Witness => {
      const { id, voice } = origins.of(one);
      return { told: one, origin: id, voice };
    });
    const drafts = draftsOf(witnesses, thread);
    const orders = told.map(({ order }) => order);
    this.#drafts.set(thread.founder, { thread, orders, counted: told.map(origins.of), drafts });
    return drafts;
  }

  entry(draft: Draft, contradicts: readonly string[], partOf: string | undefined, namings: Namings): Entry {
    const known = this.#entries.get(draft);
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
    const entry = entryFrom(draft, contradicts, partOf, names);
    this.#entries.set(draft, { entry, names });
    return entry;
  }
}

/** Of each witness who its speaker turned out to be; without any where nobody's did. */
type Names = readonly (Naming | undefined)[];

const nobody: Names = [];

function areSameNames(some: Names, others: Names): boolean {
  const [one, other] = some.length < others.length ? [others, some] : [some, others];
  return one.every((naming, i) => naming?.report === other[i]?.report && naming?.actor === other[i]?.actor);
}

/** Drafts, and what they were made from. */
interface Kept {
  readonly thread: Thread;
  /** Orders of those that stood, in fetch order, and what each counted for. */
  readonly orders: readonly number[];
  readonly counted: readonly Voiced[];
  readonly drafts: readonly Draft[];
}

function isSame(was: Kept, thread: Thread, standing: Uint8Array, origins: Origins): boolean {
  if (was.thread.id !== thread.id || was.thread.marks !== thread.marks) return false;
  const { told, orders } = thread;
  let count = 0;
  for (let i = 0; i < told.length; i++) {
    const order = orders === undefined ? told[i]!.order : orders[i]!;
    if (standing[origins.sentences.positionOf(order)] !== 1) continue;
    if (was.orders[count] !== order) return false;
    if (was.counted[count] !== (origins.at(order) ?? origins.of(told[i]!))) return false;
    count++;
  }
  return count === was.orders.length;
}

/** What one thread tells, parted where independent origins hold what cannot both be. */
function sidesOf(witnesses: readonly Witness[]): Witness[][] {
  switch (witnesses[0]!.told.finding.kind) {
    case "figure":
      return figureSides(witnesses);
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
  return sidesOf(witnesses).map((side, n) => {
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
    history: kind === "figure" ? statusOf(lead) : history,
    lead,
    values,
    wholes: kind === "figure" ? witnesses.flatMap(({ told }) => wholeOf(told) ?? []) : none,
    thread,
  };
}

function firstOf(witnesses: readonly Witness[]): Told {
  return witnesses.reduce((first, { told }) => (told.order < first.order ? told : first), witnesses[0]!.told);
}

function entryFrom(
  draft: Draft,
  contradicts: readonly string[],
  partOf: string | undefined,
  names: Names,
): Entry {
  const { id, kind, lead, history, witnesses, values } = draft;
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
    evidence: witnesses.map(
      ({ told, origin }, i): EntryEvidence => ({
        report: told.report.id,
        origin,
        at: told.at,
        knownAt: told.knownAt,
        finding: told.finding,
        ...withNaming(names[i]),
      }),
    ),
    origins: independent(supporting(draft)),
    contradicts,
    ...(partOf === undefined || partOf === id ? {} : { partOf }),
    ...(marks.length === 0 ? {} : { corrections: marks }),
  };
}

const withNaming = (naming: Naming | undefined) => (naming === undefined ? {} : { naming });

/**
 * Who says it as it stands: who told that a raid was planned does not confirm that it was called off, nor who
 * counted 11 that there are 31.
 */
function supporting({ kind, witnesses, lead, history, values }: Draft): readonly Witness[] {
  const current = history.at(-1)?.status;
  return witnesses.filter(({ told: { finding } }, i) => {
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

/** Entries of the figures that others are said to be parts of, by report and finding. */
function wholesOf(drafts: readonly Draft[]): Map<string, string> {
  const named = new Set(drafts.flatMap(({ wholes }) => wholes));
  if (named.size === 0) return new Map();
  return new Map(
    drafts.flatMap(({ id, witnesses }) =>
      witnesses.flatMap(({ told }) => {
        const key = `${told.report.id} ${told.finding.id}`;
        return named.has(key) ? [[key, id] as const] : [];
      }),
    ),
  );
}

function wholeOf({ report, finding }: Told): string | undefined {
  if (finding.kind !== "figure" || finding.figure.partOf === undefined) return undefined;
  return `${report.id} ${finding.figure.partOf}`;
}

function partOfWhole(draft: Draft, wholes: ReadonlyMap<string, string>): string | undefined {
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
