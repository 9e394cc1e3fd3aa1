/**
 * The situation report that a person reads: sections of lines, each with its footnotes, and the
 * footnotes: publisher, sentence, offsets. `briefOf` sorts, `briefText` prints.
 */
import type { Entry, SituationRecord } from "../model/entry.ts";
import type { Report } from "../model/report.ts";
import { lineOf } from "./line.ts";

export interface Brief {
  readonly title: string;
  /** Labels that must be shown ("Invented for demonstration"). */
  readonly notices: readonly string[];
  readonly reports: number;
  readonly origins: number;
  readonly sections: readonly BriefSection[];
  readonly footnotes: readonly Footnote[];
  /** Reports kept but not read, with the reason. */
  readonly unread: readonly { readonly report: string; readonly reason: string }[];
}

export interface BriefSection {
  readonly title: string;
  readonly lines: readonly BriefLine[];
}

export interface BriefLine {
  readonly entry: string;
  readonly text: string;
  /** Numbers of its footnotes, from 1. */
  readonly notes: readonly number[];
  readonly origins: number;
  readonly contested: boolean;
}

/** One sentence that carries lines. Offsets are UTF-16 into the report's text. */
export interface Footnote {
  readonly number: number;
  readonly report: string;
  readonly publisher: string;
  readonly published?: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface Style {
  /** Columns to wrap at. */
  readonly width: number;
  readonly strong: (words: string) => string;
  readonly faint: (words: string) => string;
}

export const plain: Style = { width: 96, strong: (words) => words, faint: (words) => words };

/** Evidence shown per line; the rest is counted. */
const notesPerLine = 4;

const sections: readonly { title: string; holds: (entry: Entry) => boolean }[] = [
  {
    title: "Done and under way",
    holds: (entry) => isEvent(entry) && !isBackground(entry) && isDeed(entry) && isSure(entry),
  },
  {
    title: "Planned, discussed, threatened",
    holds: (entry) => isEvent(entry) && !isBackground(entry) && isPlan(entry),
  },
  {
    title: "Told as done, not certain",
    holds: (entry) => isEvent(entry) && !isBackground(entry) && isDeed(entry),
  },
  { title: "Denied, called off", holds: (entry) => isEvent(entry) && !isBackground(entry) && isOff(entry) },
  { title: "Reported, stage not stated", holds: (entry) => isEvent(entry) && !isBackground(entry) },
  { title: "Figures", holds: (entry) => entry.kind === "figure" },
  { title: "Positions", holds: (entry) => entry.kind === "position" },
  { title: "Legal bases", holds: (entry) => entry.kind === "legal-basis" },
  { title: "What to watch", holds: (entry) => entry.kind === "expectation" },
  { title: "Who said what", holds: (entry) => entry.kind === "statement" },
  { title: "Background", holds: isEvent },
];

/** Sorts a record into the sections of a brief. Each entry stands in the first section that holds it. */
export function briefOf(
  title: string,
  record: SituationRecord,
  reports: readonly Report[],
  unread: ReadonlyMap<string, string> = new Map(),
): Brief {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const footnotes: Footnote[] = [];
  const numbers = new Map<string, number>();

  const note = (report: Report, start: number, end: number): number => {
    const key = `${report.id} ${start} ${end}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = footnotes.length + 1;
    numbers.set(key, number);
    footnotes.push({
      number,
      report: report.id,
      publisher: report.publisher ?? nameOf(report, report.id),
      ...(report.published === undefined ? {} : { published: report.published.value }),
      start,
      end,
      quote: report.text.slice(start, end),
    });
    return number;
  };

  const filled = sections.map(({ title }) => ({ title, lines: [] as BriefLine[] }));
  for (const entry of record.entries) {
    const at = sections.findIndex(({ holds }) => holds(entry));
    const lead = byId.get(entry.leadReport);
    if (at < 0 || lead === undefined) continue;
    const notes = new Set<number>([note(lead, entry.lead.evidence.start, entry.lead.evidence.end)]);
    for (const { report, finding } of entry.evidence) {
      if (notes.size >= notesPerLine) break;
      const source = byId.get(report);
      if (source !== undefined) notes.add(note(source, finding.evidence.start, finding.evidence.end));
    }
    filled[at]!.lines.push({
      entry: entry.id,
      text: lineOf(entry, lead.text),
      notes: [...notes],
      origins: entry.origins.length,
      contested: entry.contradicts.length > 0,
    });
  }

  return {
    title,
    notices: [...new Set(reports.flatMap((report) => report.notice ?? []))],
    reports: reports.length,
    origins: record.origins.length,
    sections: filled.filter(({ lines }) => lines.length > 0),
    footnotes,
    unread: [...unread].map(([report, reason]) => ({ report: nameOf(byId.get(report), report), reason })),
  };
}

/** The brief as text for a terminal or a file. */
export function briefText(brief: Brief, style: Style = plain): string {
  const out: string[] = [
    style.strong(brief.title),
    counts(brief),
    ...brief.notices.map((notice) => `** ${notice} **`),
  ];
  if (brief.sections.length === 0)
    out.push("", "Nothing that belongs in a record was found in these reports.");
  for (const { title, lines } of brief.sections) {
    out.push("", style.strong(title.toUpperCase()));
    for (const { text, notes, origins, contested } of lines) {
      const marks = notes.map((number) => `[${number}]`).join("");
      const more = [origins > 1 ? `${origins} origins` : "", contested ? "contested" : ""].filter(
        (word) => word !== "",
      );
      const tail = style.faint(` ${marks}${more.length === 0 ? "" : ` ${more.join(", ")}`}`);
      out.push(wrap(text, style.width, "  - ", "    ") + tail);
    }
  }
  if (brief.unread.length > 0) {
    out.push("", style.strong("KEPT, NOT READ"));
    for (const { report, reason } of brief.unread)
      out.push(wrap(`${report}: ${reason}`, style.width, "  - ", "    "));
  }
  if (brief.footnotes.length > 0) {
    out.push("", style.strong("SENTENCES"));
    for (const { number, publisher, published, start, end, quote } of brief.footnotes) {
      const head = `[${number}] ${[publisher, published?.slice(0, 10)].filter(Boolean).join(", ")}, ${start}-${end}: `;
      out.push(style.faint(wrap(`${head}“${quote.replace(/\s+/gu, " ")}”`, style.width, "  ", "      ")));
    }
  }
  return `${out.join("\n")}\n`;
}

function counts({ reports, origins }: Brief): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  return `${many(reports, "report")}, ${many(origins, "independent origin")}`;
}

function wrap(words: string, width: number, first: string, next: string): string {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of words.split(" ")) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = next;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(current);
  return lines.join("\n");
}

/** What to call a report that names no publisher: the end of its path, else its title. */
function nameOf(report: Report | undefined, id: string): string {
  if (report === undefined) return id;
  return report.input.split(/[\\/]/u).at(-1) || report.title || report.input;
}

function isEvent(entry: Entry): boolean {
  return entry.kind === "event";
}

function isBackground({ lead }: Entry): boolean {
  return lead.kind === "event" && lead.event.background === true;
}

function isDeed({ status }: Entry): boolean {
  return status?.polarity !== "denied" && (status?.stage === "done" || status?.stage === "under-way");
}

function isSure({ status }: Entry): boolean {
  return status?.certainty === "asserted" || status?.certainty === "probable";
}

function isOff({ status }: Entry): boolean {
  return status?.polarity === "denied" || status?.stage === "called-off";
}

function isPlan(entry: Entry): boolean {
  return entry.status?.stage !== undefined && !isDeed(entry) && !isOff(entry);
}
