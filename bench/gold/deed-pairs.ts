/**
 * Labelled pairs of tellings (deed-pairs.txt says what the labels mean) with the reports of their topics, which are put together from
 * several sets: the file holds places and labels alone, the texts are read from the sets.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Report } from "../../src/model/report.ts";
import { reportOf } from "./clusters.ts";
import { readLines } from "./jsonl.ts";
import { printed } from "./tokenised.ts";

export type Label = "same" | "different" | "unclear";

/** One telling: position of its report in the topic, and where the word for the act begins. */
export type Place = readonly [report: number, at: number];

export interface DeedPair {
  readonly places: readonly [Place, Place];
  readonly label: Label;
}

export interface Topic {
  readonly name: string;
  /** Weights are learnt from some topics; the others are kept apart to measure on. */
  readonly fold: "learnt" | "kept";
  readonly reports: readonly Report[];
  readonly pairs: readonly DeedPair[];
}

interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly published?: string;
  readonly date?: string;
  readonly dct?: string;
}

/** The file itself, so that it need not be named. */
export const deedPairsFile = new URL("deed-pairs.txt", import.meta.url).pathname;

/** Sets whose texts are tokenised. */
const tokenised = /(?:^|\/)t17\//u;

/** `data` is the folder below which the sets lie. */
export function topicsIn(file: string, data: string): Topic[] {
  const sets: { readonly path: string; readonly lines: readonly Line[] }[] = [];
  const topics: { name: string; fold: Topic["fold"]; reports: Report[]; pairs: DeedPair[] }[] = [];
  for (const [i, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const [what, ...rest] = line.split(" ");
    const topic = topics.at(-1);
    if (what === "file") sets.push({ path: rest[0]!, lines: readLines<Line>(join(data, rest[0]!)) });
    else if (what === "topic") topics.push({ name: rest[0]!, fold: foldOf(rest[1]), reports: [], pairs: [] });
    else if (what === "report" && topic !== undefined) {
      const set = sets[Number(rest[0])];
      const found = set?.lines[Number(rest[1])];
      if (set === undefined || found === undefined)
        throw new Error(`${file}:${i + 1}: the sets have no such report; is this their folder: ${data}?`);
      topic.reports.push(reportFrom(found, rest[2], tokenised.test(set.path)));
    } else if (what === "pair" && topic !== undefined) topic.pairs.push(pairOf(rest));
    else if (line !== "" && what !== "#")
      throw new Error(`${file}:${i + 1}: neither file, topic, report nor pair`);
  }
  return topics;
}

function foldOf(word: string | undefined): Topic["fold"] {
  return word === "kept" ? word : "learnt";
}

function pairOf(words: readonly string[]): DeedPair {
  const [one, at, other, otherAt] = words.slice(0, 4).map(Number) as [number, number, number, number];
  return {
    places: [
      [one, at],
      [other, otherAt],
    ],
    label: words[4] as Label,
  };
}

/** Each line a paragraph, after the title, if there is one. */
function reportFrom(line: Line, day: string | undefined, isTokenised: boolean): Report {
  const { id, title } = line;
  const published = day ?? (line.published ?? line.date ?? line.dct ?? "").slice(0, "2000-01-01".length);
  const paragraphs = line.text
    .split("\n")
    .map((one) => (isTokenised ? printed(one).text : one.trim()))
    .filter((one) => one !== "");
  if (title !== undefined && paragraphs[0]?.startsWith(title) !== true) paragraphs.unshift(title.trim());
  const blocks: Block[] = [];
  let text = "";
  for (const [i, part] of paragraphs.entries()) {
    if (i > 0) text += "\n\n";
    const kind = i === 0 && title !== undefined ? "headline" : "paragraph";
    blocks.push({ start: text.length, end: text.length + part.length, kind });
    text += part;
  }
  return {
    ...reportOf({ id, text, ...(title === undefined ? {} : { title }) }),
    blocks,
    language: "en",
    published: { value: published, stated: true },
    fetchedAt: `${published}T12:00:00Z`,
  };
}
