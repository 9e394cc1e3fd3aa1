import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";
import { spent } from "../../test/spent.ts";
import { readEvents } from "./events.ts";
import { namesOf } from "./names.ts";
import { toponymsOf } from "./places.ts";

const places = (text: string) => contextOfText(text).places.map(({ place }) => place);

describe("places", () => {
  const cases: [text: string, id: string, country: string | undefined][] = [
    ["The fire began in Paris, Texas.", "geonames:4717560", "US"],
    ["The fire began in Paris on Monday.", "geonames:2988507", "FR"],
    ["The boat sank in the Gulf of Aden.", "sea:gulf-of-aden", undefined],
    ["Soldiers were sent to Sinaloa, in Mexico.", "geonames:3983035", "MX"],
    ["Tankers waited in the Strait of Hormuz.", "sea:strait-of-hormuz", undefined],
    ["The camp lies in Darfur.", "region:darfur", "SD"],
    // What qualifies a name decides, also for a country's name.
    ["A man was hurt in Paris, Ontario, on Monday.", "geonames:6942553", "CA"],
    ["Flames took a barn near Lebanon, Ohio.", "geonames:4516412", "US"],
    // The names beside it decide where none qualifies it.
    [
      "A boy died in Kingston, south of Brisbane. The hospital in Brisbane said so. Queensland mourned.",
      "geonames:2161315",
      "AU",
    ],
    // What a name qualifies says which place it is, too.
    ["They flew from Atlanta, Georgia, to Wichita, Kansas.", "geonames:4180439", "US"],
    // A region and a city of one name: the list says which.
    ["Cases were found in Manitoba, Alberta and Ontario.", "geonames:6065171", "CA"],
    ["They came from the Philippines.", "country:PH", "PH"],
  ];
  for (const [text, id, country] of cases) {
    it(text, () => {
      const [first] = places(text);
      expect(first?.id).toBe(id);
      expect(first?.country).toBe(country);
    });
  }

  it("gives a place that it cannot find no coordinates", () => {
    const [place] = places("The flood swept away the village of Xyloquorp.");
    expect(place).toEqual({ name: "Xyloquorp", precision: "unknown" });
  });

  it("takes a state for the one that the city before it lies in", () => {
    const { sentences, text } = contextOfText("They flew from Atlanta, Georgia, to Wichita, Kansas.");
    const found = toponymsOf(sentences, namesOf(text, sentences)).map(({ place }) => place.country);
    expect(found).toEqual(["US", "US", "US", "US"]);
  });

  it("tells two places of one name apart where each is qualified", () => {
    const { sentences, text } = contextOfText("She left Paris, Texas, for Paris, France.");
    const found = toponymsOf(sentences, namesOf(text, sentences)).map(({ place }) => place.country);
    expect(found).toEqual(["US", "US", "FR", "FR"]);
  });

  it("takes the outlet's country where nothing else tells", () => {
    const text = "The fire began in Hamilton on Monday.";
    const { sentences, text: whole } = contextOfText(text);
    const names = namesOf(whole, sentences);
    const at = (url?: string) => toponymsOf(sentences, names, url)[0]?.place.country;
    expect(at("https://paper.example.ca/a")).toBe("CA");
    expect(at("https://paper.example.nz/a")).toBe("NZ");
    expect(at("not an address")).toBe(at());
  });

  it("takes time that grows in line with the names", () => {
    const text = (n: number) =>
      Array.from({ length: n }, (_, i) => `Soldiers reached San Jose and Springfield ${i} times.`).join(" ");
    const time = (n: number) => {
      const { sentences, text: whole } = contextOfText(text(n));
      const names = namesOf(whole, sentences);
      return spent(() => toponymsOf(sentences, names));
    };
    time(20);
    expect(time(400)).toBeLessThan(40 * Math.max(5, time(40)));
  });

  it("takes who acts for no place", () => {
    for (const text of [
      "Washington said it would wait.",
      "Turkish soldiers left.",
      "Kenya closed its port.",
      "He may march.",
    ]) {
      expect(places(text)).toEqual([]);
    }
  });
});

