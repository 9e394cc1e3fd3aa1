/** Which reports a scope catches, and what could be added to it. Pure. */
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Caught, Scope, Suggestion } from "../model/scope.ts";
import { functionWords } from "./lexicon/function-words.ts";
import { day, instant, publicAt } from "./time.ts";
import { outletKey } from "./voices.ts";
import { fold, wordsOf } from "./words.ts";

/** Undefined where the scope does not catch it. An unread report can be caught by its words alone. */
export function caughtBy(scope: Scope, report: Report, reading: Reading | undefined): Caught | undefined {
  if (isEmpty(scope) || !isWithin(scope, report)) return undefined;
  const words = ` ${wordsOf(`${report.title ?? ""} ${report.text}`).join(" ")} `;
  const holds = (term: string) => {
    const phrase = wordsOf(term).join(" ");
    return phrase !== "" && words.includes(` ${phrase} `);
  };
  if (scope.not?.some(holds)) return undefined;
  const parts = [
    found(scope.terms, holds),
    found(scope.actors, (wanted) => hasActor(reading, wanted)),
    found(scope.places, (wanted) => hasPlace(reading, wanted)),
  ];
  if (parts.some((part) => part === "missed")) return undefined;
  const [terms, actors, places] = parts as (readonly string[])[];
  return { terms: terms!, actors: actors!, places: places! };
}

function isEmpty({ terms = [], actors = [], places = [], publishers = [] }: Scope): boolean {
  return terms.length + actors.length + places.length + publishers.length === 0;
}

/** Values of a part that the report has; none where the scope asks for none. */
function found(
  wanted: readonly string[] | undefined,
  has: (value: string) => boolean,
): readonly string[] | "missed" {
  if (wanted === undefined || wanted.length === 0) return [];
  const met = wanted.filter(has);
  return met.length === 0 ? "missed" : met;
}

function isWithin({ from, to, publishers }: Scope, report: Report): boolean {
  const at = instant(publicAt(report));
  if (from !== undefined && at < instant(from)) return false;
  if (to !== undefined && at >= instant(to) + day) return false;
  if (publishers === undefined || publishers.length === 0) return true;
  const host = report.url !== undefined && URL.canParse(report.url) ? new URL(report.url).hostname : "";
  const own = report.publisher === undefined ? undefined : outletKey(report.publisher);
  return publishers.some(
    (one) => outletKey(one) === own || host === one.toLowerCase() || host.endsWith(`.${one.toLowerCase()}`),
  );
}

function hasActor(reading: Reading | undefined, wanted: string): boolean {
  const name = fold(wanted);
  return (reading?.actors ?? []).some((actor) => actor.id === wanted || fold(actor.name) === name);
}

function hasPlace(reading: Reading | undefined, wanted: string): boolean {
  const name = fold(wanted);
  return (reading?.places ?? []).some(
    ({ place }) => place.id === wanted || place.country === wanted.toUpperCase() || fold(place.name) === name,
  );
}

/** Of what is caught, so many reports must hold it, and this share of all that hold it must be caught. */
const fewest = 3;
const purest = 0.6;
/** And this share of what is caught holds it. */
const usual = 0.15;
const mostSuggested = 12;

/** What could be added, the most telling first. Reports are all those that were looked at. */
export function suggestionsFor(
  scope: Scope,
  reports: readonly Report[],
  readings: ReadonlyMap<string, Reading>,
): Suggestion[] {
  const counts = new Map<string, Counted>();
  let caught = 0;
  for (const report of reports) {
    const reading = readings.get(report.id);
    const isCaught = caughtBy(scope, report, reading) !== undefined;
    if (isCaught) caught++;
    for (const { part, value, name } of valuesOf(report, reading)) {
      const key = `${part} ${value}`;
      const count = counts.get(key) ?? { part, value, name, within: 0, outside: 0 };
      if (isCaught) count.within++;
      else count.outside++;
      counts.set(key, count);
    }
  }
  return [...counts.values()]
    .filter(
      ({ within, outside }) =>
        within >= Math.max(fewest, usual * caught) && within / (within + outside) >= purest,
    )
    .filter((one) => !isIn(scope, one))
    .sort((a, b) => weight(b) - weight(a) || (a.value < b.value ? -1 : 1))
    .slice(0, mostSuggested);
}

interface Counted extends Suggestion {
  within: number;
  outside: number;
}

const weight = ({ within, outside }: Counted) => (within * within) / (within + outside);

function isIn(scope: Scope, { part, value, name }: Counted): boolean {
  return (scope[part] ?? []).some((one) => one === value || fold(one) === fold(name));
}

/** Each once: words of the title, actors that are named more than once, places. */
function valuesOf(report: Report, reading: Reading | undefined): Omit<Suggestion, "within" | "outside">[] {
  const terms = new Set(
    wordsOf(report.title ?? "").filter((word) => word.length > 3 && !functionWords.has(word)),
  );
  const actors = (reading?.actors ?? []).filter(({ mentions }) => mentions.length > 1);
  const places = new Map(
    (reading?.places ?? []).map(({ place }) => {
      const code = place.precision === "country" ? place.country : place.id;
      return [code ?? place.name, place.name] as const;
    }),
  );
  return [
    ...[...terms].map((word) => ({ part: "terms" as const, value: word, name: word })),
    ...actors.map(({ id, name }) => ({ part: "actors" as const, value: id, name })),
    ...[...places].map(([value, name]) => ({ part: "places" as const, value, name })),
  ];
}
