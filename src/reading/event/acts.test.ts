import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../language/language.ts";
import { caseReport } from "../cases/report.ts";
import { readEvents } from "../events.ts";
import { contextFor } from "../read.ts";

const language = (await loadLanguage("en"))!;

/** Text; a word of the trigger; the words that its line is cut to. */
const cases: readonly [string, string, string][] = [
  // With what governs it, so that the line says no more than the sentence.
  [
    "Kenya has begun to withdraw its troops from Lamu.",
    "withdraw",
    "Kenya has begun to withdraw its troops from Lamu",
  ],
  ["The rebels tried to seize the airport.", "seize", "The rebels tried to seize the airport"],
  // A participle with the noun that it defines; a clause of place or time without its adverb.
  [
    "Guards freed the drivers arrested near Garissa on Monday.",
    "arrested",
    "the drivers arrested near Garissa on Monday",
  ],
  [
    "He lives in a valley where soldiers killed two herders last week.",
    "killed",
    "soldiers killed two herders last week",
  ],
  // The antecedent of a relative pronoun, subject or object.
  ["The minister met the men who attacked the convoy.", "attacked", "the men who attacked the convoy"],
  [
    "Police found the boat that the navy had seized in May.",
    "seized",
    "the boat that the navy had seized in May",
  ],
  // What a preposition adds is kept, an aside is not; nor is a negation lost at the beginning.
  ["The government retaliated by expelling three envoys.", "expelling", "expelling three envoys"],
  ["The crowd dispersed without attacking the station.", "attacking", "without attacking the station"],
  ["At least 12 people were killed in Gulu.", "killed", "At least 12 people were killed in Gulu"],
  ["No boat was hit, as far as the port can tell.", "hit", "No boat was hit, as far as the port can tell"],
  ["After the talks collapsed, the army shelled the port.", "shelled", "the army shelled the port"],
];

describe("the words of an act", () => {
  it.each(cases)("%s: %s", (text, word, what) => {
    const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
    const events = readEvents(contextFor(caseReport(text, blocks), language.parse(text, blocks)));
    const found = events.filter(({ event }) => event.words.includes(word));
    expect(found.map(({ event }) => text.slice(event.what.start, event.what.end))).toContain(what);
  });
});
