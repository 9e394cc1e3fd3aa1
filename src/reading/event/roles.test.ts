import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../language/language.ts";
import type { FindingOf } from "../../model/finding.ts";
import { caseReport } from "../cases/report.ts";
import { readEvents } from "../events.ts";
import { contextFor } from "../read.ts";

const language = (await loadLanguage("en"))!;

function eventsIn(text: string): FindingOf<"event">[] {
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  return readEvents(contextFor(caseReport(text, blocks), language.parse(text, blocks)));
}

/** Text; the act's words; who does it; to whom or what; with what. */
const cases: readonly [string, string, string, string, string][] = [
  // Light verbs and the participles that hang on a noun.
  ["A raid launched by Al-Shabaab on the hotel left 12 dead.", "raid", "Al-Shabaab", "hotel", ""],
  [
    "Gunmen perpetrated an attack against the governor of Guerrero.",
    "attack",
    "Gunmen",
    "governor of Guerrero",
    "",
  ],
  ["The raid carried out by rebels on Tuesday failed.", "raid", "rebels", "", ""],
  // What is thrown is what it is done with.
  ["Militants hurled grenades at a bank.", "hurled", "Militants", "bank", "grenades"],
  ["Protesters threw petrol bombs at the embassy.", "threw", "Protesters", "embassy", "petrol bombs"],
  [
    "Police said a bomb was planted outside the courthouse by the group.",
    "planted",
    "group",
    "courthouse",
    "bomb",
  ],
  ["Militants set fire to a police station.", "set fire", "Militants", "police station", ""],
  ["The judge's car was riddled with bullets by three men.", "riddled", "men", "judge's car", "bullets"],
  ["The group claimed responsibility for the bombing of the pipeline.", "bombing", "group", "pipeline", ""],
];

describe("roles of acts", () => {
  it.each(cases)("%s", (text, words, actors, recipients, instruments) => {
    const found = eventsIn(text).find((one) => one.event.words === words);
    const names = (list: readonly { readonly name: string }[]) => list.map((one) => one.name).join(", ");
    expect({
      words: found?.event.words,
      actors: names(found?.actors ?? []),
      recipients: names(found?.recipients ?? []),
      instruments: found?.instruments.join(", "),
    }).toEqual({ words, actors, recipients, instruments });
  });

  it.each([
    ["The rebels may hurl grenades at the embassy.", "possible", "affirmed"],
    ["No bomb was planted at the courthouse.", "asserted", "denied"],
  ])("keeps what is said of how sure: %s", (text, certainty, polarity) => {
    const [found] = eventsIn(text);
    expect([found?.status?.certainty, found?.status?.polarity]).toEqual([certainty, polarity]);
  });

  it.each([
    "The plan is riddled with errors.",
    "She threw a ball at the wall.",
    "They placed an order on Monday.",
    "The party set a date for talks.",
    "He planted a tree outside the embassy.",
  ])("no act of force: %s", (text) => {
    expect(eventsIn(text).filter((one) => one.event.type === "ASSAULT")).toEqual([]);
  });
});
