/** Drafts and entries, kept from view to view: what stands on the same evidence as before is the same object again. */
import type { Entry, EntryEvidence, FigurePoint, Naming } from "../../model/entry.ts";
import type { Thread } from "../joining/thread.ts";
import { Borrowing, type Voiced } from "../origins/borrowing.ts";
import type { Origins } from "../origins/origins.ts";
import type { Sentences } from "../tellings/sentences.ts";
import type { Told } from "../tellings/told.ts";
import { Contradictions } from "./contradictions.ts";
import type { Draft, Names, Witness } from "./draft.ts";
import { draftsOf } from "./drafts.ts";
import type { Namings } from "./naming.ts";
import { pointOf, supportsValue } from "./series.ts";
import { supportsStatus } from "./status.ts";

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

/** In order of time; most are as they come. */
function ordered(witnesses: readonly Witness[]): readonly Witness[] {
  for (let i = 1; i < witnesses.length; i++)
    if (inTime(witnesses[i - 1]!, witnesses[i]!) > 0) return witnesses.toSorted(inTime);
  return witnesses;
}

const inTime = ({ told: a }: Witness, { told: b }: Witness) => a.time - b.time || a.order - b.order;

function entryFrom(
  draft: Draft,
  evidence: readonly EntryEvidence[],
  contradicts: readonly string[],
  partOf: string | undefined,
): Entry {
  const { id, kind, lead, history, values } = draft;
  const { marks = [] } = draft.thread;
  const status = history.at(-1)?.status;
  const series: FigurePoint[] = values.filter(({ shortened }) => !shortened).map(pointOf);
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

const none: readonly never[] = [];
