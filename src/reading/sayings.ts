/**
 * Statements of a report as source, cue and content: the frames that the learner keeps, one a cue, their content
 * carried on over the sentences that a quotation fills.
 */
import { cueClasses } from "../language/en/cues.ts";
import type { Block } from "../model/report.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { frameFeatures } from "./frame-features.ts";
import { type Frame, framesOf } from "./frames.ts";
import { type LinearModel, readLinear, score } from "./linear.ts";
import { type Quotation, quotationsOf } from "./quotes.ts";

export interface Attribution extends Omit<Frame, "content"> {
  readonly content: readonly Span[];
  /** How sure the learner is: above 0. */
  readonly score: number;
}

let model: LinearModel | undefined;

/** Log-odds from which a frame counts; chosen on the development side of PolNeAR. */
const threshold = -1;

export function attributionsOf(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  least = threshold,
): Attribution[] {
  model ??= readLinear("attribution.en.bin");
  const quotations = quotationsOf(text, blocks, sentences);
  const kept: Attribution[] = [];
  for (const sentence of sentences) {
    const near = quotations.filter((one) => one.start < sentence.end && one.end >= sentence.start - 3);
    const best = new Map<number, Attribution>();
    for (const frame of framesOf(text, sentence, near)) {
      const learnt = score(model, frameFeatures(text, sentence, frame, near));
      const value = isPlain(frame) && learnt > least - 1 ? Math.max(learnt, least + 0.01) : learnt;
      if (value <= least || value <= (best.get(frame.head.i)?.score ?? least)) continue;
      best.set(frame.head.i, { ...frame, score: value });
    }
    kept.push(...best.values());
  }
  kept.sort((a, b) => a.cue.start - b.cue.start);
  return carriedOn(text, sentences, quotations, kept);
}

/** "S, X said" in so many words: what the learner doubts a little still counts. */
function isPlain(frame: Frame): boolean {
  return frame.kind === "around" && frame.subject === "own" && plainVerbs.has(frame.head.lemma);
}

const plainVerbs = new Set(["say", "add", "tell"]);

/** Quotations without a cue of their own belong to the statement before them in their block. */
function carriedOn(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  kept: readonly Attribution[],
): Attribution[] {
  const result = kept.map((one) => ({ ...one, content: [...one.content] }));
  const covered = (span: Span) =>
    result.some((one) => one.content.some((part) => part.start < span.end && part.end > span.start));
  for (const quotation of quotations) {
    if (!covered(quotation)) {
      const speaker = result.findLast(
        (one) => one.cue.start < quotation.start && isBefore(text, sentences, one, quotation),
      );
      if (
        speaker !== undefined &&
        (hasQuotation(speaker, quotations) || cueClasses(speaker.head.lemma).includes("say"))
      )
        speaker.content.push({ start: quotation.start, end: quotation.end });
      continue;
    }
    // A quotation that began in the statement's sentence runs to its own end.
    for (const one of result) {
      const last = one.content.at(-1)!;
      if (
        last.end > quotation.start &&
        last.end < quotation.end &&
        last.start >= quotation.start - 2 &&
        !one.content.some((part) => part.start >= quotation.end)
      ) {
        one.content[one.content.length - 1] = { start: last.start, end: quotation.end };
      }
    }
  }
  return result;
}

function hasQuotation(one: Attribution, quotations: readonly Quotation[]): boolean {
  return one.content.some((part) =>
    quotations.some((quotation) => quotation.start < part.end && quotation.end > part.start),
  );
}

/** The quotation fills its own sentence, right after what is said, or opens the next block. */
function isBefore(
  text: string,
  sentences: readonly Sentence[],
  one: Attribution,
  quotation: Quotation,
): boolean {
  const end = Math.max(one.cue.end, ...one.content.map((part) => part.end));
  if (quotation.start < end) return false;
  const sentence = sentences.find((each) => each.end > quotation.start);
  if (sentence === undefined || sentence.start < quotation.start - 1) return false;
  const between = text.slice(end, quotation.start);
  return !/[.!?]\s+\S/.test(between) || between.length < 60;
}
