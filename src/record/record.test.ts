import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Archive,
  archive,
  caribbean,
  event,
  figure,
  join,
  named,
  onDay,
  type Printed,
  statement,
  unnamed,
  us,
} from "../../test/record/cases.ts";
import { spent } from "../../test/spent.ts";
import { recordOf, revisions } from "./record.ts";

/** An archive of many small reports over some weeks, a third of them reprints; the same for the same seed. */
function made(count: number, seed = 7): Archive {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const papers = [
    "Harbour Post",
    "Bay Courier",
    "Delta Times",
    "Plains Dispatch",
    "Inland Mirror",
    "Capital Daily",
  ];
  const scenes = "boat pier market bridge convoy village depot harbour school station".split(" ");
  const fillers = "rain wind fog heat dust silence music traffic crowds sirens lights engines".split(" ");
  const printed: Printed[] = [];
  for (let i = 0; i < count; i++) {
    const day = String(1 + next(28)).padStart(2, "0");
    const at = `2026-03-${day}T${String(next(24)).padStart(2, "0")}:00:00Z`;
    const publisher = papers[next(papers.length)]!;
    const original = printed[next(Math.max(1, printed.length))];
    if (original !== undefined && next(3) === 0) {
      printed.push({
        ...original,
        publisher,
        at,
        ...(next(2) === 0 ? {} : { credit: "Meridian Press Agency" }),
      });
      continue;
    }
    const scene = scenes[next(scenes.length)]!;
    const dead = 2 + next(30);
    const filler = Array.from(
      { length: 40 },
      () => `${fillers[next(fillers.length)]} number ${next(900)} of the log`,
    ).join(", ");
    const text = `US forces struck a ${scene} near the coast. The strike killed ${dead} people. Officials said the ${scene} hid weapons. ${filler}.`;
    printed.push({
      publisher,
      at,
      text,
      says: [
        event(`struck a ${scene}`, {
          lemma: "strike",
          stage: "done",
          actors: [us],
          places: [caribbean],
          ...(next(2) === 0 ? {} : { time: onDay(`2026-03-${day}`) }),
        }),
        figure(String(dead), { best: dead, in: "The strike killed" }),
        statement(next(2) === 0 ? unnamed("Officials") : named("Ana Ruiz"), `the ${scene} hid weapons`),
      ],
    });
  }
  return archive(...printed);
}

