import { describe, expect, it } from "vitest";
import { contextOfText } from "../../test/invented-reports.ts";

const places = (text: string) => contextOfText(text).places.map(({ place }) => place);

describe("places", () => {
  const cases: [text: string, id: string, country: string | undefined][] = [
    ["The fire began in Paris, Texas.", "geonames:4717560", "US"],
    ["The fire began in Paris on Monday.", "geonames:2988507", "FR"],
    ["The boat sank in the Gulf of Aden.", "sea:gulf-of-aden", undefined],
    ["Soldiers were sent to Sinaloa, in Mexico.", "geonames:3983035", "MX"],
    ["Tankers waited in the Strait of Hormuz.", "sea:strait-of-hormuz", undefined],
    ["The camp lies in Darfur.", "region:darfur", "SD"],
  ];
  for (const [text, id, country] of cases) {
    it(text, () => {
      const [first] = places(text);
      expect(first?.id).toBe(id);
      expect(first?.country).toBe(country);
    });
  }

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
