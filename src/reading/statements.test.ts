import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";

/** "speaker kind: name | cue | content | mode" of every statement. */
function statements(text: string): string[] {
  const { sayings } = contextOfText(text);
  return sayings.map(({ finding }) => {
    const { speaker, statement } = finding;
    const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    return `${speaker.kind}: ${speaker.name ?? "-"} | ${slice(statement.cue)} | ${statement.content.map(slice).join(" … ")} | ${statement.mode}`;
  });
}

describe("statements", () => {
  const cases: [text: string, statements: string[]][] = [
    [
      "The ministry said that the ship had left the port.",
      ["office: ministry | said | that the ship had left the port | reported"],
    ],
    [
      "“We will not leave,” Governor Anna Lindqvist said. “Nobody can make us.”",
      ["named: Anna Lindqvist | said | “We will not leave,” … “Nobody can make us.” | quoted"],
    ],
    [
      "The boat carried no weapons, according to two fishermen from Kilwa.",
      ["collective: two fishermen from Kilwa | according to | The boat carried no weapons | reported"],
    ],
    [
      "According to a report by the audit office, the money is gone.",
      ["document: report by the audit office | According to | the money is gone | reported"],
    ],
    [
      "The harbour is closed, the ministry said.",
      ["office: ministry | said | The harbour is closed | reported"],
    ],
    [
      "Critics argue that the plan is illegal.",
      ["collective: Critics | argue | that the plan is illegal | reported"],
    ],
  ];
  for (const [text, expected] of cases) it(text, () => expect(statements(text)).toEqual(expected));

  it("counts the unnamed and keeps their reason", () => {
    const { sayings } = contextOfText(
      "Three officials, who asked not to be named, said the raid was planned for June.",
    );
    expect(sayings[0]?.finding.speaker).toMatchObject({
      kind: "anonymous",
      count: 3,
      reason: "asked not to be named",
    });
  });

  it("finds none where nobody says anything", () => {
    for (const text of ["The ship left the port on Tuesday.", "The road to Lamu was closed.", "It rained."]) {
      expect(statements(text)).toEqual([]);
    }
  });

  it("bounds a quotation that never closes", () => {
    const text = "“We will stay, Mr. Ochieng said. The road was closed. Buses turned back.";
    for (const { finding } of contextOfText(text).sayings) {
      for (const part of finding.statement.content) expect(part.end).toBeLessThan(text.indexOf("Buses"));
    }
  });
});

describe("whose word it is at a span", () => {
  it("is the innermost speaker's, else the report's", () => {
    const text = "The minister said that the army had crossed the river. Two villages were burned.";
    const { speakerAt } = contextOfText(text);
    const at = (words: string) =>
      speakerAt({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(at("crossed").kind).not.toBe("unstated");
    expect(at("burned").kind).toBe("unstated");
  });
});
