/**
 * Learns the weights of src/record/joining/ (events/deed-weights.ts, figures/count-weights.ts) from reports of known happenings:
 *   node tools/train-joins.ts deeds|counts --gva gva_dev.jsonl.gz --table GOLD.tsv … [--data FOLDER] [--hold] [--write]
 * Of the shootings (`--gva`) it takes 1,200 reports after the first 800 of those that share theirs with another: `bench
 * happenings` measures the first. Of each table (document id and group, articles.jsonl.gz beside it) all, counted twice, or with
 * `--hold` half of the topics, so that the others can be measured as never seen. Deeds were learnt with ECB+, counts with ECB+
 * and Wikinews, where one war has many tolls.
 *
 * By happenings all that two reports tell alike of one war would be right. So deeds are learnt from pairs of tellings as well that
 * were labelled by reading (bench/gold/deed-pairs.txt, its topics of the fold `learnt`; `--data` is the folder of their sets): they
 * count many times, and the happenings a fifth.
 *
 * A case is two tellings of acts of one class, or of counts that can be one, in reports of different origins; it is right where the
 * reports are of one happening. All cases of two reports count together as the root of how many they are. Logistic regression with a
 * pull towards 0, by Newton's steps. No chance in it: the same files give the same weights.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { deedPairsFile, type Topic, topicsIn } from "../bench/gold/deed-pairs.ts";
import { articles, incidents, type OfHappening } from "../bench/gold/happenings.ts";
import { english } from "../bench/gold/jsonl.ts";
import type { Finding, FindingOf } from "../src/model/finding.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Report } from "../src/model/report.ts";
import { read } from "../src/reading/read.ts";
import { agreementNames, agreements, areComparable } from "../src/record/joining/events/deeds.ts";
import { eventTraits } from "../src/record/joining/events/event-traits.ts";
import {
  areComparableCounts,
  countAgreementNames,
  countAgreements,
} from "../src/record/joining/figures/counts.ts";
import { figureTraits } from "../src/record/joining/figures/figure-traits.ts";
import { recordOf } from "../src/record/record.ts";
import { inFetchOrder } from "../src/record/tellings/captures.ts";
import type { Placed } from "../src/record/tellings/placed.ts";
import { Signatures } from "../src/record/tellings/signature.ts";
import { instant, publicAt } from "../src/record/tellings/time.ts";
import { type Told, toldIn } from "../src/record/tellings/told.ts";

/** What is compared, and how. */
interface Subject<F extends Finding, Traits> {
  readonly kind: F["kind"];
  readonly traits: (told: Told<F>) => Traits;
  readonly areComparable: (a: Traits, b: Traits) => boolean;
  readonly agreements: (a: Traits, b: Traits) => Float64Array;
  readonly names: readonly string[];
  /** Of src/record/joining, without its ending: who asks, and what is written. */
  readonly asks: string;
  readonly file: string;
}

const deeds: Subject<FindingOf<"event">, ReturnType<typeof eventTraits>> = {
  kind: "event",
  traits: eventTraits,
  areComparable,
  agreements,
  names: agreementNames,
  asks: "events/deeds",
  file: "events/deed-weights",
};

const counts: Subject<FindingOf<"figure">, ReturnType<typeof figureTraits>> = {
  kind: "figure",
  traits: figureTraits,
  areComparable: areComparableCounts,
  agreements: countAgreements,
  names: countAgreementNames,
  asks: "figures/counts",
  file: "figures/count-weights",
};

interface Case {
  readonly values: Float64Array;
  readonly isRight: boolean;
  readonly share: number;
}

/** Reports measured by the benchmark, and how many after them are learnt from. */
const measured = 800;
const learntFrom = 1_200;
const tableCounts = 2;
const steps = 14;

/** How much cases count, and the pull towards 0: with labelled pairs (chosen on their topics, each learnt without it), or without. */
const withPairs = { happenings: 0.2, pair: 12, printedTwice: 6, pull: 6 };
const withoutPairs = { ...withPairs, happenings: 1, pull: 3 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gva: { type: "string" },
    table: { type: "string", multiple: true },
    data: { type: "string" },
    hold: { type: "boolean" },
    write: { type: "boolean" },
  },
});
const [what] = positionals;
if (values.gva === undefined || values.table === undefined || (what !== "deeds" && what !== "counts")) {
  console.error(
    "train-joins: what to learn, or the files, are not given\nuse: node tools/train-joins.ts deeds|counts --gva FILE --table GOLD.tsv … [--data FOLDER] [--hold] [--write]",
  );
  process.exit(1);
}

