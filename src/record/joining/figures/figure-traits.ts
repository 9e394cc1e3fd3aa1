/** What tellings of figures are compared by. */
import type { FigureBody, FindingOf } from "../../../model/finding.ts";
import type { Place } from "../../../model/place.ts";
import { anybody, corrections, formerly, partOfWhole, running, updates } from "../../lexicon/count-words.ts";
import { numberNames, talliesIn } from "../../tellings/numbers.ts";
import { sexIn } from "../../tellings/sex.ts";
import { type Signature, within } from "../../tellings/signature.ts";
import { type Window, windowOfIso, windowOfTime } from "../../tellings/time.ts";
import { isDigest, paragraphOf, sentenceOf, type Told, wordsAt } from "../../tellings/told.ts";
import { classOf, contentOf, fold, hasWords, stemOf, wordsOf } from "../../tellings/words.ts";
import { type Disaster, disasterOf } from "../crises/disasters.ts";
import { type Toll, tollOf } from "../crises/tolls.ts";
import { isShort } from "../events/event-traits.ts";
import { speakerKey } from "../statements.ts";

export interface FigureTraits {
  readonly measure: string;
  readonly unit: string;
  readonly per: string | undefined;
  /** Stems of the population counted; empty for "people". */
  readonly population: ReadonlySet<string>;
  /** The population is one that is counted apart ("children"). */
  readonly apart: boolean;
  readonly part: boolean;
  readonly denied: boolean;
  readonly total: boolean;
  readonly since: Window | undefined;
  /** When the incident counted happened. */
  readonly stated: Window | undefined;
  readonly places: readonly Place[];
  readonly issuer: string | undefined;
  readonly low: number;
  readonly high: number;
  /** The number as it stands for comparing: best, else the bound given. */
  readonly value: number;
  /** Said in a word such as "dozens". */
  readonly vague: boolean;
  readonly about: ReadonlySet<string>;
  /** Says that it updates or corrects a count told before. */
  readonly updates: boolean;
  /** Numbers that the sentence gives as the count before: "from 11 to 14", "seven, not nine". */
  readonly former: ReadonlySet<number>;
  readonly time: number;
  readonly sentence: string;
  /** Stands in a headline or standfirst. */
  readonly digest: boolean;
  /** Where its sentence begins. */
  readonly at: number;
  /** Of whom alone it counts. */
  readonly sex: "male" | "female" | undefined;
  /** Of those counted, in years. */
  readonly ages: ReadonlySet<string>;
  /** What else the sentence counts. */
  readonly counts: ReadonlySet<string>;
  readonly isFollowUp: boolean;
  /** Whose toll it may give. */
  readonly disaster: Disaster | undefined;
  /** The war or uprising that it sums up. */
  readonly toll: Toll | undefined;
  readonly report: string;
  readonly signature: Signature;
  /** Of the signature, what its sentence holds. */
  readonly own: Signature;
}

export function figureTraits(told: Told<FindingOf<"figure">>): FigureTraits {
  const { figure, status, places, speaker } = told.finding;
  const sentence = sentenceOf(told);
  const folded = fold(sentence);
  const population = populationOf(figure);
  const measure = classOf(figure.measure);
  const total = isTotal(told);
  const stated = total ? undefined : statedIn(told);
  const paragraph = paragraphOf(told);
  const about = contentOf(`${paragraph} ${told.report.title ?? ""}`);
  for (const word of [...about]) if (word === measure || population.has(word)) about.delete(word);
  const value = numberOf(figure);
  const since = sinceOf(figure, told);
  const unit = unitOf(figure.unit);
  const disaster = disasterOf(told);
  return {
    measure,
    unit,
    per: figure.per,
    population,
    apart: wordsOf(figure.of ?? "").some((word) => partOfWhole.has(word)),
    part: figure.partOf !== undefined,
    denied: status?.polarity === "denied",
    total,
    since,
    stated,
    places,
    issuer: speakerKey(speaker),
    low: figure.low ?? figure.best ?? Number.NEGATIVE_INFINITY,
    high: figure.high ?? figure.best ?? Number.POSITIVE_INFINITY,
    value,
    vague: isVague(told),
    about,
    updates: updates.some((words) => hasWords(folded, words)) || isCorrection(told),
    former: formerIn(folded, value),
    time: told.time,
    sentence: wordsOf(sentence).join(" "),
    digest: isDigest(told),
    at: told.finding.evidence.start,
    sex: sexIn(figure.of ?? ""),
    ages: agesIn(figure.of ?? ""),
    counts: othersIn(sentence, value),
    isFollowUp: told.isFollowUp,
    disaster,
    toll: disaster === undefined && unit === "people" ? tollOf(told, since) : undefined,
    report: told.report.id,
    signature: told.signature,
    own: within(told.signature, sentence),
  };
}

