import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { column, type PdfLine, type PdfParts, pdfOf } from "../../../test/invented-pdf.ts";
import type { Document } from "../../model/document.ts";
import { Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import { reportsOf } from "../reports.ts";
import { pdfDate } from "./pdf.ts";

const documentOf = (bytes: Uint8Array): Document => ({
  sha256: "b".repeat(64),
  bytes,
  input: "plan.pdf",
  fetchedAt: "2031-03-05T08:00:00Z",
  mediaType: "application/pdf",
});
async function read(parts: PdfParts | Uint8Array): Promise<Report> {
  const [report, ...others] = await reportsOf(documentOf(parts instanceof Uint8Array ? parts : pdfOf(parts)));
  expect(others).toEqual([]);
  return report!;
}
async function problem(parts: PdfParts | Uint8Array): Promise<Problem> {
  const found = await read(parts).catch((error: unknown) => error);
  expect(found).toBeInstanceOf(Problem);
  expect((found as Problem).message).not.toMatch(/\n/);
  return found as Problem;
}
const lines = ({ blocks, text }: Report) =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const one =
  "The last ferry to Lima Island left on Sunday, the harbour master said in a statement to the crews who had refused to sail since two boats were searched at sea on Friday night by the coast guard of the province.";
const two =
  "The board of the harbour meets on Thursday to decide on what becomes of the ferries, and the governor has asked for a report on the searches, which the coast guard says were lawful and ordered by a judge.";
const three =
  "About forty people slept in the school of the island, where the mayor had beds set up on Saturday, and a doctor was flown in for two of them who had run out of what they need every day to live with their hearts.";
const title: PdfLine[] = [{ text: "Ferries to Lima Island stop", x: 60, y: 780, size: 24 }];

describe("a PDF", () => {
  it("is a report: title, byline and day printed, paragraphs by the space between them", async () => {
    const report = await read({
      pages: [
        [
          ...title,
          { text: "By Ana Ruiz", x: 60, y: 750 },
          { text: "3 March 2031", x: 60, y: 730 },
          ...column(one, { x: 60, y: 700, letters: 90 }),
          ...column(two, { x: 60, y: 650, letters: 90 }),
        ],
      ],
      info: { Title: "plan_final.docx", CreationDate: "D:20310401120000+01'00'" },
      language: "en-GB",
    });
    expect(report).toMatchObject({
      title: "Ferries to Lima Island stop",
      bylines: ["Ana Ruiz"],
      published: { value: "2031-03-03", stated: true, from: "page" },
      language: "en",
      extractor: "pdf@1",
      warnings: [],
    });
    expect(lines(report)).toEqual([
      "headline: Ferries to Lima Island stop",
      `paragraph: ${one}`,
      `paragraph: ${two}`,
    ]);
  });

  const laidOut: [what: string, pages: PdfLine[][], text: string[]][] = [
    [
      "two columns below a headline that goes across, on over the page",
      [
        [
          ...title,
          ...column(one, { x: 60, y: 740, letters: 44 }),
          ...column(two, { x: 60, y: 740 - 13 * 6, letters: 44 }),
          ...column(three, { x: 310, y: 740, letters: 44 }),
          ...column(one.replace("last", "next to last"), { x: 310, y: 740 - 13 * 6, letters: 44 }),
        ],
      ],
      [one, two, three, one.replace("last", "next to last")],
    ],
    [
      "lines that are set in begin paragraphs where no space does",
      [
        [
          ...title,
          ...column(one, { x: 60, y: 740, letters: 90, indent: 14 }),
          ...column(two, { x: 60, y: 740 - 13 * 3, letters: 90, indent: 14 }),
        ],
      ],
      [one, two],
    ],
    [
      "words cut at the ends of lines are whole again, compounds keep their hyphen",
      [
        [
          ...title,
          ...[
            "The harbour master announced on Sunday that an investi-",
            "gation of the so-called searches, which a well-",
            "known judge had ordered, would take until a 12-",
            "year-old case is closed; the ferry to Port-",
            "Elm sails, the board of the harbour said.",
          ].map((text, i) => ({ text, x: 60, y: 740 - 13 * i })),
        ],
      ],
      [
        "The harbour master announced on Sunday that an investigation of the so-called searches, which a well-known judge had ordered, would take until a 12-year-old case is closed; the ferry to Port-Elm sails, the board of the harbour said.",
      ],
    ],
    [
      "running heads, feet and numbers of pages stay out, and a paragraph goes on over them",
      [one, two.toLowerCase(), three.toLowerCase()].map((text, page) => [
        { text: "GULF HERALD WEEKLY", x: 60, y: 810, size: 8 },
        ...(page === 0 ? title : []),
        ...column(page === 2 ? text : text.slice(0, -1), { x: 60, y: 750, letters: 90 }),
        { text: `Page ${page + 1} of 3`, x: 280, y: 30, size: 8 },
      ]),
      // only the last page's last line ends a sentence
      [`${one.slice(0, -1)} ${two.slice(0, -1).toLowerCase()} ${three.toLowerCase()}`],
    ],
    [
      "larger lines are headings",
      [
        [
          ...title,
          ...column(one, { x: 60, y: 740, letters: 90 }),
          { text: "What comes next.", x: 60, y: 690, size: 13 },
          ...column(two, { x: 60, y: 670, letters: 90 }),
        ],
      ],
      [one, "What comes next.", two],
    ],
    [
      "a table's cells stay in their rows",
      [
        [
          ...title,
          ...column(one, { x: 60, y: 740, letters: 90 }),
          ...["Monday 3 4.50", "Tuesday 12 5.10", "Friday 9 6.00", "Sunday 1 7.25"].flatMap((row, i) =>
            row.split(" ").map((text, j) => ({ text, x: 60 + 150 * j, y: 680 - 13 * i })),
          ),
          ...column(two, { x: 60, y: 600, letters: 90 }),
        ],
      ],
      [one, "Monday 3 4.50", "Tuesday 12 5.10", "Friday 9 6.00", "Sunday 1 7.25", two],
    ],
    [
      "letters placed one by one are words",
      [
        [
          ...title,
          ...[..."Boats left."]
            .map((text, i) => ({ text, x: 60 + 6 * i, y: 740 }))
            .filter(({ text }) => text !== " "),
          ...column(one, { x: 60, y: 700, letters: 90 }),
        ],
      ],
      [expect.stringMatching(/^B ?o ?a ?t ?s l ?e ?f ?t ?\.$/) as unknown as string, one],
    ],
  ];
  it.each(laidOut)("%s", async (_, pages, text) => {
    const report = await read({ pages });
    expect(report.title).toBe("Ferries to Lima Island stop");
    expect(
      lines(report)
        .slice(1)
        .map((line) => line.replace(/^[\w-]+: /, "")),
    ).toEqual(text);
  });

  it("without a day in print has that of the file, inferred; a title of its own is believed where it is printed", async () => {
    const report = await read({
      pages: [
        [
          { text: "HERALD", x: 60, y: 800, size: 40 },
          { text: "Ferries to Lima Island stop", x: 60, y: 760, size: 14 },
          ...column(one, { x: 60, y: 720, letters: 90 }),
        ],
      ],
      info: {
        Title: "Ferries to Lima Island Stop",
        Author: "Ana Ruiz",
        CreationDate: "D:20310303081500+01'00'",
      },
    });
    expect(report).toMatchObject({
      title: "Ferries to Lima Island stop",
      bylines: ["Ana Ruiz"],
      published: { value: "2031-03-03T08:15:00+01:00", stated: false, from: "pdf" },
    });
  });

  it.each([
    ["D:20310303081500+01'00'", "2031-03-03T08:15:00+01:00"],
    ["D:20310303081500Z00'00'", "2031-03-03T08:15:00Z"],
    ["D:20310303", "2031-03-03"],
    ["20310303081500", "2031-03-03T08:15:00"],
    ["yesterday", undefined],
  ])("reads the day %s", (value, day) => expect(pdfDate(value)).toBe(day));

  it("gives the same report each time", async () => {
    const pdf = pdfOf({ pages: [[...title, ...column(one, { x: 60, y: 740, letters: 90 })]] });
    expect(await read(pdf)).toEqual(await read(pdf));
  });

  it("of many pages gives the first ones, and says so", async () => {
    // Letters for numbers: pages that differ in a number alone would have one running head.
    const named = (i: number) =>
      `Boat ${[...String(i)].map((digit) => "abcdefghij"[Number(digit)]).join("")} left.`;
    const pages = Array.from({ length: 310 }, (_, i) => [
      ...(i === 0 ? title : []),
      ...column(i === 0 ? one : `${named(i)} ${two}`, { x: 60, y: 740 - i, letters: 90 }),
    ]);
    const report = await read({ pages });
    expect(report.warnings).toEqual(["only its first 300 pages were read, of 310"]);
    expect(report.text).toContain("Boat cjj left.");
    expect(report.text).not.toContain("Boat daa left.");
  });
});

describe("a bad PDF is one line", () => {
  const bomb = (): Uint8Array => {
    const once = deflateSync(Buffer.alloc(2 ** 29, " "), { level: 1 });
    return deflateSync(once, { level: 9 });
  };
  const bad: [what: string, parts: () => PdfParts | Uint8Array, code: string, message: RegExp][] = [
    [
      "no PDF at all",
      () => Buffer.from("%PDF-1.7\nnothing"),
      "damaged",
      /is a damaged PDF document: save or fetch it again/,
    ],
    ["cut short", () => pdfOf({ pages: [title] }).subarray(0, 300), "damaged", /damaged/],
    [
      "pictures of pages",
      () => ({ pages: [[], []] }),
      "no-text",
      /holds pictures of pages and no text: recognise its text first \(ocrmypdf/,
    ],
    [
      "a password",
      () => ({
        pages: [title],
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >> /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`,
      }),
      "locked",
      /is locked with a password: save a copy without one/,
    ],
    [
      "one line of text",
      () => ({ pages: [[{ text: "Ferry times for the island", x: 60, y: 700 }]] }),
      "no-article",
      /holds no text of a report/,
    ],
    [
      "pages that hold each other",
      () =>
        Buffer.from(
          pdfOf({ pages: [title] })
            .toString("latin1")
            .replace("/Kids [5 0 R]", "/Kids [2 0 R]"),
          "latin1",
        ),
      "no-text",
      /./,
    ],
    [
      "a million letters one on the other",
      () => ({ pages: [title], content: Buffer.from("BT /F 9 Tf (a) Tj ET\n".repeat(1_000_000)) }),
      "no-article",
      /holds no text of a report/,
    ],
    [
      "a stream that unpacks without end",
      () => ({ pages: [title], content: bomb(), contentFilter: "[/FlateDecode /FlateDecode]" }),
      "too-large",
      /unpacks to more than a report can be/,
    ],
  ];
  it.each(bad)("%s", async (_, parts, code, message) => {
    const found = await problem(parts());
    expect([found.code, found.message]).toEqual([code, expect.stringMatching(message)]);
  });

  it("and scripts in it are not run", async () => {
    const report = await read({
      pages: [[...title, ...column(one, { x: 60, y: 740, letters: 90 })]],
      catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.exit\\(\\)) >>",
    });
    expect(lines(report)).toHaveLength(2);
  });
});
