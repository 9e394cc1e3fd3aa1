/**
 * Corrections by analysts, in four steps of making a record: actors that are one are read as one; what is told is
 * regrouped before it is reconciled; entries are rejected, edited and graded after; offers declined are left out.
 */

export { stateOf } from "../entries/state.ts";
export { offered } from "./actors.ts";
export { anchorOf, targetOf } from "./anchors.ts";
export { editable, fieldOf, sameValue } from "./fields.ts";
export { grader } from "./grading.ts";
export { correctionOf, holding, undone } from "./holding.ts";

import type { Correction } from "../../model/correction.ts";
import type { Entry, Review } from "../../model/entry.ts";
import type { Reading } from "../../model/reading.ts";
import type { Thread } from "../joining/thread.ts";
import type { Origins } from "../origins/origins.ts";
import type { Capture } from "../tellings/captures.ts";
import type { Told } from "../tellings/told.ts";
import { type AsOne, asOne } from "./actors.ts";
import { finderOf } from "./anchors.ts";
import { regrouped } from "./regrouping.ts";
import { reviewed } from "./reviewing.ts";

export interface Corrector {
  readonly readings: AsOne["readings"];
  /** Threads as analysts put them together, then the entries of them as analysts have them. */
  regroup(scene: {
    readonly captures: () => readonly Capture[];
    readonly told: () => readonly Told[];
    readonly threads: readonly Thread[];
    /** Ids of the reports that were public. */
    readonly isPublic: () => ReadonlySet<string>;
    readonly stands: (told: Told) => boolean;
    readonly origins: Origins;
  }): {
    readonly threads: readonly Thread[];
    readonly review: (entries: readonly Entry[]) => { entries: readonly Entry[]; review?: Review };
  };
}

/** `corrections` are those that hold, in their order. */
export function correctorOf(readings: readonly Reading[], corrections: readonly Correction[]): Corrector {
  if (corrections.length === 0)
    return { readings, regroup: ({ threads }) => ({ threads, review: (entries) => ({ entries }) }) };
  const actors = asOne(readings, corrections);
  return {
    readings: actors.readings,
    regroup({ threads, stands, origins, ...given }) {
      const [captures, published] = [given.captures(), given.isPublic()];
      const isPublic = (report: string) => published.has(report);
      const told = given.told();
      const find = finderOf(captures, told);
      const originOf = (one: Told) => (stands(one) ? origins.of(one).id : undefined);
      const { rejected, conflicts, ...put } = regrouped(threads, corrections, { find, originOf });
      const scene = {
        find,
        isPublic,
        reports: new Map(captures.map(({ report }) => [report.id, report])),
        voiceOf: origins.voiceOf,
        isRejected: (one: Told) => rejected.has(one),
        tellingOf: tellingsIn(told),
      };
      return {
        threads: put.threads,
        review: (entries) =>
          reviewed(entries, corrections, [...actors.conflicts(isPublic), ...conflicts], scene),
      };
    },
  };
}

/** Listed when first asked for, as most views ask for none. */
function tellingsIn(all: readonly Told[]): (report: string, finding: string) => Told | undefined {
  let byId: Map<string, Told> | undefined;
  return (report, finding) => {
    byId ??= new Map(all.map((told) => [`${told.report.id} ${told.finding.id}`, told]));
    return byId.get(`${report} ${finding}`);
  };
}
