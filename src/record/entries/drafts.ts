/** What a thread's standing witnesses make, parted where independent origins hold what cannot both be. */

import type { Thread } from "../joining/thread.ts";
import { entryIdOf, type Told } from "../tellings/told.ts";
import type { Draft, Witness } from "./draft.ts";
import { leadOf } from "./lead.ts";
import { type Point, standingValue, valuesOf } from "./series.ts";
import { figureSides, positionSides } from "./sides.ts";
import { historyOf, statusOf } from "./status.ts";

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
export function draftsOf(witnesses: readonly Witness[], thread: Thread): Draft[] {
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

function wholeOf(told: Told): number | undefined {
  const { finding } = told;
  if (finding.kind !== "figure" || finding.figure.partOf === undefined) return undefined;
  return told.orderOf(finding.figure.partOf);
}

const none: readonly never[] = [];
