/**
 * Scores the JSON of `sitrep read --json` against what a careful analyst wrote down (the gold):
 * `node test/expected.ts PREDICTED GOLD.json [PREDICTED GOLD.json …]`, PREDICTED a file or a folder of files.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { EntryJson, RecordJson } from "../src/view/json.ts";
import { lineReport, type Row, stateOf, table } from "./expected-print.ts";

/** One value, or several of which any is right. */
type OneOf<T> = T | readonly T[];

export interface GoldLine {
  readonly id: string;
  readonly kind: EntryJson["kind"];
  /** File names; a line that several reports print is found in any of them. */
  readonly reports: readonly string[];
  /** The words that carry it: an exact substring of each report's text. */
  readonly quote: string;
  readonly status?: { stage?: OneOf<string>; polarity?: OneOf<string>; certainty?: OneOf<string> };
  readonly speaker: { kind: OneOf<string>; name?: string };
  readonly event?: { words: string };
  readonly figure?: GoldNumbers & { measure: string };
  readonly stance?: OneOf<string>;
  readonly instrument?: string;
}

interface GoldNumbers {
  readonly low?: number | null;
  readonly best?: number | null;
  readonly high?: number | null;
  readonly approximate?: boolean;
}

/** Broken by an entry of the kind whose evidence overlaps the quote and that meets every condition. */
export interface GoldNever {
  readonly id: string;
  readonly kind: EntryJson["kind"];
  readonly reports: readonly string[];
  readonly description: string;
  readonly quote: string;
  readonly where: {
    readonly stage?: OneOf<string>;
    readonly polarity?: OneOf<string>;
    readonly certainty?: OneOf<string>;
    readonly stance?: OneOf<string>;
    readonly speakerKind?: OneOf<string>;
    readonly speakerName?: string;
    /** Beginnings of words, one of which stands in the event's own words. */
    readonly trigger?: readonly string[];
    readonly measure?: OneOf<string>;
    readonly figure?: GoldNumbers;
    /** Beginning of the ISO date that the entry's time is resolved to. */
    readonly timeFrom?: string;
  };
}

export interface GoldReport {
  readonly file: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly bylines?: readonly string[];
  readonly published?: string;
  /** null: the page credits nobody; absent: not asked (an agency's own page). */
  readonly credit?: string | null;
  readonly language?: string;
}

interface TollPoint extends GoldNumbers {
  readonly date: string;
  readonly issuer: string;
  readonly report: string;
}

export interface Gold {
  readonly lines: readonly GoldLine[];
  readonly mustNot: readonly GoldNever[];
  readonly reports?: readonly GoldReport[];
  readonly groups?: readonly { readonly name: string; readonly reports: readonly string[] }[];
  readonly mustNotJoin?: readonly { readonly reports: readonly string[] }[];
  readonly timelines?: { readonly deathToll: { readonly points: readonly TollPoint[] } };
}

/** What of a line came out. `value`: figure numbers, stance or instrument; undefined where it has none. */
export interface LineScore {
  readonly line: GoldLine;
  /** Some entry, of whatever kind, stands on these words. */
  readonly touched: boolean;
  readonly kind: boolean;
  readonly status?: boolean;
  readonly certainty?: boolean;
  readonly speaker: boolean;
  readonly value?: boolean;
  /** Kind, status, speaker and value are all right in one entry. */
  readonly found: boolean;
  /** The entry that it was measured on: the best of its kind. */
  readonly entry?: EntryJson;
}

export interface Violation {
  readonly never: GoldNever;
  readonly entry: EntryJson;
}

export interface Score {
  readonly lines: readonly LineScore[];
  readonly violations: readonly Violation[];
  /** Gold lines of reports that were not among those predicted. */
  readonly leftOut: number;
}

/** Pure: the same records and the same gold give the same score. */
export function score(predicted: readonly RecordJson[], gold: Gold): Score {
  const index = predicted.map(standing);
  const has = new Set(predicted.flatMap((record) => record.reports.map(({ input }) => basename(input))));
  const present = (item: { reports: readonly string[] }) =>
    item.reports.some((file) => has.has(basename(file)));

  const lines = gold.lines.filter(present).map((line) => scoreLine(line, index));
  const violations = gold.mustNot.filter(present).flatMap((never) =>
    overlapping(index, never.reports, never.quote)
      .filter((stand) => stand.entry.kind === never.kind && breaks(stand, never))
      .map(({ entry }) => ({ never, entry })),
  );
  return { lines, violations, leftOut: gold.lines.length - lines.length };
}

