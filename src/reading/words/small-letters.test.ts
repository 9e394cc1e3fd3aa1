import { describe, expect, it } from "vitest";
import { reportOf, sentencesOf } from "../../../test/invented-reports.ts";
import { read } from "../read.ts";
import { inSmallLetters } from "./small-letters.ts";

const told =
  "COLONEL PETER MOSER SAID ON MONDAY THAT TWO GUARDS WERE KILLED IN KILWA.\n\nHE ADDED THAT THE ARMY WILL LEAVE.";

describe("text in capitals", () => {
  const report = reportOf(told);
  const { findings } = read(report, sentencesOf(report));
  const speakers = findings.filter(({ kind }) => kind === "statement").map(({ speaker }) => speaker);

  it("is read like any other: who 'HE' is, and names written as names", () => {
    expect(speakers.map(({ name }) => name)).toEqual(["Peter Moser", "Peter Moser"]);
  });

  it("keeps words as they are printed", () => {
    expect(speakers[1]!.words).toBe("HE");
    for (const one of findings) {
      if (one.kind === "figure") expect(one.figure.of).toBe("GUARDS");
      if (one.kind === "event") expect(told).toContain(one.event.words);
      if (one.time !== undefined) expect(told).toContain(one.time.words);
    }
    expect(findings.some(({ kind }) => kind === "figure")).toBe(true);
  });

  it("has a name as a name where it was taken for something else once", () => {
    const report = reportOf(
      "MOSER LEFT KILWA ON MONDAY.\n\nMOSER SAID SO IN KILWA.\n\nWE SAW MOSER THERE TODAY.",
    );
    const [first, second, last] = sentencesOf(report);
    const taken = last!.tokens.map((one) =>
      one.form === "MOSER" ? { ...one, upos: "NOUN" as const, lemma: "moser" } : one,
    );
    const { text } = inSmallLetters(report, [first!, second!, { ...last!, tokens: taken }]).report;
    expect(text.match(/moser/giu)).toEqual(["Moser", "Moser", "Moser"]);
  });

  it("is changed letter for letter, and where it is in capitals only", () => {
    const mixed = reportOf(`${told}\n\nThe U.S. ARMY left İzmir.`);
    const written = inSmallLetters(mixed, sentencesOf(mixed));
    expect(written.report.text.length).toBe(mixed.text.length);
    expect(written.report.text.toLowerCase()).toBe(mixed.text.toLowerCase());
    expect(written.report.text.endsWith("The U.S. ARMY left İzmir.")).toBe(true);
    for (const { tokens } of written.sentences)
      for (const { start, end, form } of tokens) expect(written.report.text.slice(start, end)).toBe(form);
    const usual = reportOf("The army left.");
    expect(inSmallLetters(usual, []).report).toBe(usual);
  });
});
