/** What analysts ask for, as corrections: on a small store, what is taken and what is refused, and why. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditField, EditValue } from "../model/correction.ts";
import type { Entry } from "../model/entry.ts";
import { ingest, situationRecord } from "../pipeline.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { type CorrectionRequest, correct } from "./correcting.ts";
import { editValue, type Given } from "./edit-value.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-correcting-"));
const now = () => "2031-03-05T08:00:00.000Z";
const analyst = { by: "Ana Ruiz", reason: "read it myself", now };
let store: Store;
let raid: Entry;
let said: Entry;

beforeAll(async () => {
  const files = {
    "a.txt":
      "Navy strikes a boat off Arlen\n\nThe navy struck a boat off the coast of Arlen on Monday, the ministry said.\n",
    "b.txt":
      "Boat sunk near Arlen\n\nNaval forces struck a boat off Arlen on Monday, residents said. The minister said that the border stays open.\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  store = await openStore({ folder: join(folder, "data") });
  await store.addSituation({ id: "coast", title: "The coast", createdAt: now() });
  const inputs = Object.keys(files).map((name) => join(folder, name));
  for await (const { ok } of ingest(store, "coast", inputs, {
    now: () => "2031-03-05T07:00:00.200Z",
    published: "2031-03-04",
  }))
    expect(ok).toBe(true);
  const { entries } = (await situationRecord(store, "coast")).record;
  raid = entries.find(({ evidence, kind }) => kind === "event" && evidence.length > 1)!;
  said = entries.find(({ kind }) => kind === "statement")!;
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (request: CorrectionRequest, more: Partial<typeof analyst> = {}) =>
  correct(store, "coast", request, { ...analyst, ...more });

describe("a correction", () => {
  it("comes after all that it was made on, whatever the clock says", async () => {
    const early = () => "2031-03-01T00:00:00.000Z";
    const first = await ask({ kind: "note", entry: raid.id, text: "one" }, { now: early });
    const [fetched] = await store.reports({ situation: "coast" });
    expect(Date.parse(first.at)).toBeGreaterThan(Date.parse(fetched!.fetchedAt));
    const second = await ask({ kind: "note", entry: raid.id, text: "two" }, { now: early });
    expect(Date.parse(second.at) - Date.parse(first.at)).toBe(1000);
  });

  it("appends the revisions that it brings, once", async () => {
    const before = (await store.revisions("coast")).length;
    const edit = await ask({ kind: "edit", entry: raid.id, field: "stage", value: "planned" });
    const all = await store.revisions("coast");
    expect(all.slice(before)).toMatchObject([
      {
        entry: raid.id,
        change: "revised",
        from: "done",
        to: "planned",
        knownAt: edit.at,
        corrections: [edit.id],
      },
    ]);
    await ask({ kind: "undo", correction: edit.id });
    expect((await store.revisions("coast")).slice(before + 1)).toMatchObject([
      { entry: raid.id, change: "revised", from: "planned", to: "done" },
    ]);
  });

  it("knows an entry by the beginning of its id", async () => {
    const { action } = await ask({ kind: "confirm", entry: raid.id.slice(0, 8) });
    expect(action).toMatchObject({ kind: "confirm", entry: { entry: raid.id }, state: "done" });
  });
});

describe("what can't be is refused, and what to do is said", () => {
  const reason = "x";
  const cases: [name: string, request: () => CorrectionRequest, code: string, message: RegExp][] = [
    ["no stage", () => edit("stage", "ready"), "bad-value", /^stage "ready" is none of discussed, planned/u],
    [
      "a figure's field",
      () => edit("best", "9"),
      "no-field",
      /^an event has no field "best" to edit; its fields/u,
    ],
    [
      "no field",
      () => edit("__proto__" as EditField, "9"),
      "no-field",
      /^an event has no field "__proto__"/u,
    ],
    ["no day", () => edit("time", "2031-02-30"), "bad-value", /^time "2031-02-30" is no time as 2031-04-02/u],
    ["no change", () => edit("stage", "done"), "no-change", /^stage of e\w+ is that already/u],
    [
      "no entry",
      () => ({ kind: "confirm", entry: "e00" }),
      "no-entry",
      /^there is no entry "e00"; sitrep correct show/u,
    ],
    [
      "nearly an entry",
      () => ({ kind: "confirm", entry: `${raid.id.slice(0, -1)}x` }),
      "no-entry",
      /did you mean e\w+\?$/u,
    ],
    [
      "no sentence",
      () => ({ kind: "split", entry: raid.id, evidence: [99] }),
      "no-evidence",
      /^entry e\w+ has no sentence number 99; it has \d+, which/u,
    ],
    [
      "all sentences",
      () => ({ kind: "split", entry: raid.id, evidence: raid.evidence.map((_, i) => i + 1) }),
      "nothing-left",
      /^all sentences of e\w+ would be split off; leave it one$/u,
    ],
    [
      "one entry",
      () => ({ kind: "merge", entries: [raid.id, raid.id] }),
      "too-few",
      /^a merge needs two entries/u,
    ],
    [
      "two kinds",
      () => ({ kind: "merge", entries: [raid.id, said.id] }),
      "other-kind",
      /of kind event and e\w+ of kind statement; entries of one kind can be merged$/u,
    ],
    ["no grade", () => ({ kind: "grade", reliability: "B" }), "no-grade", /^grade an entry's credibility/u],
    [
      "no publisher",
      () => ({ kind: "grade", publisher: "Nobody", reliability: "B" }),
      "no-publisher",
      /^no report here is by "Nobody"/u,
    ],
    [
      "no report",
      () => ({ kind: "grade", report: "r1", reliability: "B" }),
      "no-report",
      /^there is no report "r1"/u,
    ],
    [
      "no actor",
      () => ({ kind: "accept-offer", a: "Nobody", b: "x" }),
      "no-actor",
      /^there is no actor "Nobody"/u,
    ],
    [
      "no correction",
      () => ({ kind: "undo", correction: "c0000" }),
      "no-correction",
      /^there is no correction/u,
    ],
    ["an empty note", () => ({ kind: "note", entry: raid.id, text: " \n" }), "no-text", /^text is empty/u],
    [
      "a long note",
      () => ({ kind: "note", entry: raid.id, text: "a".repeat(4001) }),
      "long-text",
      /^text has 4001 characters; at most 4000 are kept$/u,
    ],
  ];
  const edit = (field: EditField, value: Given): CorrectionRequest => ({
    kind: "edit",
    entry: raid.id,
    field,
    value,
  });

  it.each(cases)("%s", async (_, request, code, message) => {
    const before = await store.corrections("coast");
    await expect(ask(request(), { reason })).rejects.toMatchObject({
      stage: "record",
      code,
      message: expect.stringMatching(message),
    });
    expect(await store.corrections("coast")).toEqual(before);
  });

  it("no reason, nobody, no situation", async () => {
    const request = edit("stage", "planned");
    const { by } = analyst;
    await expect(correct(store, "coast", request, { by, now })).rejects.toThrow(
      "an edit needs a reason; say why",
    );
    await expect(ask(request, { by: " " })).rejects.toThrow("by is empty; say who you are with --by");
    await expect(correct(store, "none", request, analyst)).rejects.toMatchObject({ code: "no-situation" });
  });

  it("what is undone already", async () => {
    const { id } = await ask({ kind: "note", entry: raid.id, text: "three" });
    const undo = await ask({ kind: "undo", correction: id });
    await expect(ask({ kind: "undo", correction: id })).rejects.toThrow(
      `correction ${id} is undone already, by ${undo.id}; undo that to have it back`,
    );
    expect((await ask({ kind: "undo", correction: undo.id })).action).toMatchObject({ correction: undo.id });
  });
});

describe("a value as it is typed", () => {
  const whole = { type: "DATE", stated: false } as const;
  const cases: [field: EditField, given: Given, value: EditValue][] = [
    ["stage", "Called-Off", "called-off"],
    ["stage", "unstated", null],
    ["best", "1,200", 1200],
    ["low", null, null],
    ["approximate", "yes", true],
    [
      "places",
      "Arlen; Old Port",
      [
        { name: "Arlen", precision: "unknown" },
        { name: "Old Port", precision: "unknown" },
      ],
    ],
    ["actors", "unstated", []],
    ["actors", ["Ana Ruiz"], [{ id: "unknown:ana ruiz", name: "Ana Ruiz", kind: "unknown" }]],
    ["speaker", "office: interior ministry", { kind: "office", name: "interior ministry" }],
    ["speaker", "unstated", { kind: "unstated" }],
    ["since", "2031-04", "2031-04"],
    [
      "time",
      "2031-02",
      { ...whole, value: "2031-02", from: "2031-02-01", to: "2031-02-28", words: "2031-02" },
    ],
    [
      "time",
      "2031-03-02/2031-03-04",
      { ...whole, value: "2031-03-02", from: "2031-03-02", to: "2031-03-04", words: "2031-03-02/2031-03-04" },
    ],
    [
      "due",
      "2031-03-02/",
      { ...whole, value: "2031-03-02", from: "2031-03-02", to: null, words: "2031-03-02/" },
    ],
  ];
  const nobody = { actors: [], places: [] };
  it.each(cases)("%s %j", (field, given, value) => expect(editValue(field, given, nobody)).toEqual(value));

  it("takes what is known by its name or id, whole, and else what is typed", () => {
    const arlen = { name: "Arlen", country: "KE", lat: -4, lon: 39, precision: "city", id: "g1" } as const;
    const kenya = { name: "Kenya", country: "KE", precision: "country" } as const;
    const navy = {
      id: "military:KE",
      name: "Kenya Navy",
      kind: "military",
      mentions: [],
      roles: [],
    } as const;
    const known = { actors: [navy], places: [arlen, kenya] };
    expect(editValue("places", ["g1", "KE", "arlen", "Nowhere"], known)).toEqual([
      arlen,
      kenya,
      arlen,
      { name: "Nowhere", precision: "unknown" },
    ]);
    expect(editValue("speaker", "office: military:KE", known)).toEqual({
      kind: "office",
      name: "Kenya Navy",
      actor: "military:KE",
    });
    expect(editValue("actors", "kenya navy; Odo Brask", known)).toMatchObject([
      { id: "military:KE" },
      { id: "unknown:odo brask", name: "Odo Brask" },
    ]);
  });

  it.each<[EditField, Given]>([
    ["certainty", null],
    ["unit", "unstated"],
    ["best", ""],
    ["best", "many"],
    ["approximate", "perhaps"],
    ["since", "2031-13"],
    ["time", "2031-03-04/2031-03-02"],
    ["time", "soon"],
    ["speaker", "office:"],
    ["of", "x".repeat(201)],
  ])("%s %j is refused", (field, given) => {
    expect(() => editValue(field, given, nobody)).toThrow(/; give another value$/u);
  });
});