/** An entry as it stands in one report: a merged entry's status and numbers differ by report. */
interface Standing {
  readonly entry: EntryJson;
  readonly file: string;
  readonly tokens: readonly string[];
  readonly statuses: readonly { stage?: string; polarity?: string; certainty: string }[];
  readonly numbers: readonly Required<GoldNumbers>[];
}

function standing(record: RecordJson): Standing[] {
  const files = new Map(record.reports.map(({ id, input }) => [id, basename(input)]));
  return record.entries.flatMap((entry) =>
    entry.evidence.map((evidence) => {
      const history = (entry.history ?? []).filter(({ report }) => report === evidence.report);
      const series = (entry.series ?? []).filter(({ report }) => report === evidence.report);
      return {
        entry,
        file: files.get(evidence.report) ?? "",
        tokens: tokensOf(evidence.quote),
        statuses:
          history.length > 0
            ? history.map(({ status }) => status)
            : entry.status === undefined
              ? []
              : [entry.status],
        numbers: series.length > 0 ? series : entry.figure === undefined ? [] : [entry.figure],
      };
    }),
  );
}

function overlapping(index: readonly Standing[][], reports: readonly string[], quote: string): Standing[] {
  const files = new Set(reports.map((file) => basename(file)));
  const words = tokensOf(quote);
  return index.flat().filter((stand) => files.has(stand.file) && overlaps(words, stand.tokens));
}

function scoreLine(line: GoldLine, index: readonly Standing[][]): LineScore {
  const all = overlapping(index, line.reports, line.quote);
  const scores = all
    .filter(({ entry }) => entry.kind === line.kind)
    .map((stand) => ({ stand, score: scoreStanding(line, stand) }))
    .sort((a, b) => rank(b.score, line, b.stand) - rank(a.score, line, a.stand));
  const best = scores[0]?.score;
  if (best !== undefined) return best;
  const asked = line.status?.stage !== undefined || line.status?.polarity !== undefined;
  return {
    line,
    touched: all.length > 0,
    kind: false,
    speaker: false,
    found: false,
    ...(asked ? { status: false } : {}),
    ...(line.status?.certainty === undefined ? {} : { certainty: false }),
    ...(valueAsked(line) ? { value: false } : {}),
  };
}

function scoreStanding(line: GoldLine, stand: Standing): LineScore {
  const { entry, statuses } = stand;
  const stage = line.status?.stage;
  const polarity = line.status?.polarity;
  const status =
    stage === undefined && polarity === undefined
      ? undefined
      : statuses.some((s) => isOneOf(s.stage, stage) && isOneOf(s.polarity, polarity));
  const certainty =
    line.status?.certainty === undefined
      ? undefined
      : statuses.some((s) => isOneOf(s.certainty, line.status?.certainty));
  const speaker = speakerIs(entry, line);
  const value = valueAsked(line) ? valueIs(line, stand) : undefined;
  return {
    line,
    touched: true,
    kind: true,
    ...(status === undefined ? {} : { status }),
    ...(certainty === undefined ? {} : { certainty }),
    speaker,
    ...(value === undefined ? {} : { value }),
    found: status !== false && speaker && value !== false,
    entry,
  };
}

/** Of several entries on the same words, the one that gets most right; then the one with the same trigger. */
function rank(score: LineScore, line: GoldLine, { entry }: Standing): number {
  const same =
    line.event !== undefined && entry.event !== undefined && shareWord(line.event.words, entry.event.words);
  return (
    (score.found ? 100 : 0) +
    (score.value === false ? 0 : 20) +
    (score.status === false ? 0 : 10) +
    (score.speaker ? 5 : 0) +
    (score.certainty === false ? 0 : 2) +
    (same ? 1 : 0)
  );
}

function valueAsked(line: GoldLine): boolean {
  return line.figure !== undefined || line.stance !== undefined || line.instrument !== undefined;
}

function valueIs(line: GoldLine, { entry, numbers }: Standing): boolean {
  if (line.figure !== undefined) return numbers.some((figure) => numbersAre(figure, line.figure ?? {}));
  if (line.stance !== undefined) return isOneOf(entry.position?.stance, line.stance);
  return named(line.instrument ?? "", [entry.legalBasis?.instrument]);
}

function speakerIs(entry: EntryJson, { speaker }: GoldLine): boolean {
  if (!isOneOf(entry.speaker.kind, speaker.kind)) return false;
  // Where the report's own voice is as right as a name, it has no name to compare.
  if (entry.speaker.kind === "unstated") return true;
  return speaker.name === undefined || named(speaker.name, [entry.speaker.name, entry.speaker.words]);
}

