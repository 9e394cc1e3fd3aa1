/** The records of a situation at all times, as of every day and as known on every day, while reports go on coming. */
import type { Correction } from "../model/correction.ts";
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Selection } from "../model/scope.ts";
import { absencesOf } from "./absence.ts";
import { correctorOf, holding } from "./corrections/corrections.ts";
import { GrowingRecord, type Worked } from "./growing-record.ts";
import { fetchedLater, inFetchOrder } from "./tellings/captures.ts";
import { lastInstant } from "./tellings/time.ts";

export interface RecordOptions {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly corrections?: readonly Correction[] | undefined;
  /** Which reports a scope took out, or in again, in their order. */
  readonly selections?: readonly Selection[] | undefined;
}

export class RecordHistory {
  readonly #ids = new Set<string>();
  #last: Report | undefined;
  /** As the readers read, and as read with the actors that analysts say are one: made when asked for. */
  readonly #plain = new GrowingRecord();
  #corrected: { readonly by: string; readonly record: GrowingRecord } | undefined;

  /**
   * Adds what was fetched after all that is here. False, and nothing is added, where some of it was fetched before or
   * is here already: then a new history must be made.
   */
  add(reports: readonly Report[], readings: readonly Reading[]): boolean {
    const sorted = inFetchOrder(reports);
    const last = this.#last;
    const [first] = sorted;
    if (first !== undefined && last !== undefined && !fetchedLater(first, last)) return false;
    const own = new Map(readings.map((reading) => [reading.report, reading]));
    for (const id of own.keys()) if (this.#ids.has(id)) return false;
    for (const report of sorted) {
      const reading = own.get(report.id);
      this.#note(report);
      this.#plain.add(report, reading);
    }
    if (sorted.length > 0) this.#corrected = undefined;
    return true;
  }

  /** What was worked out of all that was added. */
  worked(): Worked {
    return this.#plain.worked();
  }

  /** The history of reports that were worked out before; undefined where it was of others. */
  static from(
    reports: readonly Report[],
    readings: readonly Reading[],
    worked: Worked,
  ): RecordHistory | undefined {
    const history = new RecordHistory();
    const own = new Map(readings.map((reading) => [reading.report, reading]));
    const items = inFetchOrder(reports).map((report) => [report, own.get(report.id)] as const);
    for (const [report] of items) history.#note(report);
    return history.#plain.restore(items, worked) ? history : undefined;
  }

  #note(report: Report): void {
    this.#ids.add(report.id);
    this.#last = report;
  }

  /**
   * The record: `asOf` leaves out what was published later than the end of that day, `knownAt` what was fetched later,
   * and corrections that were made later. Reports that are not in the situation at that moment say nothing.
   */
  at({ asOf, knownAt, corrections = [], selections = [] }: RecordOptions = {}): SituationRecord {
    const limit = knownAt === undefined ? Number.POSITIVE_INFINITY : lastInstant(knownAt);
    const held = holding(corrections, limit);
    const shelf = [...(held.length + selections.length > 0 ? this.#plain.shelf.items() : [])];
    const corrector = correctorOf(
      shelf.flatMap(([, reading]) => reading ?? []),
      held,
    );
    const absent = absencesOf(
      shelf.map(([report]) => report),
      selections,
      held,
      limit,
    );
    const record = this.#recordBy(corrector.readings, held);
    return record.shelf.whole(() => record.view({ asOf, knownAt, corrections: held, corrector, absent }));
  }

  #recordBy(readings: readonly Reading[], held: readonly Correction[]): GrowingRecord {
    const joining = held.filter(({ action }) => action.kind === "accept-offer");
    if (joining.length === 0) return this.#plain;
    const by = joining.map(({ id }) => id).join(" ");
    if (this.#corrected?.by !== by) {
      const record = new GrowingRecord();
      const own = new Map(readings.map((reading) => [reading.report, reading]));
      for (const [report] of this.#plain.shelf.items()) record.add(report, own.get(report.id));
      this.#corrected = { by, record };
    }
    return this.#corrected.record;
  }
}
