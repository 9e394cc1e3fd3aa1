/** Hand-made reports and readings for the tests of the record: a report is its text and what it says. */
import { createHash } from "node:crypto";
import type { ActorKind, ActorRef } from "../../src/model/actor.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Finding, FindingKind, FindingOf, PloverType, Stance } from "../../src/model/finding.ts";
import type { Place } from "../../src/model/place.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Block, Report } from "../../src/model/report.ts";
import type { Span } from "../../src/model/span.ts";
import type { Speaker } from "../../src/model/speaker.ts";
import type { Certainty, Polarity, Stage, Status } from "../../src/model/status.ts";
import type { Time } from "../../src/model/time.ts";
import { recordOf } from "../../src/record/record.ts";

export interface Archive {
  readonly reports: readonly Report[];
  readonly readings: readonly Reading[];
}

export interface Printed {
  readonly publisher: string;
  /** Publication time. */
  readonly at: string;
  readonly text: string;
  readonly says?: readonly Saying[];
  readonly title?: string;
  readonly credit?: string;
  readonly url?: string;
  /** Fetch time; an hour after publication where none is given. */
  readonly fetched?: string;
  readonly modified?: string;
  readonly cites?: readonly string[];
}

/** What a report says, to be found in its text. */
export type Saying = (report: Report, id: string) => Finding;

export function archive(...printed: readonly Printed[]): Archive {
  const reports = printed.map(reportOf);
  return { reports, readings: printed.map((one, i) => readingOf(one, reports[i]!)) };
}

export function entriesOf({ reports, readings }: Archive, kind?: Entry["kind"]): readonly Entry[] {
  return recordOf(reports, readings).entries.filter((entry) => kind === undefined || entry.kind === kind);
}

export function join(...archives: readonly Archive[]): Archive {
  return {
    reports: archives.flatMap(({ reports }) => reports),
    readings: archives.flatMap(({ readings }) => readings),
  };
}

interface Common {
  readonly speaker?: Speaker;
  readonly actors?: readonly ActorRef[];
  readonly recipients?: readonly ActorRef[];
  readonly places?: readonly Place[];
  readonly time?: Time;
  readonly stage?: Stage;
  readonly polarity?: Polarity;
  readonly certainty?: Certainty;
  /** The word of the text by which what is denied did not come about. */
  readonly unrealisedBy?: string;
  /** Words of the evidence's sentence, where the words told stand in several. */
  readonly in?: string;
}

export interface EventOptions extends Common {
  readonly type?: PloverType;
  readonly lemma: string;
  /** The word for the act, at the end of what is told; all of it where none is given. */
  readonly trigger?: string;
  readonly habitual?: boolean;
  readonly background?: boolean;
}

export function event(what: string, options: EventOptions): Saying {
  return saying("event", what, options, (span) => ({
    event: {
      type: options.type ?? "ASSAULT",
      words: options.lemma,
      trigger: { start: span.end - (options.trigger?.length ?? span.end - span.start), end: span.end },
      lemma: options.lemma,
      what: span,
      ...(options.habitual === undefined ? {} : { habitual: options.habitual }),
      ...(options.background === undefined ? {} : { background: options.background }),
    },
  }));
}

export interface FigureOptions extends Common {
  readonly measure?: string;
  readonly unit?: string;
  readonly of?: string;
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
  readonly approximate?: boolean;
  readonly since?: string;
  readonly per?: string;
  readonly partOf?: string;
}

/** `words` is the number as printed, with as many words around it as make it the only one. */
export function figure(words: string, options: FigureOptions): Saying {
  return saying("figure", words, options, (span) => ({
    figure: {
      measure: options.measure ?? "killed",
      low: options.low ?? null,
      best: options.best ?? null,
      high: options.high ?? null,
      approximate: options.approximate ?? false,
      unit: options.unit ?? "people",
      words: span,
      ...(options.of === undefined ? {} : { of: options.of }),
      ...(options.since === undefined ? {} : { since: options.since }),
      ...(options.per === undefined ? {} : { per: options.per }),
      ...(options.partOf === undefined ? {} : { partOf: options.partOf }),
    },
  }));
}

export function position(actor: ActorRef, stance: Stance, proposal: string, options: Common = {}): Saying {
  return saying("position", proposal, options, (span) => ({ position: { actor, stance, proposal: span } }));
}

export function statement(speaker: Speaker, content: string, options: Common = {}): Saying {
  return saying("statement", content, { ...options, speaker }, (span) => ({
    statement: { cue: { start: span.start, end: span.start }, content: [span], mode: "reported" as const },
  }));
}

export function legalBasis(instrument: string, options: Common & { readonly act?: string } = {}): Saying {
  return saying("legal-basis", instrument, options, (span, text) => ({
    legalBasis: {
      instrument,
      words: span,
      ...(options.act === undefined ? {} : { for: spanIn(text, options.act) }),
    },
  }));
}

export function expectation(what: string, options: Common & { readonly by?: Time } = {}): Saying {
  return saying("expectation", what, options, (span) => ({
    expectation: { what: span, ...(options.by === undefined ? {} : { by: options.by }) },
  }));
}

