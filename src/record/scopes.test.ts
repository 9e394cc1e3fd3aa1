import { describe, expect, it } from "vitest";
import { archive } from "../../test/record/cases.ts";
import type { Actor } from "../model/actor.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Scope } from "../model/scope.ts";
import { catchable, caughtBy, selectedBy, suggestionsFor } from "./scopes.ts";

const text =
  "The Orrin navy stopped four boats off Port Esker. Élan Marsh, the minister, may close both harbours.";

function reported(more: Partial<Report> = {}): { report: Report; reading: Reading } {
  const { reports, readings } = archive({
    publisher: "Harbour Herald",
    at: "2031-03-02T08:00:00Z",
    text,
    title: "Boats stopped",
  });
  const navy: Actor = {
    id: "military:orrin",
    name: "Orrin navy",
    kind: "military",
    mentions: [
      { start: 4, end: 14 },
      { start: 4, end: 14 },
    ],
    roles: [],
  };
  const place = { name: "Port Esker", country: "KE", precision: "city", id: "geonames:1" } as const;
  return {
    report: { ...reports[0]!, url: "https://news.herald.example/a", ...more },
    reading: { ...readings[0]!, actors: [navy], places: [{ start: 0, end: 3, place }] },
  };
}

const catches = (scope: Scope, more: Partial<Report> = {}) => {
  const { report, reading } = reported(more);
  return caughtBy(scope, report, reading) !== undefined;
};

describe("a scope", () => {
  const cases: [what: string, scope: Scope, caught: boolean][] = [
    ["a word of the text", { terms: ["boats"] }, true],
    ["a phrase, whatever its case and accents", { terms: ["elan MARSH"] }, true],
    ["a phrase whose words stand apart", { terms: ["navy boats"] }, false],
    ["part of a word", { terms: ["boat"] }, false],
    ["one word of several", { terms: ["train", "boats"] }, true],
    ["an actor by name", { actors: ["orrin Navy"] }, true],
    ["an actor by id", { actors: ["military:orrin"] }, true],
    ["an actor who is not there", { actors: ["Orrin army"] }, false],
    ["a country", { places: ["ke"] }, true],
    ["a place by name", { places: ["port esker"] }, true],
    ["a word and an actor who is not there", { terms: ["boats"], actors: ["Orrin army"] }, false],
    ["a word that keeps it out", { terms: ["boats"], not: ["both harbours"] }, false],
    ["its publisher", { publishers: ["The Harbour Herald"] }, true],
    ["its publisher's host", { publishers: ["herald.example"] }, true],
    ["a host that only ends alike", { publishers: ["rald.example"] }, false],
    ["its day", { terms: ["boats"], from: "2031-03-02", to: "2031-03-02" }, true],
    ["the day after", { terms: ["boats"], from: "2031-03-03" }, false],
    ["the day before", { terms: ["boats"], to: "2031-03-01" }, false],
    ["nothing at all", {}, false],
    ["only what keeps out", { not: ["train"] }, false],
    ["an empty word", { terms: [" "] }, false],
  ];
  it.each(cases)("with %s", (_, scope, caught) => expect(catches(scope)).toBe(caught));

  it("says what was met", () => {
    const { report, reading } = reported();
    expect(caughtBy({ terms: ["train", "boats"], places: ["KE"] }, report, reading)).toEqual({
      terms: ["boats"],
      actors: [],
      places: ["KE"],
    });
  });

  it("catches an unread report by its words alone", () => {
    const { report } = reported();
    expect(caughtBy({ terms: ["boats"] }, report, undefined)).toBeDefined();
    expect(caughtBy({ terms: ["boats"], places: ["KE"] }, report, undefined)).toBeUndefined();
  });

  it("is offered what most of its reports tell of and few others do", () => {
    const inside = Array.from({ length: 4 }, (_, i) => reported({ id: `in${i}` }));
    const outside = Array.from({ length: 4 }, (_, i) => {
      const { report, reading } = reported({
        id: `out${i}`,
        title: "Trains stopped",
        text: "Trains stood still.",
      });
      return { report, reading: { ...reading, actors: [] } };
    });
    const all = [...inside, ...outside];
    const found = suggestionsFor(
      { terms: ["navy"] },
      all.map(({ report, reading }) => catchable(report, reading)),
    );
    // Every report names the place and says "stopped": these tell nothing.
    expect(found.map(({ part, value, within, outside }) => [part, value, within, outside])).toEqual([
      ["terms", "boats", 4, 0],
      ["actors", "military:orrin", 4, 0],
    ]);
    expect(
      suggestionsFor(
        { terms: ["navy", "boats"], actors: ["Orrin navy"] },
        all.map(({ report }) => catchable(report, undefined)),
      ),
    ).toEqual([]);
  });

  describe("over a story", () => {
    const bare = { title: "Trains stopped", text: "Trains stood still." };
    const at = (day: string) => ({ published: { value: `${day}T08:00:00Z`, stated: true } });
    const selected = (scope: Scope, members: Partial<Report>[]) => {
      const made = members.map((more, i) => reported({ id: `r${i}`, ...more }));
      const all = new Map(made.map(({ report, reading }) => [report.id, catchable(report, reading)]));
      return [...selectedBy(scope, all, [{ id: "r0", reports: [...all.keys()] }])].map(
        ([id, { kind }]) => `${id} ${kind}`,
      );
    };
    const navy = { terms: ["navy"] };

    const cases: [what: string, scope: Scope, members: Partial<Report>[], selected: string[]][] = [
      ["brings in the others", navy, [{}, bare], ["r0 caught", "r1 story"]],
      ["with a third of it", navy, [{}, bare, bare], ["r0 caught", "r1 story", "r2 story"]],
      ["not with less", navy, [{}, bare, bare, bare], ["r0 caught"]],
      [
        "whatever there is in other languages, which its words cannot catch",
        navy,
        [{ language: "en" }, ...Array<Partial<Report>>(6).fill({ ...bare, language: "es" })],
        ["r0 caught", ...[1, 2, 3, 4, 5, 6].map((n) => `r${n} story`)],
      ],
      ["not what came long after", navy, [{}, { ...bare, ...at("2031-03-10") }], ["r0 caught"]],
      ["within a week", navy, [{}, { ...bare, ...at("2031-03-09") }], ["r0 caught", "r1 story"]],
      ["not against a word", { ...navy, not: ["stood still"] }, [{}, bare], ["r0 caught"]],
      [
        "not from another paper",
        { ...navy, publishers: ["The Harbour Herald"] },
        [{}, { ...bare, publisher: "Lamp", url: "https://lamp.example/" }],
        ["r0 caught"],
      ],
      [
        "not by what is only named in passing",
        navy,
        [{ ...bare, text: `${"Trains stood still. ".repeat(40)} The navy did not.` }, bare],
        ["r0 caught"],
      ],
    ];
    it.each(cases)("%s", (_, scope, members, expected) => expect(selected(scope, members)).toEqual(expected));
  });
});
