import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";

/** Actor id of the mention that covers the words (at their nth place). */
function actorOf(text: string, words: string, nth = 0): string | undefined {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  const end = start + words.length;
  const found = contextOfText(text).mentions.filter(
    (one) => one.start < end && one.end > start && one.form !== "demonym",
  );
  return found[0]?.actor.id;
}

describe("actors", () => {
  const cases: [text: string, words: string, id: string | undefined, nth?: number][] = [
    ["The Mexican government agreed.", "government", "government:MX"],
    ["The Trump administration agreed.", "administration", "government:US"],
    ["Moscow said it would wait.", "Moscow", "government:RU"],
    ["The talks were held in Moscow.", "Moscow", undefined],
    ["US troops crossed the border.", "troops", "military:US"],
    ["The Pentagon confirmed the strike.", "Pentagon", "ministry:US-pentagon"],
    ["Drug cartels fought back.", "cartels", "group:drug-cartels"],
    ["Kenya closed the border.", "Kenya", "country:KE"],
    [
      "President Anna Lindqvist met reporters. Lindqvist left early.",
      "Lindqvist",
      "person:anna-lindqvist",
      1,
    ],
    ["Anna Lindqvist met Karl Lindqvist. Later Lindqvist left.", "Lindqvist", "person:lindqvist", 2],
    ["President Anna Lindqvist met reporters. She left early.", "She", "person:anna-lindqvist"],
    [
      "Peruvian President Anna Lindqvist spoke. Her administration has closed the port.",
      "administration",
      "government:PE",
    ],
    ["It rained on the road.", "It", undefined],
  ];
  for (const [text, words, id, nth] of cases) {
    it(`${text} ${words}`, () => expect(actorOf(text, words, nth)).toBe(id));
  }

  it("takes 'the administration' for the one named so, not for hers", () => {
    const text =
      "The Trump administration met Peruvian President Anna Lindqvist. Her administration closed the port. The administration objected.";
    expect(actorOf(text, "administration", 2)).toBe("government:US");
  });

  it("keeps the roles that the report gives", () => {
    const { actors } = contextOfText("Peruvian President Anna Lindqvist spoke in Lima.");
    const person = actors.find((one) => one.kind === "person");
    expect(person).toMatchObject({ name: "Anna Lindqvist", country: "PE" });
    expect(person?.roles).toContain("Peruvian President");
  });
});
