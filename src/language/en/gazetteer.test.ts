import { describe, expect, it } from "vitest";
import { nameKey, placesNamed } from "./gazetteer.ts";

describe("gazetteer", () => {
  const cases: [name: string, country: string, kind: string][] = [
    ["Culiacán", "MX", "seat"],
    ["Culiacan", "MX", "seat"],
    ["Sinaloa", "MX", "region"],
    ["Texas", "US", "region"],
    ["Metcalfe County", "US", "county"],
    ["Kiev", "UA", "capital"],
    ["Saint Louis", "US", "town"],
    ["MEXICO CITY", "MX", "capital"],
  ];
  for (const [name, country, kind] of cases) {
    it(name, () =>
      expect(placesNamed(name).some((one) => one.country === country && one.kind === kind)).toBe(true),
    );
  }

  it("knows no place by other words", () => {
    for (const name of ["administration", "reportedly", "Xyzzyville", ""])
      expect(placesNamed(name)).toEqual([]);
  });

  it("is as near as a town", () => {
    const [place] = placesNamed("Ouagadougou");
    expect(place?.lat).toBeCloseTo(12.366, 2);
    expect(place?.lon).toBeCloseTo(-1.534, 2);
    expect(place?.id).toBe("geonames:2357048");
  });

  it("compares names without marks", () => {
    expect(nameKey("St. John's")).toBe(nameKey("Saint Johns"));
  });
});
