/** Scopes over stories: what they bring in, what they take out and since when, by hand and in any order; on both databases. */
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.ts";
import type { Scope } from "../src/model/scope.ts";
import {
  appendCaught,
  appendRevisions,
  keep,
  looksAt,
  membershipOf,
  previewScope,
  readDocument,
  reread,
  scopeNames,
  scopeSuggestions,
  scopeValues,
  setScope,
  situationRecord,
} from "../src/pipeline.ts";
import { rebuild } from "../src/rebuilding.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { verifyLedger } from "../src/store/verify-ledger.ts";
import { verifyReferences } from "../src/store/verify-references.ts";
import { newsSince } from "../src/view/since.ts";
import { correct } from "../src/work/correcting.ts";
import { grounds } from "./store/grounds.ts";

const now = () => "2031-06-01T08:00:00.000Z";

interface Told {
  readonly name: string;
  readonly day: string;
  readonly title: string;
  readonly text: readonly string[];
}

const struck = [
  "The Orrin navy struck a boat off Port Esker on 3 March 2031, the ministry said.",
  "The strike killed four people, the ministry said, and two men were pulled from the water by the Tavo coast guard.",
  "Captain Ilse Marran of the patrol ship Heron said that the boat had left Lower Quell before dawn with 60 barrels of fuel.",
  "The harbour office of Port Esker said that the boat was called the Silver Tern and belonged to Odo Brask of Lower Quell.",
];
/** The same happening in a paper that never says "navy", and others. */
const tellings: readonly Told[] = [
  { name: "herald", day: "2031-03-04", title: "Navy strikes boat off Port Esker", text: struck },
  {
    name: "lamp",
    day: "2031-03-05",
    title: "Four dead off Port Esker as the Silver Tern is struck",
    text: struck.map((words) => words.replace("The Orrin navy", "A patrol ship")),
  },
  {
    name: "courier",
    day: "2031-03-06",
    title: "Silver Tern: navy names the dead of Port Esker",
    text: [...struck, "The navy named the dead on Thursday."],
  },
  {
    name: "gazette",
    day: "2031-03-06",
    title: "Bakers of Upper Quell win the valley prize",
    text: [
      "The bakers of Upper Quell won the valley prize on Thursday, the guild said.",
      "It was their third.",
    ],
  },
  {
    name: "sport",
    day: "2031-03-07",
    title: "Navy loses the cup",
    text: ["The rowers of the navy lost the cup on Friday, the club said.", "They had won it twice."],
  },
];

function document({ name, day, title, text }: Told): Document {
  const html = `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${day}T06:00:00Z"><meta property="og:site_name" content="The ${name}"></head><body><article><h1>${title}</h1>${text.map((words) => `<p>${words}</p>`).join("")}</article></body></html>`;
  const bytes = Buffer.from(html);
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes,
    input: `${name}.html`,
    url: `https://${name}.example/a`,
    mediaType: "text/html",
    fetchedAt: `${day}T08:00:00Z`,
  };
}

