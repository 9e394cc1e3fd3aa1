/** Searching within a part of the archive, on both databases alike. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, readingOf, reportOf } from "../../test/store/archive.ts";
import { grounds } from "../../test/store/grounds.ts";
import type { Report } from "../model/report.ts";
import { openStore, type Where } from "./open.ts";
import type { SearchQuery, Store } from "./store.ts";

const hostile = `Robert'); drop table facet; -- "%_*`;

describe.each(grounds())("a search on $name", (ground) => {
  let where: Where;
  let store: Store;

  beforeAll(async () => {
    await ground.start();
    where = await ground.fresh();
    store = await openStore(where);
    await store.addSituation({ id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" });
    const add = async (id: string, text: string, more: Partial<Report>) => {
      const document = documentOf(id);
      const report = reportOf(document, { id, text, ...more });
      await store.addDocument(document);
      await store.addReport(report);
      return report;
    };
    const on = (value: string) => ({ value, stated: true, from: "meta" });
    const one = await add("one", "The ferry strike began in Amapala. Negotiations failed.", {
      publisher: "Fonseca Courier",
      published: on("2031-03-02T23:30:00-06:00"),
    });
    const two = await add("two", "The ferry sails again. The negotiator is glad.", {
      publisher: "Fonseca Courier",
      published: on("2031-03-05"),
      fetchedAt: "2031-03-05T09:00:00Z",
    });
    await add("three", "El ferry no zarpa.", {
      publisher: "Diario del Golfo",
      language: "es",
      published: on("2031-03-03T10:00:00Z"),
      fetchedAt: "2031-03-04T00:00:00Z",
    });
    await add("four", "A harbour master on a ferry.", { publisher: hostile });
    await store.addToSituation("harbour", ["one", "three"], "2031-03-01T09:00:00Z");
    await store.addReading(readingOf(one));
    await store.addReading({ ...readingOf(two), findings: [] });
    const three = (await store.report("three"))!;
    await store.addReading({ ...readingOf(three, "none"), findings: [], unread: "no reader yet" });
  });
  afterAll(async () => {
    await store.close();
    await ground.stop();
  });

  const found = async (text: string, query?: SearchQuery) =>
    (await store.search(text, query)).map(({ report }) => report.id);

  const cases: [name: string, text: string, query: SearchQuery, ids: string[]][] = [
    ["a publisher", "ferry", { publisher: "Fonseca Courier" }, ["one", "two"]],
    ["a publisher whose name is hostile", "ferry", { publisher: hostile }, ["four"]],
    ["a publisher that isn't there", "ferry", { publisher: "Fonseca" }, []],
    ["a language", "ferry", { language: "es" }, ["three"]],
    ["a situation", "ferry", { situation: "harbour" }, ["one", "three"]],
    ["a day on, in UTC", "ferry", { from: "2031-03-03" }, ["one", "three", "two"]],
    ["up to a day, the whole of it", "ferry", { to: "2031-03-03" }, ["four", "one", "three"]],
    ["one day", "ferry", { from: "2031-03-05", to: "2031-03-05" }, ["two"]],
    ["what was public by the end of a day", "ferry", { asOf: "2031-03-03" }, ["four", "one", "three"]],
    ["what was public at a time", "ferry", { asOf: "2031-03-03T09:59:59.999Z" }, ["four", "one"]],
    [
      "what was public at that very time",
      "ferry",
      { asOf: "2031-03-03T10:00:00Z" },
      ["four", "one", "three"],
    ],
    ["what was known on a day", "ferry", { knownAt: "2031-03-03" }, ["four", "one"]],
    ["a kind of what is read", "ferry", { kind: "statement" }, ["one"]],
    ["a kind that nothing is", "ferry", { kind: "figure" }, []],
    ["what was read", "ferry", { read: true }, ["one", "two"]],
    ["what was kept only", "ferry", { read: false }, ["four", "three"]],
    ["several at once", "ferry", { situation: "harbour", read: true }, ["one"]],
    ["no words", "", { publisher: "Fonseca Courier" }, ["one", "two"]],
    ["words left out", "ferry -strike", {}, ["four", "three", "two"]],
    ["a phrase left out", 'ferry -"harbour master"', {}, ["one", "three", "two"]],
    ["words left out of a filter alone", "-strike", { publisher: "Fonseca Courier" }, ["two"]],
    ["all that begins so", "negotia*", {}, ["one", "two"]],
    ["all that begins so, past its stem: other words of the stem too", "negotiati*", {}, ["one", "two"]],
    ["nothing but words left out", "-ferry", {}, []],
  ];

  it.each(cases)("keeps to %s: %s", async (_, text, query, ids) => {
    expect((await found(text, query)).sort()).toEqual(ids.sort());
    expect((await found(text, { ...query, order: "date" })).sort()).toEqual(ids.sort());
    const { order: _o, limit: _l, offset: _f, ...filter } = query;
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    expect(await store.facets(text, given)).toMatchObject({ total: ids.length, isMore: false });
  });

  it("puts the latest first where asked, a page at a time", async () => {
    expect(await found("ferry", { order: "date" })).toEqual(["two", "three", "one", "four"]);
    expect(await found("ferry", { order: "date", limit: 2, offset: 1 })).toEqual(["three", "one"]);
    expect(await found("", { from: "2031-03-01" })).toEqual(["two", "three", "one", "four"]);
    const all = await found("ferry");
    expect([...(await found("ferry", { limit: 3 })), ...(await found("ferry", { offset: 3 }))]).toEqual(all);
  });

  it("counts what all of them are", async () => {
    expect(await store.facets("ferry")).toEqual({
      total: 4,
      isMore: false,
      read: 2,
      unread: 2,
      publishers: [
        { value: "Fonseca Courier", count: 2 },
        { value: "Diario del Golfo", count: 1 },
        { value: hostile, count: 1 },
      ],
      languages: [
        { value: "en", count: 3 },
        { value: "es", count: 1 },
      ],
      kinds: [{ value: "statement", count: 1 }],
      situations: [{ value: "harbour", count: 2 }],
    });
  });

  it("marks in the part shown what begins so", async () => {
    const [hit] = await store.search("negotiat*", {
      limit: 1,
      publisher: "Fonseca Courier",
      to: "2031-03-04",
    });
    const { report, matches } = hit!;
    expect(matches.map(({ start, end }) => report.text.slice(start, end))).toEqual(["Negotiations"]);
  });

  it("counts a report by its last reading", async () => {
    const report = (await store.report("two"))!;
    await store.addReading(readingOf(report, "readers@2"));
    expect((await found("ferry", { kind: "statement" })).sort()).toEqual(["one", "two"]);
  });

  it("works alike in a store that had no facets", async () => {
    const before = await store.facets("ferry");
    await store.close();
    await ground.command(where, "delete from facet");
    store = await openStore(where);
    expect(await store.facets("ferry")).toEqual(before);
  });
});
