import { describe, expect, it } from "vitest";
import type { Report } from "../../model/report.ts";
import type { SentenceChange, Version } from "../../model/version.ts";
import { versionsOf } from "./versions.ts";

const url = "https://herald.example/boats";
const first = "Navy stops four boats.";
const toll = "Eleven people were killed, the ministry said.";
const plan = "It may close both ports next week.";

interface Given extends Partial<Omit<Report, "modified">> {
  readonly modified?: string;
}

let made = 0;
function version(paragraphs: readonly string[], { modified, ...more }: Given = {}): Report {
  const text = paragraphs.join("\n\n");
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { kind: "paragraph" as const, start, end: start + paragraph.length };
  });
  made++;
  return {
    id: `r${made}`,
    document: `d${made}`,
    input: url,
    url,
    bylines: [],
    fetchedAt: new Date(Date.parse("2031-03-02T08:00:00Z") + made * 3_600_000).toISOString(),
    text,
    blocks,
    extractor: "html@1",
    warnings: [],
    ...(modified === undefined ? {} : { modified: { value: modified, stated: true } }),
    ...more,
  };
}

/** Changes as words, cut by their offsets. */
function told(reports: readonly Report[], { changes }: Version, nth: number): string[] {
  const [before, after] = [reports[nth - 1]!.text, reports[nth]!.text];
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);
  return changes.map((change: SentenceChange) => {
    if (change.kind === "added") return `+ ${cut(after, change.after)}`;
    if (change.kind === "removed") return `- ${cut(before, change.before)}`;
    const pair = `${cut(before, change.before)} > ${cut(after, change.after)}`;
    if (change.kind === "moved") return `~ ${pair}`;
    const words = (text: string, spans: readonly { start: number; end: number }[]) =>
      spans.map((one) => cut(text, one)).join("|");
    return `* ${pair} [${words(before, change.gone)} > ${words(after, change.come)}]`;
  });
}

describe("versions of a page", () => {
  it("tell a toll that was changed without a word", () => {
    const reports = [
      version([first, `${toll} ${plan}`]),
      version([first, `${toll.replace("Eleven", "Nine")} ${plan}`]),
    ];
    const versions = versionsOf(reports, reports[0]!.id);
    expect(versions.map(({ report, told }) => [report, told])).toEqual([
      [reports[0]!.id, undefined],
      [reports[1]!.id, "silent"],
    ]);
    expect(told(reports, versions[1]!, 1)).toEqual([
      `* ${toll} > ${toll.replace("Eleven", "Nine")} [Eleven > Nine]`,
    ]);
  });

  it("are those of a moment: fetched by then, made public by then", () => {
    const reports = [
      version([toll], { modified: "2031-03-02T09:00:00Z" }),
      version([plan], { modified: "2031-03-04T09:00:00Z" }),
    ];
    const ids = (when: { asOf?: string; knownAt?: string }) =>
      versionsOf(reports, reports[1]!.id, when).map(({ report }) => report);
    expect(ids({})).toEqual(reports.map(({ id }) => id));
    expect(ids({ knownAt: reports[0]!.fetchedAt })).toEqual([reports[0]!.id]);
    expect(ids({ asOf: "2031-03-03" })).toEqual([reports[0]!.id]);
    expect(ids({ asOf: "2031-03-04", knownAt: reports[1]!.fetchedAt })).toHaveLength(2);
    expect(ids({ knownAt: "2031-03-01" })).toEqual([]);
  });

  it("tell what came, what went and what moved", () => {
    const reports = [
      version([first, toll, plan]),
      version([first, plan, "The harbour master resigned on Monday.", toll]),
      version([first, plan]),
    ];
    const versions = versionsOf(reports, reports[1]!.id);
    const moves = told(reports, versions[1]!, 1);
    expect(moves).toHaveLength(2);
    expect(moves).toContain("+ The harbour master resigned on Monday.");
    expect(moves.some((one) => one === `~ ${toll} > ${toll}` || one === `~ ${plan} > ${plan}`)).toBe(true);
    expect(told(reports, versions[2]!, 2)).toEqual(["- The harbour master resigned on Monday.", `- ${toll}`]);
  });

  it("say how the page owns up: by a note, by its time, or not", () => {
    const note = { kind: "correction" as const, text: "An earlier version said eleven." };
    const reports = [
      version([toll], { modified: "2031-03-02T09:00:00Z" }),
      version([plan], { modified: "2031-03-02T10:00:00Z" }),
      version([toll], { modified: "2031-03-02T10:00:00Z" }),
      version([plan], { modified: "2031-03-02T11:00:00Z", amendments: [note] }),
      version([toll], { modified: "2031-03-02T11:00:00Z", amendments: [note] }),
    ];
    const versions = versionsOf(reports, reports[4]!.id);
    expect(versions.map((one) => one.told)).toEqual([undefined, "time", "silent", "note", "silent"]);
    expect(versions.map(({ notes }) => notes.length)).toEqual([0, 0, 0, 1, 0]);
  });

  it("leave out other pages, white space, and fetches that found the same text", () => {
    const reports = [
      version([first, toll]),
      version([first, toll]),
      version([first, toll], { url: `${url}-again`, input: `${url}-again` }),
      version([first, toll.replace("people were", "people\n  were")]),
    ];
    const versions = versionsOf(reports, reports[1]!.id);
    expect(versions.map(({ report }) => report)).toEqual([reports[0]!.id, reports[3]!.id]);
    expect(versions[1]!.changes).toEqual([]);
    expect(versionsOf(reports, reports[2]!.id)).toHaveLength(1);
    expect(versionsOf(reports, "r-unknown")).toEqual([]);
  });

  it("of texts with nothing in common are all gone and all come, however long", () => {
    const long = (word: string) =>
      version([Array.from({ length: 4_000 }, (_, i) => `${word} ${i} left the port.`).join(" ")]);
    const reports = [long("Boat"), long("Train")];
    const { changes } = versionsOf(reports, reports[0]!.id)[1]!;
    expect(changes.filter(({ kind }) => kind === "removed")).toHaveLength(4_000);
    expect(changes.filter(({ kind }) => kind === "added")).toHaveLength(4_000);
  });
});
