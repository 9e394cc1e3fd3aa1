import { describe, expect, it } from "vitest";
import { actor, archive, type EventOptions, event, onDay } from "../../../../test/record/cases.ts";
import { recordOf } from "../../record.ts";

const quay = "The crane on the Almira quay stood still, and the tug Marigold lay at the pier. ".repeat(3);
const girl = actor("group:nine-year-old-girl", "nine-year-old girl", "unknown");
const theGirl = actor("group:girl", "girl", "unknown");

/** How many entries one report's tellings make. */
const entries = (text: string, ...told: readonly (readonly [string, EventOptions])[]) => {
  const says = told.map(([what, options]) => event(what, { stage: "done", ...options }));
  const { reports, readings } = archive({ publisher: "Harbour Post", at: "2026-03-04", text, says });
  return recordOf(reports, readings).entries.filter(({ kind }) => kind === "event").length;
};

const killed = { lemma: "kill" } as const;
const killing = { lemma: "killing" } as const;

describe("what one report tells twice", () => {
  it("is one deed where it says nothing but the word for it", () => {
    const text = `Three dockhands were killed in Port Almira. ${quay} Nobody has said what led to the killing.`;
    expect(
      entries(
        text,
        ["Three dockhands were killed", killed],
        ["the killing", { ...killing, trigger: "killing" }],
      ),
    ).toBe(1);
  });

  it("is two where the word is of several", () => {
    const text = `Three dockhands were killed in Port Almira. ${quay} Nobody has said what led to the killings.`;
    expect(
      entries(
        text,
        ["Three dockhands were killed", killed],
        ["the killings", { ...killing, trigger: "killings" }],
      ),
    ).toBe(2);
  });

  it("is one deed where it befalls somebody known from before once", () => {
    const text = `Police look into a killing of a nine-year-old girl. ${quay} A neighbour says that he killed the girl by mistake.`;
    expect(
      entries(
        text,
        ["a killing of a nine-year-old girl", { ...killing, recipients: [girl] }],
        ["killed the girl", { ...killed, recipients: [theGirl] }],
      ),
    ).toBe(1);
  });

  it("is not the old deed that is told for comparison", () => {
    const text = `In the killing of 3 January two died. ${quay} The killing came while the council met.`;
    expect(
      entries(
        text,
        ["the killing of 3 January", { ...killing, time: onDay("2026-01-03", "3 January") }],
        ["The killing", { ...killing, in: "The killing came", trigger: "killing" }],
      ),
    ).toBe(2);
  });

  it("is a labour strike or an air strike, and not the one for the other", () => {
    const text = `Planes bombed the fish market. ${quay} The strike has closed every shop for a week.`;
    expect(
      entries(
        text,
        ["Planes bombed the fish market", { lemma: "bomb" }],
        ["The strike", { lemma: "strike", in: "The strike has", trigger: "strike" }],
      ),
    ).toBe(2);
  });
});

describe("a deed named by its day", () => {
  it("is one in reports that are mostly about what has come since", () => {
    const strike = { lemma: "strike", stage: "done" } as const;
    const { reports, readings } = archive(
      {
        publisher: "Harbour Post",
        at: "2026-04-04",
        text: "The Almira ministry has revised its list. Two had been counted among the dead of the strike of 3 March. Edda Quillan read it out in the council.",
        says: [event("the strike of 3 March", { ...strike, time: onDay("2026-03-03", "3 March") })],
      },
      {
        publisher: "Bay Courier",
        at: "2026-04-15",
        text: "Delegations met in Torrin on the fishery treaty. The Almira ministry spoke of the strike of March 3 as an accident, and the council adjourned.",
        says: [event("the strike of March 3", { ...strike, time: onDay("2026-03-03", "March 3") })],
      },
    );
    expect(recordOf(reports, readings).entries.filter(({ kind }) => kind === "event")).toHaveLength(1);
  });
});
