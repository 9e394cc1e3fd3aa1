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
import { type Corrector, offered } from "./corrections/corrections.ts";
import { entriesOf } from "./entries/entries.ts";
import { Made } from "./entries/made-entries.ts";
import { namingsOf } from "./entries/naming.ts";
import { type JoinedThreads, Threads } from "./joining/threads.ts";
import { Shelf } from "./memory/shelf.ts";
import { Authors } from "./origins/authors.ts";
import { Citations } from "./origins/citing.ts";
import { type Compared, CopyFinder } from "./origins/copies.ts";
import { MadeOrigins, originsOf } from "./origins/origins.ts";
import { Stories } from "./stories/languages.ts";
import { weights } from "./stories/weights.ts";
import { offersOf } from "./tellings/actors.ts";
import { type Capture, Pages } from "./tellings/captures.ts";
import { byPublication, Placed, standing } from "./tellings/placed.ts";
import { Sentences } from "./tellings/sentences.ts";
import { KeptSignatures, packedSignature, Signatures, signatureOf } from "./tellings/signature.ts";
import { instant, lastInstant } from "./tellings/time.ts";
import { type Told, toldIn } from "./tellings/told.ts";

export interface ViewOptions {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Those that hold, and what they do. */
  readonly corrections: readonly Correction[];
  readonly corrector: Corrector;
  /** Reports that are not in the situation, by id. */
  readonly absent?: ReadonlyMap<string, Absence> | undefined;
}

/** What was worked out of reports, as plain data: with the same reports it makes the same record. */
export interface Worked extends Compared {
  /** How many there were of each. */
  readonly captures: number;
  readonly told: number;
  readonly threads: JoinedThreads;
  /** Of each capture, and in how many reports each word stood. */
  readonly signatures: readonly string[];
  readonly words: readonly (readonly [number, number])[];
}

