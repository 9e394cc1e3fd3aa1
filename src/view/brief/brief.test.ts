/** What the brief says of an invented story, where, and what it never says. */
import { describe, expect, it } from "vitest";
import { storyArchive, storyBrief } from "../../../test/brief/story.ts";
import {
  actor,
  archive,
  type EventOptions,
  event,
  expectation,
  figure,
  mexicanGovernment,
  mexico,
  office,
  onDay,
  type Printed,
  position,
  statement,
} from "../../../test/record/cases.ts";
import type { ActorRef } from "../../model/actor.ts";
import { recordOf } from "../../record/record.ts";
import type { News } from "../since.ts";
import { english } from "../words/words.ts";
import { briefOf, sinceBrief } from "./brief.ts";
import type { Brief, SectionKey } from "./model.ts";

const texts = (brief: Brief, key: SectionKey) =>
  brief.sections
    .filter((one) => one.key === key)
    .flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.map(({ text }) => text)));
const everyLine = ({ sections }: Brief) =>
  sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines));

describe("the brief", () => {
  const brief = storyBrief();

  it("has its sections in order, those that hold nothing left out", () => {
    expect(brief.sections.map(({ key }) => key)).toEqual([
      "changes",
      "uncertain",
      "off",
      "contested",
      "figures",
      "positions",
      "legal",
      "watch",
      "unstaged",
      "statements",
      "background",
      "sources",
      "method",
    ]);
  });

  it("says what it covers and rests on, and shows its labels", () => {
    expect(brief.notices).toEqual(["Invented for demonstration"]);
    expect(Object.fromEntries(brief.facts.map(({ label, text }) => [label, text]))).toEqual({
      Covers: "reports published from 3 Mar 2031 to 10 Mar 2031",
      "Rests on": "7 reports, 6 independent origins",
    });
  });

  it("notes every line of the record by sentences that are exact slices", () => {
    const reports = new Map(storyArchive().reports.map((report) => [report.id, report]));
    for (const { report, start, end, quote } of brief.footnotes)
      expect(reports.get(report)!.text.slice(start, end)).toBe(quote);
    const noted = brief.sections.filter(({ key }) => key !== "sources" && key !== "method");
    for (const { groups } of noted)
      for (const { lines } of groups) for (const line of lines) expect(line.notes.length).toBeGreaterThan(0);
    const numbers = brief.footnotes.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(new Set(everyLine(brief).flatMap(({ notes }) => notes)).size).toBe(numbers.length);
  });

  it("keeps what was called off, what is open and what is background apart", () => {
    expect(texts(brief, "off")).toEqual(["Navy: a raid on the depot (called off)"]);
    expect(texts(brief, "uncertain")).toEqual(["Smugglers may have fled the depot (done, possible)"]);
    expect(texts(brief, "unstaged")).toEqual(["A convoy near the mill"]);
    expect(texts(brief, "background")).toEqual(["The port burnt (done; background)"]);
    expect(texts(brief, "done")).toEqual([]);
  });

  it("parts the digits of large values", () => {
    expect(english.value("about 7500")).toBe("about 7,500");
    expect(english.value("75000 to 1000000")).toBe("75,000 to 1,000,000");
    expect(english.value("3.14159")).toBe("3.14159");
  });

  it("sets both sides of a dispute beside each other, with who holds which, and nowhere else", () => {
    const [dispute, ...more] = brief.sections.find(({ key }) => key === "contested")!.groups;
    expect(more).toEqual([]);
    expect(dispute!.sides).toBe(true);
    expect(dispute!.lines.map(({ under }) => under.map(({ text }) => text)).sort()).toEqual([
      ["Held by Meridian Press Agency and Bay Courier"],
      ["Held by Navy"],
    ]);
    expect(
      texts(brief, "done")
        .concat(texts(brief, "off"))
        .filter((text) => text.includes("speedboat")),
    ).toEqual([]);
  });

  it("gives a figure its values over time, with what replaced them", () => {
    const [toll] = brief.sections.find(({ key }) => key === "figures")!.groups[0]!.lines;
    expect(
      toll!.rows!.map(({ at, value, issuer, publishers, tags }) => [
        at.slice(0, 10),
        value,
        issuer,
        publishers,
        tags,
      ]),
    ).toEqual([
      ["2031-03-03", "11", undefined, "Harbour Post", ["superseded"]],
      ["2031-03-09", "9", "coast guard", "Bay Courier", ["correction"]],
    ]);
    expect(toll!.rows!.every(({ notes }) => notes.length === 1)).toBe(true);
  });

  it("shows how a count moved that others contest, and who still holds it", () => {
    const place = { name: "Tolland", country: "TO", precision: "country", id: "country:TO" } as const;
    const toll = (publisher: string, at: string, count: number) => ({
      publisher,
      at,
      text: `The quake in Tolland killed ${count} people.`,
      says: [figure(String(count), { best: count, of: "people", places: [place], stage: "done" as const })],
    });
    const { reports, readings } = archive(
      toll("Harbour Post", "2026-03-03", 40),
      toll("Gulf Herald", "2026-03-05", 90),
      toll("Bay Courier", "2026-03-05", 70),
    );
    const { sections } = briefOf({ title: "x", record: recordOf(reports, readings), reports });
    const [dispute] = sections.find(({ key }) => key === "contested")!.groups;
    expect(dispute!.lines.map(({ rows }) => rows?.map(({ value }) => value))).toEqual([
      ["40", "70"],
      undefined,
    ]);
    expect(dispute!.lines.map(({ under }) => under.at(-1)!.text)).toEqual([
      "Held by Bay Courier",
      "Held by Gulf Herald",
    ]);
  });

  it("tells which day has passed, seen from the last report", () => {
    const watch = brief.sections.find(({ key }) => key === "watch")!;
    expect(watch.intro).toContain("10 Mar 2031");
    expect(watch.groups.map(({ title, lines }) => [title, lines.length])).toEqual([
      ["Overdue: the day has passed, and no report says what came of it", 1],
    ]);
    expect(
      storyBrief({ when: { asOf: "2031-03-05" } }).sections.find(({ key }) => key === "watch")!.groups[0]!
        .title,
    ).toBe("To come");
  });

  it("shows origins as groups with the reason, and each report once", () => {
    const lines = brief.sections.find(({ key }) => key === "sources")!.groups[0]!.lines;
    const [wire] = lines;
    expect(wire!.text).toBe("Meridian Press Agency");
    expect(wire!.tags).toEqual(["2 reports"]);
    expect(wire!.under[0]!.text).toMatch(/^Bay Courier: .*credits Meridian Press Agency/);
    expect(wire!.links!.map(({ text, address }) => [text, address])).toEqual([
      ["Navy strikes boat", "https://post.example/strike"],
      ["Bay Courier: Boat struck", "https://post.example/strike-2"],
    ]);
    expect(lines.flatMap(({ links }) => links ?? [])).toHaveLength(7);
  });

  it("is as it was on an earlier day, and as known on one", () => {
    const early = storyBrief({ when: { asOf: "2031-03-07" } });
    expect(texts(early, "planned")).toEqual(["Navy: a raid on the depot (planned)"]);
    expect(texts(early, "figures")).toEqual(["11 people killed"]);
    expect(early.facts[0]).toEqual({ label: "As of", text: "7 Mar 2031: nothing that was published later" });
    expect(storyBrief({ when: { knownAt: "2031-03-02" } }).sections[1]!.intro).toMatch(
      /^Nothing that belongs/,
    );
  });

  it("is of a span: what was published or is told to have happened in it", () => {
    const week = storyBrief({ span: { from: "2031-03-09", to: "2031-03-10" } });
    expect(texts(week, "off")).toEqual(["Navy: a raid on the depot (called off)"]);
    expect(texts(week, "figures")).toHaveLength(1);
    expect(texts(week, "positions")).toEqual([]);
    // Told on the 6th, of the 4th.
    const day = storyBrief({ span: { from: "2031-03-04", to: "2031-03-04" } });
    expect(texts(day, "contested")).toHaveLength(2);
    expect(day.facts[0]!.text).toMatch(/^4 Mar 2031 to 4 Mar 2031: /);
    const { reports, readings } = storyArchive();
    const span = { from: "2031-03-09", to: "2031-03-10" };
    const linked = briefOf({ title: "x", record: recordOf(reports, readings), reports, span })
      .sections.find(({ key }) => key === "sources")!
      .groups.flatMap(({ lines }) => lines.flatMap(({ links }) => links!));
    expect(linked.map(({ address }) => address).sort()).toEqual(
      ["ferry", "nine", "off", "plan"].map((name) => `https://post.example/${name}`),
    );
    expect(storyBrief({ span: { from: "2031-04-01" } }).sections.map(({ key }) => key)).toContain("done");
  });

  it("never shows what an analyst set as what was read", () => {
    const { reports, readings } = storyArchive();
    const record = recordOf(reports, readings);
    const mark = { correction: "c1", at: "2031-03-11T00:00:00Z", by: "Bo Li" };
    const entries = record.entries.map((entry) =>
      entry.kind !== "position"
        ? entry
        : {
            ...entry,
            edits: [
              {
                ...mark,
                kind: "edit" as const,
                field: "stance" as const,
                from: "open",
                to: "opposes",
                reason: "misread",
              },
            ],
            corrections: [{ ...mark, kind: "confirm" as const }],
            notes: [{ ...mark, kind: "note" as const, text: "seen on film" }],
            grade: { ...mark, kind: "grade" as const, credibility: 2 as const },
          },
    );
    const made = briefOf({ title: "x", record: { ...record, entries }, reports });
    const [line] = made.sections.find(({ key }) => key === "positions")!.groups[0]!.lines;
    expect(line!.under.map(({ text }) => text)).toEqual([
      "Not as read: stance set by Bo Li: misread",
      "Confirmed by Bo Li",
      "Credibility 2 (Admiralty code), graded by Bo Li",
      "Note by Bo Li: seen on film",
    ]);
  });

  it("shows both sides of a dispute of which one lies in the span", () => {
    // Denied on the 6th; told on the 4th and 5th, of the 4th.
    const day = storyBrief({ span: { from: "2031-03-06", to: "2031-03-06" } });
    expect(texts(day, "contested")).toHaveLength(2);
    expect(texts(storyBrief({ span: { from: "2031-03-09" } }), "contested")).toEqual([]);
  });

  it("is the same for the same record", () => {
    expect(storyBrief()).toEqual(brief);
  });

  it("leaves out other schemes and passwords from addresses", () => {
    const printed = (url: string): Printed => ({
      publisher: "Harbour Post",
      at: "2031-03-03",
      url,
      text: "The port closed.",
      says: [event("The port closed", { lemma: "close", stage: "done" })],
    });
    const addressOf = (url: string) => {
      const { reports, readings } = archive(printed(url));
      return briefOf({ title: "x", record: recordOf(reports, readings), reports }).footnotes[0]!.address;
    };
    expect(addressOf("javascript:alert(1)")).toBeUndefined();
    expect(addressOf("file:///etc/passwd")).toBeUndefined();
    expect(addressOf("https://me:secret@post.example/a b")).toBe("https://post.example/a%20b");
  });

  it("cuts a sentence without end and says so, never between the halves of a character", () => {
    const text = `The port closed ${"𝒳".repeat(2000)}.`;
    const { reports, readings } = archive({
      publisher: "Post",
      at: "2031-03-03",
      text,
      says: [event("The port closed", { lemma: "close", stage: "done" })],
    });
    const [note] = briefOf({ title: "x", record: recordOf(reports, readings), reports }).footnotes;
    expect(note!.isCut).toBe(true);
    expect(note!.quote.isWellFormed()).toBe(true);
    expect(text.startsWith(note!.quote)).toBe(true);
  });
});

