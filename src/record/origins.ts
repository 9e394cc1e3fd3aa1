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
import type { Sentences } from "./sentences.ts";
import type { Told } from "./told.ts";
import { creditOf, familyOf, outletKey, voiceKey } from "./voices.ts";

export interface Origins {
  readonly origins: readonly Origin[];
  /**
   * The origin that a telling counts for: its report's own, or where the sentence stands in a passage copied from
   * elsewhere or names another outlet as its source, that other one's. Of reports that count alone.
   */
  readonly of: (told: Told) => Voiced;
  /** The same by a telling's order; undefined where its words must be looked at. */
  readonly at: (order: number) => Voiced | undefined;
  readonly sentences: Sentences;
  /**
   * Who speaks in an origin. Two articles of one paper are two texts but one voice: that a paper says a
   * thing twice does not confirm it.
   */
  readonly voiceOf: (origin: string) => string;
}

/** What was found among the texts so far, more than one view counts. */
export interface Grounds {
  readonly copies: CopyFinder;
  readonly sentences: Sentences;
  readonly voices: Voices;
}

/** An origin's id, and who speaks in it. */
export interface Voiced {
  readonly id: string;
  readonly voice: string;
}

/** The same object for the same origin and voice from view to view, so that one sees at a glance what has changed. */
export class Voices {
  readonly #byOrigin = new Map<string, Voiced[]>();

  of(id: string, voice: string): Voiced {
    const known = this.#byOrigin.get(id);
    const same = known?.find((one) => one.voice === voice);
    if (same !== undefined) return same;
    const made = { id, voice };
    if (known === undefined) this.#byOrigin.set(id, [made]);
    else known.push(made);
    return made;
  }
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

/** `sorted` are those that count by publication, with their positions among the texts that the copies were found in. */
export function originsOf(sorted: readonly Placed[], { copies, sentences, voices }: Grounds): Origins {
  const reports = sorted.map(({ report }) => report);
  const groups = new Groups(reports.length);
  const outlets = new Set<string>();
  for (const { publisher } of reports) if (publisher !== undefined) outlets.add(outletKey(publisher));
  const authors = new Authors(reports, outlets);
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
      const reason = copyLink(one, authors);
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
    for (const run of copy.passages) {
      // What stands in an earlier one counts for where that came from.
      if (!passages[of].some(({ start, end }) => start <= run.start && run.end <= end))
        passages[of].push({ ...run, on });
    }
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
    originFrom(group, sorted, linksOf.get(group[0]!) ?? [], outside.get(group[0]!), authors),
  );
  const counted: Voiced[] = [];
  const voiceOf = new Map<string, string>();
  for (const [i, group] of members.entries()) {
    const { id, name } = built[i]!;
    const first = reports[group[0]!]!;
    const unnamed = first.publisher === undefined && name === nameOf(first);
    const voiced = voices.of(id, unnamed ? id : voiceKey(name));
    voiceOf.set(id, voiced.voice);
    for (const one of group) counted[one] = voiced;
  }
  const borrowed = (own: number, order: number): number | undefined => {
    const [start, end] = [sentences.startOf(order), sentences.endOf(order)];
    return passages[own]?.find((run) => covers(run, { start, end }))?.on;
  };
  return {
    origins: built,
    sentences,
    at: (order) => {
      const own = rank[sentences.positionOf(order)]!;
      return citing.hasSources(own) ? undefined : counted[borrowed(own, order) ?? own];
    },
    of: (told) => {
      const own = rank[told.position]!;
      return counted[borrowed(own, told.order) ?? citing.sourceOf(own, told) ?? own]!;
    },
    voiceOf: (origin) => voiceOf.get(origin) ?? origin,
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
  authors: Authors,
): Pick<OriginLink, "reason" | "why"> | undefined {
  // Most that share something share too little, whoever wrote them.
  if (copy.quoted ? copy.resemblance < sameText : copy.contained < leastShare) return undefined;
  if (!copy.quoted && copy.longest < longestRun) return undefined;
  const of = authors.reports[ranks.of]!;
  const on = authors.reports[ranks.on]!;
  const credit = sharedAgency(ranks, authors);
  const family = sharedFamily(of, on);
  const enough = credit !== undefined || family !== undefined ? oneTextOfOneAuthor : oneText;
  const isOne = copy.quoted
    ? copy.resemblance >= sameText
    : copy.contained >= (copy.size < shortText ? wholeText : enough);
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
function sharedAgency({ of, on }: Pick<Ranked, "of" | "on">, authors: Authors): string | undefined {
  if (authors.keyOf(of) !== authors.keyOf(on)) return undefined;
  return authors.creditOf(of) ?? authors.creditOf(on);
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
  authors: Authors,
): Origin {
  const { report: first, origin: id } = sorted[group[0]!]!;
  const named = { id, name: creditedIn(group, authors) ?? outlet ?? nameOf(first) };
  if (links.length === 0) {
    const why = "no other report shares its text or its source";
    return { ...named, reports: [first.id], links: [{ report: first.id, reason: "single", why }] };
  }
  return {
    ...named,
    reports: group.map((i) => sorted[i]!.id),
    links: links
      .toSorted((a, b) => a.of - b.of || (a.on ?? -1) - (b.on ?? -1))
      .map(
        ({ of, on, reason, why }): OriginLink => ({
          report: sorted[of]!.id,
          ...(on === undefined ? {} : { on: sorted[on]!.id }),
          reason,
          why,
        }),
      ),
  };
}

/** The agency that most of the reports credit, the earliest on a tie. */
function creditedIn(group: readonly number[], authors: Authors): string | undefined {
  const counts = new Map<string, { name: string; count: number }>();
  for (const i of group) {
    const name = authors.creditOf(i);
    if (name === undefined) continue;
    const known = counts.get(outletKey(name));
    if (known === undefined) counts.set(outletKey(name), { name, count: 1 });
    else known.count++;
  }
  let best: { name: string; count: number } | undefined;
  for (const one of counts.values()) if (best === undefined || one.count > best.count) best = one;
  return best?.name;
}

/** Who wrote the reports of a view as far as they say, looked up once for each. */
class Authors {
  readonly reports: readonly Report[];
  readonly #outlets: ReadonlySet<string>;
  readonly #credits: (string | null | undefined)[];

  constructor(reports: readonly Report[], outlets: ReadonlySet<string>) {
    this.reports = reports;
    this.#outlets = outlets;
    this.#credits = new Array(reports.length);
  }

  creditOf(i: number): string | undefined {
    let credit = this.#credits[i];
    if (credit === undefined) {
      credit = creditOf(this.reports[i]!, this.#outlets) ?? null;
      this.#credits[i] = credit;
    }
    return credit ?? undefined;
  }

  /** The agency credited, else the publisher. */
  keyOf(i: number): string | undefined {
    const named = this.creditOf(i) ?? this.reports[i]!.publisher;
    return named === undefined ? undefined : outletKey(named);
  }
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
