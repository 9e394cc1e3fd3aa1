import { describe, expect, it } from "vitest";
import {
  type Archive,
  actor,
  archive,
  caribbean,
  type EventOptions,
  event,
  expectation,
  figure,
  from,
  legalBasis,
  mexicanGovernment,
  mexico,
  named,
  office,
  onDay,
  type Printed,
  pacific,
  position,
  since,
  statement,
  tampico,
  unnamed,
  us,
  usNavy,
} from "../../../test/record/cases.ts";
import type { Entry } from "../../model/entry.ts";
import { recordOf } from "../record.ts";

function entries({ reports, readings }: Archive, kind?: Entry["kind"]): readonly Entry[] {
  return recordOf(reports, readings).entries.filter((entry) => kind === undefined || entry.kind === kind);
}

const sheinbaum = actor("person:claudia-sheinbaum", "Claudia Sheinbaum", "person", "MX");

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
    it(`joins ${name}`, () => expect(entries(archive(one, other))).toHaveLength(1));
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
    it(`keeps apart ${name}`, () => expect(entries(archive(one, other))).toHaveLength(2));
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
    const [entry, ...others] = entries(
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
    const [entry] = entries(
      archive(
        operation("2026-06-01", "Harbour Post", "authorised"),
        operation("2026-06-20", "Bay Courier", "discussed"),
      ),
    );
    expect(entry!.status!.stage).toBe("authorised");
    const [off] = entries(
      archive(
        operation("2026-06-01", "Harbour Post", "called-off"),
        operation("2026-06-20", "Bay Courier", "authorised"),
      ),
    );
    expect(off!.status!.stage).toBe("called-off");
  });

  it("follows most origins of a day, and the weaker word on a tie", () => {
    const day = (publisher: string, stage: "planned" | "done") => operation("2026-06-01", publisher, stage);
    const stage = (...printed: Printed[]) => entries(archive(...printed))[0]!.status!.stage;
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
      const [entry, ...others] = entries(archive(also(stage)));
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
    const [entry, ...others] = entries(
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

  describe("affirmed and denied", () => {
    const crossing = (
      publisher: string,
      at: string,
      polarity: "affirmed" | "denied",
      stage: "done" | "planned" = "done",
    ) =>
      from(
        publisher,
        at,
        `${publisher}: soldiers ${polarity === "denied" ? "did not cross" : "crossed"} the northern border near Tampico.`,
        event("the northern border near Tampico", {
          type: "MOBILIZE",
          lemma: "cross",
          stage,
          polarity,
          actors: [us],
          places: [tampico],
        }),
      );

    it("stay two entries that point at each other", () => {
      const [yes, no, ...others] = entries(
        archive(
          crossing("Harbour Post", "2026-03-04", "affirmed"),
          crossing("Bay Courier", "2026-03-05", "denied"),
        ),
      );
      expect(others).toEqual([]);
      expect([yes!.status!.polarity, no!.status!.polarity]).toEqual(["affirmed", "denied"]);
      expect(yes!.contradicts).toEqual([no!.id]);
      expect(no!.contradicts).toEqual([yes!.id]);
    });

    it("agree when the denial is of the deed and the other tells of a plan", () => {
      const found = entries(
        archive(
          crossing("Harbour Post", "2026-03-04", "affirmed", "planned"),
          crossing("Bay Courier", "2026-03-05", "denied"),
        ),
      );
      expect(found.map(({ contradicts }) => contradicts)).toEqual([[], []]);
    });

    it("agree when the deed came after the denial", () => {
      const later = from(
        "Harbour Post",
        "2026-03-20",
        "Soldiers crossed the northern border near Tampico on Thursday.",
        event("the northern border near Tampico", {
          type: "MOBILIZE",
          lemma: "cross",
          stage: "done",
          actors: [us],
          places: [tampico],
          time: onDay("2026-03-19", "Thursday"),
        }),
      );
      const found = entries(archive(crossing("Bay Courier", "2026-03-05", "denied"), later));
      expect(found).toHaveLength(2);
      expect(found.map(({ contradicts }) => contradicts)).toEqual([[], []]);
    });

    const rebels = actor("group:rebels", "northern rebels", "group");
    const army = actor("military:army", "army of the coast", "military");
    const mayor = actor("person:ines-duarte", "Inés Duarte", "person");
    const taking = (
      publisher: string,
      text: string,
      what: string,
      more: Partial<Parameters<typeof event>[1]>,
    ) =>
      from(
        publisher,
        "2026-03-04",
        text,
        event(what, { type: "COERCE", lemma: "seize", stage: "done", ...more }),
      );
    const against = (...printed: Printed[]) =>
      entries(archive(...printed)).map(({ contradicts }) => contradicts.length);

    it("of two towns do not contradict, however alike they are worded", () => {
      expect(
        against(
          taking(
            "Harbour Post",
            "Northern rebels seized the salt town of Ardo on the coast.",
            "seized the salt town of Ardo",
            {
              actors: [rebels],
            },
          ),
          taking(
            "Bay Courier",
            "Northern rebels did not seize the salt town of Velm on the coast.",
            "seize the salt town of Velm",
            {
              actors: [rebels],
              polarity: "denied",
            },
          ),
        ),
      ).toEqual([0, 0]);
    });

    it("of what may have come since do not contradict what is told on that day or later; of one to come they deny none", () => {
      const named = (
        publisher: string,
        at: string,
        text: string,
        what: string,
        polarity: "affirmed" | "denied",
      ) =>
        from(
          publisher,
          at,
          text,
          event(what, {
            type: "COERCE",
            lemma: "arrest",
            trigger: "arrested",
            actors: [rebels],
            stage: "done",
            polarity,
          }),
        );
      const no = named(
        "Harbour Post",
        "2026-03-04",
        "Northern rebels have not arrested the mayor of Ardo.",
        "have not arrested",
        "denied",
      );
      const yes = (at: string) =>
        named(
          "Bay Courier",
          at,
          "Northern rebels arrested the mayor of Ardo.",
          "Northern rebels arrested",
          "affirmed",
        );
      expect(against(no, yes("2026-03-04"))).toEqual([0, 0]);
      expect(against(no, yes("2026-03-03"))).toEqual([1, 1]);
      const next = named(
        "Harbour Post",
        "2026-03-04",
        "Northern rebels did not get the next mayor of Ardo arrested.",
        "the next mayor of Ardo arrested",
        "denied",
      );
      expect(against(next, yes("2026-03-03"))).toEqual([0, 0]);
    });

    it("of what somebody will not do, is hindered from, or has not done for some time dispute no deed", () => {
      const told = (text: string, what: string, options: Partial<EventOptions>) =>
        from(
          options.polarity === "denied" ? "Bay Courier" : "Harbour Post",
          "2026-03-04",
          text,
          event(what, { lemma: "shell", trigger: "shell", actors: [rebels], stage: "done", ...options }),
        );
      const done = told("Northern rebels did shell the port of Ardo.", "did shell", { polarity: "affirmed" });
      const no = (text: string, what: string, options: Partial<EventOptions> = {}) =>
        against(done, told(text, what, { polarity: "denied", ...options }));
      expect(no("Northern rebels did not shell the port of Ardo.", "not shell")).toEqual([1, 1]);
      expect(
        no("Northern rebels will not shell the port of Ardo.", "not shell", { stage: "planned" }),
      ).toEqual([0, 0]);
      const refused = "Northern rebels refused to shell the port of Ardo.";
      expect(no(refused, "refused to shell", { unrealisedBy: "refused" })).toEqual([0, 0]);
      expect(no(refused, "refused to shell")).toEqual([1, 1]);
      expect(no("Northern rebels did not shell the port of Ardo for four days.", "not shell")).toEqual([
        0, 0,
      ]);
    });

    it("of one target are none of another", () => {
      const mayor = actor("person:mayor", "mayor", "person");
      const depot = actor("group:depot", "depot", "group");
      const told = (what: string, to: typeof mayor, polarity: "affirmed" | "denied") =>
        from(
          polarity === "denied" ? "Bay Courier" : "Harbour Post",
          "2026-03-04",
          `Northern rebels ${what} in the mayor's depot of Ardo.`,
          event(what, { lemma: "target", actors: [rebels], recipients: [to], stage: "done", polarity }),
        );
      const yes = told("targeted the depot", depot, "affirmed");
      expect(against(yes, told("had not targeted the mayor", mayor, "denied"))).toEqual([0, 0]);
      expect(against(yes, told("had not targeted the depot", depot, "denied"))).toEqual([1, 1]);
    });

    it("by two who are not one do not contradict", () => {
      const denial = (who: typeof rebels) =>
        taking(
          "Bay Courier",
          `The ${who.name} did not seize the salt town of Ardo.`,
          "seize the salt town of Ardo",
          {
            actors: [who],
            polarity: "denied",
          },
        );
      const affirmed = taking(
        "Harbour Post",
        "Northern rebels seized the salt town of Ardo.",
        "seized the salt town of Ardo",
        {
          actors: [rebels],
        },
      );
      expect(against(affirmed, denial(army))).toEqual([0, 0]);
      expect(against(affirmed, denial(rebels))).toEqual([1, 1]);
    });

    it("in one report's own words are two acts; by two speakers of one report they contradict", () => {
      const says = (speaker: Partial<Parameters<typeof event>[1]>) => [
        event("seized the salt town of Ardo", {
          type: "COERCE",
          lemma: "seize",
          stage: "done",
          actors: [rebels],
        }),
        event("seize the salt town of Ardo", {
          type: "COERCE",
          lemma: "seize",
          stage: "done",
          polarity: "denied",
          actors: [rebels],
          ...speaker,
        }),
      ];
      const text =
        "Northern rebels seized the salt town of Ardo in spring. The northern rebels did not seize the salt town of Ardo in autumn.";
      expect(against(from("Harbour Post", "2026-03-04", text, ...says({})))).toEqual([0, 0]);
      expect(
        against(from("Harbour Post", "2026-03-04", text, ...says({ speaker: office("the garrison") }))),
      ).toEqual([1, 1]);
    });

    it("of attacks denies whichever kind of attack another tells of, on one of those it names", () => {
      const text = "Soldiers opened fire on peaceful marchers near the salt market of Ardo.";
      const affirmed = from(
        "Harbour Post",
        "2026-03-04",
        text,
        event("opened fire on peaceful marchers", {
          type: "ASSAULT",
          lemma: "shoot",
          stage: "done",
          recipients: [actor("group:marchers", "peaceful marchers", "group")],
          places: [tampico],
        }),
      );
      const denied = from(
        "Bay Courier",
        "2026-03-04",
        "Inés Duarte denied attacks on peaceful marchers and on fuel depots.",
        event("attacks on peaceful marchers and on fuel depots", {
          type: "ASSAULT",
          lemma: "attack",
          polarity: "denied",
          actors: [mayor],
          recipients: [
            actor("group:marchers", "peaceful marchers", "group"),
            actor("group:depots", "fuel depots", "group"),
          ],
          places: [tampico],
          speaker: { ...named("Inés Duarte"), actor: mayor.id },
        }),
      );
      expect(against(affirmed, denied)).toEqual([1, 1]);
    });

    it("that may be so contradicts nobody", () => {
      const certainty = "possible" as const;
      expect(
        against(
          crossing("Harbour Post", "2026-03-04", "affirmed"),
          from(
            "Bay Courier",
            "2026-03-05",
            "Soldiers may not want to cross the northern border near Tampico.",
            event("the northern border near Tampico", {
              type: "MOBILIZE",
              lemma: "cross",
              polarity: "denied",
              certainty,
              actors: [us],
              places: [tampico],
            }),
          ),
        ),
      ).toEqual([0, 0]);
    });
  });
});

describe("corroboration", () => {
  const text =
    "US forces struck a speedboat in the Caribbean on Tuesday, killing four men, the navy said in a notice that its regional command handed to the harbour master of the nearest port that evening.";
  const strike = event("struck a speedboat in the Caribbean", {
    lemma: "strike",
    stage: "done",
    actors: [us],
    places: [caribbean],
    time: onDay("2026-03-03", "Tuesday"),
  });

  it("counts origins, not reprints", () => {
    const [entry] = entries(
      archive(
        {
          publisher: "Harbour Post",
          at: "2026-03-04T06:00:00Z",
          text,
          credit: "Meridian Press Agency",
          says: [strike],
        },
        {
          publisher: "Bay Courier",
          at: "2026-03-04T07:00:00Z",
          text,
          credit: "Meridian Press Agency",
          says: [strike],
        },
        { publisher: "Inland Mirror", at: "2026-03-04T08:00:00Z", text, says: [strike] },
      ),
    );
    expect(entry!.evidence).toHaveLength(3);
    expect(entry!.origins).toHaveLength(1);
  });

  it("counts a paper once, however often it says it", () => {
    const again =
      "On Wednesday relatives named three of the dead. US forces struck a speedboat in the Caribbean on Tuesday.";
    const { reports, readings } = archive(
      { publisher: "Harbour Post", at: "2026-03-04", text, says: [strike] },
      { publisher: "Harbour Post", at: "2026-03-05", text: again, says: [strike] },
    );
    const record = recordOf(reports, readings);
    expect(record.origins).toHaveLength(2);
    expect(record.entries[0]!.evidence).toHaveLength(2);
    expect(record.entries[0]!.origins).toEqual([record.origins[0]!.id]);
  });

  it("counts a copied passage for the text that it was copied from", () => {
    const own = `Ana Ruiz, whose brother was on board, says that the men carried ice and bait, that they had worked these waters for years, and that no one called them by radio before it happened. She has filed a complaint with the prosecutor and wants the wreck raised before the spring tide. Neighbours collected money for the families of the four on Thursday evening in the chapel above the quay, where a list of names hangs beside the door. ${text}`;
    const { reports, readings } = archive(
      {
        publisher: "Harbour Post",
        at: "2026-03-04",
        text: `${text} Divers will search for the wreck until Friday, and the port stays closed to boats without lights until the command has handed over the log of its patrol craft to the judge, who asked for it twice this week and set a fine for every day of delay.`,
        says: [strike],
      },
      { publisher: "Relatives' Voice", at: "2026-03-06", text: own, says: [strike] },
    );
    const record = recordOf(reports, readings);
    expect(record.origins).toHaveLength(2);
    expect(record.entries[0]!.evidence).toHaveLength(2);
    expect(record.entries[0]!.origins).toEqual([record.origins[0]!.id]);
  });

  it("counts for a status or a value only those who say it", () => {
    const plan = (publisher: string, at: string, stage: "planned" | "called-off", text: string): Printed =>
      from(
        publisher,
        at,
        text,
        event("a raid on the stores near Tampico", { lemma: "raid", stage, actors: [us], places: [tampico] }),
      );
    const [raid, ...others] = entries(
      archive(
        plan(
          "Harbour Post",
          "2026-03-01",
          "planned",
          "Officers sketched a raid on the stores near Tampico, and maps were printed.",
        ),
        plan(
          "Bay Courier",
          "2026-03-02",
          "planned",
          "The talk in the barracks was of a raid on the stores near Tampico this spring.",
        ),
        plan(
          "Delta Times",
          "2026-03-09",
          "called-off",
          "At noon the minister dropped a raid on the stores near Tampico.",
        ),
      ),
    );
    expect(others).toEqual([]);
    expect(raid!.evidence).toHaveLength(3);
    expect(raid!.origins).toEqual([raid!.evidence[2]!.origin]);
  });

  it("lets two papers that quote the same official stand as two", () => {
    const quote = "“The boat did not answer two calls by radio and turned towards our craft”";
    const said = (publisher: string, before: string): Printed => ({
      publisher,
      at: "2026-03-04",
      text: `${before} ${quote}, Admiral Juan Prado said.`,
      says: [
        statement(
          named("Juan Prado"),
          "The boat did not answer two calls by radio and turned towards our craft",
        ),
      ],
    });
    const [entry, ...others] = entries(
      archive(
        said("Harbour Post", "The navy defended itself on Wednesday after a night of protests."),
        said("Bay Courier", "At a crowded press conference in the port the admiral gave the first account."),
      ),
      "statement",
    );
    expect(others).toEqual([]);
    expect(entry!.origins).toHaveLength(2);
  });
});

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
    const [entry, ...others] = entries(
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
    const [entry] = entries(archive(ferry.eleven, ferry.seventeen, ferry.corrected, stale));
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
      expect(entries(archive(six, other)).flatMap(({ contradicts }) => contradicts)).toEqual([]);
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
    const [one, other, ...others] = entries(archive(hospital, navy));
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
    const [entry, ...others] = entries(
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
    const [entry, ...others] = entries(archive(ferry.eleven, atLeast));
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
    const found = entries(archive(nine, seven));
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
      const found = entries(archive(one, other));
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
    const [entry, ...others] = entries(
      archive(total("Harbour Post", "2026-03-03", 64), total("Bay Courier", "2026-03-20", 76)),
    );
    expect(others).toEqual([]);
    expect(series(entry)).toEqual([
      [64, true, false],
      [76, false, false],
    ]);
  });

  it("point from a part to its total and are never one with it", () => {
    const found = entries(
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

describe("positions", () => {
  const stand = (
    publisher: string,
    at: string,
    stance: "supports" | "opposes" | "open",
    proposal: string,
    who = sheinbaum,
  ) =>
    from(
      publisher,
      at,
      `${publisher} hears where they stand towards ${proposal}.`,
      position(who, stance, proposal),
    );

  it("are one entry per actor and proposal, at the latest stance", () => {
    const [entry, ...others] = entries(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-04-03", "open", "foreign military intervention in Mexico"),
      ),
    );
    expect(others).toEqual([]);
    expect(entry!.lead).toMatchObject({ position: { stance: "open" } });
  });

  it("of two actors, or towards two proposals, stay apart", () => {
    const found = entries(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-03-03", "opposes", "foreign intervention in Mexico", us),
        stand("Delta Times", "2026-03-03", "opposes", "the tariffs on Mexican steel"),
      ),
    );
    expect(found).toHaveLength(3);
  });

  it("told as opposites on one day by independent origins contradict each other", () => {
    const [one, other, ...others] = entries(
      archive(
        stand("Harbour Post", "2026-03-03", "opposes", "foreign intervention in Mexico"),
        stand("Bay Courier", "2026-03-03", "supports", "foreign intervention in Mexico"),
      ),
    );
    expect(others).toEqual([]);
    expect(one!.contradicts).toEqual([other!.id]);
  });
});

describe("other kinds", () => {
  it("legal bases are one per instrument and act", () => {
    const basis = (publisher: string, instrument: string, act?: string) => {
      const text = `${publisher}: ${instrument} would carry ${act ?? "it"}.`;
      return from(publisher, "2026-03-03", text, legalBasis(instrument, act === undefined ? {} : { act }));
    };
    expect(
      entries(
        archive(
          basis("A", "Title 50", "covert actions in Mexico"),
          basis("B", "Title 50 authority", "covert actions"),
        ),
      ),
    ).toHaveLength(1);
    expect(entries(archive(basis("A", "Title 50"), basis("B", "Title 10")))).toHaveLength(2);
    expect(
      entries(
        archive(
          basis("A", "Title 50", "covert actions in Mexico"),
          basis("B", "Title 50", "intelligence sharing"),
        ),
      ),
    ).toHaveLength(2);
  });

  it("expectations are one per thing and day", () => {
    const due = (publisher: string, what: string, day?: string) =>
      from(
        publisher,
        "2026-03-03",
        `${publisher}: ${what}.`,
        expectation(what, day === undefined ? {} : { by: onDay(day) }),
      );
    const vote = "the Senate will vote on the war powers resolution";
    expect(
      entries(
        archive(
          due("A", vote, "2026-03-10"),
          due("B", "the Senate is to vote on a war powers resolution", "2026-03-10"),
        ),
      ),
    ).toHaveLength(1);
    expect(entries(archive(due("A", vote, "2026-03-10"), due("B", vote, "2026-03-24")))).toHaveLength(2);
    expect(
      entries(archive(due("A", vote), due("B", "the Senate will not vote on the war powers resolution"))),
    ).toHaveLength(2);
  });

  it("statements are one per speaker and content", () => {
    const says = (publisher: string, who: Parameters<typeof statement>[0], content: string) =>
      from(publisher, "2026-03-03", `${publisher} prints: ${content}.`, statement(who, content));
    const words = "Mexico will coordinate with the United States but will not be subjugated";
    const count = (...printed: Printed[]) => entries(archive(...printed)).length;
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Sheinbaum"), `${words} by anyone`),
      ),
    ).toBe(1);
    expect(count(says("A", named("Claudia Sheinbaum"), words), says("B", named("Ana Ruiz"), words))).toBe(2);
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Claudia Sheinbaum"), words.replace("not be", "be")),
      ),
    ).toBe(2);
    expect(
      count(
        says("A", unnamed("officials"), words),
        says("B", unnamed("two officials"), "Mexico will coordinate with the United States on the border"),
      ),
    ).toBe(2);
    expect(
      count(
        says("A", named("Claudia Sheinbaum"), words),
        says("B", named("Claudia Sheinbaum"), "the army has 4000 soldiers at the northern border"),
      ),
    ).toBe(2);
  });
});
