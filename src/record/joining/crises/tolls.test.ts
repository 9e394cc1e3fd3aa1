import { describe, expect, it } from "vitest";
import {
  actor,
  archive,
  type EventOptions,
  event,
  type FigureOptions,
  figure,
  from,
  named,
  onDay,
  type Printed,
} from "../../../../test/record/cases.ts";
import type { Place } from "../../../model/place.ts";
import { recordOf } from "../../record.ts";

const tolland: Place = { name: "Tolland", country: "TO", precision: "country", id: "country:TO" };
const vessin: Place = { name: "Vessin", country: "VE", precision: "country", id: "country:VE" };
const eastport: Place = { name: "Eastport", country: "TO", precision: "city", id: "geonames:1" };

const papers = ["Harbour Post", "Bay Courier", "Gulf Herald", "Plains Dispatch", "Ridge Times", "Delta Mail"];
let turn = 0;

/** A report whose one sentence gives one count, by another paper each time. */
const count = (at: string, text: string, words: string, more: FigureOptions = {}): Printed =>
  from(
    papers[turn++ % papers.length]!,
    at,
    text,
    figure(words, { of: "people", places: [tolland], stage: "done", ...more }),
  );

const seriesOf = (...printed: Printed[]) => {
  const { reports, readings } = archive(...printed);
  return recordOf(reports, readings)
    .entries.filter(({ kind }) => kind === "figure")
    .map(({ series }) => series!.map(({ low, best, high }) => best ?? low ?? high));
};

const first = count("2026-03-04", "Unrest in Tolland has cost more than 200 lives.", "200", { low: 200 });
const later = count(
  "2026-03-20",
  "Some 1,100 people have been killed since the uprising began, the harbour board says.",
  "1,100",
  { best: 1100, since: "2026-02-20" },
);
const last = count("2026-05-02", "Tolland's war has killed 9,000 people and emptied its ports.", "9,000", {
  best: 9000,
});

describe("tolls of a war or an uprising", () => {
  it("are one series, whatever the words for it, the numbers and the reports", () => {
    expect(seriesOf(first, later, last)).toEqual([[200, 1100, 9000]]);
  });

  it.each([
    ["At least 450 people have died in the conflict.", "450"],
    ["At least 450 people died in five weeks of violence.", "450"],
    ["At least 450 people have been killed in the protests, a monitor says.", "450"],
    ["The unrest, fed by hunger and by a tax on salt, has left 450 people dead.", "450"],
    ["The death toll of the revolt has passed 450.", "450"],
    ["The protests in which 450 people have been killed go on.", "450"],
    ["Prices fell in a rebellion that has taken 450 lives.", "450"],
  ])("count on: %s", (text, words) => {
    expect(seriesOf(first, count("2026-03-15", text, words, { best: 450 }), last)).toEqual([
      [200, 450, 9000],
    ]);
  });

  it.each([
    ["Rebels killed 450 people in a raid during the war.", "450"],
    ["On both sides of the conflict 450 people fell on Friday.", "450"],
    ["In fighting in Tolland 450 people were killed on Friday.", "450"],
    ["A bomb that killed 450 people was the worst of the conflict.", "450"],
    ["It was the deadliest day since the uprising began, with 450 people killed.", "450"],
    ["The war crimes of which he is accused took the lives of 450 people.", "450"],
    ["In the first days of the war 450 people were killed.", "450"],
    ["The war of 1967 cost 450 lives.", "450"],
    ["In the town 450 people have been killed since the uprising began.", "450"],
    ["Clashes in Tolland left 450 people dead.", "450"],
  ])("are none: %s", (text, words) => {
    expect(seriesOf(first, count("2026-03-15", text, words, { best: 450 }), last)).toHaveLength(2);
  });

  it("never take in the dead of a day, though they be told in one breath", () => {
    const day = count("2026-03-16", "Shelling killed 60 people, and the war goes on.", "60", {
      best: 60,
      time: onDay("2026-03-15", "Sunday"),
    });
    expect(seriesOf(first, later, day)).toHaveLength(2);
  });

  it("are apart by country, by place, by who is counted and by what one side does", () => {
    const told = (text: string, more: FigureOptions) =>
      seriesOf(first, count("2026-03-15", text, "450", { best: 450, ...more }));
    expect(told("The war in Vessin has killed 450 people.", { places: [vessin] })).toHaveLength(2);
    expect(
      told("In Eastport 450 people have been killed since the uprising began.", { places: [eastport] }),
    ).toHaveLength(2);
    expect(told("The uprising has cost the lives of 450 children.", { of: "children" })).toHaveLength(2);
    expect(told("The army's offensive has cost 450 lives.", {})).toHaveLength(2);
    expect(told("The war has displaced 450 people.", { measure: "displaced" })).toHaveLength(2);
  });

  it("are apart where they began at other times", () => {
    const since = (at: string, began: string, words: string) =>
      count(at, `Violence in Tolland has cost ${words} lives.`, words, { best: Number(words), since: began });
    expect(
      seriesOf(since("2026-03-04", "2026-02", "300"), since("2026-03-09", "2025-06", "420")),
    ).toHaveLength(2);
    expect(
      seriesOf(since("2026-03-04", "2026-02-20", "300"), since("2026-03-09", "2026-02", "420")),
    ).toHaveLength(1);
  });

  it("can only grow: a small count told later is one of something else", () => {
    expect(
      seriesOf(last, count("2026-05-20", "The conflict has killed 80 people.", "80", { best: 80 })),
    ).toHaveLength(2);
  });

  it("keep two who count apart as a dispute, and none where it grew from morning to night", () => {
    const says = (who: string, words: string) =>
      count("2026-03-15", `The war has killed ${words} people, ${who} says.`, words, {
        best: Number(words),
        speaker: named(who),
      });
    expect(seriesOf(says("Orla Venn", "400"), says("Piet Samo", "620"))).toHaveLength(2);
    const grown = (words: string) =>
      count("2026-03-15", `The war has killed ${words} people.`, words, { best: Number(words) });
    expect(seriesOf(grown("536"), grown("548"))).toEqual([[536, 548]]);
  });
});

describe("that many died in a war", () => {
  const people = actor("group:people", "people", "group");
  const told = (at: string, text: string, what: string, more: Partial<EventOptions> = {}): Printed =>
    from(
      papers[turn++ % papers.length]!,
      at,
      text,
      event(what, { lemma: "kill", recipients: [people], places: [tolland], stage: "done", ...more }),
    );
  const tellings = (...printed: Printed[]) => {
    const { reports, readings } = archive(...printed);
    return recordOf(reports, readings)
      .entries.filter(({ kind }) => kind === "event")
      .map(({ evidence }) => evidence.length);
  };
  const one = told(
    "2026-03-04",
    "More than 9,000 people have been killed in the war in Tolland.",
    "9,000 people have been killed",
  );

  it("is one happening, however many there were by then", () => {
    const other = told(
      "2026-04-20",
      "Grain ships wait off the coast. Tolland's uprising has killed 11,500 people, a monitor says.",
      "has killed 11,500 people",
    );
    expect(tellings(one, other)).toEqual([2]);
  });

  it("is none with what befell some of them", () => {
    const raid = told(
      "2026-03-04",
      "A raid killed 90 people in Tolland on Friday, and the war goes on.",
      "A raid killed 90 people",
    );
    const rebels = told(
      "2026-03-05",
      "In Tolland's war rebels killed 40 people.",
      "rebels killed 40 people",
      {
        actors: [actor("group:rebels", "rebels", "group")],
      },
    );
    expect(tellings(one, raid, rebels)).toEqual([1, 1, 1]);
  });
});
