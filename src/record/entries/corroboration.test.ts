import { describe, expect, it } from "vitest";
import {
  archive,
  caribbean,
  entriesOf,
  event,
  from,
  named,
  onDay,
  type Printed,
  statement,
  tampico,
  us,
} from "../../../test/record/cases.ts";
import { recordOf } from "../record.ts";

describe("corroboration", () => {
  const text =
    "US forces struck a speedboat in the Caribbean on Tuesday, killing four men, the navy said in a notice that its regional command handed to the harbour master of the nearest port that evening.";
  const strike = event("struck a speedboat in the Caribbean", {
    lemma: "strike",
    stage: "done",
    actors: [us],
    places: [caribbean],
    time: onDay("2026-03-03", "Tuesday"),
  });

  it("counts origins, not reprints", () => {
    const [entry] = entriesOf(
      archive(
        {
          publisher: "Harbour Post",
          at: "2026-03-04T06:00:00Z",
          text,
          credit: "Meridian Press Agency",
          says: [strike],
        },
        {
          publisher: "Bay Courier",
          at: "2026-03-04T07:00:00Z",
          text,
          credit: "Meridian Press Agency",
          says: [strike],
        },
        { publisher: "Inland Mirror", at: "2026-03-04T08:00:00Z", text, says: [strike] },
      ),
    );
    expect(entry!.evidence).toHaveLength(3);
    expect(entry!.origins).toHaveLength(1);
  });

  it("counts a paper once, however often it says it", () => {
    const again =
      "On Wednesday relatives named three of the dead. US forces struck a speedboat in the Caribbean on Tuesday.";
    const { reports, readings } = archive(
      { publisher: "Harbour Post", at: "2026-03-04", text, says: [strike] },
      { publisher: "Harbour Post", at: "2026-03-05", text: again, says: [strike] },
    );
    const record = recordOf(reports, readings);
    expect(record.origins).toHaveLength(2);
    expect(record.entries[0]!.evidence).toHaveLength(2);
    expect(record.entries[0]!.origins).toEqual([record.origins[0]!.id]);
  });

  it("counts a copied passage for the text that it was copied from", () => {
    const own = `Ana Ruiz, whose brother was on board, says that the men carried ice and bait, that they had worked these waters for years, and that no one called them by radio before it happened. She has filed a complaint with the prosecutor and wants the wreck raised before the spring tide. Neighbours collected money for the families of the four on Thursday evening in the chapel above the quay, where a list of names hangs beside the door. ${text}`;
    const { reports, readings } = archive(
      {
        publisher: "Harbour Post",
        at: "2026-03-04",
        text: `${text} Divers will search for the wreck until Friday, and the port stays closed to boats without lights until the command has handed over the log of its patrol craft to the judge, who asked for it twice this week and set a fine for every day of delay.`,
        says: [strike],
      },
      { publisher: "Relatives' Voice", at: "2026-03-06", text: own, says: [strike] },
    );
    const record = recordOf(reports, readings);
    expect(record.origins).toHaveLength(2);
    expect(record.entries[0]!.evidence).toHaveLength(2);
    expect(record.entries[0]!.origins).toEqual([record.origins[0]!.id]);
  });

  it("counts for a status or a value only those who say it", () => {
    const plan = (publisher: string, at: string, stage: "planned" | "called-off", text: string): Printed =>
      from(
        publisher,
        at,
        text,
        event("a raid on the stores near Tampico", { lemma: "raid", stage, actors: [us], places: [tampico] }),
      );
    const [raid, ...others] = entriesOf(
      archive(
        plan(
          "Harbour Post",
          "2026-03-01",
          "planned",
          "Officers sketched a raid on the stores near Tampico, and maps were printed.",
        ),
        plan(
          "Bay Courier",
          "2026-03-02",
          "planned",
          "The talk in the barracks was of a raid on the stores near Tampico this spring.",
        ),
        plan(
          "Delta Times",
          "2026-03-09",
          "called-off",
          "At noon the minister dropped a raid on the stores near Tampico.",
        ),
      ),
    );
    expect(others).toEqual([]);
    expect(raid!.evidence).toHaveLength(3);
    expect(raid!.origins).toEqual([raid!.evidence[2]!.origin]);
  });

  it("lets two papers that quote the same official stand as two", () => {
    const quote = "“The boat did not answer two calls by radio and turned towards our craft”";
    const said = (publisher: string, before: string): Printed => ({
      publisher,
      at: "2026-03-04",
      text: `${before} ${quote}, Admiral Juan Prado said.`,
      says: [
        statement(
          named("Juan Prado"),
          "The boat did not answer two calls by radio and turned towards our craft",
        ),
      ],
    });
    const [entry, ...others] = entriesOf(
      archive(
        said("Harbour Post", "The navy defended itself on Wednesday after a night of protests."),
        said("Bay Courier", "At a crowded press conference in the port the admiral gave the first account."),
      ),
      "statement",
    );
    expect(others).toEqual([]);
    expect(entry!.origins).toHaveLength(2);
  });
});
