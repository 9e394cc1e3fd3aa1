import { describe, expect, it } from "vitest";
import { actor, archive, event, from, onDay, type Printed } from "../../../../test/record/cases.ts";
import { recordOf } from "../../record.ts";
import { learnt } from "./deed-weights.ts";
import { agreementNames } from "./deeds.ts";

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

  it("are two where a report tells several such deeds, and neither telling says what the other does", () => {
    const padding =
      "The governor of Port Almira spoke at the fish market of Cape Torrin and Inspector Veshti. ".repeat(8);
    const several = (words: readonly string[]) =>
      from(
        "Harbour Post",
        "2026-03-04",
        `${padding}${words.map((one) => `${one}.`).join(" ")}`,
        ...words.map((one) => event(one, { lemma: "kill", trigger: "killed", stage: "done" })),
      );
    const other = from(
      "Bay Courier",
      "2026-03-05",
      `${padding}Looters on the quay were killed.`,
      event("Looters on the quay were killed", { lemma: "kill", trigger: "killed", stage: "done" }),
    );
    const told = ["Forty clerks of the mission were killed", "A bishop was killed", "Six pupils were killed"];
    expect(joined(several(told), other)).toEqual([]);
    expect(joined(several(["Looters on the quay were killed", ...told]), other)).toHaveLength(1);
  });

  it("are two where they befell persons of another age or sex", () => {
    const rescue = (publisher: string, at: string, whom: string) =>
      from(
        publisher,
        at,
        `A ${whom} was pulled from the rubble of the fish market in Port Almira. Inspector Veshti thanked the crew from Cape Torrin.`,
        event(`A ${whom} was pulled from the rubble of the fish market in Port Almira`, {
          lemma: "pull",
          trigger: "pulled from the rubble of the fish market in Port Almira",
          type: "AID",
          stage: "done",
          recipients: [actor(`person:${whom}`, whom, "unknown")],
        }),
      );
    const first = rescue("Harbour Post", "2026-03-04", "23-year-old man");
    expect(joined(first, rescue("Bay Courier", "2026-03-05", "41-year-old man"))).toEqual([]);
    expect(joined(first, rescue("Bay Courier", "2026-03-05", "girl"))).toEqual([]);
    expect(joined(first, rescue("Bay Courier", "2026-03-05", "24-year-old man"))).toHaveLength(1);
  });

  it("are two where one befell two persons whose ages are not the other's", () => {
    const rescue = (publisher: string, whom: string) =>
      from(
        publisher,
        "2026-03-05",
        `${whom} pulled alive from the rubble of the fish market in Port Almira. Inspector Veshti thanked the crew from Cape Torrin.`,
        event(`${whom} pulled alive from the rubble of the fish market in Port Almira`, {
          lemma: "pull",
          trigger: "pulled",
          stage: "done",
        }),
      );
    const first = rescue("Harbour Post", "A 23-year-old was");
    const pair = rescue("Bay Courier", "An 84-year-old and a 21-year-old were");
    expect(joined(first, pair)).toEqual([]);
    expect(joined(first, rescue("Bay Courier", "An 84-year-old and a 24-year-old were"))).toHaveLength(1);
  });

  it("are two plans where the one's day had passed when the other was told as still ahead", () => {
    const meeting = (publisher: string, at: string, words: string, date: string) =>
      from(
        publisher,
        at,
        `The harbour council of Port Almira will meet on the ferry to Cape Torrin on ${words}.`,
        event(`The harbour council of Port Almira will meet on the ferry to Cape Torrin on ${words}`, {
          lemma: "meet",
          trigger: "meet",
          type: "CONSULT",
          stage: "planned",
          time: onDay(date, words),
        }),
      );
    const first = meeting("Harbour Post", "2026-03-02", "Tuesday", "2026-03-03");
    expect(joined(first, meeting("Bay Courier", "2026-03-03", "Tuesday", "2026-03-03"))).toHaveLength(1);
    expect(joined(first, meeting("Bay Courier", "2026-03-12", "Friday", "2026-03-13"))).toEqual([]);
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
