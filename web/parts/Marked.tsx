/** Text from the archive with spans marked: always text nodes, cut where spans begin and end. */
import type { ReactNode } from "react";
import type { Span } from "../../src/api/schema/parts.ts";

export interface Mark extends Span {
  readonly kind: string;
  readonly label?: string;
}

/** `start` is where `text` begins in the report; the marks' offsets are the report's. */
export function Marked({ text, start, marks }: { text: string; start: number; marks: readonly Mark[] }) {
  return cutAt(text, start, marks).map(({ from, words, on }) =>
    on.length === 0 ? (
      words
    ) : (
      <span
        key={from}
        className="annotated"
        data-kinds={on.map(({ kind }) => kind).join(" ")}
        title={on.map(({ label }) => label ?? "").join("\n")}
      >
        {words}
      </span>
    ),
  ) as ReactNode;
}

interface Piece {
  readonly from: number;
  readonly words: string;
  readonly on: readonly Mark[];
}

/** Pieces of the text over which the same marks lie. Linear in the text and its marks. */
export function cutAt(text: string, start: number, marks: readonly Mark[]): Piece[] {
  const end = start + text.length;
  const within = marks
    .map((mark) => ({ mark, from: Math.max(mark.start, start), to: Math.min(mark.end, end) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const edges = [...new Set([start, end, ...within.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const pieces: Piece[] = [];
  let open: typeof within = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!;
    open = open.filter(({ to }) => to > from);
    while (next < within.length && within[next]!.from === from) open.push(within[next++]!);
    const words = text.slice(from - start, edges[i + 1]! - start);
    pieces.push({ from, words, on: open.map(({ mark }) => mark) });
  }
  return pieces;
}
