import { describe, expect, it } from "vitest";
import { loadLanguage } from "../language/language.ts";
import type { Sentence } from "../model/sentence.ts";
import { readTimes } from "./times.ts";

const language = (await loadLanguage("en"))!;

/** A text as one sentence without tokens: no tense is known. */
const bare = (text: string): Sentence[] => [
  { start: 0, end: text.length, index: 0, block: 0, blockKind: "paragraph", tokens: [], names: [] },
];
const read = (text: string, published?: string) => readTimes(text, bare(text), published);

describe("times, published on Wednesday 5 November 2025", () => {
  const cases: [text: string, words: string, value: string, from?: string, to?: string | null][] = [
    ["It began on September 1, 1939.", "September 1, 1939", "1939-09-01", "1939-09-01", "1939-09-01"],
    ["the 12th of June 2024", "the 12th of June 2024", "2024-06-12"],
    ["signed 2025-10-03 in Rome", "2025-10-03", "2025-10-03"],
    ["On Tuesday it sailed.", "Tuesday", "2025-11-04"],
    ["It sailed last Friday.", "last Friday", "2025-10-31"],
    ["They meet next Monday.", "next Monday", "2025-11-10"],
    ["Monday, Oct. 27", "Monday, Oct. 27", "2025-10-27"],
    ["It said yesterday.", "yesterday", "2025-11-04"],
    ["two days ago", "two days ago", "2025-11-03"],
    ["three weeks ago", "three weeks ago", "2025-W42", "2025-10-13", "2025-10-19"],
    ["last month", "last month", "2025-10", "2025-10-01", "2025-10-31"],
    [
      "Since the beginning of September, 64 died",
      "Since the beginning of September",
      "2025-09",
      "2025-09-01",
      null,
    ],
    ["by the end of 2026", "by the end of 2026", "2026"],
    ["In February, the department acted", "February", "2025-02"],
    ["for six months", "six months", "P6M"],
    ["the past three years", "the past three years", "P3Y"],
    ["in the 1990s", "the 1990s", "199"],
    ["in the early 19th century", "the early 19th century", "18"],
    ["in the third quarter of 2024", "the third quarter of 2024", "2024-Q3", "2024-07-01", "2024-09-30"],
    ["the summer of 1967", "the summer of 1967", "1967-SU"],
    ["every Friday", "every Friday", "XXXX-WXX-5"],
    ["at 5 p.m. on Friday", "5 p.m. on Friday", "2025-10-31T17:00"],
    ["in '99", "'99", "1999"],
    ["in 241 BC", "241 BC", "BC0241"],
    ["Christmas 2024", "Christmas 2024", "2024-12-25"],
    ["held until Friday", "until Friday", "2025-11-07"],
    ["a deal effective Feb. 1", "Feb. 1", "2026-02-01"],
    ["in recent weeks", "recent weeks", "PXW"],
    ["since mid-1996", "since mid-1996", "1996"],
    ["in January nineteen ninety-seven", "January nineteen ninety-seven", "1997-01"],
    ["11/05/25", "11/05/25", "2025-11-05"],
    ["the class of '68", "'68", "2068"],
  ];
  for (const [text, words, value, from, to] of cases) {
    it(text, () => {
      const [first] = read(text, "2025-11-05T14:00:00Z");
      expect(first?.time.words).toBe(words);
      expect(first?.time.value).toBe(value);
      if (from !== undefined) expect(first?.time.from).toBe(from);
      if (to !== undefined) expect(first?.time.to).toBe(to);
    });
  }

  it("says what is printed and what is inferred", () => {
    expect(read("on 3 March 2024", "2025-11-05")[0]?.time.stated).toBe(true);
    expect(read("on 3 March", "2025-11-05")[0]?.time.stated).toBe(false);
  });

  it("reads both years of a span", () => {
    expect(read("the war of 1914-1918", "2025-11-05").map((one) => one.time.value)).toEqual(["1914", "1918"]);
  });

  it("puts a month without its year into the story where the report tells of long ago, else near now", () => {
    const told = read(
      "On 3 June 1944 it fell. Talks in 1943 and 1945 failed. On 10 May 1944 they met. On 7 July they left.",
      "2025-11-05",
    );
    expect(told.at(-1)?.time.value).toBe("1944-07-07");
    const news = read(
      "The law of 1944 was used on Tuesday. Yesterday they met. On 7 July they left.",
      "2025-11-05",
    );
    expect(news.at(-1)?.time.value).toBe("2025-07-07");
  });

  it("gives no day to what follows a month or a year", () => {
    const [, next] = read("In 1997 they met. The next day it fell.", "2025-11-05");
    expect(next?.time).toMatchObject({ words: "The next day", value: "XXXX-XX-XX" });
    expect(next?.time.from).toBeUndefined();
  });

  it("counts later days from the day that the text is at", () => {
    const times = read("On 10 May 1940 they crossed. The next day it fell. Two days earlier …", "2025-11-05");
    expect(times.map((one) => one.time.value)).toEqual(["1940-05-10", "1940-05-11", "1940-05-09"]);
  });
});

describe("times without a publication time stay open", () => {
  const cases: [string, string][] = [
    ["In February it acted", "XXXX-02"],
    ["on Tuesday", "XXXX-WXX-2"],
    ["yesterday", "XXXX-XX-XX"],
    ["last year", "XXXX"],
    ["since the beginning of September", "XXXX-09"],
    ["on 3 March", "XXXX-03-03"],
  ];
  for (const [text, value] of cases) {
    it(text, () => {
      const [first] = read(text);
      expect(first?.time.value).toBe(value);
      expect(first?.time.from).toBeUndefined();
      expect(first?.time.stated).toBe(false);
    });
  }
});

describe("no time", () => {
  const cases = [
    "on 31 February",
    "the 45th of May",
    "2025-02-30",
    "32 March 2024",
    // Other calendars' dates are not this one's.
    "1404/05/06",
    "the 1st of Muharram 1445",
    "12 Tishrei 5784",
    "2567 BE",
    "future earnings",
    "29 February 2023",
    "it may be so",
    "They may march on Washington",
    "Theresa May said",
    "the second boat",
    "2000 people marched",
    "$1,989 each",
    "section 1982 of the act",
    "a decisive fall in prices",
    "the winning team",
    "version 10.2.2024.7",
    "13/45/2020",
    "later in March on foot",
  ];
  for (const text of cases.slice(0, -1)) it(text, () => expect(read(text, "2025-11-05")).toEqual([]));

  it("reads to a text's very end", () => {
    expect(read("the last", "2025-11-05")).toEqual([]);
    expect(read("later in March", "2025-11-05").map((one) => one.time.value)).toEqual(["2025-03"]);
  });
});

describe("times by what the tree tells of them, published on Thursday 18 February 2027", () => {
  const cases: [text: string, value: string][] = [
    ["Monday's violence would not change his plan.", "2027-02-15"],
    ["Monday's vote will decide.", "2027-02-22"],
    ["The agency did not search the depot until October.", "2026-10"],
    ["The agency will not search the depot until October.", "2027-10"],
    ["Officials would meet after Sunday's attack.", "2027-02-14"],
    ["At least 17 people have drowned since the weekend.", "2027-W06-WE"],
  ];
  it.each(cases)("%s", (text, value) => {
    const sentences = language.parse(text, [{ start: 0, end: text.length, kind: "paragraph" }]);
    expect(readTimes(text, sentences, "2027-02-18").map(({ time }) => time.value)).toContain(value);
  });
});
