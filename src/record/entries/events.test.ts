import { describe, expect, it } from "vitest";
import {
  archive,
  caribbean,
  entriesOf,
  event,
  from,
  mexicanGovernment,
  mexico,
  onDay,
  type Printed,
  pacific,
  since,
  us,
  usNavy,
} from "../../../test/record/cases.ts";

describe("events", () => {
  const struckTuesday = from(
    "Harbour Post",
    "2026-03-04",
    "US forces struck a speedboat in the Caribbean on Tuesday, killing four men.",
    event("struck a speedboat in the Caribbean", {
      lemma: "strike",
      stage: "done",
      actors: [us],
      places: [caribbean],
      time: onDay("2026-03-03", "Tuesday"),
    }),
  );

  const same: readonly [string, Printed, Printed][] = [
    [
      "one strike in other words",
      struckTuesday,
      from(
        "Bay Courier",
        "2026-03-05",
        "The US Navy attacked a boat carrying four people in Caribbean waters on March 3.",
        event("attacked a boat carrying four people", {
          lemma: "attack",
          stage: "done",
          actors: [usNavy],
          places: [caribbean],
          time: onDay("2026-03-03", "March 3"),
        }),
      ),
    ],
    [
      "one plan: sending troops, dispatching soldiers",
      from(
        "Harbour Post",
        "2026-03-04",
        "Washington may dispatch US troops to Mexico.",
        event("dispatch US troops to Mexico", {
          type: "MOBILIZE",
          lemma: "dispatch",
          stage: "planned",
          certainty: "possible",
          actors: [us],
        }),
      ),
      from(
        "Bay Courier",
        "2026-04-05",
        "Officials are drawing up plans for sending soldiers into Mexico.",
        event("sending soldiers into Mexico", {
          type: "MOBILIZE",
          lemma: "send",
          stage: "planned",
          actors: [us],
        }),
      ),
    ],
  ];
  for (const [name, one, other] of same) {
    it(`joins ${name}`, () => expect(entriesOf(archive(one, other))).toHaveLength(1));
  }

  const strike = (at: string, day: string | undefined, extra: Partial<Parameters<typeof event>[1]> = {}) =>
    from(
      `Paper of ${at}`,
      at,
      "US forces struck a suspected smuggling boat in the Caribbean.",
      event("struck a suspected smuggling boat in the Caribbean", {
        lemma: "strike",
        stage: "done",
        actors: [us],
        places: [caribbean],
        ...(day === undefined ? {} : { time: onDay(day) }),
        ...extra,
      }),
    );
  const apart: readonly [string, Printed, Printed][] = [
    ["two strikes on two days", strike("2026-03-04", "2026-03-03"), strike("2026-03-10", "2026-03-09")],
    [
      "two strikes weeks apart of which no day is told",
      strike("2026-03-04", undefined),
      strike("2026-03-24", undefined),
    ],
    [
      "strikes in two seas",
      strike("2026-03-04", "2026-03-03"),
      strike("2026-03-05", "2026-03-03", { places: [pacific] }),
    ],
    [
      "strikes by two countries",
      strike("2026-03-04", "2026-03-03"),
      strike("2026-03-05", "2026-03-03", { actors: [mexico] }),
    ],
    [
      "one strike and the campaign",
      strike("2026-03-04", "2026-03-03"),
      strike("2026-03-05", undefined, { time: since("2025-09-01") }),
    ],
    [
      "undated strikes that killed four and eleven",
      from(
        "Harbour Post",
        "2026-03-04",
        "US forces struck a boat in the Caribbean, killing four.",
        event("struck a boat in the Caribbean", {
          lemma: "strike",
          stage: "done",
          actors: [us],
          places: [caribbean],
        }),
      ),
      from(
        "Bay Courier",
        "2026-03-05",
        "US forces struck a boat in the Caribbean, killing 11.",
        event("struck a boat in the Caribbean", {
          lemma: "strike",
          stage: "done",
          actors: [us],
          places: [caribbean],
        }),
      ),
    ],
    [
      "strikes on boats and a plan for strikes on laboratories",
      strike("2026-03-04", undefined),
      from(
        "Bay Courier",
        "2026-03-05",
        "The plan focuses on drone strikes on cartel laboratories in Mexico.",
        event("drone strikes on cartel laboratories in Mexico", {
          lemma: "strike",
          stage: "planned",
          actors: [us],
        }),
      ),
    ],
  ];
  for (const [name, one, other] of apart) {
    it(`keeps apart ${name}`, () => expect(entriesOf(archive(one, other))).toHaveLength(2));
  }

  /** Each paper in words of its own, as short texts alike would be one origin. */
  const leads: Readonly<Record<string, string>> = {
    "Harbour Post": "After two days of silence, and pressed by the opposition in a stormy session,",
    "Bay Courier": "Nobody in the palace wanted to be quoted on it last night, but",
    "Delta Times": "Trains and lorries stood ready in the valley since Sunday;",
  };

  const operation = (
    at: string,
    publisher: string,
    stage: "discussed" | "authorised" | "called-off" | "planned" | "done",
  ) => {
    const verb = {
      discussed: "is discussing",
      authorised: "authorised",
      "called-off": "called off",
      planned: "plans",
      done: "began",
    }[stage];
    return from(
      publisher,
      at,
      `${leads[publisher]} the government ${verb} the operation across the northern border against smugglers.`,
      event("the operation across the northern border against smugglers", {
        type: "MOBILIZE",
        lemma: "operation",
        stage,
        actors: [mexicanGovernment],
      }),
    );
  };

  it("keeps the life of a plan: discussed, authorised, called off", () => {
    const [entry, ...others] = entriesOf(
      archive(
        operation("2026-06-01", "Harbour Post", "discussed"),
        operation("2026-07-03T18:00:00-05:00", "Bay Courier", "authorised"),
        operation("2026-08-09", "Delta Times", "called-off"),
      ),
    );
    expect(others).toEqual([]);
    expect(entry!.history.map(({ at, status }) => [at.slice(0, 10), status.stage])).toEqual([
      ["2026-06-01", "discussed"],
      ["2026-07-03", "authorised"],
      ["2026-08-09", "called-off"],
    ]);
    expect(entry!.status).toEqual({ stage: "called-off", certainty: "asserted" });
    expect(entry!.lead.status).toEqual(entry!.status);
  });

  it("is not taken back to an earlier stage by a report that only mentions it", () => {
    const [entry] = entriesOf(
      archive(
        operation("2026-06-01", "Harbour Post", "authorised"),
        operation("2026-06-20", "Bay Courier", "discussed"),
      ),
    );
    expect(entry!.status!.stage).toBe("authorised");
    const [off] = entriesOf(
      archive(
        operation("2026-06-01", "Harbour Post", "called-off"),
        operation("2026-06-20", "Bay Courier", "authorised"),
      ),
    );
    expect(off!.status!.stage).toBe("called-off");
  });

  it("follows most origins of a day, and the weaker word on a tie", () => {
    const day = (publisher: string, stage: "planned" | "done") => operation("2026-06-01", publisher, stage);
    const stage = (...printed: Printed[]) => entriesOf(archive(...printed))[0]!.status!.stage;
    expect(
      stage(day("Harbour Post", "planned"), day("Bay Courier", "planned"), day("Delta Times", "done")),
    ).toBe("planned");
    expect(stage(day("Harbour Post", "planned"), day("Delta Times", "done"))).toBe("planned");
    expect(
      stage(day("Harbour Post", "done"), day("Bay Courier", "done"), day("Delta Times", "planned")),
    ).toBe("done");
  });

  it("is the furthest stage that one report tells, and the plan where it tells of plan and deed", () => {
    const { text, publisher, at, says = [] } = operation("2026-06-01", "Harbour Post", "planned");
    const again = "Talks about the operation across the northern border against smugglers go on.";
    const also = (stage: "discussed" | "done"): Printed => ({
      publisher,
      at,
      text: `${text} ${again}`,
      says: [
        ...says,
        event("the operation across the northern border against smugglers", {
          type: "MOBILIZE",
          lemma: "operation",
          stage,
          actors: [mexicanGovernment],
          in: "Talks about",
        }),
      ],
    });
    for (const stage of ["discussed", "done"] as const) {
      const [entry, ...others] = entriesOf(archive(also(stage)));
      expect(others).toEqual([]);
      expect(entry!.status!.stage).toBe("planned");
    }
  });

  it("never says more than its strongest evidence", () => {
    const maybe = (publisher: string, at: string) =>
      from(
        publisher,
        at,
        `${publisher} hears that troops may have crossed the river near the bridge.`,
        event("crossed the river near the bridge", {
          type: "MOBILIZE",
          lemma: "cross",
          stage: "done",
          certainty: "possible",
          actors: [us],
        }),
      );
    const [entry, ...others] = entriesOf(
      archive(
        maybe("Harbour Post", "2026-03-01"),
        maybe("Bay Courier", "2026-03-02"),
        maybe("Delta Times", "2026-03-02"),
      ),
    );
    expect(others).toEqual([]);
    expect(entry!.origins).toHaveLength(3);
    expect(entry!.status).toMatchObject({ stage: "done", certainty: "possible" });
  });
});
