/**
 * Groups reports that are not independent, with the reason for each link: one page captured twice, copied
 * text, a shared agency credit, one publisher family, leaning on another outlet alone. Corroboration counts
 * these groups. Deterministic: the order of the input plays no part.
 */
import type { Origin, OriginLink } from "../../model/origin.ts";
import type { Placed } from "../tellings/placed.ts";
import type { Sentences } from "../tellings/sentences.ts";
import type { Told } from "../tellings/told.ts";
import { type Author, type Authors, Credited } from "./authors.ts";
import { Borrowing, type Lenders, type Voiced } from "./borrowing.ts";
import type { Citations } from "./citing.ts";
import { type CopyFinder, leastShare } from "./copies.ts";
import type { Copy } from "./kept-copies.ts";
import { outletKey, voiceKey } from "./voices.ts";

export interface Origins {
  readonly origins: readonly Origin[];
  /**
   * The origin that a telling counts for: its report's own, or where the sentence stands in a passage copied from
   * elsewhere or names another outlet as its source, that other one's. Of reports that count alone.
   */
  readonly of: (told: Told) => Voiced;
  readonly sentences: Sentences;
  /** By a capture's position what it counts for: the same object from view to view where that is the same. */
  readonly counts: readonly (Voiced | Borrowing | undefined)[];
  /**
   * Who speaks in an origin. Two articles of one paper are two texts but one voice: that a paper says a
   * thing twice does not confirm it.
   */
  readonly voiceOf: (origin: string) => string;
}

/** What was found among the texts so far, more than one view counts. */
export interface Grounds {
  readonly copies: CopyFinder;
  readonly citations: Citations;
  readonly authors: Authors;
  readonly sentences: Sentences;
  readonly made: MadeOrigins;
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
export function originsOf(sorted: readonly Placed[], grounds: Grounds): Origins {
  const { copies, made } = grounds;
  const credited = new Credited(sorted.map((capture) => grounds.authors.of(capture)));
  const { authors } = credited;
  const groups = new Groups(sorted.length);
  const links: Link[] = [];

  const rank = ranksOf(sorted);
  const pages = new Int32Array(rank.length).fill(-1);
  const blogs = new Map<string, number>();
  for (const [i, { page, partOf, knownAt }] of sorted.entries()) {
    const known = pages[page]!;
    if (known < 0) pages[page] = i;
    else if (groups.join(i, known)) {
      const why = `the same page as ${authors[known]!.name}, fetched ${knownAt}`;
      links.push({ of: i, on: known, reason: "same-page", why });
    }
    // The entries of a live blog are one paper's telling.
    if (partOf === undefined) continue;
    const blog = blogs.get(partOf);
    if (blog === undefined) blogs.set(partOf, i);
    else if (groups.join(i, blog)) {
      const why = `an entry of the same live page of ${authors[blog]!.name}`;
      links.push({ of: i, on: blog, reason: "same-page", why });
    }
  }

  const partial: Ranked[] = [];
  for (const [of, { position }] of sorted.entries()) {
    let isFirst = true;
    for (const copy of copies.copiesOf(position)) {
      const on = rank[copy.on] ?? -1;
      if (on < 0) continue;
      // A digest holds several stories whole: it belongs to one, and its other passages count for theirs.
      const mayJoin = isFirst || isHalf(copy);
      isFirst = false;
      // Linked already, by another text or another sign.
      if (groups.same(of, on)) continue;
      if (!mayJoin || !isOneText(copy, of, on, credited)) partial.push({ copy, of, on });
      else if (groups.join(of, on)) links.push({ of, on, ...whyOneText(copy, of, on, credited) });
    }
  }
  const passages = passagesIn(partial, groups);

  const citing = grounds.citations.among(sorted, rank);
  for (const { of, on, beside, why } of citing.leaning) {
    const joined = on ?? beside;
    if (joined === undefined || groups.join(of, joined)) links.push({ of, on, reason: "cites-outlet", why });
  }

  const members = groups.members();
  const linksOf = Map.groupBy(links, ({ of }) => groups.of(of));
  const outside = new Map<number, string>();
  for (const { of, on, outlet } of citing.leaning.toReversed())
    if (on === undefined) outside.set(groups.of(of), outlet);
  const voiced: Voiced[] = new Array(sorted.length);
  const origins = members.map((group) => {
    const first = group[0]!;
    const { name, publisher } = authors[first]!;
    const called = creditedIn(group, credited) ?? outside.get(first) ?? name;
    const speaks = publisher === undefined && called === name ? undefined : called;
    const one = made.origin(group, sorted, { name: called, links: linksOf.get(first) ?? none, speaks });
    for (const i of group) voiced[i] = one.voiced;
    return one.origin;
  });

  const counts: (Voiced | Borrowing | undefined)[] = new Array(rank.length).fill(undefined);
  for (const [i, { position }] of sorted.entries()) {
    const [copied, cited] = [passages.get(i), citing.sources.get(i)];
    counts[position] =
      copied === undefined && cited === undefined
        ? voiced[i]
        : made.borrowing(position, voiced[i]!, {
            copies: copied?.map(({ copy, on }) => ({ copy, voiced: voiced[on]! })) ?? none,
            cited: cited?.map((one) => ({ cited: one.cited, voiced: voiced[one.on]! })) ?? none,
          });
  }
  let voices: Map<string, string> | undefined;
  return {
    origins,
    sentences: grounds.sentences,
    counts,
    of: (told) => {
      const count = counts[told.position]!;
      return count instanceof Borrowing ? count.of(told) : count;
    },
    voiceOf: (origin) => {
      voices ??= new Map(voiced.map(({ id, voice }) => [id, voice]));
      return voices.get(origin) ?? origin;
    },
  };
}

const none: readonly never[] = [];

interface Link {
  readonly of: number;
  readonly on: number | undefined;
  readonly reason: OriginLink["reason"];
  readonly why: string;
}

/** Ranks by position; -1 for what does not count. */
function ranksOf(sorted: readonly Placed[]): Int32Array {
  let last = -1;
  for (const { position, page } of sorted) last = Math.max(last, position, page);
  const rank = new Int32Array(last + 1).fill(-1);
  for (const [i, { position }] of sorted.entries()) rank[position] = i;
  return rank;
}

/**
 * Origins of the last views: of the same reports and links, the same object again, and the same of who speaks in it, so
 * that one sees at a glance what has changed.
 */
export class MadeOrigins {
  /** By the position of its first report. */
  readonly #last: (Made | undefined)[] = [];
  readonly #voiced = new Map<string, Voiced[]>();
  /** By position. */
  readonly #borrowings: (Borrowing | undefined)[] = [];

