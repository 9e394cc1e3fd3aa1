/** The map's geometry, without a browser. */
import { describe, expect, it } from "vitest";
import type { MapPlace } from "../../src/api/schema/map.ts";
import { outlinesOf } from "../../tools/outlines.ts";
import {
  around,
  bars,
  countriesByCode,
  disputes,
  drawnOf,
  ellipse,
  surest,
} from "../../web/parts/map/areas.ts";
import { clustered } from "../../web/parts/map/clusters.ts";

const line = (entry: string, form: MapPlace["lines"][number]["form"], otherwise?: string[]) => ({
  entry,
  form,
  ...(otherwise === undefined ? {} : { otherwise }),
});

function town(id: string, lon: number, lat: number, lines = [line("a", "done")]): MapPlace {
  const area = { shape: "ellipse", along: 10, across: 10, bearing: 0, size: "typical" } as const;
  return { id, name: id, precision: "city", lon, lat, area, lines };
}

/** Kilometres on the sphere. */
function distance(lon: number, lat: number, [x, y]: readonly number[]): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((y! - lat) * rad) / 2) ** 2 +
    Math.cos(lat * rad) * Math.cos(y! * rad) * Math.sin(((x! - lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}

describe("ellipse", () => {
  it.each([
    [39.4, -5.1],
    [0, 0],
    [-20, 78],
  ])("of equal axes is a circle in kilometres at %s, %s", (lon, lat) => {
    const ring = ellipse(lon, lat, 100, 100, 0);
    expect(ring[0]).toEqual(ring.at(-1));
    for (const point of ring) expect(distance(lon, lat, point)).toBeCloseTo(100, 3);
  });

  it("lies along its bearing", () => {
    const ring = ellipse(0, 0, 200, 20, 90);
    const [west, south, east, north] = around(ring.map(([x, y]) => [x!, y!, x!, y!]))!;
    expect(east - west).toBeCloseTo((2 * 200) / 111.19, 1);
    expect(north - south).toBeCloseTo((2 * 20) / 111.19, 1);
  });

  it("goes on beyond 180 degrees in one piece", () => {
    const lons = ellipse(179.9, -17, 300, 300, 0).map(([lon]) => lon!);
    expect(Math.max(...lons)).toBeGreaterThan(180);
    expect(Math.max(...lons) - Math.min(...lons)).toBeLessThan(7);
  });
});

describe("drawnOf", () => {
  it("draws a country by its outline, and one that has none as a circle", () => {
    const country = (code: string): MapPlace => ({
      ...town(`country:${code}`, 35, -6),
      precision: "country",
      area: { shape: "country", code },
    });
    expect(drawnOf(country("TZ"))).not.toHaveProperty("ring");
    expect(drawnOf(country("TV"))?.ring?.length).toBeGreaterThan(10);
  });

  it("draws nothing of a place without an area", () => {
    const { area: _, ...bare } = town("x", 0, 0);
    expect(drawnOf(bare)).toBeUndefined();
  });

  it("takes the surest form, and strikes out what is off alone", () => {
    expect(surest([line("a", "off"), line("b", "ahead"), line("c", "unsure")])).toBe("unsure");
    expect(surest([])).toBe("unstated");
    const drawn = [
      town("x", 0, 0, [line("a", "off")]),
      town("y", 9, 9, [line("a", "off"), line("b", "ahead")]),
    ];
    expect(bars(drawn.flatMap((one) => drawnOf(one) ?? [])).features.length).toBe(1);
  });

  it("joins the places of a dispute once", () => {
    const drawn = [
      town("x", 0, 0, [line("a", "done", ["y"])]),
      town("y", 9, 9, [line("a", "done", ["x"])]),
      town("z", 5, 5),
    ].flatMap((one) => drawnOf(one) ?? []);
    expect(disputes(drawn).features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [
        [0, 0],
        [9, 9],
      ],
    ]);
  });
});

describe("clustered", () => {
  it("sets labels that would cover one another as one, the first in front", () => {
    const labels = [
      { of: "a", x: 100, y: 100, width: 80 },
      { of: "b", x: 150, y: 110, width: 80 },
      { of: "c", x: 150, y: 180, width: 80 },
    ];
    expect(clustered(labels)).toEqual([
      { of: ["a", "b"], x: 100, y: 100 },
      { of: ["c"], x: 150, y: 180 },
    ]);
  });
});

describe("the outlines", () => {
  const outlines = outlinesOf("50m");

  it("hold every country that the map knows, by its code", () => {
    const codes = new Set(outlines.features.flatMap(({ properties }) => properties.code ?? []));
    expect([...countriesByCode.keys()].filter((code) => !codes.has(code))).toEqual([]);
    expect(codes.size).toBe(countriesByCode.size);
  });

  it("are whole rings on a flat map, also across 180 degrees and around the pole", () => {
    for (const { properties, geometry } of outlines.features) {
      for (const ring of geometry.coordinates.flat()) {
        expect(ring[0], properties.code).toEqual(ring.at(-1));
        const jumps = ring.slice(1).map(([lon], i) => Math.abs(lon! - ring[i]![0]!));
        if (properties.code !== "AQ") expect(Math.max(...jumps), properties.code).toBeLessThan(180);
      }
    }
  });
});
