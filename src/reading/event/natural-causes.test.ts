import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../language/language.ts";
import { caseReport } from "../cases/report.ts";
import { readEvents } from "../events.ts";
import { contextFor } from "../read.ts";

const language = (await loadLanguage("en"))!;

/** Type of each event by the word for it. */
const typesIn = (text: string) => {
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  const events = readEvents(contextFor(caseReport(text, blocks), language.parse(text, blocks)));
  return Object.fromEntries(
    events.map(({ event: { trigger, type, mode } }) => [
      text.slice(trigger.start, trigger.end),
      [type, mode].filter((one) => one !== undefined).join(" "),
    ]),
  );
};

describe("what nature, an illness or an accident does", () => {
  it.each([
    ["A powerful earthquake hit the country on Monday.", "hit"],
    ["The quake, which killed 40 people, was felt at sea.", "killed"],
    ["Twelve people were killed in the flood.", "killed"],
    ["The town was hit by a storm on Monday.", "hit"],
    ["Cholera has killed 300 people in the camps.", "killed"],
    ["The storm displaced thousands of people.", "displaced"],
    ["Two porters were killed in a crash near the port.", "killed"],
  ])("is told, and no assault: %s", (text, word) => {
    expect(typesIn(text)).toMatchObject({ [word]: "" });
  });

  it.each([
    ["Soldiers killed four men during the flood.", "killed", "ASSAULT kill"],
    ["Four men were killed by soldiers in the flood.", "killed", "ASSAULT kill"],
    ["Rebels attacked the camp after the quake.", "attacked", "ASSAULT"],
  ])("is not what people do meanwhile: %s", (text, word, type) => {
    expect(typesIn(text)).toMatchObject({ [word]: type });
  });
});
