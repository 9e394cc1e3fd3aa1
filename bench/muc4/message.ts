/** A MUC-4 message as a report: its dateline apart, its body in small letters, offset for offset. */
import type { Block, Report } from "../../src/model/report.ts";
import { blocksOf } from "../gold/jsonl.ts";
import { uncapitalised } from "./capitals.ts";

export interface Message {
  readonly id: string;
  /** As given, in capitals. */
  readonly text: string;
  /** ISO date of the dateline. */
  readonly date: string | undefined;
  readonly city: string;
  /** "[EDITORIAL]", "[COMMUNIQUE]" … */
  readonly genre: string;
  readonly report: Report;
}

const monthNames = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

export function messageOf(id: string, text: string): Message {
  const head =
    /^\s*([A-Z .,'-]+?)(?: \(([A-Z ]+)\))?,\s+(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2,4})?[^\n]{0,120}?--/.exec(
      text,
    );
  const genre = [...text.slice(0, 400).matchAll(/\[([A-Z ]+)\]/g)]
    .map((one) => one[1]!)
    .filter((one) =>
      /^(STATEMENT|SPEECH|EDITORIAL|ARTICLE|COMMENTARY|STATION|COMMUNIQUE|REPORT|BULLETIN|INTERVIEW)/.test(
        one,
      ),
    )
    .join(" ");
  const begin = bodyOf(text, head?.[0].length ?? 0);
  const date = head === null ? undefined : isoDate(head[3]!, head[4]!, head[5]);
  const plain = `${" ".repeat(begin)}${uncapitalised(text.slice(begin).replace(asides, (aside) => " ".repeat(aside.length)))}`;
  const blocks: Block[] = blocksOf(plain);
  const report: Report = {
    id,
    document: "",
    input: id,
    bylines: [],
    ...(date === undefined ? {} : { published: { value: date, stated: true } }),
    fetchedAt: "2000-01-01T00:00:00Z",
    language: "en",
    text: plain,
    blocks,
    extractor: "bench",
    warnings: [],
  };
  return { id, text, date, city: head?.[1] ?? "", genre, report };
}

/** What the monitoring service put between. */
const asides =
  /\[(?:PASSAGE OMITTED|CONTINUED|BEGIN RECORDING|END RECORDING|WORDS INDISTINCT|[A-Z ]*INDISTINCT|NO CLOSING QUOTATION MARKS? AS RECEIVED|AS RECEIVED|AS HEARD|SENTENCE AS (?:RECEIVED|HEARD|PUBLISHED)|FIGURE AS (?:RECEIVED|PUBLISHED)|APPLAUSE|LAUGHTER|PAUSE)\]/g;

/** After the dateline and the bracketed words about the text, up to [TEXT] or the like. */
function bodyOf(text: string, from: number): number {
  const mark = /\[(?:TEXT|EXCERPTS?|SUMMARY)\]\s*/.exec(text.slice(0, 700));
  return mark === null ? from : Math.max(from, mark.index + mark[0].length);
}

function isoDate(day: string, month: string, year: string | undefined): string | undefined {
  const index = monthNames.indexOf(month);
  if (index < 0) return undefined;
  const full = year === undefined ? "1989" : year.length === 2 ? `19${year}` : year;
  return `${full}-${String(index + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** "04 MAY 88" */
export function writtenDate(iso: string): string {
  const [year, month, day] = iso.split("-") as [string, string, string];
  return `${day.slice(0, 2)} ${monthNames[Number(month) - 1]} ${year.slice(2)}`;
}
