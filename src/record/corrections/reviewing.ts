/**
 * What analysts say of entries: rejected, edited, confirmed, noted, graded. Entries come as the evidence makes them, so
 * what the readers say stays beside what an analyst says, and evidence that came later is held against it.
 */
import type {
  Conflict,
  Correction,
  CorrectionAction,
  Edit,
  Grade,
  Note,
  Target,
} from "../../model/correction.ts";
import type { Entry, EntryEvidence, FigurePoint, Review, StatusPoint } from "../../model/entry.ts";
import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { stateOf } from "../entries/state.ts";
import { instant } from "../tellings/time.ts";
import type { Told } from "../tellings/told.ts";
import type { Find } from "./anchors.ts";
import { contradictingAnew, type TellingOf } from "./contradicting.ts";
import {
  bearing,
  bearsOut,
  comparable,
  editable,
  fieldOf,
  saidWords,
  sameValue,
  saysOtherwise,
  valueWords,
  withValue,
} from "./fields.ts";
import { grader } from "./grading.ts";
import { markOf } from "./holding.ts";
import { gone, names, type Raised, raised } from "./regrouping.ts";

export interface Scene {
  readonly find: Find;
  readonly reports: ReadonlyMap<string, Report>;
  /** Whether a report is public as of the day of the record. */
  readonly isPublic: (report: string) => boolean;
  /** Who speaks in an origin. */
  readonly voiceOf: (origin: string) => string;
  /** Whether an analyst took the sentence out. */
  readonly isRejected: (told: Told) => boolean;
  readonly tellingOf: TellingOf;
}

type Of<K extends CorrectionAction["kind"]> = Extract<CorrectionAction, { kind: K }>;

export function reviewed(
  entries: readonly Entry[],
  corrections: readonly Correction[],
  before: readonly Raised[],
  scene: Scene,
): { entries: Entry[]; review: Review } {
  const desk = new Desk(entries, scene);
  for (const correction of corrections) {
    const { action } = correction;
    switch (action.kind) {
      case "merge":
        desk.merged(correction);
        break;
      case "reject":
        if (action.evidence === undefined) desk.reject(correction, action);
        break;
      case "edit":
        desk.edit(correction, action);
        break;
      case "confirm":
        desk.confirm(correction, action);
        break;
      case "note":
        desk.note(correction, action);
        break;
      case "grade":
        if ("entry" in action) desk.gradeEntry(correction, action);
        break;
      default:
    }
  }
  return desk.result(before, grader(corrections));
}

class Desk {
  readonly #entries: (Entry | undefined)[];
  readonly #scene: Scene;
  readonly #rejected: Entry[] = [];
  readonly #conflicts: Conflict[] = [];
  /** Positions of entries by the evidence that they hold. */
  readonly #holder = new Map<string, number>();

  constructor(entries: readonly Entry[], scene: Scene) {
    this.#entries = [...entries];
    this.#scene = scene;
    for (const [i, { evidence }] of entries.entries())
      for (const { report, finding } of evidence) this.#holder.set(`${report} ${finding.id}`, i);
  }