function breaks({ entry, statuses, numbers }: Standing, { where }: GoldNever): boolean {
  const { trigger, figure, timeFrom } = where;
  const words = tokensOf(entry.event?.words ?? "").join(" ");
  return (
    (where.stage === undefined || statuses.some(({ stage }) => isOneOf(stage, where.stage))) &&
    (where.polarity === undefined || statuses.some(({ polarity }) => isOneOf(polarity, where.polarity))) &&
    (where.certainty === undefined ||
      statuses.some(({ certainty }) => isOneOf(certainty, where.certainty))) &&
    isOneOf(entry.position?.stance, where.stance) &&
    isOneOf(entry.speaker.kind, where.speakerKind) &&
    (where.speakerName === undefined ||
      named(where.speakerName, [entry.speaker.name, entry.speaker.words])) &&
    (trigger === undefined || trigger.some((stem) => ` ${words}`.includes(` ${stem}`))) &&
    isOneOf(entry.figure?.measure, where.measure) &&
    (figure === undefined || numbers.some((found) => numbersAre(found, figure))) &&
    (timeFrom === undefined || (entry.time?.from ?? "").startsWith(timeFrom))
  );
}

/** True when every number that is asked for is the one found. */
function numbersAre(found: GoldNumbers, asked: GoldNumbers): boolean {
  return (["low", "best", "high", "approximate"] as const).every(
    (part) => asked[part] === undefined || asked[part] === found[part],
  );
}

function isOneOf<T>(value: T | undefined, asked: OneOf<T> | undefined): boolean {
  if (asked === undefined) return true;
  if (value === undefined) return false;
  return Array.isArray(asked) ? asked.includes(value) : asked === value;
}

/** At least half of the content words of the name stand in one of the names found. */
function named(name: string, found: readonly (string | undefined)[]): boolean {
  const asked = contentWords(name);
  return found.some((other) => {
    if (other === undefined) return false;
    const words = new Set(contentWords(other));
    const shared = asked.filter((word) => words.has(word)).length;
    return shared > 0 && shared * 2 >= asked.length;
  });
}

const functionWords = new Set([
  "the",
  "a",
  "an",
  "of",
  "in",
  "on",
  "for",
  "to",
  "and",
  "its",
  "his",
  "her",
  "their",
  "s",
]);

function contentWords(name: string): string[] {
  const words = tokensOf(name);
  const content = words.filter((word) => !functionWords.has(word));
  return content.length > 0 ? content : words;
}

function shareWord(a: string, b: string): boolean {
  const words = tokensOf(b).map(stem);
  return tokensOf(a).some((word) => words.includes(stem(word)));
}

function stem(word: string): string {
  return word.slice(0, 4);
}

/** Words and numbers, folded, so that spaces, dashes and kinds of quotation marks don't count. */
export function tokensOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The evidence holds at least half of the quote's tokens in one run, or stands wholly within the quote. */
export function overlaps(quote: readonly string[], evidence: readonly string[]): boolean {
  const run = longestRun(quote, evidence);
  return evidence.length > 0 && (run * 2 >= quote.length || run === evidence.length);
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let above: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const row: number[] = new Array(b.length + 1).fill(0);
    for (let j = 0; j < b.length; j++) {
      const run = word === b[j] ? (above[j] ?? 0) + 1 : 0;
      row[j + 1] = run;
      if (run > longest) longest = run;
    }
    above = row;
  }
  return longest;
}

/** What of the pages' metadata came out otherwise: one line each, empty when all is right. */
export function differences(predicted: readonly RecordJson[], gold: Gold): string[] {
  const reports = Map.groupBy(
    predicted.flatMap((record) => record.reports),
    ({ input }) => basename(input),
  );
  return (gold.reports ?? []).flatMap((asked) => {
    const file = basename(asked.file);
    const here = reports.get(file) ?? [];
    // Of a live blog each entry is a report with a title of its own.
    const found = here.at(-1);
    if (found === undefined) return [];
    const differs: string[] = [];
    const compare = (what: string, is: string | undefined, should: string | undefined) => {
      if (is !== should) differs.push(`${file}: ${what} is ${show(is)}, not ${show(should)}`);
    };
    if (here.length === 1) compare("title", found.title, asked.title);
    compare("publisher", found.publisher, asked.publisher);
    compare("bylines", (found.bylines ?? []).join("; "), (asked.bylines ?? []).join("; "));
    if (asked.credit !== undefined) compare("credit", found.credit, asked.credit ?? undefined);
    compare("language", found.language, asked.language);
    if (instant(found.published?.value) !== instant(asked.published))
      compare("published", found.published?.value, asked.published);
    return differs;
  });
}

