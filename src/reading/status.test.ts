import { describe, expect, it } from "vitest";
import { loadLanguage } from "../language/language.ts";
import type { Token } from "../model/sentence.ts";
import { statusCases } from "./cases/status.ts";
import { markOf } from "./status/own-words.ts";
import { factuality, statusOf } from "./status.ts";
import { treeOf } from "./tree.ts";

const language = (await loadLanguage("en"))!;

function statusIn(text: string, act: string, kind: "headline" | "paragraph") {
  const sentences = language.parse(text, [{ start: 0, end: text.length, kind }]);
  for (const tree of sentences.map(treeOf))
    for (const token of tree.sentence.tokens) if (token.form === act) return statusOf(tree, token);
  throw new Error(`no "${act}" in: ${text}`);
}

describe("statusOf", () => {
  it.each(statusCases)("$text ($act)", ({ text, act, status, headline }) => {
    const { stage, polarity, certainty } = statusIn(text, act, headline === true ? "headline" : "paragraph");
    expect(`${stage ?? "-"} ${polarity ?? "-"} ${certainty}`).toBe(status);
  });

  it("keeps the words that carry it", () => {
    const text = "The president may authorise strikes on the camp.";
    const { carriers = [] } = statusIn(text, "strikes", "paragraph");
    expect(carriers.map(({ start, end }) => text.slice(start, end))).toEqual(["may", "authorise"]);
  });

  it.each([
    ["The police prevented the rebels from attacking the town.", "attacking", "prevented"],
    ["The pilots refused to bomb the village.", "bomb", "refused"],
    ["The army failed to take the town.", "take", "failed"],
    ["The attack on the port was averted.", "attack", "averted"],
    ["Rain could prevent the march.", "march", "prevent"],
    ["The rebels cannot attack the port.", "attack", "can"],
    ["The guard narrowly escaped being shot.", "shot", "escaped"],
    ["They were too afraid to attack.", "attack", "afraid"],
    // said not to be so
    ["He could not have shot the guard.", "shot", undefined],
    ["The army did not take the town.", "take", undefined],
    ["The ministry denied the attack.", "attack", undefined],
    ["The ministry denied that its pilots had refused to bomb the village.", "bomb", undefined],
    // not done yet, or not denied
    ["They will refuse to evacuate the hospital.", "evacuate", undefined],
    ["Nothing prevented the rebels from attacking the town.", "attacking", undefined],
  ] as const)("tells what did not come about from what is said not to be so: %s", (text, act, by) => {
    const { unrealisedBy: span } = statusIn(text, act, "paragraph");
    expect(span && text.slice(span.start, span.end)).toBe(by);
  });
});

it("has a span of two words where a parse hangs the first on the second", () => {
  const token = (i: number, form: string, deprel: string, head: number): Token => ({
    ...{ i, form, deprel, head, lemma: form, upos: "SCONJ", xpos: "IN", feats: "" },
    ...{ start: 3 * i, end: 3 * i + 2 },
  });
  const tokens = [token(0, "if", "fixed", 1), token(1, "if", "mark", 2), token(2, "go", "root", -1)];
  const sentence = {
    index: 0,
    block: 0,
    blockKind: "paragraph" as const,
    start: 0,
    end: 8,
    tokens,
    names: [],
  };
  const tree = { sentence, children: [[], [tokens[0]!], [tokens[1]!]] };
  expect(markOf(tree, tokens[2]!)?.span).toEqual({ start: 0, end: 5 });
});

describe("factuality", () => {
  it("orders what was done, may be, is open, was denied", () => {
    const of = (status: string) => {
      const [stage, polarity, certainty] = status.split(" ") as never[];
      return factuality({ ...(stage === "-" ? {} : { stage }), polarity, certainty } as never);
    };
    expect(of("done affirmed asserted")).toBe(3);
    expect(of("done denied asserted")).toBe(-3);
    expect(of("planned affirmed asserted")).toBeGreaterThan(of("planned affirmed possible"));
    expect(of("- affirmed unknown")).toBeLessThan(of("- affirmed possible"));
  });
});