  /** Sides of what was merged that cannot both be stay apart; a person is told. */
  merged({ id }: Correction): void {
    const sides = this.#entries.filter((entry) => entry?.corrections?.some((mark) => mark.correction === id));
    const [first, ...others] = sides as Entry[];
    if (first === undefined || others.length === 0) return;
    this.#raise({
      correction: id,
      reason: "merge-contradicts",
      why: `what was merged holds what cannot both be: ${(sides as Entry[]).map((one) => stateOf(one) ?? "stated").join(" and ")}`,
      entry: first.id,
      reports: [...new Set(others.flatMap(({ evidence }) => evidence.map(({ report }) => report)))].sort(),
    });
  }

  reject(correction: Correction, { entry }: Of<"reject">): void {
    const at = this.#at(entry, correction);
    if (at === undefined) return;
    const found = this.#entries[at]!;
    const later = news(found, correction);
    const known = new Set(until(found, correction).map(({ origin }) => origin));
    const again = later.filter(({ origin }) => !known.has(origin));
    if (again.length > 0) {
      const why = `what was rejected is told since by ${this.#names(again)}`;
      this.#raise({ ...raised(correction, "told-again", why), entry: found.id, reports: reportsOf(again) });
    }
    this.#rejected.push({ ...found, corrections: [...(found.corrections ?? []), markOf(correction)] });
    this.#entries[at] = undefined;
  }

  edit(correction: Correction, { entry, field, from, to }: Of<"edit">): void {
    const at = this.#at(entry, correction, true);
    if (at === undefined) return;
    const found = this.#entries[at]!;
    if (!editable[field].includes(found.kind)) return;
    const asRead = found.asRead ?? {
      lead: found.lead,
      ...(found.status === undefined ? {} : { status: found.status }),
    };
    const read = { ...asRead.lead, ...(asRead.status === undefined ? {} : { status: asRead.status }) };
    const edit: Edit = { ...markOf(correction), field, from: fieldOf(read, field), to };
    const lead = withValue(found.lead, field, to);
    const isStatus = field === "stage" || field === "polarity" || field === "certainty";
    const status = isStatus ? withValue({ ...lead, ...statusOf(found) }, field, to).status : found.status;
    const edited = status === undefined ? lead : { ...lead, status };
    this.#entries[at] = {
      ...found,
      lead: edited,
      ...(bearing.has(field) ? { origins: this.#bearing(found.evidence, edited) } : {}),
      ...(status === undefined ? {} : { status }),
      history: isStatus ? [...found.history, stepOf(correction, found, status!)] : found.history,
      ...seriesOf(found, lead, correction),
      edits: [...(found.edits ?? []), edit],
      asRead,
    };
    if (!comparable.has(field)) return;
    const known = new Set(until(found, correction).map(({ origin }) => origin));
    const against = news(found, correction).filter(
      ({ finding, origin }) =>
        saysOtherwise(finding, field, to) &&
        // What the analyst had seen and edited away is news only from somebody else.
        (!sameValue(field, fieldOf(finding, field), from) || !known.has(origin)),
    );
    if (against.length === 0) return;
    const said = [...new Set(against.map(({ finding }) => saidWords(finding, field)))].slice(0, 4);
    const why = `${field} was edited to ${valueWords(to)}; ${this.#names(against)} since: ${said.join(", ")}`;
    this.#raise({ ...raised(correction, "new-evidence", why), entry: found.id, reports: reportsOf(against) });
  }

  confirm(correction: Correction, { entry, state }: Of<"confirm">): void {
    const at = this.#at(entry, correction);
    if (at === undefined) return;
    const found = this.#entries[at]!;
    this.#entries[at] = { ...found, corrections: [...(found.corrections ?? []), markOf(correction)] };
    const [now, later] = [stateOf(found) ?? "stated", news(found, correction)];
    if (now === state || later.length === 0) return;
    const why = `it was confirmed as ${state} and stands as ${now} since ${this.#names(later)}`;
    this.#raise({ ...raised(correction, "changed-since", why), entry: found.id, reports: reportsOf(later) });
  }

  note(correction: Correction, { entry, text }: Of<"note">): void {
    const at = this.#at(entry, correction);
    if (at === undefined) return;
    const found = this.#entries[at]!;
    const note: Note = { ...markOf(correction), text };
    this.#entries[at] = { ...found, notes: [...(found.notes ?? []), note] };
  }

  gradeEntry(
    correction: Correction,
    { entry, credibility }: Extract<Of<"grade">, { readonly entry: Target }>,
  ): void {
    const at = this.#at(entry, correction);
    if (at === undefined) return;
    this.#entries[at] = { ...this.#entries[at]!, grade: { ...markOf(correction), credibility } };
  }

  result(
    before: readonly Raised[],
    gradeOf: (report: Report) => Grade | undefined,
  ): { entries: Entry[]; review: Review } {
    const early = before.map(({ about, ...conflict }): Conflict => {
      const at = about && this.#holder.get(`${about.report.id} ${about.finding.id}`);
      const entry = at === undefined ? undefined : this.#entries[at];
      return entry === undefined ? conflict : { ...conflict, entry: entry.id };
    });
    const conflicts = [...early, ...this.#conflicts];
    const left = contradictingAnew(
      this.#entries.filter((entry) => entry !== undefined),
      this.#scene.tellingOf,
    );
    const ids = new Set(left.map(({ id }) => id));
    const entries = left.map((entry): Entry => {
      const own = conflicts.filter((conflict) => conflict.entry === entry.id);
      const { partOf, ...rest } = entry;
      return {
        ...rest,
        evidence: this.#graded(entry.evidence, gradeOf),
        contradicts: entry.contradicts.filter((id) => ids.has(id)),
        ...(partOf === undefined || !ids.has(partOf) ? {} : { partOf }),
        ...(own.length === 0 ? {} : { conflicts: own }),
      };
    });
    return { entries, review: { conflicts, rejected: this.#rejected } };
  }

  /** The same objects where none of their reports is graded. */
  #graded(
    evidence: readonly EntryEvidence[],
    gradeOf: (report: Report) => Grade | undefined,
  ): readonly EntryEvidence[] {
    const grades = evidence.map(({ report }) => gradeOf(this.#scene.reports.get(report)!));
    if (grades.every((grade) => grade === undefined)) return evidence;
    return evidence.map((one, i) => (grades[i] === undefined ? one : { ...one, grade: grades[i] }));
  }

  /**
   * The entry that a correction is about. Undefined where it isn't public yet, was rejected already, or is no longer
   * there, which is raised. `exactly`: only where the sentence that spoke for it counts, unless that is gone.
   */
  #at(target: Target, correction: Correction, exactly = false): number | undefined {
    const [lead, ...others] = target.anchors.map((anchor) => this.#scene.find(anchor));
    const own = this.#among(lead ?? []);
    if (own.length === 0 && exactly && (lead ?? []).some((told) => !this.#scene.isPublic(told.report.id)))
      return undefined;
    const all = this.#among([...(lead ?? []), ...others.flat()]);
    const at = own[0] ?? all[0];
    if (at !== undefined) {
      // What an analyst has parted since is no question.
      const isParted = (i: number) =>
        this.#entries[i]!.corrections?.some((mark) => mark.kind === "split" && mark.at > correction.at);
      const more = all.filter((i) => i !== at && isParted(i) !== true);
      if (more.length > 0) {
        const why = `“${target.line}” stands in ${more.length + 1} entries by now; it is taken for the one with the sentence that spoke for it`;
        this.#raise({ ...raised(correction, "target-apart", why), entry: this.#entries[at]!.id });
      }
      return at;
    }
    const known = [...(lead ?? []), ...others.flat()];
    const isElsewhere = known.some(
      (told) => this.#scene.isRejected(told) || !this.#scene.isPublic(told.report.id) || this.#wasHeld(told),
    );
    if (!isElsewhere) this.#conflicts.push(gone(correction, target.line));
    return undefined;
  }

  /** Positions of entries that hold these tellings, the one with most first, the earliest asked for on a tie. */
  #among(tellings: readonly Told[]): number[] {
    const counts = new Map<number, number>();
    for (const { report, finding } of tellings) {
      const at = this.#holder.get(`${report.id} ${finding.id}`);
      if (at !== undefined && this.#entries[at] !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([at]) => at);
  }

  /** Independent origins whose sentences, as read, bear out what an analyst says: one per voice, in order of time. */
  #bearing(evidence: readonly EntryEvidence[], edited: Finding): string[] {
    const byVoice = new Map<string, string>();
    for (const { origin, finding } of evidence) {
      const voice = this.#scene.voiceOf(origin);
      if (!byVoice.has(voice) && bearsOut(finding, edited)) byVoice.set(voice, origin);
    }
    return [...new Set(byVoice.values())];
  }

  #wasHeld({ report, finding }: Told): boolean {
    return this.#holder.has(`${report.id} ${finding.id}`);
  }

  #names(evidence: readonly EntryEvidence[]): string {
    return names(evidence.map(({ report }) => ({ report: this.#scene.reports.get(report)! })));
  }

  #raise(conflict: Conflict): void {
    this.#conflicts.push(conflict);
  }
}

/** Evidence known after the correction was made, and until then. */
function news({ evidence }: Entry, { at }: Correction): EntryEvidence[] {
  return evidence.filter(({ knownAt }) => instant(knownAt) > instant(at));
}

function until({ evidence }: Entry, { at }: Correction): EntryEvidence[] {
  return evidence.filter(({ knownAt }) => instant(knownAt) <= instant(at));
}

function reportsOf(evidence: readonly EntryEvidence[]): string[] {
  return [...new Set(evidence.map(({ report }) => report))].sort();
}

const statusOf = ({ status }: Entry) => (status === undefined ? {} : { status });

function stepOf(
  { id, at }: Correction,
  { leadReport }: Entry,
  status: NonNullable<Entry["status"]>,
): StatusPoint {
  return { at, status, report: leadReport, correction: id };
}

/** The value that the entry stands at, with the numbers as edited. */
function seriesOf(
  { series, lead: before, leadReport }: Entry,
  lead: Entry["lead"],
  { id }: Correction,
): { readonly series?: readonly FigurePoint[] } {
  if (series === undefined || lead.kind !== "figure" || before.kind !== "figure") return {};
  const { low, best, high, approximate } = lead.figure;
  const at = series.findIndex(
    (point) =>
      point.report === leadReport &&
      point.low === before.figure.low &&
      point.best === before.figure.best &&
      point.high === before.figure.high,
  );
  if (at < 0) return {};
  const edited = { ...series[at]!, low, best, high, approximate, edit: id };
  return { series: series.map((point, i) => (i === at ? edited : point)) };
}
