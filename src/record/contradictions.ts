/** Which entries cannot both hold: sides of one figure or position, and a happening affirmed and denied. */
import type { FindingOf } from "../model/finding.ts";
import type { Stage } from "../model/status.ts";
import type { Draft } from "./draft.ts";
import { type EventTraits, eventTraits } from "./event-traits.ts";
import { events, sameHappening } from "./events.ts";
import { closeness } from "./signature.ts";
import { day } from "./time.ts";
import type { Told } from "./told.ts";

/** Positions in the list of drafts. */
export type Contradiction = readonly [number, number];

/** Tellings of an entry that are compared: the first and the latest ones. */
const compared = 6;
/** Entries compared per denial, those that share most words first. */
const candidates = 24;

export function contradictions(drafts: readonly Draft[]): Contradiction[] {
  return [...betweenSides(drafts), ...denials(drafts)];
}

function betweenSides(drafts: readonly Draft[]): Contradiction[] {
  const sides = new Map<unknown, number[]>();
  for (const [i, { thread }] of drafts.entries()) sides.set(thread, [...(sides.get(thread) ?? []), i]);
  return [...sides.values()].flatMap((side) =>
    side.flatMap((a, n) => side.slice(n + 1).map((b): Contradiction => [a, b])),
  );
}

/** A telling of an event, with what it is compared by. */
export interface Sample {
  readonly told: Told<FindingOf<"event">>;
  readonly traits: EventTraits;
}

function denials(drafts: readonly Draft[]): Contradiction[] {
  const isDenial = ({ kind, witnesses }: Draft) =>
    kind === "event" && witnesses[0]!.told.finding.status?.polarity === "denied";
  if (!drafts.some(isDenial)) return [];
  const samples = drafts.map(samplesOf);
  const affirmed = new Map<string, number[]>();
  for (const [i, own] of samples.entries()) {
    if (own.length === 0 || own[0]!.traits.denied) continue;
    for (const key of keysOf(drafts[i]!, own)) {
      const list = affirmed.get(key);
      if (list === undefined) affirmed.set(key, [i]);
      else list.push(i);
    }
  }
  const found: Contradiction[] = [];
  for (const [i, own] of samples.entries()) {
    if (own.length === 0 || !own[0]!.traits.denied) continue;
    const shared = new Map<number, number>();
    for (const key of keysOf(drafts[i]!, own)) {
      for (const other of (affirmed.get(key) ?? []).slice(-candidates)) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, candidates);
    for (const [other] of near)
      if (!isCalledOff(drafts[other]!) && isDenied(own, samples[other]!)) found.push([i, other]);
  }
  return found;
}

/** Of drafts, which are the same objects from view to view where nothing has changed. */
const known = new WeakMap<Draft, readonly Sample[]>();
const keys = new WeakMap<Draft, readonly string[]>();

function samplesOf(draft: Draft): readonly Sample[] {
  if (draft.kind !== "event") return [];
  const samples = known.get(draft) ?? sampled(draft);
  known.set(draft, samples);
  return samples;
}

function keysOf(draft: Draft, samples: readonly Sample[]): readonly string[] {
  const own = keys.get(draft) ?? [...new Set(samples.flatMap(({ traits }) => [...events.keys(traits)]))];
  keys.set(draft, own);
  return own;
}

function sampled({ witnesses }: Draft): Sample[] {
  const some = witnesses.length <= compared ? witnesses : [witnesses[0]!, ...witnesses.slice(1 - compared)];
  return some.map(({ told }) => sampleOf(told as Told<FindingOf<"event">>));
}

export function sampleOf(told: Told<FindingOf<"event">>): Sample {
  return { told, traits: eventTraits(told) };
}

/** Who denied the plan and who called it off agree by now. */
function isCalledOff({ history }: Draft): boolean {
  return history.at(-1)?.status.stage === "called-off";
}

/** Whether some denial is of what some affirmation tells. */
export function isDenied(denials: readonly Sample[], affirmations: readonly Sample[]): boolean {
  return denials.some((denial) =>
    affirmations.some(
      (affirmation) => denies(denial, affirmation) && likeness(denial.traits, affirmation.traits) >= 1,
    ),
  );
}

/** A report that denies says much else: it may have less in common with the one it denies. */
const usualAffinity = 0.05;

function likeness(a: EventTraits, b: EventTraits): number {
  return (sameHappening(a, b) ?? 0) + closeness(a, b, usualAffinity);
}

/** How far each stage takes an act: who says that it was done says that it was planned, not the reverse. */
const reach: Readonly<Record<Stage, number>> = {
  discussed: 1,
  threatened: 1,
  planned: 1,
  announced: 2,
  authorised: 2,
  "called-off": 2,
  attempted: 3,
  "under-way": 4,
  done: 4,
};

/** "Has not crossed" leaves "plans to cross" alone, and a later crossing as well. */
function denies(denial: Sample, affirmation: Sample): boolean {
  const [no, yes] = [denial.told.finding.status, affirmation.told.finding.status];
  if (yes?.polarity !== "affirmed" || no === undefined) return false;
  const [denied, told] = [no.stage, yes.stage];
  if (denied === undefined || told === undefined)
    return denied === told || told === "done" || told === "under-way";
  if (reach[denied] > reach[told]) return false;
  const deed = affirmation.traits.stated ?? affirmation.traits.implied;
  return deed === undefined || affirmation.traits.stage !== "deed" || deed.from <= denial.told.time + day;
}
