/**
 * Which reports, or sentences of reports, have their news from another outlet ("first reported by …").
 * A report leans on it as a whole when it names no source of its own; else only the sentences that name it do.
 */
import type { Finding } from "../../model/finding.ts";
import type { Reading } from "../../model/reading.ts";
import type { Report } from "../../model/report.ts";
import { rejections, unconfirmed } from "../lexicon/unconfirmed.ts";
import { byPublication, type Placed } from "../tellings/placed.ts";
import { day } from "../tellings/time.ts";
import { contentOf, fold, overlap } from "../tellings/words.ts";
import { outletKey } from "./voices.ts";

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
  /** By the position of a report those of other outlets that it cites, where archived: they may be its sentences' sources. */
  readonly sources: ReadonlyMap<number, readonly { readonly cited: Cited; readonly on: number }[]>;
}

/** An outlet that a report cites. */
export interface Cited {
  readonly key: string;
  readonly words: string;
}

/** Whether a sentence gives the outlet as its source. */
export function isSourceOf({ key, words }: Cited, { speaker }: Finding): boolean {
  if (speaker.kind !== "outlet") return false;
  return outletKey(speaker.name ?? speaker.words ?? "") === key || fold(speaker.words ?? "").includes(words);
}

/** The report cited is no older than this and no younger than a day. */
const oldest = 45 * day;
/** Content words of headline and opening that the two must share to be about one thing: of the shorter, and how many. */
const alike = 0.3;
const fewestShared = 4;

/** A capture that cites outlets, and what was found out about it for earlier views. */
interface Citer {
  readonly capture: Placed;
  readonly outlets: readonly Outlet[];
  readonly admits: boolean;
  /** Whether it has sources of its own, by the position of the report leant on; -1 where the archive has none. */
  readonly hasOwn: Map<number, boolean>;
  /** Whether it is about what another that leans is about, by that one's position. */
  readonly isAlike: Map<number, boolean>;
}

/** An outlet as one capture cites it. */
interface Outlet extends Cited {
  readonly name: string;
  /** Of its reports that were looked at those that can be meant, the likeliest first. */
  readonly meant: { readonly on: Placed; readonly contained: number }[];
  looked: number;
}

/** Who cites whom among the captures of a situation, compared once for all views. */
export class Citations {
  readonly #byOutlet = new Map<string, Placed[]>();
  /** By position. */
  readonly #citers: (Citer | undefined)[] = [];
  #some = false;
  /** Headlines and openings, while a view is made. */
  #gists = new Map<number, Set<string>>();

  /** Takes the captures that came since, all in fetch order. */
  note(captures: readonly Placed[]): void {
    for (let i = this.#citers.length; i < captures.length; i++) {
      const capture = captures[i]!;
      const { publisher } = capture.report;
      if (publisher !== undefined) {
        const key = outletKey(publisher);
        const known = this.#byOutlet.get(key);
        if (known === undefined) this.#byOutlet.set(key, [capture]);
        else known.push(capture);
      }
      const citer = citerOf(capture);
      this.#citers.push(citer);
      if (citer !== undefined) this.#some = true;
    }
  }

