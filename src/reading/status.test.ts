import { describe, expect, it } from "vitest";
import { loadLanguage } from "../language/language.ts";
import { statusCases } from "./cases/status.ts";
import { factuality, statusOf } from "./status.ts";
import { treeOf } from "./tree.ts";

const language = (await loadLanguage("en"))!;

function statusIn(text: string, act: string, kind: "headline" | "paragraph") {
  const sentences = language.parse(text, [{ start: 0, end: text.length, kind }]);
  for (const sentence of sentences)
    for (const token of sentence.tokens) if (token.form === act) return statusOf(treeOf(sentence), token);
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
