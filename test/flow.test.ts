/**
 * The whole flow on the example situation: pages in, record out. The golden files hold the record as it is
 * (read their changes in review); the analyst's lines say what it should be, and what it must never be.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asProblem, type Coming, ingest, keepTogether, situationRecord } from "../src/pipeline.ts";
import { recordOf } from "../src/record/record.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { briefOf } from "../src/view/brief/brief.ts";
import type { SectionKey } from "../src/view/brief/model.ts";
import { type RecordJson, recordJson } from "../src/view/json.ts";
import { type Example, exampleFolder, goldenFiles, readExample } from "./example.ts";
import { differences, type Gold, originDifferences, score } from "./expected.ts";

/** Least share of the analyst's lines that come out with kind, status, speaker and value all right. */
const leastFound = 0.3;
/** Least share of which at least the words and the kind come out. */
const leastOfKind = 0.5;

const gold = JSON.parse(readFileSync(join(exampleFolder, "expected.json"), "utf8")) as Gold;
let example: Example;
let whole: RecordJson;

beforeAll(async () => {
  example = await readExample();
  whole = recordJson(recordOf(example.reports, example.readings), example.reports, example.unread);
});

describe("the record of the example", () => {
  it.each(["record.json", "brief.txt", "since.txt"])("is the golden %s", (name) => {
    const golden = readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8");
    expect(goldenFiles(example)[name]).toBe(golden);
  });

  it("does not depend on the order in which reports come", () => {
    const turned = recordOf([...example.reports].reverse(), [...example.readings].reverse());
    expect(turned).toEqual(recordOf(example.reports, example.readings));
  });

  it("quotes exact slices of the reports' texts, and every entry has some", () => {
    const texts = new Map(example.reports.map(({ id, text }) => [id, text]));
    for (const { evidence } of whole.entries) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { report, start, end, quote } of evidence) {
        expect(quote.length).toBeGreaterThan(0);
        expect(texts.get(report)?.slice(start, end)).toBe(quote);
      }
    }
  });

  it("has each page's own title, publisher, bylines, credit, time and language", () => {
    expect(differences([whole], gold)).toEqual([]);
  });

  it("labels every report as invented", () => {
    expect(new Set(whole.reports.map(({ notice }) => notice))).toEqual(
      new Set(["Invented for demonstration"]),
    );
  });

  it("keeps the Spanish report and marks it unread", () => {
    const unread = whole.reports.filter((report) => report.unread !== undefined);
    expect(unread.map(({ input, language }) => [basename(input), language])).toEqual([
      ["diario-rescate.html", "es"],
    ]);
  });

  it("counts the five prints of the wire story as one origin, and no two papers as one without a reason", () => {
    expect(originDifferences(whole, gold)).toEqual([]);
  });
});

