/** What a reader is told since the last look: invented reports, the record before and after, a sentence each. */
import { describe, expect, it } from "vitest";
import { stepsOf } from "../../test/brief/story.ts";
import {
  type Archive,
  actor,
  archive,
  event,
  expectation,
  figure,
  join,
  named,
  office,
  onDay,
  type Printed,
  position,
  type Saying,
  statement,
  tampico,
} from "../../test/record/cases.ts";
import type { SituationRecord } from "../model/entry.ts";
import type { Revision } from "../model/revision.ts";
import { recordOf } from "../record/record.ts";
import { type News, newsSince, type Since } from "./since.ts";

const navy = actor("military:navy", "Navy", "military");
const ruiz = actor("person:ana-ruiz", "Ana Ruiz", "person");

/** What changed between a look at `seenAt` and one when all was known, or as known at `until`. */
function since(all: Archive, seenAt: string | undefined, until?: string): Since {
  const at = (knownAt: string | undefined) =>
    recordOf(all.reports, all.readings, knownAt === undefined ? {} : { knownAt });
  return newsSince({
    ...(seenAt === undefined ? {} : { seenAt }),
    ...(until === undefined ? {} : { knownAt: until }),
    before: seenAt === undefined ? recordOf([], []) : at(seenAt),
    now: at(until),
    reports: all.reports,
    revisions: stepsOf(all),
  });
}

const report = (publisher: string, day: string, text: string, ...says: Saying[]): Archive =>
  archive({ publisher, at: `2031-03-${day}T06:00:00Z`, text, says });
const sentences = ({ news }: Since) => news.map(({ sentence }) => sentence);
/** "en: what is cut". */
const cutIn = ({ sentence, cut }: News) => cut && `${cut.language}: ${sentence.slice(cut.start, cut.end)}`;
const kinds = ({ news }: Since) => news.map(({ kinds }) => kinds);
const mark = (day: string) => `2031-03-${day}T12:00:00Z`;

const dead = (best: number, more = {}) => ({ best, places: [tampico], ...more });
const eleven = report(
  "Harbour Post",
  "03",
  "The ferry that sank off Tampico killed 11 people.",
  figure("11", dead(11)),
);
const strike = (words: string) =>
  event(words, {
    lemma: "strike",
    stage: "done",
    actors: [navy],
    places: [tampico],
    time: onDay("2031-03-03"),
  });
const struck = report(
  "Harbour Post",
  "04",
  "The Navy struck a speedboat off Tampico.",
  strike("struck a speedboat"),
);
const borneOut = report(
  "Delta Times",
  "05",
  "Relatives waited at the quay after the Navy struck a speedboat on Tuesday.",
  strike("struck a speedboat"),
);