describe("borders", () => {
  const cases: [text: string, id: string, words: string][] = [
    ["Troops massed along the Mexico-US border near Tijuana.", "border:MX-US", "Mexico-US border"],
    ["Shells fell on the Thai-Cambodian border.", "border:KH-TH", "Thai-Cambodian border"],
    ["They fled across the border between Sudan and Chad.", "border:SD-TD", "border between Sudan and Chad"],
    [
      "A drone fell near Russia’s northern border with Finland.",
      "border:FI-RU",
      "Russia’s northern border with Finland",
    ],
  ];
  it.each(cases)("%s", (text, id, words) => {
    const found = contextOfText(text).places.filter(({ place }) => place.id?.startsWith("border:"));
    expect(found.map(({ place, start, end }) => [place.id, text.slice(start, end)])).toEqual([[id, words]]);
    expect(found[0]!.place.lat).toBeUndefined();
  });

  it.each([
    "They crossed the Kenyan border.",
    "Sudan and Chad closed a border.",
    "The Mexico-based gang left.",
  ])("none: %s", (text) => {
    const ids = contextOfText(text).places.map(({ place }) => place.id ?? "");
    expect(ids.filter((id) => id.startsWith("border:"))).toEqual([]);
  });
});

describe("datelines", () => {
  const scenes = (text: string) => {
    const context = contextOfText(text);
    return context.scenesIn({ start: 0, end: text.length }).map(({ name }) => name);
  };

  it.each([
    [
      "NAIROBI, Oct. 16 (Costa Wire) — Soldiers shot at a boat off Mombasa on Monday, the navy said.",
      ["Mombasa"],
    ],
    [
      "MOMBASA, Kenya, Sept 9 (Costa Wire) - The navy sank a boat in the Gulf of Aden on Monday.",
      ["Gulf of Aden"],
    ],
    ["LIMA/QUITO, March 3 (Costa Wire) - Police arrested nine men in Lima on Monday.", ["Lima"]],
    ["NAIROBI — Police arrested nine men on Monday.", []],
  ])("say where a report was written, not where anything happened: %s", (text, expected) => {
    expect(scenes(text)).toEqual(expected);
    expect(contextOfText(text).places.length).toBeGreaterThan(expected.length);
  });

  it.each([
    ["In Nairobi, police arrested nine men on Monday — the third time in a week.", ["Nairobi"]],
    ["Nine men were arrested in Mombasa on Monday.", ["Mombasa"]],
  ])("are not what only looks like one: %s", (text, expected) => {
    expect(scenes(text)).toEqual(expected);
  });

  it("tell a channel and an island of one name from a town that has it too", () => {
    expect(places("Boats waited in the Pemba Channel off Kenya.")[0]?.id).toBe("sea:pemba-channel");
    expect(places("A dhow sank south of Pemba on Monday. Tanzania said so.")[0]?.id).toBe("region:pemba");
    expect(places("Aid was flown to Pemba, Mozambique, on Monday.")[0]?.id).toBe("geonames:1028918");
  });
});

describe("places of an act that is told of twice", () => {
  const scenes = (text: string) =>
    readEvents(contextOfText(text)).map(({ places }) => places.map(({ name }) => name));

  it("are where it was, not where somebody spoke of it", () => {
    const text =
      "Police burned three stores of narcotics on Monday.\n\nIn Nairobi a government spokesman welcomed the burning.";
    expect(scenes(text).flat()).toEqual([]);
  });

  it("are taken from where the second time says it", () => {
    const text = "Police burned three stores of narcotics on Monday.\n\nThe burning took place in Mombasa.";
    expect(scenes(text).flat()).toContain("Mombasa");
  });
});
