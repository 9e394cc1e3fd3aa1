/** Stands that need the whole report: what somebody in office says is owed, and by whom. */
import { describe, expect, it } from "vitest";
import { loadLanguage } from "../language/language.ts";
import { caseReport } from "./cases/report.ts";
import { read } from "./read.ts";

const language = (await loadLanguage("en"))!;

function standsIn(text: string): string[] {
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  return read(caseReport(text, blocks), language.parse(text, blocks)).findings.flatMap((one) => {
    if (one.kind !== "position") return [];
    const { actor, stance, proposal } = one.position;
    return [`${actor.name} ${stance}: ${text.slice(proposal.start, proposal.end)}`];
  });
}

describe("what is owed", () =>
  it.each([
    ["Norway said the rebels must leave.", ["Norway supports: the rebels must leave"]],
    [
      "Foreign Minister Anna Berg said the rebels must lay down their arms.",
      ["Anna Berg supports: the rebels must lay down their arms"],
    ],
    [
      "Chancellor Anna Berg said there can be no talks with the rebels.",
      ["Anna Berg opposes: talks with the rebels"],
    ],
    ["“There must be an inquiry,” Foreign Minister Anna Berg said.", ["Anna Berg supports: an inquiry"]],
    ["Bishop Anna Berg said the war should end.", ["Anna Berg opposes: the war"]],
    ["Norway said the embargo should be lifted.", ["Norway opposes: the embargo"]],
    ["Foreign Minister Anna Berg said residents should stay indoors.", []],
    ["Foreign Minister Anna Berg said the convoy should arrive on Monday.", []],
    ["Foreign Minister Anna Berg said the driver must have been tired.", []],
    ["Anna Berg, a plumber, said the army must leave.", []],
    ["Police said there will be no charges.", []],
    ["The rebels must leave.", []],
    ["Foreign Minister Anna Berg will say when the aid must be cut.", []],
    ["“There should have been a plan,” Foreign Minister Anna Berg said.", []],
    ["Foreign Minister Anna Berg said the raids are no longer justified.", []],
    ["Foreign Minister Anna Berg said the numbers should end the debate.", []],
    ["Norway asked whether the rebels must leave.", []],
  ])("%s", (text, stands) => expect(standsIn(text)).toEqual(stands)));

describe("what is left open", () =>
  it.each([
    ["a state of emergency", true],
    ["a state of siege", true],
    ["ground troops", true],
    ["a military draft", true],
    ["the death penalty", true],
    ["foul play", false],
    ["a gas leak", false],
    ["a state of confusion", false],
  ])("%s", (what, isMeasure) =>
    expect(standsIn(`President Anna Berg has not ruled out ${what}.`)).toEqual(
      isMeasure ? [`Anna Berg open: ${what}`] : [],
    ),
  ));

describe("what would be done on a condition", () =>
  it.each([
    ["Norway would release the sailors if the court agreed.", ["Norway conditional: release the sailors"]],
    ["Norway would likely release the sailors if the court agreed.", []],
    ["If he wins, President Anna Berg would close the border, Senator Tom Reeve said.", []],
    [
      "If she wins, she would close the border, President Anna Berg said.",
      ["Anna Berg conditional: close the border"],
    ],
  ])("%s", (text, stands) => expect(standsIn(text)).toEqual(stands)));
