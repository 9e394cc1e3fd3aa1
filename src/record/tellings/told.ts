/** One finding as one report tells it: the unit that entries are made of. */
import { hash } from "node:crypto";
import type { Actor } from "../../model/actor.ts";
import type { Finding } from "../../model/finding.ts";
import type { PlaceMention } from "../../model/place.ts";
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import type { Span } from "../../model/span.ts";
import { actOf } from "./acts.ts";
import type { Capture } from "./captures.ts";
import type { Placed } from "./placed.ts";
import { countsByAct, severalIn } from "./several.ts";
import type { Signature } from "./signature.ts";
import { day, meet, type Window, windowOfTime } from "./time.ts";

export class Told<F extends Finding = Finding> {
  readonly #capture: Placed;
  readonly #finding: number;
  readonly #since: Capture;
  /** Position in the order that entries are made in: by fetch, so that what comes later changes no id. */
  readonly order: number;
  /** When it was made public, as an instant. */
  readonly time: number;
  /** When the deed of its sentence happened, where the sentence dates just one. */
  readonly deedAt: Window | undefined;
  /** When acts of its kind happened, or what is counted alike, where the report begins with some, and dates them to one time. */
  readonly actAt: Window | undefined;
  /** Its report begins with what is done about a deed (charges, an arrest, a trial): the deed itself may be old. */
  readonly isFollowUp: boolean;
  /** An act of a class of which its report tells several deeds. */
  readonly isOneOfSeveral: boolean;
  /** How many tellings of acts of its class its report has, with it. */
  readonly alike: number;
  /** Which of its page's findings of one kind in one sentence this is. */
  readonly nth: number;
  /** Kept by lead.ts once it is worked out. */
  fullness: number | undefined;

  /** `finding` is its place in the capture's reading; `since` the capture from which on its page has said it. */
  constructor(
    capture: Placed,
    finding: number,
    {
      since,
      ...rest
    }: Pick<Told, "order" | "deedAt" | "actAt" | "isFollowUp" | "isOneOfSeveral" | "alike" | "nth"> & {
      readonly since: Capture;
    },
  ) {
    this.#capture = capture;
    this.#finding = finding;
    this.#since = since;
    this.order = rest.order;
    this.time = since.time;
    this.deedAt = rest.deedAt;
    this.actAt = rest.actAt;
    this.isFollowUp = rest.isFollowUp;
    this.isOneOfSeveral = rest.isOneOfSeveral;
    this.alike = rest.alike;
    this.nth = rest.nth;
    this.fullness = undefined;
  }

