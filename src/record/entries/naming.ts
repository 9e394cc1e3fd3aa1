/**
 * Sources that a report left unnamed and a later one names. The earlier evidence stays as it was printed; who it was
 * stands beside it, known only from the day of the later report. When more than one source fits, none is named.
 */
import type { Naming } from "../../model/entry.ts";
import type { Finding } from "../../model/finding.ts";
import type { Reading } from "../../model/reading.ts";
import type { Speaker } from "../../model/speaker.ts";
import { outletKey } from "../origins/voices.ts";
import type { Placed } from "../tellings/placed.ts";
import { day, dayOf, instant } from "../tellings/time.ts";
import { contentOf, fold, overlap } from "../tellings/words.ts";

export interface Namings {
  /** Whether anybody is named at all. */
  readonly some: boolean;
  /** Who the unnamed speaker of a finding turned out to be. */
  readonly of: (report: string, finding: Finding) => Naming | undefined;
}

/** A source is named within so long of what it told. */
const longest = 2 * 365 * day;
/** Content words that two descriptions of one source must share. */
const alike = 0.5;

export function namingsOf(captures: readonly Placed[]): Namings {
  const found = new Map<string, Naming>();
  for (const later of captures) {
    for (const { actor, outlet, published, described } of later.reading?.disclosures ?? []) {
      const paper = outlet ?? later.report.publisher;
      if (paper === undefined) continue;
      const naming: Naming = {
        actor,
        report: later.report.id,
        at: later.at,
        knownAt: later.report.fetchedAt,
      };
      const told = captures.filter(
        ({ report, at, time }) =>
          report.publisher !== undefined &&
          outletKey(report.publisher) === outletKey(paper) &&
          time < later.time &&
          later.time - time < longest &&
          (published === undefined || dayOf(at) === instant(published)),
      );
      const fitting = told.flatMap(({ report, reading }) => {
        const speakers = unnamedIn(reading);
        const fits = speakers.filter((one) => described === undefined || isAlike(one, described));
        // Without a description only a report with one source leaves no doubt.
        const sure = described === undefined ? speakers.length === 1 : fits.length === 1;
        return sure ? [key(report.id, fits[0]!)] : fits.length > 1 ? ["", ""] : [];
      });
      if (fitting.length === 1) found.set(fitting[0]!, naming);
    }
  }
  return {
    some: found.size > 0,
    of: (report, { speaker }) => (isUnnamed(speaker) ? found.get(key(report, nameOf(speaker))) : undefined),
  };
}

function isUnnamed({ kind, count }: Speaker): boolean {
  return kind === "anonymous" && (count ?? 1) === 1;
}

const nameOf = ({ name, words }: Speaker) => fold(name ?? words ?? "");

const key = (report: string, name: string) => `${report} ${name}`;

/** Single unnamed speakers of a reading, each once. */
function unnamedIn(reading: Reading | undefined): string[] {
  const names = (reading?.findings ?? [])
    .filter(({ speaker }) => isUnnamed(speaker))
    .map(({ speaker }) => nameOf(speaker));
  return [...new Set(names)].filter((name) => name !== "");
}

function isAlike(name: string, described: string): boolean {
  const { shared, contained } = overlap(contentOf(name), contentOf(described));
  return shared >= 1 && contained >= alike;
}
