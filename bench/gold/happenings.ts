/** Reports of known happenings. */
import type { Report } from "../../src/model/report.ts";
import { articlesOf, groupingOf, reportOf } from "./clusters.ts";
import { blocksOf, readLines } from "./jsonl.ts";

/** Characters read of each: long pages end in other stories. */
const reach = 5_000;

export interface OfHappening {
  readonly happening: string;
  readonly report: Report;
}

/** Of shootings (GVA's JSON lines) those that several reports tell of. */
export function incidents(path: string): OfHappening[] {
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

/** Of a table of document id and group, with articles.jsonl.gz beside it, or the file named. */
export function articles(path: string, named?: string): OfHappening[] {
  const groups = groupingOf(path);
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
