/**
 * What entries contradict once analysts have edited them: by what an edited entry says now, not by what was read. Two counts
 * that an edit makes agree contradict each other no more; an act that is edited to denied contradicts who tells it.
 */
import type { EditField } from "../../model/correction.ts";
import type { Entry } from "../../model/entry.ts";
import type { FindingOf } from "../../model/finding.ts";
import { areOpposed } from "../entries/sides.ts";
import { isDenied, type Sample, sampleOf } from "../joining/events/denials.ts";
import type { Told } from "../tellings/told.ts";
import { leavesRoom } from "./fields.ts";

/** Fields on which it hangs what an entry contradicts. */
const deciding: ReadonlySet<EditField> = new Set([
  "stage",
  "polarity",
  "certainty",
  "time",
  "places",
  "actors",
  "recipients",
  "type",
  "low",
  "best",
  "high",
  "approximate",
  "stance",
]);

/** Evidence of an entry that is compared beside its lead. */
const compared = 5;

/** The telling of a finding, by its report and its id. */
export type TellingOf = (report: string, finding: string) => Told | undefined;

/** Entries with what they contradict by now; those that nothing changes for are the same objects. */
export function contradictingAnew(entries: readonly Entry[], tellingOf: TellingOf): Entry[] {
  const edited = entries.filter(({ edits }) => edits?.some(({ field }) => deciding.has(field)));
  if (edited.length === 0) return [...entries];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const against = new Map<string, Set<string>>();
  const sides = (id: string) => {
    const known = against.get(id) ?? new Set(byId.get(id)?.contradicts);
    against.set(id, known);
    return known;
  };
  for (const entry of edited) {
    const before = [...sides(entry.id)];
    const now = new Set(stillAgainst(entry, before, byId, entries, tellingOf));
    for (const id of before) if (!now.has(id)) sides(id).delete(entry.id);
    for (const id of now) sides(id).add(entry.id);
    against.set(entry.id, now);
  }
  return entries.map((entry) => {
    const ids = against.get(entry.id);
    const isSame =
      ids === undefined ||
      (ids.size === entry.contradicts.length && entry.contradicts.every((id) => ids.has(id)));
    return isSame ? entry : { ...entry, contradicts: [...ids].sort() };
  });
}

function stillAgainst(
  entry: Entry,
  before: readonly string[],
  byId: ReadonlyMap<string, Entry>,
  entries: readonly Entry[],
  tellingOf: TellingOf,
): string[] {
  if (entry.kind === "event") {
    const own = samplesOf(entry, tellingOf);
    const isDenial = isDenying(entry);
    return entries
      .filter((other) => other.kind === "event" && other !== entry && isDenying(other) !== isDenial)
      .filter((other) => {
        const theirs = samplesOf(other, tellingOf);
        return isDenial ? isDenied(own, theirs) : isDenied(theirs, own);
      })
      .map(({ id }) => id);
  }
  return before.filter((id) => {
    const other = byId.get(id);
    return other !== undefined && cantBothBe(entry, other);
  });
}

function cantBothBe({ lead: a }: Entry, { lead: b }: Entry): boolean {
  if (a.kind === "figure" && b.kind === "figure") return !leavesRoom(a.figure, b.figure);
  if (a.kind === "position" && b.kind === "position") return areOpposed(a.position.stance, b.position.stance);
  return true;
}

const isDenying = ({ status }: Entry) => status?.polarity === "denied";

/** As an analyst has it, where one edited it; else its lead and some of its evidence. */
function samplesOf(
  { lead, leadReport, status, evidence, edits, asRead }: Entry,
  tellingOf: TellingOf,
): Sample[] {
  const found = (report: string, finding: string) => tellingOf(report, finding) as EventTold | undefined;
  const own = found(leadReport, asRead?.lead.id ?? lead.id);
  if (edits !== undefined) {
    if (own === undefined) return [];
    const finding = { ...lead, ...(status === undefined ? {} : { status }) } as FindingOf<"event">;
    return [sampleOf(own.as(finding))];
  }
  const others = evidence.slice(-compared).flatMap(({ report, finding }) => found(report, finding.id) ?? []);
  return [...new Set(own === undefined ? others : [own, ...others])].map(known);
}

type EventTold = Told<FindingOf<"event">>;

/** Of tellings, which are the same objects from view to view. */
const samples = new WeakMap<Told, Sample>();

function known(told: EventTold): Sample {
  const sample = samples.get(told) ?? sampleOf(told);
  samples.set(told, sample);
  return sample;
}