describe("a long record", () => {
  const many = archive(
    // numbers of three digits, so that no line has fewer words than another
    ...Array.from({ length: 500 }, (_, n): Printed => {
      const i = n + 101;
      const day = new Date(Date.UTC(2031, 0, 1 + (n % 300))).toISOString().slice(0, 10);
      const text = `Soldiers closed road number ${i} near the mill. It cost ${i + 2} lives at bridge ${i}.`;
      return {
        publisher: `Paper ${i}`,
        at: `${day}T06:00:00Z`,
        text,
        says: [
          event(`Soldiers closed road number ${i}`, { lemma: `close-${i}`, stage: "done" }),
          figure(`${i + 2} lives`, { best: i + 2, of: `lives at bridge ${i}`, measure: `lost-${i}` }),
        ],
      };
    }),
  );
  const record = recordOf(many.reports, many.readings);
  const short = briefOf({ title: "Long", record, reports: many.reports });
  const whole = briefOf({ title: "Long", record, reports: many.reports, all: true });

  it("is cut to what a person reads, of what tells the same the latest first, and says what it leaves out", () => {
    const [group] = short.sections.find(({ key }) => key === "done")!.groups;
    expect(group!.lines).toHaveLength(20);
    expect(group!.more).toBe("Not shown: 480 more lines that tell less of the whole, or much the same.");
    expect(group!.lines.at(-1)!.text).toMatch(/road number (?:400)/);
    expect(group!.lines.map(({ tags }) => tags[0])).toEqual(
      Array.from({ length: 20 }, (_, i) => `told ${i + 8} Oct 2031`),
    );
    expect(everyLine(short).length).toBeLessThan(130);
    expect(short.footnotes.length).toBeLessThan(60);
    for (const { groups } of short.sections) {
      const shown = groups.flatMap(({ lines }) => lines).length;
      if (shown > 10) expect(groups.some(({ more }) => more !== undefined)).toBe(true);
    }
  });

  it("is whole where all of it is asked for", () => {
    expect(whole.sections.find(({ key }) => key === "done")!.groups[0]!.lines).toHaveLength(500);
    expect(whole.sections.flatMap(({ groups }) => groups.flatMap(({ more }) => more ?? []))).toEqual([]);
  });
});

