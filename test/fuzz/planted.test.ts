/** The fuzzer finds what is planted, gives it small, and the same each time. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { Listing } from "../../src/source/feed/listing.ts";
import { fuzz } from "./fuzz.ts";
import { listingHolds, reportHolds, spansHold, wordsStand } from "./holds.ts";
import { mutated } from "./mutate.ts";
import { targets } from "./planted.ts";
import { randomOf } from "./random.ts";

const module = new URL("./planted.ts", import.meta.url);

describe("a planted fault is found", () => {
  it.each([
    ["throws", /^TypeError: cannot read/],
    ["lines", /^a problem of several lines/],
    ["differs", /^read again, it gives something else$/],
    ["slow", /^takes \d+ ms of processor time for \d+ bytes$/],
    ["hangs", /^takes longer than 4 s$/],
    ["breaks", /^the thread (?:broke|ended)/],
  ])("%s", async (target, fault) => {
    const most = target === "throws" || target === "lines" || target === "differs" ? {} : { minimiseMs: 1 };
    const { failure } = await fuzz({
      target,
      module,
      seed: 7,
      count: 1000,
      hangMs: target === "hangs" ? 4000 : 60_000,
      ...most,
    });
    expect(failure?.fault).toMatch(fault);
    expect(failure?.bytes.includes("AB")).toBe(true);
    if (most.minimiseMs === undefined) expect(failure?.smallest.toString()).toBe("AB");
  });

  it("in the same input each time, and in that input alone", async () => {
    const first = await fuzz({ target: "throws", module, seed: 7, count: 1000 });
    const second = await fuzz({ target: "throws", module, seed: 7, count: 1000 });
    const { number, bytes } = first.failure!;
    expect(second.failure).toMatchObject({ number, bytes });
    expect(await fuzz({ target: "throws", module, seed: 7, count: number })).toEqual({ tried: number });
    const alone = await fuzz({ target: "throws", module, seed: 7, from: number, count: 1 });
    expect(alone.failure?.bytes).toEqual(bytes);
  });
});

it("another seed gives other inputs", () => {
  const { seeds, words } = targets.throws!;
  const inputs = (seed: number) =>
    Array.from({ length: 50 }, (_, n) => mutated(seeds, words, randomOf(seed, n)).toString("latin1"));
  expect(inputs(1)).toEqual(inputs(1));
  expect(inputs(1)).not.toEqual(inputs(2));
  expect(new Set(inputs(1)).size).toBeGreaterThan(40);
});

describe("what holds of a report", () => {
  const report: Report = {
    id: "r0123456789abcdef",
    document: "f".repeat(64),
    input: "x",
    fetchedAt: "2031-03-05T08:00:00Z",
    title: "Ferries stop",
    bylines: ["Ana Ruiz"],
    text: "Ferries stop\n\nNo boat left.",
    blocks: [
      { kind: "headline", start: 0, end: 12 },
      { kind: "paragraph", start: 14, end: 27 },
    ],
    extractor: "html@2",
    warnings: [],
  };
  const source = "<h1>Ferries stop</h1><p>No boat left.</p>";

  it("is nothing that a sound one breaks", () => {
    reportHolds(report, source);
    wordsStand(report, source);
  });

  it.each<[string, Partial<Report>, RegExp]>([
    [
      "a block that reaches beyond the text",
      { blocks: [{ kind: "headline", start: 0, end: 99 }] },
      /is 0 to 99/,
    ],
    [
      "text between blocks",
      { blocks: [report.blocks[0]!, { kind: "paragraph", start: 15, end: 27 }] },
      /begins at 15/,
    ],
    ["text behind the last block", { blocks: [report.blocks[0]!] }, /blocks end at 12/],
    ["no block", { blocks: [], text: "" }, /without blocks/],
    ["half a character", { text: "Ferries stop\n\nNo boat lef\ud83d." }, /cuts a character/],
    ["white space at a block's end", { text: "Ferries stop\n\nNo boat left " }, /white space/],
    ["markup in the text", { text: "Ferries stop\n\nNo <p>t left." }, /holds markup: <p>/],
    ["markup in a caption", { captions: ["A <script>boat"] }, /holds markup: <script>/],
    ["a title of two lines", { title: "Ferries\nstop" }, /a title is/],
    ["a warning of two lines", { warnings: ["a\nb"] }, /a warning is/],
    ["a time that is none", { published: { value: "2031-03-03T08:15:00+99:99", stated: true } }, /a time is/],
    ["a script for an address", { url: "javascript:alert(1)" }, /an address is/],
    ["no language", { language: "english" }, /a language is/],
    ["an id of another form", { id: "r1" }, /id is r1/],
  ])("is broken by %s", (_, part, fault) => {
    expect(() => reportHolds({ ...report, ...part }, source)).toThrow(fault);
  });

  it("is broken by a word that stands nowhere", () => {
    expect(() => wordsStand({ ...report, text: "Ferries stop\n\nTwo boats left." }, source)).toThrow(
      '"boats"',
    );
  });

  it("lets markup stand that the author wrote as text", () => {
    reportHolds({ ...report, captions: ["Write <b>boat</b>"] }, `${source}Write &lt;b>boat&lt;/b>`);
  });
});

describe("what holds of a reading", () => {
  it("is nothing that sound spans break", () =>
    spansHold({ findings: [{ cue: { start: 0, end: 3 }, value: 2, time: { start: "2031" } }] }, "no boat"));

  it.each<[string, unknown, RegExp]>([
    ["a span beyond the text", { cue: [{ start: 3, end: 9 }] }, /reading\.cue\. is 3 to 9 of 7/],
    ["an empty span", { start: 3, end: 3 }, /is 3 to 3/],
    ["half a place", { start: 0.5, end: 3 }, /is 0.5 to 3/],
    ["a number that is none", { value: Number.NaN }, /value is NaN/],
  ])("is broken by %s", (_, found, fault) => {
    expect(() => spansHold(found, "no boat")).toThrow(fault);
  });
});

describe("what holds of a listing", () => {
  const item = { key: "k", url: "https://paper.example/1", title: "Ferries stop", authors: [] };
  const listing: Listing = { kind: "rss", items: [item], warnings: [] };

  it("is nothing that a sound one breaks", () => listingHolds(listing, "<rss>"));

  it.each<[string, Partial<Listing>, RegExp]>([
    ["a script for an address", { items: [{ ...item, url: "javascript:alert(1)" }] }, /an address is/],
    ["an address that is none", { homepage: "https://" }, /an address is/],
    ["two items of one key", { items: [item, item] }, /of one key/],
    ["no key", { items: [{ ...item, key: "" }] }, /without a key/],
    ["a time of the year 9999", { items: [{ ...item, published: "9999-12-31T00:00:00Z" }] }, /a time is/],
    ["markup in a title", { items: [{ ...item, title: "<b>Ferries</b>" }] }, /holds markup/],
    ["a character that steers", { items: [{ ...item, title: "a\u202eb" }] }, /control characters/],
    ["a summary without end", { items: [{ ...item, summary: "a".repeat(5000) }] }, /5000 characters/],
    ["a summary of two lines", { items: [{ ...item, summary: "a\nb" }] }, /a summary is/],
    ["an interval of a second", { every: 1 }, /every 1 s/],
  ])("is broken by %s", (_, part, fault) => {
    expect(() => listingHolds({ ...listing, ...part }, "<rss>")).toThrow(fault);
  });
});
