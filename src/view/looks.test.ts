/** Marks, days and times in words, and which days are past. */
import { describe, expect, it } from "vitest";
import { archive, event, expectation, onDay, since } from "../../test/record/cases.ts";
import { recordOf } from "../record/record.ts";
import { dayWords, timeWords, timexWords } from "./days.ts";
import { datedAhead, dueDay, isOverdue, lastDay } from "./due.ts";
import { endOf, seenBy } from "./looks.ts";
import { wordsIn } from "./words/words.ts";

describe("what is seen by who looks", () => {
  const reports = ["2031-03-04T07:00:00Z", "2031-03-03T23:30:00-06:00"].map((fetchedAt) => ({
    ...archive({ publisher: "Post", at: "2031-03-03", text: "x" }).reports[0]!,
    fetchedAt,
  }));
  const correction = {
    id: "c1",
    situation: "s",
    at: "2031-03-06T07:00:00Z",
    by: "Bo Li",
    action: { kind: "undo", correction: "c0" },
  } as const;

  it("is the last that was fetched or corrected, or the moment named to its end", () => {
    expect(seenBy({ reports, corrections: [] })).toBe("2031-03-04T07:00:00Z");
    expect(seenBy({ reports: [...reports].reverse(), corrections: [correction] })).toBe(correction.at);
    expect(seenBy({ reports: [], corrections: [] })).toBeUndefined();
    expect(seenBy({ reports, corrections: [] }, "2031-03-02")).toBe("2031-03-02T23:59:59.999Z");
    expect(endOf("2031-03-02T10:00:00+03:00")).toBe("2031-03-02T07:00:00.000Z");
  });
});

describe("days in words", () => {
  it.each([
    ["2031-04-02", "2 Apr 2031"],
    ["2031-09-30T23:00:00-06:00", "30 Sept 2031"],
    ["2031-05", "May 2031"],
    ["XXXX-05", "XXXX-05"],
    ["2031-13-01", "2031-13-01"],
    ["", ""],
  ])("%j is %j", (iso, words) => expect(dayWords(iso)).toBe(words));
  it.each([
    ["2031-04-02", "2 Apr 2031"],
    ["2031-04-02T23:30:00-06:00", "3 Apr 2031, 05:30 UTC"],
  ])("%j with its time is %j", (iso, words) => expect(timeWords(iso)).toBe(words));
  it.each([
    ["2031-08-30TEV", "30 Aug 2031"],
    ["2031-10-06T14:00", "6 Oct 2031, 14:00"],
    ["2031-10", "Oct 2031"],
    ["2031-W01", "week of 30 Dec 2030"],
    ["2010-W03-WE", "weekend of 23 Jan 2010"],
    ["2031-Q3", "Q3 2031"],
    ["2031-SU", "2031"],
    ["XXXX-09", "Sept of an unstated year"],
    ["XXXX-09-05", "5 Sept of an unstated year"],
    ["P21D", "P21D"],
    ["XXXX-WXX-1", "XXXX-WXX-1"],
  ])("%j as an expression's value is %j", (value, words) => expect(timexWords(value)).toBe(words));
  it("are the language's own", () => {
    expect(timexWords("2010-W03-WE", wordsIn("es"))).toBe("fin de semana del 23 ene 2010");
    expect(timexWords("2031-Q3", wordsIn("es"))).toBe("T3 de 2031");
  });
});

describe("the day by which it was to come", () => {
  const only = (says: ReturnType<typeof event>) => {
    const { reports, readings } = archive({
      publisher: "Post",
      at: "2031-03-03T10:00:00Z",
      text: "The fair opens. A raid is near.",
      says: [says],
    });
    return recordOf(reports, readings).entries[0]!;
  };
  const raid = { lemma: "raid" } as const;

  it.each([
    ["an expectation's", expectation("The fair opens", { by: onDay("2031-03-08") }), "2031-03-08"],
    [
      "an expectation's on the day it is told",
      expectation("The fair opens", { by: onDay("2031-03-03") }),
      "2031-03-03",
    ],
    [
      "of an expectation that is past when told",
      expectation("The fair opens", { by: onDay("2031-03-02") }),
      undefined,
    ],
    ["of an expectation without end", expectation("The fair opens", { by: since("2031-03-05") }), undefined],
    [
      "of a denied expectation",
      expectation("The fair opens", { by: onDay("2031-03-08"), polarity: "denied" }),
      undefined,
    ],
    ["a plan's", event("A raid", { ...raid, stage: "planned", time: onDay("2031-03-08") }), "2031-03-08"],
    [
      "of an order of that day",
      event("A raid", { ...raid, stage: "authorised", time: onDay("2031-03-03") }),
      undefined,
    ],
    ["of what is done", event("A raid", { ...raid, stage: "done", time: onDay("2031-03-08") }), undefined],
    [
      "of what is called off",
      event("A raid", { ...raid, stage: "called-off", time: onDay("2031-03-08") }),
      undefined,
    ],
    [
      "of background",
      event("A raid", { ...raid, stage: "planned", background: true, time: onDay("2031-03-08") }),
      undefined,
    ],
    ["of an act without a stage", event("A raid", { ...raid, time: onDay("2031-03-08") }), undefined],
  ])("%s", (_, says, day) => {
    const entry = only(says);
    expect(dueDay(entry)).toBe(day);
    expect(isOverdue(entry, "2031-03-08")).toBe(day === "2031-03-03");
    expect(isOverdue(entry, "2031-03-09")).toBe(day !== undefined);
    expect(isOverdue(entry, undefined)).toBe(false);
  });
});

describe("the day that days are seen from", () => {
  const report = (id: string, published: string | undefined, fetchedAt = "2031-03-10T23:00:00Z") => {
    const { published: _, ...one } = archive({ publisher: "Post", at: "2031-03-03", text: "x" }).reports[0]!;
    return {
      ...one,
      id,
      fetchedAt,
      ...(published && { published: { value: published, stated: true, from: "json-ld" } }),
    };
  };
  const [monday, tuesday, tomorrow, typo] = [
    report("a", "2031-03-03"),
    report("b", "2031-03-04T08:00:00Z"),
    report("c", "2031-03-11"),
    report("d", "2091-03-05"),
  ];
  const day = (...reports: readonly ReturnType<typeof report>[]) =>
    lastDay(reports, new Set(reports.map(({ id }) => id)));

  it("is the last publication, not one that no clock had reached when it was fetched", () => {
    expect(day(monday, tuesday)).toBe("2031-03-04");
    expect(day(monday, tomorrow, tuesday)).toBe("2031-03-11");
    expect(day(monday, typo, tuesday)).toBe("2031-03-04");
    expect(day(monday, report("e", undefined))).toBe("2031-03-10");
    expect([...datedAhead([monday, typo, tuesday])]).toEqual(["d"]);
  });

  it("is the last publication anyway where most are dated so: then the machine's clock was wrong", () => {
    const behind = [monday, tuesday].map((one) => ({ ...one, fetchedAt: "1970-01-01T00:00:00Z" }));
    expect(day(...behind)).toBe("2031-03-04");
    expect(datedAhead(behind).size).toBe(0);
  });

  it("counts those alone that the record counts", () => {
    expect(lastDay([monday, tuesday], new Set(["a"]))).toBe("2031-03-03");
    expect(lastDay([monday], new Set())).toBeUndefined();
  });
});
