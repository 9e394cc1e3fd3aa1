/** Which entries cannot both hold: sides of one figure or position, and a happening affirmed and denied. */
import type { FindingOf } from "../model/finding.ts";
import { actOf } from "./acts.ts";
import { isDenied, isGeneral, type Sample, sampleOf } from "./denials.ts";
import type { Draft, Witness } from "./draft.ts";
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
  const denying = [...drafts.keys()].filter((i) => isDenial(drafts[i]!));
  if (denying.length === 0) return [];
  const sought = new Set(denying.flatMap((i) => comparedOf(drafts[i]!).flatMap(soughtBy)));
  const affirmed = new Map<string, number[]>();
  for (const [i, draft] of drafts.entries()) {
    if (draft.kind !== "event" || isDenial(draft) || !isOfSome(draft, sought)) continue;
    for (const key of keysOf(draft)) {
      const list = affirmed.get(key);
      if (list === undefined) affirmed.set(key, [i]);
      else list.push(i);
    }
  }
  const found: Contradiction[] = [];
  for (const i of denying) {
    const shared = new Map<number, number>();
    for (const key of keysOf(drafts[i]!)) {
      for (const other of (affirmed.get(key) ?? []).slice(-candidates)) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, candidates);
    const own = samplesOf(drafts[i]!);
    for (const [other] of near)
      if (!isCalledOff(drafts[other]!) && isDenied(own, samplesOf(drafts[other]!))) found.push([i, other]);
  }
  return found;
}

function isDenial({ kind, witnesses }: Draft): boolean {
  return kind === "event" && witnesses[0]!.told.finding.status?.polarity === "denied";
}

/** Only what is told of an act that somebody denies is compared, as few are denied. */
function isOfSome(draft: Draft, sought: ReadonlySet<string>): boolean {
  for (const name of namesOf(draft)) if (sought.has(name)) return true;
  return false;
}

/** The class of the act that is denied; of a general one its type as well. */
function soughtBy({ told }: Witness): string[] {
  const { event } = (told as Told<FindingOf<"event">>).finding;
  const act = actOf(event);
  return event.type !== undefined && isGeneral(act) ? [act, event.type] : [act];
}

/** Of drafts, which are the same objects from view to view where nothing has changed. */
const known = new WeakMap<Draft, readonly Sample[]>();
const keys = new WeakMap<Draft, readonly string[]>();
const names = new WeakMap<Draft, ReadonlySet<string>>();

/** Classes and types of the acts that it is told by. */
function namesOf(draft: Draft): ReadonlySet<string> {
  const own =
    names.get(draft) ??
    new Set(
      comparedOf(draft).flatMap(({ told }) => {
        const { event } = (told as Told<FindingOf<"event">>).finding;
        return [actOf(event), event.type ?? ""];
      }),
    );
  names.set(draft, own);
  return own;
}

function samplesOf(draft: Draft): readonly Sample[] {
  const samples = known.get(draft) ?? sampled(draft);
  known.set(draft, samples);
  return samples;
}

function keysOf(draft: Draft): readonly string[] {
  const own = keys.get(draft) ?? [
    ...new Set(samplesOf(draft).flatMap(({ traits }) => [...events.keys(traits)])),
  ];
  keys.set(draft, own);
  return own;
}

function sampled(draft: Draft): Sample[] {
  return comparedOf(draft).map(({ told }) => sampleOf(told as Told<FindingOf<"event">>));
}

function comparedOf({ witnesses }: Draft): readonly Witness[] {
  return witnesses.length <= compared ? witnesses : [witnesses[0]!, ...witnesses.slice(1 - compared)];
}

/** Who denied the plan and who called it off agree by now. */
function isCalledOff({ history }: Draft): boolean {
  return history.at(-1)?.status.stage === "called-off";
}
