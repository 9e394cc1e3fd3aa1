import { describe, expect, it } from "vitest";
import { spent } from "../../../test/spent.ts";
import type { Report } from "../../model/report.ts";
import { featureNames, mergeFeatureNames } from "./features.ts";
import { storiesOf } from "./stories.ts";
import { StoryStream } from "./stream.ts";
import { Vocabulary } from "./vocabulary.ts";
import { table, weights } from "./weights.ts";

const report = (title: string, published: string, text = ""): Report => ({
  id: `r-${title}-${published}`,
  document: title,
  input: title,
  title,
  bylines: [],
  published: { value: published, stated: true },
  fetchedAt: published,
  text,
  blocks: [],
  extractor: "test@1",
  warnings: [],
});

/** A text that is long enough to be one. */
const twice = (text: string) => `${text}\n\n${text.replace("said", "told reporters")}`;

/** Titles with a day of March 2031; those under one key tell of one happening. */
const told: Record<string, readonly [string, string][]> = {
  ferry: [
    ["Ferry with 80 aboard capsizes off Tanga", "03T06:10"],
    ["Dozens feared dead as ferry capsizes off Tanga", "03T08:30"],
    ["Rescuers search for survivors after Tanga ferry capsizes | The Coast Herald", "03T15:00"],
  ],
  budget: [
    ["Parliament in Lusaka passes budget after all-night sitting", "03T07:00"],
    ["Zambian budget passed after night sitting of parliament", "03T09:45"],
  ],
  quake: [
    ["Terremoto de magnitud 6,1 sacude Arequipa", "04T02:00"],
    ["Sismo en Arequipa: terremoto de 6,1 deja dos heridos", "04T03:20"],
  ],
  strike: [
    ["Dockers at Durban walk out over pay", "04T08:00"],
    ["Dockers walk out over pay at Durban port", "04T12:00"],
    ["Dockers at Durban walk out for a second day", "05T07:00"],
  ],
};
const reports = Object.values(told).flatMap((titles) =>
  titles.map(([title, at]) => report(title, `2031-03-${at}:00Z`)),
);

/** Weights that join and merge on little, so that much must be taken back. */
const rash = {
  ...weights,
  headline: only(featureNames, { bias: -1.5, "like the story": 4, "like its nearest report": 4 }),
  mergeHeadline: only(mergeFeatureNames, { bias: -30, "like the story": 100 }),
};

function only(names: readonly string[], given: Readonly<Record<string, number>>): number[] {
  return names.map((name) => given[name] ?? 0);
}

/** Headlines of thirty happenings with nine words each, and of places that all share; the same each time. */
function babble(count: number): Report[] {
  let state = 5;
  const chance = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const places = "tanga lusaka durban arequipa pemba harar cusco nampula salta gulu".split(" ");
  return Array.from({ length: count }, (_, i) => {
    const happening = Math.floor(chance() * 30);
    const words = Array.from({ length: 5 }, () =>
      chance() < 0.75 ? `w${happening}x${Math.floor(chance() * 9)}` : places[Math.floor(chance() * 10)],
    );
    return report(words.join(" "), new Date(Date.UTC(2031, 0, 1) + i * 600_000).toISOString());
  });
}

