import { describe, expect, it } from "vitest";
import {
  actor,
  archive,
  event,
  type FigureOptions,
  figure,
  from,
  onDay,
  type Printed,
} from "../../../../test/record/cases.ts";
import type { Place } from "../../../model/place.ts";
import { recordOf } from "../../record.ts";

const tolland: Place = { name: "Tolland", country: "TO", precision: "country", id: "country:TO" };
const vessin: Place = { name: "Vessin", country: "VE", precision: "country", id: "country:VE" };

const toll = (publisher: string, at: string, text: string, words: string, more: FigureOptions): Printed =>
  from(publisher, at, text, figure(words, { of: "people", places: [tolland], stage: "done", ...more }));

const seriesOf = (...printed: Printed[]) => {
  const { reports, readings } = archive(...printed);
  return recordOf(reports, readings)
    .entries.filter(({ kind }) => kind === "figure")
    .map(({ series }) => series!.map(({ low, best, high }) => best ?? low ?? high));
};

const first = toll(
  "Harbour Post",
  "2026-03-04",
  "Hundreds are feared dead after a quake in Tolland.",
  "Hundreds",
  {
    low: 200,
    certainty: "possible",
  },
);
const later = toll(
  "Bay Courier",
  "2026-03-07",
  "Rescue teams from six states have landed. The earthquake in Tolland has killed 4,100 people, the ministry says.",
  "4,100",
  { best: 4100 },
);

describe("tolls of a disaster", () => {
  it("are one series, however they are worded and whatever else their reports tell", () => {
    const last = toll(
      "Gulf Herald",
      "2026-03-21",
      "Singers gave a concert on Friday for those whom the tremor in Tolland left without a home; it killed up to 9,000.",
      "up to 9,000",
      { high: 9000 },
    );
    expect(seriesOf(first, later, last)).toEqual([[200, 4100, 9000]]);
  });

  it("are one series since the disaster, by two in one report, and of thousands whose sentence names none", () => {
    const since = toll(
      "Gulf Herald",
      "2026-03-06",
      "Some 2,300 people have died since the quake in Tolland, says the ministry, and the Red Anchor counts 5,000 people.",
      "Some 2,300",
      { best: 2300, since: "2026-03-03" },
    );
    const atLarge = toll(
      "Plains Dispatch",
      "2026-03-06",
      "A quake shook Tolland on Tuesday. More than 3,000 people were killed, says the ministry.",
      "More than 3,000",
      { low: 3000 },
    );
    const ofWar = toll(
      "Port Mirror",
      "2026-03-06",
      "A quake shook Tolland on Tuesday. Its war has killed 30,000 people.",
      "30,000",
      { best: 30_000 },
    );
    const fed = toll(
      "Port Mirror",
      "2026-03-07",
      "The quake in Tolland has killed 3,000,000 people.",
      "3,000,000",
      {
        best: 3_000_000,
      },
    );
    const dead = toll(
      "Bay Courier",
      "2026-03-08",
      "The quake in Tolland has killed 60,000 people.",
      "60,000",
      {
        best: 60_000,
      },
    );
    expect(seriesOf(first, dead, fed)).toHaveLength(2);
    expect(seriesOf(first, since)).toEqual([[200, 2300]]);
    expect(seriesOf(first, atLarge)).toEqual([[200, 3000]]);
    expect(seriesOf(first, ofWar)).toHaveLength(2);
  });

  it("are two where the quakes shook two countries, or at other times, or with other force", () => {
    const elsewhere = toll("Bay Courier", "2026-03-07", "A quake in Vessin has killed 31 people.", "31", {
      best: 31,
      places: [vessin],
    });
    const before = toll("Bay Courier", "2026-03-07", "A quake in Tolland in 1946 killed 800 people.", "800", {
      best: 800,
    });
    const lastMonth = toll(
      "Bay Courier",
      "2026-03-24",
      "The quake of 1 March in Tolland killed 800 people.",
      "800",
      {
        best: 800,
        time: onDay("2026-02-01", "1 March"),
      },
    );
    const strong = toll(
      "Bay Courier",
      "2026-03-07",
      "The 7.1-magnitude quake in Tolland killed 800 people.",
      "800",
      {
        best: 800,
      },
    );
    const weak = toll(
      "Gulf Herald",
      "2026-03-08",
      "A quake of magnitude 5.9 in Tolland killed 12 people.",
      "12",
      { best: 12 },
    );
    for (const other of [elsewhere, before, lastMonth]) expect(seriesOf(first, other)).toHaveLength(2);
    expect(seriesOf(strong, weak)).toHaveLength(2);
  });

  it("are none of what is likened to a disaster", () => {
    const flood = (publisher: string, text: string, count: string, at = "2026-03-04") =>
      toll(publisher, at, text, count, { best: Number(count) });
    const one = flood("Harbour Post", "Of a flood of refugees to Tolland 30 people died at sea.", "30");
    const other = flood("Bay Courier", "The outbreak of fighting in Tolland has killed 45 people.", "45");
    const another = flood(
      "Gulf Herald",
      "An outbreak of violence in Tolland killed 70 people.",
      "70",
      "2026-03-08",
    );
    const more = flood(
      "Plains Dispatch",
      "A flood of weapons into Tolland has killed 90 people.",
      "90",
      "2026-03-08",
    );
    expect(seriesOf(one, other, another, more)).toHaveLength(4);
    const ill = flood("Bay Courier", "The outbreak of cholera in Tolland has killed 45 people.", "45");
    const illest = toll("Gulf Herald", "2026-03-09", "The epidemic in Tolland killed 70 people.", "70", {
      best: 70,
    });
    expect(seriesOf(ill, illest)).toHaveLength(1);
  });

  it("are two where storms have other names", () => {
    const storm = (publisher: string, name: string, count: string, at = "2026-03-04") =>
      toll(publisher, at, `Cyclone ${name} killed ${count} people in Tolland.`, count, {
        best: Number(count),
      });
    expect(seriesOf(storm("Harbour Post", "Marta", "30"), storm("Bay Courier", "Osric", "45"))).toHaveLength(
      2,
    );
    expect(
      seriesOf(storm("Harbour Post", "Marta", "30"), storm("Bay Courier", "Marta", "45", "2026-03-08")),
    ).toHaveLength(1);
  });

  it("are no series with counts of some of those who died, nor with one of nobody else", () => {
    const children = toll("Bay Courier", "2026-03-07", "The quake in Tolland killed 70 children.", "70", {
      best: 70,
      of: "children",
    });
    const one = toll(
      "Bay Courier",
      "2026-03-07",
      "One person died in the quake in Tolland when a wall fell.",
      "One",
      { best: 1 },
    );
    expect(seriesOf(first, children)).toHaveLength(2);
    expect(seriesOf(first, one)).toHaveLength(2);
  });

  it("are two where one report gives both, without saying who else counts", () => {
    const both = from(
      "Bay Courier",
      "2026-03-07",
      "The quake in Tolland killed 4,100 people. On its coast, the quake killed 300 people.",
      figure("4,100", { best: 4100, of: "people", places: [tolland], stage: "done" }),
      figure("300", { best: 300, of: "people", places: [tolland], stage: "done" }),
    );
    expect(seriesOf(first, both)).toContainEqual([200, 4100]);
    expect(seriesOf(first, both)).toContainEqual([300]);
  });
});

