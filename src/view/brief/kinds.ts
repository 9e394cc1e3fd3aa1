/** Who stands where, on what legal basis, what to watch, who said what. */
import type { Entry } from "../../model/entry.ts";
import type { Stance } from "../../model/finding.ts";
import { dayWords } from "../days.ts";
import { dueDay, isOverdue } from "../due.ts";
import { byWeight } from "../figure-order.ts";
import { byTime } from "../instant.ts";
import { holdersOf } from "./holders.ts";
import { lineWith, plainLine, type Writing } from "./lines.ts";
import type { Group, Line, Section } from "./model.ts";
import { groupOf, moreOf, type Selecting, untold } from "./order.ts";

const mostActors = 15;
const mostOfActor = 5;
/** So many are compared with each other, so that no stand is told twice; what is left follows by its origins. */
const mostRanked = 100;

/**
 * Who holds what tells most of the situation stands first, and of each holder what tells most of it; last whom a report calls
 * "country" or "force".
 */
export function positionsSection(writing: Selecting): Section | undefined {
  const held = ofKind(writing, "position");
  if (held.length === 0) return undefined;
  const holders = holdersOf(held);
  const ranked = writing.telling.choose(held, writing.all ? held.length : mostRanked);
  const first = new Set(ranked);
  const rest = held.filter((entry) => !first.has(entry)).sort(byWeight);
  const actors = Map.groupBy([...ranked, ...rest], (entry) => holders.get(entry)!.key);
  const inOrder = [...actors.values()].sort(
    (a, b) => Number(holders.get(a[0]!)!.isBare) - Number(holders.get(b[0]!)!.isBare),
  );
  const shown = inOrder.slice(0, writing.all ? undefined : mostActors);
  const groups = shown.map((entries): Group => {
    const title = holders.get(entries[0]!)!.name;
    const told = writing.all ? entries : eachOnce(entries, writing);
    const lines = told.flatMap((entry) => {
      const line = lineWith(writing, entry, { under: earlierStances(writing, entry) });
      return line === undefined ? [] : [{ ...line, text: withoutName(line.text, nameOf(entry)) }];
    });
    return {
      title: capital(title),
      lines,
      ...moreOf(writing.words, { left: entries.length - lines.length }),
    };
  });
  const left = actors.size - shown.length;
  const { brief } = writing.words;
  if (left > 0) groups.push({ lines: [], more: brief.notShown(brief.moreActors(left)) });
  return { key: "positions", ...brief.section.positions, groups };
}

/** Without those that say much the same as one before, with the same stance: paper by paper a stand is worded anew. */
function eachOnce(entries: readonly Entry[], { telling }: Selecting): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    if (kept.length >= mostOfActor) break;
    if (!kept.some((one) => stanceOf(one) === stanceOf(entry) && telling.areAlike(one, entry)))
      kept.push(entry);
  }
  return kept;
}

function stanceOf({ lead }: Entry): Stance | undefined {
  return lead.kind === "position" ? lead.position.stance : undefined;
}

function nameOf({ lead }: Entry): string {
  return lead.kind === "position" ? lead.position.actor.name : "";
}

/** "Tanzania, against: any landing" under the heading "Tanzania". */
function withoutName(text: string, name: string): string {
  const start = `${name}, `;
  return text.toLowerCase().startsWith(start.toLowerCase()) ? capital(text.slice(start.length)) : text;
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("en") + words.slice(1);
}

/** What the same actor held before, where it is another stand. */
function earlierStances({ book, words }: Writing, { lead, evidence }: Entry): Line[] {
  if (lead.kind !== "position") return [];
  const lines: Line[] = [];
  let last: Stance = lead.position.stance;
  for (const { finding, report, at } of [...evidence].sort((a, b) => byTime(b.at, a.at))) {
    if (finding.kind !== "position" || finding.position.stance === last) continue;
    last = finding.position.stance;
    const note = book.note(report, finding.evidence.start, finding.evidence.end);
    const said = words.brief.earlier(dayWords(at, words), words.line.stance[last]);
    lines.push(plainLine(said, { notes: note === undefined ? [] : [note] }));
  }
  return lines;
}

export function legalSection(writing: Selecting): Section | undefined {
  const held = ofKind(writing, "legal-basis");
  if (held.length === 0) return undefined;
  return { key: "legal", ...writing.words.brief.section.legal, groups: [groupOf(writing, held, 12)] };
}

const latestOf = 3;
/** Days for which what was due is waited for. */
const longestWait = 365;

/** What is to come by a day in its order, what has no day, and what is overdue. */
export function watchSection(writing: Selecting): Section | undefined {
  const held = ofKind(writing, "expectation");
  if (held.length === 0) return undefined;
  const { brief } = writing.words;
  const overdue = held.filter((entry) => isOverdue(entry, writing.now));
  const past = new Set(overdue);
  const dated = held.filter((entry) => dueDay(entry) !== undefined && !past.has(entry));
  const open = held.filter((entry) => dueDay(entry) === undefined);
  const inOrder = (entries: readonly Entry[], most: number, title: string, of = entries): Group[] => {
    // Of the latest, those that tell most of the situation: a paper's page tells of days elsewhere, too.
    const latest = [...entries].sort(byWeight).slice(0, latestOf * most);
    if (latest.length === 0) return [];
    const shown = writing.all ? entries : writing.telling.choose(latest, most);
    const lines = [...shown]
      .sort((a, b) => ((dueDay(a) ?? "") < (dueDay(b) ?? "") ? -1 : 1) || byWeight(a, b))
      .flatMap((entry) => lineWith(writing, entry) ?? []);
    // What the heading says need not stand behind each.
    const bare = lines.map((line) => ({ ...line, tags: line.tags.filter((tag) => tag !== brief.dayPassed) }));
    return [{ title, lines: bare, ...moreOf(writing.words, { left: of.length - shown.length }) }];
  };
  return {
    key: "watch",
    ...brief.section.watch,
    ...(writing.now === undefined ? {} : { intro: brief.watchFrom(dayWords(writing.now, writing.words)) }),
    groups: [
      ...inOrder(dated, 12, brief.toCome),
      ...inOrder(waitedFor(overdue, writing), 8, brief.overdue, overdue),
      ...(open.length === 0 ? [] : [groupOf(writing, open, 10, { title: brief.noDay, but: writing.told })]),
    ],
  };
}

/** What was due in the last year and is told nowhere above: who waits longer waits in vain. */
function waitedFor(overdue: readonly Entry[], { now, all, told }: Selecting): readonly Entry[] {
  if (all || now === undefined) return overdue;
  const since = new Date(Date.parse(now) - longestWait * 86_400_000).toISOString().slice(0, 10);
  return untold(overdue, told).filter((entry) => (dueDay(entry) ?? "") >= since);
}

export function statementsSection(writing: Selecting): Section | undefined {
  const held = ofKind(writing, "statement");
  if (held.length === 0) return undefined;
  return {
    key: "statements",
    ...writing.words.brief.section.statements,
    groups: [groupOf(writing, held, 12, { but: writing.told })],
  };
}

function ofKind({ entries }: Writing, kind: Entry["kind"]): Entry[] {
  return entries.filter((entry) => entry.kind === kind && entry.contradicts.length === 0);
}