describe("what a careful analyst wrote down", () => {
  /** Each report alone, as the analyst read them: merged entries show one speaker only. */
  const alone = () =>
    example.reads.map(({ report, reading }) =>
      recordJson(recordOf([report], [reading]), [report], example.unread),
    );

  it("comes out, at least so much of it", () => {
    const { lines } = score(alone(), gold);
    const share = (count: number) => count / lines.length;
    expect(share(lines.filter(({ found }) => found).length)).toBeGreaterThanOrEqual(leastFound);
    expect(share(lines.filter(({ kind }) => kind).length)).toBeGreaterThanOrEqual(leastOfKind);
  });

  it("never comes out as what it is not: plans as deeds, hedges as facts, openness as support", () => {
    for (const records of [alone(), [whole]]) {
      const violations = score(records, gold).violations;
      expect(violations.map(({ never, entry }) => `${never.description}: ${entry.line}`)).toEqual([]);
    }
  });
});
describe("the brief of the example", () => {
  const briefAt = (asOf: string) => {
    const record = recordOf(example.reports, example.readings, { asOf });
    return briefOf({
      title: "x",
      record,
      reports: example.reports,
      unread: example.unread,
      when: { asOf },
      all: true,
    });
  };
  const lines = (asOf: string, key: SectionKey) =>
    briefAt(asOf)
      .sections.filter((section) => section.key === key)
      .flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.map(({ text }) => text)));
  /** That Kenya's troops are to go, or went, into Tanzania. */
  const landing = /marines into Tanzania|cross into Tanzania|raid on smugglers/;

  it("begins with the days that most origins name, each told by a sentence that its note has whole", () => {
    const { reports, readings } = example;
    const { sections, footnotes } = briefOf({
      title: "x",
      record: recordOf(reports, readings),
      reports,
      readings,
      span: { from: "2031-09-01", to: "2031-09-30" },
    });
    const [{ key, groups }] = sections as [(typeof sections)[0]];
    expect(key).toBe("days");
    const told = groups.flatMap(({ lines }) => lines);
    expect(told.map(({ text }) => text.split(":")[0])).toContain("22 Sept 2031");
    expect(told.every(({ text }) => / Sept 2031: “/.test(text))).toBe(true);
    for (const { text, notes } of told) {
      const whole = footnotes[notes[0]! - 1]!.quote.replace(/\s+/g, " ");
      expect(whole).toContain(text.slice(text.indexOf("“") + 1).replace(/( …)?”$/, ""));
    }
  });

  it("tells the landing as discussed, then as authorised, then as called off, and never as done", () => {
    expect(lines("2031-09-16", "planned").join("\n")).toMatch(
      /sending marines into Tanzania .*\(under discussion, possible/,
    );
    expect(lines("2031-10-09", "planned").join("\n")).toMatch(/cross into Tanzania \(authorised/);
    expect(lines("2031-11-04", "off").join("\n")).toMatch(
      /raid on smugglers' stores in Tanzania \(called off/,
    );
    for (const day of ["2031-09-16", "2031-10-09", "2031-11-04", "2031-11-08"]) {
      expect(lines(day, "done").filter((line) => landing.test(line))).toEqual([]);
    }
  });

  it("is one entry whose story is told: discussed, authorised, called off", () => {
    const { entries } = recordOf(example.reports, example.readings);
    const plan = entries.find(
      ({ kind, status, history }) => kind === "event" && status?.stage === "called-off" && history.length > 1,
    );
    expect(plan?.history.map(({ at, status }) => `${at.slice(0, 10)} ${status.stage}`)).toEqual([
      "2031-09-16 discussed",
      "2031-10-08 authorised",
      "2031-11-04 called-off",
    ]);
    // who told of the plan does not bear out that it was called off
    expect(plan?.origins).toHaveLength(1);
    expect(new Set(plan?.evidence.map(({ origin }) => origin)).size).toBe(3);
  });

  it("tells the ministry's denial among what is denied, from its day on", () => {
    const denial = /No member of the Defence Forces has entered/;
    expect(lines("2031-10-13", "off").filter((line) => denial.test(line))).toEqual([]);
    expect(lines("2031-10-14", "off").filter((line) => denial.test(line))).toHaveLength(1);
  });

  it("names the source only from the day on which it was named", () => {
    const named = (day: string) =>
      briefAt(day).sections.some(({ groups }) =>
        groups.some(({ lines }) =>
          lines.some(({ text }) => text.includes("[source named later: Rukia Shemwetta]")),
        ),
      );
    expect([named("2031-10-09"), named("2031-10-10")]).toEqual([false, true]);
  });

  it("shows the toll before and after its correction", () => {
    const figures = (day: string) => lines(day, "figures").join("\n");
    expect(figures("2031-10-05")).not.toMatch(/25 people killed/);
    expect(figures("2031-10-07")).toMatch(/25 people killed/);
    expect(figures("2031-10-07")).toMatch(/27 people killed \(an earlier count/);
  });

  it("collapses the wire story's prints into one origin, with the reason for each", () => {
    const sources = briefAt("2031-09-24").sections.find(({ key }) => key === "sources")!;
    const wire = sources.groups[0]!.lines.find(({ text }) => text === "Lodestar News Agency")!;
    expect(wire.links).toHaveLength(5);
    expect(wire.under.map(({ text }) => text).join("\n")).toMatch(
      /Lake Herald: credits Lodestar.*\n[\s\S]*The Daily Whistle: 77 % of its text/,
    );
  });
});

describe("the store", () => {
  let folder: string;
  let store: Store;
  const now = () => "2032-01-01T00:00:00Z";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sitrep-flow-"));
    store = await openStore({ folder });
    await store.addSituation({ id: "example", title: "The example", createdAt: now() });
    for await (const { ok, message } of ingest(store, "example", [exampleFolder], { now })) {
      expect(message).toBeUndefined();
      expect(ok).toBe(true);
    }
  });

  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("gives the record that the reports give without one", async () => {
    const { record } = await situationRecord(store, "example");
    expect(record).toEqual(recordOf(example.reports, example.readings));
  });

  it("knows less the earlier it is asked", async () => {
    const at = async (when: { asOf?: string; knownAt?: string }) =>
      (await situationRecord(store, "example", when)).record.reports.length;
    expect(await at({ knownAt: "2031-08-01" })).toBe(0);
    // Published on 30 September, captured a week later: known as of its day only afterwards.
    expect(await at({ asOf: "2031-09-30" })).toBe(
      (await at({ asOf: "2031-09-30", knownAt: "2031-10-01" })) + 1,
    );
  });

  it("appends what changed once, and nothing when the same archive is read again", async () => {
    const revisions = await store.revisions("example");
    expect(new Set(revisions.map(({ change }) => change))).toContain("new");
    expect(new Set(revisions.map(({ change }) => change))).toContain("corroborated");
    for await (const { ok } of ingest(store, "example", [exampleFolder], { now })) expect(ok).toBe(true);
    expect(await store.revisions("example")).toEqual(revisions);
  });

  it("stops at the first of several that can't be kept, with those before it kept", async () => {
    const coming: Coming[] = [1, 2, 3].map((n) => {
      const bytes = new TextEncoder().encode(`<title>Page ${n}</title>`);
      const sha256 = createHash("sha256")
        .update(n === 2 ? "other bytes" : bytes)
        .digest("hex");
      const document = { sha256, bytes, size: bytes.length, input: `page-${n}.html`, fetchedAt: now() };
      return { at: now(), item: { document, problem: asProblem(new Error("not read"), document.input) } };
    });
    const told: string[] = [];
    await expect(async () => {
      for await (const { input } of keepTogether(store, "example", coming)) told.push(input);
    }).rejects.toThrow(/SHA-256/);
    expect(told).toEqual(["page-1.html"]);
    const kept = async (n: number) => (await store.fetches(`page-${n}.html`)).length;
    expect(await Promise.all([kept(1), kept(2), kept(3)])).toEqual([1, 0, 0]);
  });
});
