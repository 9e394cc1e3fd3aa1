/**
 * Which reports of a situation are not in it as known at a moment: an analyst's word holds over the scope's, and the last
 * of each over those before. Nothing is taken away: as known before, they are in. Pure.
 */
import type { Correction, ReportTarget } from "../model/correction.ts";
import type { Report } from "../model/report.ts";
import type { Absence, Selection } from "../model/scope.ts";
import { pageOf } from "./tellings/captures.ts";
import { instant } from "./tellings/time.ts";

/** `corrections` are those that hold, in their order; `limit` is the last instant that counts. */
export function absencesOf(
  reports: readonly Report[],
  selections: readonly Selection[],
  corrections: readonly Correction[],
  limit: number,
): Map<string, Absence> {
  const words = decisionsIn(corrections);
  const absences = new Map<string, Absence>();
  if (words.length === 0 && selections.length === 0) return absences;
  const last = new Map<string, Selection>();
  for (const one of selections) if (instant(one.at) <= limit) last.set(one.report, one);
  for (const report of reports) {
    const said = decisionOn(report, words);
    const own = last.get(report.id);
    if (said !== undefined) {
      if (said.action.kind === "put-in") continue;
      const { id, at, by, reason } = said;
      const because = { kind: "analyst" as const, by, ...(reason === undefined ? {} : { reason }) };
      absences.set(report.id, { report: report.id, since: at, because, correction: id });
    } else if (own?.is === "out")
      absences.set(report.id, { report: report.id, since: own.at, because: own.because });
  }
  return absences;
}

export type Decision = Correction & {
  readonly action: Extract<Correction["action"], { report: ReportTarget }>;
};

/** What analysts said of single reports, in the order of the corrections. */
export function decisionsIn(corrections: readonly Correction[]): Decision[] {
  return corrections.filter(
    (one): one is Decision => one.action.kind === "put-in" || one.action.kind === "take-out",
  );
}

/** The last word on a report. */
export function decisionOn(report: Report, decisions: readonly Decision[]): Decision | undefined {
  return decisions.findLast(({ action }) => isMeant(action.report, report));
}

/** The report itself, what another extractor makes of it, or its page as it was fetched at another time. */
function isMeant({ report, document, url, title }: ReportTarget, one: Report): boolean {
  if (one.id === report) return true;
  if (one.document === document && (one.title === undefined || one.title === title)) return true;
  if (url === undefined || one.url === undefined) return false;
  return pageOf(one) === pageOf({ ...one, url, title });
}

/** As short as "out of scope since 2031-05-01". */
export function absenceWords({ since, because }: Absence): string {
  const on = `since ${since.slice(0, 10)}`;
  if (because.kind !== "analyst") return because.kind === "not-put" ? "not put in" : `out of scope ${on}`;
  return `taken out by ${because.by} ${on}${because.reason === undefined ? "" : `: ${because.reason}`}`;
}

/** What is known of reports, for those that another extractor makes of the same documents. */
export function inherited(
  selections: readonly Selection[],
  before: readonly Report[],
  after: readonly Report[],
): Selection[] {
  if (selections.length === 0) return [];
  const known = new Set(before.map(({ id }) => id));
  return after.flatMap((report) => {
    if (known.has(report.id)) return [];
    const same = before.filter(({ document }) => document === report.document);
    const old = same.find(({ url, title }) => url === report.url && title === report.title) ?? same.at(-1);
    return selections.filter((one) => one.report === old?.id).map((one) => ({ ...one, report: report.id }));
  });
}
