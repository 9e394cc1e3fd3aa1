/** Which reports a scope catches, which it selects by their stories, and what could be added to it. Pure. */
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Because, Caught, Scope, ScopePart, Suggestion, ValuePart } from "../model/scope.ts";
import type { Story } from "../model/story.ts";
import { functionWords } from "./lexicon/function-words.ts";
import { outletKey } from "./origins/voices.ts";
import { day, instant, publicAt } from "./tellings/time.ts";
import { fold, wordsOf } from "./tellings/words.ts";

/** What scopes ask of a report, worked out once: an unread one can be caught by its words alone. */
export interface Catchable {
  readonly report: string;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  /** When it was made public, in milliseconds. */
  readonly at: number;
  readonly host: string;
  readonly outlet: string | undefined;
  /** Folded words of title and text with a space on either side of each, and those where the report begins. */
  readonly words: string;
  readonly opening: string;
  readonly actors: readonly Named[];
  readonly places: readonly Named[];
}

interface Named {
  readonly id: string | undefined;
  readonly country?: string | undefined;
  readonly name: string;
  readonly folded: string;
  /** Named where the report begins, or more than once. */
  readonly isProminent: boolean;
  readonly times: number;
}

/** UTF-16 code units of a text that count as its beginning: headline, standfirst, the first paragraph or two. */
const opening = 600;

export function catchable(report: Report, reading: Reading | undefined): Catchable {
  const { title = "", text, url, publisher, language } = report;
  const spaced = (words: string) => ` ${wordsOf(words).join(" ")} `;
  const own = outletKey(publisher ?? "");
  return {
    report: report.id,
    title,
    publisher,
    language,
    at: instant(publicAt(report)),
    host: url !== undefined && URL.canParse(url) ? new URL(url).hostname : "",
    outlet: publisher === undefined ? undefined : own,
    words: spaced(`${title} ${text}`),
    opening: spaced(`${title} ${text.slice(0, opening)}`),
    actors: (reading?.actors ?? []).map(({ id, name, mentions }) => ({
      id,
      name,
      folded: fold(name),
      isProminent: mentions.length > 1 || mentions.some(({ start }) => start < opening),
      times: mentions.length,
    })),
    places: (reading?.places ?? []).map(({ start, place: { id, name, country, precision } }) => ({
      id: precision === "country" ? country : id,
      country,
      name,
      folded: fold(name),
      isProminent: start < opening,
      times: 1,
    })),
  };
}

/** Undefined where the scope does not catch it. */
export function caughtBy(scope: Scope, report: Report, reading: Reading | undefined): Caught | undefined {
  const caught = caughtIn(scope, catchable(report, reading));
  return typeof caught === "string" ? undefined : caught;
}

/** What of the scope it meets, else the first part that it does not meet. */
export function caughtIn(scope: Scope, one: Catchable): Caught | ScopePart {
  const outside = outsideOf(scope, one);
  if (outside !== undefined) return outside;
  if (isEmpty(scope)) return "terms";
  const found = {
    terms: (scope.terms ?? []).filter((term) => holds(one.words, term)),
    actors: (scope.actors ?? []).filter((wanted) => one.actors.some((actor) => isOf(actor, wanted))),
    places: (scope.places ?? []).filter((wanted) => one.places.some((place) => isOf(place, wanted))),
  };
  for (const part of ["terms", "actors", "places"] as const)
    if ((scope[part] ?? []).length > 0 && found[part].length === 0) return part;
  return found;
}

function isEmpty({ terms = [], actors = [], places = [], publishers = [] }: Scope): boolean {
  return terms.length + actors.length + places.length + publishers.length === 0;
}

/** The part that keeps it out, whatever it tells of: days, publishers, words. */
function outsideOf({ from, to, publishers = [], not = [] }: Scope, one: Catchable): ScopePart | undefined {
  if (from !== undefined && one.at < instant(from)) return "days";
  if (to !== undefined && one.at >= instant(to) + day) return "days";
  if (publishers.length > 0 && !publishers.some((wanted) => isPrintedBy(one, wanted))) return "publishers";
  return not.some((term) => holds(one.words, term)) ? "not" : undefined;
}

function isPrintedBy({ outlet, host }: Catchable, wanted: string): boolean {
  const name = wanted.toLowerCase();
  return outletKey(wanted) === outlet || host === name || host.endsWith(`.${name}`);
}

function holds(words: string, term: string): boolean {
  const phrase = wordsOf(term).join(" ");
  return phrase !== "" && words.includes(` ${phrase} `);
}

function isOf({ id, country, folded }: Named, wanted: string): boolean {
  return (
    id === wanted || (country !== undefined && country === wanted.toUpperCase()) || folded === fold(wanted)
  );
}

