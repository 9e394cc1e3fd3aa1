/** Who says it, where the clause of the cue does not name them itself. */
import { cueClasses } from "../../language/en/cues.ts";
import { personNouns } from "../../language/en/people.ts";
import { months, weekdays } from "../../language/en/time-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Attribution } from "./attribution.ts";
import type { AttributionText, Row } from "./attribution-text.ts";
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
    if (one.head.xpos === "VBN" || !cueClasses(one.head.lemma).includes("say")) return one;
    const row = page.rows[one.sentence]!;
    if (one.source !== undefined && !isOfAnother(row, one)) return one;
    for (let at = row.head[one.head.i]!, steps = 0; at >= 0 && steps < 6; at = row.head[at]!, steps++) {
      const above = sources.get(`${one.sentence} ${at}`);
      if (above?.source === undefined) continue;
      return { ...one, source: above.source, sourceHead: above.sourceHead, subject: "inherited" as const };
    }
    return one;
  });
}

/** "X said the right would stand even if the law took effect, noting that …": a participle's doer that is no person. */
function isOfAnother(row: Row, { head, sourceHead }: Attribution): boolean {
  if (head.xpos !== "VBG" || row.tokens[head.i - 1]?.form !== "," || sourceHead === undefined) return false;
  if (sourceHead.upos !== "NOUN" || row.head[sourceHead.i] === head.i) return false;
  return (
    !persons.has(sourceHead.lemma.toLowerCase()) && !/(?:er|or|ist|man|men|ant)s?$/.test(sourceHead.lemma)
  );
}

const persons = new Set(personNouns.split(" "));

/**
 * "“S,” Mayor Ada Brook, D-Wis., said Tuesday": where a day was taken for who says it, the words between the quotation
 * and the cue. "Quoted one fighter as saying S": the fighter says it.
 */
export function withOwnSource(page: AttributionText, found: readonly Attribution[]): Attribution[] {
  return found.map((one) => {
    const row = page.rows[one.sentence]!;
    return fromQuoted(page, row, one) ?? fromBeforeDay(page, row, one) ?? one;
  });
}

function fromQuoted(page: AttributionText, row: Row, one: Attribution): Attribution | undefined {
  if (!/^(?:quote|cite)$/.test(one.head.lemma) || one.head.xpos === "VBN") return undefined;
  const { tokens } = row;
  const as = tokens.findIndex(
    ({ form, i }) =>
      form === "as" && i > one.head.i && i < one.head.i + farthest && tokens[i + 1]?.form === "saying",
  );
  const said = one.content.at(-1);
  if (as < one.head.i + 2 || said === undefined) return undefined;
  const cue = tokens[as + 1]!;
  const head = tokens.slice(one.head.i + 1, as).find(({ i }) => row.head[i] === one.head.i);
  if (head === undefined || said.end <= cue.end) return undefined;
  return {
    ...one,
    kind: "ccomp",
    head: cue,
    cue: { start: tokens[as]!.start, end: cue.end },
    source: { start: tokens[one.head.i + 1]!.start, end: tokens[as - 1]!.end },
    sourceHead: head,
    content: [stripped(page.text, { start: cue.end, end: said.end })],
  };
}

/** Tokens between "quoted" and "as saying". */
const farthest = 25;

function fromBeforeDay(page: AttributionText, row: Row, one: Attribution): Attribution | undefined {
  if (one.source === undefined || one.sourceHead === undefined || !isDay(one.sourceHead)) return undefined;
  if (page.text.slice(one.source.start, one.source.end).split(/\s+/).length > 3) return undefined;
  const quotation = row.quotations.findLast(({ end, closed }) => closed && end <= one.cue.start);
  const from = quotation?.end ?? Number.POSITIVE_INFINITY;
  const inside = row.tokens.filter(({ start, end }) => start >= from && end <= one.cue.start);
  const head = inside.find(({ upos }) => upos === "PROPN" || upos === "NOUN");
  if (head === undefined || inside.some(({ upos }) => upos === "VERB" || upos === "AUX")) return undefined;
  const source: Span = stripped(page.text, { start: inside[0]!.start, end: inside.at(-1)!.end });
  return { ...one, source, sourceHead: nameIn(row, inside) ?? head, subject: "own" };
}

/** The person's name in a phrase. */
function nameIn({ sentence }: Row, inside: readonly Token[]): Token | undefined {
  const name = sentence.names.find(
    ({ first, last, type }) => type === "PER" && first >= inside[0]!.i && last <= inside.at(-1)!.i,
  );
  return name === undefined ? undefined : inside.find(({ i }) => i === name.first);
}

const isDay = ({ form }: Token) =>
  Object.hasOwn(weekdays, form.toLowerCase()) || Object.hasOwn(months, form.toLowerCase());
