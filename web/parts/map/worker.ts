/** The map library's worker: a file of ours, so that the page's policy needs to let in no blob. */
import url from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

export const workerUrl = url;

/** The one script address that the page's policy lets through (trusted.ts). */
export function isWorkerUrl(address: string): boolean {
  return address === url;
}
