/**
 * The last look at an act's status before it is recorded: where the words beside it say no or quote
 * somebody, and the tree did not explain them, the act is never told as done on the report's own word.
 */
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Status } from "../../model/status.ts";
import type { Time } from "../../model/time.ts";
import type { Context } from "../context.ts";
import { is, kid, parent, type Tree } from "../tree.ts";
import { formOf, isDefinite } from "./form.ts";
import { isLessSo } from "./own-words.ts";

export function guarded(
  context: Context,
  tree: Tree,
  token: Token,
  status: Status,
  time: Time | undefined,
): Status {
  if (status.polarity !== "affirmed") return status;
  const happened = status.stage === "done" || status.stage === "under-way";
  if (happened && isAhead(time, context.report.published?.value))
    // "the trial begins on Monday": the present of a timetable
    return /^VB[PZ]$/.test(token.xpos) ? { ...status, stage: "planned" } : unsettled(status);
  const no = unexplainedNo(tree, token, status.carriers ?? []);
  if (no !== undefined) {
    const carriers = [{ start: no.start, end: no.end }, ...(status.carriers ?? [])];
    if (denies(tree, no, token)) return { ...status, polarity: "denied", carriers };
    return { polarity: "affirmed", certainty: "unknown", carriers };
  }
  const may = unexplainedModal(tree, token, status.carriers ?? []);
  if (may !== undefined) {
    const carriers = [{ start: may.start, end: may.end }, ...(status.carriers ?? [])];
    return { polarity: "affirmed", certainty: "possible", carriers };
  }
  const own = status.certainty !== "unknown" && isQuoted(context, tree, token);
  if (!own || context.speakerAt(token).kind !== "unstated") return status;
  return happened ? unsettled(status) : { ...status, certainty: "unknown" };
}

const unsettled = ({ stage: _, ...rest }: Status): Status => ({ ...rest, certainty: "unknown" });

/**
 * On a day after the report's own: of such a time and "done" one was misread, so neither is told. A day's grace but for a
 * weekday, as the page's clock may be another than the place's.
 */
function isAhead(time: Time | undefined, published: string | undefined): boolean {
  if (published === undefined || time?.from === undefined) return false;
  // "on Friday" is told from the report's own day
  const grace = /\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.test(time.words) ? 0 : DAY;
  return Date.parse(time.from) > Date.parse(published.slice(0, 10)) + grace;
}
const DAY = 86_400_000;

/** A modal right before a bare form that the tree took for something else ("“May strike” is no strike"). */
function unexplainedModal(tree: Tree, token: Token, carriers: readonly Span[]): Token | undefined {
  if (token.form.toLowerCase() !== token.lemma.toLowerCase()) return undefined;
  const { tokens } = tree.sentence;
  let i = token.i - 1;
  while (tokens[i]?.upos === "ADV" || tokens[i]?.upos === "PART") i--;
  const word = tokens[i];
  if (word === undefined || !/^(may|might|could|would|should|can)$/i.test(word.form)) return undefined;
  return carriers.some((one) => one.start <= word.start && word.end <= one.end) ? undefined : word;
}

