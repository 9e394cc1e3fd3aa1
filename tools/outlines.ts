/**
 * The basemap's outlines: countries of Natural Earth (public domain), as world-atlas serves them, as GeoJSON with ISO
 * codes. web/vite.config.ts writes them beside the map's code when the app is built; nothing is asked of a network.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import countries from "../src/language/en/countries.json" with { type: "json" };

/** 1 : 50 million for the world and its parts, 1 : 10 million for what lies closer. */
export type Scale = "50m" | "10m";

/** Decimals, and how far a line may stray in degrees, that a pixel of the closest zoom can show. */
const detail: Readonly<Record<Scale, { decimals: number; least: number }>> = {
  "50m": { decimals: 2, least: 0.01 },
  "10m": { decimals: 3, least: 0.003 },
};

export interface Named {
  /** ISO 3166-1 alpha-2, absent for what has none of its own. */
  readonly code?: string;
}

export type Outlines = FeatureCollection<MultiPolygon, Named>;

/** The file that the outlines are made of. */
export function atlasOf(scale: Scale): string {
  return createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
}

export function outlinesOf(scale: Scale): Outlines {
  const atlas = JSON.parse(readFileSync(atlasOf(scale), "utf8")) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const { decimals, least } = detail[scale];
  const { features } = feature(thinned(atlas, least), atlas.objects.countries);
  return {
    type: "FeatureCollection",
    features: features.flatMap(({ geometry, properties }): Feature<MultiPolygon, Named>[] => {
      const code = codeOf(properties.name);
      const drawn = flat(geometry as Polygon | MultiPolygon, decimals);
      if (drawn.coordinates.length === 0) return [];
      return [{ type: "Feature", properties: code === undefined ? {} : { code }, geometry: drawn }];
    }),
  };
}

/** Natural Earth shortens names; what the record calls a country is by its code (src/language/en/countries.json). */
const shortened: Readonly<Record<string, string>> = {
  "Antigua and Barb.": "AG",
  "Bosnia and Herz.": "BA",
  "Br. Indian Ocean Ter.": "IO",
  "British Virgin Is.": "VG",
  "Cabo Verde": "CV",
  "Cayman Is.": "KY",
  "Central African Rep.": "CF",
  Congo: "CG",
  "Cook Is.": "CK",
  "Côte d'Ivoire": "CI",
  "Dem. Rep. Congo": "CD",
  "Dominican Rep.": "DO",
  "Eq. Guinea": "GQ",
  eSwatini: "SZ",
  "Faeroe Is.": "FO",
  "Falkland Is.": "FK",
  "Fr. Polynesia": "PF",
  "Fr. S. Antarctic Lands": "TF",
  "Heard I. and McDonald Is.": "HM",
  Macao: "MO",
  Macedonia: "MK",
  "Marshall Is.": "MH",
  // Part of the republic for all but one state; the line between them is drawn all the same.
  "N. Cyprus": "CY",
  "N. Mariana Is.": "MP",
  "Pitcairn Is.": "PN",
  "S. Geo. and the Is.": "GS",
  "S. Sudan": "SS",
  "Saint Helena": "SH",
  "Solomon Is.": "SB",
  Somaliland: "SO",
  "St-Barthélemy": "BL",
  "St-Martin": "MF",
  "St. Kitts and Nevis": "KN",
  "St. Pierre and Miquelon": "PM",
  "St. Vin. and Gren.": "VC",
  "São Tomé and Principe": "ST",
  Turkey: "TR",
  "Turks and Caicos Is.": "TC",
  "U.S. Minor Outlying Is.": "UM",
  "U.S. Virgin Is.": "VI",
  "United States of America": "US",
  Vatican: "VA",
  "W. Sahara": "EH",
  "Wallis and Futuna Is.": "WF",
  Åland: "AX",
};

const codes: ReadonlyMap<string, string> = new Map(
  (countries as (string | number)[][]).flatMap(([code, name, , , , , ...others]) =>
    [name, ...others].map((one): [string, string] => [String(one), String(code)]),
  ),
);

function codeOf(name: string): string | undefined {
  return shortened[name] ?? codes.get(name);
}

/** Of arcs, so that neighbours keep one line between them. */
function thinned<T extends Topology>(atlas: T, least: number): T {
  const [sx, sy] = atlas.transform!.scale;
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const whole = arc.map(([dx, dy]): Position => {
      x += dx!;
      y += dy!;
      return [x, y];
    });
    const kept = corners(
      whole.map(([x, y]) => [x! * sx, y! * sy]),
      least,
    ).map((i) => whole[i]!);
    return kept.map(([x, y], i) => (i === 0 ? [x!, y!] : [x! - kept[i - 1]![0]!, y! - kept[i - 1]![1]!]));
  });
  return { ...atlas, arcs };
}

/** Which points of a line are needed so that none lies farther from it than `least` (Douglas and Peucker, 1973). */
function corners(line: readonly Position[], least: number): number[] {
  const kept = new Set([0, line.length - 1]);
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let farthest = from;
    let most = least;
    for (let i = from + 1; i < to; i++) {
      const away = distanceTo(line[i]!, line[from]!, line[to]!);
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    if (farthest === from) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b);
}

/** From a point to a stretch of line; degrees of longitude count less far from the equator. */
function distanceTo([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const narrow = Math.max(0.1, Math.cos((y! * Math.PI) / 180));
  const [dx, dy] = [(bx! - ax!) * narrow, by! - ay!];
  const [px, py] = [(x! - ax!) * narrow, y! - ay!];
  const along = dx * dx + dy * dy;
  const t = along === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / along));
  return Math.hypot(px - t * dx, py - t * dy);
}

/** On a flat map: rounded, a ring that crosses 180 degrees goes on beyond, and one around a pole closes below it. */
function flat(geometry: Polygon | MultiPolygon, decimals: number): MultiPolygon {
  const scale = 10 ** decimals;
  const round = (degrees: number) => Math.round(degrees * scale) / scale;
  const ring = (positions: Position[]) => {
    const kept: Position[] = [];
    let turn = 0;
    let before = positions[0]![0]!;
    for (const [lon, lat] of positions) {
      if (lon! - before > 180) turn -= 360;
      else if (lon! - before < -180) turn += 360;
      before = lon!;
      const point = [round(lon! + turn), round(lat!)];
      const last = kept.at(-1);
      if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
    }
    // Around the world and home below it.
    if (turn !== 0) kept.push([kept.at(-1)![0]!, -85.05], [kept[0]![0]!, -85.05], kept[0]!);
    const east = kept.every(([lon]) => lon! <= -180) ? 360 : 0;
    return east === 0 ? kept : kept.map(([lon, lat]) => [lon! + east, lat!]);
  };
  // A ring of fewer corners than a triangle's is smaller than what can be shown.
  const polygon = (rings: Position[][]) => rings.map(ring).filter(({ length }) => length > 3);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return { type: "MultiPolygon", coordinates: polygons.map(polygon).filter(({ length }) => length > 0) };
}
