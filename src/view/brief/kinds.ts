/** Who stands where, on what legal basis, what to watch, who said what. */
import type { Entry } from "../../model/entry.ts";
import type { Stance } from "../../model/finding.ts";
import { dayWords, many } from "../days.ts";
import { dueDay, isOverdue } from "../due.ts";
import { byTime } from "../instant.ts";
import { stances } from "../stances.ts";
import { dayPassed, lineWith, plainLine, type Writing } from "./lines.ts";
import type { Group, Line, Section } from "./model.ts";
import { byWeight, groupOf, moreOf } from "./order.ts";

const mostActors = 15;
const mostOfActor = 5;

export function positionsSection(writing: Writing): Section | undefined {
  const held = ofKind(writing, "position");
  if (held.length === 0) return undefined;
  const actors = new Map<string, Entry[]>();
  for (const entry of [...held].sort(byWeight)) {
    const name = entry.lead.kind === "position" ? entry.lead.position.actor.name : "";
    actors.set(name, [...(actors.get(name) ?? []), entry]);
  }
  const shown = [...actors].slice(0, writing.all ? undefined : mostActors);
  const groups = shown.map(([title, entries]): Group => {
    const lines = (writing.all ? entries : entries.slice(0, mostOfActor)).flatMap((entry) => {
      const line = lineWith(writing, entry, { under: earlierStances(writing, entry) });
      return line === undefined ? [] : [{ ...line, text: withoutName(line.text, title) }];
    });
    return { title: capital(title), lines, ...moreOf(entries.length - lines.length) };
  });
  const left = actors.size - shown.length;
  if (left > 0) groups.push({ lines: [], more: `Not shown: ${many(left, "more actor")}.` });
  return { key: "positions", title: "Who stands where", groups };
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
function earlierStances({ book }: Writing, { lead, evidence }: Entry): Line[] {
  if (lead.kind !== "position") return [];
  const lines: Line[] = [];
  let last: Stance = lead.position.stance;
  for (const { finding, report, at } of [...evidence].sort((a, b) => byTime(b.at, a.at))) {
    if (finding.kind !== "position" || finding.position.stance === last) continue;
    last = finding.position.stance;
    const note = book.note(report, finding.evidence.start, finding.evidence.end);
    lines.push(
      plainLine(`Earlier, on ${dayWords(at)}: ${stances[last]}`, { notes: note === undefined ? [] : [note] }),
    );
  }
  return lines;
}

export function legalSection(writing: Writing): Section | undefined {
  const held = ofKind(writing, "legal-basis");
  if (held.length === 0) return undefined;
  return { key: "legal", title: "On what legal basis", groups: [groupOf(writing, held, 12)] };
}

/** What is to come by a day in its order, what has no day, and what is overdue. */
export function watchSection(writing: Writing): Section | undefined {
  const held = ofKind(writing, "expectation");
  if (held.length === 0) return undefined;
  const overdue = held.filter((entry) => isOverdue(entry, writing.now));
  const past = new Set(overdue);
  const dated = held.filter((entry) => dueDay(entry) !== undefined && !past.has(entry));
  const open = held.filter((entry) => dueDay(entry) === undefined);
  const inOrder = (entries: readonly Entry[], most: number, title: string): Group[] => {
    if (entries.length === 0) return [];
    const shown = writing.all ? entries : [...entries].sort(byWeight).slice(0, most);
    const lines = [...shown]
      .sort((a, b) => ((dueDay(a) ?? "") < (dueDay(b) ?? "") ? -1 : 1) || byWeight(a, b))
      .flatMap((entry) => lineWith(writing, entry) ?? []);
    // What the heading says need not stand behind each.
    const bare = lines.map((line) => ({ ...line, tags: line.tags.filter((tag) => tag !== dayPassed) }));
    return [{ title, lines: bare, ...moreOf(entries.length - shown.length) }];
  };
  return {
    key: "watch",
    title: "What to watch",
    ...(writing.now === undefined
      ? {}
      : { intro: `Days are seen from ${dayWords(writing.now)}, the day of the last report.` }),
    groups: [
      ...inOrder(dated, 12, "To come"),
      ...inOrder(overdue, 8, "Overdue: the day has passed, and no report says what came of it"),
      ...(open.length === 0 ? [] : [groupOf(writing, open, 10, "No day ahead is named")]),
    ],
  };
}

export function statementsSection(writing: Writing): Section | undefined {
  const held = ofKind(writing, "statement");
  if (held.length === 0) return undefined;
  return { key: "statements", title: "Who said what", groups: [groupOf(writing, held, 12)] };
}

function ofKind({ entries }: Writing, kind: Entry["kind"]): Entry[] {
  return entries.filter((entry) => entry.kind === kind && entry.contradicts.length === 0);
}
