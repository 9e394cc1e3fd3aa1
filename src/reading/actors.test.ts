import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";
import { spent } from "../../test/spent.ts";
import { readActors } from "./actors.ts";
import { namesOf } from "./names.ts";

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
    // Offices and descriptions of who is named, before or after.
    ["The Peruvian president spoke. The president said so.", "president", "group:peruvian-president", 1],
    ["President Anna Lindqvist agreed. The president left.", "The president", "person:anna-lindqvist"],
    ["Her cousin, Karl Lindqvist, left.", "cousin", "person:karl-lindqvist"],
    ["Karl Lindqvist, the spokesman, left.", "spokesman", "person:karl-lindqvist"],
    ["Karl Lindqvist met Anna Berg, a lawyer, in Lima.", "lawyer", "person:anna-berg"],
    ["Navy spokesman Commander Karl Lindqvist left. He ate.", "He", "person:karl-lindqvist"],
    ["A woman saw Karl Lindqvist leave. She wept.", "She", "group:woman"],
    // Given names join, surnames alone do not where two bear them, unless the title tells them apart.
    ["Anna Lindqvist met reporters. Anna left early.", "Anna", "person:anna-lindqvist", 1],
    ["Thomas Berg and Maria Berg were tried. Mrs. Berg wept.", "Berg", "person:maria-berg", 2],
    ["Thomas Berg and Robert Berg were tried. Mr. Berg wept.", "Berg", "person:berg", 2],
    ["Lee Cheuk-yan lost. Lee said so.", "Lee", "person:lee-cheuk-yan", 1],
    // Names in other scripts are names.
    ["Εὐσέβιος Ἱερώνυμος met Ανδρέας Παπάς.", "Ανδρέας", "person:ανδρεας-παπας"],
  ];
  for (const [text, words, id, nth] of cases) {
    it(`${text} ${words}`, () => expect(actorOf(text, words, nth)).toBe(id));
  }

  it("takes 'the administration' for the one named so, not for hers", () => {
    const text =
      "The Trump administration met Peruvian President Anna Lindqvist. Her administration closed the port. The administration objected.";
    expect(actorOf(text, "administration", 2)).toBe("government:US");
  });

  it("gives who holds a state's office the country that the report names, where it names but one", () => {
    const country = (text: string) =>
      contextOfText(text).mentions.find((one) => one.actor.kind === "person")?.actor.country;
    expect(country("President Anna Lindqvist spoke. Kenya closed the border.")).toBe("KE");
    expect(country("President Anna Lindqvist spoke. Kenya met Peru.")).toBeUndefined();
    expect(country("Anna Lindqvist, a teacher, spoke. Kenya closed the border.")).toBeUndefined();
  });

  it("takes time that grows in line with the names of a report", () => {
    const text = (n: number) =>
      Array.from(
        { length: n },
        (_, i) => `President Anna Berg${"abcdefghij"[i % 10]}${i} met the minister. She left.`,
      ).join(" ");
    const sentencesOf = (n: number) => {
      const { sentences, text: whole } = contextOfText(text(n));
      const names = namesOf(whole, sentences);
      return spent(() => readActors(whole, sentences, names));
    };
    sentencesOf(20);
    expect(sentencesOf(600)).toBeLessThan(60 * Math.max(4, sentencesOf(60)));
  });

  it("keeps the roles that the report gives", () => {
    const { actors } = contextOfText("Peruvian President Anna Lindqvist spoke in Lima.");
    const person = actors.find((one) => one.kind === "person");
    expect(person).toMatchObject({ name: "Anna Lindqvist", country: "PE" });
    expect(person?.roles).toContain("Peruvian President");
  });
});