describe("of much that one report each tells, the brief", () => {
  const ferry = actor("ministry:ferries", "Ministry of Ferries", "ministry");
  const guild = actor("group:guild", "guild of bakers", "group");
  const told = archive(
    ...["north", "south", "east", "west"].map(
      (quay, i): Printed => ({
        publisher: `Paper ${quay}`,
        at: `2031-03-0${i + 2}T06:00:00Z`,
        text: `Rebels shelled the ferry terminal on the ${quay} quay of Ardo.`,
        says: [
          event(`shelled the ferry terminal on the ${quay} quay of Ardo`, { lemma: "shell", stage: "done" }),
        ],
      }),
    ),
    {
      publisher: "Paper of stands",
      at: "2031-03-03T06:00:00Z",
      text: "The ministry rejects the rebels' shelling of the ferry terminal of Ardo. 8,000 people fled the quay.",
      says: [
        position(ferry, "opposes", "the rebels' shelling of the ferry terminal of Ardo"),
        figure("8,000 people", { best: 8000, of: "people", measure: "displaced" }),
      ],
    },
    {
      publisher: "Paper of bread",
      at: "2031-03-09T06:00:00Z",
      text: "The guild backs a lower price for rye loaves and seeded buns. Two people were hurt in its kitchen.",
      says: [
        position(guild, "supports", "a lower price for rye loaves and seeded buns"),
        figure("Two people", { best: 2, of: "people", measure: "injured" }),
      ],
    },
  );
  const { sections } = briefOf({
    title: "Ferries",
    record: recordOf(told.reports, told.readings),
    reports: told.reports,
  });
  const groupsOf = (wanted: SectionKey) => sections.find(({ key }) => key === wanted)!.groups;

  it("sets first who holds something of what the situation is about, not who spoke last", () => {
    expect(groupsOf("positions").map(({ title }) => title)).toEqual([
      "Ministry of Ferries",
      "Guild of bakers",
    ]);
  });

  it("gives a holder one heading by whatever name, and another to whom another name means", () => {
    const holds = (name: string, i: number, kind: "person" | "group" = "person"): Printed => ({
      publisher: `Paper ${i}`,
      at: `2031-03-${String(i + 10)}T06:00:00Z`,
      text: `${name} rejects toll number ${i} on the ferries of Ardo.`,
      says: [
        position(actor(`${kind}:${name}`, name, kind), "opposes", `toll number ${i} on the ferries of Ardo`),
      ],
    });
    const stateHolds = (holder: ActorRef, i: number): Printed => ({
      publisher: `Paper ${i}`,
      at: `2031-03-${String(i + 10)}T06:00:00Z`,
      text: `It rejects toll number ${i} on the ferries of Ardo.`,
      says: [position(holder, "opposes", `toll number ${i} on the ferries of Ardo`)],
    });
    const titlesOf = (...names: (string | Printed)[]) => {
      const { reports, readings } = archive(
        ...names.map((name, i) => (typeof name === "string" ? holds(name, i) : name)),
      );
      const brief = briefOf({ title: "Stands", record: recordOf(reports, readings), reports });
      return brief.sections.find(({ key }) => key === "positions")!.groups.map(({ title }) => title);
    };
    expect(titlesOf("Muqadar Tarrafi", "Moqadar Tarafi", "Tarrafi")).toEqual(["Muqadar Tarrafi"]);
    expect(titlesOf("Lena Maria Ostrev", "Lena Ostrev", "Lena M. Ostrev")).toHaveLength(1);
    expect(titlesOf("Mario Ostrev", "Maria Ostrev", "Ostrev")).toHaveLength(3);
    expect(titlesOf("Ivo Hassal", "Ivo Hesselin")).toHaveLength(2);
    expect(titlesOf("Liberal Lena Ostrev", "Lena Ostrev", "Ada Moll")).toEqual(["Lena Ostrev", "Ada Moll"]);
    expect(titlesOf("Lena Maria Ostrev", "Maria Ostrev", "Lena Ostrev")).toHaveLength(2);
    expect(titlesOf("Ivo Hassal", "Ada Hassal", "Ivo Hassal", "Hassal", "Ivo Hassal", "Ivo Hassal")).toEqual([
      "Ivo Hassal",
      "Ada Hassal",
    ]);
    expect(titlesOf(stateHolds(mexico, 1), stateHolds(mexicanGovernment, 2))).toHaveLength(1);
    expect(titlesOf(holds("country", 1, "group"), holds("Guild of Bakers", 2, "group"))).toEqual([
      "Guild of Bakers",
      "Country",
    ]);
    expect(titlesOf(holds("ferry company", 1, "group"), holds("Guild of Bakers", 2, "group"))[1]).toBe(
      "Ferry company",
    );
  });

  it("tells of many changes those that are of what the situation is about, in the order in which they came", () => {
    const reports = Array.from({ length: 30 }, (_, i): Printed => {
      const isBread = i === 29;
      const what = isBread
        ? `baked rye loaves and buns for ${i} days`
        : `shelled wharf${i}a crane${i}b jetty${i}c depot${i}d mole${i}e of the Ardo ferry quay`;
      return {
        publisher: `Paper ${i}`,
        at: `2031-03-01T${String(i % 24).padStart(2, "0")}:${String(i).padStart(2, "0")}:00Z`,
        text: `They ${what}.`,
        says: [event(what, { lemma: `act-${i}`, stage: "done" })],
      };
    });
    const { reports: all, readings } = archive(...reports);
    const record = recordOf(all, readings);
    const news = record.entries.toReversed().map(
      (entry): News => ({
        kind: "new",
        kinds: ["new"],
        entries: [entry.id],
        sentence: all.find(({ id }) => id === entry.leadReport)!.text,
        at: "2031-03-02",
        knownAt: "2031-03-02",
        origins: 1,
        evidence: [{ report: entry.leadReport, start: 0, end: 4 }],
        isRemark: false,
      }),
    );
    const since = { words: "since 1 Mar", news: { news, passing: 0 } };
    const { sections } = sinceBrief({ title: "Ferries", record, reports: all, since });
    const [group] = sections[0]!.groups;
    expect(group!.lines).toHaveLength(20);
    expect(group!.lines.filter(({ text }) => text.includes("loaves"))).toEqual([]);
    const order = news.map(({ entries }) => entries[0]);
    const places = group!.lines.map(({ entry }) => order.indexOf(entry!));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(group!.more).toBe("Not shown: 10 more lines that tell less of the whole, or much the same.");
  });

  it("tells of what a report only asks apart from what is not certain", () => {
    const one = (publisher: string, text: string, what: string, more: Partial<EventOptions>): Printed => ({
      publisher,
      at: "2031-03-02T06:00:00Z",
      text,
      says: [event(what, { lemma: what, stage: "done", ...more })],
    });
    const { reports, readings } = archive(
      one("Paper of letters", "Are we arming the rebels of Ardo?", "arming the rebels of Ardo", {
        certainty: "unknown",
      }),
      one("Quay Post", "Rebels may have mined the quay of Ardo.", "have mined the quay of Ardo", {
        certainty: "possible",
      }),
    );
    const asked = briefOf({ title: "Ferries", record: recordOf(reports, readings), reports });
    expect(texts(asked, "unstaged")).toEqual([expect.stringMatching(/rming the rebels/)]);
    expect(texts(asked, "uncertain")).toEqual([expect.stringMatching(/mined the quay/)]);
  });

  it("watches what tells of the situation before what some paper expects elsewhere", () => {
    const expected = (what: string, i: number): Printed => ({
      publisher: `Paper ${i}`,
      at: `2031-03-${String(i).padStart(2, "0")}T06:00:00Z`,
      text: `${what} on ${i} May.`,
      says: [
        expectation(`${what} on ${i} May`, {
          by: onDay(`2031-05-${String(i).padStart(2, "0")}`, `${i} May`),
        }),
      ],
    });
    const plans = [
      "petition shipwrights",
      "repaint lanterns",
      "inspect cisterns",
      "lease orchards",
      "flood quarries",
      "dredge canals",
      "guard granaries",
      "tax salters",
      "photograph ramparts",
      "fence meadows",
      "survey culverts",
      "insure dredgers",
      "light beacons",
      "sweep chimneys",
    ];
    const watched = archive(
      ...plans.map((plan, i) => expected(`Rebels will ${plan} near old Ardo`, 2 * i + 2)),
      expected("Bakers will sell seeded buns and rye loaves cheaply in Velm", 30),
    );
    const { sections: all } = briefOf({
      title: "Ferries",
      record: recordOf(watched.reports, watched.readings),
      reports: watched.reports,
    });
    const [group] = all.find(({ key }) => key === "watch")!.groups;
    expect(group!.lines).toHaveLength(12);
    expect(group!.lines.filter(({ text }) => text.includes("buns"))).toEqual([]);
  });

  it("counts thousands before two", () => {
    expect(groupsOf("figures")[0]!.lines.map(({ text }) => text)).toEqual([
      "8,000 people displaced",
      "Two people injured",
    ]);
  });
});

