/** Corrections on hand-made archives: each action, its undoing, what becomes of it when evidence or readers change. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Archive,
  actor,
  archive,
  caribbean,
  event,
  figure,
  join,
  named,
  onDay,
  type Printed,
  position,
  statement,
  us,
} from "../../../test/record/cases.ts";
import type {
  Anchor,
  Correction,
  CorrectionAction,
  EditField,
  EditValue,
  Target,
} from "../../model/correction.ts";
import type { Entry, EntryEvidence, SituationRecord } from "../../model/entry.ts";
import { type RecordOptions, recordOf, revisions } from "../record.ts";
import { anchorOf, correctionOf, targetOf } from "./corrections.ts";

const raid: Printed = {
  publisher: "Harbour Post",
  at: "2031-03-01",
  text: "US forces struck a boat near the coast on Saturday. The strike killed 11 people, the navy said.",
  says: [
    event("struck a boat", {
      lemma: "strike",
      stage: "done",
      actors: [us],
      places: [caribbean],
      time: onDay("2031-03-01"),
    }),
    figure("11", { best: 11, in: "The strike killed", speaker: named("navy") }),
  ],
};
const attack: Printed = {
  publisher: "Bay Courier",
  at: "2031-03-02",
  text: "Crowds burned the customs house in the capital, witnesses said. Nine fishermen are missing.",
  says: [
    event("burned the customs house", { lemma: "burn", type: "PROTEST", stage: "done" }),
    figure("Nine", { measure: "missing", best: 9, of: "fishermen" }),
  ],
};
const again: Printed = {
  publisher: "Delta Times",
  at: "2031-03-03",
  text: "American forces struck a boat near the coast on 1 March, residents of the island said, and went on to the pier.",
  says: [
    event("struck a boat", {
      lemma: "strike",
      stage: "done",
      actors: [us],
      places: [caribbean],
      time: onDay("2031-03-01"),
    }),
  ],
};
const base = archive(raid, attack, again);
const madeAt = "2031-03-10T08:00:00.000Z";

/** The same archive and corrections, as a record. */
const made = ({ reports, readings }: Archive, corrections: readonly Correction[], when: RecordOptions = {}) =>
  recordOf(reports, readings, { ...when, corrections });

const by = (action: CorrectionAction, more: Partial<Correction> = {}): Correction =>
  correctionOf({ situation: "coast", at: madeAt, by: "Ana Ruiz", reason: "read it myself", action, ...more });

function entryWith(record: SituationRecord, words: string, of: Archive = base): Entry {
  const found = record.entries.find(({ evidence }) =>
    evidence.some((one) => quoteOf(one, of).includes(words)),
  );
  if (found === undefined) throw new Error(`no entry tells "${words}"`);
  return found;
}

function quoteOf({ report, finding }: EntryEvidence, { reports }: Archive): string {
  const { start, end } = finding.evidence;
  return reports.find(({ id }) => id === report)!.text.slice(start, end);
}

function targetFor(entry: Entry, of: Archive = base): Target {
  return targetOf(entry, "a line", new Map(of.reports.map((report) => [report.id, report])));
}

function anchorsFor(evidence: readonly EntryEvidence[], of: Archive = base): Anchor[] {
  return evidence.map(({ report, finding }) =>
    anchorOf(of.reports.find(({ id }) => id === report)!, finding),
  );
}

const plain = made(base, []);
const strike = entryWith(plain, "US forces struck");
const burning = entryWith(plain, "burned the customs");
const toll = entryWith(plain, "killed 11");

describe("merge", () => {
  const merge = by({ kind: "merge", entries: [targetFor(strike), targetFor(burning)] });

  it("makes one entry of two, whose origins and history are counted anew", () => {
    const record = made(base, [merge]);
    const one = entryWith(record, "US forces struck");
    expect(one.id).toBe(strike.id);
    expect(one.evidence.length).toBe(strike.evidence.length + burning.evidence.length);
    expect(one.origins.length).toBe(strike.origins.length + burning.origins.length);
    expect(record.entries.length).toBe(plain.entries.length - 1);
    expect(one.corrections).toEqual([
      {
        correction: merge.id,
        kind: "merge",
        at: madeAt,
        by: "Ana Ruiz",
        reason: "read it myself",
      },
    ]);
    expect(record.review).toEqual({ conflicts: [], rejected: [] });
  });

  it("is told as a revision, and what is gone as superseded", () => {
    const found = revisions(plain, made(base, [merge]), { knownAt: madeAt });
    expect(found.map(({ entry, change, corrections }) => [entry, change, corrections])).toEqual(
      expect.arrayContaining([
        [strike.id, "corroborated", [merge.id]],
        [burning.id, "superseded", [merge.id]],
      ]),
    );
  });

  it("raises what cannot both be, and keeps both sides", () => {
    const other = archive(
      {
        publisher: "Plains Dispatch",
        at: "2031-03-01",
        text: "The hospital counted 31 dead after the shooting at the pier.",
        says: [figure("31", { best: 31, of: "dead", speaker: named("hospital") })],
      },
      raid,
    );
    const before = made(other, []);
    const [eleven, more] = [entryWith(before, "killed 11", other), entryWith(before, "31 dead", other)];
    expect(eleven.id).not.toBe(more.id);
    const both = by({ kind: "merge", entries: [targetFor(eleven, other), targetFor(more, other)] });
    const { entries, review } = made(other, [both]);
    const sides = entries.filter(({ corrections }) => corrections?.[0]?.correction === both.id);
    expect(sides.map(({ contradicts }) => contradicts.length)).toEqual([1, 1]);
    expect(review?.conflicts).toMatchObject([{ correction: both.id, reason: "merge-contradicts" }]);
    expect(sides.some(({ conflicts }) => conflicts?.[0]?.reason === "merge-contradicts")).toBe(true);
  });
});

