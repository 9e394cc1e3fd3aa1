/**
 * Where corrections point: sentences by their words, as the W3C's TextQuoteSelector does, and among the findings of a
 * sentence the one whose words are alike. So a correction finds what it was made on when the document has been
 * extracted or read anew, and in later captures of the page.
 */
import type { Anchor, Target } from "../../model/correction.ts";
import type { Entry } from "../../model/entry.ts";
import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import type { Capture } from "../tellings/captures.ts";
import { coreOf, sentenceOf, type Told, wordsAt } from "../tellings/told.ts";
import { contentOf, wordsOf } from "../tellings/words.ts";

/** UTF-16 code units kept of the text on either side of a sentence. */
const context = 32;
/** Sentences by which an entry is known: enough to find most of it again, however many tell it. */
const mostAnchors = 12;
/** Of two sentences of which one holds the other, the shorter has this share: the reader cut them otherwise. */
const sameCut = 0.4;

export function anchorOf({ document, text }: Report, finding: Finding): Anchor {
  const { start, end } = finding.evidence;
  const core = coreOf(finding);
  return {
    document,
    kind: finding.kind,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start).toWellFormed(),
    suffix: text.slice(end, end + context).toWellFormed(),
    core: text.slice(core.start, core.end),
  };
}

/** An entry by its lead, then by the rest of its evidence. `line` is how it reads. */
export function targetOf(entry: Entry, line: string, reports: ReadonlyMap<string, Report>): Target {
  const lead = entry.asRead?.lead ?? entry.lead;
  const all = [
    { report: entry.leadReport, finding: lead },
    ...entry.evidence.filter(({ report, finding }) => report !== entry.leadReport || finding.id !== lead.id),
  ];
  return {
    entry: entry.id,
    line,
    anchors: all.slice(0, mostAnchors).map(({ report, finding }) => anchorOf(reports.get(report)!, finding)),
  };
}

/** Tellings that an anchor means: one for each capture of its page that holds the sentence. */
export type Find = (anchor: Anchor) => readonly Told[];

export function finderOf(captures: readonly Capture[], told: readonly Told[]): Find {
  const pages = new Map<string, Set<string>>();
  const pageOf = new Map<string, string>();
  for (const { report, first, documents } of captures) {
    pageOf.set(report.id, first);
    for (const document of documents) pages.set(document, (pages.get(document) ?? new Set()).add(first));
  }
  const byPage = new Map<string, Map<string, Told[]>>();
  for (const one of told) {
    const page = pageOf.get(one.report.id)!;
    const reports = byPage.get(page) ?? new Map<string, Told[]>();
    byPage.set(page, reports);
    const own = reports.get(one.report.id);
    if (own === undefined) reports.set(one.report.id, [one]);
    else own.push(one);
  }
  const found = new Map<string, readonly Told[]>();
  return (anchor) => {
    const key = JSON.stringify(anchor);
    const known = found.get(key);
    if (known !== undefined) return known;
    const tellings = [...(pages.get(anchor.document) ?? [])].flatMap((page) =>
      [...(byPage.get(page)?.values() ?? [])].flatMap((own) => bestOf(anchor, own) ?? []),
    );
    found.set(key, tellings);
    return tellings;
  };
}

/** The telling of one report that the anchor means; undefined where none is alike enough. */
function bestOf(anchor: Anchor, tellings: readonly Told[]): Told | undefined {
  let best: { told: Told; score: number } | undefined;
  for (const told of tellings) {
    if (told.finding.kind !== anchor.kind) continue;
    const sentence = sentenceLikeness(anchor, told);
    const core = sentence === 0 ? 0 : coreLikeness(anchor, wordsAt(told, coreOf(told.finding)));
    if (core === 0) continue;
    const score = 100 * sentence + 10 * core + contextLikeness(anchor, told);
    if (best === undefined || score > best.score) best = { told, score };
  }
  return best?.told;
}

/** 2: the same words. 1: one sentence holds the other. 0: another sentence. */
function sentenceLikeness({ exact }: Anchor, told: Told): 0 | 1 | 2 {
  const [one, other] = [plain(exact), plain(sentenceOf(told))];
  if (one === other) return 2;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= sameCut * long.length && long.includes(short) ? 1 : 0;
}

/** Share of the words of the shorter that the other has, more where the two are the same. Numbers are the same or none. */
function coreLikeness({ kind, core }: Anchor, other: string): number {
  if (plain(core) === plain(other)) return 2;
  if (kind === "figure") {
    const [one, two] = [core, other].map((words) => ` ${wordsOf(words).join(" ")} `) as [string, string];
    return one.includes(two) || two.includes(one) ? 1 : 0;
  }
  const [a, b] = [tellingWords(core), tellingWords(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function tellingWords(words: string): ReadonlySet<string> {
  const content = contentOf(words);
  return content.size > 0 ? content : new Set(wordsOf(words));
}

/** Of the text on either side, the share that is the same, nearest first. */
function contextLikeness(
  { prefix, suffix }: Anchor,
  { report: { text }, finding: { evidence } }: Told,
): number {
  const before = text.slice(Math.max(0, evidence.start - context), evidence.start);
  const after = text.slice(evidence.end, evidence.end + context);
  return (
    (common([...prefix].reverse(), [...before].reverse()) + common([...suffix], [...after])) / (2 * context)
  );
}

function common(a: readonly string[], b: readonly string[]): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same;
}

/** Spaces and marks that extractors and publishers write in several ways. */
function plain(text: string): string {
  return text
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
}
