/** Labels of places above the drawn map: links to their lines. Those that would cover one another stand as one. */
import { Link } from "@tanstack/react-router";
import type { Map as Maplibre } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { MapPlace } from "../../../src/api/schema/map.ts";
import { words } from "../../words.ts";
import { around, countsOf, type Drawn, dot } from "./areas.ts";
import { type Cluster, clustered } from "./clusters.ts";
import { FormCounts } from "./forms.tsx";

export function Labels({
  map,
  drawn,
  chosen,
}: {
  map: Maplibre;
  drawn: readonly Drawn[];
  chosen: string | undefined;
}) {
  const [clusters, setClusters] = useState<readonly Cluster<Placed>[]>([]);
  const elements = useRef(new Map<string, HTMLDivElement>());

  useEffect(() => {
    const group = () => setClusters(groupsIn(map, drawn, chosen));
    const place = () => {
      for (const element of elements.current.values()) {
        const { lon, lat, dx, dy } = element.dataset;
        const { x, y } = map.project([Number(lon), Number(lat)]);
        moveTo(element, x + Number(dx), y + Number(dy));
      }
    };
    group();
    map.on("moveend", group);
    map.on("resize", group);
    map.on("move", place);
    return () => {
      map.off("moveend", group);
      map.off("resize", group);
      map.off("move", place);
    };
  }, [map, drawn, chosen]);

  return (
    <div className="map-labels">
      {clusters.map(({ of, x, y }) => {
        const [{ drawn, dx, dy }] = of;
        const { place, lon, lat } = drawn;
        return (
          <div
            key={place.id}
            className="map-label"
            data-lon={lon}
            data-lat={lat}
            data-dx={dx}
            data-dy={dy}
            ref={(element) => {
              if (element === null) return;
              moveTo(element, x, y);
              elements.current.set(place.id, element);
              return () => void elements.current.delete(place.id);
            }}
          >
            {of.length === 1 ? (
              <One drawn={drawn} chosen={place.id === chosen} />
            ) : (
              <Several map={map} of={of.map(({ drawn }) => drawn)} chosen={place.id === chosen} />
            )}
          </div>
        );
      })}
    </div>
  );
}

function moveTo(element: HTMLElement, x: number, y: number): void {
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

function One({ drawn: { place }, chosen }: { drawn: Drawn; chosen: boolean }) {
  return (
    <Link
      from="/situations/$situation"
      to="/situations/$situation"
      params={(all) => all}
      search={(all) => ({ ...all, place: place.id })}
      resetScroll={false}
      preload={false}
      className="map-chip"
      data-precision={place.precision}
      aria-current={chosen || undefined}
    >
      <span className="map-chip-name">{cut(place.name)}</span>
      <FormCounts lines={place.lines} />
    </Link>
  );
}

function Several({ map, of, chosen }: { map: Maplibre; of: readonly Drawn[]; chosen: boolean }) {
  const lines = linesOf(of);
  return (
    <Button
      className="map-chip"
      data-cluster
      data-chosen={chosen || undefined}
      onPress={() => {
        const boxes = of.map(({ lon, lat }) => [lon, lat, lon, lat] as const);
        const [west, south, east, north] = around(boxes)!;
        map.fitBounds(
          [
            [west, south],
            [east, north],
          ],
          { padding: 120, maxZoom: map.getZoom() + 2.5, duration: 400 },
        );
      }}
    >
      <span className="map-chip-name">{cut(of[0]!.place.name)}</span>
      <span className="map-chip-more">+{of.length - 1}</span>
      <FormCounts lines={lines} />
      <span className="unseen">
        {words.map.cluster(
          of.length,
          of.slice(0, 6).map(({ place }) => cut(place.name)),
        )}
      </span>
    </Button>
  );
}

interface Placed {
  readonly drawn: Drawn;
  /** From the middle of the area to that of the label, in pixels. */
  readonly dx: number;
  readonly dy: number;
}

/** Those in sight, by how much is told of them, the chosen one first. */
function groupsIn(map: Maplibre, drawn: readonly Drawn[], chosen: string | undefined): Cluster<Placed>[] {
  const { clientWidth, clientHeight } = map.getContainer();
  const labels = drawn.flatMap((one) => {
    const { x, y } = map.project([one.lon, one.lat]);
    if (x < 0 || x > clientWidth || y < 0 || y > clientHeight) return [];
    const width = widthOf(one);
    const dx = within(x, width, clientWidth);
    const radius = Math.max(dot, y - map.project([one.lon, one.box[3]]).y);
    // Not on top of an area that it would hide.
    const breadth = map.project([one.box[2], one.lat]).x - map.project([one.box[0], one.lat]).x;
    const above = one.ring === undefined || width < breadth || radius > 140 ? 0 : -radius - 17;
    const dy = Math.max(above, 16 - y);
    return [{ of: { drawn: one, dx, dy }, x: x + dx, y: y + dy, width }];
  });
  labels.sort((a, b) => Number(b.of.drawn.place.id === chosen) - Number(a.of.drawn.place.id === chosen));
  return clustered(labels).map((cluster) => {
    const [{ drawn, dx, dy }, ...others] = cluster.of;
    if (others.length === 0) return cluster;
    const width = widthOf(drawn, linesOf(cluster.of.map(({ drawn }) => drawn))) + moreWidth;
    const x = cluster.x - dx;
    const placed = { drawn, dx: within(x, width, clientWidth), dy };
    return { of: [placed, ...others], x: x + placed.dx, y: cluster.y };
  });
}

/** How far a label moves sideways to be whole within the frame. */
function within(x: number, width: number, frame: number): number {
  return Math.max(0, width / 2 + 4 - x) - Math.max(0, x + width / 2 + 4 - frame);
}

/** Of several places; a line that names two of them is one line. */
function linesOf(drawn: readonly Drawn[]): MapPlace["lines"] {
  return [...new Map(drawn.flatMap(({ place }) => place.lines.map((line) => [line.entry, line]))).values()];
}

/** "+12". */
const moreWidth = 26;

/** In pixels, near enough to tell which labels would meet. */
function widthOf({ place }: Drawn, lines: MapPlace["lines"] = place.lines): number {
  return 22 + 6.4 * cut(place.name).length + 27 * countsOf(lines).length;
}

const longest = 22;

/** A name for a label; the list has it whole. */
export function cut(name: string): string {
  const letters = [...name.slice(0, 4 * longest)];
  return letters.length <= longest ? name : `${letters.slice(0, longest - 1).join("")}…`;
}
