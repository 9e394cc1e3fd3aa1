/**
 * Findings of all reports as entries: joined where they tell of one thing, each with its evidence, its
 * independent origins, how it stands, and what it contradicts. When unsure, things stay apart; no entry says
 * more than the evidence that it stands on.
 */
import { createHash } from "node:crypto";
import type { Entry, EntryEvidence, FigurePoint, Naming } from "../model/entry.ts";
import type { Finding, FindingKind, FindingOf } from "../model/finding.ts";
import { type Contradiction, contradictions } from "./contradictions.ts";
import type { Draft, Thread, Witness } from "./draft.ts";
import { events } from "./events.ts";
import { expectations } from "./expectations.ts";
import { figures } from "./figures.ts";
import { Joiner, type Kind } from "./join.ts";
import { leadOf } from "./lead.ts";
import { legalBases } from "./legal-bases.ts";
import type { Namings } from "./naming.ts";
import type { Origins } from "./origins.ts";
import { positions } from "./positions.ts";
import { type Point, pointOf, standingValue, supportsValue, valuesOf } from "./series.ts";
import { figureSides, positionSides } from "./sides.ts";
import { statements } from "./statements.ts";
import { historyOf, statusOf, supportsStatus } from "./status.ts";
import type { Told } from "./told.ts";

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

  /** Those of the tellings before a position in their order: as they were when these were all there was. */
  before(order: number): Thread[] {
    return Object.values(this.#joiners).flatMap(({ groups }) =>
      groups.flatMap(({ told }: { readonly told: readonly Told[] }): Thread[] => {
        const founder = told[0]!;
        if (founder.order >= order) return [];
        const all = told.at(-1)!.order < order ? told : told.slice(0, countBefore(told, order));
        return [{ told: all, founder, key: founder.key }];
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

/** Entries of the threads, of those tellings alone whose reports stand. Ordered by their first evidence. */
export function entriesOf(
  threads: readonly Thread[],
  standing: ReadonlySet<string>,
  origins: Origins,
  namings: Namings,
): Entry[] {
  const drafts = threads.flatMap((thread): Draft[] => {
    const witnesses = thread.told
      .filter((told) => standing.has(told.report.id))
      .sort((a, b) => a.time - b.time || a.order - b.order)
      .map((told): Witness => {
        const origin = origins.of(told.report.id, told.finding);
        return { told, origin, voice: origins.voiceOf(origin) };
      });
    return witnesses.length === 0 ? [] : draftsOf(witnesses, thread);
  });
  const ids = drafts.map(({ id }) => id);
  const against = contradictions(drafts);
  const entryOf = new Map(
    drafts.flatMap(({ id, witnesses }) =>
      witnesses.map(({ told }) => [`${told.report.id} ${told.finding.id}`, id] as const),
    ),
  );
  return drafts
    .map((draft, i) => ({ draft, entry: entryFrom(draft, idsAgainst(i, against, ids), entryOf, namings) }))
    .sort(({ draft: a }, { draft: b }) => {
      const [one, other] = [a.witnesses[0]!.told, b.witnesses[0]!.told];
      return one.time - other.time || one.order - other.order;
    })
    .map(({ entry }) => entry);
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
    return draftOf(side, thread, named ? thread.key : firstOf(side).key);
  });
}

function draftOf(witnesses: readonly Witness[], thread: Thread, key: string): Draft {
  const { kind } = witnesses[0]!.told.finding;
  const values = kind === "figure" ? valuesOf(witnesses as readonly Point[]) : [];
  const history = kind === "figure" ? [] : historyOf(witnesses);
  const current = history.at(-1)?.status;
  const lead = kind === "figure" ? standingValue(values).told : leadOf(witnesses, current);
  return {
    id: `e${createHash("sha256").update(key).digest("hex").slice(0, 16)}`,
    kind,
    witnesses,
    history: kind === "figure" ? statusOf(lead) : history,
    lead,
    values,
    thread,
  };
}

function firstOf(witnesses: readonly Witness[]): Told {
  return witnesses.reduce((first, { told }) => (told.order < first.order ? told : first), witnesses[0]!.told);
}

function entryFrom(
  draft: Draft,
  contradicts: readonly string[],
  entryOf: ReadonlyMap<string, string>,
  namings: Namings,
): Entry {
  const { id, kind, lead, history, witnesses, values } = draft;
  const { marks = [] } = draft.thread;
  const status = history.at(-1)?.status;
  const series: FigurePoint[] = values.map(pointOf);
  const partOf = partOfWhole(draft, entryOf);
  return {
    id,
    kind,
    lead: lead.finding,
    leadReport: lead.report.id,
    ...(status === undefined ? {} : { status }),
    history,
    ...(kind === "figure" ? { series } : {}),
    evidence: witnesses.map(
      ({ told, origin }): EntryEvidence => ({
        report: told.report.id,
        origin,
        at: told.at,
        knownAt: told.knownAt,
        finding: told.finding,
        ...withNaming(namings.of(told.report.id, told.finding)),
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

function partOfWhole({ witnesses }: Draft, entryOf: ReadonlyMap<string, string>): string | undefined {
  for (const { told } of witnesses) {
    if (told.finding.kind !== "figure" || told.finding.figure.partOf === undefined) continue;
    const whole = entryOf.get(`${told.report.id} ${told.finding.figure.partOf}`);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

function idsAgainst(i: number, against: readonly Contradiction[], ids: readonly string[]): string[] {
  const others = against.flatMap(([a, b]) => (a === i ? [ids[b]!] : b === i ? [ids[a]!] : []));
  return [...new Set(others)].sort();
}
