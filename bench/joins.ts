/**
 * Whether acts told by different origins stand in one entry where they are one deed, and only there: by pairs of tellings that
 * were labelled by reading them.
 *
 * `npm run bench -- joins --data FOLDER [--gold FILE] [--fold learnt|kept]`: the folder of the sets that the topics are put together
 * from, and the labels (bench/gold/deed-pairs.txt). The weights of joining are learnt from topics of one fold; those kept apart say
 * how they do on others.
 *
 * same and different: of so many pairs of that label, those in one entry. Wrong: of the labelled pairs in one entry, those of two
 * deeds. (Half of the pairs were drawn from what an earlier version joined, the others from what nearly was.)
 */
import { parseArgs } from "node:util";
import { read } from "../src/reading/read.ts";
import { recordOf } from "../src/record/record.ts";
import { deedPairsFile, type Label, type Place, type Topic, topicsIn } from "./gold/deed-pairs.ts";
import { english } from "./gold/jsonl.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: { gold: { type: "string" }, data: { type: "string" }, fold: { type: "string" } },
  strict: false,
});
if (typeof values.data !== "string") {
  console.error(
    "joins: no data given\nuse: npm run bench -- joins --data FOLDER [--gold FILE] [--fold learnt|kept]",
  );
  process.exit(1);
}

interface Counts {
  readonly reports: number;
  /** Entries of acts, and those of several origins. */
  readonly entries: number;
  readonly several: number;
  readonly joined: Readonly<Record<Label, number>>;
  readonly of: Readonly<Record<Label, number>>;
}

const none: Counts = {
  reports: 0,
  entries: 0,
  several: 0,
  joined: { same: 0, different: 0, unclear: 0 },
  of: { same: 0, different: 0, unclear: 0 },
};

const language = await english();
const topics = topicsIn(typeof values.gold === "string" ? values.gold : deedPairsFile, values.data).filter(
  ({ fold }) => values.fold === undefined || fold === values.fold,
);
const counts = topics.map((topic) => ({ topic, counts: countsOf(topic) }));

console.log(heading("joins"));
console.log(
  table(
    [
      { title: "topic" },
      { title: "fold" },
      { title: "reports", right: true },
      { title: "entries", right: true },
      { title: "of several origins", right: true },
      { title: "same", right: true },
      { title: "different", right: true },
      { title: "unclear", right: true },
      { title: "wrong", right: true },
    ],
    [
      ...counts.map(({ topic, counts }) => rowOf(topic.name, topic.fold, counts)),
      ...(["learnt", "kept"] as const).flatMap((fold) => {
        const own = counts.filter(({ topic }) => topic.fold === fold);
        return own.length === 0 ? [] : [rowOf("all", fold, own.map((one) => one.counts).reduce(sum, none))];
      }),
    ],
  ),
);

function rowOf(name: string, fold: string, { reports, entries, several, joined, of }: Counts) {
  const labels: Label[] = ["same", "different", "unclear"];
  return [
    name,
    fold,
    reports,
    entries,
    several,
    ...labels.map((label) => `${joined[label]}/${of[label]}`),
    (joined.different / Math.max(1, joined.same + joined.different)).toFixed(3),
  ];
}

function countsOf({ reports, pairs }: Topic): Counts {
  const readings = reports.map((report) => read(report, language.parse(report.text, report.blocks)));
  const { entries } = recordOf(reports, readings);
  const events = entries.filter(({ kind }) => kind === "event");
  const entryOf = new Map<string, string>();
  for (const { id, evidence } of events)
    for (const { report, finding } of evidence)
      if (finding.kind === "event") entryOf.set(`${report} ${finding.event.trigger.start}`, id);
  const entryAt = ([report, at]: Place) => entryOf.get(`${reports[report]?.id} ${at}`);
  const joined = { ...none.joined };
  const of = { ...none.of };
  for (const { places, label } of pairs) {
    const [one, other] = places.map(entryAt);
    of[label]++;
    if (one !== undefined && one === other) joined[label]++;
  }
  const several = events.filter(({ origins }) => origins.length > 1).length;
  return { reports: reports.length, entries: events.length, several, joined, of };
}

function sum(a: Counts, b: Counts): Counts {
  const add = (one: Counts["of"], other: Counts["of"]) => ({
    same: one.same + other.same,
    different: one.different + other.different,
    unclear: one.unclear + other.unclear,
  });
  return {
    reports: a.reports + b.reports,
    entries: a.entries + b.entries,
    several: a.several + b.several,
    joined: add(a.joined, b.joined),
    of: add(a.of, b.of),
  };
}