/** Origins that came out otherwise, one line each. Only for a record of all the reports together. */
export function originDifferences(record: RecordJson, gold: Gold): string[] {
  const files = new Map(record.reports.map(({ id, input }) => [id, basename(input)]));
  const origins = record.origins.map(({ reports }) =>
    [...new Set(reports.map((id) => files.get(id) ?? id))].sort(),
  );
  const groups = (gold.groups ?? []).map(({ reports }) => reports.map((file) => basename(file)).sort());
  const apart = (gold.mustNotJoin ?? []).map(({ reports }) => reports.map((file) => basename(file)));
  const found = new Set(origins.map(listed));
  return [
    ...groups.filter((group) => !found.has(listed(group))).map((group) => `not one origin: ${listed(group)}`),
    ...apart
      .filter((pair) => origins.some((origin) => pair.every((file) => origin.includes(file))))
      .map((pair) => `must not be one origin: ${listed(pair)}`),
    ...origins
      .filter((origin) => origin.length > 1 && !groups.some((group) => listed(group) === listed(origin)))
      .map((origin) => `joined, though no group says so: ${listed(origin)}`),
  ];
}

function listed(files: readonly string[]): string {
  return files.join(" + ");
}

/** Points of the death toll's series that no figure's series holds, one line each. */
export function tollDifferences(record: RecordJson, gold: Gold): string[] {
  const files = new Map(record.reports.map(({ id, input }) => [id, basename(input)]));
  const asked = gold.timelines?.deathToll.points ?? [];
  const holds = (entry: EntryJson, point: TollPoint) =>
    (entry.series ?? []).some(
      (found) => files.get(found.report) === basename(point.report) && numbersAre(found, point),
    );
  const series = record.entries
    .filter(({ kind, series }) => kind === "figure" && series !== undefined)
    .map((entry) => asked.filter((point) => holds(entry, point)))
    .sort((a, b) => b.length - a.length);
  const best = series[0] ?? [];
  return asked
    .filter((point) => !best.includes(point))
    .map(
      ({ date, low, best, high, issuer }) =>
        `not in the series: ${date} ${[low, best, high].join("/")} ${issuer}`,
    );
}

function instant(value: string | undefined): string {
  const time = Date.parse(value ?? "");
  return Number.isNaN(time) || (value ?? "").length <= 10 ? (value ?? "") : String(time);
}

function show(value: string | undefined): string {
  return value === undefined || value === "" ? "missing" : `"${value}"`;
}

function readRecords(path: string): RecordJson[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.map((file) => JSON.parse(readFileSync(file, "utf8")) as RecordJson);
}

function main(arguments_: readonly string[]): number {
  if (arguments_.length === 0 || arguments_.length % 2 !== 0) {
    console.error(
      "expected: give pairs of files: node test/expected.ts PREDICTED GOLD.json [PREDICTED GOLD.json …]",
    );
    return 2;
  }
  const rows: Row[] = [];
  for (let i = 0; i < arguments_.length; i += 2) {
    const goldFile = arguments_[i + 1]!;
    const predicted = readRecords(arguments_[i]!);
    const gold = JSON.parse(readFileSync(goldFile, "utf8")) as Gold;
    const row = { name: basename(goldFile, ".json").replace(/\.record$/, ""), score: score(predicted, gold) };
    rows.push(row);
    console.log(
      `${row.name}${row.score.leftOut > 0 ? ` (${row.score.leftOut} lines of reports not given)` : ""}`,
    );
    for (const line of row.score.lines) console.log(lineReport(line));
    for (const { never, entry } of row.score.violations)
      console.log(
        `  ! ${never.id} must not: ${never.description}\n      came out: ${entry.line} ${stateOf(entry)}`,
      );
    for (const difference of differences(predicted, gold)) console.log(`  page ${difference}`);
    const whole = predicted.length === 1 ? predicted[0] : undefined;
    if (whole !== undefined && gold.groups !== undefined) {
      for (const difference of originDifferences(whole, gold)) console.log(`  origin ${difference}`);
      for (const difference of tollDifferences(whole, gold)) console.log(`  toll ${difference}`);
    }
  }
  console.log(`\n${table(rows)}`);
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
