/** What the store promises, on both databases alike. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentOf, readingOf, reportOf, revisionOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Situation } from "../model/situation.ts";
import { openStore, type Where } from "./open.ts";
import type { Store } from "./store.ts";

const situation: Situation = { id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" };
const at = "2031-03-01T09:00:00Z";

describe.each(grounds())("the store on $name", (ground) => {
  let where: Where;
  let store: Store;

  beforeAll(() => ground.start());
  afterAll(() => ground.stop());

  beforeEach(async () => {
    where = await ground.fresh();
    store = await openStore(where);
  });
  afterEach(() => store.close());

  /** Adds reports with these texts, "r1" and on, and gives them. */
  async function addReports(...texts: string[]) {
    const reports = [];
    for (const [i, text] of texts.entries()) {
      const document = documentOf(`${i}: ${text}`);
      const report = reportOf(document, { id: `r${i + 1}`, text });
      await store.addDocument(document);
      await store.addReport(report);
      reports.push(report);
    }
    return reports;
  }

  describe("documents", () => {
    it("come back as they were, byte for byte", async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
      const document = {
        ...documentOf(""),
        bytes,
        sha256: "40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880",
        url: "https://paper.example/a",
        finalUrl: "https://www.paper.example/a",
        mediaType: "text/html",
        charset: "iso-8859-1",
        headers: { etag: '"x"' },
      };
      expect(await store.addDocument(document)).toBe(true);
      expect(await store.document(document.sha256)).toEqual(document);
    });

    it("may be empty", async () => {
      const document = documentOf("");
      await store.addDocument(document);
      expect(await store.document(document.sha256)).toEqual(document);
    });

    it("are kept once for the same bytes, address and time, and the bytes once in all", async () => {
      const url = "https://paper.example/a";
      const first = documentOf("The harbour is closed.", { url });
      const again = { ...first, fetchedAt: "2031-03-02T08:00:00.000Z" };
      const elsewhere = { ...first, url: "https://mirror.example/a" };
      const changed = documentOf("The harbour is open.", { url, fetchedAt: "2031-03-03T08:00:00.000Z" });
      const added = [];
      for (const document of [first, first, again, elsewhere, changed])
        added.push(await store.addDocument(document));
      expect(added).toEqual([true, false, true, true, true]);
      expect(await store.document(first.sha256)).toEqual(first);
      const fetches = (await store.fetches(url)).map(({ sha256, fetchedAt }) => [sha256, fetchedAt]);
      expect(fetches).toEqual([
        [first.sha256, first.fetchedAt],
        [first.sha256, again.fetchedAt],
        [changed.sha256, changed.fetchedAt],
      ]);
      expect(await ground.command(where, "select sha256 from content")).toHaveLength(2);
    });

    it("may come from addresses of any length", async () => {
      const long = `https://paper.example/${"é".repeat(50_000)}`;
      const [one, other] = [documentOf("one", { url: long }), documentOf("other", { url: `${long}?` })];
      for (const document of [one, other]) expect(await store.addDocument(document)).toBe(true);
      expect((await store.fetches(long)).map(({ url, sha256 }) => [url, sha256])).toEqual([
        [long, one.sha256],
      ]);
    });

    it("are refused under a hash that isn't theirs", async () => {
      const document = { ...documentOf("The harbour is closed."), bytes: new TextEncoder().encode("other") };
      await expect(store.addDocument(document)).rejects.toMatchObject({ stage: "store", code: "wrong-hash" });
      expect(await store.counts()).toMatchObject({ documents: 0 });
    });
  });

  describe("reports", () => {
    it("come back as they were, whatever characters they hold", async () => {
      const text =
        "Ünïcødé, 🚢, \u0000, half a pair \ud83d, right to left \u202eabc, \u2028\r\n\t\"quotes\" 'and' \\";
      const [report] = await addReports(text);
      expect(await store.report("r1")).toEqual(report);
      expect(Object.keys((await store.report("r1"))!)).toEqual(Object.keys(report!));
    });

    it("are kept once by id, as first added", async () => {
      const [report] = await addReports("The harbour is closed.");
      expect(await store.addReport({ ...report!, title: "Another" })).toBe(false);
      expect(await store.report("r1")).toEqual(report);
    });

    it("are found by the bytes that they were made from", async () => {
      const [first] = await addReports("The harbour is closed.", "The harbour is open.");
      await store.addReport({ ...first!, id: "again", extractor: "text@2" });
      const ids = async (document: string) => (await store.reports({ document })).map(({ id }) => id);
      expect(await ids(first!.document)).toEqual(["r1", "again"]);
      expect(await ids("0".repeat(64))).toEqual([]);
    });

    it("need their document", async () => {
      const report = reportOf(documentOf("The harbour is closed."));
      await expect(store.addReport(report)).rejects.toMatchObject({ stage: "store", code: "refused" });
    });

    it("are undefined when not there, also for ids that no database can hold", async () => {
      for (const id of ["r9", "", "\u0000", "\ud800", "' or 1=1 --"]) {
        expect(await store.report(id)).toBeUndefined();
        expect(await store.document(id)).toBeUndefined();
        expect(await store.reading(id)).toBeUndefined();
        expect(await store.situation(id)).toBeUndefined();
      }
    });

    it("are listed in the order they were added, page by page", async () => {
      await addReports("one", "two", "three", "four", "five");
      const ids = async (query?: Parameters<Store["reports"]>[0]) =>
        (await store.reports(query)).map(({ id }) => id);
      expect(await ids()).toEqual(["r1", "r2", "r3", "r4", "r5"]);
      expect(await ids({ limit: 2 })).toEqual(["r1", "r2"]);
      expect(await ids({ limit: 2, after: "r2" })).toEqual(["r3", "r4"]);
      expect(await ids({ after: "r5" })).toEqual([]);
      expect(await ids({ after: "unknown" })).toEqual([]);
    });

    it("are listed by situation in the order they were put into it", async () => {
      await addReports("one", "two", "three", "four");
      await store.addSituation(situation);
      await store.addToSituation("harbour", ["r3", "r1"], at);
      await store.addToSituation("harbour", ["r2"], at);
      const ids = async (query: object) =>
        (await store.reports({ situation: "harbour", ...query })).map(({ id }) => id);
      expect(await ids({})).toEqual(["r3", "r1", "r2"]);
      expect(await ids({ limit: 1, after: "r3" })).toEqual(["r1"]);
      expect(await ids({ after: "r4" })).toEqual([]);
      expect(await store.reports({ situation: "unknown" })).toEqual([]);
    });
  });

  describe("readings", () => {
    it("of a later version stand beside the earlier ones, and the last added counts", async () => {
      const [report] = await addReports("The harbour is closed.");
      const [first, second] = [readingOf(report!, "readers@1"), readingOf(report!, "readers@2")];
      expect(await store.addReading(first)).toBe(true);
      expect(await store.addReading(second)).toBe(true);
      expect(await store.addReading({ ...first, unread: "changed" })).toBe(false);
      expect(await store.reading("r1")).toEqual(second);
      expect(await store.reading("r1", "readers@1")).toEqual(first);
      expect(await store.reading("r1", "readers@3")).toBeUndefined();
    });

    it("of a situation are the last of each report, in the reports' order", async () => {
      const reports = await addReports("one", "two", "three");
      await store.addSituation(situation);
      await store.addToSituation("harbour", ["r2", "r1", "r3"], at);
      for (const report of reports.slice(0, 2)) {
        await store.addReading(readingOf(report, "readers@1"));
        await store.addReading(readingOf(report, "readers@2"));
      }
      const readings = (await store.readings("harbour")).map(({ report, version }) => [report, version]);
      expect(readings).toEqual([
        ["r2", "readers@2"],
        ["r1", "readers@2"],
      ]);
    });

    it("need their report", async () => {
      const reading = readingOf(reportOf(documentOf("The harbour is closed.")));
      await expect(store.addReading(reading)).rejects.toMatchObject({ stage: "store", code: "refused" });
    });
  });

  it("keeps every outcome, newest first", async () => {
    const good = { input: "a.html", at, ok: true, report: "r1" };
    const bad = {
      input: "b.html",
      at,
      ok: false,
      stage: "report",
      code: "no-article",
      message: "b.html has none",
    } as const;
    for (const outcome of [good, bad, good]) await store.addOutcome(outcome);
    expect(await store.outcomes()).toEqual([good, bad, good]);
    expect(await store.outcomes({ failed: true })).toEqual([bad]);
    expect(await store.outcomes({ failed: false, limit: 1 })).toEqual([good]);
  });

  describe("situations", () => {
    it("are kept once by id and listed in the order they were added", async () => {
      const other = {
        id: "border",
        title: "The border",
        notice: "Invented for demonstration",
        createdAt: at,
      };
      expect(await store.addSituation(situation)).toBe(true);
      expect(await store.addSituation(other)).toBe(true);
      expect(await store.addSituation({ ...situation, title: "Taken" })).toBe(false);
      expect(await store.situations()).toEqual([situation, other]);
      expect(await store.situation("border")).toEqual(other);
    });

    it("hold a report once, and a report may be in several", async () => {
      await addReports("one", "two");
      await store.addSituation(situation);
      await store.addSituation({ ...situation, id: "border" });
      expect(await store.addToSituation("harbour", ["r1"], at)).toBe(1);
      expect(await store.addToSituation("harbour", ["r1", "r2", "r2"], at)).toBe(1);
      expect(await store.addToSituation("harbour", [], at)).toBe(0);
      expect(await store.addToSituation("border", ["r1"], at)).toBe(1);
      expect(await store.situationsOf("r1")).toEqual(["harbour", "border"]);
      expect(await store.situationsOf("r2")).toEqual(["harbour"]);
    });

    it("take all the reports of a call or none", async () => {
      await addReports("one");
      await store.addSituation(situation);
      const added = (id: string, reports: string[]) => store.addToSituation(id, reports, at);
      await expect(added("harbour", ["r1", "r9"])).rejects.toMatchObject({ code: "no-report", where: "r9" });
      await expect(added("unknown", ["r1"])).rejects.toMatchObject({
        code: "no-situation",
        where: "unknown",
      });
      expect(await store.reports({ situation: "harbour" })).toEqual([]);
    });

    it("take thousands of reports in a call", async () => {
      const ids = Array.from({ length: 1_234 }, (_, i) => `many${i}`);
      const document = documentOf("The harbour is closed.");
      await store.transaction(async (write) => {
        await write.addDocument(document);
        for (const id of ids) await write.addReport(reportOf(document, { id }));
        await write.addSituation(situation);
        expect(await write.addToSituation("harbour", ids, at)).toBe(1_234);
      });
      expect((await store.reports({ situation: "harbour" })).map(({ id }) => id)).toEqual(ids);
    });
  });

  describe("revisions", () => {
    const early = revisionOf(1, { knownAt: "2031-03-01T08:00:00Z", entry: "e1" });
    const late = revisionOf(2, {
      knownAt: "2031-03-03T08:00:00.500Z",
      entry: "e1",
      change: "revised",
      from: "11",
      to: "9",
    });
    const between = revisionOf(3, { knownAt: "2031-03-02T10:00:00+02:00", entry: "e2" });

    beforeEach(async () => {
      await store.addSituation(situation);
      expect(await store.appendRevisions("harbour", [early, late])).toBe(2);
      expect(await store.appendRevisions("harbour", [late, between])).toBe(1);
    });

    it.each([
      ["all", {}, [early, between, late]],
      ["newest first", { newestFirst: true, limit: 2 }, [late, between]],
      ["known after a time", { since: "2031-03-01T08:00:00Z" }, [between, late]],
      ["known after a day", { since: "2031-03-03" }, [late]],
      ["of an entry", { entry: "e1" }, [early, late]],
      ["of an entry since", { entry: "e1", since: "2031-03-02", limit: 5 }, [late]],
      ["of an unknown entry", { entry: "e9" }, []],
    ])("are listed by when we knew: %s", async (_, query, expected) => {
      expect(await store.revisions("harbour", query)).toEqual(expected);
    });

    it("belong to one situation: another may have the same", async () => {
      await store.addSituation({ ...situation, id: "border" });
      expect(await store.appendRevisions("border", [early])).toBe(1);
      expect(await store.revisions("border")).toEqual([early]);
      await expect(store.appendRevisions("unknown", [early])).rejects.toMatchObject({ code: "no-situation" });
    });
  });

  describe("search", () => {
    const texts = [
      "Navy strikes two boats off the coast. Officials said three people died.",
      "The minister denied that a strike on land was planned. “No decision has been made,” she said.",
      "Préfecture: la côte fermée. 港口关闭 after the storm. Don't panic.",
      `Prices rise. ${"Wheat and maize are dear this year. ".repeat(60)}The boat race was called off.`,
    ];

    beforeEach(async () => {
      await addReports(...texts);
      await store.addSituation(situation);
      await store.addToSituation("harbour", ["r2", "r4"], at);
    });

    const found = async (text: string, query?: object) =>
      (await store.search(text, query)).map(({ report }) => report.id).sort();

    it.each([
      ["one word", "minister", ["r2"]],
      ["another ending", "striking", ["r1", "r2"]],
      ["every word must be there", "strike coast", ["r1"]],
      ["in any order and case", "COAST Navy", ["r1"]],
      ["words in quotes stand together", '"strike on land"', ["r2"]],
      ["and not apart", '"strike land"', []],
      ["typographic quotes too", "“called off”", ["r4"]],
      ["accents don't matter", "prefecture cote", ["r3"]],
      ["nor do they where typed", "préfecture", ["r3"]],
      ["script without spaces", "港口", ["r3"]],
      ["not in another order", "口港", []],
      ["an apostrophe parts", "don't panic", ["r3"]],
      ["no word at all", "🚢 — !?", []],
      ["nothing", "", []],
      ["a word that is nowhere", "tanks", []],
      ["part of a word", "min", []],
    ])("%s: %s", async (_, text, ids) => {
      expect(await found(text)).toEqual(ids);
    });

    it("keeps to a situation, and to a limit", async () => {
      expect(await found("strike", { situation: "harbour" })).toEqual(["r2"]);
      expect(await found("strike", { situation: "unknown" })).toEqual([]);
      expect(await found("strike", { limit: 1 })).toHaveLength(1);
    });

    it("puts first what has the words in the title, or more of them", async () => {
      const document = documentOf("filler");
      await store.addDocument(document);
      const filler = "The council met and talked of many other things for a long while. ";
      const add = (id: string, title: string, text: string) =>
        store.addReport(reportOf(document, { id, title, text }));
      await add("once", "Council meets", `${filler}A ferry came. ${filler}`);
      await add("often", "Council meets", `Ferry after ferry came. ${filler}The ferry left. ${filler}`);
      await add("titled", "Ferry sinks: ferry service halted", `${filler}A ferry went down. ${filler}`);
      const hits = await store.search("ferry");
      expect(hits.map(({ report }) => report.id)).toEqual(["titled", "often", "once"]);
      expect(hits[0]!.score).toBeGreaterThan(hits[1]!.score);
      expect(hits[1]!.score).toBeGreaterThan(hits[2]!.score);
    });

    it("says which part to show and where the words are in it", async () => {
      const [hit] = await store.search('boats "called off"');
      expect(hit!.report.id).toBe("r4");
      const { text } = hit!.report;
      expect(hit!.matches.map(({ start, end }) => text.slice(start, end))).toEqual(["boat", "called", "off"]);
      const { start, end } = hit!.snippet;
      expect(text.slice(start, end)).toMatch(/^\S.*The boat race was called off\.$/);
    });

    it("takes whatever is typed as words", async () => {
      const hostile = [
        '"',
        "'",
        "''; drop table report; --",
        "strike OR",
        "NOT strike",
        "NEAR(strike boats)",
        "title:strike",
        "strike*",
        "strike & | ! <-> :*",
        "(strike",
        "^strike",
        "\\",
        "\u0000strike\u0000",
        "\ud83d strike",
        "a".repeat(1_000_000),
        "strike ".repeat(100_000),
        `"${"strike ".repeat(1_000)}`,
      ];
      for (const text of hostile)
        await expect(store.search(text), text.slice(0, 40)).resolves.toBeInstanceOf(Array);
      expect(await found("''; strike; --'")).toEqual(["r1", "r2"]);
      expect(await store.counts()).toMatchObject({ reports: 4 });
    });

    it("never throws, whatever the text and the query", async () => {
      const document = documentOf("any");
      await store.addDocument(document);
      let number = 0;
      const text = fc.string({ unit: "binary", maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(text, text, async (written, typed) => {
          await store.addReport(reportOf(document, { id: `any${number++}`, text: written, title: typed }));
          for (const hit of await store.search(typed)) {
            for (const { start, end } of [hit.snippet, ...hit.matches]) {
              expect(start <= end && end <= hit.report.text.length).toBe(true);
            }
          }
        }),
        { numRuns: 100, seed: 1 },
      );
    });

    it("holds texts longer than an index can", async () => {
      const document = documentOf("long");
      await store.addDocument(document);
      const text = Array.from({ length: 300_000 }, (_, i) => `word${i}`).join(" ");
      await store.addReport(reportOf(document, { id: "long", text }));
      expect(await found("word1 word9999")).toEqual(["long"]);
      expect((await store.report("long"))!.text).toBe(text);
    });
  });

  it("has a version of a situation that grows with all that is added to it, and with nothing else", async () => {
    const [one, two] = await addReports("one", "two");
    const versions = [await store.version("harbour")];
    const steps: [grows: boolean, step: () => Promise<unknown>][] = [
      [true, () => store.addSituation(situation)],
      [false, () => store.addSituation(situation)],
      [false, () => store.addReading(readingOf(one!))],
      [true, () => store.addToSituation("harbour", ["r1"], at)],
      [false, () => store.addToSituation("harbour", ["r1"], at)],
      [true, () => store.addReading(readingOf(one!, "readers@2"))],
      [false, () => store.addReading(readingOf(one!, "readers@2"))],
      [false, () => store.addReading(readingOf(two!))],
      [true, () => store.appendRevisions("harbour", [revisionOf(1)])],
      [false, () => store.appendRevisions("harbour", [revisionOf(1)])],
      [true, () => store.addToSituation("harbour", ["r2"], at)],
      [false, () => store.addSituation({ ...situation, id: "border" })],
    ];
    const grew = [];
    for (const [, step] of steps) {
      await step();
      versions.push(await store.version("harbour"));
      grew.push(versions.at(-1)! > versions.at(-2)!);
    }
    expect(grew).toEqual(steps.map(([grows]) => grows));
  });

  it("counts what there is, in all and of a situation", async () => {
    const [one, two] = await addReports("one", "two");
    await store.addSituation(situation);
    await store.addToSituation("harbour", ["r1"], at);
    for (const report of [one!, two!]) await store.addReading(readingOf(report));
    await store.appendRevisions("harbour", [revisionOf(1)]);
    await store.addOutcome({ input: "a.html", at, ok: true, report: "r1" });
    await store.addOutcome({ input: "b.html", at, ok: false });
    const all = { situations: 1, documents: 2, reports: 2, readings: 2, revisions: 1, outcomes: 2 };
    expect(await store.counts()).toEqual(all);
    const ofOne = { situations: 1, documents: 1, reports: 1, readings: 1, revisions: 1, outcomes: 1 };
    expect(await store.counts("harbour")).toEqual(ofOne);
    const none = { situations: 0, documents: 0, reports: 0, readings: 0, revisions: 0, outcomes: 0 };
    expect(await store.counts("unknown")).toEqual(none);
  });

  describe("a transaction", () => {
    const document = documentOf("The harbour is closed.");

    it("keeps all or nothing", async () => {
      const half = store.transaction(async (write) => {
        await write.addDocument(document);
        await write.addReport(reportOf(document));
        throw new Error("stopped");
      });
      await expect(half).rejects.toThrow("stopped");
      expect(await store.counts()).toMatchObject({ documents: 0, reports: 0 });
      expect(await store.search("harbour")).toEqual([]);
      expect(await store.transaction((write) => write.addDocument(document))).toBe(true);
    });

    it("sees what it has added; others see it when it is kept", async () => {
      await store.transaction(async (write) => {
        await write.addDocument(document);
        expect(await write.document(document.sha256)).toEqual(document);
        expect(await store.document(document.sha256)).toBeUndefined();
      });
      expect(await store.document(document.sha256)).toEqual(document);
    });

    it("is undone by a failure that its work catches", async () => {
      const work = store.transaction(async (write) => {
        await write.addDocument(document);
        await write.addReport(reportOf(documentOf("never added"))).catch(() => {});
      });
      await expect(work).rejects.toMatchObject({ stage: "store", code: "refused" });
      expect(await store.counts()).toMatchObject({ documents: 0 });
    });

    it("joins the one around it", async () => {
      const outer = store.transaction(async (write) => {
        await write.transaction((inner) => inner.addDocument(document));
        throw new Error("stopped");
      });
      await expect(outer).rejects.toThrow("stopped");
      expect(await store.counts()).toMatchObject({ documents: 0 });
    });

    it("says so when its work writes past it, instead of waiting for itself for ever", async () => {
      const work = store.transaction(() => store.addDocument(document));
      await expect(work).rejects.toThrow("use the store that it gives");
      expect(await store.addDocument(document)).toBe(true);
    });

    it("lets others wait their turn", async () => {
      const add = (i: number) =>
        store.transaction(async (write) => {
          await write.addDocument(documentOf(`a${i}`));
          await new Promise((resolve) => setTimeout(resolve, 1));
          await write.addDocument(documentOf(`b${i}`));
        });
      await Promise.all([...Array.from({ length: 10 }, (_, i) => add(i)), store.addDocument(document)]);
      expect(await store.counts()).toMatchObject({ documents: 21 });
    });
  });

  describe("nothing is overwritten", () => {
    const tables = [
      "content",
      "document",
      "report",
      "reading",
      "outcome",
      "situation",
      "membership",
      "revision",
    ];

    beforeEach(async () => {
      const [report] = await addReports("The harbour is closed.");
      await store.addReading(readingOf(report!));
      await store.addOutcome({ input: "a.html", at, ok: true });
      await store.addSituation(situation);
      await store.addToSituation("harbour", ["r1"], at);
      await store.appendRevisions("harbour", [revisionOf(1)]);
    });

    it.each(tables)("%s refuses to be updated, deleted, replaced", async (table) => {
      const column = table === "content" ? "sha256" : table === "membership" ? "put_at" : "body";
      const before = await ground.command(where, `select * from ${table}`);
      expect(before).toHaveLength(1);
      const statements = [`update ${table} set ${column} = 'changed'`, `delete from ${table}`];
      if (ground.name === "SQLite") statements.push(`insert or replace into ${table} select * from ${table}`);
      else statements.push(`truncate ${table} cascade`);
      for (const statement of statements) {
        await expect(ground.command(where, statement), statement).rejects.toThrow(/is append-only/);
      }
      expect(await ground.command(where, `select * from ${table}`)).toEqual(before);
    });
  });

  describe("opened again", () => {
    it("has all that was kept", async () => {
      const reports = await addReports("one", "two");
      await store.close();
      store = await openStore(where);
      expect(await store.reports()).toEqual(reports);
      expect((await store.search("two")).map(({ report }) => report.id)).toEqual(["r2"]);
    });

    it("to read only: reads, sees what is added meanwhile, and can't write", async () => {
      await addReports("one");
      const reader = await openStore({ ...where, readOnly: true });
      try {
        expect(await reader.report("r1")).toMatchObject({ text: "one" });
        await addReports("one", "two");
        expect(await reader.report("r2")).toMatchObject({ text: "two" });
        expect(await reader.search("two")).toHaveLength(1);
        const refused = {
          stage: "store",
          code: "read-only",
          message: expect.stringMatching(/for reading only/),
        };
        await expect(reader.addOutcome({ input: "x", at, ok: true })).rejects.toMatchObject(refused);
        await expect(reader.transaction((write) => write.addSituation(situation))).rejects.toMatchObject(
          refused,
        );
        expect(await store.counts()).toMatchObject({ outcomes: 0, situations: 0 });
      } finally {
        await reader.close();
      }
    });

    it("to read only where there is nothing: says so and makes nothing", async () => {
      const empty = await ground.fresh();
      const opened = openStore({ ...empty, readOnly: true });
      await expect(opened).rejects.toMatchObject({ stage: "store", code: "no-store" });
      await expect(openStore({ ...empty, readOnly: true })).rejects.toMatchObject({ code: "no-store" });
    });

    it("with a migration of a newer Sitrep: says so and leaves it alone", async () => {
      await store.close();
      await ground.command(where, "insert into migration values (9999, 'later')");
      for (const readOnly of [false, true]) {
        await expect(openStore({ ...where, readOnly })).rejects.toMatchObject({
          stage: "store",
          code: "newer-version",
          message: expect.stringMatching(/newer Sitrep \(migration 9999, known here up to \d+\); install/),
        });
      }
    });

    it("to read only with tables of an older Sitrep: says what to do", async () => {
      await store.close();
      await ground.command(where, "delete from migration where number = 3");
      const opened = openStore({ ...where, readOnly: true });
      await expect(opened).rejects.toMatchObject({ stage: "store", code: "older-version" });
    });

    it("after it was closed: says so", async () => {
      await store.close();
      await store.close();
      await expect(store.report("r1")).rejects.toMatchObject({ stage: "store", code: "closed" });
    });
  });

  it("keeps for a situation what was worked out last", async () => {
    await store.addSituation({ id: "coast", title: "The coast", createdAt: "2031-03-01T08:00:00Z" });
    expect(await store.memory("coast")).toBeUndefined();
    await store.setMemory("coast", new Uint8Array([1, 2]));
    await store.setMemory("coast", new Uint8Array([0, 255, 3]));
    expect(await store.memory("coast")).toEqual(new Uint8Array([0, 255, 3]));
  });

  it("loses nothing that it has kept when its process is killed, again and again", async () => {
    await store.close();
    const kept: number[] = [];
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const first = (kept.at(-1) ?? 0) + 1_000;
      kept.push(...(await writeUntilKilled(where, first, round * 7)));
      store = await openStore(where);
      const ids = new Set((await store.reports({ situation: "harbour" })).map(({ id }) => id));
      expect(kept.filter((number) => !ids.has(`r${number}`))).toEqual([]);
      const { reports, readings, outcomes, documents } = await store.counts();
      expect({ readings, outcomes, documents }).toEqual({
        readings: reports,
        outcomes: reports,
        documents: reports,
      });
      expect(await store.counts("harbour")).toMatchObject({ reports });
      if (ground.name === "SQLite") {
        expect(await ground.command(where, "pragma integrity_check")).toMatchObject([
          { integrity_check: "ok" },
        ]);
      }
      if (round < 6) await store.close();
    }
    expect(kept.length).toBeGreaterThanOrEqual(7 * (1 + 2 + 3 + 4 + 5 + 6));
  });
});

/** Starts a writer, kills it at its `acknowledged`th transaction, and gives the numbers that it said were kept. */
async function writeUntilKilled(where: Where, first: number, acknowledged: number): Promise<number[]> {
  const writer = join(import.meta.dirname, "../../test/store/writer.ts");
  const child: ChildProcess = spawn(process.execPath, [writer, JSON.stringify(where), String(first)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complaint = "";
  child.stderr!.on("data", (chunk) => {
    complaint += chunk;
  });
  child.stdout!.on("data", (chunk) => {
    said += chunk;
    if (said.split("\n").length > acknowledged + 1) child.kill("SIGKILL");
  });
  const signal = await new Promise((resolve) => child.on("close", (_, name) => resolve(name)));
  expect(signal, complaint).toBe("SIGKILL");
  return said.split("\n").slice(1, -1).map(Number);
}