describe.each(grounds())("a scope over stories on $name", (ground) => {
  let store: Store;
  beforeAll(() => ground.start());
  afterAll(() => ground.stop());
  beforeEach(async () => {
    store = await openStore(await ground.fresh());
    for (const id of ["all", "coast"]) await store.addSituation({ id, title: id, createdAt: now() });
  });
  afterEach(() => store.close());

  async function come(...names: string[]) {
    for (const name of names) {
      const one = document(tellings.find((telling) => telling.name === name)!);
      for await (const item of readDocument(one, {}))
        await store.transaction((write) => keep(write, "all", item, now()));
    }
    await appendRevisions(store, "all");
    await appendCaught(store);
  }
  const everything = () => come(...tellings.map(({ name }) => name));
  const set = (scope: Scope, at = now()) => setScope(store, { situation: "coast", scope, at });
  async function names(knownAt?: string) {
    const { record, reports } = await situationRecord(
      store,
      "coast",
      knownAt === undefined ? {} : { knownAt },
    );
    const inputs = new Map(reports.map(({ id, input }) => [id, input.replace(".html", "")]));
    return record.reports.map((id) => inputs.get(id)!).sort();
  }
  const idOf = async (name: string) =>
    (await store.reports()).find(({ input }) => input === `${name}.html`)!.id;
  const analyst = { by: "Ana Ruiz", reason: "read it myself", now };

  async function holds() {
    for (const id of ["all", "coast"]) {
      const { extra, lacking, stored, rebuilt, pending } = await rebuild(store, id);
      expect({ extra, lacking, pending, rebuilt }).toEqual({
        extra: [],
        lacking: [],
        pending: false,
        rebuilt: stored,
      });
    }
    const faults: string[] = [];
    for await (const fault of verifyReferences(store)) faults.push(fault);
    for await (const fault of verifyLedger(store)) faults.push(fault);
    expect(faults).toEqual([]);
  }

  it("brings in the other reports of the stories that it catches, and says why", async () => {
    await everything();
    expect(await set({ terms: ["navy"], not: ["cup"] })).toMatchObject({
      selected: 3,
      byStory: 1,
      in: 3,
      out: 0,
    });
    expect(await names()).toEqual(["courier", "herald", "lamp"]);
    const lamp = (await store.report(await idOf("lamp")))!;
    expect(await membershipOf(store, "coast", lamp, await store.reading(lamp.id))).toMatchObject({
      is: "in",
      because: { kind: "story", like: await idOf("herald"), caught: 2, of: 3 },
    });
    await holds();
  });

  describe("of a page that takes back what it said", () => {
    const takenBack: Told = {
      name: "herald",
      day: "2031-05-20",
      title: "Withdrawn: a report of 4 March",
      text: ["This article has been withdrawn, as its source could not be found."],
    };
    async function comeAgain(into: string, by: "hand" | "source") {
      for await (const item of readDocument(document(takenBack), {}))
        await store.transaction((write) => keep(write, into, item, now(), by));
      await appendRevisions(store, into);
      await appendCaught(store);
    }
    const told = async (situation: string) =>
      (await situationRecord(store, situation)).record.entries.some(({ evidence }) =>
        evidence.some(({ finding }) => finding.kind === "event" && finding.event.lemma === "strike"),
      );

    it("holds what it says now, though no word of the scope stands in it, and says why", async () => {
      await come("herald", "gazette");
      await set({ terms: ["navy"] });
      expect(await told("coast")).toBe(true);
      await comeAgain("coast", "source");
      expect(await told("coast")).toBe(false);
      const [was, is] = (await store.reports()).filter(({ input }) => input === "herald.html");
      expect(await membershipOf(store, "coast", is!, await store.reading(is!.id))).toMatchObject({
        is: "in",
        because: { kind: "page", of: was!.id },
      });
      // Set again, it selects the same.
      expect(await set({ terms: ["navy", "boat"] }, "2031-07-01T08:00:00.000Z")).toMatchObject({
        in: 0,
        out: 0,
      });
      expect(await told("coast")).toBe(false);
      await holds();
    });

    it("is taken back in every situation that holds it, whoever fetched it", async () => {
      await come("herald", "gazette");
      await store.addToSituation("coast", [await idOf("herald")], now());
      await appendRevisions(store, "coast");
      expect(await told("coast")).toBe(true);
      await comeAgain("all", "hand");
      expect([await told("all"), await told("coast")]).toEqual([false, false]);
      const revised = await store.revisions("coast", { newestFirst: true, limit: 1 });
      expect(revised[0]!.knownAt).toBe("2031-05-20T08:00:00Z");
      await holds();
    });

    it("stays out where an analyst took it out", async () => {
      await come("herald", "gazette");
      await store.addToSituation("coast", [await idOf("herald"), await idOf("gazette")], now());
      await appendRevisions(store, "coast");
      const out = { kind: "take-out", report: await idOf("herald") } as const;
      await correct(store, "coast", out, analyst);
      expect(await names()).toEqual(["gazette"]);
      await comeAgain("all", "hand");
      expect(await names()).toEqual(["gazette"]);
    });
  });

  it("brings in no story by its publisher, outside its days, or against a word that keeps out", async () => {
    await everything();
    for (const scope of [
      { publishers: ["The herald"] },
      { terms: ["navy"], from: "2031-03-04", to: "2031-03-04" },
      { terms: ["navy"], publishers: ["The herald"] },
    ]) {
      await set(scope);
      expect(await names()).toEqual(["herald"]);
    }
    await set({ terms: ["navy"], not: ["patrol ship", "cup"] });
    expect(await names()).toEqual([]);
  });

  it("finds the same whatever comes first, and when the scope is set", async () => {
    const orders = [
      ["herald", "lamp", "courier", "gazette", "sport"],
      ["sport", "courier", "lamp", "herald", "gazette"],
      ["lamp", "gazette", "sport", "courier", "herald"],
    ];
    for (const [i, order] of orders.entries()) {
      if (i > 0) {
        await store.close();
        store = await openStore(await ground.fresh());
        for (const id of ["all", "coast"]) await store.addSituation({ id, title: id, createdAt: now() });
      }
      if (i === 1) await set({ terms: ["navy"], not: ["cup"] });
      for (const name of order) await come(name);
      if (i !== 1) await set({ terms: ["navy"], not: ["cup"] });
      expect(await names()).toEqual(["courier", "herald", "lamp"]);
      await holds();
    }
  });

  it("set narrower takes reports out from then on: as known before they are in, and revisions say why", async () => {
    await everything();
    await set({ terms: ["navy"] });
    expect(await names()).toEqual(["courier", "herald", "lamp", "sport"]);
    const sport = await idOf("sport");
    const cup = (await situationRecord(store, "coast")).record.entries.find(({ evidence }) =>
      evidence.every(({ report }) => report === sport),
    )!;
    expect(cup).toBeDefined();
    const narrow = await set({ terms: ["navy"], not: ["cup"] }, "2031-07-01T08:00:00.000Z");
    expect(narrow).toMatchObject({ in: 0, out: 1 });
    expect(await names()).toEqual(["courier", "herald", "lamp"]);
    expect(await names("2031-06-15")).toEqual(["courier", "herald", "lamp", "sport"]);
    const revisions = await store.revisions("coast", { entry: cup.id });
    expect(revisions.at(-1)).toMatchObject({
      change: "withdrawn",
      knownAt: narrow.set.at,
      because: "out of scope since 2031-07-01",
    });
    const looks = await looksAt(store, "coast", { seenAt: "2031-06-15T00:00:00Z" });
    const { news } = newsSince({ seenAt: "2031-06-15T00:00:00Z", ...looks });
    expect(news.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/^Out of scope since 2031-07-01 \(told by The sport\): /u),
    );
    await holds();
    // Wider again, they are in again; in between they are not.
    await set({ terms: ["navy"] }, "2031-08-01T08:00:00.000Z");
    expect(await names()).toEqual(["courier", "herald", "lamp", "sport"]);
    expect(await names("2031-07-15")).toEqual(["courier", "herald", "lamp"]);
    const back = await store.revisions("coast", { entry: cup.id });
    expect(back.at(-1)).toMatchObject({ change: "new", because: "in the situation again" });
    await holds();
  });

  it("is overruled by an analyst, who can take that back", async () => {
    await everything();
    await set({ terms: ["navy"], not: ["cup"] });
    const [lamp, gazette] = [await idOf("lamp"), await idOf("gazette")];
    const out = await correct(store, "coast", { kind: "take-out", report: lamp }, analyst);
    const put = await correct(store, "coast", { kind: "put-in", report: gazette }, analyst);
    expect(await names()).toEqual(["courier", "gazette", "herald"]);
    expect(await names("2031-05-01")).toEqual(["courier", "herald", "lamp"]);
    // Whatever is set afterwards.
    await set({ terms: ["navy", "strike"] });
    expect(await names()).toEqual(["courier", "gazette", "herald", "sport"]);
    await holds();
    await correct(store, "coast", { kind: "undo", correction: out.id }, analyst);
    await correct(store, "coast", { kind: "undo", correction: put.id }, analyst);
    expect(await names()).toEqual(["courier", "herald", "lamp", "sport"]);
    await holds();
    await expect(correct(store, "coast", { kind: "put-in", report: lamp }, analyst)).rejects.toMatchObject({
      code: "in-already",
    });
    await expect(
      correct(store, "coast", { kind: "take-out", report: gazette }, analyst),
    ).rejects.toMatchObject({
      code: "not-in",
    });
    await expect(
      correct(store, "coast", { kind: "take-out", report: "rnone" }, analyst),
    ).rejects.toMatchObject({
      code: "no-report",
    });
  });

  it("is tried without being set: how many would come and go, and which", async () => {
    await everything();
    await set({ terms: ["navy"] });
    const before = await store.version("coast");
    const preview = await previewScope(store, "coast", { terms: ["navy", "bakers"], not: ["cup"] });
    expect(preview).toMatchObject({ archive: 5, caught: 3, byStory: 1, before: 4, after: 4 });
    expect(preview.in).toMatchObject({
      count: 1,
      examples: [{ publisher: "The gazette", because: { kind: "caught" } }],
    });
    expect(preview.out).toMatchObject({
      count: 1,
      examples: [{ title: "Navy loses the cup", because: { kind: "left-out", part: "not" } }],
    });
    expect(await store.version("coast")).toBe(before);
    expect(await names()).toHaveLength(4);
    // What is tried is what is done.
    expect(await set({ terms: ["navy", "bakers"], not: ["cup"] })).toMatchObject({ in: 1, out: 1 });
    expect((await previewScope(store, "coast", {})).out.count).toBe(4);
  });

  it("keeps what it took out when documents are read anew", async () => {
    await everything();
    await set({ terms: ["navy"] });
    await set({ terms: ["navy"], not: ["cup"] });
    for await (const { ok } of reread(store, "coast", { now: () => "2031-09-01T00:00:00.000Z" }))
      expect(ok).toBe(true);
    expect(await names()).toEqual(["courier", "herald", "lamp"]);
    await holds();
  });

  it("is offered what the archive holds, with counts", async () => {
    await everything();
    expect(await scopeValues(store, { part: "terms", typed: "nav", limit: 5 })).toEqual([
      { value: "navy", name: "navy", reports: 3 },
    ]);
    expect((await scopeValues(store, { part: "publishers", typed: "", limit: 9 })).length).toBe(5);
    expect(
      (await scopeValues(store, { part: "publishers", typed: "her", limit: 9 })).map(({ name }) => name),
    ).toEqual(["The herald"]);
    expect(await scopeSuggestions(store, { terms: ["navy"] })).toEqual(expect.any(Array));
    expect(await scopeNames(store, [{ places: ["nowhere"] }])).toEqual({});
  });
});
