/** The map and its list. */
import type { MapForm, MapPlace } from "../../../src/api/schema/map.ts";
import { all, either, many, number } from "./counting.ts";

type Precision = MapPlace["precision"];

export const map = {
  title: "Map",
  list: "By place",
  none: "No line of this record could be placed.",
  nonePlaced: (n: number) =>
    n === 1 ? "The one line names no place." : `None of ${number(n)} lines names a place.`,
  undrawn:
    "This browser draws no map (it has no WebGL, or has lost it). The list holds all that the map would show.",
  legend: "How to read the map",
  areas:
    "Each shape is as wide as what is known: a hatched country was named as a whole, a circle is a town or region with what lies around it. Nothing is put on one spot. A dotted line joins places of which reports of one act name different ones.",
  form: {
    done: "done",
    begun: "under way or attempted",
    unsure: "told as done or begun, but not certain",
    ahead: "discussed, planned or threatened",
    unstated: "stage not stated",
    off: "not done, denied or called off",
  } satisfies Record<MapForm, string>,
  precision: {
    point: "site",
    city: "town",
    region: "region",
    country: "country",
    sea: "waters",
    unknown: "not in the gazetteer",
  } satisfies Record<Precision, string>,
  reach: {
    country: "The reports name the country and nothing closer: it may be anywhere in it.",
    known: (across: number) => `Somewhere within these lines, ${number(across)} km at the widest.`,
    typical: (across: number, precision: Precision) =>
      precision === "region"
        ? `Somewhere in the region. Its outline is not known here: the circle, ${number(across)} km across, is as large as such regions are.`
        : precision === "city"
          ? `In, around or off the town: the circle is ${number(across)} km across.`
          : `At the site or beside it: the circle is ${number(across)} km across.`,
    none: "No area is drawn for this name.",
  },
  otherwise: (names: readonly string[]) =>
    names.length === 0 ? "Other reports place it elsewhere" : `Other reports place it in ${either(names)}`,
  unlocated: "Named, but not on the map",
  unlocatedHint: "Names that the gazetteer does not have, or that are too wide or too long for an area.",
  unplaced: (n: number) => many(n, "line without a place", "lines without a place"),
  unplacedHint: "No place was read in their sentences. None is guessed.",
  cluster: (places: number, names: readonly string[]) =>
    `${many(places, "place", "places")} close together: ${all(names)}${places > names.length ? " and more" : ""}. Zoom in.`,
  canvas: "Drawn map: arrow keys move it, plus and minus zoom",
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomAll: "Show all places",
  wheel: (key: string) => `Hold ${key} and scroll to zoom the map`,
  fingers: "Move the map with two fingers",
  credit:
    "Outlines and borders: Natural Earth, as it draws them; they take no side in any dispute. Towns: GeoNames, CC BY 4.0.",
};
