/**
 * Groups reports that are not independent, with the reason for each link: one page captured twice, copied
 * text, a shared agency credit, one publisher family, leaning on another outlet alone. Corroboration counts
 * these groups. Deterministic: the order of the input plays no part.
 */
import type { Origin, OriginLink } from "../model/origin.ts";
import type { Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { citingOf } from "./citing.ts";
import { type CopyFinder, leastShare } from "./copies.ts";
import type { Copy, Passage } from "./kept-copies.ts";
import type { Placed } from "./placed.ts";
import type { Told } from "./told.ts";
import { authorKey, creditOf, familyOf, outletKey, voiceKey } from "./voices.ts";

export interface Origins {
  readonly origins: readonly Origin[];
  /**
   * The origin that a telling counts for: its report's own, or where the sentence stands in a passage copied from
   * elsewhere or names another outlet as its source, that other one's. Of reports that count alone.
   */
  readonly of: (told: Told) => Voiced;
  /**
   * Who speaks in an origin. Two articles of one paper are two texts but one voice: that a paper says a
   * thing twice does not confirm it.
   */
  readonly voiceOf: (origin: string) => string;
}

/** An origin's id, and who speaks in it. */
export interface Voiced {
  readonly id: string;
  readonly voice: string;
}

/** Share of the shorter text that must stand in the other for the two to be one text. */
const oneText = 0.5;
/** The same with another sign that the text has one author: the agency credited or the publisher's family. */
const oneTextOfOneAuthor = leastShare;
/** A text with fewer shingles than this must stand in the other almost whole, as half of it may be chance. */
const shortText = 25;
const wholeText = 0.8;
/** Two texts that are little but quotations are one only when they are the same. */
const sameText = 0.9;
/** Words that must be shared in a row: what is shared in bits may be names and stock phrases. */
const longestRun = 14;

/** `sorted` are those that count by publication, with their positions among the texts that `copies` has looked at. */
export function originsOf(sorted: readonly Placed[], copies: CopyFinder): Origins {
  const reports = sorted.map(({ report }) => report);
  const groups = new Groups(reports.length);
  const outlets = new Set<string>();
  for (const { publisher } of reports) if (publisher !== undefined) outlets.add(outletKey(publisher));
  const links: Link[] = [];
  const passages: (Borrowed[] | undefined)[] = new Array(reports.length);

  const link = (of: number, on: number, reason: OriginLink["reason"], why: string) => {
    if (groups.join(of, on)) links.push({ of, on, reason, why });
  };

  const rank = ranksOf(sorted);
  const pages = new Int32Array(rank.length).fill(-1);
  const blogs = new Map<string, number>();
  for (const [i, { page, report }] of sorted.entries()) {
    const known = pages[page]!;
    if (known < 0) pages[page] = i;
    else
      link(i, known, "same-page", `the same page as ${nameOf(reports[known]!)}, fetched ${report.fetchedAt}`);
    // The entries of a live blog are one paper's telling.
    if (report.partOf === undefined) continue;
    const blog = blogs.get(report.partOf);
    if (blog === undefined) blogs.set(report.partOf, i);
    else link(i, blog, "same-page", `an entry of the same live page of ${nameOf(reports[blog]!)}`);
  }

  const partial: Ranked[] = [];
  for (const [of, { position }] of sorted.entries()) {
    const found = rankedOf(copies.copiesOf(position), of, rank);
    for (const one of found) {
      const { copy, on } = one;
      // Linked already, by another text or another sign.
      if (groups.same(of, on)) continue;
      const reason = copyLink(one, reports, outlets);
      // A digest holds several stories whole: it belongs to one, and its other passages count for theirs.
      const joins = reason !== undefined && (one === found[0] || isHalf(copy));
      if (joins) link(of, on, reason.reason, reason.why);
      else partial.push(one);
    }
  }
  // A passage counts for the text that it came from only where the two are not one text anyway.
  for (const { of, on, copy } of partial) {
    if (groups.same(of, on)) continue;
    passages[of] ??= [];
    for (const run of copy.passages) passages[of].push({ ...run, on });
  }

  const citing = citingOf(sorted);
  for (const { of, on, beside, why } of citing.leaning) {
    const joined = on ?? beside;
    if (joined === undefined || groups.join(of, joined)) links.push({ of, on, reason: "cites-outlet", why });
  }

  const members = groups.members();
  const linksOf = Map.groupBy(links, ({ of }) => groups.of(of));
  const outside = new Map<number, string>();
  for (const { of, on, outlet } of citing.leaning.toReversed())
    if (on === undefined) outside.set(groups.of(of), outlet);
  const built = members.map((group) =>
    originFrom(group, sorted, linksOf.get(group[0]!) ?? [], outside.get(group[0]!), outlets),
  );
  const counted: Voiced[] = [];
  const voices = new Map<string, string>();
  for (const [i, group] of members.entries()) {
    const { id, name } = built[i]!;
    const first = reports[group[0]!]!;
    const unnamed = first.publisher === undefined && name === nameOf(first);
    const voiced = { id, voice: unnamed ? id : voiceKey(name) };
    voices.set(id, voiced.voice);
    for (const one of group) counted[one] = voiced;
  }
  return {
    origins: built,
    of: ({ position, finding }) => {
      const own = rank[position]!;
      const runs = passages[own];
      const borrowed = runs?.find((run) => covers(run, finding.evidence));
      return counted[borrowed?.on ?? citing.sourceOf(own, finding) ?? own]!;
    },
    voiceOf: (origin) => voices.get(origin) ?? origin,
  };
}

interface Link {
  readonly of: number;
  readonly on: number | undefined;
  readonly reason: OriginLink["reason"];
  readonly why: string;
}

interface Borrowed extends Passage {
  readonly on: number;
}

/** Ranks by position; -1 for what does not count. */
function ranksOf(sorted: readonly Placed[]): Int32Array {
  let last = -1;
  for (const { position, page } of sorted) last = Math.max(last, position, page);
  const rank = new Int32Array(last + 1).fill(-1);
  for (const [i, { position }] of sorted.entries()) rank[position] = i;
  return rank;
}

/** A copy, and the ranks of its two texts. */
interface Ranked {
  readonly copy: Copy;
  readonly of: number;
  readonly on: number;
}

/** Those of texts that count, the most of a text first. */
function rankedOf(all: readonly Copy[], of: number, rank: Int32Array): Ranked[] {
  const found: Ranked[] = [];
  for (const copy of all) {
    const on = rank[copy.on] ?? -1;
    if (on >= 0) found.push({ copy, of, on });
  }
  return found.sort(
    (a, b) => b.copy.contained - a.copy.contained || b.copy.size - a.copy.size || a.on - b.on,
  );
}

/** The two share so much that neither is only a part of the other. */
function isHalf({ resemblance }: Copy): boolean {
  return resemblance >= 0.6;
}

function copyLink(
  { copy, ...ranks }: Ranked,
  reports: readonly Report[],
  outlets: ReadonlySet<string>,
): Pick<OriginLink, "reason" | "why"> | undefined {
  const of = reports[ranks.of]!;
  const on = reports[ranks.on]!;
  const longest = Math.max(0, ...copy.passages.map(({ words }) => words));
  const credit = sharedAgency(of, on, outlets);
  const family = sharedFamily(of, on);
  const enough = credit !== undefined || family !== undefined ? oneTextOfOneAuthor : oneText;
  const isOne = copy.quoted
    ? copy.resemblance >= sameText
    : copy.contained >= (copy.size < shortText ? wholeText : enough) && longest >= longestRun;
  if (!isOne) return undefined;
  const share = `${Math.round(copy.contained * 100)} %`;
  const text =
    copy.shorter === copy.of
      ? `${share} of its text stands in ${nameOf(on)}`
      : `${share} of the text of ${nameOf(on)} stands in it`;
  if (credit !== undefined) return { reason: "wire-credit", why: `credits ${credit}; ${text}` };
  if (family !== undefined) return { reason: "publisher-family", why: `${family}; ${text}` };
  return { reason: "copied-text", why: text };
}

/** The agency that both credit, or that one credits and the other is. */
function sharedAgency(a: Report, b: Report, outlets: ReadonlySet<string>): string | undefined {
  if (authorKey(a, outlets) !== authorKey(b, outlets)) return undefined;
  return creditOf(a, outlets) ?? creditOf(b, outlets);
}

function sharedFamily(a: Report, b: Report): string | undefined {
  if (a.publisher === undefined || b.publisher === undefined) return undefined;
  if (outletKey(a.publisher) === outletKey(b.publisher)) return `also printed by ${b.publisher}`;
  const family = familyOf(a.publisher);
  return family !== undefined && family === familyOf(b.publisher) ? `both of ${family}` : undefined;
}

function originFrom(
  group: readonly number[],
  sorted: readonly Placed[],
  links: readonly Link[],
  outlet: string | undefined,
  outlets: ReadonlySet<string>,
): Origin {
  const { report: first, origin: id } = sorted[group[0]!]!;
  const reports = group.map((i) => sorted[i]!.report);
  const named = { id, name: creditedIn(reports, outlets) ?? outlet ?? nameOf(first) };
  if (links.length === 0) {
    const why = "no other report shares its text or its source";
    return { ...named, reports: [first.id], links: [{ report: first.id, reason: "single", why }] };
  }
  return {
    ...named,
    reports: reports.map(({ id }) => id),
    links: links
      .toSorted((a, b) => a.of - b.of || (a.on ?? -1) - (b.on ?? -1))
      .map(
        ({ of, on, reason, why }): OriginLink => ({
          report: sorted[of]!.report.id,
          ...(on === undefined ? {} : { on: sorted[on]!.report.id }),
          reason,
          why,
        }),
      ),
  };
}

/** The agency that most of the reports credit, the earliest on a tie. */
function creditedIn(reports: readonly Report[], outlets: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, { name: string; count: number }>();
  for (const report of reports) {
    const name = creditOf(report, outlets);
    if (name === undefined) continue;
    const known = counts.get(outletKey(name));
    if (known === undefined) counts.set(outletKey(name), { name, count: 1 });
    else known.count++;
  }
  let best: { name: string; count: number } | undefined;
  for (const one of counts.values()) if (best === undefined || one.count > best.count) best = one;
  return best?.name;
}

/** Most of the sentence stands in the passage. */
function covers(run: Span, sentence: Span): boolean {
  const shared = Math.min(run.end, sentence.end) - Math.max(run.start, sentence.start);
  return shared >= 0.8 * (sentence.end - sentence.start);
}

function nameOf(report: Report): string {
  return report.publisher ?? report.title ?? report.input;
}

/** Disjoint sets of positions; the root of a set is its first position. */
class Groups {
  readonly #root: number[];

  constructor(size: number) {
    this.#root = Array.from({ length: size }, (_, i) => i);
  }

  /** Position of the first of its set. */
  of(i: number): number {
    return this.#rootOf(i);
  }

  same(a: number, b: number): boolean {
    return this.#rootOf(a) === this.#rootOf(b);
  }

  /** False where they were one set already. */
  join(a: number, b: number): boolean {
    const [x, y] = [this.#rootOf(a), this.#rootOf(b)];
    if (x === y) return false;
    this.#root[Math.max(x, y)] = Math.min(x, y);
    return true;
  }

  members(): number[][] {
    const sets = new Map<number, number[]>();
    for (let i = 0; i < this.#root.length; i++) {
      const root = this.#rootOf(i);
      const set = sets.get(root);
      if (set === undefined) sets.set(root, [i]);
      else set.push(i);
    }
    return [...sets.values()];
  }

  #rootOf(i: number): number {
    let root = i;
    while (this.#root[root] !== root) root = this.#root[root]!;
    for (let at = i; at !== root; ) {
      const next = this.#root[at]!;
      this.#root[at] = root;
      at = next;
    }
    return root;
  }
}
