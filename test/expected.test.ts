import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EntryJson, RecordJson } from "../src/view/json.ts";
import {
  type Gold,
  type GoldLine,
  originDifferences,
  overlaps,
  score,
  tokensOf,
  tollDifferences,
} from "./expected.ts";

const quote = "may involve sending about 40 marines";

function entry(parts: Partial<EntryJson>): EntryJson {
  return {
    id: "e1",
    kind: "event",
    line: "marines may be sent",
    status: { stage: "planned", polarity: "affirmed", certainty: "possible" },
    speaker: { kind: "anonymous", name: "two officials" },
    actors: [],
    recipients: [],
    instruments: [],
    places: [],
    evidence: [
      { report: "r1", start: 0, end: 50, quote: `The plan ${quote}, they said.`, hedges: [], origin: "o1" },
    ],
    origins: 1,
    ...parts,
  };
}

function record(...entries: EntryJson[]): RecordJson {
  const report = {
    id: "r1",
    input: "some/where/a.txt",
    fetchedAt: "2031-01-01T00:00:00Z",
    textLength: 50,
    sha256: "0",
  };
  return { reports: [report], origins: [], stories: [], offers: [], entries };
}

function gold(line: Partial<GoldLine>, mustNot: Gold["mustNot"] = []): Gold {
  const base: GoldLine = {
    id: "g1",
    kind: "event",
    reports: ["reports/a.txt"],
    quote,
    status: { stage: "planned", polarity: "affirmed" },
    speaker: { kind: "anonymous", name: "two unnamed officials" },
  };
  return { lines: [{ ...base, ...line }], mustNot };
}

const figure = {
  measure: "deployed",
  low: null,
  best: 40,
  high: null,
  approximate: true,
  unit: "people",
  per: null,
  since: null,
  asOf: null,
  words: "about 40",
};

describe("a gold line", () => {
  it.each<[string, EntryJson, Partial<GoldLine>, boolean]>([
    ["is found when kind, status and speaker are right", entry({}), {}, true],
    ["is not found in an entry of another kind", entry({ kind: "statement" }), {}, false],
    [
      "is not found when the stage is stronger",
      entry({ status: { stage: "done", polarity: "affirmed", certainty: "asserted" } }),
      {},
      false,
    ],
    ["takes any of several stages", entry({}), { status: { stage: ["discussed", "planned"] } }, true],
    ["is not found under another speaker", entry({ speaker: { kind: "unstated" } }), {}, false],
    ["is not found in another report", entry({}), { reports: ["b.txt"] }, false],
    ["is not found on other words", entry({}), { quote: "the cabinet rejected every such plan" }, false],
    [
      "wants the figure's numbers",
      entry({ kind: "figure", figure }),
      { kind: "figure", figure: { measure: "deployed", best: 40, approximate: true } },
      true,
    ],
    [
      "tells about 40 from 40",
      entry({ kind: "figure", figure: { ...figure, approximate: false } }),
      { kind: "figure", figure: { measure: "deployed", best: 40, approximate: true } },
      false,
    ],
    [
      "wants the stance",
      entry({ kind: "position", position: { actor: "x", stance: "supports", proposal: "y" } }),
      { kind: "position", stance: "open" },
      false,
    ],
  ])("%s", (_, predicted, line, found) => {
    const { lines } = score([record(predicted)], gold(line));
    expect(lines.some((line) => line.found)).toBe(found);
  });

  it("is judged by the status that a merged entry had in that report", () => {
    const merged = entry({
      status: { stage: "called-off", certainty: "asserted" },
      history: [
        {
          at: "2031-01-01",
          status: { stage: "planned", polarity: "affirmed", certainty: "possible" },
          report: "r1",
        },
        { at: "2031-02-01", status: { stage: "called-off", certainty: "asserted" }, report: "r2" },
      ],
    });
    expect(score([record(merged)], gold({})).lines[0]?.found).toBe(true);
  });

  it("is left out, not missed, when its report was not given", () => {
    expect(score([record()], gold({ reports: ["b.txt"] }))).toMatchObject({ lines: [], leftOut: 1 });
  });
});