describe("since the last look", () => {
  it("tells nothing when nothing changed", () => {
    expect(since(join(struck, borneOut), mark("06"))).toEqual({ seenAt: mark("06"), news: [], passing: 0 });
  });

  it("takes everything for new at a first look", () => {
    const first = since(struck, undefined);
    expect(first).not.toHaveProperty("seenAt");
    expect(kinds(first)).toEqual([["new"]]);
  });

  it("tells what one sentence plans and expects once, by the longer line", () => {
    const text = "On 9 March the Navy will strike the depot at Ardo with its new ships.";
    const planned = report(
      "Harbour Post",
      "08",
      text,
      event("strike the depot at Ardo", { lemma: "strike", stage: "planned", in: text }),
      expectation("On 9 March the Navy will strike the depot at Ardo with its new ships", { in: text }),
    );
    const [line, ...more] = sentences(since(planned, mark("02")));
    expect(more).toEqual([]);
    expect(line).toMatch(/^On 9 March the Navy will strike the depot at Ardo with its new ships \(/);
  });

  it("holds nothing overdue of what a reader never waited for", () => {
    const stale = report(
      "Harbour Post",
      "03",
      "The pier opens on 4 March.",
      expectation("The pier opens on 4 March", { by: onDay("2031-03-04", "on 4 March") }),
    );
    const all = join(stale, report("Delta Times", "09", "Boats left.", strike("Boats left")));
    const [pier] = since(all, mark("02")).news.filter(({ sentence }) => sentence.includes("pier"));
    expect(pier).toMatchObject({ kind: "new", kinds: ["overdue", "new"] });
    expect(
      since(all, mark("05"))
        .news.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["new", "overdue"]);
  });

  it("tells what is new, with the sentence", () => {
    const { news } = since(join(eleven, struck), mark("03"));
    expect(news.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ["new", "Navy: struck a speedboat (done; on that day, 3 Mar 2031) (1 origin)"],
    ]);
    expect(struck.reports[0]!.text.slice(news[0]!.evidence[0]!.start, news[0]!.evidence[0]!.end)).toBe(
      "The Navy struck a speedboat off Tampico.",
    );
  });

  it("tells by whom it was borne out, and never of a reprint", () => {
    const reprint = report("Bay Courier", "05", struck.reports[0]!.text, strike("struck a speedboat"));
    expect(since(join(struck, reprint), mark("04")).news).toEqual([]);
    const news = since(join(struck, borneOut), mark("04"));
    expect(kinds(news)).toEqual([["corroborated"]]);
    expect(sentences(news)[0]).toBe(
      "Borne out by Delta Times, 1 origin before: Navy: struck a speedboat (done; on that day, 3 Mar 2031) (2 origins)",
    );
    expect(news.news[0]!.evidence.map(({ report }) => report)).toEqual([borneOut.reports[0]!.id]);
  });

  it("tells a toll's revision from, to and by whom, its steps in one sentence", () => {
    const fourteen = report(
      "Bay Courier",
      "04",
      "The toll of the ferry that sank off Tampico rose to 14 people.",
      figure("14", dead(14)),
    );
    const nine = report(
      "Bay Courier",
      "06",
      "The coast guard corrected the toll of the ferry that sank off Tampico to 9 people killed.",
      figure("9", dead(9, { speaker: office("coast guard") })),
    );
    const all = join(eleven, fourteen, nine);
    expect(sentences(since(all, mark("03")))).toEqual([
      "People killed, Tampico: corrected from 11 to 9, by way of 14, by coast guard (1 origin)",
    ]);
    expect(sentences(since(all, mark("05")))[0]).toMatch(/corrected from 14 to 9, by coast guard/);
    // Known by then, it is told up to there and no further.
    expect(sentences(since(all, mark("03"), mark("05")))).toEqual([
      "People killed, Tampico: revised from 11 to 14, by Bay Courier (1 origin)",
    ]);
    // All of it new: one sentence, with where it began.
    expect(sentences(since(all, undefined))).toEqual([
      "People killed, Tampico, first told as 11, by now 14, then 9 (1 origin)",
    ]);
  });

  it("keeps at least, about and up to in what it tells of figures", () => {
    const atLeast = report(
      "Bay Courier",
      "05",
      "The toll of the ferry that sank off Tampico rose to at least 15 people.",
      figure("at least 15", { low: 15, places: [tampico] }),
    );
    expect(sentences(since(join(eleven, atLeast), mark("03")))[0]).toMatch(/from 11 to at least 15/);
  });

  it("tells a status and a stance by what they were and are", () => {
    const plan = (stage: "planned" | "called-off", words: string) =>
      event(words, { lemma: "raid", stage, actors: [navy], places: [tampico], certainty: "asserted" });
    const planned = report(
      "Harbour Post",
      "03",
      "The Navy plans a raid on Tampico.",
      plan("planned", "a raid on Tampico"),
    );
    const off = report(
      "Delta Times",
      "07",
      "The Navy has called off a raid on Tampico.",
      plan("called-off", "a raid on Tampico"),
    );
    expect(sentences(since(join(planned, off), mark("03")))[0]).toBe(
      "From “planned” to “called off”: Navy: a raid on Tampico (called off) (1 origin)",
    );
    const open = report(
      "Harbour Post",
      "03",
      "Ana Ruiz has not ruled out a landing.",
      position(ruiz, "open", "a landing"),
    );
    const against = report(
      "Delta Times",
      "05",
      "Ana Ruiz opposes a landing.",
      position(ruiz, "opposes", "a landing"),
    );
    expect(sentences(since(join(open, against), mark("03")))[0]).toMatch(/^From “left open” to “against”: /);
  });

  it("tells a contradiction once, with both sides and who holds them", () => {
    const denial = report(
      "Bay Courier",
      "06",
      "The Navy denied that it struck a speedboat.",
      event("struck a speedboat", {
        lemma: "strike",
        stage: "done",
        polarity: "denied",
        actors: [navy],
        places: [tampico],
        time: onDay("2031-03-03"),
        speaker: office("Navy"),
      }),
    );
    const { news } = since(join(struck, denial), mark("04"));
    expect(news.map(({ kinds }) => kinds)).toEqual([["contradicted", "new"]]);
    expect(news[0]!.sentence).toContain("ontradicted by");
    expect(news[0]!.sentence).toContain("Harbour Post");
    expect(news[0]!.entries).toHaveLength(2);
    expect(new Set(news[0]!.evidence.map(({ report }) => report)).size).toBe(2);
  });

  const page = (fetchedDay: string, text: string, ...says: Saying[]): Printed => ({
    publisher: "Harbour Post",
    at: "2031-03-03T06:00:00Z",
    url: "https://post.example/ferry",
    fetched: `2031-03-${fetchedDay}T07:00:00Z`,
    text,
    says,
  });
  const burnt = event("The depot burnt down", { lemma: "burn", stage: "done", places: [tampico] });
  const first = page("03", "The depot burnt down. The port is closed.", burnt);
  const without = page("05", "The port is closed. A spokesman gave no reason.");
  const again = page("07", "The depot burnt down after all. The port is closed.", burnt);

  it("tells what was withdrawn, and who had said it", () => {
    const { news } = since(archive(first, without), mark("04"));
    expect(news.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        "withdrawn",
        "Withdrawn, no report says so any more (Harbour Post did): The depot burnt down (done) (1 origin)",
      ],
    ]);
    expect(news[0]!.evidence).toHaveLength(1);
  });

  it("tells by whom it was printed, and once what one sentence no longer says", () => {
    const said = "Ana Ruiz said that the depot burnt down and that the mill fell";
    const speaker = named("Ana Ruiz");
    const both = page(
      "03",
      `${said}. The port is closed.`,
      event("the depot burnt down", { lemma: "burn", stage: "done", speaker }),
      event("the mill fell", { lemma: "fall", stage: "done", speaker }),
      statement(speaker, "the depot burnt down and that the mill fell"),
    );
    const { news } = since(archive(both, without), mark("04"));
    expect(news.map(({ kind, entries, sentence }) => [kind, entries.length, sentence])).toEqual([
      [
        "withdrawn",
        3,
        "Withdrawn, no report says so any more (Harbour Post did): The depot burnt down (done; says Ana Ruiz); The mill fell (done; says Ana Ruiz) (1 origin)",
      ],
    ]);
  });

  it("tells what was withdrawn and told again as that, and what came and went in between by its number", () => {
    const all = archive(first, without, again);
    expect(since(all, mark("04")).news.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ["new", "Withdrawn, then told again: The depot burnt down (done) (1 origin)"],
    ]);
    expect(since(all, "2031-03-01T00:00:00Z", mark("05")).passing).toBe(1);
    expect(since(all, "2031-03-01T00:00:00Z", mark("05")).news).toEqual([]);
  });

  it("says nothing of a page that says the same in other words", () => {
    const reworded = page("05", "The depot burnt down, as it turned out. The port is closed.", burnt);
    expect(since(archive(first, reworded), mark("04")).news).toEqual([]);
  });

  it("tells one origin's taking back where others still tell it", () => {
    const kept = archive({
      ...page("03", "The depot burnt down. The port is closed.", burnt),
      url: "https://post.example/d",
    });
    const dropped = archive({
      ...page("06", "The port is closed. A spokesman gave no reason."),
      url: "https://post.example/d",
    });
    const other = report(
      "Delta Times",
      "04",
      "Firemen left at dawn after the depot burnt down.",
      event("the depot burnt down", { lemma: "burn", stage: "done", places: [tampico] }),
    );
    const { news } = since(join(kept, other, dropped), mark("04"));
    expect(news.map(({ kinds }) => kinds)).toEqual([["withdrawn"]]);
    expect(news[0]!.sentence).toMatch(/^No longer told by all, 2 origins before: .* \(1 origin\)$/);
  });

  const landing = (words: string, day: string) =>
    expectation(words, { by: onDay(day, `by ${day}`), speaker: named("Ana Ruiz") });
  const awaited = report(
    "Harbour Post",
    "03",
    "The ferry will sail again by 8 March.",
    landing("The ferry will sail again by 8 March", "2031-03-08"),
  );
  const quiet = (day: string) =>
    report(
      "Delta Times",
      day,
      `Rain fell on day ${day}.`,
      statement(named("Bo Li"), `Rain fell on day ${day}`),
    );

  it("tells once that a day has passed", () => {
    const all = join(awaited, quiet("07"), quiet("08"), quiet("10"), quiet("12"));
    const overdue = (seen: string, until?: string) =>
      since(all, seen, until).news.filter(({ kinds }) => kinds.includes("overdue"));
    expect(overdue(mark("07"), mark("08"))).toEqual([]);
    expect(overdue(mark("07"), mark("10")).map(({ sentence }) => sentence)).toEqual([
      "Due by 8 Mar 2031, and what came of it is not told: The ferry will sail again by 8 March (by 2031-03-08; says Ana Ruiz) (1 origin)",
    ]);
    expect(overdue(mark("10"))).toEqual([]);
    expect(overdue(mark("03"))).toHaveLength(1);
  });

  it("tells of an act's planned day, and not once it is done or called off", () => {
    const act = (stage: "planned" | "done" | "called-off", day: string, text: string) =>
      report(
        stage === "planned" ? "Harbour Post" : "Delta Times",
        day,
        text,
        event("a march to the port", {
          lemma: "march",
          type: "PROTEST",
          stage,
          places: [tampico],
          time: onDay("2031-03-06"),
        }),
      );
    const planned = act("planned", "03", "The union plans a march to the port.");
    const overdue = (all: Archive) =>
      since(all, mark("03")).news.filter(({ kind, kinds }) => kinds.includes("overdue") && kind);
    expect(overdue(join(planned, quiet("09")))).toHaveLength(1);
    expect(
      overdue(
        join(planned, act("called-off", "05", "The union called off a march to the port."), quiet("09")),
      ),
    ).toEqual([]);
    expect(
      overdue(join(planned, act("done", "07", "The union held a march to the port."), quiet("09"))),
    ).toEqual([]);
  });

  it("takes no day for passed that was past when it was told, or on which the act was ordered", () => {
    const late = report(
      "Harbour Post",
      "09",
      "The ferry was to sail by 8 March.",
      landing("The ferry was to sail by 8 March", "2031-03-08"),
    );
    const ordered = report(
      "Harbour Post",
      "05",
      "The Navy ordered a raid on Wednesday.",
      event("a raid", { lemma: "raid", stage: "authorised", time: onDay("2031-03-05") }),
    );
    const all = join(late, ordered, quiet("12"));
    expect(since(all, mark("03")).news.filter(({ kinds }) => kinds.includes("overdue"))).toEqual([]);
  });

  it("tells several changes of one entry in one sentence", () => {
    const awaitedRaid = report(
      "Harbour Post",
      "03",
      "The Navy plans a raid on Tampico on 6 March.",
      event("a raid on Tampico", {
        lemma: "raid",
        stage: "planned",
        certainty: "possible",
        actors: [navy],
        places: [tampico],
        time: onDay("2031-03-06"),
      }),
    );
    const authorised = report(
      "Delta Times",
      "04",
      "Ministers authorised a raid on Tampico on 6 March.",
      event("a raid on Tampico", {
        lemma: "raid",
        stage: "authorised",
        actors: [navy],
        places: [tampico],
        time: onDay("2031-03-06"),
      }),
    );
    const found = since(join(awaitedRaid, authorised, quiet("09")), mark("03"));
    const raid = found.news.filter(({ sentence }) => sentence.includes("a raid on Tampico"));
    expect(raid.map(({ kind, kinds }) => [kind, kinds])).toEqual([["revised", ["revised", "overdue"]]]);
    expect(cutIn(raid[0]!)).toMatch(/^en: Navy: a raid on Tampico/);
    expect(raid[0]!.sentence).toMatch(
      /^From “planned, possible” to “authorised”; due by 6 Mar 2031, and what came of it is not told/,
    );
  });

  it("tells what one sentence says in one", () => {
    const text = "The Navy struck a speedboat off Tampico, killing 4 people.";
    const all = join(
      eleven,
      report(
        "Bay Courier",
        "05",
        text,
        strike("struck a speedboat"),
        figure("4", { best: 4, places: [tampico], time: onDay("2031-03-03") }),
        statement(office("Navy"), "struck a speedboat off Tampico, killing 4 people"),
      ),
    );
    const { news } = since(all, mark("03"));
    expect(news).toHaveLength(1);
    expect(news[0]!.entries).toHaveLength(3);
    expect(news[0]!.sentence).toBe(
      "Navy: struck a speedboat (done; on that day, 3 Mar 2031); 4 people killed (1 origin)",
    );
    expect(cutIn(news[0]!)).toBe(
      "en: Navy: struck a speedboat (done; on that day, 3 Mar 2031); 4 people killed",
    );
  });

  it("puts what changed before what was added, the newest first", () => {
    const nine = report(
      "Bay Courier",
      "05",
      "Rescuers corrected the toll of the ferry that sank off Tampico to 9 people killed.",
      figure("9", dead(9)),
    );
    const { news } = since(join(eleven, nine, struck, quiet("06"), quiet("07")), mark("03"));
    expect(news.map(({ kind }) => kind)).toEqual(["revised", "new", "new", "new"]);
    expect(news.map(({ at }) => at.slice(8, 10))).toEqual(["05", "04", "07", "06"]);
  });
});