export class GrowingRecord {
  /** All that came, also what a page said before. */
  readonly shelf = new Shelf();
  readonly #pages: Pages<Placed>;
  readonly #threads = new Threads();
  readonly #weighing = new Signatures();
  readonly #signatures = new KeptSignatures();
  readonly #captures: Placed[] = [];
  readonly #copies = new CopyFinder(
    (at) => this.#captures[at]!.report.text,
    (at) => this.#captures[at]!.time,
    (a, b) => byPublication(this.#captures[a]!, this.#captures[b]!),
  );
  readonly #told: Told[] = [];
  /** How much had been told before each capture. */
  readonly #toldBefore: number[] = [];
  /** Captures by publication: as many as were there when somebody last asked. */
  #sorted: Placed[] = [];
  readonly #made = new Made();
  readonly #sentences = new Sentences();
  readonly #grounds = {
    copies: this.#copies,
    citations: new Citations(),
    authors: new Authors(),
    sentences: this.#sentences,
    made: new MadeOrigins(),
  };
  /** Takes captures only when somebody asks for stories. */
  #stories = new Stories(weights);
  #streamed = 0;

  constructor() {
    this.#pages = new Pages(({ id, partOf, fetchedAt }, dated, earlier) => {
      const position = this.#captures.length;
      const page = earlier[0]?.page ?? position;
      const place = { id, partOf, position, page, fetched: instant(fetchedAt) };
      const [shelf, signatures] = [this.shelf, this.#signatures];
      return new Placed(dated, place, { shelf, signatures, item: shelf.length - 1 });
    });
  }

  /** Takes the next report in fetch order (`inFetchOrder`). */
  add(report: Report, reading: Reading | undefined): void {
    const came = this.#take(report, reading);
    if (came === undefined) return;
    this.#signatures.push(this.#weighing.of(report));
    this.#copies.add(came.position);
    for (const told of came.told) this.#threads.add(told);
  }

  /** What was worked out of all that came. */
  worked(): Worked {
    const [captures, told] = [this.#captures.length, this.#told.length];
    const signatures = this.#captures.map(({ signature }) => packedSignature(signature));
    const words = this.#weighing.counts();
    return { captures, told, threads: this.#threads.joined(), signatures, words, ...this.#copies.compared() };
  }

  /** Takes reports from which it was worked out before. False where they are others. */
  restore(items: Iterable<readonly [Report, Reading | undefined]>, worked: Worked): boolean {
    for (const [report, reading] of items) this.#take(report, reading);
    if (this.#captures.length !== worked.captures || this.#told.length !== worked.told) return false;
    for (const one of worked.signatures) this.#signatures.push(signatureOf(one));
    this.#weighing.restore(worked.captures, worked.words);
    this.#copies.restore(worked);
    this.#threads.restore(this.#told, worked.threads);
    return true;
  }

  /** The capture's position and what it tells; undefined where its page said the same before. */
  #take(report: Report, reading: Reading | undefined) {
    this.shelf.add(report, reading);
    const added = this.#pages.add(report);
    if (added === undefined) return undefined;
    const { capture, earlier } = added;
    this.#captures.push(capture);
    this.#toldBefore.push(this.#told.length);
    const told = toldIn(capture, { earlier, order: this.#told.length });
    for (const one of told) {
      this.#told.push(one);
      this.#sentences.push(one);
    }
    return { position: capture.position, told };
  }

  view({ asOf, knownAt, corrections, corrector, absent }: ViewOptions): SituationRecord {
    let stories: readonly Story[] | undefined;
    let offers: readonly ActorOffer[] | undefined;
    const grown = this;
    const count = this.#fetchedUntil(knownAt);
    const order = this.#toldBefore[count] ?? this.#told.length;
    const limit = asOf === undefined ? Number.POSITIVE_INFINITY : lastInstant(asOf);
    const gone = absent === undefined || absent.size === 0 ? undefined : absent;
    const published: Placed[] = [];
    const isPublic = new Uint8Array(this.#captures.length);
    for (let i = 0; i < count; i++) {
      const capture = this.#captures[i]!;
      if (capture.time > limit || gone?.has(capture.id) === true) continue;
      published.push(capture);
      isPublic[i] = 1;
    }
    this.#grounds.citations.note(this.#captures);
    const sorted = this.#byPublication().filter(({ position }) => isPublic[position] === 1);
    const origins = originsOf(sorted, this.#grounds);
    const counted = standing(published);
    const stands = new Uint8Array(count);
    for (const { position } of counted) stands[position] = 1;
    // Joined over all that is known, so that a view as of an earlier day, or without reports that were taken out, has the
    // same entries under the same ids.
    const { threads, review } = corrector.regroup({
      captures: () => this.#captures.slice(0, count),
      told: () => (order === this.#told.length ? this.#told : this.#told.slice(0, order)),
      threads: this.#threads.before(order),
      isPublic: () => new Set(published.map(({ id }) => id)),
      stands: ({ position }) => stands[position] === 1,
      origins,
    });
    return {
      ...review(entriesOf(threads, stands, origins, namingsOf(published), this.#made)),
      origins: origins.origins,
      // Not every view is asked for these, and they take longer than all the rest.
      get stories() {
        stories ??= grown.#storiesOf(count, counted);
        return stories;
      },
      get offers() {
        offers ??= offered(offersOf(counted.flatMap(({ reading }) => reading ?? [])), corrections);
        return offers;
      },
      reports: counted.toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
      ...(gone === undefined
        ? {}
        : { absent: this.#captures.slice(0, count).flatMap(({ id }) => gone.get(id) ?? []) }),
    };
  }

  /** All captures; what came since the last time is put in. */
  #byPublication(): readonly Placed[] {
    if (this.#sorted.length < this.#captures.length) {
      const fresh = this.#captures.slice(this.#sorted.length);
      // Two runs in order, nearly: sorting them takes little more than looking at them.
      this.#sorted = [...this.#sorted, ...fresh.sort(byPublication)].sort(byPublication);
    }
    return this.#sorted;
  }

  /** Stories of the pages captured before a position, each page as the capture of it that stands. */
  #storiesOf(count: number, counted: readonly Capture[]): Story[] {
    if (this.#streamed > count) {
      this.#stories = new Stories(weights);
      this.#streamed = 0;
    }
    while (this.#streamed < count) {
      const { report, first } = this.#captures[this.#streamed++]!;
      if (first === report.id) this.#stories.add(report);
    }
    const standing = new Map(counted.map(({ first, report }) => [first, report.id]));
    return this.#stories.stories().flatMap(({ id, decisions, across = [] }) => {
      const told = decisions.flatMap((decision) => {
        const report = standing.get(decision.report);
        return report === undefined ? [] : [{ ...decision, report }];
      });
      if (told.length === 0) return [];
      const links = across.flatMap((link) => {
        const [report, other] = [standing.get(link.report), standing.get(link.with)];
        return report === undefined || other === undefined ? [] : [{ ...link, report, with: other }];
      });
      return {
        id,
        reports: told.map(({ report }) => report),
        decisions: told,
        ...(links.length === 0 ? {} : { across: links }),
      };
    });
  }

  /** Captures are in fetch order. */
  #fetchedUntil(knownAt: string | undefined): number {
    if (knownAt === undefined) return this.#captures.length;
    const limit = lastInstant(knownAt);
    let [low, high] = [0, this.#captures.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#captures[middle]!.fetched <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
