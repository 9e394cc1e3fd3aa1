/** manifest.json of an archive folder: which files are documents, from where and when they were captured. */
import { Problem } from "../model/problem.ts";

export interface Capture {
  readonly file: string;
  readonly url?: string;
  readonly fetchedAt?: string;
  readonly mediaType?: string;
  readonly charset?: string;
}

/** Undefined where the file is some other tool's manifest; a Problem stands for a bad line, or for all. */
export function manifestOf(bytes: Uint8Array, where: string): (Capture | Problem)[] | Problem | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return new Problem(
      "source",
      "bad-manifest",
      where,
      `${where} is not valid JSON: correct it or take it away`,
      error,
    );
  }
  const list = (json as { documents?: unknown } | null)?.documents;
  if (!Array.isArray(list)) return undefined;
  return list.map((line, index) => captureOf(line, `${where} (document ${index + 1})`));
}

function captureOf(line: unknown, where: string): Capture | Problem {
  const bad = (what: string) => new Problem("source", "bad-manifest", where, `${where} ${what}`);
  if (typeof line !== "object" || line === null) return bad('is no object: write {"file": "…"}');
  const { file, url, fetchedAt, mediaType, charset } = line as Record<string, unknown>;
  if (typeof file !== "string" || file === "") return bad('has no "file": name the file that holds it');
  const steps = file.split(/[/\\]/);
  if (file.startsWith("/") || /^[a-z]:/i.test(file) || file.includes("\0") || steps.includes("..")) {
    return bad(`names a file outside its folder: give a path below the manifest`);
  }
  if (
    url !== undefined &&
    (typeof url !== "string" || !/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url))
  ) {
    return bad('has a "url" that is not an http or https address: correct it');
  }
  const time =
    typeof fetchedAt === "string" && /^\d{4}-\d{2}-\d{2}T/.test(fetchedAt)
      ? Date.parse(fetchedAt)
      : Number.NaN;
  if (fetchedAt !== undefined && Number.isNaN(time)) {
    return bad('has a "fetchedAt" that is not an ISO 8601 time: write 2031-03-02T08:00:00Z');
  }
  return {
    file,
    ...(typeof url === "string" ? { url } : {}),
    ...(fetchedAt === undefined ? {} : { fetchedAt: new Date(time).toISOString().replace(".000Z", "Z") }),
    ...(typeof mediaType === "string" ? { mediaType: mediaType.toLowerCase() } : {}),
    ...(typeof charset === "string" ? { charset } : {}),
  };
}