  /** `rank` gives the place of each capture in the list by its position, -1 for those that aren't in it. */
  among(captures: readonly Placed[], rank: Int32Array): Citing {
    const leaning: Leaning[] = [];
    /** Of outlets outside of the archive, by their key. */
    const outside = new Map<string, Leaning[]>();
    const sources = new Map<number, { cited: Cited; on: number }[]>();
    for (let of = 0; this.#some && of < captures.length; of++) {
      const citer = this.#citers[captures[of]!.position];
      if (citer === undefined) continue;
      const archived = citer.outlets.flatMap((cited) => {
        const on = this.#cited(citer, cited, rank);
        return on === undefined ? [] : [{ cited, on }];
      });
      if (archived.length > 0) sources.set(of, archived);
      const [outlet] = citer.outlets;
      if (outlet === undefined) continue;
      const { name, key } = outlet;
      const on = this.#cited(citer, outlet, rank);
      const isUnconfirmed = on !== undefined && citer.admits;
      if (!isUnconfirmed && hasOwnSources(citer, on === undefined ? undefined : captures[on]!)) continue;
      const others = outside.get(key) ?? [];
      outside.set(key, others);
      const beside =
        on === undefined ? others.findLast((one) => this.#isBeside(citer, captures[one.of]!))?.of : undefined;
      const one: Leaning = {
        of,
        ...(on === undefined ? {} : { on }),
        ...(beside === undefined ? {} : { beside }),
        outlet: name,
        why: `cites ${name} and ${isUnconfirmed ? "says that it could not confirm it" : "names no source of its own"}`,
      };
      leaning.push(one);
      if (on === undefined) others.push(one);
    }
    this.#gists = new Map();
    return { leaning, sources };
  }

  /** The report that is meant, as its place in the list. */
  #cited({ capture }: Citer, outlet: Outlet, rank: Int32Array): number | undefined {
    const theirs = this.#byOutlet.get(outlet.key) ?? [];
    if (outlet.looked < theirs.length) {
      for (const on of theirs.slice(outlet.looked)) {
        if (on === capture || on.time > capture.time + day || on.time < capture.time - oldest) continue;
        const { contained, shared } = overlap(this.#gist(capture), this.#gist(on));
        if (contained >= alike && shared >= fewestShared) outlet.meant.push({ on, contained });
      }
      outlet.looked = theirs.length;
      outlet.meant.sort((a, b) => b.contained - a.contained || byPublication(a.on, b.on));
    }
    for (const { on } of outlet.meant) {
      const at = rank[on.position] ?? -1;
      if (at >= 0) return at;
    }
    return undefined;
  }

  #isBeside({ capture, isAlike }: Citer, other: Placed): boolean {
    if (capture.time - other.time > oldest) return false;
    const known = isAlike.get(other.position);
    if (known !== undefined) return known;
    const { contained, shared } = overlap(this.#gist(capture), this.#gist(other));
    const found = contained >= alike && shared >= fewestShared;
    isAlike.set(other.position, found);
    return found;
  }

  #gist({ position, report }: Placed): Set<string> {
    const gist = this.#gists.get(position) ?? gistOf(report);
    this.#gists.set(position, gist);
    return gist;
  }
}

function citerOf(capture: Placed): Citer | undefined {
  const { report, reading } = capture;
  if (reading === undefined || reading.cites.length === 0) return undefined;
  const outlets = citedOutlets(report, reading).map((name) => ({
    name,
    key: outletKey(name),
    words: fold(name),
    meant: [],
    looked: 0,
  }));
  return { capture, outlets, admits: admits(report), hasOwn: new Map(), isAlike: new Map() };
}

/** Outlets that the reading cites, in its order; neither the report's own nor one whose report it rejects. */
function citedOutlets(report: Report, reading: Reading): string[] {
  const own = new Set(
    [report.publisher, report.credit].flatMap((name) => (name === undefined ? [] : outletKey(name))),
  );
  const seen = new Set<string>();
  return reading.cites.filter((name) => {
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
function hasOwnSources({ capture, outlets, hasOwn }: Citer, on: Placed | undefined): boolean {
  const at = on?.position ?? -1;
  const known = hasOwn.get(at);
  if (known !== undefined) return known;
  const { report, reading } = capture;
  const theirs = new Set((on?.reading?.findings ?? []).map(speakerKey));
  const found = reading!.findings.some((finding) => {
    const { kind } = finding.speaker;
    if (kind === "unstated" || kind === "outlet" || kind === "anonymous") return false;
    const sentence = fold(report.text.slice(finding.evidence.start, finding.evidence.end));
    return !outlets.some(({ words }) => sentence.includes(words)) && !theirs.has(speakerKey(finding));
  });
  hasOwn.set(at, found);
  return found;
}

function speakerKey({ speaker }: Finding): string {
  return speaker.actor ?? fold(speaker.name ?? speaker.words ?? speaker.kind);
}

/** Headline and opening: what the report is about. */
function gistOf(report: Report): Set<string> {
  return contentOf(`${report.title ?? ""} ${report.text.slice(0, 900)}`);
}
