import { describe, expect, it } from "vitest";
import { actor, archive, event, from, onDay, type Printed } from "../../test/record/cases.ts";
import { learnt } from "./deed-weights.ts";
import { agreementNames } from "./deeds.ts";
import { recordOf } from "./record.ts";

const okray = actor("person:selim-okray", "Selim Okray", "person");
const tesch = actor("person:ivo-tesch", "Ivo Tesch", "person");

const first = from(
  "Harbour Post",
  "2026-03-04",
  "Selim Okray, a porter, was shot at the fish market in Port Almira on Tuesday. Inspector Veshti seeks two gunmen who fled by motorboat towards Cape Torrin.",
  event("was shot", {
    lemma: "shoot",

    stage: "done",
    recipients: [okray],
    time: onDay("2026-03-03", "Tuesday"),
  }),
);

const joined = (...printed: Printed[]) => {
  const { reports, readings } = archive(...printed);
  return recordOf(reports, readings).entries.filter(
    ({ kind, evidence }) => kind === "event" && evidence.length > 1,
  );
};

describe("deeds that two reports tell of", () => {
  it("are one where the reports share who and where, in other words for the act", () => {
    const other = from(
      "Bay Courier",
      "2026-03-05",
      "Gunmen opened fire at the fish market in Port Almira and fled towards Cape Torrin by motorboat. Inspector Veshti named the porter as Selim Okray.",
      event("Gunmen opened fire", {
        lemma: "shooting",

        stage: "done",
        time: onDay("2026-03-03", "Tuesday"),
      }),
    );
    expect(joined(first, other)).toHaveLength(1);
  });

  it("are two where they name two whom it was done to", () => {
    const other = from(
      "Bay Courier",
      "2026-03-05",
      "Ivo Tesch was shot at the fish market in Port Almira on Tuesday. Inspector Veshti seeks two gunmen who fled by motorboat towards Cape Torrin.",
      event("was shot", {
        lemma: "shoot",

        stage: "done",
        recipients: [tesch],
        time: onDay("2026-03-03", "Tuesday"),
      }),
    );
    expect(joined(first, other)).toEqual([]);
  });

  it("are two where news of weeks later names no day", () => {
    const other = from(
      "Bay Courier",
      "2026-04-20",
      "A porter was shot at the fish market in Port Almira. Inspector Veshti seeks two gunmen who fled by motorboat towards Cape Torrin.",
      event("was shot", { lemma: "shoot", stage: "done" }),
    );
    expect(joined(first, other)).toEqual([]);
  });

  it("are never one with a plan for it", () => {
    const other = from(
      "Bay Courier",
      "2026-03-05",
      "Gunmen had planned to open fire at the fish market in Port Almira, said Inspector Veshti, who named Selim Okray and Cape Torrin.",
      event("open fire", { lemma: "shooting", stage: "planned" }),
    );
    for (const { evidence } of joined(first, other))
      expect(new Set(evidence.map(({ finding }) => finding.status?.stage)).size).toBe(1);
  });

  it("are weighed by all that is looked at", () => {
    expect(Object.keys(learnt)).toEqual([...agreementNames]);
  });
});