describe("what the records alone say", () => {
  const empty: SituationRecord = { entries: [], origins: [], stories: [], offers: [], reports: [] };
  const two = recordOf(struck.reports, struck.readings);
  const entry = two.entries[0]!;
  const step = (change: Revision["change"], more: Partial<Revision> = {}): Revision => ({
    id: `v${change}`,
    entry: entry.id,
    change,
    holdsAt: mark("05"),
    knownAt: mark("05"),
    reports: [],
    ...more,
  });
  const given = { seenAt: mark("04"), reports: struck.reports };

  it("tells an entry withdrawn and told again in between as that", () => {
    const { news } = newsSince({
      ...given,
      before: two,
      now: two,
      revisions: [step("withdrawn"), step("new", { knownAt: mark("06") })],
    });
    expect(news.map(({ sentence }) => sentence)).toEqual([
      "Withdrawn, then told again: Navy: struck a speedboat (done; on that day, 3 Mar 2031) (1 origin)",
    ]);
  });

  it("tells an entry whose evidence counts for another as superseded, not as withdrawn", () => {
    const heir = { ...entry, id: "e-heir" };
    const { news } = newsSince({
      ...given,
      before: two,
      now: { ...two, entries: [heir] },
      revisions: [step("superseded")],
    });
    expect(news.map(({ kind, entries }) => [kind, entries])).toEqual([["superseded", [entry.id, "e-heir"]]]);
  });

  it("tells nothing where a later reading made an entry anew that was there all along", () => {
    expect(newsSince({ ...given, before: two, now: two, revisions: [step("new")] }).news).toEqual([]);
  });

  it("says nothing of a value that came back, nor of a status that is only stated", () => {
    const back = [
      step("revised", { from: "planned", to: "done" }),
      step("revised", { id: "v2", from: "done", to: "planned", knownAt: mark("06") }),
    ];
    expect(newsSince({ ...given, before: two, now: two, revisions: back }).news).toEqual([]);
    expect(
      newsSince({ ...given, before: two, now: two, revisions: [step("revised", { to: "stated" })] }).news,
    ).toEqual([]);
  });

  it("tells what an analyst changed as the analyst's, not as the reports'", () => {
    const by = {
      corrections: [
        {
          id: "c1",
          situation: "s",
          at: mark("05"),
          by: "Bo Li",
          action: { kind: "undo", correction: "c0" } as const,
        },
      ],
    };
    const rejected = newsSince({
      ...given,
      ...by,
      before: two,
      now: empty,
      revisions: [step("withdrawn", { corrections: ["c1"] })],
    });
    expect(rejected.news[0]!.sentence).toMatch(/^Rejected by Bo Li, though printed by Harbour Post: /);
    const edited = [step("revised", { from: "done", to: "planned", corrections: ["c1"] })];
    expect(
      newsSince({ ...given, ...by, before: two, now: two, revisions: edited }).news[0]!.sentence,
    ).toMatch(/^From “done” to “planned”, corrected by Bo Li: /);
    const parted = [step("new", { corrections: ["c2"] })];
    expect(
      newsSince({ ...given, ...by, before: empty, now: two, revisions: parted }).news[0]!.sentence,
    ).toMatch(/^A line of its own by a correction of an analyst: /);
  });

  it("needs no report that is gone", () => {
    const { news } = newsSince({
      ...given,
      reports: [],
      before: two,
      now: empty,
      revisions: [step("withdrawn")],
    });
    expect(news[0]!.kind).toBe("withdrawn");
  });
});
