/** Which entries cannot both hold: sides of one figure or position, and a happening affirmed and denied. */
import type { FindingOf } from "../model/finding.ts";
import { isDenied, type Sample, sampleOf } from "./denials.ts";
import type { Draft } from "./draft.ts";
import { events } from "./events.ts";
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

/** Who denied the plan and who called it off agree by now. */
function isCalledOff({ history }: Draft): boolean {
  return history.at(-1)?.status.stage === "called-off";
}
