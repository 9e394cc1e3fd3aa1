/**
 * Events and figures by the places that they are told of. A place is an area as wide as what was said (extents.ts), never
 * a point; whatever names no place, or a name that no gazetteer has, is counted and listed beside it.
 *
 * Pure, and linear in the evidence.
 */
import { createHash } from "node:crypto";
import type { Entry } from "../../model/entry.ts";
import type { Place, Precision } from "../../model/place.ts";
import type { Status } from "../../model/status.ts";
import { type Area, areaOf } from "./extents.ts";

export interface MapView {
  /** Those with most lines first. */
  readonly places: readonly MapPlace[];
  /** Ids of events and figures whose sentences name no place. */
  readonly unplaced: readonly string[];
}

export interface MapPlace {
  /** The gazetteer's id; one made of the name where it has none. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly precision: Precision;
  /** Middle of the area, WGS 84 degrees; absent together with it. */
  readonly lat?: number;
  readonly lon?: number;
  readonly area?: Area;
  readonly lines: readonly MapLine[];
}

export interface MapLine {
  readonly entry: string;
  readonly form: Form;
  /** Places (ids) that other reports of it give and that this one can't be: where it was is disputed. */
  readonly otherwise?: readonly string[];
}

/**
 * How an act stands, as far as a map can show it by form.
 * done: told as done, and surely so. begun: under way or attempted. unsure: either of these, but not surely.
 * ahead: discussed to threatened. unstated: no stage is told. off: called off or denied.
 */
export type Form = "done" | "begun" | "unsure" | "ahead" | "unstated" | "off";

export function formOf(status: Status | undefined): Form {
  if (status?.polarity === "denied" || status?.stage === "called-off") return "off";
  switch (status?.stage) {
    case undefined:
      return "unstated";
    case "done":
      return status?.certainty === "asserted" ? "done" : "unsure";
    case "under-way":
    case "attempted":
      return status?.certainty === "asserted" ? "begun" : "unsure";
    default:
      return "ahead";
  }
}

export function mapOf(entries: readonly Entry[]): MapView {
  const found = new Map<string, Found>();
  const unplaced: string[] = [];
  for (const entry of entries) {
    if (entry.kind !== "event" && entry.kind !== "figure") continue;
    const told = placesTold(entry);
    if (told.length === 0) unplaced.push(entry.id);
    const form = formOf(entry.status ?? entry.lead.status);
    const contested = told.filter(([, place]) => isContested(place, entry.lead.places));
    for (const [id, place] of told) {
      const rivals = contested.some(([one]) => one === id) ? standingOf(told, entry) : contested;
      const otherwise = rivals.filter(([, other]) => excludes(place, other)).map(([other]) => other);
      const known = found.get(id) ?? { place, names: new Map<string, number>(), lines: [] };
      known.names.set(place.name, (known.names.get(place.name) ?? 0) + 1);
      known.lines.push({ entry: entry.id, form, ...(otherwise.length === 0 ? {} : { otherwise }) });
      found.set(id, known);
    }
  }
  const places = [...found].map(([id, one]) => placeView(id, one));
  places.sort((a, b) => b.lines.length - a.lines.length || compare(a.name, b.name) || compare(a.id, b.id));
  return { places, unplaced };
}

interface Found {
  readonly place: Place;
  readonly names: Map<string, number>;
  readonly lines: MapLine[];
}

/** As it stands, and as its other reports have it; an analyst's word on the place stands alone. */
function placesTold(entry: Entry): [id: string, Place][] {
  const told = new Map<string, Place>();
  const add = (places: readonly Place[]) => {
    for (const place of places) {
      const id = placeId(place);
      if (!told.has(id)) told.set(id, place);
    }
  };
  add(entry.lead.places);
  if (entry.edits?.some(({ field }) => field === "places") !== true) {
    for (const { finding } of entry.evidence) add(finding.places);
  }
  return [...told];
}

/** A place that some report gives and that none of those of the entry as it stands can be ("from A to B" is no dispute). */
function isContested(place: Place, standing: readonly Place[]): boolean {
  return standing.length > 0 && standing.every((one) => excludes(one, place));
}

function standingOf(told: readonly [id: string, Place][], { lead }: Entry): [id: string, Place][] {
  const ids = new Set(lead.places.map(placeId));
  return told.filter(([id]) => ids.has(id));
}

/** Kilometres within which two towns are one scene in news. */
const oneScene = 40;

/** Whether what was in one place was not in the other, as far as coordinates tell; a sea lies off many coasts. */
export function excludes(a: Place, b: Place): boolean {
  if (placeId(a) === placeId(b) || isOpen(a) || isOpen(b)) return false;
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return true;
  if (isTown(a) && isTown(b)) return distance(a, b) > oneScene;
  return a.precision === "region" && b.precision === "region" && isRegion(a) && isRegion(b);
}

const isOpen = ({ precision }: Place) => precision === "unknown" || precision === "sea";
const isTown = ({ precision }: Place) => precision === "city" || precision === "point";
/** First-order regions lie side by side; lands of other kinds may hold one another. */
const isRegion = ({ id }: Place) => id?.startsWith("geonames:") === true;

/** Great-circle distance in kilometres; none where one has no coordinates. */
function distance(a: Place, b: Place): number {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return 0;
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, half)));
}

function placeView(id: string, { place, names, lines }: Found): MapPlace {
  const { country, lat, lon, precision } = place;
  const area = areaOf(place);
  return {
    id,
    name: shownName(names),
    ...(country === undefined ? {} : { country }),
    precision,
    ...(area === undefined || lat === undefined || lon === undefined ? {} : { lat, lon, area }),
    lines,
  };
}

function placeId({ id, name, country }: Place): string {
  if (id !== undefined) return id;
  const key = `${country ?? ""}|${name.normalize("NFKC").toLowerCase()}`;
  return `name:${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
}

/** As most lines have it; a name that a headline or dateline set in capitals only where no other is there. */
function shownName(names: ReadonlyMap<string, number>): string {
  const most = [...names].sort(
    ([a, m], [b, n]) => Number(isCapitals(a)) - Number(isCapitals(b)) || n - m || compare(a, b),
  );
  return most[0]![0];
}

function isCapitals(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
