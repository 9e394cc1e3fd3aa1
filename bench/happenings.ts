/**
 * Whether entries join what different reports tell of one happening, and nothing else: over reports whose happening is known.
 *
 * `npm run bench -- happenings --gold FILE [--limit N]` takes reports of shootings (GVA: JSON lines with `incident_id`; those of
 * which there are several reports), or a table of document id and group beside an articles.jsonl.gz (ECB+, Wikinews). All go
 * into one record, as if they were one situation: there are as many chances to join wrongly as pairs of reports.
 *
 * Precision: of pairs of reports with different origins that share an entry, those of one happening. Recall: of pairs of reports
 * of one happening with different origins, those that share an entry. Two reports of one happening need not tell the same of
 * it, and two happenings of one table may share an earlier one, so neither can come to 1.
 */
import { parseArgs } from "node:util";
import type { FindingKind } from "../src/model/finding.ts";
import type { Report } from "../src/model/report.ts";
import { read } from "../src/reading/read.ts";
import { recordOf } from "../src/record/record.ts";
import { articlesOf, groupingOf, reportOf } from "./gold/clusters.ts";
import { blocksOf, english, readLines } from "./gold/jsonl.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    articles: { type: "string" },
    limit: { type: "string", default: "800" },
  },
  strict: false,
});
if (typeof values.gold !== "string") {
  console.error("happenings: no gold given\nuse: npm run bench -- happenings --gold FILE [--limit REPORTS]");
  process.exit(1);
}

/** Characters read of each: long pages end in other stories. */
const reach = 5_000;

interface Told {
  readonly happening: string;
  readonly report: Report;
}

const told = (/\.jsonl(?:\.gz)?$/u.test(values.gold) ? incidents(values.gold) : articles(values.gold)).slice(
  0,
  Number(values.limit),
);
const language = await english();
const reports = told.map(({ report }) => report);
const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));

const before = process.cpuUsage();
const { entries, origins } = recordOf(reports, readings);
const milliseconds = process.cpuUsage(before).user / 1000;

const happeningOf = new Map(told.map(({ report, happening }) => [report.id, happening]));
const originOf = new Map(
  origins.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
);
const asked = pairsOf(
  [...Map.groupBy(reports, ({ id }) => happeningOf.get(id)).values()].map((some) => some.map(({ id }) => id)),
);

console.log(heading("happenings"));
console.log(
  `${reports.length} reports of ${new Set(happeningOf.values()).size} happenings; the record takes ${(milliseconds / reports.length).toFixed(1)} ms of processor time a report\n`,
);
const kinds: FindingKind[] = ["event", "figure", "statement", "expectation"];
console.log(
  table(
    [
      { title: "entries of" },
      { title: "entries", right: true },
      { title: "of several origins", right: true },
      { title: "precision", right: true },
      { title: "recall", right: true },
    ],
    kinds.map((kind) => {
      const own = entries.filter((entry) => entry.kind === kind);
      const groups = own.map(({ evidence }) => [...new Set(evidence.map(({ report }) => report))]);
      const joined = pairsOf(groups);
      const right = [...joined].filter((pair) => asked.has(pair)).length;
      return [
        kind,
        own.length,
        groups.filter((some) => new Set(some.map((report) => originOf.get(report))).size > 1).length,
        (right / joined.size).toFixed(3),
        (right / asked.size).toFixed(3),
      ];
    }),
  ),
);

/** Pairs within each group, of reports with different origins, each once. */
function pairsOf(groups: readonly (readonly string[])[]): Set<string> {
  const pairs = new Set<string>();
  for (const group of groups)
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1))
        if (originOf.get(one) !== originOf.get(other)) pairs.add([one, other].sort().join(" "));
  return pairs;
}

/** Of shootings that several reports tell of. */
function incidents(path: string): Told[] {
  interface Line {
    readonly id: string;
    readonly incident_id: string;
    readonly title: string;
    readonly date: string;
    readonly text: string;
  }
  return [...Map.groupBy(readLines<Line>(path), ({ incident_id }) => incident_id).values()]
    .filter((lines) => lines.length > 1)
    .flat()
    .map(({ id, incident_id, title, date, text }) => ({
      happening: incident_id,
      report: {
        ...inBlocks(reportOf({ id, title, text: `${title}\n${text.slice(0, reach)}` })),
        published: { value: date, stated: true },
        fetchedAt: `${date}T12:00:00Z`,
      },
    }));
}

function articles(path: string): Told[] {
  const groups = groupingOf(path);
  const named = typeof values.articles === "string" ? values.articles : undefined;
  return articlesOf(path, groups, named).map((article) => ({
    happening: groups.get(article.id)!,
    report: inBlocks(reportOf({ ...article, text: (article.text ?? "").slice(0, reach) })),
  }));
}

/** Each line a paragraph, the first one the headline. */
function inBlocks(report: Report): Report {
  const text = report.text.replaceAll(/\s*\n\s*/gu, "\n\n").trim();
  const blocks = blocksOf(text).map((block, i) =>
    i === 0 ? { ...block, kind: "headline" as const } : block,
  );
  return { ...report, text, blocks, language: "en" };
}
