import { describe, expect, it } from "vitest";
import { keyDaysOf, type Told } from "./key-days.ts";

/** Sentences with the day that each names: "=2031-03-02" where its date is printed, "2031-03-02" where it is implied. */
type Sentence = readonly [text: string, ...days: string[]];

function told(report: string, published: string, sentences: readonly Sentence[], origin = report): Told {
  const text = sentences.map(([words]) => words).join(" ");
  let at = 0;
  const spans = sentences.map(([words]) => {
    const start = at;
    at += words.length + 1;
    return { start, end: start + words.length };
  });
  const times = sentences.flatMap(([, ...days], i) =>
    days.map((day) => {
      const from = day.replace("=", "");
      const start = spans[i]!.start;
      return {
        start,
        end: start + 3,
        time: { value: from, type: "DATE" as const, from, words: "on …", stated: day !== from },
      };
    }),
  );
  return { report, text, origin, published, times, sentences: spans };
}

const collapse = "2031-03-02";
const reports: Told[] = [
  told("a", "2031-03-02", [
    ["The bridge at Orvane collapsed on Sunday with two lorries on it, police in Orvane said.", collapse],
    ["Divers began to search the river below the bridge.", collapse],
  ]),
  told("b", "2031-03-03", [
    ["The bridge at Orvane collapsed on Sunday under the weight of two lorries.", collapse],
    ["The mayor of Orvane visited a school on Monday to open its new library.", "2031-03-03"],
  ]),
  told("c", "2031-03-30", [
    [
      "An inquiry into the bridge that collapsed at Orvane on 2 March opened on Sunday.",
      `=${collapse}`,
      "2031-03-30",
    ],
  ]),
  told("d", "2031-04-02", [
    ["Engineers told the inquiry on Wednesday that the bridge at Orvane was never inspected.", "2031-04-02"],
    ["The town of Orvane was founded on 1 May 1903 by traders.", "=1903-05-01"],
    ["A new bridge is to open on 1 June 2032.", "=2032-06-01"],
  ]),
];
const wanted = { days: 3, sentences: 1 };
const cut = (days: ReturnType<typeof keyDaysOf>) =>
  days.map(({ day, sentences }) => [
    day,
    ...sentences.map(({ report, start, end }) =>
      reports
        .find((one) => one.report === report)!
        .text.slice(start, end)
        .slice(0, 30),
    ),
  ]);

describe("key days", () => {
  it("are the days that most origins name and still name later, in their order", () => {
    const [first, ...others] = keyDaysOf(reports, wanted);
    expect(first).toMatchObject({ day: collapse, origins: 3 });
    expect(others.map(({ day }) => day)).toEqual(["2031-03-03", "2031-03-30"]);
    expect(keyDaysOf(reports, { days: 1, sentences: 1 }).map(({ day }) => day)).toEqual([collapse]);
  });

  it("count a story that many print once", () => {
    const copies = [1, 2, 3, 4, 5].map((n) =>
      told(
        `copy ${n}`,
        "2031-03-21",
        [["The mayor of Orvane won a chess game on Friday.", "2031-03-21"]],
        "agency",
      ),
    );
    const [first] = keyDaysOf([...reports, ...copies], { days: 1, sentences: 1 });
    expect(first?.day).toBe(collapse);
  });

  it("leave out history, and what is still to come", () => {
    const days = keyDaysOf(reports, { days: 99, sentences: 1 }).map(({ day }) => day);
    expect(days).not.toContain("1903-05-01");
    expect(days).not.toContain("2032-06-01");
    expect(days).toContain("2031-04-02");
  });

  it("show the sentence that is most like all that is told of the day, and none twice", () => {
    expect(cut(keyDaysOf(reports, wanted))[0]![1]).toMatch(/^The bridge at Orvane collapsed/);
    const [, ...two] = cut(keyDaysOf(reports, { days: 1, sentences: 2 }))[0]!;
    expect(two).toHaveLength(2);
    expect(two.filter((words) => words.startsWith("The bridge at Orvane collapsed"))).toHaveLength(1);
  });

  it("tell a day by what was done on it, not by what was to be", () => {
    const march = (report: string, published: string, words: string, isAhead: boolean): Told => {
      const one = told(report, published, [[words, "2031-03-02"]]);
      return {
        ...one,
        sentences: one.sentences.map((span) => ({ ...span, ...(isAhead ? { isAhead } : {}) })),
      };
    };
    const days = keyDaysOf(
      [
        march(
          "plan",
          "2031-03-01",
          "Farmers of Orvane will march over the bridge at Orvane on Sunday, they said.",
          true,
        ),
        march(
          "deed",
          "2031-03-03",
          "Farmers of Orvane marched over the bridge at Orvane on Sunday, police said.",
          false,
        ),
        march(
          "again",
          "2031-03-03",
          "Farmers who will march over the bridge at Orvane on Sunday met, they said.",
          true,
        ),
      ],
      { days: 1, sentences: 1 },
    );
    expect(days[0]!.sentences[0]!.report).toBe("deed");
  });

  it("tell a day by what is said of it later, of sentences that are equally like all that is told", () => {
    const fell = "The tower at Quell fell on Sunday while the guards slept, police said";
    const march: readonly Told[] = [
      told("at once", "2031-03-03", [[`${fell} first.`, collapse]]),
      told("later", "2031-04-30", [[`${fell} lately.`, collapse]]),
    ];
    for (const all of [march, march.toReversed()])
      expect(keyDaysOf(all, { days: 1, sentences: 1 })[0]!.sentences[0]!.report).toBe("later");
  });

  it("are the same in whatever order the reports are handed over", () => {
    expect(keyDaysOf(reports.toReversed(), wanted)).toEqual(keyDaysOf(reports, wanted));
  });

  it("are none where no report has a day or names one", () => {
    expect(keyDaysOf([], wanted)).toEqual([]);
    expect(
      keyDaysOf([told("x", "no date", [["The bridge collapsed on Sunday.", collapse]])], wanted),
    ).toEqual([]);
    expect(keyDaysOf([told("x", "2031-03-02", [["The bridge is closed to all traffic."]])], wanted)).toEqual(
      [],
    );
  });
});