describe("what must not come out", () => {
  const never = {
    id: "n1",
    kind: "event",
    reports: ["a.txt"],
    description: "marines were sent",
    quote,
  } as const;
  it.each<[string, EntryJson, Gold["mustNot"][number]["where"], number]>([
    [
      "is broken when every condition holds",
      entry({ status: { stage: "done", polarity: "affirmed", certainty: "asserted" } }),
      { stage: ["done", "under-way"] },
      1,
    ],
    ["is kept when one condition does not", entry({}), { stage: "done" }, 0],
    [
      "looks at the event's own words",
      entry({ event: { type: "MOBILIZE", words: "sending", what: "" } }),
      { trigger: ["bomb"] },
      0,
    ],
    [
      "matches the beginning of a word",
      entry({ event: { type: "MOBILIZE", words: "sending", what: "" } }),
      { trigger: ["send"] },
      1,
    ],
    ["asks for each number given", entry({ figure }), { figure: { best: 40, approximate: false } }, 0],
  ])("%s", (_, predicted, where, broken) => {
    expect(score([record(predicted)], gold({}, [{ ...never, where }])).violations).toHaveLength(broken);
  });
});

describe("overlap", () => {
  it.each([
    ["ships were boarded", "At dawn, ships were boarded off Tanga.", true],
    ["ships were boarded", "boarded", true],
    ["at least nine ships were boarded", "ships were boarded by night", true],
    ["at least nine ships were boarded", "nine ships sailed", false],
    ["it’s “off”", "it's 'off'", true],
    ["ships", "", false],
  ])("%j in %j: %j", (quote, evidence, expected) => {
    expect(overlaps(tokensOf(quote), tokensOf(evidence))).toBe(expected);
  });
});

it("names groups that are not one origin, and reports joined without a group", () => {
  const reports = ["a.txt", "b.txt", "c.txt"].map((input, i) => ({
    ...record().reports[0]!,
    id: `r${i}`,
    input,
  }));
  const origins = [{ id: "o", name: "", reports: ["r0", "r2"], links: [] }];
  const groups = [{ name: "wire", reports: ["a.txt", "b.txt"] }];
  const mustNotJoin = [{ reports: ["c.txt", "a.txt"] }];
  const asked = { lines: [], mustNot: [], groups, mustNotJoin };
  expect(originDifferences({ reports, origins, stories: [], offers: [], entries: [] }, asked)).toEqual([
    "not one origin: a.txt + b.txt",
    "must not be one origin: c.txt + a.txt",
    "joined, though no group says so: a.txt + c.txt",
  ]);
});

it("names the points that the fullest series lacks", () => {
  const point = (best: number) => ({ date: "2031-01-01", issuer: "ministry", report: "a.txt", best });
  const found = { at: "2031-01-01", low: null, best: 4, high: null, approximate: false };
  const series = [{ ...found, report: "r1", origin: "o1", superseded: false }];
  const asked = { lines: [], mustNot: [], timelines: { deathToll: { points: [point(4), point(11)] } } };
  expect(tollDifferences(record(entry({ kind: "figure", figure, series })), asked)).toEqual([
    "not in the series: 2031-01-01 /11/ ministry",
  ]);
});

it("is met in full by a record that says just what the example's analyst wrote, which breaks nothing", () => {
  const path = new URL("../example/expected.json", import.meta.url);
  const example = JSON.parse(readFileSync(path, "utf8")) as Gold;
  const first = <T>(value: T | readonly T[]) => (Array.isArray(value) ? value[0] : value) as T;
  const entries = example.lines.map((line) => ({
    ...entry({}),
    id: line.id,
    kind: line.kind,
    status: {
      stage: first(line.status?.stage),
      polarity: first(line.status?.polarity),
      certainty: first(line.status?.certainty) ?? "asserted",
    },
    speaker: { kind: first(line.speaker.kind), name: line.speaker.name },
    event: line.event,
    figure: line.figure,
    position: { stance: first(line.stance) },
    legalBasis: { instrument: line.instrument },
    evidence: [{ report: line.reports[0], start: 0, end: 0, quote: line.quote, hedges: [], origin: "o1" }],
  }));
  const files = [...new Set(example.lines.flatMap(({ reports }) => reports))];
  const reports = files.map((file) => ({ ...record().reports[0], id: file, input: file }));
  const { lines, violations, leftOut } = score(
    [{ reports, origins: [], stories: [], entries } as never],
    example,
  );
  expect(lines.filter(({ found }) => !found)).toEqual([]);
  expect({ violations, leftOut }).toEqual({ violations: [], leftOut: 0 });
});