const shuffled = <T>(items: readonly T[], order: readonly number[]): T[] =>
  items
    .map((item, i) => ({ item, at: order[i % order.length]! + i / 1e6 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

describe("a record is a function of what it is made from", () => {
  it("in whatever order the reports and readings come, once or twice", () => {
    const { reports, readings } = made(60);
    const expected = recordOf(reports, readings);
    expect(expected.entries.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }), fc.nat(59), (order, twice) => {
        const again = shuffled([...reports, reports[twice]!], order);
        expect(recordOf(again, shuffled(readings, order.toReversed()))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("whose entries hang together", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(10_000), (count, seed) => {
        const { reports, readings } = made(count, seed);
        const { entries, origins, reports: counted } = recordOf(reports, readings);
        const ids = new Set(entries.map(({ id }) => id));
        expect(ids.size).toBe(entries.length);
        expect(origins.flatMap((origin) => origin.reports).sort()).toEqual([...counted].sort());
        // Two prints may be alike to the letter, and then are one report.
        const each = new Map(readings.map((reading) => [reading.report, reading]));
        const findings = [...each.values()].reduce((sum, reading) => sum + reading.findings.length, 0);
        expect(entries.reduce((sum, entry) => sum + entry.evidence.length, 0)).toBe(findings);
        for (const entry of entries) {
          expect(new Set(entry.origins).size).toBe(entry.origins.length);
          const carrying = new Set(entry.evidence.map(({ origin }) => origin));
          expect(entry.origins.every((origin) => carrying.has(origin))).toBe(true);
          expect(entry.history.at(-1)?.status).toEqual(entry.status);
          expect(
            entry.evidence.some(
              ({ report, finding }) => report === entry.leadReport && finding === entry.lead,
            ),
          ).toBe(true);
          expect(entry.lead.status).toEqual(entry.status);
          for (const other of entry.contradicts) {
            expect(entries.find(({ id }) => id === other)?.contradicts).toContain(entry.id);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("whose entries keep their ids while later reports are fetched", () => {
    const { reports, readings } = made(60);
    const moments = reports.map(({ fetchedAt }) => fetchedAt).sort();
    let before = new Map<string, Set<string>>();
    for (const knownAt of [moments[15]!, moments[30]!, moments[45]!, moments[59]!]) {
      const { entries } = recordOf(reports, readings, { knownAt });
      const now = new Map(
        entries.map(({ id, evidence }) => [id, new Set(evidence.map((e) => `${e.report} ${e.finding.id}`))]),
      );
      for (const [id, evidence] of before) {
        // A side of a figure may join the other again; whatever else is known stays where it was.
        const same = now.get(id);
        if (same !== undefined) expect([...evidence].some((one) => same.has(one))).toBe(true);
        else
          expect([...now.values()].some((other) => [...evidence].every((one) => other.has(one)))).toBe(true);
      }
      before = now;
    }
  });

  it("in time that grows with the reports, not with their pairs", () => {
    const timed = (count: number) => {
      const { reports, readings } = made(count);
      return spent(() => recordOf(reports, readings)) / count;
    };
    timed(100);
    const few = Math.min(timed(250), timed(250));
    expect(timed(2000) / few).toBeLessThan(4);
  }, 60_000);
});

describe("a story that hundreds print", () => {
  it("is one origin, and each of its lines one entry", () => {
    const { reports, readings } = archive(
      ...Array.from(
        { length: 400 },
        (_, i): Printed => ({
          publisher: `Paper ${i}`,
          at: `2026-03-0${1 + (i % 3)}`,
          text: "US forces struck a speedboat in the Caribbean on Sunday, killing four men. The navy said that the boat had not answered two calls by radio, had no lights and had left a fishing harbour after midnight.",
          says: [
            event("struck a speedboat", {
              lemma: "strike",
              stage: "done",
              actors: [us],
              places: [caribbean],
            }),
            figure("four", { best: 4 }),
            statement(unnamed("officers"), "the boat had not answered two calls by radio"),
          ],
        }),
      ),
    );
    const { entries, origins } = recordOf(reports, readings);
    expect(origins).toHaveLength(1);
    expect(entries.map(({ evidence, origins: own }) => [evidence.length, own.length])).toEqual([
      [400, 1],
      [400, 1],
      [400, 1],
    ]);
  });
});

describe("as of a day and as known on a day", () => {
  const told = (publisher: string, at: string, fetched: string, words: string): Printed => ({
    publisher,
    at,
    fetched,
    text: `${words} in the harbour of ${publisher}.`,
    says: [event(words, { lemma: words.split(" ")[0]!, stage: "done" })],
  });
  const { reports, readings } = archive(
    told("Harbour Post", "2026-03-03", "2026-03-10T00:00:00Z", "seized nets"),
    told("Bay Courier", "2026-03-05T20:00:00-05:00", "2026-03-06T12:00:00Z", "arrested sailors"),
    told("Delta Times", "2026-03-05T23:59:59Z", "2026-03-06T23:30:00-02:00", "protested loudly"),
  );
  const words = (when: { asOf?: string; knownAt?: string }) =>
    recordOf(reports, readings, when)
      .entries.map(({ lead }) => (lead.kind === "event" ? lead.event.lemma : ""))
      .sort();
  const cases: readonly [{ asOf?: string; knownAt?: string }, readonly string[]][] = [
    [{}, ["arrested", "protested", "seized"]],
    [{ asOf: "2026-03-02" }, []],
    [{ asOf: "2026-03-03" }, ["seized"]],
    [{ asOf: "2026-03-05" }, ["protested", "seized"]],
    [{ asOf: "2026-03-06" }, ["arrested", "protested", "seized"]],
    [{ asOf: "2026-03-06T00:59:00Z" }, ["protested", "seized"]],
    [{ knownAt: "2026-03-06" }, ["arrested"]],
    [{ knownAt: "2026-03-07" }, ["arrested", "protested"]],
    [{ knownAt: "2026-03-07", asOf: "2026-03-05" }, ["protested"]],
  ];
  for (const [when, expected] of cases) it(JSON.stringify(when), () => expect(words(when)).toEqual(expected));

  it("gives an entry the same id on every day", () => {
    const now = new Set(recordOf(reports, readings).entries.map(({ id }) => id));
    for (const asOf of ["2026-03-03", "2026-03-05", "2026-03-06"]) {
      for (const { id } of recordOf(reports, readings, { asOf }).entries) expect(now).toContain(id);
    }
  });
});

describe("a page that changed", () => {
  const lines = {
    kept: "Police closed the northern bridge on Monday.",
    dropped: "The army moved two tanks to the bridge.",
    added: "The bridge opened again at noon.",
  };
  const capture = (fetched: string, text: string, more: Partial<Printed> = {}): Printed => ({
    publisher: "Harbour Post",
    url: "https://harbourpost.example/bridge",
    at: "2026-03-03T08:00:00Z",
    fetched,
    text,
    says: [
      ...(text.includes(lines.kept)
        ? [event("closed the northern bridge", { type: "COERCE", lemma: "close", stage: "done" })]
        : []),
      ...(text.includes(lines.dropped)
        ? [event("moved two tanks to the bridge", { type: "MOBILIZE", lemma: "move", stage: "done" })]
        : []),
      ...(text.includes(lines.added)
        ? [event("opened again at noon", { type: "CONCEDE", lemma: "open", stage: "done" })]
        : []),
    ],
    ...more,
  });
  const first = capture("2026-03-03T09:00:00Z", `${lines.kept} ${lines.dropped}`);
  const second = capture("2026-03-04T09:00:00Z", `${lines.kept} ${lines.added}`);
  const { reports, readings } = archive(first, second);
  const lemmas = (when: { asOf?: string; knownAt?: string }) =>
    recordOf(reports, readings, when).entries.map(({ lead }) =>
      lead.kind === "event" ? lead.event.lemma : "",
    );

  it("says what its later capture says, from then on", () => {
    expect(lemmas({})).toEqual(["close", "open"]);
    expect(lemmas({ knownAt: "2026-03-03" })).toEqual(["close", "move"]);
    expect(lemmas({ asOf: "2026-03-03" })).toEqual(["close", "move"]);
  });

  it("keeps the time of a sentence that it kept", () => {
    const [kept, added] = recordOf(reports, readings).entries;
    expect(kept!.evidence.map(({ at, knownAt }) => [at, knownAt])).toEqual([
      ["2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z"],
    ]);
    expect(added!.evidence[0]!.at).toBe("2026-03-04T09:00:00Z");
  });

  it("counts as one report and takes back what it dropped", () => {
    const before = recordOf(reports, readings, { knownAt: "2026-03-03" });
    const after = recordOf(reports, readings);
    expect(after.reports).toEqual([reports[1]!.id]);
    const changes = revisions(before, after, { knownAt: reports[1]!.fetchedAt });
    expect(changes.map(({ change, reports: by }) => [change, by])).toEqual(
      expect.arrayContaining([
        ["withdrawn", [reports[0]!.id]],
        ["new", [reports[1]!.id]],
      ]),
    );
    expect(changes).toHaveLength(2);
  });
});

describe("revisions", () => {
  const strike = event("struck a speedboat", {
    lemma: "strike",
    stage: "done",
    actors: [us],
    places: [caribbean],
    time: onDay("2026-03-03"),
  });
  const wire = `US forces struck a speedboat in the Caribbean on Tuesday. The navy said in a notice to the harbour master that the boat had not answered two calls by radio, had no lights and had left a fishing harbour after midnight.`;
  const own = `Relatives gathered at the quay after US forces struck a speedboat on Tuesday. Ana Ruiz said that her brother was on board.`;
  const one = archive({ publisher: "Harbour Post", at: "2026-03-04T06:00:00Z", text: wire, says: [strike] });
  const reprint = archive({
    publisher: "Bay Courier",
    at: "2026-03-04T08:00:00Z",
    text: wire,
    says: [strike],
  });
  const other = archive({ publisher: "Delta Times", at: "2026-03-05T06:00:00Z", text: own, says: [strike] });
  const record = (...archives: Archive[]) => {
    const { reports, readings } = join(...archives);
    return recordOf(reports, readings);
  };
  const knownAt = "2026-03-05T07:00:00Z";
  const changes = (before: Archive[], after: Archive[]) =>
    revisions(record(...before), record(...after), { knownAt }).map(({ change, from, to }) => [
      change,
      from,
      to,
    ]);

  it("tell what is new", () => expect(changes([], [one])).toEqual([["new", undefined, "done"]]));
  it("tell of another origin", () =>
    expect(changes([one], [one, other])).toEqual([["corroborated", "1 origin", "2 origins"]]));
  it("say nothing of a reprint", () => expect(changes([one], [one, reprint])).toEqual([]));
  it("say nothing when nothing changed", () => expect(changes([one, other], [one, other])).toEqual([]));
  it("tell of an origin lost", () =>
    expect(changes([one, other], [one])).toEqual([["withdrawn", "2 origins", "1 origin"]]));

  it("tell the values of a figure, from and to", () => {
    const toll = (publisher: string, at: string, best: number, words: string) =>
      archive({
        publisher,
        at,
        text: words,
        says: [figure(String(best), { best, time: onDay("2026-03-03") })],
      });
    const eleven = toll("Harbour Post", "2026-03-04", 11, "The strike on the speedboat killed 11 people.");
    const nine = toll(
      "Harbour Post",
      "2026-03-06",
      9,
      "The navy corrected the toll of the strike on the speedboat to 9 people killed.",
    );
    expect(changes([eleven], [eleven, nine])).toEqual([["revised", "11", "9"]]);
  });

  it("tell a contradiction on both sides", () => {
    const denial = archive({
      publisher: "Delta Times",
      at: "2026-03-05T06:00:00Z",
      text: "Washington denied that its forces struck a speedboat on Tuesday.",
      says: [
        event("struck a speedboat", {
          lemma: "strike",
          stage: "done",
          polarity: "denied",
          actors: [us],
          places: [caribbean],
          time: onDay("2026-03-03"),
        }),
      ],
    });
    expect(
      changes([one], [one, denial])
        .map(([change]) => change)
        .sort(),
    ).toEqual(["contradicted", "contradicted", "new"]);
  });

  it("have ids that hang on what they say, and times that say when", () => {
    const made = () => revisions(record(one), record(one, other), { knownAt });
    expect(made()).toEqual(made());
    expect(made()[0]).toMatchObject({
      holdsAt: "2026-03-05T06:00:00Z",
      knownAt,
      reports: [other.reports[0]!.id],
    });
    expect(made()[0]!.id).not.toBe(
      revisions(record(one), record(one, other), { knownAt: "2026-03-06T00:00:00Z" })[0]!.id,
    );
  });
});
