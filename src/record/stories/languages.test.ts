import { describe, expect, it } from "vitest";
import { spent } from "../../../test/spent.ts";
import type { Report } from "../../model/report.ts";
import { storiesOf } from "./stories.ts";

const report = (language: string | undefined, title: string, at: string): Report => ({
  id: title,
  document: title,
  input: title,
  title,
  bylines: [],
  published: { value: `2031-03-${at}:00Z`, stated: true },
  fetchedAt: `2031-03-${at}:00Z`,
  text: "",
  blocks: [],
  extractor: "test@1",
  warnings: [],
  ...(language === undefined ? {} : { language }),
});

const told: Record<string, readonly [string, string, string][]> = {
  dam: [
    ["en", "Marenga dam bursts near Quelora, 31 dead", "03T06:10"],
    ["en", "Thirty-one dead as Marenga dam bursts near Quelora", "03T07:30"],
    ["es", "Se rompe la presa de Marenga cerca de Quelora: 31 muertos", "03T08:00"],
    ["ru", "Прорвало плотину Маренга близ Келоры, 31 погибший", "03T10:20"],
  ],
  vote: [
    ["en", "Bericha wins the vote in Tovasko", "03T08:15"],
    ["es", "Bericha gana las elecciones en Tovasko", "03T09:00"],
    ["ru", "Берича побеждает на выборах в Товаско", "03T09:30"],
  ],
  strike: [["es", "Los pilotos de Aerolima van a la huelga", "03T07:00"]],
};
const reports = Object.values(told).flatMap((some) => some.map((one) => report(...one)));
const happeningOf = new Map(
  Object.entries(told).flatMap(([name, some]) => some.map(([, title]) => [title, name])),
);

describe("stories in several languages", () => {
  it("are one where names, numbers and time say so", () => {
    const found = storiesOf(reports).map((story) => story.reports.map((id) => happeningOf.get(id)));
    expect(found).toEqual([["dam", "dam", "dam", "dam"], ["strike"], ["vote", "vote", "vote"]]);
  });

  it("say why: which two are one, how surely, and what weighed most", () => {
    const [dam, strike] = storiesOf(reports);
    expect(dam!.across!.length).toBeGreaterThanOrEqual(2);
    for (const { report, with: other, score, because } of dam!.across!) {
      expect(dam!.reports).toContain(report);
      expect(dam!.reports).toContain(other);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(because.map(({ feature }) => feature)).toContain("terms in common");
    }
    expect(strike!.across).toBeUndefined();
  });

  it("are the same in whatever order the reports are handed over", () => {
    expect(storiesOf(reports.toReversed())).toEqual(storiesOf(reports));
  });

  it("of another month are others, however alike", () => {
    const late = report("fr", "Marenga : le barrage près de Quelora cède, 31 morts", "30T10:00");
    const early = reports.slice(0, 2);
    expect(storiesOf([...early, late])).toHaveLength(2);
  });

  it("take a report of no known language for one of the usual language", () => {
    const [first, second] = reports;
    const { language: _, ...unknown } = second!;
    expect(storiesOf([first!, unknown]).map((story) => story.reports)).toEqual([[first!.id, unknown.id]]);
  });

  it("take time that grows with the reports, not with their pairs", () => {
    const happenings = "Tanga Lusaka Durban Arequipa Pemba Harar Cusco Nampula Salta Gulu".split(" ");
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const name = `N${((i >> 1) * 7919) % (count * 3)}`;
        const about = `${happenings[(i >> 1) % 10]} ${name}, ${(i >> 1) % 90}`;
        const [language, title] =
          i % 2 === 0 ? ["en", `Flood at ${about} dead`] : ["es", `Riada en ${about} muertos`];
        const at = new Date(Date.UTC(2031, 0, 1) + i * 600_000).toISOString();
        return {
          ...report(language, title!, "01T00:00"),
          id: `r${i}`,
          published: { value: at, stated: true },
          fetchedAt: at,
        };
      });
    const time = (count: number) => {
      const given = many(count);
      return spent(() => storiesOf(given));
    };
    time(300);
    const few = Math.min(time(500), time(500));
    expect(time(4000)).toBeLessThan(Math.max(few, 20) * 8 * 4);
  });
});
