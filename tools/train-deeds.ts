/**
 * Learns src/record/deed-weights.ts from reports of known happenings:
 *   node tools/train-deeds.ts --gva gva_dev.jsonl.gz --table GOLD.tsv [--hold] [--write]
 * Of the shootings (`--gva`) it takes 1,200 reports after the first 800 of those that share theirs with another: `bench
 * happenings` measures the first. Of the table (document id and group, articles.jsonl.gz beside it; ECB+) all, counted twice, or with
 * `--hold` every other topic, so that the rest can be measured as never seen.
 *
 * A case is two tellings of acts of one class in reports of different origins; it is right where the reports are of one happening.
 * All cases of two reports count together as the root of how many they are. Logistic regression with a pull towards 0, by
 * Newton's steps. No chance in it: the same files give the same weights.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { articles, incidents, type OfHappening } from "../bench/gold/happenings.ts";
import { english } from "../bench/gold/jsonl.ts";
import type { FindingOf } from "../src/model/finding.ts";
import type { Reading } from "../src/model/reading.ts";
import { read } from "../src/reading/read.ts";
import { inFetchOrder } from "../src/record/captures.ts";
import { agreementNames, agreements, areComparable } from "../src/record/deeds.ts";
import { type EventTraits, eventTraits } from "../src/record/event-traits.ts";
import type { Placed } from "../src/record/placed.ts";
import { recordOf } from "../src/record/record.ts";
import { Signatures } from "../src/record/signature.ts";
import { instant, publicAt } from "../src/record/time.ts";
import { type Told, toldIn } from "../src/record/told.ts";

interface Case {
  readonly values: Float64Array;
  readonly isRight: boolean;
  readonly share: number;
}

/** Reports measured by the benchmark, and how many after them are learnt from. */
const measured = 800;
const learntFrom = 1_200;
const tableCounts = 2;
const pull = 3;
const steps = 12;

const { values } = parseArgs({
  options: {
    gva: { type: "string" },
    table: { type: "string" },
    hold: { type: "boolean" },
    write: { type: "boolean" },
  },
});
if (values.gva === undefined || values.table === undefined) {
  console.error(
    "train-deeds: no files given\nuse: node tools/train-deeds.ts --gva FILE --table GOLD.tsv [--hold] [--write]",
  );
  process.exit(1);
}

const language = await english();
const shootings = incidents(values.gva).slice(measured, measured + learntFrom);
const topic = (happening: string) => Number.parseInt(happening, 10);
const others = articles(values.table).filter(
  ({ happening }) => values.hold !== true || topic(happening) % 2 === 0,
);
const cases = [...casesOf(shootings, 1), ...casesOf(others, tableCounts)];
const weights = regress(cases);
const lines = agreementNames.map((name, i) => `  ${JSON.stringify(name)}: ${weights[i]!.toFixed(3)},\n`);
console.log(`${cases.length} cases\n${lines.join("")}`);
if (values.write === true)
  writeFileSync(
    new URL("../src/record/deed-weights.ts", import.meta.url),
    `/** What each agreement of deeds.ts adds to the logarithm of the odds: learnt by tools/train-deeds.ts. */\nexport const learnt: Readonly<Record<string, number>> = {\n${lines.join("")}};\n`,
  );

function casesOf(items: readonly OfHappening[], share: number): Case[] {
  const reports = items.map(({ report }) => report);
  const happeningOf = new Map(items.map(({ report, happening }) => [report.id, happening]));
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  const originOf = new Map(
    recordOf(reports, readings).origins.flatMap(({ id, reports }) =>
      reports.map((one) => [one, id] as const),
    ),
  );
  const told = [...traitsByReport(items, readings)];
  return told.flatMap(([one, its], i) =>
    told.slice(i + 1).flatMap(([other, theirs]) => {
      if (originOf.get(one) === originOf.get(other)) return [];
      const found = its.flatMap((a) =>
        theirs.filter((b) => areComparable(a, b)).map((b) => agreements(a, b)),
      );
      const isRight = happeningOf.get(one) === happeningOf.get(other);
      return found.map((values) => ({ values, isRight, share: share / Math.sqrt(found.length) }));
    }),
  );
}

/** What each report tells of deeds, as the record compares it. */
function traitsByReport(items: readonly OfHappening[], readings: readonly Reading[]) {
  const signatures = new Signatures();
  const readingOf = new Map(readings.map((reading) => [reading.report, reading]));
  return new Map(
    inFetchOrder(items.map(({ report }) => report)).map((report, position): [string, EventTraits[]] => {
      const [signature, reading, time] = [
        signatures.of(report),
        readingOf.get(report.id),
        instant(publicAt(report)),
      ];
      const capture = { report, reading, time, signature, position, first: report.id } as unknown as Placed;
      const events = toldIn(capture, { earlier: [], order: 0 }).filter(
        (told): told is Told<FindingOf<"event">> => told.finding.kind === "event",
      );
      return [report.id, events.map(eventTraits)];
    }),
  );
}

function regress(cases: readonly Case[]): Float64Array {
  const n = agreementNames.length;
  const weights = new Float64Array(n);
  for (let step = 0; step < steps; step++) {
    const rows = Array.from({ length: n }, (_, i) => {
      const row = new Float64Array(n + 1);
      row[i] = pull;
      row[n] = i === 0 ? 0 : -pull * weights[i]!;
      return row;
    });
    for (const { values, isRight, share } of cases) addTo(rows, weights, values, Number(isRight), share);
    const change = solved(rows);
    for (let i = 0; i < n; i++) weights[i]! += change[i]!;
  }
  return weights;
}

/** Adds a case's curvature and, in the last column, its slope. */
function addTo(
  rows: Float64Array[],
  weights: Float64Array,
  values: Float64Array,
  right: number,
  share: number,
): void {
  const n = weights.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i]! * values[i]!;
  const likely = 1 / (1 + Math.exp(-sum));
  const curve = share * likely * (1 - likely);
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    const row = rows[i]!;
    row[n]! += share * (right - likely) * value;
    for (let j = 0; j < n; j++) row[j]! += curve * value * values[j]!;
  }
}

/** Gauss and Jordan, the largest pivot first; the last column is the right side. */
function solved(rows: Float64Array[]): Float64Array {
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < n; k++) {
      const factor = k === i ? 0 : rows[k]![i]! / rows[i]![i]!;
      if (factor !== 0) for (let c = i; c <= n; c++) rows[k]![c]! -= factor * rows[i]![c]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[n]! / row[i]!);
}
