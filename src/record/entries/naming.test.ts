import { describe, expect, it } from "vitest";
import { archive, statement, unnamed } from "../../../test/record/cases.ts";
import type { Disclosure } from "../../model/disclosure.ts";
import { recordOf } from "../record.ts";

const plan = {
  publisher: "Harbour Post",
  at: "2031-03-03T06:00:00Z",
  text: "The raid is planned for May, a former official of the drugs bureau said. A diplomat doubted it.",
  says: [
    statement(unnamed("a former official of the drugs bureau"), "The raid is planned for May"),
    statement(unnamed("a diplomat"), "doubted it"),
  ],
};
const later = {
  publisher: "Harbour Post",
  at: "2031-04-10T06:00:00Z",
  text: "Ana Ruiz was the source described in the Harbour Post on 3 March as a former official of the bureau.",
};

/** Who each statement's source was named as, as of a day. */
function named(disclosure: Partial<Disclosure>, when: { asOf?: string; knownAt?: string } = {}): string[] {
  const { reports, readings } = archive(plan, later);
  const full: Disclosure = {
    actor: { id: "person:ana-ruiz", name: "Ana Ruiz", kind: "person" },
    evidence: { start: 0, end: later.text.length },
    ...disclosure,
  };
  const told = readings.map((reading) =>
    reading.report === reports[1]!.id ? { ...reading, disclosures: [full] } : reading,
  );
  return recordOf(reports, told, when).entries.flatMap(({ evidence }) =>
    evidence.flatMap(({ finding, naming }) =>
      naming === undefined ? [] : [`${finding.speaker.words}: ${naming.actor.name}`],
    ),
  );
}

describe("a source named later", () => {
  const described = "a former official of the bureau";
  const one = ["a former official of the drugs bureau: Ana Ruiz"];

  it.each<[string, Partial<Disclosure>, string[]]>([
    [
      "by outlet, day and description",
      { outlet: "The Harbour Post", published: "2031-03-03", described },
      one,
    ],
    ["by description alone, in the paper's own later report", { described }, one],
    ["not without a description, where two fit", {}, []],
    ["not of another day", { published: "2031-03-04", described }, []],
    ["not of another paper", { outlet: "The Gulf Herald", described }, []],
    ["not by a description that fits nobody", { described: "a navy captain" }, []],
  ])("%s", (_, disclosure, sought) => expect(named(disclosure)).toEqual(sought));

  it("is unknown until the later report was fetched", () => {
    expect(named({ described }, { knownAt: "2031-04-01" })).toEqual([]);
    expect(named({ described }, { asOf: "2031-04-01" })).toEqual([]);
    expect(named({ described }, { asOf: "2031-04-10" })).toEqual(one);
  });
});