describe("split", () => {
  const taken = strike.evidence.filter((one) => quoteOf(one, base).startsWith("American"));
  const split = by({ kind: "split", entry: targetFor(strike), evidence: anchorsFor(taken) });

  it("makes an entry of the sentences taken out; both count their own origins", () => {
    expect(strike.evidence.length).toBe(2);
    const record = made(base, [split]);
    const [rest, apart] = [entryWith(record, "US forces struck"), entryWith(record, "American forces")];
    expect(rest.id).toBe(strike.id);
    expect(apart.id).not.toBe(strike.id);
    expect([rest.origins.length, apart.origins.length]).toEqual([1, 1]);
    expect([rest, apart].map(({ corrections }) => corrections?.[0]?.kind)).toEqual(["split", "split"]);
  });

  it("leaves its name to what is left, also when the first sentence is taken out", () => {
    const first = strike.evidence.filter((one) => quoteOf(one, base).startsWith("US"));
    const record = made(base, [by({ kind: "split", entry: targetFor(strike), evidence: anchorsFor(first) })]);
    expect(entryWith(record, "American forces").id).toBe(strike.id);
    expect(entryWith(record, "US forces struck").id).not.toBe(strike.id);
  });

  it("takes later reprints of the sentence along, and no others", () => {
    const reprint = { ...again, publisher: "Inland Mirror", at: "2031-03-12" };
    const more = join(base, archive(reprint));
    const record = made(more, [split]);
    expect(entryWith(record, "American forces", more).evidence.length).toBe(2);
    expect(entryWith(record, "US forces struck", more).evidence.length).toBe(1);
  });

  it("parts what was edited before: the edit stays with the sentence that it was made on", () => {
    const edit = by(
      { kind: "edit", entry: targetFor(strike), field: "stage", from: "done", to: "planned" },
      { at: "2031-03-09T08:00:00.000Z" },
    );
    const { entries, review } = made(base, [edit, split]);
    const edited = entries.filter(({ edits }) => edits !== undefined);
    expect(edited.map(({ lead, leadReport }) => [leadReport, lead.evidence])).toEqual([
      [strike.leadReport, strike.lead.evidence],
    ]);
    expect(review?.conflicts).toEqual([]);
  });

  it("does nothing where all would be taken", () => {
    const all = by({ kind: "split", entry: targetFor(strike), evidence: anchorsFor(strike.evidence) });
    expect(entryWith(made(base, [all]), "US forces").evidence.length).toBe(2);
  });
});

