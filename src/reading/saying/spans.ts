/** Spans of what is said, trimmed and cut. */
import type { Span } from "../../model/span.ts";

/** Without the spaces, commas and stops that a run took along; closing marks stay. */
export function stripped(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;:.–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s,;:–—-]/.test(text[end - 1]!)) end--;
  if (end > start + 1 && text[end - 1] === "." && /[\p{Ll}\d)]/u.test(text[end - 2]!)) end--;
  return start < end ? { start, end } : span;
}

/** Spans without what they share with another; the same array where they share nothing. */
export function cut(spans: readonly Span[], out: Span): readonly Span[] {
  if (!spans.some((one) => one.start < out.end && one.end > out.start)) return spans;
  return spans
    .flatMap((one) => [
      { start: one.start, end: Math.min(one.end, out.start) },
      { start: Math.max(one.start, out.end), end: one.end },
    ])
    .filter((one) => one.end - one.start > 1);
}
