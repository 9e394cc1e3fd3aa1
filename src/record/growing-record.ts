/**
 * A record that grows: what is worked out of a report once and never changes by what is fetched later stands here, so
 * that one more report costs what it holds, and a view as of any day or as known on any day only what is counted anew.
 */

import type { ActorOffer } from "../model/actor.ts";
import type { Correction } from "../model/correction.ts";
import type { SituationRecord } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Absence } from "../model/scope.ts";
import type { Story } from "../model/story.ts";
import { offersOf } from "./actors.ts";
import { type Capture, Pages, standing } from "./captures.ts";
import { CopyFinder } from "./copies.ts";
import { type Corrector, offered } from "./corrections/corrections.ts";
import { entriesOf, Made, Threads } from "./entries.ts";
import { namingsOf } from "./naming.ts";
import { originsOf, type Placed } from "./origins.ts";
import { StoryStream } from "./stories/stream.ts";
import { weights } from "./stories/weights.ts";
import { instant, lastInstant } from "./time.ts";
import { type Told, toldIn } from "./told.ts";

export interface ViewOptions {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Those that hold, and what they do. */
  readonly corrections: readonly Correction[];
  readonly corrector: Corrector;
  /** Reports that are not in the situation, by id. */
  readonly absent?: ReadonlyMap<string, Absence> | undefined;
}

export class GrowingRecord {
  readonly #pages = new Pages();
  readonly #threads = new Threads();
  readonly #captures: Placed[] = [];
  readonly #copies = new CopyFinder();
  readonly #told: Told[] = [];
  /** How much had been told before each capture. */
  readonly #toldBefore: number[] = [];
  readonly #readings = new Map<string, Reading>();
  readonly #made = new Made();
  /** Takes captures only when somebody asks for stories. */
  #stream = new StoryStream(weights);
  #streamed = 0;

  /** Takes the next report in fetch order (`inFetchOrder`). */
  add(report: Report, reading: Reading | undefined): void {
    const added = this.#pages.add(report);
    if (added === undefined) return;
    const { capture, earlier } = added;
    const position = this.#copies.add(report.text, instant(capture.at));
    this.#captures.push(Object.assign(capture, { position }));
    this.#toldBefore.push(this.#told.length);
    if (reading === undefined) return;
    this.#readings.set(report.id, reading);
    for (const told of toldIn(capture, reading, { earlier, order: this.#told.length })) {
      this.#told.push(told);
      this.#threads.add(told);
    }
  }

  view({ asOf, knownAt, corrections, corrector, absent }: ViewOptions): SituationRecord {
    let stories: readonly Story[] | undefined;
    let offers: readonly ActorOffer[] | undefined;
    const grown = this;
    const count = this.#fetchedUntil(knownAt);
    const known = count === this.#captures.length ? this.#captures : this.#captures.slice(0, count);
    const order = this.#toldBefore[count] ?? this.#told.length;
    const readings = this.#readings;
    const limit = asOf === undefined ? Number.POSITIVE_INFINITY : lastInstant(asOf);
    const gone = absent === undefined || absent.size === 0 ? undefined : absent;
    const isPublic = known.filter(({ at, report }) => instant(at) <= limit && gone?.has(report.id) !== true);
    const origins = originsOf(isPublic, readings, this.#copies);
    const counted = standing(isPublic);
    const stands = new Set(counted.map(({ report }) => report.id));
    const published = new Set(isPublic.map(({ report }) => report.id));
    // Joined over all that is known, so that a view as of an earlier day, or without reports that were taken out, has the
    // same entries under the same ids.
    const { threads, review } = corrector.regroup({
      captures: known,
      told: order === this.#told.length ? this.#told : this.#told.slice(0, order),
      threads: this.#threads.before(order),
      isPublic: (report) => published.has(report),
      stands: (report) => stands.has(report),
      origins,
    });
    return {
      ...review(entriesOf(threads, stands, origins, namingsOf(isPublic, readings), this.#made)),
      origins: origins.origins,
      // Not every view is asked for these, and they take longer than all the rest.
      get stories() {
        stories ??= grown.#storiesOf(count, counted);
        return stories;
      },
      get offers() {
        offers ??= offered(
          offersOf(counted.flatMap(({ report }) => readings.get(report.id) ?? [])),
          corrections,
        );
        return offers;
      },
      reports: counted
        .map(({ report, at }) => ({ id: report.id, at: instant(at) }))
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id),
      ...(gone === undefined ? {} : { absent: known.flatMap(({ report: { id } }) => gone.get(id) ?? []) }),
    };
  }

  /** Stories of the pages captured before a position, each page as the capture of it that stands. */
  #storiesOf(count: number, counted: readonly Capture[]): Story[] {
    if (this.#streamed > count) {
      this.#stream = new StoryStream(weights);
      this.#streamed = 0;
    }
    while (this.#streamed < count) {
      const { report, first } = this.#captures[this.#streamed++]!;
      if (first === report.id) this.#stream.add(report);
    }
    const standing = new Map(counted.map(({ first, report }) => [first, report.id]));
    return this.#stream.stories().flatMap(({ id, decisions }) => {
      const told = decisions.flatMap((decision) => {
        const report = standing.get(decision.report);
        return report === undefined ? [] : [{ ...decision, report }];
      });
      return told.length === 0 ? [] : [{ id, reports: told.map(({ report }) => report), decisions: told }];
    });
  }

  /** Captures are in fetch order. */
  #fetchedUntil(knownAt: string | undefined): number {
    if (knownAt === undefined) return this.#captures.length;
    const limit = lastInstant(knownAt);
    let [low, high] = [0, this.#captures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (instant(this.#captures[middle]!.report.fetchedAt) <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
