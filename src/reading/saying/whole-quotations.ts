/** Words that are shown of a finding end in no quotation: “anything that floats” is taken whole, or a reader sees half of it. */
import type { Finding } from "../../model/finding.ts";
import type { Span } from "../../model/span.ts";
import type { Quotation } from "../quotes.ts";

/** UTF-16 units that a line is made longer by at most, on either side: what stands in longer quotations is a speech. */
const longest = 80;

/** `quotations` are those of the report, in text order. */
export function withWholeQuotations(finding: Finding, quotations: readonly Quotation[]): Finding {
  if (quotations.length === 0) return finding;
  const whole = (span: Span) => wholeIn(span, finding.evidence, quotations);
  switch (finding.kind) {
    case "event":
      return { ...finding, event: { ...finding.event, what: whole(finding.event.what) } };
    case "position":
      return { ...finding, position: { ...finding.position, proposal: whole(finding.position.proposal) } };
    case "expectation":
      return { ...finding, expectation: { ...finding.expectation, what: whole(finding.expectation.what) } };
    default:
      return finding;
  }
}

/** A quotation that the span cuts in two is taken in, where all of it stands in the finding's sentence. */
function wholeIn(span: Span, sentence: Span, quotations: readonly Quotation[]): Span {
  let { start, end } = span;
  for (const quotation of quotations) {
    if (quotation.end <= start) continue;
    if (quotation.start >= end) break;
    if (!quotation.closed || quotation.start < sentence.start || quotation.end > sentence.end) continue;
    const opensWithin = quotation.start >= start;
    const closesWithin = quotation.end <= end;
    if (opensWithin && !closesWithin && quotation.end - end <= longest) end = quotation.end;
    if (closesWithin && !opensWithin && start - quotation.start <= longest) start = quotation.start;
  }
  return { start, end };
}