describe("edit", () => {
  const edit = by({ kind: "edit", entry: targetFor(strike), field: "stage", from: "done", to: "planned" });
  const count = by({ kind: "edit", entry: targetFor(toll), field: "best", from: 11, to: 9 });

  it("shows what an analyst says beside what was read, and the sentence stays", () => {
    const one = entryWith(made(base, [edit]), "US forces struck");
    expect(one.status).toMatchObject({ stage: "planned", polarity: "affirmed", certainty: "asserted" });
    expect(one.lead.status).toEqual(one.status);
    expect(one.asRead?.status).toEqual(strike.status);
    expect(one.asRead?.lead).toEqual(strike.lead);
    expect(one.lead.evidence).toEqual(strike.lead.evidence);
    expect(one.evidence).toEqual(strike.evidence);
    expect(one.edits).toMatchObject([{ field: "stage", from: "done", to: "planned", by: "Ana Ruiz" }]);
    expect(one.history.at(-1)).toMatchObject({ correction: edit.id, at: madeAt, status: one.status });
    expect(one.history.slice(0, -1)).toEqual(strike.history);
  });

  it("is borne out by those origins alone whose sentences say as much", () => {
    const originsAfter = (entry: Entry, field: EditField, to: EditValue) =>
      entryWith(
        made(base, [by({ kind: "edit", entry: targetFor(entry), field, from: null, to })]),
        entry === toll ? "killed 11" : "US forces struck",
      ).origins;
    expect(strike.origins.length).toBe(2);
    expect(originsAfter(strike, "stage", "planned")).toEqual(strike.origins);
    expect(originsAfter(strike, "certainty", "possible")).toEqual(strike.origins);
    expect(originsAfter(strike, "polarity", "denied")).toEqual([]);
    expect(originsAfter(toll, "best", 9)).toEqual([]);
    expect(originsAfter(toll, "places", [])).toEqual(toll.origins);
    const plan = archive({
      ...raid,
      says: [event("struck a boat", { lemma: "strike", stage: "planned", actors: [us] })],
    });
    const [planned] = made(plan, []).entries;
    const done = by({
      kind: "edit",
      entry: targetFor(planned!, plan),
      field: "stage",
      from: "planned",
      to: "done",
    });
    expect(made(plan, [done]).entries[0]).toMatchObject({ status: { stage: "done" }, origins: [] });
  });

  it("changes a number in the series and is told as a revision", () => {
    const record = made(base, [count]);
    const one = entryWith(record, "killed 11");
    expect(one.series).toMatchObject([{ best: 9, edit: count.id }]);
    expect(revisions(plain, record, { knownAt: madeAt })).toMatchObject([
      { entry: toll.id, change: "revised", from: "11", to: "9", corrections: [count.id] },
    ]);
  });

  it("is the last one made of a field, and shows the ones before", () => {
    const later = by(
      { kind: "edit", entry: targetFor(toll), field: "best", from: 9, to: 10 },
      { at: "2031-03-11T08:00:00.000Z" },
    );
    const one = entryWith(made(base, [later, count]), "killed 11");
    expect(one.lead).toMatchObject({ figure: { best: 10 } });
    expect(one.edits).toMatchObject([{ to: 9 }, { to: 10, from: 11 }]);
  });

  it("touches no other kind of entry than those that have the field", () => {
    const wrong = by({ kind: "edit", entry: targetFor(strike), field: "best", from: null, to: 3 });
    expect(entryWith(made(base, [wrong]), "US forces struck").lead).toEqual(strike.lead);
  });

  it("stands against later evidence, which is raised", () => {
    const rising: Printed = {
      publisher: "Delta Times",
      at: "2031-03-02",
      fetched: "2031-03-12T08:00:00Z",
      text: "The strike near the coast on Saturday killed 12 people, up from 11, the navy said.",
      says: [
        figure("12", { best: 12, in: "The strike near", speaker: named("navy"), time: onDay("2031-03-01") }),
      ],
    };
    const more = join(base, archive(rising));
    const record = made(more, [count]);
    const one = entryWith(record, "12 people", more);
    expect(one.id).toBe(toll.id);
    expect(one.edits).toMatchObject([{ field: "best", to: 9 }]);
    expect(record.review?.conflicts).toMatchObject([
      {
        reason: "new-evidence",
        correction: count.id,
        entry: toll.id,
        why: "best was edited to 9; Delta Times since: 12",
      },
    ]);
    expect(one.conflicts).toEqual(record.review?.conflicts);
    // What was there when it was made is no news.
    expect(made(base, [count]).review?.conflicts).toEqual([]);
  });

  it("of a number takes away the bounds that leave no room for it", () => {
    const least = archive({
      ...raid,
      says: [figure("11", { low: 11, in: "The strike killed", speaker: named("navy") })],
    });
    const [one] = made(least, []).entries;
    const target = targetFor(one!, least);
    const edited = (field: "low" | "best" | "high", to: number) => {
      const { lead } = made(least, [by({ kind: "edit", entry: target, field, from: null, to })]).entries[0]!;
      if (lead.kind !== "figure") throw new Error("no figure");
      return [lead.figure.low, lead.figure.best, lead.figure.high];
    };
    expect(edited("best", 9)).toEqual([null, 9, null]);
    expect(edited("best", 14)).toEqual([11, 14, null]);
    expect(edited("high", 10)).toEqual([null, null, 10]);
    expect(edited("low", 12)).toEqual([12, null, null]);
  });

  it("is held against bounds as well: a later “at least 12” leaves no room for 9", () => {
    const rising: Printed = {
      publisher: "Delta Times",
      at: "2031-03-02",
      fetched: "2031-03-12T08:00:00Z",
      text: "The strike near the coast on Saturday killed at least 12 people, up from 11, the navy said.",
      says: [
        figure("at least 12", {
          low: 12,
          in: "The strike near",
          speaker: named("navy"),
          time: onDay("2031-03-01"),
        }),
      ],
    };
    const more = join(base, archive(rising));
    const conflicts = made(more, [count]).review?.conflicts ?? [];
    expect(conflicts.map(({ why }) => why)).toEqual(["best was edited to 9; Delta Times since: at least 12"]);
    const room = by({ kind: "edit", entry: targetFor(toll), field: "best", from: 11, to: 13 });
    expect(made(more, [room]).review?.conflicts).toEqual([]);
  });

  it("is silent as of a day before its sentence was public", () => {
    const plan = archive(
      {
        publisher: "Harbour Post",
        at: "2031-02-01",
        text: "The navy may strike boats near the coast, officials said on Friday.",
        says: [
          event("strike boats", {
            lemma: "strike",
            stage: "planned",
            certainty: "possible",
            actors: [us],
            places: [caribbean],
          }),
        ],
      },
      {
        publisher: "Bay Courier",
        at: "2031-02-20",
        text: "The navy will strike boats near the coast, the minister said.",
        says: [
          event("strike boats", { lemma: "strike", stage: "authorised", actors: [us], places: [caribbean] }),
        ],
      },
    );
    const [one] = made(plan, []).entries;
    const off = by({
      kind: "edit",
      entry: targetFor(one!, plan),
      field: "stage",
      from: "authorised",
      to: "announced",
    });
    expect(made(plan, [off]).entries[0]?.status?.stage).toBe("announced");
    const early = made(plan, [off], { asOf: "2031-02-10" });
    expect(early.entries[0]?.status?.stage).toBe("planned");
    expect(early.review?.conflicts).toEqual([]);
  });
});

