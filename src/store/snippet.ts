/** The part of a text to show for a search: where the words searched stand closest together. */
import type { Span } from "../model/span.ts";
import { type Phrase, terms } from "./terms.ts";

const LENGTH = 240;

export function snippet(
  text: string,
  language: string | undefined,
  searched: readonly Phrase[],
): { snippet: Span; matches: Span[] } {
  const wanted = new Set(searched.flat(2));
  const beginnings = [...wanted].filter((term) => term.endsWith("*")).map((term) => term.slice(0, -1));
  const found = [...terms(text, language)].filter(
    ({ term }) => wanted.has(term) || beginnings.some((beginning) => term.startsWith(beginning)),
  );
  const part = around(text, densest(found));
  const matches = found
    .filter(({ start, end }) => start >= part.start && end <= part.end)
    .map(({ start, end }) => ({ start, end }));
  return { snippet: part, matches };
}

type Found = Span & { readonly term: string };

/** The stretch of at most LENGTH with the most different words, then the most words, then the first. */
function densest(found: readonly Found[]): Span {
  let best: Span = { start: 0, end: 0 };
  let bestScore = 0;
  const inside = new Map<string, number>();
  let first = 0;
  found.forEach((last, i) => {
    inside.set(last.term, (inside.get(last.term) ?? 0) + 1);
    while (first < i && last.end - found[first]!.start > LENGTH) {
      const { term } = found[first]!;
      const left = inside.get(term)! - 1;
      if (left === 0) inside.delete(term);
      else inside.set(term, left);
      first++;
    }
    const score = inside.size * 1_000 + Math.min(i - first, 999);
    if (score > bestScore) {
      bestScore = score;
      best = { start: found[first]!.start, end: last.end };
    }
  });
  return best;
}

/** Widened to LENGTH about its middle, then narrowed to whole words, never into the stretch itself. */
function around(text: string, core: Span): Span {
  const spare = Math.max(0, LENGTH - (core.end - core.start));
  let start = Math.max(0, core.start - Math.floor(spare / 2));
  const end = Math.min(text.length, Math.max(core.end, start + LENGTH));
  start = Math.max(0, Math.min(start, core.start, end - LENGTH));
  const space = /\s/;
  if (start > 0 && !space.test(text[start - 1]!)) {
    const gap = text.slice(start, core.start).search(space);
    start = gap < 0 ? core.start : start + gap + 1;
  }
  let stop = end;
  if (stop < text.length && !space.test(text[stop]!)) {
    while (stop > core.end && !space.test(text[stop - 1]!)) stop--;
    if (stop <= core.end) stop = core.end > start ? core.end : end;
  }
  while (stop > core.end && space.test(text[stop - 1]!)) stop--;
  return { start, end: stop };
}