export function actor(id: string, name: string, kind: ActorKind, country?: string): ActorRef {
  return { id, name, kind, ...(country === undefined ? {} : { country }) };
}

export function named(name: string, id?: string): Speaker {
  return { kind: "named", name, words: name, ...(id === undefined ? {} : { actor: id }) };
}

export function office(name: string): Speaker {
  return { kind: "office", name, words: name };
}

export const unnamed = (words: string): Speaker => ({ kind: "anonymous", words });

export function onDay(date: string, words = "on that day"): Time {
  return { value: date, type: "DATE", from: date, to: date, words, stated: false };
}

export function since(date: string, words = "since then"): Time {
  return { value: date, type: "DATE", from: date, to: null, words, stated: false };
}

export const us = actor("country:US", "United States", "country", "US");
export const usNavy = actor("military:us-navy", "US Navy", "military", "US");
export const mexico = actor("country:MX", "Mexico", "country", "MX");
export const mexicanGovernment = actor("government:MX", "Mexican government", "government", "MX");
export const caribbean: Place = { name: "Caribbean Sea", precision: "sea", id: "sea:caribbean" };
export const pacific: Place = { name: "Pacific Ocean", precision: "sea", id: "sea:pacific" };
export const tampico: Place = {
  name: "Tampico",
  country: "MX",
  lat: 22.28,
  lon: -97.86,
  precision: "city",
  id: "geonames:3516355",
};

function reportOf(one: Printed): Report {
  const text = one.text;
  const fetched = one.fetched ?? hourAfter(one.at);
  const hash = createHash("sha256")
    .update([one.publisher, one.at, one.url, fetched, text].join("\n"))
    .digest("hex");
  return {
    id: `r${hash.slice(0, 16)}`,
    document: hash,
    input: `${one.publisher}.txt`,
    publisher: one.publisher,
    bylines: [],
    published: { value: one.at, stated: true },
    fetchedAt: fetched,
    language: "en",
    text,
    blocks: blocksOf(text),
    extractor: "case@1",
    warnings: [],
    ...(one.title === undefined ? {} : { title: one.title }),
    ...(one.credit === undefined ? {} : { credit: one.credit }),
    ...(one.url === undefined ? {} : { url: one.url }),
    ...(one.modified === undefined ? {} : { modified: { value: one.modified, stated: true } }),
  };
}

function readingOf({ says = [], cites = [] }: Printed, report: Report): Reading {
  const findings = says.map((say, i) => say(report, `f${i + 1}`));
  return { report: report.id, version: "case", findings, actors: [], times: [], places: [], cites };
}

function saying<K extends FindingKind>(
  kind: K,
  words: string,
  options: Common,
  body: (span: Span, text: string) => Omit<FindingOf<K>, keyof CommonFields | "kind">,
): Saying {
  return ({ text }, id) => {
    const within = options.in === undefined ? { start: 0, end: text.length } : spanIn(text, options.in);
    const at = text.indexOf(words, within.start);
    if (at < 0) throw new Error(`case: "${words}" is not in the text`);
    const span = { start: at, end: at + words.length };
    return {
      kind,
      id,
      evidence: { ...sentenceAround(text, span), hedges: [] },
      status: statusOf(options, text),
      speaker: options.speaker ?? { kind: "unstated" },
      actors: options.actors ?? [],
      recipients: options.recipients ?? [],
      instruments: [],
      places: options.places ?? [],
      ...(options.time === undefined ? {} : { time: options.time }),
      ...body(span, text),
    } as unknown as Finding;
  };
}

interface CommonFields {
  id: unknown;
  evidence: unknown;
  status: unknown;
  speaker: unknown;
  actors: unknown;
  recipients: unknown;
  instruments: unknown;
  places: unknown;
  time: unknown;
}

function statusOf({ stage, polarity, certainty, unrealisedBy }: Common, text: string): Status {
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(stage === "called-off" ? {} : { polarity: polarity ?? "affirmed" }),
    certainty: certainty ?? "asserted",
    ...(unrealisedBy === undefined ? {} : { unrealisedBy: spanIn(text, unrealisedBy) }),
  };
}

function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`case: "${words}" is not in the text`);
  return { start, end: start + words.length };
}

function sentenceAround(text: string, { start, end }: Span): Span {
  const before = Math.max(
    text.lastIndexOf(". ", start),
    text.lastIndexOf("\n", start),
    text.lastIndexOf(".” ", start),
  );
  const from = before < 0 ? 0 : before + (text[before] === "\n" ? 1 : 2);
  const stops = [text.indexOf(". ", end), text.indexOf("\n", end)].filter((at) => at >= 0);
  const to = stops.length === 0 ? text.length : Math.min(...stops);
  return { start: Math.min(from, start), end: text[to] === "." ? to + 1 : to };
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    blocks.push({ start, end: start + part.length, kind: "paragraph" });
    start += part.length + 2;
  }
  return blocks;
}

function hourAfter(at: string): string {
  const time = Date.parse(at.length === 10 ? `${at}T12:00:00Z` : at);
  return new Date(time + 3_600_000).toISOString();
}

/** A report with what it says. */
export function from(
  publisher: string,
  at: string,
  text: string,
  ...says: NonNullable<Printed["says"]>
): Printed {
  return { publisher, at, text, says };
}