/** Whether the report says that an earlier count was wrong. */
export function isCorrection(told: Told<FindingOf<"figure">>): boolean {
  const folded = fold(paragraphOf(told));
  return corrections.some((words) => hasWords(folded, words));
}

export function numberOf({ best, low, high }: FigureBody): number {
  return best ?? low ?? high ?? Number.NaN;
}

function populationOf({ of }: FigureBody): Set<string> {
  const found = new Set<string>();
  for (const word of wordsOf(of ?? "")) {
    if (anybody.has(word)) continue;
    for (const stem of contentOf(word)) found.add(stem);
  }
  return found;
}

/** "a 12-year-old boy" */
function agesIn(of: string): Set<string> {
  return new Set([...of.matchAll(/(\d{1,3})-(?:years?|months?)-old/gu)].map((match) => match[1]!));
}

function isVague(told: Told<FindingOf<"figure">>): boolean {
  const { best, low, high, words } = told.finding.figure;
  if (best !== null || (low === null && high === null)) return false;
  return wordsOf(wordsAt(told, words)).every((word) => numberOfWord(word) === undefined);
}

function othersIn(sentence: string, value: number): Set<string> {
  const counts = talliesIn(sentence);
  counts.delete(String(value));
  return counts;
}

function unitOf(unit: string): string {
  return anybody.has(fold(unit)) ? "people" : stemOf(fold(unit));
}

function sinceOf(figure: FigureBody, told: Told): Window | undefined {
  if (figure.since !== undefined) {
    const window = windowOfIso(figure.since);
    return Number.isNaN(window.from) ? undefined : window;
  }
  const { time } = told.finding;
  return time?.to === null && time.from !== undefined ? windowOfIso(time.from) : undefined;
}

/** Characters around a number within which words say what kind of count it is. */
const nearBefore = 70;
const nearAfter = 50;
/** So close before the number they say it even where the sentence has a day ("… on Tuesday, bringing the total to 27"). */
const justBefore = 45;

/** A count that runs on: said so by its beginning, or by words beside it. */
function isTotal(told: Told<FindingOf<"figure">>): boolean {
  const { figure, time, evidence } = told.finding;
  if (figure.since !== undefined || time?.to === null) return true;
  if (figure.per !== undefined) return false;
  const { start, end } = figure.words;
  const { text } = told.report;
  const says = (folded: string) => running.some((words) => hasWords(folded, words));
  const before = fold(text.slice(Math.max(evidence.start, start - justBefore), start)).trimEnd();
  if (says(before) || before.endsWith("of the")) return true;
  const own = windowOfTime(time);
  return (
    (own === undefined || !isShort(own)) &&
    says(
      fold(text.slice(Math.max(evidence.start, start - nearBefore), Math.min(evidence.end, end + nearAfter))),
    )
  );
}

/** The day of the incident: the figure's own, else that of the one dated deed of its sentence, or of the same count where its report begins. */
function statedIn(told: Told<FindingOf<"figure">>): Window | undefined {
  const { time } = told.finding;
  if (time?.to === null) return undefined;
  return windowOfTime(time) ?? (time === undefined ? (told.deedAt ?? told.actAt) : undefined);
}

/** Numbers that the sentence gives as the count before this one: each belongs to the nearest other number. */
function formerIn(folded: string, value: number): Set<number> {
  const numbers = [...folded.matchAll(/[\p{L}\d][\p{L}\d.,]*/gu)].flatMap((match) => {
    const number = numberOfWord(match[0].replace(/[.,]+$/u, ""));
    const before = folded.slice(Math.max(0, match.index - 30), match.index).trimEnd();
    const isDate = /(?:^|\s)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/u.test(before);
    return number === undefined || isDate ? [] : [{ number, at: match.index, before }];
  });
  const found = new Set<number>();
  for (const former of numbers) {
    if (former.number === value) continue;
    if (!formerly.some((words) => former.before.endsWith(` ${words}`) || former.before === words)) continue;
    const others = numbers.filter((one) => one !== former);
    const distance = Math.min(...others.map(({ at }) => Math.abs(at - former.at)));
    if (others.some(({ number, at }) => number === value && Math.abs(at - former.at) === distance)) {
      found.add(former.number);
    }
  }
  return found;
}

function numberOfWord(word: string): number | undefined {
  if (!/^\d/u.test(word)) return numberNames.get(word);
  const number = Number(word.replaceAll(",", ""));
  return Number.isNaN(number) ? undefined : number;
}
