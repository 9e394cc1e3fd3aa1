import { describe, expect, it } from "vitest";
import type { ActorRef } from "../model/actor.ts";
import type { Finding } from "../model/finding.ts";
import type { Span } from "../model/span.ts";
import type { Status } from "../model/status.ts";
import { line, speakerWords, statusWords } from "./line.ts";
import { wordsIn } from "./words/words.ts";

const text =
  "The ministry may reportedly send troops across the river. About 64 people have been killed since September, " +
  "a doctor said. Ana Ruiz has not ruled out force, and cited Article 9. They asked for $4 million.";

/** The first place of some words in the text. */
function at(words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no "${words}" in the case's text`);
  return { start, end: start + words.length };
}

const ministry: ActorRef = { id: "ministry:x", name: "the ministry", kind: "ministry" };
const common = {
  id: "f1",
  evidence: { start: 0, end: 57, hedges: [] as Span[] },
  speaker: { kind: "unstated" as const },
  actors: [] as ActorRef[],
  recipients: [],
  instruments: [],
  places: [],
};

const cases: [name: string, finding: Finding, expected: string][] = [
  [
    "a count that another replaced says so",
    {
      ...common,
      kind: "figure",
      figure: {
        measure: "killed",
        of: "people",
        low: null,
        best: 64,
        high: null,
        approximate: true,
        unit: "people",
        words: at("About 64"),
        former: true,
      },
    },
    "About 64 people killed (an earlier count)",
  ],
  [
    "a sum with its sign needs no code",
    {
      ...common,
      kind: "figure",
      figure: {
        measure: "asked for",
        low: null,
        best: 4e6,
        high: null,
        approximate: false,
        unit: "USD",
        words: at("$4 million"),
      },
    },
    "$4 million asked for",
  ],
  [
    "a ruling says what it says",
    {
      ...common,
      kind: "legal-basis",
      status: { stage: "done", polarity: "affirmed", certainty: "asserted" },
      legalBasis: {
        instrument: "ruling of the High Court",
        words: at("cited"),
        for: at("send troops across the river"),
      },
    },
    "Ruling of the High Court: send troops across the river",
  ],
  [
    "an act that breaks a law is not what the law is for",
    {
      ...common,
      kind: "legal-basis",
      legalBasis: {
        instrument: "Article 9",
        words: at("Article 9"),
        brokenBy: at("send troops across the river"),
      },
    },
    "Article 9, said to be broken by: send troops across the river",
  ],
  [
    "a plan keeps its stage, its certainty and its hedge",
    {
      ...common,
      kind: "event",
      evidence: { ...common.evidence, hedges: [at("may"), at("reportedly")] },
      status: { stage: "planned", polarity: "affirmed", certainty: "possible" },
      actors: [ministry],
      event: {
        type: "MOBILIZE",
        words: "send",
        trigger: at("send"),
        lemma: "send",
        what: at("send troops across the river"),
      },
    },
    "The ministry: send troops across the river (planned, possible; “may”, “reportedly”)",
  ],
  [
    "a figure keeps its approximator and its beginning",
    {
      ...common,
      kind: "figure",
      speaker: { kind: "anonymous", words: "a doctor" },
      figure: {
        measure: "killed",
        of: "people",
        low: null,
        best: 64,
        high: null,
        approximate: true,
        unit: "people",
        since: "XXXX-09",
        words: at("About 64"),
      },
    },
    "About 64 people killed, since Sept of an unstated year (says unnamed: “a doctor”)",
  ],
  [
    "what is not ruled out is left open, not supported",
    {
      ...common,
      kind: "position",
      speaker: { kind: "unstated" },
      position: {
        actor: { id: "person:ana-ruiz", name: "Ana Ruiz", kind: "person" },
        stance: "open",
        proposal: at("force"),
      },
    },
    "Ana Ruiz, left open: force",
  ],
  [
    "a legal basis says who invokes it",
    {
      ...common,
      kind: "legal-basis",
      legalBasis: {
        instrument: "Article 9",
        words: at("Article 9"),
        invokedBy: { id: "person:ana-ruiz", name: "Ana Ruiz", kind: "person" },
        for: at("force"),
      },
    },
    "Article 9, for: force (invoked by Ana Ruiz)",
  ],
  [
    "an expectation keeps its condition",
    {
      ...common,
      kind: "expectation",
      status: { certainty: "probable" },
      expectation: { what: at("send troops"), condition: at("force") },
    },
    "Send troops, on the condition: force (probable)",
  ],
  [
    "a reported statement is not put in quotation marks",
    {
      ...common,
      kind: "statement",
      speaker: { kind: "named", name: "Ana Ruiz" },
      statement: { cue: at("said"), content: [at("has not ruled out force")], mode: "reported" },
    },
    "Ana Ruiz (“said”): has not ruled out force",
  ],
  [
    "a quoted one is",
    {
      ...common,
      kind: "statement",
      speaker: { kind: "named", name: "Ana Ruiz" },
      statement: { cue: at("said"), content: [at("has not ruled out force")], mode: "quoted" },
    },
    "Ana Ruiz (“said”): “has not ruled out force”",
  ],
];