describe("what one sentence tells of two kinds, the brief", () => {
  const text = "The harbour master said the ferry had sunk off Tolland. The mayor said the pier was safe.";
  const { reports, readings } = archive({
    publisher: "Harbour Post",
    at: "2031-03-03T06:00:00Z",
    text,
    says: [
      event("the ferry had sunk off Tolland", { lemma: "sink", stage: "done" }),
      statement(office("harbour master"), "the ferry had sunk off Tolland"),
      statement(office("mayor"), "the pier was safe"),
    ],
  });
  const of = (all: boolean) => briefOf({ title: "x", record: recordOf(reports, readings), reports, all });

  it("tells once, and says so, but for who asks for all", () => {
    const [group] = of(false).sections.find(({ key }) => key === "statements")!.groups;
    expect(group!.lines.map(({ text }) => text)).toEqual([expect.stringContaining("the pier was safe")]);
    expect(group!.more).toBe("Not shown: 1 line whose sentence another section tells.");
    expect(texts(of(true), "statements")).toHaveLength(2);
  });
});

describe("counts in the same words, the brief", () => {
  /** What each report is about: nothing ties them together but the count. */
  const news: Readonly<Record<string, string>> = {
    "Harbour Post": "The council of Ardo voted for a new crane, whose cost is not known, and mourned",
    "Bay Courier": "Edda Quillan opened her school in the hills with a song for",
    "Delta Times": "No ferry runs to Tolland today because the crews remember",
  };
  const shot = (publisher: string, day: string, of: string, on?: string): Printed => ({
    publisher,
    at: `2031-03-${day}T06:00:00Z`,
    text: `${news[publisher]} six ${of}.`,
    says: [
      figure(`six ${of}`, {
        best: 6,
        of,
        measure: "killed",
        stage: "done",
        ...(on === undefined ? {} : { time: onDay(`2031-03-${on}`) }),
      }),
    ],
  });
  const figuresOf = (...printed: Printed[]) => {
    const { reports, readings } = archive(...printed);
    const brief = briefOf({ title: "x", record: recordOf(reports, readings), reports });
    return brief.sections
      .find(({ key }) => key === "figures")!
      .groups.flatMap(({ lines }) => lines.map(({ under }) => under.map(({ text }) => text)));
  };

  it("tells on one line, and says of how many", () => {
    const lamp = (publisher: string, day: string) => shot(publisher, day, "lamp keepers");
    expect(
      figuresOf(lamp("Harbour Post", "03"), lamp("Bay Courier", "20"), lamp("Delta Times", "28")),
    ).toEqual([["Told in the same words in 2 more lines, by 3 origins in all"]]);
  });

  it("tells apart of other days, and where one word says of whom", () => {
    expect(
      figuresOf(
        shot("Harbour Post", "10", "lamp keepers", "03"),
        shot("Bay Courier", "28", "lamp keepers", "26"),
      ),
    ).toEqual([[], []]);
    expect(figuresOf(shot("Harbour Post", "03", "men"), shot("Bay Courier", "28", "men"))).toEqual([[], []]);
  });
});
