/** The finding that speaks for an entry: of those that say how it stands, the fullest, then the latest; never a copy of it. */
import type { Status } from "../../model/status.ts";
import { coreOf, isDigest, type Told } from "../tellings/told.ts";
import { contentOf } from "../tellings/words.ts";
import type { Witness } from "./draft.ts";
import { statusKey } from "./status.ts";

/** `current` is how the entry stands; a finding of another status may not speak for it. */
export function leadOf(testimony: readonly Witness[], current: Status | undefined): Told {
  const latest = testimony.at(-1)!;
  const fit = testimony.filter(({ finding }) => {
    if (finding.kind === "position" && latest.finding.kind === "position") {
      return finding.position.stance === latest.finding.position.stance;
    }
    return (
      current === undefined ||
      (finding.status !== undefined && statusKey(finding.status) === statusKey(current))
    );
  });
  const candidates = fit.length > 0 ? fit : [latest];
  if (candidates.length === 1) return candidates[0]!.told;
  let best: { told: Told; fullness: number } | undefined;
  const fullest = new Map<string, number>();
  for (const { told, origin } of candidates) {
    told.fullness ??= fullnessOf(told);
    const { fullness } = told;
    // What is as full and of the same origin copies it.
    if (fullness <= (fullest.get(origin) ?? -1)) continue;
    fullest.set(origin, fullness);
    // In order of time, so that the later of two equals stays.
    if (best === undefined || fullness >= best.fullness) best = { told, fullness };
  }
  return best!.told;
}

/** How much of who, whom, where, when and with what it tells, and whether in a sentence of its own. */
function fullnessOf(told: Told): number {
  const { finding, report } = told;
  const parts = [
    finding.actors.length > 0,
    finding.recipients.length > 0,
    finding.places.length > 0,
    finding.time !== undefined,
    finding.instruments.length > 0,
    finding.speaker.kind !== "unstated",
    !isDigest(told),
  ].filter(Boolean).length;
  const span = coreOf(finding);
  return parts + Math.min(10, contentOf(report.text.slice(span.start, span.end)).size) / 2.5;
}