const language = await english();
const shootings = incidents(values.gva).slice(measured, measured + learntFrom);
const others = values.table.map((table) =>
  articles(table).filter(({ happening }) => values.hold !== true || isLearntFrom(happening)),
);
const counted = what === "deeds" && values.data !== undefined ? withPairs : withoutPairs;
if (what === "counts") learn(counts);
else if (values.data === undefined) learn(deeds);
else {
  const topics = topicsIn(deedPairsFile, values.data).filter(({ fold }) => fold === "learnt");
  learn(deeds, topics.flatMap(labelled));
}

/** Half of the topics: of ECB+ those of even number, of others by the sum of their letters. */
function isLearntFrom(happening: string): boolean {
  const topic = Number.parseInt(happening, 10);
  return (Number.isNaN(topic) ? Buffer.from(happening).reduce((sum, one) => sum + one, 0) : topic) % 2 === 0;
}

function learn<F extends Finding, Traits>(subject: Subject<F, Traits>, pairs: readonly Case[] = []): void {
  const cases = [
    ...casesOf(subject, shootings, counted.happenings),
    ...others.flatMap((items) => casesOf(subject, items, tableCounts * counted.happenings)),
    ...pairs,
  ];
  const weights = regress(cases, subject.names.length);
  const lines = subject.names.map((name, i) => `  ${JSON.stringify(name)}: ${weights[i]!.toFixed(3)},\n`);
  console.log(`${cases.length} cases\n${lines.join("")}`);
  if (values.write !== true) return;
  writeFileSync(
    new URL(`../src/record/joining/${subject.file}.ts`, import.meta.url),
    `/** What each agreement of ${subject.asks.split("/").at(-1)}.ts adds to the logarithm of the odds: learnt by tools/train-joins.ts. */\nexport const learnt: Readonly<Record<string, number>> = {\n${lines.join("")}};\n`,
  );
}

function casesOf<F extends Finding, Traits>(
  subject: Subject<F, Traits>,
  items: readonly OfHappening[],
  share: number,
): Case[] {
  const reports = items.map(({ report }) => report);
  const happeningOf = new Map(items.map(({ report, happening }) => [report.id, happening]));
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  const originOf = new Map(
    recordOf(reports, readings).origins.flatMap(({ id, reports }) =>
      reports.map((one) => [one, id] as const),
    ),
  );
  const told = [...traitsByReport(subject, reports, readings)];
  return told.flatMap(([one, its], i) =>
    told.slice(i + 1).flatMap(([other, theirs]) => {
      if (originOf.get(one) === originOf.get(other)) return [];
      const found = its.flatMap((a) =>
        theirs.filter((b) => subject.areComparable(a, b)).map((b) => subject.agreements(a, b)),
      );
      const isRight = happeningOf.get(one) === happeningOf.get(other);
      return found.map((values) => ({ values, isRight, share: share / Math.sqrt(found.length) }));
    }),
  );
}

/** Pairs of a topic that are comparable, and clear. */
function labelled({ reports, pairs }: Topic): Case[] {
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  const told = traitsByReport(deeds, reports, readings);
  return pairs.flatMap(({ places, label }) => {
    const [a, b] = places.map(([report, at]) =>
      told.get(reports[report]!.id)?.find(({ from }) => from === at),
    );
    if (a === undefined || b === undefined || label === "unclear" || !areComparable(a, b)) return [];
    const share = a.sentence === b.sentence ? counted.printedTwice : counted.pair;
    return [{ values: agreements(a, b), isRight: label === "same", share }];
  });
}

/** What each report tells, as the record compares it. */
function traitsByReport<F extends Finding, Traits>(
  { kind, traits }: Subject<F, Traits>,
  reports: readonly Report[],
  readings: readonly Reading[],
): Map<string, Traits[]> {
  const signatures = new Signatures();
  const readingOf = new Map(readings.map((reading) => [reading.report, reading]));
  return new Map(
    inFetchOrder(reports).map((report, position): [string, Traits[]] => {
      const [signature, reading, time] = [
        signatures.of(report),
        readingOf.get(report.id),
        instant(publicAt(report)),
      ];
      const capture = { report, reading, time, signature, position, first: report.id } as unknown as Placed;
      const own = toldIn(capture, { earlier: [], order: 0 }).filter(
        (told): told is Told<F> => told.finding.kind === kind,
      );
      return [report.id, own.map(traits)];
    }),
  );
}

function regress(cases: readonly Case[], n: number): Float64Array {
  const weights = new Float64Array(n);
  for (let step = 0; step < steps; step++) {
    const rows = Array.from({ length: n }, (_, i) => {
      const row = new Float64Array(n + 1);
      row[i] = counted.pull;
      row[n] = i === 0 ? 0 : -counted.pull * weights[i]!;
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
