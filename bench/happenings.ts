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
import { read } from "../src/reading/read.ts";
import { recordOf } from "../src/record/record.ts";
import { articles, incidents } from "./gold/happenings.ts";
import { english } from "./gold/jsonl.ts";
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

const named = typeof values.articles === "string" ? values.articles : undefined;
const told = (
  /\.jsonl(?:\.gz)?$/u.test(values.gold) ? incidents(values.gold) : articles(values.gold, named)
).slice(0, Number(values.limit));
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
