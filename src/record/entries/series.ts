/**
 * The values of one figure over time: which hold, which a later one replaced, and which contradict each
 * other. Issuers are told apart; a count that falls is either the same issuer's later word, a correction, or
 * a disagreement.
 */
import type { FigurePoint } from "../../model/entry.ts";
import type { FindingOf } from "../../model/finding.ts";
import { isCorrection, numberOf } from "../joining/figures/figure-traits.ts";
import { speakerKey } from "../joining/statements.ts";
import { day } from "../tellings/time.ts";
import { isDigest, type Told } from "../tellings/told.ts";

export interface Point {
  readonly told: Told<FindingOf<"figure">>;
  readonly origin: string;
  readonly voice: string;
}

export interface Value extends Point {
  superseded: boolean;
  correction: boolean;
  /** A number of headline or standfirst, of which its own report says "at least" or "about": no value by itself. */
  readonly shortened: boolean;
}

/** Counts of one incident by two sources contradict each other when made public this close together. */
const sameTime = 2 * day;

/** Points in order of time, with what became of each. */
export function valuesOf(points: readonly Point[]): Value[] {
  const shortened = shortenedIn(points);
  const values = points.map(
    (point): Value => ({
      ...point,
      superseded: point.told.finding.figure.former === true,
      correction: false,
      shortened: shortened.has(point),
    }),
  );
  // By number, as equal numbers never replace each other: a count that thousands reprint is looked at once.
  const open = new Map<string, Value[]>();
  const wrong = new Set<number>();
  const correctors = new Set<string>();
  for (const later of values) {
    if (later.superseded || later.shortened) continue;
    const number = numberOf(later.told.finding.figure);
    const others = [...open].filter(([numbers]) => numbers !== numbersOf(later)).flatMap(([, list]) => list);
    const earlier = others.filter((one) => comparable(one, later));
    const falls = earlier.filter((one) => one.told.time < later.told.time && isBelow(later, one));
    if (falls.length > 0 && isCorrection(later.told)) {
      later.correction = true;
      correctors.add(later.voice);
      for (const one of falls) wrong.add(numberOf(one.told.finding.figure));
    }
    // Whoever still prints a number that was corrected away has not counted anew.
    if (!later.correction && wrong.has(number) && !correctors.has(later.voice)) {
      later.superseded = true;
      continue;
    }
    const touched = new Set<string>();
    for (const one of earlier) {
      if (!replaces(later, one)) continue;
      one.superseded = true;
      touched.add(numbersOf(one));
    }
    for (const numbers of touched)
      open.set(
        numbers,
        open.get(numbers)!.filter(({ superseded }) => !superseded),
      );
    const same = open.get(numbersOf(later));
    if (same === undefined) open.set(numbersOf(later), [later]);
    else same.push(later);
  }
  return values;
}

function shortenedIn(points: readonly Point[]): ReadonlySet<Point> {
  const headlines = points.filter((point) => isDigest(point.told) && isExact(point));
  const bounded = new Set<string>();
  if (headlines.length > 0) for (const point of points) if (!isExact(point)) bounded.add(numberIn(point));
  return new Set(headlines.filter((point) => bounded.has(numberIn(point))));
}

const numberIn = ({ told }: Point) => `${told.report.id} ${numberOf(told.finding.figure)}`;

/** The number as one key: equal keys are equal counts. */
export function numbersOf({ told }: Value): string {
  const { low, best, high } = told.finding.figure;
  return `${low} ${best} ${high}`;
}

/** Pairs of values that cannot both hold: positions in the list given. */
export function disagreements(values: readonly Value[]): [number, number][] {
  const pairs: [number, number][] = [];
  const standing = values
    .map((value, i) => ({ value, i }))
    .filter(({ value }) => !value.superseded && !value.shortened);
  for (const [n, { value: later, i }] of standing.entries()) {
    // The latest few are enough: values further back were not made public at the same time.
    for (const { value: earlier, i: j } of standing.slice(Math.max(0, n - 32), n)) {
      if (disagree(earlier, later)) pairs.push([j, i]);
    }
  }
  return pairs;
}

/** Counts as much as the telling that speaks for the figure, or leaves room for it. */
export function supportsValue(value: Value, lead: Told): boolean {
  if (value.superseded && value.told !== lead) return false;
  const point = { ...value, told: lead as Value["told"] };
  return isEqual(value, point) || agrees(value, point);
}

export function pointOf({ told, origin, superseded, correction }: Value): FigurePoint {
  const { figure, speaker } = told.finding;
  const issuer = speaker.kind === "unstated" ? undefined : (speaker.name ?? speaker.words);
  return {
    at: told.at,
    low: figure.low,
    best: figure.best,
    high: figure.high,
    approximate: figure.approximate,
    ...(issuer === undefined ? {} : { issuer }),
    report: told.report.id,
    origin,
    superseded,
    ...(correction ? { correction } : {}),
  };
}

/**
 * The value that the figure stands at: the latest that no other replaced, or an exact one that the latest
 * leaves room for ("at least 10" does not take the place of 14).
 */
export function standingValue(values: readonly Value[]): Value {
  const standing = values.filter((value) => !value.superseded && !value.shortened);
  const last = (standing.length > 0 ? standing : values).at(-1)!;
  return isExact(last) ? last : (standing.findLast((one) => isExact(one) && agrees(one, last)) ?? last);
}

function replaces(later: Value, earlier: Value): boolean {
  if (later.told.time === earlier.told.time || isEqual(later, earlier)) return false;
  if (later.correction && isBelow(later, earlier)) return true;
  const [one, other] = [issuerOf(later), issuerOf(earlier)];
  if (one === other && (one !== undefined || later.voice === earlier.voice)) return true;
  // A toll that rose: an earlier report could not know. Two issuers who count apart stay apart.
  const bothNamed = one !== undefined && other !== undefined;
  return isBelow(earlier, later) && (!bothNamed || later.told.time - earlier.told.time > sameTime);
}

function disagree(a: Value, b: Value): boolean {
  if (a.voice === b.voice || agrees(a, b) || !isExact(a) || !isExact(b)) return false;
  const [one, other] = [issuerOf(a), issuerOf(b)];
  if (one !== undefined && one === other) return false;
  return Math.abs(a.told.time - b.told.time) <= sameTime;
}

function comparable(a: Value, b: Value): boolean {
  return (a.told.finding.status?.polarity === "denied") === (b.told.finding.status?.polarity === "denied");
}

/** The same issuer; the report's own voice is nobody in particular. */
function issuerOf({ told }: Value): string | undefined {
  return speakerKey(told.finding.speaker);
}

function isExact({ told }: Point): boolean {
  const { best, approximate } = told.finding.figure;
  return best !== null && !approximate;
}

function isEqual(a: Value, b: Value): boolean {
  const [one, other] = [a.told.finding.figure, b.told.finding.figure];
  return one.best === other.best && one.low === other.low && one.high === other.high;
}

/** Ranges that share a number do not contradict: "at least 11" and "14". */
function agrees(a: Value, b: Value): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return (
    one.low <= other.high && other.low <= one.high && !(isExact(a) && isExact(b) && one.best !== other.best)
  );
}

function isBelow(a: Value, b: Value): boolean {
  return rangeOf(a).best < rangeOf(b).best;
}

function rangeOf({ told }: Value): { low: number; best: number; high: number } {
  const { figure } = told.finding;
  const best = numberOf(figure);
  return {
    low: figure.low ?? figure.best ?? Number.NEGATIVE_INFINITY,
    best,
    high: figure.high ?? figure.best ?? Number.POSITIVE_INFINITY,
  };
}
