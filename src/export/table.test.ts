import { expect, it } from "vitest";
import { archive, event, figure, join, onDay, tampico } from "../../test/record/cases.ts";
import { recordOf } from "../record/record.ts";
import { situationView } from "../view/situation.ts";
import { recordTable } from "./table.ts";

it("gives each entry a row that ends with its very sentence, and lets no text be a formula", () => {
  const hostile = '=HYPERLINK("https://evil.example","Navy")';
  const all = join(
    archive({
      publisher: hostile,
      at: "2031-03-03T06:00:00Z",
      text: "The ferry that sank off Tampico, “Marisol”, killed 11 people.",
      says: [figure("11", { best: 11, places: [tampico], time: onDay("2031-03-02") })],
    }),
    archive({
      publisher: "Bay Courier",
      at: "2031-03-04T06:00:00Z",
      text: 'The Navy\nboarded a ship it called "Nova".',
      says: [event("boarded a ship", { lemma: "board", stage: "done" })],
    }),
  );
  const view = situationView({
    situation: { id: "ferry", title: "Ferry", createdAt: "2031-03-01T00:00:00Z" },
    record: recordOf(all.reports, all.readings),
    reports: all.reports,
    unread: new Map(),
    revisions: [],
    when: {},
  });
  const [header, ...rows] = parsed(recordTable(view.entries, view.reports));
  expect(rows).toHaveLength(view.entries.length);
  const of = (row: readonly string[], name: string) => row[header!.indexOf(name)]!;
  const toll = rows.find((row) => of(row, "kind") === "figure")!;
  expect(of(toll, "best")).toBe("11");
  expect(of(toll, "places")).toBe("Tampico");
  expect(of(toll, "from")).toBe("2031-03-02");
  expect(of(toll, "publisher")).toBe(`'${hostile}`);
  const texts = new Map(all.reports.map(({ id, text }) => [id, text]));
  for (const row of rows) {
    const slice = texts.get(of(row, "report"))?.slice(Number(of(row, "start")), Number(of(row, "end")));
    expect(of(row, "sentence")).toBe(slice);
    for (const value of row) expect(value).not.toMatch(/^[=+@\t\r\n]/u);
  }
});

/** A reader of RFC 4180. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
