import { describe, expect, it } from "vitest";
import { loadLanguage } from "../language/language.ts";
import type { Finding } from "../model/finding.ts";
import { badInput } from "./cases/bad-input.ts";
import { countCases } from "./cases/counts.ts";
import {
  eventCases,
  expectationCases,
  type FindingCase,
  figureCases,
  legalCases,
  positionCases,
  remarkCases,
} from "./cases/findings.ts";
import { groundCases } from "./cases/grounds.ts";
import { outlookCases } from "./cases/outlook.ts";
import { caseReport } from "./cases/report.ts";
import { standCases } from "./cases/stands.ts";
import { contextOf } from "./context.ts";
import { readEvents } from "./events.ts";
import { readExpectations } from "./expectations.ts";
import { readFigures } from "./figures.ts";
import { readLegalBases } from "./legal-bases.ts";
import { readPositions } from "./positions.ts";
import { readRemarks } from "./remarks.ts";
import { readTimes } from "./times.ts";

const language = (await loadLanguage("en"))!;

function findingsIn(text: string, kind: "headline" | "paragraph"): readonly Finding[] {
  const blocks = [{ start: 0, end: text.length, kind }];
  const sentences = language.parse(text, blocks);
  const report = caseReport(text, blocks);
  const times = readTimes(text, sentences, "2025-11-05");
  const context = contextOf(report, sentences, {
    actors: [],
    mentions: [],
    places: [],
    times,
    hedges: [],
    sayings: [],
  });
  return [readEvents, readFigures, readPositions, readLegalBases, readExpectations, readRemarks].flatMap(
    (reader) => [...reader(context)],
  );
}

/** A finding as the cases print it. */
function lineOf(finding: Finding, text: string): string {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  switch (finding.kind) {
    case "event": {
      const { stage, polarity, certainty } = finding.status!;
      return `event ${finding.event.lemma} ${stage ?? "-"} ${polarity ?? "-"} ${certainty}`;
    }
    case "figure": {
      const { measure, low, best, high, approximate, unit, per, partOf } = finding.figure;
      const number = [
        low === null ? "" : `>=${low}`,
        best === null ? "" : `${approximate ? "~" : ""}${best}`,
        high === null ? "" : `<=${high}`,
      ].filter((part) => part !== "");
      return `figure ${measure} ${number.join(" ")} ${unit}${per === undefined ? "" : ` per ${per}`}${partOf === undefined ? "" : " part"}`;
    }
    case "position":
      return `position ${finding.position.stance}: ${cut(finding.position.proposal)}`;
    case "legal-basis":
      return `legal-basis ${finding.legalBasis.instrument}`;
    case "expectation": {
      const { what, condition } = finding.expectation;
      return `expectation ${cut(what)}${condition === undefined ? "" : ` if ${cut(condition)}`}`;
    }
    case "statement":
      return `statement ${finding.speaker.kind}: ${finding.statement.content.map(cut).join(" ")}`;
    default:
      return "";
  }
}

function check({ text, has = [], never = [], headline }: FindingCase) {
  const lines = findingsIn(text, headline === true ? "headline" : "paragraph").map((finding) =>
    lineOf(finding, text),
  );
  for (const line of has) {
    const exact = line.startsWith("figure") || line.startsWith("event") || line.startsWith("legal-basis");
    const found = lines.some((one) => (exact ? one === line : one.startsWith(line)));
    expect(found, `${line} in ${JSON.stringify(lines)}`).toBe(true);
  }
  for (const line of never)
    expect(
      lines.filter((one) => one === line || one.startsWith(line)),
      `not ${line}`,
    ).toEqual([]);
}

describe("figures", () => it.each(figureCases)("$text", check));
describe("how a figure stands", () =>
  it.each([
    ["At least 20 people are feared dead.", "done affirmed possible"],
    ["Twenty people were presumed dead.", "done affirmed probable"],
    ["Twenty people were killed.", "done affirmed asserted"],
    ["The UN expects 200,000 refugees by June.", "planned affirmed probable"],
    ["The UN is planning for 200,000 refugees.", "planned affirmed probable"],
    ["The camp hosts 200,000 refugees.", "under-way affirmed asserted"],
    ["Rumours of 40 people killed were baseless.", "done denied asserted"],
    ["Early reports of as many as 10 dead were false, the chief said.", "undefined denied asserted"],
    ["Unconfirmed reports put the death toll at 30.", "done affirmed possible"],
  ])("%s %s", (text, standing) => {
    const [figure, ...others] = findingsIn(text, "paragraph").filter(({ kind }) => kind === "figure");
    expect(others).toEqual([]);
    const { stage, polarity, certainty } = figure!.status!;
    expect(`${stage} ${polarity} ${certainty}`).toBe(standing);
  }));
describe("who takes a stand or acts, where two do", () =>
  it.each([
    ["Chile and Peru oppose the tax.", ["Chile opposes", "Peru opposes"]],
    ["Chile opposes the tax and Peru supports it.", ["Chile opposes", "Peru supports"]],
    ["Chile backed the tax but Peru opposed it.", ["Chile supports", "Peru opposes"]],
    ["Chile, unlike Peru, supports the tax.", ["Chile supports"]],
    ["The army attacked the camp and rebels have burned the town.", ["army attack", "rebels burn"]],
    ["The army killed soldiers and civilians and burned the town.", ["army kill", "army burn"]],
  ])("%s", (text, acts) => {
    const told = findingsIn(text, "paragraph").flatMap((one) => {
      const who = one.actors.map(({ name }) => name).join(" and ");
      if (one.kind === "position") return [`${who} ${one.position.stance}`];
      return one.kind === "event" ? [`${who} ${one.event.lemma}`] : [];
    });
    expect(told).toEqual(acts);
  }));
describe("events", () => it.each(eventCases)("$text", check));
describe("positions", () => it.each(positionCases)("$text", check));
describe("legal bases", () => it.each(legalCases)("$text", check));
describe("expectations", () => it.each(expectationCases)("$text", check));
describe("stands taken in other words", () => it.each(standCases)("$text", check));
describe("counts of other kinds", () => it.each(countCases)("$text", check));
describe("grounds of law", () => it.each(groundCases)("$text", check));
describe("what is to come", () => it.each(outlookCases)("$text", check));
describe("remarks", () => it.each(remarkCases)("$text", check));
describe("bad input", () => {
  for (const [name, cases] of Object.entries(badInput)) describe(name, () => it.each(cases)("$text", check));
});
