/** Tables of document and group, the documents beside them, and how alike two groupings are. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Report } from "../../src/model/report.ts";

/** Group by document id. */
export type Grouping = ReadonlyMap<string, string>;

export interface Article {
  readonly id: string;
  readonly text?: string;
  readonly title?: string;
  /** ISO 8601. */
  readonly published?: string;
  /** Its language, as a code of two or three letters. */
  readonly lang?: string;
}

/** A tab-separated table: document id and group, a line each. */
export function groupingOf(file: string): Grouping {
  return new Map(
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t") as [string, string]),
  );
}

/** The documents of the table, in their own order: articles.jsonl.gz beside it, or the file named. */
export function articlesOf(gold: string, grouping: Grouping, named?: string): Article[] {
  const file = named ?? join(dirname(gold), "articles.jsonl.gz");
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Article)
    .filter(({ id }) => grouping.has(id));
}

/** A report as the record takes it, fetched when it was published. */
export function reportOf({ id, text = "", title, published, lang }: Article): Report {
  return {
    id,
    document: createHash("sha256").update(text).digest("hex"),
    input: id,
    bylines: [],
    fetchedAt: published ?? "2026-01-01T00:00:00Z",
    text,
    blocks: [],
    extractor: "bench@1",
    warnings: [],
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { language: new Intl.Locale(lang).language }),
    ...(published === undefined ? {} : { published: { value: published, stated: true } }),
  };
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs of documents in one group; of different kinds (languages), where a kind is given. */
export function pairScores(
  gold: Grouping,
  predicted: Grouping,
  kindOf?: (document: string) => string,
): Scores {
  const ids = [...gold.keys()];
  const pairs = (keyOf: (id: string) => string) => {
    const all = pairsIn(ids.map(keyOf));
    return kindOf === undefined ? all : all - pairsIn(ids.map((id) => `${keyOf(id)}\t${kindOf(id)}`));
  };
  const both = pairs((id) => `${gold.get(id)}\t${predicted.get(id)}`);
  const found = pairs((id) => predicted.get(id)!);
  const sought = pairs((id) => gold.get(id)!);
  return scores(found === 0 ? 0 : both / found, sought === 0 ? 0 : both / sought);
}

/** B-cubed (Bagga and Baldwin 1998): the mean over documents of what is right in their groups. */
export function bCubed(gold: Grouping, predicted: Grouping): Scores {
  const both = sizes([...gold].map(([id, group]) => `${group}\t${predicted.get(id)}`));
  const found = sizes([...gold.keys()].map((id) => predicted.get(id)!));
  const sought = sizes(gold.values());
  let precision = 0;
  let recall = 0;
  for (const [id, group] of gold) {
    const own = predicted.get(id)!;
    const common = both.get(`${group}\t${own}`)!;
    precision += common / found.get(own)!;
    recall += common / sought.get(group)!;
  }
  return scores(precision / gold.size, recall / gold.size);
}

function pairsIn(keys: Iterable<string>): number {
  return [...sizes(keys).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function sizes(keys: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function scores(precision: number, recall: number): Scores {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