describe("what an edited entry contradicts", () => {
  const crossing = (publisher: string, polarity: "affirmed" | "denied"): Printed => ({
    publisher,
    at: "2031-03-05",
    text: `${publisher}: soldiers ${polarity === "denied" ? "did not cross" : "crossed"} the northern border near Tampico.`,
    says: [
      event(
        polarity === "denied"
          ? "cross the northern border near Tampico"
          : "crossed the northern border near Tampico",
        {
          lemma: "cross",
          type: "MOBILIZE",
          stage: "done",
          polarity,
        },
      ),
    ],
  });
  const both = archive(crossing("Harbour Post", "affirmed"), crossing("Bay Courier", "denied"));
  const read = made(both, []).entries;
  const [yes, no] = (["affirmed", "denied"] as const).map((said) =>
    read.find(({ status }) => status?.polarity === said),
  );
  const edit = (entry: Entry, field: EditField, to: EditValue, of = both) =>
    by({ kind: "edit", entry: targetFor(entry, of), field, from: null, to });
  const against = (record: SituationRecord) => record.entries.map(({ contradicts }) => contradicts);

  it("is nothing where an edit makes the two agree, and again what it was where that is undone", () => {
    const before = read.map(({ contradicts }) => contradicts);
    expect(before).toEqual(read.map(({ id }) => [id === yes!.id ? no!.id : yes!.id]));
    const agreed = edit(no!, "polarity", "affirmed");
    expect(against(made(both, [agreed]))).toEqual([[], []]);
    const undo = by({ kind: "undo", correction: agreed.id }, { at: "2031-03-11T08:00:00.000Z" });
    expect(against(made(both, [agreed, undo]))).toEqual(before);
    // A day that rules the one happening out.
    expect(against(made(both, [edit(no!, "time", onDay("2031-01-05"))]))).toEqual([[], []]);
    expect(against(made(both, [edit(no!, "background", true)]))).toEqual(before);
  });

  it("is what tells the act that an analyst says is denied", () => {
    const one = archive(crossing("Harbour Post", "affirmed"));
    const two = archive(crossing("Harbour Post", "affirmed"), {
      ...crossing("Bay Courier", "affirmed"),
      text: "Bay Courier: soldiers crossed the northern border near Tampico at night.",
    });
    const entries = made(two, []).entries;
    const split = by(
      {
        kind: "split",
        entry: targetFor(entries[0]!, two),
        evidence: anchorsFor(entries[0]!.evidence.slice(1), two),
      },
      { at: "2031-03-09T08:00:00.000Z" },
    );
    const apart = made(two, [split]);
    expect(against(apart)).toEqual([[], []]);
    const denied = edit(apart.entries[1]!, "polarity", "denied", two);
    const [a, b] = made(two, [split, denied]).entries;
    expect([a!.contradicts, b!.contradicts]).toEqual([[b!.id], [a!.id]]);
    expect(against(made(one, [edit(made(one, []).entries[0]!, "polarity", "denied", one)]))).toEqual([[]]);
  });

  it("is a count only while it leaves no room for the other", () => {
    const counts = archive(
      {
        publisher: "Plains Dispatch",
        at: "2031-03-01",
        text: "The hospital counted 31 dead after the shooting at the pier.",
        says: [figure("31", { best: 31, of: "dead", speaker: named("hospital") })],
      },
      {
        publisher: "Harbour Post",
        at: "2031-03-01",
        text: "The navy counted 11 dead after the shooting at the pier.",
        says: [figure("11", { best: 11, of: "dead", speaker: named("navy") })],
      },
    );
    const merge = by(
      { kind: "merge", entries: made(counts, []).entries.map((entry) => targetFor(entry, counts)) },
      { at: "2031-03-09T08:00:00.000Z" },
    );
    const record = made(counts, [merge]);
    const [some] = record.entries;
    expect(record.entries.map(({ contradicts }) => contradicts.length)).toEqual([1, 1]);
    const same = (best: number) => edit(some!, "best", best, counts);
    const other = some!.lead.kind === "figure" && some!.lead.figure.best === 11 ? 31 : 11;
    expect(against(made(counts, [merge, same(12)])).map((ids) => ids.length)).toEqual([1, 1]);
    const held = [merge, same(other)];
    expect(against(made(counts, held))).toEqual([[], []]);
  });
});

