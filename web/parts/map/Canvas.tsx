/** The drawn map: areas on a basemap that ships with the app, and labels that lead to the lines of a place. */
import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, Map as Maplibre, type PointLike, setWorkerUrl } from "maplibre-gl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button, Group } from "react-aria-components";
import { words } from "../../words.ts";
import {
  areaFeatures,
  around,
  type Box,
  bars,
  countriesByCode,
  type Drawn,
  disputes,
  dotFeatures,
  forms,
} from "./areas.ts";
import { Labels } from "./Labels.tsx";
import { closest, countryLayers, hatch, layersOf, nearSource, nearZoom, styleOf } from "./style.ts";
import { useColours } from "./useColours.ts";
import { workerUrl } from "./worker.ts";

setWorkerUrl(workerUrl);

interface Shown {
  readonly drawn: readonly Drawn[];
  readonly chosen: string | undefined;
}

export default function Canvas({
  drawn,
  chosen,
  choose,
  failed,
}: Shown & { choose: (place: string) => void; failed: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const colours = useColours(frame);
  const [map, setMap] = useState<Maplibre>();
  const latest = useRef({ choose, failed, drawn, chosen });
  latest.current = { choose, failed, drawn, chosen };

  const ready = colours !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; colours that change later are painted over.
  useEffect(() => {
    if (frame.current === null || colours === undefined) return;
    let made: Maplibre;
    try {
      made = new Maplibre({
        container: frame.current,
        style: styleOf(colours),
        bounds: boundsOf(latest.current),
        fitBoundsOptions: { padding: 48, maxZoom: 6 },
        minZoom: 0.4,
        maxZoom: closest,
        renderWorldCopies: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        // A page that is scrolled through must not zoom a map on its way.
        cooperativeGestures: true,
        attributionControl: false,
        fadeDuration: 0,
        locale: {
          "Map.Title": words.map.canvas,
          "CooperativeGesturesHandler.WindowsHelpText": words.map.wheel("Ctrl"),
          "CooperativeGesturesHandler.MacHelpText": words.map.wheel("⌘"),
          "CooperativeGesturesHandler.MobileHelpText": words.map.fingers,
        },
      });
    } catch {
      latest.current.failed();
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    made.on("webglcontextlost", () => latest.current.failed());
    made.on("click", (event) => {
      const place = placeAt(made, event.point, latest.current.drawn);
      if (place !== undefined) latest.current.choose(place);
    });
    const nearer = () => {
      if (made.getZoom() < nearZoom || made.getSource("near") !== undefined) return;
      drawNear(made, latest.current);
    };
    made.once("style.load", () => {
      made.addImage("hatch", hatch(colours.ink), { pixelRatio: 2 });
      show(made, latest.current);
      // The world first: the nearer outlines take the worker longer.
      made.once("idle", () => {
        nearer();
        made.on("zoomend", nearer);
      });
      setMap(made);
    });
    return () => {
      setMap(undefined);
      made.remove();
    };
  }, [ready]);

  useEffect(() => {
    if (map !== undefined) show(map, { drawn, chosen });
  }, [map, drawn, chosen]);

  useEffect(() => {
    if (map === undefined || colours === undefined) return;
    for (const layer of [...layersOf(colours), ...countryLayers("near", colours)]) {
      if (map.getLayer(layer.id) === undefined) continue;
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
    map.updateImage("hatch", hatch(colours.ink));
  }, [map, colours]);

  // What is chosen in the list is brought into view; what was chosen on the map is there already.
  useEffect(() => {
    const one = latest.current.drawn.find(({ place }) => place.id === chosen);
    if (map === undefined || one === undefined || isInView(map, one)) return;
    map.fitBounds(corners(one.box), { padding: 48, maxZoom: 6, duration: 400 });
  }, [map, chosen]);

  const whole = useMemo(() => boundsOf({ drawn, chosen: undefined }), [drawn]);
  return (
    <>
      <div className="map-canvas" ref={frame} />
      {map !== undefined && <Labels map={map} drawn={drawn} chosen={chosen} />}
      <Group className="map-zoom" aria-label={words.map.zoom}>
        <Button aria-label={words.map.zoomIn} onPress={() => map?.zoomIn({ duration: 200 })}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 3v10M3 8h10" />
          </svg>
        </Button>
        <Button aria-label={words.map.zoomOut} onPress={() => map?.zoomOut({ duration: 200 })}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 8h10" />
          </svg>
        </Button>
        <Button
          aria-label={words.map.zoomAll}
          onPress={() => map?.fitBounds(whole, { padding: 48, maxZoom: 6, duration: 400 })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
          </svg>
        </Button>
      </Group>
    </>
  );
}

/** What stands on the basemap. */
function show(map: Maplibre, { drawn, chosen }: Shown): void {
  (map.getSource("areas") as GeoJSONSource).setData(areaFeatures(drawn, chosen));
  (map.getSource("dots") as GeoJSONSource).setData(dotFeatures(drawn, chosen));
  (map.getSource("bars") as GeoJSONSource).setData(bars(drawn));
  (map.getSource("disputes") as GeoJSONSource).setData(disputes(drawn));
  (map.getSource("names") as GeoJSONSource).setData(namesBut(drawn));
  for (const source of ["far", "near"] as const) markCountries(map, source, { drawn, chosen });
}

/** The smallest area there; a country where nothing smaller is. */
function placeAt(map: Maplibre, point: PointLike, drawn: readonly Drawn[]): string | undefined {
  const [area] = map.queryRenderedFeatures(point, { layers: ["dots", "areas-fill"] });
  if (area !== undefined) return area.properties.id as string;
  const layers = ["near-land", "far-land"].filter((id) => map.getLayer(id) !== undefined);
  const [land] = map.queryRenderedFeatures(point, { layers });
  const code = land?.properties.code as string | undefined;
  return drawn.find(({ ring, place }) => ring === undefined && place.country === code)?.place.id;
}

function markCountries(map: Maplibre, source: "far" | "near", { drawn, chosen }: Shown): void {
  if (map.getLayer(`${source}-land`) === undefined) return;
  const told = drawn.filter(({ ring }) => ring === undefined);
  const these = (wanted: (one: Drawn) => boolean) => {
    const codes = told.filter(wanted).map(({ place }) => place.country ?? "");
    return ["in", ["get", "code"], ["literal", codes]] as never;
  };
  for (const form of forms)
    map.setFilter(
      `${source}-${form}`,
      these((one) => one.form === form),
    );
  // Hollow where nothing is told as done, as areas are.
  map.setFilter(
    `${source}-told`,
    these(({ form }) => form === "done" || form === "begun" || form === "unsure"),
  );
  map.setFilter(
    `${source}-chosen`,
    these(({ place }) => place.id === chosen),
  );
}

function drawNear(map: Maplibre, shown: Shown): void {
  map.addSource("near", nearSource());
  const paints = new Map(map.getStyle().layers.map(({ id, paint }) => [id, paint]));
  for (const layer of countryLayers("near", nothing)) {
    // In the colours that the far ones have by now.
    const paint = paints.get(layer.id.replace("near", "far"));
    map.addLayer({ ...layer, ...(paint === undefined ? {} : { paint }) } as never, "areas-fill");
  }
  markCountries(map, "near", shown);
  // Only once they stand: before, a view would be empty.
  map.on("idle", function ended() {
    if (map.getSource("near") === undefined || !map.isSourceLoaded("near")) return;
    map.off("idle", ended);
    for (const { id } of countryLayers("far", nothing)) map.setLayerZoomRange(id, 0, nearZoom);
  });
}

const nothing = { sea: "", land: "", rule: "", ink: "", inkSoft: "", marker: "" };

/** Names of countries in the page's language; one that has a label of its own need not be named twice. */
function namesBut(drawn: readonly Drawn[]) {
  const named = new Intl.DisplayNames([words.language], { type: "region", fallback: "none" });
  const labelled = new Set(drawn.filter(({ ring }) => ring === undefined).map(({ place }) => place.country));
  return {
    type: "FeatureCollection" as const,
    features: [...countriesByCode.values()].flatMap(({ code, lon, lat, zoom }) => {
      const name = code === "AQ" || labelled.has(code) ? undefined : named.of(code);
      if (name === undefined) return [];
      const geometry = { type: "Point" as const, coordinates: [lon, lat] };
      return [{ type: "Feature" as const, properties: { name, zoom }, geometry }];
    }),
  };
}

type Corners = [southWest: [number, number], northEast: [number, number]];

/** What is chosen, else all places but those so wide that the others would be lost; else the inhabited world. */
function boundsOf({ drawn, chosen }: Shown): Corners {
  const one = drawn.find(({ place }) => place.id === chosen);
  const boxes = drawn.map(({ box }) => box);
  const narrower = boxes.filter(([west, , east]) => east - west < 60);
  return corners(one?.box ?? around(narrower.length > 0 ? narrower : boxes) ?? [-130, -50, 160, 70]);
}

function corners([west, south, east, north]: Box): Corners {
  return [
    [west, south],
    [east, north],
  ];
}

function isInView(map: Maplibre, { lon, lat }: Drawn): boolean {
  return map.getBounds().contains([lon, lat]) && map.getZoom() > 1.5;
}