describe("stories", () => {
  it("keep reports on one happening together and others apart", () => {
    const found = storiesOf(reports).map(({ reports }) => reports.map((id) => id.split("-")[1]).sort());
    const sought = Object.values(told).map((titles) => titles.map(([title]) => title.split("-")[0]).sort());
    for (const one of sought) expect(found.map((one) => one.join(" + "))).toContain(one.join(" + "));
    expect(found).toHaveLength(sought.length);
  });

  it("are the same in whatever order the reports are handed over", () => {
    const sought = storiesOf(reports);
    expect(storiesOf(reports.toReversed())).toEqual(sought);
    expect(storiesOf([...reports.slice(4), ...reports.slice(0, 4), ...reports])).toEqual(sought);
  });

  it("say why a report is in them", () => {
    const ferry = storiesOf(reports).find(({ reports }) => reports.some((id) => id.includes("Ferry")))!;
    const founder = ferry.decisions.find(({ report }) => report === ferry.id);
    expect(founder).toEqual({ report: ferry.id, because: [] });
    const second = ferry.decisions.find(({ report }) => report !== ferry.id);
    expect(second!.because[0]!.feature).not.toBe("");
    expect(Math.abs(second!.because[0]!.gave)).toBeGreaterThanOrEqual(Math.abs(second!.because[1]!.gave));
  });

  it("are judged again by what comes later: reports move, stories become one and two, and it is kept what was thought before", () => {
    const stream = new StoryStream(rash);
    for (const one of babble(600)) stream.add(one);
    const stories = stream.stories();
    const decisions = stories.flatMap((story) => story.decisions);
    expect(decisions).toHaveLength(600);
    expect(new Set(decisions.map((one) => one.report)).size).toBe(600);
    for (const { id, reports, decisions } of stories) {
      expect(reports[0]).toBe(id);
      expect(decisions.map((one) => one.report)).toEqual(reports);
    }
    for (const how of ["moved", "merged", "split"]) {
      const again = decisions.filter(({ later }) => later === how);
      expect(again.length, how).toBeGreaterThan(0);
      for (const { because, earlier } of again) {
        expect(because).not.toEqual([]);
        expect(earlier![0]!.later).toBeUndefined();
      }
    }
  });

  it("are the same when the same reports come in the same order, however often somebody asks in between", () => {
    const [asked, unasked] = [new StoryStream(rash), new StoryStream(rash)];
    for (const one of babble(300)) {
      asked.add(one);
      asked.stories();
      unasked.add(one);
    }
    expect(asked.stories()).toEqual(unasked.stories());
  });

  it("have a weight for every feature, by its name", () => {
    expect(table.map(([name]) => name)).toEqual([...mergeFeatureNames]);
  });

  it("go by a language's own function words, and by English ones in English alone", () => {
    const words = (title: string) => new Vocabulary().profile(report(title, "2031-03-03T06:00:00Z")).told;
    expect([...words("The ferry on the lake is late").keys()]).toEqual(["ferry", "lake", "ferry lake"]);
    expect([...words("Oro para el remo on line").keys()]).toContain("para el");
    expect([...words("Die Fähre on no sinkt").keys()]).toContain("on no");
  });

  it("keep happenings of one kind in one place apart, by names, days and numbers", () => {
    const kept = [
      report(
        "Quake of 5.1 jolts Harar",
        "2031-03-02T08:00:00Z",
        twice(
          "The tremor hit Harar on Sunday, 2 March, and measured 5.1. Mayor Abel Tesfa said that 12 people were hurt.",
        ),
      ),
      report(
        "Harar quake hurts 12",
        "2031-03-02T11:00:00Z",
        twice(
          "Mayor Abel Tesfa of Harar said that 12 people were hurt when a tremor of 5.1 hit on Sunday, 2 March.",
        ),
      ),
      report(
        "Quake of 6.3 levels houses in Harar",
        "2031-08-20T08:00:00Z",
        twice(
          "The tremor hit Harar on Wednesday, 20 August, and measured 6.3. Governor Sara Melaku said that 70 people were killed.",
        ),
      ),
      report(
        "Harar quake kills 70",
        "2031-08-20T12:00:00Z",
        twice(
          "Governor Sara Melaku said that 70 people in Harar were killed when a tremor of 6.3 hit on Wednesday, 20 August.",
        ),
      ),
    ];
    expect(storiesOf(kept).map(({ reports }) => reports.length)).toEqual([2, 2]);
  });

  it("are found in an archive of four reports too", () => {
    const few = [
      report(
        "Cable car stranded above Wengral with 31 inside",
        "2031-03-05T09:00:00Z",
        "A cable car with 31 people inside stopped halfway up the Hornspitz above Wengral on Wednesday after a rope jumped its wheel. Helicopters took the first nine passengers down before noon. The operator, Spitzbahn, said that nobody was hurt. It was the second stop this winter.",
      ),
      report(
        "Vaccine maker Pharmalin recalls 40,000 doses",
        "2031-03-05T10:00:00Z",
        "Pharmalin is calling back 40,000 doses of its measles vaccine after a hospital in Brenz found splinters of glass in two vials. The health ministry told surgeries to stop using batch K12 at once. No patient is known to have been harmed, the company said.",
      ),
      report(
        "Rescue on the Hornspitz: all passengers brought down",
        "2031-03-05T16:00:00Z",
        "Shortly after three the last of them set foot in Wengral again: a winch had lifted people one by one out of the cabin that had hung since the morning over the north face. Engineers of Spitzbahn now look into how the rope could leave its wheel; until they know, the line stays closed.",
      ),
      report(
        "Glass in vials: ministry halts measles batch",
        "2031-03-05T17:00:00Z",
        "Doctors were ordered on Wednesday not to inject anything from K12, a batch that Pharmalin had sold to four hundred surgeries. Nurses in Brenz had seen something glitter in the liquid. Parents who worry can ring a number that the ministry has set up.",
      ),
    ];
    expect(storiesOf(few).map(({ reports }) => reports.map((id) => id.split("-")[1]))).toEqual([
      [few[0]!.title, few[2]!.title],
      [few[1]!.title, few[3]!.title],
    ]);
  });

  it("hold every report once, however it is dated", () => {
    const odd = [
      report("Ferry capsizes off Tanga", "9999-12-31T23:59:59Z"),
      report("Ferry capsizes off Tanga", "0001-01-01"),
      report("", "2031-03-03T06:00:00Z"),
      { ...report("Ferry capsizes off Tanga", "no date"), published: { value: "no date", stated: false } },
    ];
    const ids = storiesOf([...reports, ...odd]).flatMap(({ reports }) => reports);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(reports.length + odd.length);
  });

  it("take time that grows with the reports, not with their pairs", () => {
    const places = "Tanga Lusaka Durban Arequipa Pemba Harar Cusco Nampula Salta Gulu".split(" ");
    const acts = "ferry budget strike quake flood raid vote blackout verdict summit".split(" ");
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const name = `n${(i * 7919) % (count * 3)}`;
        const title = `${places[i % 10]} ${acts[(i * 7) % 10]} ${name} leaves ${i % 90} behind`;
        return report(title, new Date(Date.UTC(2031, 0, 1) + i * 600_000).toISOString());
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