  /** `speaks` is who is heard in it; undefined where nobody is named. */
  origin(
    group: readonly number[],
    sorted: readonly Placed[],
    { name, links, speaks }: { name: string; links: readonly Link[]; speaks: string | undefined },
  ): Made {
    const first = sorted[group[0]!]!;
    const last = this.#last[first.position];
    const ordered = isInOrder(links) ? links : links.toSorted(byReport);
    const isKnown = last !== undefined && isSame(last.origin, name, group, ordered, sorted);
    if (isKnown && last.speaks === speaks) return last;
    const origin = isKnown ? last.origin : originFrom(name, group, ordered, sorted);
    const made = { origin, speaks, voiced: this.#voicedOf(origin.id, speaks) };
    while (this.#last.length < first.position) this.#last.push(undefined);
    this.#last[first.position] = made;
    return made;
  }

  borrowing(position: number, own: Voiced, lenders: Lenders): Borrowing {
    const last = this.#borrowings[position];
    if (last?.isOf(own, lenders)) return last;
    const made = new Borrowing(own, lenders);
    while (this.#borrowings.length < position) this.#borrowings.push(undefined);
    this.#borrowings[position] = made;
    return made;
  }

  #voicedOf(id: string, speaks: string | undefined): Voiced {
    const voice = speaks === undefined ? id : voiceKey(speaks);
    const known = this.#voiced.get(id);
    const same = known?.find((one) => one.voice === voice);
    if (same !== undefined) return same;
    const made = { id, voice };
    if (known === undefined) this.#voiced.set(id, [made]);
    else known.push(made);
    return made;
  }
}

const byReport = (a: Link, b: Link) => a.of - b.of || (a.on ?? -1) - (b.on ?? -1);

function isInOrder(links: readonly Link[]): boolean {
  for (let i = 1; i < links.length; i++) if (byReport(links[i - 1]!, links[i]!) > 0) return false;
  return true;
}

interface Made {
  readonly origin: Origin;
  readonly speaks: string | undefined;
  readonly voiced: Voiced;
}

function isSame(
  was: Origin,
  name: string,
  group: readonly number[],
  links: readonly Link[],
  sorted: readonly Placed[],
): boolean {
  if (was.name !== name || was.reports.length !== group.length) return false;
  if (!was.reports.every((id, i) => id === sorted[group[i]!]!.id)) return false;
  if (links.length === 0) return was.links[0]!.reason === "single";
  return (
    was.links.length === links.length &&
    was.links.every(({ report, on, reason, why }, i) => {
      const link = links[i]!;
      const isOn = link.on === undefined ? undefined : sorted[link.on]!.id;
      return report === sorted[link.of]!.id && on === isOn && reason === link.reason && why === link.why;
    })
  );
}

function originFrom(
  name: string,
  group: readonly number[],
  links: readonly Link[],
  sorted: readonly Placed[],
): Origin {
  const { id: first, origin: id } = sorted[group[0]!]!;
  const why = "no other report shares its text or its source";
  return {
    id,
    name,
    reports: group.map((i) => sorted[i]!.id),
    links:
      links.length === 0
        ? [{ report: first, reason: "single", why }]
        : links.map(({ of, on, reason, why }) => ({
            report: sorted[of]!.id,
            ...(on === undefined ? {} : { on: sorted[on]!.id }),
            reason,
            why,
          })),
  };
}

/** A copy, and the ranks of its two texts. */
interface Ranked {
  readonly copy: Copy;
  readonly of: number;
  readonly on: number;
}

/** Of each text whose passages count for others, as the two are not one text anyway: the copies that they are of. */
function passagesIn(partial: readonly Ranked[], groups: Groups): Map<number, Ranked[]> {
  const found = new Map<number, Ranked[]>();
  for (const one of partial) {
    if (one.copy.longest === 0 || groups.same(one.of, one.on)) continue;
    const known = found.get(one.of);
    if (known === undefined) found.set(one.of, [one]);
    else known.push(one);
  }
  return found;
}

/** The two share so much that neither is only a part of the other. */
function isHalf({ resemblance }: Copy): boolean {
  return resemblance >= 0.6;
}

function isOneText(copy: Copy, of: number, on: number, credited: Credited): boolean {
  if (copy.quoted) return copy.resemblance >= sameText;
  // Most that share something share too little, whoever wrote them.
  if (copy.contained < leastShare || copy.longest < longestRun) return false;
  if (copy.size < shortText) return copy.contained >= wholeText;
  if (copy.contained >= oneText) return true;
  if (copy.contained < oneTextOfOneAuthor) return false;
  const { authors } = credited;
  return (
    sharedAgency(of, on, credited) !== undefined || sharedFamily(authors[of]!, authors[on]!) !== undefined
  );
}

function whyOneText(
  copy: Copy,
  of: number,
  on: number,
  credited: Credited,
): Pick<OriginLink, "reason" | "why"> {
  const [one, other] = [credited.authors[of]!, credited.authors[on]!];
  const share = `${Math.round(copy.contained * 100)} %`;
  const text =
    copy.shorter === copy.of
      ? `${share} of its text stands in ${other.name}`
      : `${share} of the text of ${other.name} stands in it`;
  const credit = sharedAgency(of, on, credited);
  if (credit !== undefined) return { reason: "wire-credit", why: `credits ${credit}; ${text}` };
  const family = sharedFamily(one, other);
  if (family !== undefined) return { reason: "publisher-family", why: `${family}; ${text}` };
  return { reason: "copied-text", why: text };
}

/** The agency that both credit, or that one credits and the other is. */
function sharedAgency(of: number, on: number, credited: Credited): string | undefined {
  if (credited.keyOf(of) !== credited.keyOf(on)) return undefined;
  return credited.agencyOf(of) ?? credited.agencyOf(on);
}

function sharedFamily(a: Author, b: Author): string | undefined {
  if (a.outlet === undefined || b.outlet === undefined) return undefined;
  if (a.outlet === b.outlet) return `also printed by ${b.publisher}`;
  return a.family !== undefined && a.family === b.family ? `both of ${a.family}` : undefined;
}

/** The agency that most of the reports credit, the earliest on a tie. */
function creditedIn(group: readonly number[], credited: Credited): string | undefined {
  if (group.length === 1) return credited.agencyOf(group[0]!);
  const counts = new Map<string, { name: string; count: number }>();
  for (const i of group) {
    const name = credited.agencyOf(i);
    if (name === undefined) continue;
    const known = counts.get(outletKey(name));
    if (known === undefined) counts.set(outletKey(name), { name, count: 1 });
    else known.count++;
  }
  let best: { name: string; count: number } | undefined;
  for (const one of counts.values()) if (best === undefined || one.count > best.count) best = one;
  return best?.name;
}

/** Disjoint sets of positions; the root of a set is its first position. */
class Groups {
  readonly #root: Int32Array;

  constructor(size: number) {
    this.#root = Int32Array.from({ length: size }, (_, i) => i);
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
