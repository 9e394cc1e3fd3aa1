/**
 * What its form alone makes a statement: a transcript's turn ("SHEINBAUM: …", all of its paragraph) and the tail of
 * a headline ("Hurricane to hit on Friday: officials").
 */
import { notSpeakers } from "../../language/en/cues.ts";
import type { AttributionText, Row } from "./attribution-text.ts";
import type { Frame } from "./frames.ts";

/** A speaker in capitals at the start of a block, up to the colon. */
const turn = /^\p{Lu}[\p{Lu}.’' -]{1,40}(?:\(\p{L}[^()\n]{0,30}\))?(?=:\s)/u;

/** Turns of a transcript, one a block at most. */
export function turnsOf({ text, rows }: AttributionText): Frame[] {
  const turns: Frame[] = [];
  for (const [r, row] of rows.entries()) {
    if (rows[r - 1]?.sentence.block === row.sentence.block) continue;
    const { start } = row.sentence;
    const label = turn.exec(text.slice(start, start + 80))?.[0];
    if (label === undefined || notSpeakers.has(label.trim().toLowerCase()) || !/\p{Lu}{2}/u.test(label))
      continue;
    const colon = start + label.length;
    const last = lastOfBlock(rows, r);
    const end = rows[last]!.sentence.end;
    const head = row.tokens.find((one) => one.start === colon);
    const from = colon + 1 + (/^\s*/.exec(text.slice(colon + 1, colon + 20))?.[0].length ?? 0);
    // Capitals all through are a way to print, not a transcript.
    const rest = text.slice(from, end);
    if (head === undefined || from >= end || !/\p{Ll}/u.test(rest)) continue;
    turns.push({
      kind: "label",
      sentence: row.sentence.index,
      head,
      cue: { start: colon, end: colon + 1 },
      source: { start, end: start + label.trimEnd().length },
      sourceHead: row.tokens.findLast((one) => one.end <= colon && /\p{L}/u.test(one.form)),
      content: [{ start: from, end }],
      contentHead: undefined,
      subject: "own",
    });
  }
  // "PATNA: The toll rose …": one label, at the head of a report that tells, says where it was written
  const only = turns.length === 1 ? turns[0]! : undefined;
  const first = rows.find(({ sentence }) => !/^head/.test(sentence.blockKind));
  if (
    only !== undefined &&
    only.sentence === first?.sentence.index &&
    rows.length > few &&
    !addresses(text, only)
  )
    return [];
  return turns;
}

/** Sentences from which on a text is no note of one speaker's words. */
const few = 3;

/** "I", "we", "you" in what is said. */
function addresses(text: string, { content }: Frame): boolean {
  return content.some(({ start, end }) => /\b(?:I|we|you|my|our|your|us|me)\b/i.test(text.slice(start, end)));
}

function lastOfBlock(rows: readonly Row[], from: number): number {
  let last = from;
  while (rows[last + 1]?.sentence.block === rows[from]!.sentence.block) last++;
  return last;
}

/** The frame of a headline's tail: its source stands behind the colon. */
export function trailerOf(row: Row, cue: number): Frame | undefined {
  if (row.sentence.blockKind === "list-item") return undefined;
  return row.frames.find(
    (one) =>
      one.head.i === cue &&
      one.kind === "label" &&
      one.source !== undefined &&
      one.source.start > one.head.start,
  );
}
