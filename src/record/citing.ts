/**
 * Which reports, or sentences of reports, have their news from another outlet ("first reported by …").
 * A report leans on it as a whole when it names no source of its own; else only the sentences that name it do.
 */
import type { Finding } from "../model/finding.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { rejections, unconfirmed } from "./lexicon/unconfirmed.ts";
import type { Placed } from "./placed.ts";
import { day } from "./time.ts";
import type { Told } from "./told.ts";
import { outletKey } from "./voices.ts";
import { contentOf, fold, overlap } from "./words.ts";

export interface Leaning {
  /** Position of the report that leans. */
  readonly of: number;
  /** Position of the report leant on; absent when the archive does not hold it. */
  readonly on?: number;
  /** Position of an earlier report that leans on the same report of an outlet outside the archive. */
  readonly beside?: number;
  readonly outlet: string;
  readonly why: string;
}

export interface Citing {
  /** At most one per report: joining two outlets because one report cites both would make them one source. */
  readonly leaning: readonly Leaning[];
  /** Whether any of a report's sentences may have its source in another. */
  readonly hasSources: (report: number) => boolean;
  /** Position of the report of another outlet that a telling's sentence gives as its source, where archived. */
  readonly sourceOf: (report: number, told: Pick<Told, "finding">) => number | undefined;
}

/** The report cited is no older than this and no younger than a day. */
const oldest = 45 * day;
/** Content words of headline and opening that the two must share to be about one thing. */
const alike = 0.3;

/** Positions are those in the list given. */
export function citingOf(captures: readonly Placed[]): Citing {
  if (!captures.some(cites)) return { leaning: [], hasSources: () => false, sourceOf: () => undefined };
  const byOutlet = new Map<string, number[]>();
  for (const [i, { report }] of captures.entries()) {
    const { publisher } = report;
    if (publisher === undefined) continue;
    const key = outletKey(publisher);
    const known = byOutlet.get(key);
    if (known === undefined) byOutlet.set(key, [i]);
    else known.push(i);
  }
  const gists = new Map<number, Set<string>>();
  const gist = (i: number) => {
    const known = gists.get(i) ?? gistOf(captures[i]!.report);
    gists.set(i, known);
    return known;
  };

  const cited = (of: number, outlet: string): number | undefined => {
    const at = captures[of]!.time;
    let best: { on: number; contained: number } | undefined;
    for (const on of byOutlet.get(outletKey(outlet)) ?? []) {
      const then = captures[on]!.time;
      if (on === of || then > at + day || then < at - oldest) continue;
      const { contained, shared } = overlap(gist(of), gist(on));
      if (contained < alike || shared < 4) continue;
      if (best === undefined || contained > best.contained) best = { on, contained };
    }
    return best?.on;
  };

  const isBeside = (one: Leaning, of: number, outlet: string): boolean => {
    if (one.on !== undefined || outletKey(one.outlet) !== outletKey(outlet)) return false;
    if (captures[of]!.time - captures[one.of]!.time > oldest) return false;
    const { contained, shared } = overlap(gist(of), gist(one.of));
    return contained >= alike && shared >= 4;
  };

  const leaning: Leaning[] = [];
  const sources = new Map<number, { key: string; words: string; on: number }[]>();
  for (const [of, capture] of captures.entries()) {
    if (!cites(capture)) continue;
    const { report, reading } = capture;
    const outlets = citedOutlets(report, reading);
    const archived = outlets.flatMap((outlet) => {
      const on = cited(of, outlet);
      return on === undefined ? [] : [{ key: outletKey(outlet), words: fold(outlet), on }];
    });
    if (archived.length > 0) sources.set(of, archived);
    const outlet = outlets[0];
    if (outlet === undefined || reading === undefined) continue;
    const on = cited(of, outlet);
    const others = on === undefined ? undefined : captures[on]!.reading;
    const isUnconfirmed = on !== undefined && admits(report);
    if (!isUnconfirmed && hasOwnSources(report, reading, outlets, others)) continue;
    const beside = on === undefined ? leaning.findLast((one) => isBeside(one, of, outlet))?.of : undefined;
    leaning.push({
      of,
      ...(on === undefined ? {} : { on }),
      ...(beside === undefined ? {} : { beside }),
      outlet,
      why: `cites ${outlet} and ${isUnconfirmed ? "says that it could not confirm it" : "names no source of its own"}`,
    });
  }
  return {
    leaning,
    hasSources: (report) => sources.has(report),
    sourceOf: (report, told) => {
      const archived = sources.get(report);
      if (archived === undefined) return undefined;
      const { kind, name, words } = told.finding.speaker;
      if (kind !== "outlet") return undefined;
      const key = outletKey(name ?? words ?? "");
      const source = archived.find((one) => one.key === key || fold(words ?? "").includes(one.words));
      return source?.on;
    },
  };
}

function cites({ reading }: Placed): boolean {
  return reading !== undefined && reading.cites.length > 0;
}

/** Outlets that the reading cites, in its order; neither the report's own nor one whose report it rejects. */
function citedOutlets(report: Report, reading: Reading | undefined): string[] {
  const own = new Set(
    [report.publisher, report.credit].flatMap((name) => (name === undefined ? [] : outletKey(name))),
  );
  const seen = new Set<string>();
  return (reading?.cites ?? []).filter((name) => {
    const key = outletKey(name);
    if (key === "" || own.has(key) || seen.has(key)) return false;
    seen.add(key);
    return !rejects(report.text, name);
  });
}

/** A sentence that names the outlet says that its report is wrong. */
function rejects(text: string, outlet: string): boolean {
  const name = fold(outlet);
  return fold(text)
    .split(/[.!?]\s|\n/u)
    .some((sentence) => sentence.includes(name) && rejections.some((words) => sentence.includes(words)));
}

/** Says itself that it has the news from elsewhere and nothing of its own to confirm it. */
function admits({ text }: Report): boolean {
  const folded = fold(text);
  return unconfirmed.some((words) => folded.includes(words));
}

/** Somebody speaks in it whom neither the outlet's sentence nor the outlet's own report brings in. */
function hasOwnSources(
  report: Report,
  reading: Reading,
  outlets: readonly string[],
  cited: Reading | undefined,
): boolean {
  const names = outlets.map(fold);
  const theirs = new Set((cited?.findings ?? []).map(speakerKey));
  return reading.findings.some((finding) => {
    const { kind } = finding.speaker;
    if (kind === "unstated" || kind === "outlet" || kind === "anonymous") return false;
    const sentence = fold(report.text.slice(finding.evidence.start, finding.evidence.end));
    return !names.some((name) => sentence.includes(name)) && !theirs.has(speakerKey(finding));
  });
}

function speakerKey({ speaker }: Finding): string {
  return speaker.actor ?? fold(speaker.name ?? speaker.words ?? speaker.kind);
}

/** Headline and opening: what the report is about. */
function gistOf(report: Report): Set<string> {
  return contentOf(`${report.title ?? ""} ${report.text.slice(0, 900)}`);
}
