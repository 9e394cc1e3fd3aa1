/**
 * How the text of a page changed from fetch to fetch: which sentences came, went, moved or were reworded, and whether
 * the page says so. Sentences are cut by the Unicode rules (UAX 29), compared without regard to white space, and aligned
 * by the shortest edit (Myers 1986).
 */
import { diffArrays } from "diff";
import type { Report } from "../../model/report.ts";
import type { Span } from "../../model/span.ts";
import type { SentenceChange, Version } from "../../model/version.ts";
import { capturesOf } from "../tellings/captures.ts";
import { instant, lastInstant } from "../tellings/time.ts";

/**
 * Versions of the page that a report was read from, in the order of their fetches; `reports` may hold others too. `asOf` leaves out
 * what was made public later than the end of that day, `knownAt` what was fetched later.
 */
export function versionsOf(
  reports: readonly Report[],
  id: string,
  { asOf, knownAt }: { readonly asOf?: string; readonly knownAt?: string } = {},
): Version[] {
  const [published, fetched] = [asOf, knownAt].map((one) =>
    one === undefined ? Number.POSITIVE_INFINITY : lastInstant(one),
  ) as [number, number];
  const text = reports.find((report) => report.id === id)?.text;
  const captures = capturesOf(reports);
  const page =
    captures.find(({ report }) => report.id === id) ?? captures.find((one) => one.report.text === text);
  const versions = captures
    .filter((one) => one.first === page?.first && one.time <= published && instant(one.knownAt) <= fetched)
    .map(({ report }) => report);
  return versions.map((report, i) => versionOf(report, versions[i - 1]));
}

function versionOf(report: Report, before: Report | undefined): Version {
  const { id, fetchedAt, modified, amendments = [] } = report;
  const version = { report: id, fetchedAt, ...(modified === undefined ? {} : { modified: modified.value }) };
  if (before === undefined) return { ...version, changes: [], notes: amendments };
  const known = new Set(before.amendments?.map(({ text }) => text));
  const notes = amendments.filter(({ text }) => !known.has(text));
  return {
    ...version,
    changes: changesBetween(before, report),
    notes,
    told: toldBy(report, before, notes.length > 0),
  };
}

function toldBy(report: Report, before: Report, noted: boolean): "note" | "time" | "silent" {
  if (noted) return "note";
  const [was, is] = [before.modified?.value, report.modified?.value];
  return is !== undefined && (was === undefined || instant(is) > instant(was)) ? "time" : "silent";
}

interface Sentence extends Span {
  /** The words with one space between two. */
  readonly words: string;
}

/** Texts with more changes than this are different texts: all goes, all comes. */
const mostChanges = 1_000;
/** Pairs that are compared at one place; where there are more, what went and what came stand apart. */
const mostPairs = 40_000;
/** Two sentences with this share of common words are one, reworded. */
const likeness = 0.5;

function changesBetween(before: Report, after: Report): SentenceChange[] {
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const parts = diffArrays(
    was.map(({ words }) => words),
    is.map(({ words }) => words),
    { maxEditLength: mostChanges },
  );
  const gone: Sentence[] = [];
  const come: Sentence[] = [];
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  // A run of what went and what came stands at one place of the text.
  const settle = () => {
    changes.push(...paired(gone.splice(0), come.splice(0), before.text, after.text));
  };
  for (const { count, added, removed } of parts ?? [
    { count: was.length, added: false, removed: true },
    { count: is.length, added: true, removed: false },
  ]) {
    if (removed) gone.push(...was.slice(i, i + count));
    else if (added) come.push(...is.slice(j, j + count));
    else settle();
    if (!added) i += count;
    if (!removed) j += count;
  }
  settle();
  return withMoves(changes, before.text, after.text);
}