const noWords = /^(no|none|nobody|nothing|neither|nor|not|n['’]t|never|hardly|few)$/i;

/** A word of negation between the start of the act's clause and the act that the status does not carry. */
function unexplainedNo(tree: Tree, token: Token, carriers: readonly Span[]): Token | undefined {
  const { tokens } = tree.sentence;
  for (let i = token.i - 1; i >= 0; i--) {
    const word = tokens[i]!;
    if (/^[;:—–("“”»«]$/.test(word.form) || word.deprel === "mark") return undefined;
    if (word.upos === "VERB" && !is(word, "amod", "acl", "aux", "compound")) return undefined;
    if (word.upos === "CCONJ" && word.lemma !== "nor" && word.lemma !== "or") return undefined;
    if (
      !noWords.test(word.form) ||
      isLessSo(tree, token) ||
      isHarmless(tree, word) ||
      isToldBeside(tree, word, token)
    )
      continue;
    return carriers.some((one) => one.start <= word.start && word.end <= one.end) ? undefined : word;
  }
  return undefined;
}

/** "not only", "not for the first time", "no fewer than", "a few", "with no warning": says nothing against the act. */
function isHarmless(tree: Tree, word: Token): boolean {
  const { tokens } = tree.sentence;
  const [before, after] = [tokens[word.i - 1], tokens[word.i + 1]];
  if (
    /^(only|just|merely|least|fewer|less|more|longer|later|sooner|doubt|matter|surprise|far|long)$/i.test(
      after?.form ?? "",
    )
  )
    return true;
  if (/^not$/i.test(word.form) && /^for the first time$/i.test(wordsAfter(tree, word, 4))) return true;
  if (
    /^few$/i.test(word.form) &&
    /^(a|the|next|last|past|first|these|those|every)$/i.test(before?.form ?? "")
  )
    return true;
  const noun = parent(tree, word);
  return (
    is(word, "det") && noun !== undefined && is(noun, "obl", "nmod") && kid(tree, noun, "case") !== undefined
  );
}

function wordsAfter(tree: Tree, word: Token, count: number): string {
  return tree.sentence.tokens
    .slice(word.i + 1, word.i + 1 + count)
    .map(({ form }) => form)
    .join(" ");
}

/** "No member of the force was hurt", "was never hit": the word denies the act, not something beside it. */
function denies(tree: Tree, no: Token, token: Token): boolean {
  if (!/^(no|none|nobody|nothing|neither|nor|few)$/i.test(no.form))
    return tree.sentence.tokens
      .slice(no.i + 1, token.i)
      .every((one) => /^(AUX|ADV|PART|PRON)$/.test(one.upos));
  const noun = deniedBy(tree, no);
  if (noun === token || parent(tree, token) === noun) return noun === token || is(token, "amod", "compound");
  return rising(tree, noun).some(
    (one) => is(one, "nsubj", "obj", "iobj", "obl", "csubj") && parent(tree, one) === token,
  );
}

/** The noun of which it says that there is none; by itself the word is its own. */
function deniedBy(tree: Tree, no: Token): Token {
  return (is(no, "det", "advmod", "cc") ? parent(tree, no) : undefined) ?? no;
}

/** A word and what it hangs on, as far as both are of one noun phrase. */
function rising(tree: Tree, word: Token): Token[] {
  const found = [word];
  for (let at = word; is(at, "nmod", "conj", "appos", "flat", "compound"); ) {
    const above = parent(tree, at);
    if (above === undefined || found.includes(above)) break;
    found.push(above);
    at = above;
  }
  return found;
}

/**
 * "No word on what led to the attack", "no arrests in Sunday's attack", "no charges against the man who shot": the act hangs
 * on what is denied by a clause of its own, or as something known, and is not denied with it.
 */
function isToldBeside(tree: Tree, no: Token, token: Token): boolean {
  if (!/^no$/i.test(no.form)) return false;
  const noun = deniedBy(tree, no);
  let isOwn = false;
  for (let at: Token | undefined = token, steps = 0; at !== undefined && steps < 60; steps++) {
    if (at === noun) return isOwn;
    if (is(at, "acl", "advcl", "ccomp") && formOf(tree, at).finite) isOwn = true;
    if (is(at, "nmod", "obl") && isDefinite(tree, at)) isOwn = true;
    at = parent(tree, at);
  }
  return false;
}

/** Between quotation marks, opened before it in its block and closed after it. */
export function isQuoted(context: Context, tree: Tree, { start, end }: Span): boolean {
  const block = context.report.blocks[tree.sentence.block];
  if (block === undefined) return false;
  const before = context.text.slice(Math.max(block.start, start - 2000), start);
  const after = context.text.slice(end, Math.min(block.end, end + 2000));
  if (before.lastIndexOf("“") > before.lastIndexOf("”")) return after.includes("”");
  const straight = before.split('"').length - 1;
  return straight % 2 === 1 && after.includes('"');
}

const conditions =
  /\b(only if|only when|only after|only with|unless|provided|providing|on condition|on the condition|as long as|so long as|but only)\b/i;

/** Words that bind whatever stand their sentence takes. */
export function isBound(context: Context, { start, end }: Span): boolean {
  return conditions.test(context.text.slice(start, end));
}