describe("reject", () => {
  it("takes an entry out of the record and keeps it to be seen", () => {
    const reject = by({ kind: "reject", entry: targetFor(toll) });
    const record = made(base, [reject]);
    expect(record.entries.map(({ id }) => id)).not.toContain(toll.id);
    expect(record.review?.rejected.map(({ id }) => id)).toEqual([toll.id]);
    expect(revisions(plain, record, { knownAt: madeAt })).toMatchObject([
      { entry: toll.id, change: "withdrawn", from: "11", corrections: [reject.id] },
    ]);
  });

  it("raises it when another origin tells what was rejected", () => {
    const reject = by({ kind: "reject", entry: targetFor(strike) });
    const more = join(
      base,
      archive({
        ...again,
        publisher: "Capital Daily",
        at: "2031-03-13",
        text: "US forces struck a boat near the coast on 1 March, a new inquiry by the parliament of the island found.",
      }),
    );
    const { review, entries } = made(more, [reject]);
    expect(review?.conflicts).toMatchObject([
      { reason: "told-again", entry: strike.id, why: expect.stringContaining("Capital Daily") },
    ]);
    expect(entries.map(({ id }) => id)).not.toContain(strike.id);
    expect(review?.rejected[0]?.evidence.length).toBe(3);
  });

  it("takes one sentence out, and the entry with its last one", () => {
    const one = strike.evidence.filter((evidence) => quoteOf(evidence, base).startsWith("US"));
    const reject = by({ kind: "reject", entry: targetFor(strike), evidence: anchorsFor(one) });
    const left = entryWith(made(base, [reject]), "American forces");
    expect(left).toMatchObject({ id: strike.id, origins: [strike.origins[1]] });
    const both = by({ kind: "reject", entry: targetFor(strike), evidence: anchorsFor(strike.evidence) });
    const record = made(base, [both]);
    expect(record.entries.map(({ id }) => id)).not.toContain(strike.id);
    expect(record.review?.conflicts).toEqual([]);
  });

  it("raises a sentence told again by somebody else", () => {
    const reject = by({
      kind: "reject",
      entry: targetFor(strike),
      evidence: anchorsFor(strike.evidence.slice(0, 1)),
    });
    const words = quoteOf(strike.evidence[0]!, base);
    const filler =
      "The inquiry of the island parliament heard of it for the first time in its session of May.";
    const more = join(
      base,
      archive({
        ...raid,
        publisher: "Capital Daily",
        at: "2031-03-04",
        fetched: "2031-03-14T08:00:00Z",
        text: `${filler} ${filler.replace("inquiry", "committee")} ${words} ${filler.replace("May", "June")}`,
        says: [raid.says![0]!],
      }),
    );
    expect(made(more, [reject]).review?.conflicts).toMatchObject([{ reason: "told-again" }]);
  });
});

describe("confirm, note, grade", () => {
  const confirm = by({ kind: "confirm", entry: targetFor(strike), state: "done" });

  it("stand beside the entry and change nothing in it", () => {
    const note = by({ kind: "note", entry: targetFor(strike), text: "the film shows it" });
    const grade = by({ kind: "grade", entry: targetFor(strike), credibility: 2 });
    const source = by({ kind: "grade", source: { publisher: "The Harbour Post" }, reliability: "B" });
    const record = made(base, [confirm, note, grade, source]);
    const one = entryWith(record, "US forces struck");
    expect(one).toMatchObject({
      status: strike.status,
      corrections: [{ kind: "confirm" }],
      notes: [{ text: "the film shows it", by: "Ana Ruiz" }],
      grade: { credibility: 2 },
    });
    expect(one.evidence.map(({ grade }) => grade?.reliability)).toEqual(["B", undefined]);
    expect(revisions(plain, record, { knownAt: madeAt })).toEqual([]);
  });

  it("grade one report by both, which holds over its publisher's", () => {
    const { document, publisher, id } = base.reports[0]!;
    const source = by({ kind: "grade", source: { publisher: publisher! }, reliability: "C" });
    const own = by(
      { kind: "grade", source: { document }, reliability: "B", credibility: 2 },
      { at: "2031-03-09T08:00:00.000Z" },
    );
    const grades = (...held: Correction[]) =>
      made(base, held).entries.flatMap(({ evidence }) =>
        evidence.flatMap(({ report, grade }) =>
          report === id ? [`${grade?.reliability ?? "-"}${grade?.credibility ?? "-"}`] : [],
        ),
      );
    expect(new Set(grades(own, source))).toEqual(new Set(["B2"]));
    expect(new Set(grades(source))).toEqual(new Set(["C-"]));
    const credible = by({ kind: "grade", source: { document }, credibility: 5 });
    expect(new Set(grades(credible, source))).toEqual(new Set(["C5"]));
  });

  it("grade one document", () => {
    const { document } = base.reports[0]!;
    const record = made(base, [by({ kind: "grade", source: { document }, reliability: "E" })]);
    expect(entryWith(record, "killed 11").evidence[0]?.grade?.reliability).toBe("E");
    expect(entryWith(record, "burned the").evidence[0]?.grade).toBeUndefined();
  });

  it("raise it when what was confirmed changes", () => {
    const off = archive({
      ...again,
      publisher: "Capital Daily",
      at: "2031-03-12",
      text: "The navy called off the plan to send a boat.",
      says: [],
    });
    expect(made(join(base, off), [confirm]).review?.conflicts).toEqual([]);
    const wrong = by({ kind: "confirm", entry: targetFor(strike), state: "planned" });
    const more = join(base, archive({ ...again, publisher: "Inland Mirror", at: "2031-03-12" }));
    expect(made(more, [wrong]).review?.conflicts).toMatchObject([
      { reason: "changed-since", why: expect.stringContaining("planned") },
    ]);
  });
});