/** Whether a report that is caught meets some part of the scope where it begins, and so is about it. */
function isAbout({ terms = [], actors = [], places = [] }: Caught, one: Catchable): boolean {
  return (
    terms.some((term) => holds(one.opening, term)) ||
    actors.some((wanted) => one.actors.some((actor) => actor.isProminent && isOf(actor, wanted))) ||
    places.some((wanted) => one.places.some((place) => place.isProminent && isOf(place, wanted)))
  );
}

/** A story is in where at least this share of its reports is caught, and one of them is about the scope. */
const leastShare = 1 / 3;
/** It brings in what was published within so many days of one that is about the scope. */
const nearest = 7;

/**
 * The reports that a scope selects, each with why: those that it catches, and the other reports of their stories. What keeps
 * a report out (days, publishers, words) keeps it out of its story too. Stories hold ids of `all`.
 */
export function selectedBy(
  scope: Scope,
  all: ReadonlyMap<string, Catchable>,
  stories: readonly Pick<Story, "id" | "reports">[],
): Map<string, Because> {
  const selected = new Map<string, Because>();
  const about = new Set<string>();
  for (const [id, one] of all) {
    const caught = caughtIn(scope, one);
    if (typeof caught === "string") continue;
    selected.set(id, { kind: "caught", caught });
    if (isAbout(caught, one)) about.add(id);
  }
  if (about.size === 0) return selected;
  for (const { id: story, reports } of stories) {
    if (!reports.some((id) => about.has(id))) continue;
    const members = reports.flatMap((id) => all.get(id) ?? []);
    const caught = members.filter(({ report }) => selected.has(report));
    // words of one language catch no report in another
    const tongues = new Set(caught.map(({ language }) => language));
    const of = members.filter(({ language }) => tongues.has(language)).length;
    if (caught.length === members.length || caught.length / of < leastShare) continue;
    const likes = members.filter(({ report }) => about.has(report)).sort((a, b) => a.at - b.at);
    for (const one of members) {
      if (selected.has(one.report) || outsideOf(scope, one) !== undefined) continue;
      const like = nearestOf(likes, one.at);
      if (Math.abs(like.at - one.at) > nearest * day) continue;
      selected.set(one.report, { kind: "story", story, like: like.report, caught: caught.length, of });
    }
  }
  return selected;
}

/** By time, the earlier on a tie. `sorted` is not empty. */
function nearestOf(sorted: readonly Catchable[], at: number): Catchable {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  const [after, before] = [sorted[low]!, sorted[low - 1]];
  return before !== undefined && at - before.at <= Math.abs(after.at - at) ? before : after;
}

/** Of what is caught, so many reports must hold it, and this share of all that hold it must be caught. */
const fewest = 3;
const purest = 0.6;
/** And this share of what is caught holds it. */
const usual = 0.15;
const mostSuggested = 12;

/** What could be added, the most telling first. Reports are all those that were looked at. */
export function suggestionsFor(scope: Scope, all: Iterable<Catchable>): Suggestion[] {
  const counts = new Map<string, Counted>();
  let caught = 0;
  for (const one of all) {
    const isCaught = typeof caughtIn(scope, one) !== "string";
    if (isCaught) caught++;
    for (const { part, value, name } of valuesOf(one)) {
      if (part === "publishers") continue;
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

/** What a part of a scope could be given, and how many reports hold each: the most usual first. */
export function valuesIn(
  all: Iterable<Catchable>,
  part: ValuePart,
  typed: string,
  most: number,
): { value: string; name: string; reports: number }[] {
  const start = fold(typed).trim();
  const counts = new Map<string, { value: string; name: string; reports: number }>();
  for (const one of all)
    for (const { part: own, value, name } of valuesOf(one)) {
      if (own !== part) continue;
      const count = counts.get(value);
      if (count !== undefined) count.reports++;
      else if (start === "" || isMeant(fold(name), start) || isMeant(fold(value), start))
        counts.set(value, { value, name, reports: 1 });
    }
  return [...counts.values()]
    .sort((a, b) => b.reports - a.reports || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}

/** Some word of the name begins with what is typed. */
const isMeant = (name: string, start: string) => name.startsWith(start) || name.includes(` ${start}`);

/** Each once: words of the title, actors that are named more than once, places, the publisher. */
function valuesOf(one: Catchable): { part: ValuePart; value: string; name: string }[] {
  const terms = new Set(wordsOf(one.title).filter((word) => word.length > 3 && !functionWords.has(word)));
  const places = new Map(one.places.map(({ id, name }) => [id ?? name, name] as const));
  const publisher = one.publisher;
  return [
    ...[...terms].map((word) => ({ part: "terms" as const, value: word, name: word })),
    ...one.actors.flatMap(({ id, name, times }) =>
      times > 1 ? [{ part: "actors" as const, value: id ?? name, name }] : [],
    ),
    ...[...places].map(([value, name]) => ({ part: "places" as const, value, name })),
    ...(publisher === undefined ? [] : [{ part: "publishers" as const, value: publisher, name: publisher }]),
  ];
}
