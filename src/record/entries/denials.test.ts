import { describe, expect, it } from "vitest";
import {
  actor,
  archive,
  type EventOptions,
  entriesOf,
  event,
  from,
  named,
  office,
  onDay,
  type Printed,
  tampico,
  us,
} from "../../../test/record/cases.ts";

describe("events affirmed and denied", () => {
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
    const [yes, no, ...others] = entriesOf(
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
    const found = entriesOf(
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
    const found = entriesOf(archive(crossing("Bay Courier", "2026-03-05", "denied"), later));
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
    entriesOf(archive(...printed)).map(({ contradicts }) => contradicts.length);

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
    expect(no("Northern rebels will not shell the port of Ardo.", "not shell", { stage: "planned" })).toEqual(
      [0, 0],
    );
    const refused = "Northern rebels refused to shell the port of Ardo.";
    expect(no(refused, "refused to shell", { unrealisedBy: "refused" })).toEqual([0, 0]);
    expect(no(refused, "refused to shell")).toEqual([1, 1]);
    expect(no("Northern rebels did not shell the port of Ardo for four days.", "not shell")).toEqual([0, 0]);
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