describe("actors", () => {
  const ruiz = actor("person:ruiz", "Ruiz", "person");
  const anaRuiz = actor("person:ana-ruiz", "Ana Ruiz", "person");
  const stands = (who: typeof ruiz, publisher: string, at: string): Printed => ({
    publisher,
    at,
    text: `${who.name} opposes the closing of the border at Arlen, an aide said.`,
    says: [position(who, "opposes", "the closing of the border at Arlen")],
  });
  const printed = archive(
    stands(ruiz, "Harbour Post", "2031-03-01"),
    stands(anaRuiz, "Bay Courier", "2031-03-09"),
  );
  const withActors: Archive = {
    reports: printed.reports,
    readings: printed.readings.map((reading, i) => ({
      ...reading,
      actors: [{ ...[ruiz, anaRuiz][i]!, mentions: [{ start: 0, end: 4 }], roles: [] }],
    })),
  };

  it("that are one are read as one and no longer offered", () => {
    expect(made(withActors, []).offers.length).toBe(1);
    expect(made(withActors, []).entries.length).toBe(2);
    const { entries, offers } = made(withActors, [by({ kind: "accept-offer", a: anaRuiz, b: ruiz })]);
    expect(offers).toEqual([]);
    expect(entries.map(({ lead }) => lead.kind === "position" && lead.position.actor.name)).toEqual([
      "Ana Ruiz",
    ]);
  });

  it("that are two are no longer offered and stay two", () => {
    const { entries, offers } = made(withActors, [by({ kind: "decline-offer", a: ruiz, b: anaRuiz })]);
    expect([entries.length, offers.length]).toEqual([2, 0]);
  });

  it("that can't be one by what is read later are raised", () => {
    const later: Archive = {
      ...withActors,
      readings: withActors.readings.map((reading, i) => ({
        ...reading,
        actors: reading.actors.map((one) => ({ ...one, country: ["MX", "CL"][i]! })),
      })),
    };
    const accept = by({ kind: "accept-offer", a: anaRuiz, b: ruiz });
    expect(made(later, [accept]).review?.conflicts).toMatchObject([
      { reason: "actors-apart", why: "Ana Ruiz is read as of CL, Ruiz as of MX" },
    ]);
    const early = { corrections: [{ ...accept, at: "2031-03-02T00:00:00.000Z" }], knownAt: "2031-03-05" };
    expect(recordOf(later.reports, later.readings, early).review?.conflicts).toEqual([]);
  });
});

describe("undo", () => {
  const edit = by({ kind: "edit", entry: targetFor(strike), field: "stage", from: "done", to: "planned" });
  const undo = by({ kind: "undo", correction: edit.id }, { at: "2031-03-11T08:00:00.000Z" });
  const redo = by({ kind: "undo", correction: undo.id }, { at: "2031-03-12T08:00:00.000Z" });
  const stage = (corrections: readonly Correction[], when: RecordOptions = {}) =>
    entryWith(made(base, corrections, when), "US forces struck").status?.stage;

  it("takes a correction back, and undoing that brings it back", () => {
    expect(stage([edit])).toBe("planned");
    expect(stage([edit, undo])).toBe("done");
    expect(stage([edit, undo, redo])).toBe("planned");
  });

  it("is known from its time on, whatever day the record is as of", () => {
    const all = [edit, undo, redo];
    expect(stage(all, { knownAt: "2031-03-09" })).toBe("done");
    expect(stage(all, { knownAt: "2031-03-10" })).toBe("planned");
    expect(stage(all, { knownAt: "2031-03-11" })).toBe("done");
    expect(stage(all, { asOf: "2031-03-05" })).toBe("planned");
    expect(made(base, all, { knownAt: "2031-03-09" })).toEqual(made(base, [], { knownAt: "2031-03-09" }));
  });

  it("ends, however many there are", () => {
    const chain = [edit];
    for (let i = 0; i < 1001; i++) {
      const at = new Date(Date.parse(madeAt) + i * 1000).toISOString();
      chain.push(by({ kind: "undo", correction: chain.at(-1)!.id }, { at }));
    }
    expect(stage(chain)).toBe("done");
  });
});

