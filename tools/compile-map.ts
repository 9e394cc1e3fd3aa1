/**
 * Compiles what the map knows of countries beside their outlines, from world-atlas and the gazetteer:
 *   node tools/compile-map.ts
 * web/parts/map/countries.json: code, where its label stands (longitude, latitude), the box that shows it (west, south,
 * east, north), and the zoom from which the label has room. src/view/map/region-sizes.json: radius in kilometres of a
 * circle as large as the country's first-order regions are on average.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { MultiPolygon, Position } from "geojson";
import { gazetteerKinds } from "../src/language/en/gazetteer.ts";
import { outlinesOf } from "./outlines.ts";

interface Country {
  code: string;
  /** Square kilometres of all its parts. */
  area: number;
  /** The largest of its parts, and its area. */
  main: Position[];
  largest: number;
  box: [west: number, south: number, east: number, north: number];
}

const countries = new Map<string, Country>();
for (const { properties, geometry } of outlinesOf("50m").features) {
  if (properties.code !== undefined) add(properties.code, geometry);
}
const sorted = [...countries.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
const counts = regionCounts();

write(
  "../web/parts/map/countries.json",
  sorted.map((one) => [one.code, ...labelPoint(one.main), ...one.box.map(round2), labelZoom(one.largest)]),
);
write(
  "../src/view/map/region-sizes.json",
  Object.fromEntries(
    sorted.flatMap(({ code, area }) => {
      const regions = counts.get(code) ?? 0;
      return regions < 2 ? [] : [[code, Math.max(5, Math.round(Math.sqrt(area / regions / Math.PI)))]];
    }),
  ),
);

function add(code: string, geometry: MultiPolygon): void {
  const parts = geometry.coordinates
    .map(([ring]) => ({ ring: ring!, area: areaOf(ring!) }))
    .sort((a, b) => b.area - a.area);
  const [first] = parts;
  if (first === undefined) return;
  const known = countries.get(code);
  const area = (known?.area ?? 0) + parts.reduce((sum, one) => sum + one.area, 0);
  // Islands far off would show a country as a speck among oceans; its larger parts make the box.
  const least = Math.max(first.area, known?.largest ?? 0) / 12;
  const box = parts
    .filter((one) => one.area >= least)
    .reduce((all, { ring }) => widened(all, ring), known?.box);
  const larger = known === undefined || first.area > known.largest;
  countries.set(code, {
    code,
    area,
    main: larger ? first.ring : known.main,
    largest: larger ? first.area : known.largest,
    box: box!,
  });
}

function widened(box: Country["box"] | undefined, ring: readonly Position[]): Country["box"] {
  const found: Country["box"] = [...(box ?? [180, 90, -180, -90])];
  for (const [lon, lat] of ring) {
    found[0] = Math.min(found[0], lon!);
    found[1] = Math.min(found[1], lat!);
    found[2] = Math.max(found[2], lon!);
    found[3] = Math.max(found[3], lat!);
  }
  return found;
}

/** Square kilometres within a ring on the sphere (Chamberlain and Duquette, 2007). */
function areaOf(ring: readonly Position[]): number {
  const rad = Math.PI / 180;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    sum += (b[0]! - a[0]!) * rad * (2 + Math.sin(a[1]! * rad) + Math.sin(b[1]! * rad));
  }
  return Math.abs(sum * 6371 ** 2) / 2;
}

/** The point within a ring that lies farthest from its edge, to a fiftieth of its size. */
function labelPoint(ring: readonly Position[]): [lon: number, lat: number] {
  const [west, south, east, north] = widened(undefined, ring);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let most = -1;
  for (let i = 1; i < 50; i++) {
    for (let j = 1; j < 50; j++) {
      const lon = west + ((east - west) * i) / 50;
      const lat = south + ((north - south) * j) / 50;
      if (!isInside(ring, lon, lat)) continue;
      // A label is wider than high: room to the sides counts more.
      const room = edgeDistance(ring, lon, lat, narrow);
      if (room > most) {
        most = room;
        best = [lon, lat];
      }
    }
  }
  return [round2(best[0]), round2(best[1])];
}

function isInside(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function edgeDistance(ring: readonly Position[], lon: number, lat: number, narrow: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [x, y] of ring) {
    least = Math.min(least, Math.hypot(((x! - lon) * narrow) / 1.6, y! - lat));
  }
  return least;
}

/** Large countries are named when the world is shown, a small one when it has grown to a finger's breadth. */
function labelZoom(area: number): number {
  const breadth = Math.sqrt(area);
  return Math.min(
    7,
    Math.max(1, Math.round(10 * Math.log2((40_075 / 512 / Math.max(1, breadth)) * 42)) / 10),
  );
}

/** First-order regions of each country in models/places.bin; gazetteer.ts has the layout. */
function regionCounts(): ReadonlyMap<string, number> {
  const bytes = readFileSync(new URL("../models/places.bin", import.meta.url));
  const headLength = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString("utf8", 8, 8 + headLength)) as {
    places: number;
    keys: number;
    admins: readonly string[];
  };
  const admins = 8 + headLength + 12 * head.places + 8 * head.keys;
  const kinds = admins + 2 * head.places + 2 * head.keys + head.places;
  const region = gazetteerKinds.indexOf("region");
  const found = new Map<string, number>();
  for (let i = 0; i < head.places; i++) {
    if (bytes[kinds + i] !== region) continue;
    const country = head.admins[bytes.readUInt16LE(admins + 2 * i)]!.slice(0, 2);
    found.set(country, (found.get(country) ?? 0) + 1);
  }
  return found;
}

function round2(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

/** One row a line, as the formatter would have it. */
function write(path: string, rows: readonly unknown[] | Record<string, number>): void {
  const lines = Array.isArray(rows)
    ? rows.map((row) => `  ${JSON.stringify(row).replaceAll(",", ", ")}`)
    : Object.entries(rows).map(([key, value]) => `  ${JSON.stringify(key)}: ${value}`);
  const [open, close] = Array.isArray(rows) ? ["[", "]"] : ["{", "}"];
  writeFileSync(new URL(path, import.meta.url), `${open}\n${lines.join(",\n")}\n${close}\n`);
}