/** Each sentence that came goes with the one that it is most like of those that went, the likest first. */
function paired(
  gone: readonly Sentence[],
  come: readonly Sentence[],
  before: string,
  after: string,
): SentenceChange[] {
  if (gone.length * come.length > mostPairs) return apart(gone, come);
  const bags = new Map([...gone, ...come].map((sentence) => [sentence, bagOf(sentence.words)]));
  const pairs = gone
    .flatMap((one) => come.map((other) => ({ one, other, like: shared(bags.get(one)!, bags.get(other)!) })))
    .filter(({ like }) => like >= likeness)
    .sort((a, b) => b.like - a.like || a.one.start - b.one.start || a.other.start - b.other.start);
  const partner = new Map<Sentence, Sentence>();
  const taken = new Set<Sentence>();
  for (const { one, other } of pairs) {
    if (taken.has(one) || partner.has(other)) continue;
    taken.add(one);
    partner.set(other, one);
  }
  const removed = gone
    .filter((one) => !taken.has(one))
    .map((one) => ({ kind: "removed", before: spanOf(one) }) as const);
  const rest = come.map((other): SentenceChange => {
    const one = partner.get(other);
    return one === undefined ? { kind: "added", after: spanOf(other) } : reworded(one, other, before, after);
  });
  return [...removed, ...rest];
}

function apart(gone: readonly Sentence[], come: readonly Sentence[]): SentenceChange[] {
  return [
    ...gone.map((one) => ({ kind: "removed", before: spanOf(one) }) as const),
    ...come.map((one) => ({ kind: "added", after: spanOf(one) }) as const),
  ];
}

function reworded(one: Sentence, other: Sentence, before: string, after: string): SentenceChange {
  const [was, is] = [tokensOf(one, before), tokensOf(other, after)];
  const gone: Span[] = [];
  const come: Span[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays(
    was.map(({ words }) => words),
    is.map(({ words }) => words),
  )) {
    if (removed) gone.push({ start: was[i]!.start, end: was[i + count - 1]!.end });
    if (added) come.push({ start: is[j]!.start, end: is[j + count - 1]!.end });
    if (!added) i += count;
    if (!removed) j += count;
  }
  return { kind: "reworded", before: spanOf(one), after: spanOf(other), gone, come };
}

/** What went in one place and came in another as it was has moved. */
function withMoves(changes: readonly SentenceChange[], before: string, after: string): SentenceChange[] {
  const words = (text: string, { start, end }: Span) => plainWords(text.slice(start, end));
  const went = new Map<string, SentenceChange & { kind: "removed" }>();
  for (const change of changes) if (change.kind === "removed") went.set(words(before, change.before), change);
  const moved = new Set<SentenceChange>();
  const found = changes.map((change): SentenceChange => {
    if (change.kind !== "added") return change;
    const from = went.get(words(after, change.after));
    if (from === undefined || moved.has(from)) return change;
    moved.add(from);
    return { kind: "moved", before: from.before, after: change.after };
  });
  return found.filter((change) => !moved.has(change));
}

/** Made when it is first wanted: its tables take their time to load. */
let segmenter: Intl.Segmenter | undefined;

/** Within blocks, so that a headline and the paragraph below it are two. */
function sentencesOf({ text, blocks }: Report): Sentence[] {
  const pieces = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  const sentences = segmenter;
  return pieces.flatMap(({ start, end }) =>
    [...sentences.segment(text.slice(start, end).replaceAll(/\s/gu, " "))].flatMap(({ segment, index }) => {
      const from = start + index + (segment.length - segment.trimStart().length);
      const to = start + index + segment.trimEnd().length;
      return from < to ? [{ start: from, end: to, words: plainWords(text.slice(from, to)) }] : [];
    }),
  );
}

function tokensOf({ start, end }: Span, text: string): Sentence[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
    words,
  }));
}

const plainWords = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
const spanOf = ({ start, end }: Span): Span => ({ start, end });

function bagOf(words: string): ReadonlySet<string> {
  return new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice's coefficient of two sets of words. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
