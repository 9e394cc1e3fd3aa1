import { describe, expect, it } from "vitest";
import { featureLines } from "../../language/en/features.ts";
import type { Entry } from "../../model/entry.ts";
import type { Place } from "../../model/place.ts";
import type { Status } from "../../model/status.ts";
import { areaOf, sizedFeatures } from "./extents.ts";
import { excludes, formOf, mapOf } from "./map.ts";
import regionSizes from "./region-sizes.json" with { type: "json" };

const varda: Place = { name: "Varda", country: "XA", lat: 10, lon: 20, precision: "city", id: "geonames:1" };
const orlo: Place = { name: "Orlo", country: "XA", lat: 12, lon: 20, precision: "city", id: "geonames:2" };
const suburb: Place = { name: "Varda Port", country: "XA", lat: 10.1, lon: 20, precision: "city" };
const north: Place = {
  name: "North",
  country: "XA",
  lat: 11,
  lon: 20,
  precision: "region",
  id: "geonames:3",
};
const south: Place = { name: "South", country: "XA", lat: 9, lon: 20, precision: "region", id: "geonames:4" };
const land: Place = {
  name: "Xanda",
  country: "XA",
  lat: 10,
  lon: 20,
  precision: "country",
  id: "country:XA",
};
const gulf: Place = { name: "Gulf of Aden", lat: 12, lon: 48, precision: "sea", id: "sea:gulf-of-aden" };
const other: Place = {
  name: "Yarland",
  country: "YA",
  lat: 0,
  lon: 0,
  precision: "country",
  id: "country:YA",
};
const nowhere: Place = { name: "Quell", precision: "unknown" };

const done: Status = { stage: "done", polarity: "affirmed", certainty: "asserted", carriers: [] };

/** An event that the first list of places is told of as it stands, and the others by one more report each. */
function event(id: string, ...told: (readonly Place[])[]): Entry {
  const [lead] = told;
  return {
    id,
    kind: "event",
    status: done,
    lead: { kind: "event", places: lead },
    evidence: told.map((places) => ({ finding: { places } })),
  } as unknown as Entry;
}

const placed = (...entries: Entry[]) =>
  mapOf(entries).places.map(({ name, lines }) => `${name}: ${lines.map(({ entry }) => entry).join(" ")}`);

describe("mapOf", () => {
  it("puts a line at each of its places, those of most lines first", () => {
    expect(placed(event("a", [varda, orlo]), event("b", [orlo]))).toEqual(["Orlo: a b", "Varda: a"]);
  });

  it("counts what names no place, and places nothing by guess", () => {
    const view = mapOf([event("a", []), event("b", [nowhere])]);
    expect(view.unplaced).toEqual(["a"]);
    expect(view.places).toMatchObject([{ name: "Quell", precision: "unknown", lines: [{ entry: "b" }] }]);
    expect(view.places[0]).not.toHaveProperty("area");
    expect(view.places[0]).not.toHaveProperty("lat");
  });

  it("leaves out what is no event and no figure", () => {
    const position = { ...event("a", [varda]), kind: "position" } as Entry;
    expect(mapOf([position])).toEqual({ places: [], unplaced: [] });
  });

  it("says of both places that reports of one act dispute where it was", () => {
    const { places } = mapOf([event("a", [varda], [orlo], [varda])]);
    expect(places.map(({ id, lines }) => [id, lines[0]!.otherwise])).toEqual([
      ["geonames:2", ["geonames:1"]],
      ["geonames:1", ["geonames:2"]],
    ]);
  });

  it.each([
    ["from one town to another", [varda, orlo], [varda]],
    ["a town and its suburb", [varda], [suburb]],
    ["a town and its country", [varda], [land]],
    ["a town and a sea", [varda], [gulf]],
    ["a town and a name that no gazetteer has", [varda], [nowhere]],
  ])("does not take %s for a dispute", (_, standing, told) => {
    const { places } = mapOf([event("a", standing, told)]);
    expect(places.flatMap(({ lines }) => lines.flatMap(({ otherwise }) => otherwise ?? []))).toEqual([]);
  });

  it("keeps to an analyst's word on the place", () => {
    const edited = { ...event("a", [varda], [orlo]), edits: [{ field: "places" }] } as unknown as Entry;
    expect(placed(edited)).toEqual(["Varda: a"]);
  });

  it("calls a place as its lines do, in capitals only where all of them shout", () => {
    const shouted = { ...varda, name: "VARDA" };
    expect(placed(event("a", [shouted]), event("b", [shouted]), event("c", [varda]))).toEqual([
      "Varda: a b c",
    ]);
    expect(placed(event("a", [shouted]))).toEqual(["VARDA: a"]);
  });

  it("gives hostile names ids that an address can hold", () => {
    const name = `<img src=x onerror=alert(1)>${"x".repeat(10_000)}`;
    const [place] = mapOf([event("a", [{ name, precision: "unknown" }])]).places;
    expect(place!.id).toMatch(/^name:[0-9a-f]{16}$/);
    expect(place!.name).toBe(name);
  });

  it("takes time in proportion to the evidence", () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => event(`e${i}`, [{ ...varda, id: `geonames:${i % 500}` }]));
    const spent = (entries: Entry[]) => {
      const from = process.cpuUsage().user;
      mapOf(entries);
      return process.cpuUsage().user - from;
    };
    spent(many(5_000));
    const [small, large] = [spent(many(5_000)), spent(many(40_000))];
    expect(large).toBeLessThan(8 * 4 * Math.max(small, 2_000));
  });
});

