import { describe, expect, it } from "vitest";
import { archive, figure, from, onDay, type Printed } from "../../../../test/record/cases.ts";
import { recordOf } from "../../record.ts";
import { learnt } from "./count-weights.ts";
import { countAgreementNames } from "./counts.ts";

/** What else both papers tell, so that they are known to be of one story. */
const story =
  "Harbour master Edda Quillan closed the Torrin basin and the tug Marigold went out to the wreck.";
const other =
  "The Torrin basin is closed, said Edda Quillan, the harbour master; the tug Marigold is at the wreck.";

const first = from(
  "Harbour Post",
  "2026-03-04",
  `Six people died on Tuesday when a crane fell on the Almira quay. ${story}`,
  figure("Six", { best: 6, of: "people", time: onDay("2026-03-03", "Tuesday"), stage: "done" }),
);

const joined = (...printed: Printed[]) => {
  const { reports, readings } = archive(...printed);
  return recordOf(reports, readings).entries.filter(
    ({ kind, evidence }) => kind === "figure" && new Set(evidence.map(({ report }) => report)).size > 1,
  );
};

describe("counts that two reports give", () => {
  it("are one where the reports share who and where, whatever those counted are called", () => {
    const dockers = from(
      "Bay Courier",
      "2026-03-05",
      `The crane on the Almira quay took six lives. ${other}`,
      figure("six", { best: 6, of: "dockhands", stage: "done" }),
    );
    expect(joined(first, dockers)).toHaveLength(1);
  });

  it("are one where the trial months later tells of them again, far from its beginning", () => {
    const filler =
      "The court in Port Almira heard how the owner of the crane had put off the inspection twice. ".repeat(
        6,
      );
    const trial = from(
      "Bay Courier",
      "2026-09-20",
      `${filler}Six people died when the crane fell on the Almira quay. ${other}`,
      figure("Six", { best: 6, of: "people", stage: "done" }),
    );
    expect(joined(first, trial)).toHaveLength(1);
  });

  it("are two where a report begins with the like weeks later", () => {
    const next = from(
      "Bay Courier",
      "2026-04-20",
      `Six people died when another crane fell on the Almira quay. ${other}`,
      figure("Six", { best: 6, of: "people", stage: "done" }),
    );
    expect(joined(first, next)).toEqual([]);
  });

  it("are two where each is its report's news of other days and counts one or two", () => {
    const hurt = (publisher: string, day: string, text: string) =>
      from(
        publisher,
        day,
        `${"Shots were heard on the quays of Almira again and Sergeant Tolm asked for calm. ".repeat(9)}${text}`,
        figure("Two", { best: 2, of: "people", measure: "injured", stage: "done" }),
      );
    const quay = hurt(
      "Harbour Post",
      "2026-03-04",
      "Two men from Almira were hurt in the leg and the arm on the north quay.",
    );
    const mole = hurt(
      "Bay Courier",
      "2026-03-24",
      "Two boys were hurt at dusk in the arm on the mole of Almira, Tolm said.",
    );
    const again = hurt(
      "Delta Times",
      "2026-03-24",
      "Two men from Almira were hurt in the leg and the arm on the north quay, he said.",
    );
    expect(joined(quay, mole)).toEqual([]);
    expect(joined(quay, again)).toHaveLength(1);
  });

  it("are two where one is at least a smaller number", () => {
    const fewer = from(
      "Bay Courier",
      "2026-03-04",
      `At least three people died when a crane fell in a yard upstream. ${other}`,
      figure("At least three", { low: 3, of: "people", stage: "done" }),
    );
    expect(joined(first, fewer)).toEqual([]);
  });

  it("are two where the one counted is of another age or sex", () => {
    const one = from(
      "Harbour Post",
      "2026-03-04",
      `A 7-year-old boy was killed on the Almira quay. ${story}`,
      figure("A", { best: 1, of: "7-year-old boy", stage: "done", in: "7-year-old" }),
    );
    const girl = from(
      "Bay Courier",
      "2026-03-04",
      `A 9-year-old girl was killed on the Almira quay. ${other}`,
      figure("A", { best: 1, of: "9-year-old girl", stage: "done", in: "9-year-old" }),
    );
    expect(joined(one, girl)).toEqual([]);
  });

  it("are weighed by all that is looked at", () => {
    expect(Object.keys(learnt)).toEqual([...countAgreementNames]);
  });
});

describe("a headline's count", () => {
  it("is of the day that its report gives the same count", () => {
    const strike = (at: string, day: string, publisher: string, place: string): Printed =>
      from(
        publisher,
        at,
        `Strike kills seven\n\nA strike off ${place} killed seven people on Tuesday. ${story}`,
        figure("Strike kills seven", { best: 7, stage: "done" }),
        figure("killed seven", { best: 7, of: "people", time: onDay(day, "Tuesday"), stage: "done" }),
      );
    const [one, two] = [
      strike("2026-03-04", "2026-03-03", "Harbour Post", "Torrin"),
      strike("2026-03-11", "2026-03-10", "Bay Courier", "Torrin"),
    ];
    expect(joined(one, two)).toEqual([]);
  });

  it("is its report's, which says more carefully how many", () => {
    const { reports, readings } = archive(
      from(
        "Harbour Post",
        "2026-03-04",
        `Dam bursts, 31 dead\n\nValley loses 31\n\nAt least 31 people died when the Torrin dam burst. ${story}`,
        figure("31 dead", { best: 31, of: "people", stage: "done" }),
        figure("loses 31", { best: 31, of: "people", stage: "done" }),
        figure("At least 31", { low: 31, of: "people", stage: "done" }),
      ),
    );
    const withHeadline = reports.map((report) => ({
      ...report,
      blocks: report.blocks.map((block, i) => ({
        ...block,
        kind: (["headline", "standfirst"] as const)[i] ?? block.kind,
      })),
    }));
    const figures = recordOf(withHeadline, readings).entries.filter(({ kind }) => kind === "figure");
    expect(figures).toHaveLength(1);
    const [{ lead, series, evidence }] = figures as [(typeof figures)[number]];
    expect(lead).toMatchObject({ figure: { low: 31, best: null } });
    expect(series).toMatchObject([{ low: 31, best: null, superseded: false }]);
    expect(evidence).toHaveLength(3);
  });
});