describe("corrections survive", () => {
  const edit = by({ kind: "edit", entry: targetFor(strike), field: "stage", from: "done", to: "planned" });
  const reject = by({ kind: "reject", entry: targetFor(toll) });

  it("another version of the extractor, under other ids and with other spaces", () => {
    const anew: Archive = {
      reports: base.reports.map((report) => ({
        ...report,
        id: report.id.replace(/^r../u, "rff"),
        extractor: "case@2",
        text: `Front page\n\n${report.text}`,
        blocks: [],
      })),
      readings: base.readings.map((reading) => ({
        ...(JSON.parse(JSON.stringify(reading), (key, value) =>
          (key === "start" || key === "end") && typeof value === "number" ? value + 12 : value,
        ) as typeof reading),
        report: reading.report.replace(/^r../u, "rff"),
      })),
    };
    const record = made(anew, [edit, reject]);
    expect(entryWith(record, "US forces struck", anew).status?.stage).toBe("planned");
    expect(record.review?.rejected.length).toBe(1);
    expect(record.review?.conflicts).toEqual([]);
  });

  it("readers that cut the sentence and the words otherwise", () => {
    const anew = archive(
      {
        ...raid,
        says: [
          event("struck a boat near the coast", { lemma: "strike", stage: "done", actors: [us] }),
          raid.says![1]!,
        ],
      },
      attack,
      again,
    );
    const longer: Archive = {
      reports: anew.reports,
      readings: anew.readings.map((reading) => ({
        ...reading,
        findings: reading.findings.map((finding) => ({
          ...finding,
          evidence: { ...finding.evidence, start: 0, end: Math.min(97, finding.evidence.end + 3) },
        })),
      })),
    };
    expect(entryWith(made(longer, [edit]), "US forces struck").status?.stage).toBe("planned");
  });

  it("a later capture of the page with the same sentence", () => {
    const url = "https://harbour.example/strike";
    const first = archive({ ...raid, url });
    const target = targetFor(entryWith(made(first, []), "US forces struck", first), first);
    const own = by({ kind: "edit", entry: target, field: "stage", from: "done", to: "planned" });
    const second = join(
      first,
      archive({ ...raid, url, text: `${raid.text} More follows.`, fetched: "2031-03-20T08:00:00Z" }),
    );
    const record = made(second, [own]);
    expect(entryWith(record, "US forces struck", second).status?.stage).toBe("planned");
    expect(record.review?.conflicts).toEqual([]);
    const gone = join(
      first,
      archive({ ...raid, url, text: "This page was taken down.", says: [], fetched: "2031-03-20T08:00:00Z" }),
    );
    expect(made(gone, [own]).review?.conflicts).toMatchObject([{ reason: "target-gone" }]);
  });

  it("and those whose sentence nobody tells any more are raised", () => {
    const { reports, readings } = base;
    const none = { reports, readings: readings.map((one) => ({ ...one, findings: [] })) };
    const conflicts = made(none, [edit, reject]).review?.conflicts ?? [];
    expect(conflicts.map(({ reason, entry }) => [reason, entry])).toEqual([
      ["target-gone", undefined],
      ["target-gone", undefined],
    ]);
  });

  it("numbers that are read otherwise in the same sentence: another number is another target", () => {
    const other = archive({ ...raid, says: [figure("killed", { best: 1, in: "The strike killed" })] });
    expect(made(other, [reject]).review?.conflicts).toMatchObject([{ reason: "target-gone" }]);
  });
});

