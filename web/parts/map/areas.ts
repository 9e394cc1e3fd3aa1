/** Places as the areas that they are: outlines for the map, and the box that shows them. */
import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from "geojson";
import type { MapForm, MapPlace } from "../../../src/api/schema/map.ts";
import countries from "./countries.json" with { type: "json" };

export type Box = readonly [west: number, south: number, east: number, north: number];

/** A place that can be drawn. */
export interface Drawn {
  readonly place: MapPlace;
  /** The surest form among its lines: how its outline is drawn. */
  readonly form: MapForm;
  /** Where its label stands. */
  readonly lon: number;
  readonly lat: number;
  readonly box: Box;
  /** Absent for a country: the basemap has its outline. */
  readonly ring?: readonly Position[];
}

/** Surest first: what some line says surely is drawn so, though others are only planned. */
export const forms: readonly MapForm[] = ["done", "begun", "unsure", "ahead", "unstated", "off"];

export interface Country {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly box: Box;
  /** From which its name has room. */
  readonly zoom: number;
}

export const countriesByCode: ReadonlyMap<string, Country> = new Map(
  (countries as [string, number, number, number, number, number, number, number][]).map(
    ([code, lon, lat, west, south, east, north, zoom]) => [
      code,
      { code, lon, lat, box: [west, south, east, north] as const, zoom },
    ],
  ),
);

/** What an island state without an outline of its own is drawn as, in kilometres. */
const smallState = 60;

export function drawnOf(place: MapPlace): Drawn | undefined {
  const { area, lat, lon, lines } = place;
  if (area === undefined || lat === undefined || lon === undefined) return undefined;
  const form = surest(lines);
  if (area.shape === "country") {
    const country = countriesByCode.get(area.code);
    if (country !== undefined) {
      return { place, form, lon: country.lon, lat: country.lat, box: country.box };
    }
  }
  const { along, across, bearing } =
    area.shape === "ellipse" ? area : { along: smallState, across: smallState, bearing: 0 };
  const ring = ellipse(lon, lat, along, across, bearing);
  return { place, form, lon, lat, ring, box: boxOf(ring) };
}

export function surest(lines: MapPlace["lines"]): MapForm {
  return forms.find((form) => lines.some((line) => line.form === form)) ?? "unstated";
}

/** How many lines stand in each form, those that there are, surest first. */
export function countsOf(lines: MapPlace["lines"]): [MapForm, number][] {
  return forms
    .map((form): [MapForm, number] => [form, lines.filter((line) => line.form === form).length])
    .filter(([, count]) => count > 0);
}

/** Round a middle on the sphere: half axes in kilometres, bearing of the first in degrees from north. */
export function ellipse(
  lon: number,
  lat: number,
  along: number,
  across: number,
  bearing: number,
): Position[] {
  const corners = 72;
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    const [x, y] = [across * Math.sin(angle), along * Math.cos(angle)];
    return away(lon, lat, Math.hypot(x, y), bearing + (Math.atan2(x, y) * 180) / Math.PI);
  });
  return [...ring, ring[0]!];
}

/** The point so many kilometres away; beyond 180 degrees it goes on, so that a ring stays whole. */
function away(lon: number, lat: number, kilometres: number, bearing: number): Position {
  const rad = Math.PI / 180;
  const angle = kilometres / 6371;
  const [course, phi] = [bearing * rad, lat * rad];
  const to = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(course));
  const turn = Math.atan2(
    Math.sin(course) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * Math.sin(to),
  );
  return [lon + turn / rad, Math.max(-85, Math.min(85, to / rad))];
}

function boxOf(ring: readonly Position[]): Box {
  const lons = ring.map(([lon]) => lon!);
  const lats = ring.map(([, lat]) => lat!);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The box that shows all of them. */
export function around(boxes: readonly Box[]): Box | undefined {
  const [first, ...others] = boxes;
  if (first === undefined) return undefined;
  return others.reduce<Box>(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    first,
  );
}

export interface AreaKeys {
  readonly id: string;
  readonly form: MapForm;
  readonly chosen: boolean;
  /** From this zoom on the area itself is drawn, until then a dot. */
  readonly until: number;
}

/** Pixels that an area takes at least: from afar it is drawn larger than it is, so that it can be seen. */
export const dot = 5;

export function dotFeatures(
  drawn: readonly Drawn[],
  chosen: string | undefined,
): FeatureCollection<Point, AreaKeys> {
  return {
    type: "FeatureCollection",
    features: drawn.flatMap((one): Feature<Point, AreaKeys>[] => {
      if (one.ring === undefined) return [];
      const properties = keysOf(one, chosen);
      return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: [one.lon, one.lat] } }];
    }),
  };
}

function keysOf({ place, form, lat, box }: Drawn, chosen: string | undefined): AreaKeys {
  // Pixels of 512 to the world, and twice as many with each zoom; a degree north is longer away from the equator.
  const degrees = (box[3] - box[1]) / 2 / Math.cos((lat * Math.PI) / 180);
  const until = Math.log2(dot / ((degrees / 360) * 512));
  return { id: place.id, form, chosen: place.id === chosen, until };
}

/** The larger lie below, so that the smaller can be pointed at. */
export function areaFeatures(
  drawn: readonly Drawn[],
  chosen: string | undefined,
): FeatureCollection<Polygon, AreaKeys> {
  return {
    type: "FeatureCollection",
    features: drawn
      .filter(({ ring }) => ring !== undefined)
      .sort((a, b) => sizeOf(b.box) - sizeOf(a.box))
      .map(
        (one): Feature<Polygon, AreaKeys> => ({
          type: "Feature",
          properties: keysOf(one, chosen),
          geometry: { type: "Polygon", coordinates: [[...one.ring!]] },
        }),
      ),
  };
}

/** In square degrees. */
export function sizeOf([west, south, east, north]: Box): number {
  return (east - west) * (north - south);
}

/** What is called off or denied is struck through, as its mark is. */
export function bars(drawn: readonly Drawn[]): FeatureCollection<LineString> {
  return lines(
    drawn
      .filter(({ form, ring }) => form === "off" && ring !== undefined)
      .map(({ box: [west, south, east, north] }) => [
        [west, south],
        [east, north],
      ]),
  );
}

/** Between the places that reports of one act give and that can't all be right. */
export function disputes(drawn: readonly Drawn[]): FeatureCollection<LineString> {
  const byId = new Map(drawn.map((one) => [one.place.id, one]));
  const pairs = new Map<string, Position[]>();
  for (const { place, lon, lat } of drawn) {
    for (const other of new Set(place.lines.flatMap(({ otherwise }) => otherwise ?? []))) {
      const there = byId.get(other);
      if (there === undefined || place.id > other) continue;
      pairs.set(`${place.id} ${other}`, [
        [lon, lat],
        [there.lon, there.lat],
      ]);
    }
  }
  return lines([...pairs.values()]);
}

function lines(all: readonly Position[][]): FeatureCollection<LineString> {
  return {
    type: "FeatureCollection",
    features: all.map((coordinates) => ({
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates },
    })),
  };
}
