import { describe, expect, it } from "vitest";
import {
  archive,
  caribbean,
  entriesOf,
  figure,
  from,
  office,
  onDay,
  type Printed,
  tampico,
} from "../../../test/record/cases.ts";
import type { Entry } from "../../model/entry.ts";
import { recordOf } from "../record.ts";

describe("figures", () => {
  const toll = (
    publisher: string,
    at: string,
    text: string,
    words: string,
    best: number,
    more: object = {},
  ) => from(publisher, at, text, figure(words, { best, places: [tampico], ...more }));
  const ferry = {
    eleven: toll(
      "Harbour Post",
      "2026-03-03",
      "The ferry that sank off Tampico has left 11 people dead.",
      "11",
      11,
    ),
    fourteen: toll(
      "Bay Courier",
      "2026-03-04",
      "The death toll from the ferry that sank off Tampico rose to 14.",
      "14",
      14,
    ),
    seventeen: toll(
      "Delta Times",
      "2026-03-05",
      "The toll of the ferry that sank off Tampico climbed to 17 dead.",
      "17",
      17,
    ),
    corrected: toll(
      "Bay Courier",
      "2026-03-07",
      "Rescuers corrected the toll of the ferry that sank off Tampico to 15, as two bodies had been counted twice.",
      "15",
      15,
    ),
  };
  const series = (entry: Entry | undefined) =>
    entry!.series!.map(({ best, superseded, correction }) => [best, superseded, correction === true]);

  it("are a series: 11, 14, 17, corrected to 15", () => {
    const [entry, ...others] = entriesOf(
      archive(ferry.eleven, ferry.fourteen, ferry.seventeen, ferry.corrected),
    );
    expect(others).toEqual([]);
    expect(series(entry)).toEqual([
      [11, true, false],
      [14, true, false],
      [17, true, false],
      [15, false, true],
    ]);
    expect(entry!.lead).toMatchObject({ figure: { best: 15 } });
  });

  it("do not go back to a number that was corrected away", () => {
    const stale = toll(
      "Plains Dispatch",
      "2026-03-09",
      "Since the ferry sank off Tampico, killing 17 people, the pier is shut.",
      "17",
      17,
    );
    const [entry] = entriesOf(archive(ferry.eleven, ferry.seventeen, ferry.corrected, stale));
    expect(entry!.lead).toMatchObject({ figure: { best: 15 } });
  });

  it("as of each day stand at what was public by then", () => {
    const { reports, readings } = archive(ferry.eleven, ferry.fourteen, ferry.seventeen, ferry.corrected);
    const best = (asOf: string) =>
      recordOf(reports, readings, { asOf }).entries.map(
        ({ lead }) => lead.kind === "figure" && lead.figure.best,
      );
    expect(["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-06", "2026-03-07"].map(best)).toEqual([
      [],
      [11],
      [14],
      [17],
      [15],
    ]);
  });

  it("are no dispute where one may be so, or counts what befell some of them", () => {
    const at = "2026-03-03T10:00:00Z";
    const sank = "when the ferry sank off Tampico";
    const hurt = (publisher: string, text: string, words: string, best: number, more: object = {}) =>
      toll(publisher, at, text, words, best, { measure: "injured", ...more });
    const six = hurt("Harbour Post", `Six people were hurt ${sank}. The pier is shut.`, "Six", 6);
    const some = hurt(
      "Bay Courier",
      `A cook who was hurt ${sank} is in hospital, and the owner is in custody.`,
      "A cook",
      1,
    );
    const maybe = hurt("Bay Courier", `Nine may have been hurt ${sank}. The pier is shut.`, "Nine", 9, {
      certainty: "possible",
    });
    const pilots = hurt("Bay Courier", `Four pilots were hurt ${sank}. The pier is shut.`, "Four", 4, {
      of: "pilots",
    });
    for (const other of [some, maybe, pilots])
      expect(entriesOf(archive(six, other)).flatMap(({ contradicts }) => contradicts)).toEqual([]);
  });

  it("told apart where independent origins count differently at one time", () => {
    const hospital = toll(
      "Harbour Post",
      "2026-03-03T10:00:00Z",
      "The ferry that sank off Tampico left 11 people dead, the hospital said.",
      "11",
      11,
      { speaker: office("the hospital") },
    );
    const navy = toll(
      "Bay Courier",
      "2026-03-03T12:00:00Z",
      "The ferry that sank off Tampico left 6 people dead, the navy said.",
      "6",
      6,
      { speaker: office("the navy") },
    );
    const [one, other, ...others] = entriesOf(archive(hospital, navy));
    expect(others).toEqual([]);
    expect(one!.contradicts).toEqual([other!.id]);
    expect(other!.contradicts).toEqual([one!.id]);
    expect([one!, other!].map((entry) => entry.series!.map(({ best, issuer }) => [best, issuer]))).toEqual([
      [[11, "the hospital"]],
      [[6, "the navy"]],
    ]);
  });

  it("let one issuer take its own number back without more words", () => {
    const navy = (publisher: string, at: string, best: number) =>
      toll(
        publisher,
        at,
        `The ferry that sank off Tampico left ${best} people dead, the navy said.`,
        String(best),
        best,
        { speaker: office("the navy") },
      );
    const [entry, ...others] = entriesOf(
      archive(navy("Harbour Post", "2026-03-03", 9), navy("Bay Courier", "2026-03-04", 7)),
    );
    expect(others).toEqual([]);
    expect(series(entry)).toEqual([
      [9, true, false],
      [7, false, false],
    ]);
  });

  it("do not contradict when a range leaves room", () => {
    const atLeast = from(
      "Bay Courier",
      "2026-03-03",
      "The ferry that sank off Tampico left at least 10 people dead.",
      figure("at least 10", { low: 10, places: [tampico] }),
    );
    const [entry, ...others] = entriesOf(archive(ferry.eleven, atLeast));
    expect(others).toEqual([]);
    expect(entry!.contradicts).toEqual([]);
    expect(entry!.lead).toMatchObject({ figure: { best: 11 } });
  });

  it("of one strike: nine, then seven, not nine; the 31 of the whole campaign stay apart", () => {
    const nine = from(
      "Harbour Post",
      "2026-09-23",
      "The navy fired on a boat in the channel on Monday, killing nine people.",
      figure("nine", { best: 9, places: [caribbean], time: onDay("2026-09-22") }),
    );
    const seven = from(
      "Delta Times",
      "2026-10-16",
      "Of the 31 dead, seven were killed in the strike of Sept. 22, a figure that the ministry revised down from nine.",
      figure("31", { best: 31 }),
      figure("seven", { best: 7, time: onDay("2026-09-22") }),
    );
    const found = entriesOf(archive(nine, seven));
    expect(found.map(series)).toEqual([
      [
        [9, true, false],
        [7, false, true],
      ],
      [[31, false, false]],
    ]);
  });

  const strikesText = "since September the strikes on boats in the Caribbean have killed";
  const apart: readonly [string, Printed, Printed][] = [
    [
      "a running total and the toll of one strike",
      from(
        "Harbour Post",
        "2026-03-03",
        `Reports say that ${strikesText} about 64 people.`,
        figure("about 64", { best: 64, approximate: true, since: "2025-09-01", places: [caribbean] }),
      ),
      from(
        "Bay Courier",
        "2026-03-03",
        "A strike on a boat in the Caribbean killed 12 people.",
        figure("12", { best: 12, places: [caribbean] }),
      ),
    ],
    [
      "the tolls of two strikes without a common day",
      from(
        "Harbour Post",
        "2026-03-03",
        "A strike on a boat in the Caribbean killed 4 people.",
        figure("4", { best: 4, places: [caribbean] }),
      ),
      from(
        "Bay Courier",
        "2026-03-05",
        "A strike on a boat in the Caribbean killed 11 people.",
        figure("11", { best: 11, places: [caribbean] }),
      ),
    ],
    [
      "all dead and the children among them",
      ferry.eleven,
      from(
        "Bay Courier",
        "2026-03-03",
        "The ferry that sank off Tampico killed 11 children.",
        figure("11", { best: 11, of: "children", places: [tampico] }),
      ),
    ],
    [
      "the dead and the injured",
      ferry.eleven,
      from(
        "Bay Courier",
        "2026-03-03",
        "The ferry that sank off Tampico has left 11 people injured.",
        figure("11", { best: 11, measure: "injured", places: [tampico] }),
      ),
    ],
    [
      "a count and a rate",
      from("Harbour Post", "2026-03-03", "Overdoses kill 70000 people.", figure("70000", { best: 70_000 })),
      from(
        "Bay Courier",
        "2026-03-03",
        "Overdoses kill 70000 people a year.",
        figure("70000", { best: 70_000, per: "year" }),
      ),
    ],
    [
      "totals since two starts",
      from(
        "Harbour Post",
        "2026-03-03",
        `The navy says that ${strikesText} 64 people.`,
        figure("64", { best: 64, since: "2025-09-01" }),
      ),
      from(
        "Bay Courier",
        "2026-03-03",
        "The navy says that since January the strikes on boats in the Caribbean have killed 64 people.",
        figure("64", { best: 64, since: "2026-01-01" }),
      ),
    ],
  ];
  for (const [name, one, other] of apart) {
    it(`keep apart ${name}`, () => {
      const found = entriesOf(archive(one, other));
      expect(found).toHaveLength(2);
      expect(found.map(({ contradicts }) => contradicts)).toEqual([[], []]);
    });
  }

  it("join a running total as it grows", () => {
    const total = (publisher: string, at: string, best: number) =>
      from(
        publisher,
        at,
        `Reports say that ${strikesText} ${best} people.`,
        figure(String(best), { best, since: "2025-09" }),
      );
    const [entry, ...others] = entriesOf(
      archive(total("Harbour Post", "2026-03-03", 64), total("Bay Courier", "2026-03-20", 76)),
    );
    expect(others).toEqual([]);
    expect(series(entry)).toEqual([
      [64, true, false],
      [76, false, false],
    ]);
  });

  it("point from a part to its total and are never one with it", () => {
    const found = entriesOf(
      archive(
        from(
          "Harbour Post",
          "2026-03-03",
          "The ferry that sank off Tampico has left 11 people dead, including 4 in the first boat.",
          figure("11", { best: 11, places: [tampico] }),
          figure("4", { best: 4, places: [tampico], partOf: "f1" }),
        ),
      ),
    );
    expect(found.map(({ partOf }) => partOf)).toEqual([undefined, found[0]!.id]);
  });
});
