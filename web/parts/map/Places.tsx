/**
 * Where it is told to have been: a map, and the same as a list for whoever can't use or see one. A chosen place shows its
 * lines; the address says which.
 */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { EntryLine } from "../../../src/api/schema/lines.ts";
import type { MapPlace } from "../../../src/api/schema/map.ts";
import { mapQuery, type When } from "../../api.ts";
import { words } from "../../words.ts";
import "../../style/map.css";
import { Failed, Loading, Nothing } from "../states.tsx";
import { drawnOf } from "./areas.ts";
import { Legend } from "./forms.tsx";
import { PlaceList } from "./PlaceList.tsx";

const Canvas = lazy(() => import("./Canvas.tsx"));
const situationRoute = getRouteApi("/situations/$situation");

export default function Places({
  situation,
  when,
  entries,
}: {
  situation: string;
  when: When;
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const { place: chosen } = situationRoute.useSearch();
  const navigate = situationRoute.useNavigate();
  const map = useQuery(mapQuery(situation, when));
  const [drawable, setDrawable] = useState(hasWebgl);
  const places = useMemo(() => (map.data?.places ?? []).map(inThisLanguage), [map.data]);
  const drawn = useMemo(() => places.flatMap((place) => drawnOf(place) ?? []), [places]);
  const choose = useCallback(
    (place: string | undefined) =>
      void navigate({
        search: ({ place: _, ...all }) => (place === undefined ? all : { ...all, place }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );

  if (map.isError) return <Failed error={map.error} retry={() => void map.refetch()} />;
  if (map.data === undefined) return <Loading />;
  const { unplaced } = map.data;
  if (places.length === 0) {
    return (
      <Nothing>{unplaced.length === 0 ? words.map.none : words.map.nonePlaced(unplaced.length)}</Nothing>
    );
  }
  return (
    <div className="map" data-drawn={(drawable && drawn.length > 0) || undefined}>
      {drawn.length > 0 && (
        <div className="map-side">
          {drawable ? (
            <>
              <div className="map-frame">
                <Suspense fallback={<div className="map-canvas" aria-hidden="true" />}>
                  <Canvas drawn={drawn} chosen={chosen} choose={choose} failed={() => setDrawable(false)} />
                </Suspense>
              </div>
              <Legend />
              <p className="map-credit">{words.map.credit}</p>
            </>
          ) : (
            <p className="map-undrawn" role="status">
              {words.map.undrawn}
            </p>
          )}
        </div>
      )}
      <PlaceList places={places} unplaced={unplaced} chosen={chosen} choose={choose} entries={entries} />
    </div>
  );
}

/** The record's names are English; countries have names in every language. */
function inThisLanguage(place: MapPlace): MapPlace {
  if (place.precision !== "country" || place.country === undefined || words.language.startsWith("en"))
    return place;
  const named = new Intl.DisplayNames([words.language], { type: "region", fallback: "none" });
  return { ...place, name: named.of(place.country) ?? place.name };
}

/** Old machines and some browsers have none; asking makes no map yet. */
function hasWebgl(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    // A page may hold only a few at once.
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
