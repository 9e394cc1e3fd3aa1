/** Who says it, where the clause of the cue does not name them itself. */
import { cueClasses } from "../../language/en/cues.ts";
import type { AttributionText } from "../attribution-text.ts";
import type { Attribution } from "./attribution.ts";
import { stripped } from "./spans.ts";

/**
 * "We were late," said one of the officers, noting that the radio had failed: who says is no part of the aside, and who
 * notes is who says. A cue without a source of its own, that hangs on another's as its aside or conjunct, has its source.
 */
export function withInherited(page: AttributionText, found: readonly Attribution[]): Attribution[] {
  const bySentence = Map.groupBy(found, ({ sentence }) => sentence);
  const asideIn = (one: Attribution) =>
    (bySentence.get(one.sentence) ?? []).find(
      ({ head }) =>
        one.source !== undefined &&
        head.xpos === "VBG" &&
        head.start > one.source.start &&
        head.end <= one.source.end &&
        /,\s*$/.test(page.text.slice(one.source.start, head.start)),
    );
  const trimmed = found.map((one) => {
    const aside = asideIn(one);
    if (aside === undefined || one.source === undefined) return one;
    return { ...one, source: stripped(page.text, { start: one.source.start, end: aside.head.start }) };
  });
  const sources = new Map(trimmed.map((one) => [`${one.sentence} ${one.head.i}`, one]));
  return trimmed.map((one) => {
    if (one.source !== undefined || one.head.xpos === "VBN" || !cueClasses(one.head.lemma).includes("say"))
      return one;
    const row = page.rows[one.sentence]!;
    for (let at = row.head[one.head.i]!, steps = 0; at >= 0 && steps < 6; at = row.head[at]!, steps++) {
      const above = sources.get(`${one.sentence} ${at}`);
      if (above?.source === undefined) continue;
      return { ...one, source: above.source, sourceHead: above.sourceHead, subject: "inherited" as const };
    }
    return one;
  });
}