describe("a disaster", () => {
  it("is one happening by whatever word says that it struck", () => {
    const told = (publisher: string, text: string, what: string, lemma: string) =>
      from(
        publisher,
        "2026-03-04",
        text,
        event(what, { lemma, trigger: what, places: [tolland], stage: "done" }),
      );
    const at = (text: string, lemma: string, trigger: string): Printed => {
      const { says } = told("x", text, trigger, lemma);
      return from(`Paper of ${trigger}`, "2026-03-04", text, ...says!);
    };
    const { reports, readings } = archive(
      from(
        "Harbour Post",
        "2026-03-04",
        "An earthquake struck northern Tolland at dawn.",
        event("An earthquake struck", {
          lemma: "strike",
          trigger: "struck",
          places: [tolland],
          stage: "done",
        }),
      ),
      from(
        "Bay Courier",
        "2026-03-05",
        "Rail lines are closed since the quake rocked the capital of Tolland on Wednesday.",
        event("the quake rocked", { lemma: "rock", trigger: "rocked", places: [tolland], stage: "done" }),
      ),
      at("A quake-damaged bridge in Tolland was hit by a lorry.", "hit", "hit"),
    );
    const entries = recordOf(reports, readings).entries.filter(({ kind }) => kind === "event");
    expect(entries.map(({ origins }) => origins.length)).toEqual([2, 1]);
  });

  it("are one with who died in it, and not with some of its staff", () => {
    const people = actor("group:people", "9,000 people", "group");
    const told = (publisher: string, text: string, lemma: string, trigger: string) =>
      from(
        publisher,
        "2026-03-05",
        text,
        event(text.slice(0, -1), {
          lemma,
          trigger,
          places: [tolland],
          recipients: lemma === "leave" ? [people] : [],
          stage: "done",
        }),
      );
    const killed = told("Harbour Post", "The quake in Tolland killed.", "kill", "killed");
    const left = told(
      "Bay Courier",
      "The quake in Tolland left 9,000 people dead.",
      "leave",
      "left 9,000 people dead",
    );
    const homeless = told(
      "Gulf Herald",
      "The quake in Tolland left 9,000 people homeless.",
      "leave",
      "left 9,000 people homeless",
    );
    const staff = told(
      "Plains Dispatch",
      "In the quake in Tolland, 36 of its staff were killed.",
      "kill",
      "killed",
    );
    const originsOf = (...printed: Printed[]) => {
      const { reports, readings } = archive(...printed);
      return recordOf(reports, readings)
        .entries.filter(({ kind }) => kind === "event")
        .map(({ origins }) => origins.length);
    };
    expect(originsOf(killed, left)).toEqual([2]);
    expect(originsOf(killed, homeless)).toEqual([1, 1]);
    expect(originsOf(killed, staff)).toEqual([1, 1]);
  });
});