describe("excludes", () => {
  it.each([
    [varda, varda, false],
    [varda, orlo, true],
    [varda, suburb, false],
    [varda, other, true],
    [north, south, true],
    [varda, north, false],
    [land, north, false],
    [varda, gulf, false],
    [varda, nowhere, false],
  ])("%#: %j and %j", (a, b, expected) => {
    expect(excludes(a, b)).toBe(expected);
    expect(excludes(b, a)).toBe(expected);
  });
});

describe("formOf", () => {
  it.each([
    [{ stage: "done", certainty: "asserted" }, "done"],
    [{ stage: "done", certainty: "possible" }, "unsure"],
    [{ stage: "done", polarity: "denied", certainty: "asserted" }, "off"],
    [{ stage: "attempted", certainty: "asserted" }, "begun"],
    [{ stage: "under-way", certainty: "probable" }, "unsure"],
    [{ stage: "threatened", certainty: "asserted" }, "ahead"],
    [{ stage: "planned", certainty: "possible" }, "ahead"],
    [{ stage: "called-off", certainty: "asserted" }, "off"],
    [{ certainty: "asserted" }, "unstated"],
    [undefined, "unstated"],
  ])("%j is %s", (status, form) => {
    expect(formOf(status as Status | undefined)).toBe(form);
  });
});

describe("areaOf", () => {
  it("never draws a place as less than it is", () => {
    expect(areaOf(land)).toEqual({ shape: "country", code: "XA" });
    expect(areaOf(varda)).toMatchObject({ shape: "ellipse", along: 10, across: 10, size: "typical" });
    expect(areaOf({ ...north, country: "TZ" })).toMatchObject({ along: regionSizes.TZ, size: "typical" });
    expect(areaOf(gulf)).toMatchObject({ along: 480, across: 130, bearing: 75, size: "known" });
  });

  it("draws nothing where it can't be said how far a name reaches", () => {
    const river: Place = { name: "Nile", lat: 20, lon: 31, precision: "point", id: "river:nile" };
    const continent: Place = { name: "Africa", lat: 7, lon: 21, precision: "region", id: "continent:africa" };
    const ocean: Place = { name: "Pacific", lat: 0, lon: -160, precision: "sea", id: "sea:pacific" };
    for (const place of [river, continent, ocean, nowhere]) expect(areaOf(place)).toBeUndefined();
  });

  it("knows the sizes of features that the gazetteer has", () => {
    const ids = new Set(
      featureLines
        .trim()
        .split("\n")
        .map((line) => line.split(" | ")[0]!.trim()),
    );
    expect(sizedFeatures.filter((id) => !ids.has(id))).toEqual([]);
  });
});