  /** The same with its finding as an analyst has it. */
  as<G extends Finding>(finding: G): Told<G> {
    const { order, deedAt, actAt, isFollowUp, isOneOfSeveral, alike, nth } = this;
    const rest = { order, deedAt, actAt, isFollowUp, isOneOfSeveral, alike, nth, since: this.#since };
    const told = new Told<G>(this.#capture, this.#finding, rest);
    return Object.defineProperty(told, "finding", { value: finding });
  }

  get report(): Report {
    return this.#capture.report;
  }

  get finding(): F {
    return this.#capture.reading!.findings[this.#finding] as F;
  }

  /** Order of what its report tells by another of its findings; undefined where there is none of that id. */
  orderOf(finding: string): number | undefined {
    const at = this.#capture.reading!.findings.findIndex(({ id }) => id === finding);
    return at < 0 ? undefined : this.order - this.#finding + at;
  }

  /** Of its capture among all, in fetch order. */
  get position(): number {
    return this.#capture.position;
  }

  /** When it was made public. */
  get at(): string {
    return this.#since.at;
  }

  /** When we knew. */
  get knownAt(): string {
    return this.#since.knownAt;
  }

  /** Where its report names which place. */
  get places(): readonly PlaceMention[] {
    return this.#capture.reading?.places ?? [];
  }

  /** Whom its report names. */
  get named(): readonly Actor[] {
    return this.#capture.reading?.actors ?? [];
  }

  /** What its report is about, to compare with others. */
  get signature(): Signature {
    return this.#capture.signature;
  }

  /** The page's first report. */
  get page(): string {
    return this.#capture.first;
  }
}

/**
 * Every finding of a capture, in text order. `earlier` are the captures of its page before it, and `order` how much was
 * told before.
 */
export function toldIn(
  capture: Placed,
  { earlier, order }: { readonly earlier: readonly Capture[]; readonly order: number },
): Told[] {
  const { report, reading } = capture;
  const seen = new Map<string, number>();
  const deeds = deedsBySentence(reading);
  const isFollowUp = (reading?.findings ?? []).some(isAftermath);
  const acts = timesByAct(reading, deeds, isFollowUp ? Number.NEGATIVE_INFINITY : capture.time - newsOf);
  const several = severalIn(report, reading?.findings ?? []);
  const alike = countsByAct(reading?.findings ?? []);
  return (reading?.findings ?? []).map((finding, i) => {
    const { start, end } = finding.evidence;
    const sentence = report.text.slice(start, end);
    const since = earlier.length === 0 ? capture : firstWith(sentence, capture, earlier);
    const plain = `${finding.kind} ${sentence.replace(/\s+/gu, " ")}`;
    const nth = seen.get(plain) ?? 0;
    seen.set(plain, nth + 1);
    return new Told(capture, i, {
      since,
      order: order + i,
      deedAt: deeds.get(start),
      actAt: acts.get(keyOf(finding) ?? ""),
      isFollowUp,
      isOneOfSeveral: finding.kind === "event" && several.has(actOf(finding.event)),
      alike: finding.kind === "event" ? alike.get(actOf(finding.event))! : 1,
      nth,
    });
  });
}

/** Characters in which a report says what its news is. */
const opening = 500;

/** What is done about a deed, told where a report begins. */
function isAftermath(finding: Finding): boolean {
  if (finding.kind !== "event" || finding.evidence.start > opening) return false;
  const { type, mode } = finding.event;
  return type === "ACCUSE" || type === "SANCTION" || (type === "COERCE" && mode === "arrest");
}

/** What is no older can be the news of a report; an older deed is told of for comparison. */
const newsOf = 10 * day;

/** What deeds, or counts, of one report are told as alike by: the act, or what is counted and how many. */
function keyOf(finding: Finding): string | undefined {
  if (finding.kind === "event") return actOf(finding.event);
  if (finding.kind !== "figure") return undefined;
  const { measure, low, best, high } = finding.figure;
  return `${measure} ${low} ${best} ${high}`;
}

/** Of what a report begins with, by its key: when, where it dates it to one time, and that after `since`. */
function timesByAct(
  reading: Reading | undefined,
  deeds: ReadonlyMap<number, Window | undefined>,
  since: number,
): Map<string, Window | undefined> {
  const found = new Map<string, Window | undefined>();
  for (const finding of reading?.findings ?? []) {
    const key = keyOf(finding);
    if (key === undefined || finding.evidence.start > opening) continue;
    if (finding.kind === "event" && finding.status?.stage !== "done") continue;
    const ofDeed = finding.kind === "figure" && finding.time === undefined;
    const window = ofDeed ? deeds.get(finding.evidence.start) : windowOfTime(finding.time);
    if (window === undefined || window.to - window.from > 3 * day || window.to < since) continue;
    const known = found.get(key);
    const other = found.has(key) && (known === undefined || !meet(known, window));
    found.set(key, other ? undefined : window);
  }
  return found;
}

/** By where the sentence starts; a sentence that dates two deeds dates none of its figures. */
function deedsBySentence(reading: Reading | undefined): Map<number, Window | undefined> {
  const found = new Map<number, Window | undefined>();
  for (const { kind, time, status, evidence } of reading?.findings ?? []) {
    if (kind !== "event" || (status?.stage !== "done" && status?.stage !== "under-way")) continue;
    const window = windowOfTime(time);
    if (window === undefined || window.to - window.from > 3 * day) continue;
    const known = found.get(evidence.start);
    const other = found.has(evidence.start) && (known === undefined || !meet(known, window));
    found.set(evidence.start, other ? undefined : window);
  }
  return found;
}

/**
 * Id of the entry that a telling founds. Made from what stays the same when the page is captured again: the page's first
 * report, the kind, the sentence; and from `more`, which tells apart what one telling would found twice.
 */
export function entryIdOf(told: Told, more = ""): string {
  const key = `${told.page} ${told.finding.kind} ${sentenceOf(told).replace(/\s+/gu, " ")} ${told.nth}${more}`;
  return `e${hash("sha256", key).slice(0, 16)}`;
}

/** The words of a span of the report. */
export function wordsAt(told: Told, span: Span): string {
  return told.report.text.slice(span.start, span.end);
}

export function sentenceOf(told: Told): string {
  return wordsAt(told, told.finding.evidence);
}

/** Headlines and standfirsts drop articles, dates and speakers. */
export function isDigest({ report, finding }: Told): boolean {
  const { start, end } = finding.evidence;
  const block = report.blocks.find((one) => one.start <= start && end <= one.end);
  return block?.kind === "headline" || block?.kind === "standfirst";
}

/** The paragraph that the sentence stands in, for words such as "corrected" in the sentence before. */
export function paragraphOf({ report, finding }: Told): string {
  const { start, end } = finding.evidence;
  const block = report.blocks.find((one) => one.start <= start && end <= one.end);
  return block === undefined ? report.text.slice(start, end) : report.text.slice(block.start, block.end);
}

/** The words cut for the entry's line. */
export function coreOf(finding: Finding): Span {
  switch (finding.kind) {
    case "event":
      return finding.event.what;
    case "position":
      return finding.position.proposal;
    case "expectation":
      return finding.expectation.what;
    case "legal-basis":
      return finding.legalBasis.for ?? finding.legalBasis.words;
    case "statement": {
      const { content } = finding.statement;
      return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 };
    }
    case "figure":
      return finding.figure.words;
  }
}

/** The capture since which the page has said the sentence without a break. */
function firstWith(sentence: string, capture: Capture, earlier: readonly Capture[]): Capture {
  let first = capture;
  for (const one of earlier.toReversed()) {
    if (!one.report.text.includes(sentence)) break;
    first = one;
  }
  return first;
}
