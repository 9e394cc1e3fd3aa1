/** How the map is drawn: paper, hairlines and ink, in the colours of the page it stands on. */
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { MapForm } from "../../../src/api/schema/map.ts";
import { dot, forms } from "./areas.ts";
import near from "./made/countries-10m.json?url";
import far from "./made/countries-50m.json?url";

export interface Colours {
  readonly sea: string;
  readonly land: string;
  readonly rule: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly marker: string;
}

/** From here on the outlines of larger scale are drawn; they are not asked for before. */
export const nearZoom = 3.6;
export const closest = 9;

const dashes: Record<MapForm, number[] | undefined> = {
  done: undefined,
  begun: [5, 1.5],
  unsure: [3, 1.5],
  ahead: [1.6, 1.6],
  unstated: [0.6, 2],
  off: [0.6, 2],
};

const empty: FeatureCollection = { type: "FeatureCollection", features: [] };

export function styleOf(colours: Colours): StyleSpecification {
  return {
    version: 8,
    // No glyphs: names of countries are set in the reader's own fonts.
    sources: {
      far: { type: "geojson", data: new URL(far, location.href).href, tolerance: 0.2 },
      names: { type: "geojson", data: empty },
      areas: { type: "geojson", data: empty, tolerance: 0 },
      dots: { type: "geojson", data: empty },
      bars: { type: "geojson", data: empty },
      disputes: { type: "geojson", data: empty },
    },
    layers: layersOf(colours),
  };
}

export const nearSource = () =>
  ({ type: "geojson", data: new URL(near, location.href).href, tolerance: 0.2 }) as const;

/** Drawn in this order; those of the nearer outlines are put in when they are needed. */
export function layersOf(colours: Colours): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": colours.sea } },
    ...countryLayers("far", colours),
    ...areaLayers(colours),
    {
      id: "disputes",
      type: "line",
      source: "disputes",
      paint: { "line-color": colours.ink, "line-width": 1.2, "line-dasharray": [1, 3] },
    },
    {
      id: "bars",
      type: "line",
      source: "bars",
      paint: { "line-color": colours.ink, "line-width": 1.4 },
    },
    {
      id: "names",
      type: "symbol",
      source: "names",
      filter: [">=", ["zoom"], ["get", "zoom"]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "sans-serif"],
        "text-size": 11.5,
        "text-max-width": 7,
        "text-padding": 6,
        "symbol-sort-key": ["get", "zoom"],
      },
      paint: {
        "text-color": colours.inkSoft,
        "text-halo-color": colours.land,
        "text-halo-width": 1.2,
      },
    },
  ];
}

/** Land and borders, and what is told of a country as a whole: hatched, since it may have been anywhere in it. */
export function countryLayers(source: "far" | "near", colours: Colours): LayerSpecification[] {
  // The far ones end there too, as soon as the near ones have come (Canvas.tsx).
  const zooms = source === "far" ? {} : { minzoom: nearZoom };
  const none = ["in", ["get", "code"], ["literal", []]] as never;
  return [
    {
      id: `${source}-land`,
      type: "fill",
      source,
      ...zooms,
      paint: { "fill-color": colours.land, "fill-antialias": false },
    },
    {
      id: `${source}-chosen`,
      type: "fill",
      source,
      ...zooms,
      filter: none,
      paint: { "fill-color": colours.marker, "fill-opacity": 0.55 },
    },
    {
      id: `${source}-told`,
      type: "fill",
      source,
      ...zooms,
      filter: none,
      paint: { "fill-pattern": "hatch" },
    },
    {
      id: `${source}-borders`,
      type: "line",
      source,
      ...zooms,
      paint: { "line-color": colours.rule, "line-width": 0.7 },
    },
    ...forms.map(
      (form): LayerSpecification => ({
        id: `${source}-${form}`,
        type: "line",
        source,
        ...zooms,
        filter: none,
        layout: { "line-join": "round" },
        paint: { "line-color": colours.ink, "line-width": 1.1, ...dashed(form) },
      }),
    ),
  ];
}

function areaLayers(colours: Colours): LayerSpecification[] {
  return [
    {
      id: "areas-fill",
      type: "fill",
      source: "areas",
      filter: shown,
      paint: {
        "fill-color": ["case", ["get", "chosen"], colours.marker, colours.ink],
        "fill-opacity": opacity,
      },
    },
    {
      id: "dots",
      type: "circle",
      source: "dots",
      filter: ["<", ["zoom"], ["get", "until"]],
      paint: {
        "circle-radius": dot,
        "circle-color": ["case", ["get", "chosen"], colours.marker, colours.ink],
        "circle-opacity": opacity,
        "circle-stroke-color": colours.ink,
        "circle-stroke-width": 1.2,
      },
    },
    ...forms.map(
      (form): LayerSpecification => ({
        id: `areas-${form}`,
        type: "line",
        source: "areas",
        filter: ["all", ["==", ["get", "form"], form], shown],
        paint: { "line-color": colours.ink, "line-width": 1.5, ...dashed(form) },
      }),
    ),
  ];
}

/** Not together with its dot, whose middle it would be. */
const shown: ExpressionSpecification = [">=", ["zoom"], ["get", "until"]];

/** Hollow where nothing is told as done. */
const opacity: ExpressionSpecification = [
  "case",
  ["get", "chosen"],
  0.6,
  ["match", ["get", "form"], ["done", "begun"], 0.13, "unsure", 0.06, 0.001],
];

function dashed(form: MapForm): { "line-dasharray"?: number[] } {
  const dash = dashes[form];
  return dash === undefined ? {} : { "line-dasharray": dash };
}

/** Lines that slant, for the fill of a country; two pixels of the screen for one of the picture. */
export function hatch(ink: string): ImageData {
  const size = 16;
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext("2d")!;
  pen.strokeStyle = ink;
  pen.globalAlpha = 0.3;
  pen.lineWidth = 1.4;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}