describe("line", () => {
  it.each(cases)("%s", (_, finding, expected) => {
    expect(line(finding, text)).toBe(expected);
  });
});

it("says of what was prevented that it was not done, by the report's word, and of what is denied that it is", () => {
  const told = "The flood prevented rebels from taking the town. The mayor denied a raid.";
  const span = (words: string) => ({ start: told.indexOf(words), end: told.indexOf(words) + words.length });
  const act = (words: string, status: Partial<Status>): Finding => ({
    ...common,
    kind: "event",
    status: { polarity: "denied", certainty: "asserted", ...status },
    event: { words, trigger: span(words), lemma: words, what: span(words) },
  });
  const by = { carriers: [span("prevented")], unrealisedBy: span("prevented") };
  const prevented = act("taking the town", by);
  expect(line(prevented, told)).toBe("Taking the town (not done: “prevented”)");
  expect(line(act("taking the town", { ...by, certainty: "possible" }), told)).toBe(
    "Taking the town (not done, possible: “prevented”)",
  );
  expect(line(act("a raid", { carriers: [span("denied")] }), told)).toBe("A raid (denied)");
  expect(line(act("a raid", { certainty: "probable" }), told)).toBe("A raid (denied, probable)");
  expect(line(prevented, told, wordsIn("es"))).toBe("Taking the town (no ocurrió: «prevented»)");
});

it("says no more of what was banned where the words cut say so, but that it may be so", () => {
  const told = "The mayor banned the march. The mayor could have banned the fair.";
  const act = (words: string, certainty: Status["certainty"]): Finding => {
    const what = { start: told.indexOf(words), end: told.indexOf(words) + words.length };
    const by = { start: what.start, end: what.start + "banned".length };
    return {
      ...common,
      kind: "event",
      status: { polarity: "denied", certainty, carriers: [by], unrealisedBy: by },
      event: { words, trigger: what, lemma: words, what },
    };
  };
  expect(line(act("banned the march", "asserted"), told)).toBe("Banned the march");
  expect(line(act("banned the fair", "possible"), told)).toBe(
    "Banned the fair (not done, possible: “banned”)",
  );
});

it("says of what is only meant not to be that it is planned, where the words cut read as known", () => {
  const told = "They hid the boat to make sure the guards were not hurt. The boat will not be sold.";
  const span = (words: string) => ({ start: told.indexOf(words), end: told.indexOf(words) + words.length });
  const act = (what: string): Finding => ({
    ...common,
    kind: "event",
    status: {
      stage: "planned",
      polarity: "denied",
      certainty: "possible",
      carriers: what.includes("hurt") ? [span("sure"), span("not")] : [span("will"), span("not be")],
    },
    event: { words: what, trigger: span(what), lemma: what, what: span(what) },
  });
  expect(line(act("the guards were not hurt"), told)).toBe("The guards were not hurt (planned, possible)");
  expect(line(act("The boat will not be sold"), told)).toBe("The boat will not be sold");
});

describe("statusWords", () => {
  it.each([
    [{ stage: "done", polarity: "affirmed", certainty: "asserted" }, "done"],
    [{ stage: "done", polarity: "denied", certainty: "asserted" }, "denied"],
    [{ stage: "planned", polarity: "denied", certainty: "asserted" }, "planned: denied"],
    [{ stage: "called-off", certainty: "asserted" }, "called off"],
    [{ stage: "done", polarity: "affirmed", certainty: "possible" }, "done, possible"],
    [{ certainty: "unknown" }, "certainty unknown"],
  ] as const)("%o is %s", (status, words) => {
    expect(statusWords(status)).toBe(words);
  });

  it("says nothing where nothing is known", () => {
    expect(statusWords(undefined)).toBe("");
  });
});

describe("speakerWords", () => {
  it.each([
    [{ kind: "named", name: "Ana Ruiz", words: "she" }, "Ana Ruiz"],
    [{ kind: "anonymous", words: "three\n officials" }, "unnamed: “three officials”"],
    [{ kind: "anonymous" }, "unnamed sources"],
    [{ kind: "unstated" }, ""],
  ] as const)("%o is %s", (speaker, words) => {
    expect(speakerWords(speaker)).toBe(words);
  });
});
