/** The paragraphs around a sentence: enough to judge it by, never so much that a hostile page floods the view. */
import type { Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";

export interface Passage extends Span {
  readonly text: string;
}

/** Context kept on either side of the sentence, in UTF-16 code units. */
const reach = 600;

/** The blocks that hold the sentence, cut at `reach`; a short paragraph brings its neighbours along. */
export function passageOf({ text, blocks }: Pick<Report, "text" | "blocks">, { start, end }: Span): Passage {
  const first = blocks.findIndex((block) => block.end > start);
  const last = blocks.findLastIndex((block) => block.start < end);
  let from = Math.min(blocks[first]?.start ?? start, start);
  let to = Math.max(blocks[last]?.end ?? end, end);
  if (to - from < reach / 2) {
    from = blocks[first - 1]?.start ?? from;
    to = blocks[last + 1]?.end ?? to;
  }
  from = whole(text, Math.max(from, start - reach));
  to = whole(text, Math.min(to, end + reach));
  return { start: from, end: to, text: text.slice(from, to) };
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