describe("a record with corrections", () => {
  const all = [
    by({ kind: "merge", entries: [targetFor(strike), targetFor(burning)] }),
    by({ kind: "edit", entry: targetFor(toll), field: "best", from: 11, to: 9 }, { by: "Leo Sand" }),
    by({ kind: "edit", entry: targetFor(toll), field: "best", from: 9, to: 10 }),
    by({ kind: "note", entry: targetFor(burning), text: "see the film" }),
    by(
      { kind: "reject", entry: targetFor(toll), evidence: anchorsFor(toll.evidence) },
      { at: "2031-03-11T08:00:00Z" },
    ),
    by({ kind: "grade", source: { publisher: "Bay Courier" }, reliability: "C" }),
  ];
  const undone = by({ kind: "undo", correction: all[4]!.id }, { at: "2031-03-12T08:00:00Z" });

  it("is the same in whatever order they come, once or twice", () => {
    const expected = made(base, [...all, undone]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, undone, ...all], { minLength: 13 }), (some) => {
        expect(made(base, some)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("holds every sentence once, and every line leads to one", () => {
    const { entries, review } = made(base, all);
    const findings = base.readings.reduce((sum, { findings }) => sum + findings.length, 0);
    const held = [...entries, ...(review?.rejected ?? [])].flatMap(({ evidence }) => evidence);
    expect(held.length).toBe(findings - 1);
    for (const { lead, leadReport, evidence } of entries)
      expect(evidence.some(({ report, finding }) => report === leadReport && finding.id === lead.id)).toBe(
        true,
      );
  });

  it("is that without them where none holds", () => {
    expect(made(base, [])).toEqual(recordOf(base.reports, base.readings));
    expect(made(base, []).review).toBeUndefined();
  });
});

describe("whatever is corrected", () => {
  const many = archive(
    ...[raid, attack, again].flatMap((one, i) =>
      ["Harbour Post", "Bay Courier", "Plains Dispatch"].map((publisher, j) => ({
        ...one,
        publisher,
        at: `2031-03-0${1 + i + j}`,
        text: `${one.text} Printed as number ${i * 3 + j} of the ${publisher} on the page of the coast.`,
      })),
    ),
  );
  const whole = made(many, []);
  const some = fc.nat(1000);
  const request = fc.record({ kind: fc.nat(6), first: some, second: some, sentence: some, day: fc.nat(20) });

  function actionOf({
    kind,
    first,
    second,
    sentence,
  }: Record<"kind" | "first" | "second" | "sentence", number>) {
    const pick = (n: number) => whole.entries[n % whole.entries.length]!;
    const entry = targetFor(pick(first), many);
    const evidence = anchorsFor([pick(first).evidence[sentence % pick(first).evidence.length]!], many);
    const actions: CorrectionAction[] = [
      { kind: "merge", entries: [entry, targetFor(pick(second), many)] },
      { kind: "split", entry, evidence },
      { kind: "reject", entry },
      { kind: "reject", entry, evidence },
      { kind: "edit", entry, field: "certainty", from: "asserted", to: "possible" },
      { kind: "edit", entry, field: "best", from: null, to: second % 40 },
      { kind: "confirm", entry, state: "done" },
    ];
    return actions[kind]!;
  }

  const corrected = (requests: readonly (Parameters<typeof actionOf>[0] & { readonly day: number })[]) =>
    requests.map((one) =>
      by(actionOf(one), { at: `2031-04-${String(1 + one.day).padStart(2, "0")}T08:00:00.000Z` }),
    );

  it("each sentence stands once, each line leads to its own, and nothing points to what is gone", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 8 }), (requests) => {
        const corrections = corrected(requests);
        const { entries, review } = made(many, corrections);
        const held = [...entries, ...(review?.rejected ?? [])].flatMap(({ evidence }) =>
          evidence.map(({ report, finding }) => `${report} ${finding.id}`),
        );
        expect(new Set(held).size).toBe(held.length);
        const ids = new Set(entries.map(({ id }) => id));
        expect(ids.size).toBe(entries.length);
        for (const entry of entries) {
          const { lead, leadReport, evidence } = entry;
          const own = evidence.find(({ report, finding }) => report === leadReport && finding.id === lead.id);
          expect(own?.finding.evidence).toEqual(lead.evidence);
          expect(entry.contradicts.every((id) => ids.has(id))).toBe(true);
          const carrying = new Set(evidence.map(({ origin }) => origin));
          expect(entry.origins.every((origin) => carrying.has(origin))).toBe(true);
          expect(entry.history.at(-1)?.status).toEqual(entry.status);
          if (entry.edits === undefined) expect(lead).toEqual(own?.finding);
        }
        for (const { entry } of review?.conflicts ?? [])
          expect(
            entry === undefined || ids.has(entry) || review?.rejected.some(({ id }) => id === entry),
          ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("undone, it is what it was", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 6 }), (requests) => {
        const corrections = corrected(requests);
        const undone = corrections.map(({ id }) =>
          by({ kind: "undo", correction: id }, { at: "2031-05-01T08:00:00.000Z" }),
        );
        expect(made(many, [...corrections, ...undone])).toEqual(whole);
        expect(made(many, corrections, { knownAt: "2031-03-31" })).toEqual(
          made(many, [], { knownAt: "2031-03-31" }),
        );
      }),
      { numRuns: 30 },
    );
  });
});

it("statements keep their words: only who speaks, when and where can be edited", () => {
  const said = archive({
    publisher: "Harbour Post",
    at: "2031-03-01",
    text: "The minister said that the port stays open.",
    says: [statement(named("minister"), "the port stays open")],
  });
  const [one] = made(said, []).entries;
  const edit = by({
    kind: "edit",
    entry: targetFor(one!, said),
    field: "speaker",
    from: one!.lead.speaker,
    to: { kind: "named", name: "Leo Sand" },
  });
  const [edited] = made(said, [edit]).entries;
  expect(edited?.lead).toMatchObject({ speaker: { name: "Leo Sand" }, statement: { mode: "reported" } });
});
