/**
 * Attribution frames of a sentence: every place where its tree or its marks have the shape of somebody saying,
 * thinking or intending something. Candidates only: `statements.ts` decides which attribute.
 * Roles as in PolNeAR's guidelines (Newell, Margolin & Ruths 2018): source, cue, content.
 */
import { institutionNouns } from "../../language/en/actors.ts";
import { cueClasses, cueNouns, documentNouns, sourcelessAdverbs } from "../../language/en/cues.ts";
import { personNouns } from "../../language/en/people.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { afterDateline } from "../place/dateline.ts";
import type { Quotation } from "../quotes.ts";
import { is, kid, kids, parent, spanOf, subtree, type Tree, treeOf, upward } from "../tree.ts";

const people = new Set(personNouns.split(" "));

export type FrameKind =
  | "ccomp"
  | "around"
  | "quote"
  | "xcomp"
  | "object"
  | "oblique"
  | "raising"
  | "passive"
  | "according"
  | "noun"
  | "adverb"
  | "label";

export interface Frame {
  readonly kind: FrameKind;
  readonly sentence: number;
  /** The token that carries the cue. */
  readonly head: Token;
  readonly cue: Span;
  readonly source: Span | undefined;
  /** Head of the source's noun phrase, where the tree gives one. */
  readonly sourceHead: Token | undefined;
  readonly content: readonly Span[];
  /** Head of the content, where the tree gives one. */
  readonly contentHead: Token | undefined;
  /** How the subject was found: its own, inherited from another clause, the noun that a participle modifies. */
  readonly subject: "own" | "inherited" | "noun" | "agent" | "none";
}

export interface FrameInput {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tree: Tree;
  /** Quotations that touch the sentence. */
  readonly quotations: readonly Quotation[];
  /** For each token: inside a quotation (its marks too). */
  readonly quoted: readonly boolean[];
}

export function framesOf(text: string, sentence: Sentence, quotations: readonly Quotation[]): Frame[] {
  // One that ends where the sentence begins counts: the reporting clause may follow as a sentence of its own.
  const touching = quotations.filter((one) => one.start < sentence.end && one.end >= sentence.start - 3);
  const input: FrameInput = {
    text,
    sentence,
    tree: treeOf(sentence),
    quotations: touching,
    quoted: sentence.tokens.map((token) =>
      touching.some((one) => token.start >= one.start && token.end <= one.end),
    ),
  };
  const frames: Frame[] = [];
  for (const token of sentence.tokens) {
    if (token.form.toLowerCase() === "according") push(frames, accordingFrame(input, token));
    else if (token.upos === "VERB" || token.xpos.startsWith("VB")) frames.push(...verbFrames(input, token));
    else if (token.upos === "ADJ" && kid(input.tree, token, "cop") !== undefined)
      push(frames, adjectiveFrame(input, token));
    else if (token.upos === "NOUN" && cueNouns.has(token.lemma)) push(frames, nounFrame(input, token));
    else if (sourcelessAdverbs.has(token.lemma.toLowerCase())) push(frames, adverbFrame(input, token));
  }
  push(frames, labelFrame(input) ?? trailerFrame(input));
  push(frames, signatureFrame(input));
  return frames;
}

function push(frames: Frame[], frame: Frame | undefined): void {
  if (frame !== undefined) frames.push(frame);
}

// Verbs

function verbFrames(input: FrameInput, verb: Token): Frame[] {
  const { tree } = input;
  if (is(verb, "aux", "cop", "amod", "case", "compound")) return [];
  const subject = speakingSubject(input, verb);
  const passive = isPassive(tree, verb);
  const base = { sentence: input.sentence.index, head: verb, cue: cueSpan(input, verb) };
  const found: Frame[] = [];
  const add = (
    kind: FrameKind,
    content: readonly Span[],
    contentHead?: Token,
    changes: Partial<Frame> = {},
  ) => {
    const kept = content.filter((span) => span.end > span.start);
    if (kept.length === 0) return;
    const frame: Frame = {
      ...base,
      kind,
      source: subject.span,
      sourceHead: subject.head,
      content: kept,
      contentHead,
      subject: subject.how,
      ...changes,
    };
    found.push(frame);
  };

  const around = aroundContent(input, verb, subject);
  if (around.length > 0) add("around", around, undefined);
  const quote = around.length > 0 ? undefined : quoteAfter(input, verb);
  const parsed = clauseAfter(input, verb);
  // A participle before a quotation is no clause that is said: "said, looking at the crowd, “…”".
  const clause =
    parsed !== undefined &&
    quote !== undefined &&
    parsed.xpos === "VBG" &&
    parsed.end < quote.start &&
    kid(tree, parsed, "aux", "nsubj", "mark") === undefined
      ? undefined
      : parsed;
  if (clause !== undefined && around.length === 0) add("ccomp", [contentRange(input, verb, clause)], clause);
  const object = objectOf(tree, verb);
  const addressee = object !== undefined && (verb.lemma === "tell" || verb.lemma === "ask");
  if (
    quote !== undefined &&
    clause === undefined &&
    (object === undefined || addressee || object.start >= quote.start)
  )
    add("quote", [quote]);
  const opened = kids(tree, verb, "xcomp").find((one) => one.i > verb.i);
  if (opened !== undefined && clause === undefined) {
    const to = kids(tree, opened, "mark").some((one) => one.form.toLowerCase() === "to");
    const range = contentRange(input, verb, opened);
    const reported = passive || cueClasses(verb.lemma).includes("perceive");
    if (to && reported && (passive ? subject.how !== "agent" : true) && subject.span !== undefined) {
      add("raising", [subject.span, range], opened, {
        source: undefined,
        sourceHead: undefined,
        subject: "none",
      });
    }
    const from =
      object !== undefined &&
      object.i < opened.i &&
      cueClasses(verb.lemma).length > 0 &&
      verb.lemma !== "tell"
        ? phraseOf(tree, object).start
        : range.start;
    add("xcomp", [{ start: from, end: range.end }], opened);
  }
  if (object !== undefined && around.length === 0 && clause === undefined && opened === undefined) {
    const tail = kids(tree, verb, "obl").filter(
      (one) =>
        one.i > object.i &&
        kids(tree, one, "case").some((of) => ["for", "of", "as", "on", "over"].includes(of.lemma)),
    );
    const last = tail.at(-1);
    const span = phraseOf(tree, object);
    const end = last !== undefined && verb.lemma !== "tell" ? phraseOf(tree, last).end : span.end;
    const quoted =
      quote !== undefined && quote.start > span.start && quote.start < span.end + 40 ? quote.end : 0;
    add("object", [{ start: span.start, end: Math.max(span.end, end, quoted) }], object);
    // "Critics say resources could be better spent": the object of a wrong parse is the subject of what is said.
    const finite = input.sentence.tokens.slice(object.i + 1, object.i + 14).find((one) => isFiniteVerb(one));
    if (
      saysThings(verb) &&
      !addressee &&
      finite !== undefined &&
      !relative(input.sentence.tokens, object.i, finite.i)
    ) {
      const start = phraseOf(tree, object).start;
      add(
        "ccomp",
        [trimmed(input.text, { start: Math.max(verb.end, start), end: input.sentence.end })],
        finite,
      );
    }
  }
  if (object === undefined && clause === undefined && opened === undefined && around.length === 0) {
    for (const oblique of kids(tree, verb, "obl", "advcl")) {
      const preposition = kid(tree, oblique, "case", "mark");
      if (
        preposition === undefined ||
        oblique.i < verb.i ||
        !obliquePrepositions.has(preposition.lemma.toLowerCase())
      )
        continue;
      const inside = subtree(tree, oblique).filter((one) => one.i > preposition.i);
      if (inside.length === 0 || preposition.i > verb.i + 4) continue;
      add("oblique", [spanOf(inside)], oblique, {
        cue: { start: base.cue.start, end: Math.max(base.cue.end, preposition.end) },
      });
      break;
    }
  }
  if (passive && subject.passive !== undefined && subject.how === "agent") {
    add("passive", [subject.passive], undefined);
  }
  return found;
}

const relative = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some((one) => /^(?:who|which|that|whose|where|when|,)$/i.test(one.form));

const obliquePrepositions = new Set([
  "for",
  "about",
  "on",
  "against",
  "of",
  "with",
  "to",
  "in",
  "from",
  "over",
  "at",
]);

function isPassive(tree: Tree, verb: Token): boolean {
  return kid(tree, verb, "aux:pass", "nsubj:pass") !== undefined;
}

interface Subject {
  readonly head: Token | undefined;
  readonly span: Span | undefined;
  readonly how: Frame["subject"];
  /** Subject of a passive whose agent is the source. */
  readonly passive?: Span;
}

/** Who does what the verb says: its subject, a passive's agent, or the subject of the clause it hangs on. */
function subjectOf(input: FrameInput, verb: Token, depth = 0): Subject {
  const { tree } = input;
  const agent = kid(tree, verb, "obl:agent");
  const own = kid(tree, verb, "nsubj", "csubj");
  if (agent !== undefined && (verb.xpos === "VBN" || isPassive(tree, verb))) {
    const inside = subtree(tree, agent).filter((one) => !(is(one, "case") && one.head === agent.i));
    const passive = own === undefined ? modified(input, verb) : phraseOf(tree, own);
    return { head: agent, span: spanOf(inside), how: "agent", ...(passive === undefined ? {} : { passive }) };
  }
  if (own !== undefined && own.i !== verb.i)
    return { head: own, span: sourceSpan(input, own, verb), how: "own" };
  const above = parent(tree, verb);
  if (above === undefined || depth > 4) return { head: undefined, span: undefined, how: "none" };
  if (is(verb, "acl") && verb.xpos === "VBG")
    return { head: above, span: nounSpan(tree, above), how: "noun" };
  if (
    is(verb, "conj", "xcomp", "advcl", "parataxis") ||
    (verb.xpos === "VBG" && is(verb, "acl", "nmod", "obl", "appos"))
  ) {
    const upper = subjectOf(input, above, depth + 1);
    return upper.span === undefined ? upper : { ...upper, how: "inherited" };
  }
  return { head: undefined, span: undefined, how: "none" };
}

/**
 * The subject of a verb of saying: the tree's, else the noun phrase that stands right before it, or right after it
 * where the verb follows a comma or a quotation ("…," said Mr. Doe).
 */
function speakingSubject(input: FrameInput, verb: Token): Subject {
  const subject = subjectOf(input, verb);
  if (!saysThings(verb)) return subject;
  const beside = verb.i > 1 ? nounRun(input.sentence.tokens, cueFirst(input, verb) - 1, -1) : undefined;
  if (beside !== undefined && runsAcross(input, subject, beside)) {
    return { head: firstNoun(beside), span: spanOf(beside), how: "own" };
  }
  if (subject.how === "own" && subject.head !== undefined && subject.span !== undefined) {
    // "…, officials in both countries said": the parser's subject is only the phrase's end.
    if (
      beside?.includes(subject.head) &&
      beside[0]!.start < subject.span.start &&
      subject.span.end <= verb.start
    ) {
      return { head: firstNoun(beside), span: spanOf(beside), how: "own" };
    }
    const inverted = subject.head.i > verb.i;
    const before = input.sentence.tokens[cueFirst(input, verb) - 1];
    if (!inverted || before === undefined || !isSetOff(before)) return subject;
    // "A negotiator, speaking …, said his side had …": what follows the verb is said, not saying.
    const opening = nounRun(input.sentence.tokens, 0, 1);
    const next = opening === undefined ? undefined : input.sentence.tokens[opening.at(-1)!.i + 1];
    const clause = input.sentence.tokens
      .slice(subject.head.i + 1, subject.head.i + 4)
      .some((one) => isFiniteVerb(one) || one.upos === "AUX");
    if (!clause || opening === undefined || next?.form !== "," || before.form !== "," || next.i >= before.i)
      return subject;
    return { head: firstNoun(opening), span: spanOf(opening), how: "own" };
  }
  if (subject.how === "agent") return subject;
  const finite =
    verb.xpos === "VBD" ||
    verb.xpos === "VBZ" ||
    verb.xpos === "VBP" ||
    verb.xpos === "VBN" ||
    verb.upos === "VERB";
  if (
    !finite ||
    verb.xpos === "VBG" ||
    kids(input.tree, verb, "mark").some((one) => one.form.toLowerCase() === "to")
  )
    return subject;
  const { tokens } = input.sentence;
  const left = nounRun(tokens, cueFirst(input, verb) - 1, -1);
  const run =
    left ?? (verb.i > 0 && isSetOff(tokens[verb.i - 1]!) ? nounRun(tokens, verb.i + 1, 1) : undefined);
  if (run === undefined) return subject;
  return { head: firstNoun(run), span: spanOf(run), how: "own" };
}

/** "S, the ministry said": a subject that takes in a whole clause, where a noun phrase is set off right before the verb. */
function runsAcross(input: FrameInput, subject: Subject, beside: readonly Token[]): boolean {
  const before = input.sentence.tokens[beside[0]!.i - 1];
  if (
    before === undefined ||
    !isSetOff(before) ||
    subject.how !== "own" ||
    subject.span === undefined ||
    subject.span.start >= beside[0]!.start
  )
    return false;
  const across = input.sentence.tokens.filter(
    (one) => one.start >= subject.span!.start && one.end <= before.start,
  );
  if (beside.length === 1 && beside[0]!.upos === "PRON") return true;
  return across.some(isFiniteVerb) && !across.some((one) => /^wh/i.test(one.xpos));
}

/** The head of a noun phrase: its last noun before a preposition. */
function firstNoun(run: readonly Token[]): Token {
  const preposition = run.findIndex((one, i) => i > 0 && one.upos === "ADP");
  const part = preposition < 0 ? run : run.slice(0, preposition);
  return (
    part.findLast((one) => one.upos === "NOUN" || one.upos === "PROPN" || one.upos === "PRON") ?? run.at(-1)!
  );
}

/** A run of words that can be a noun phrase, from a token to the left or the right; undefined without a noun. */
function nounRun(tokens: readonly Token[], from: number, step: 1 | -1): Token[] | undefined {
  const run: Token[] = [];
  for (let i = from; i >= 0 && i < tokens.length && run.length < 16; i += step) {
    const token = tokens[i]!;
    const fits =
      /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(token.upos) ||
      token.xpos === "POS" ||
      (token.upos === "ADP" && /^(?:of|for|at|in|from|with)$/.test(token.form) && run.length > 0) ||
      (/^[-.()]$/.test(token.form) && run.length > 0);
    if (!fits) break;
    if (step === -1) run.unshift(token);
    else run.push(token);
  }
  while (run.length > 0 && /^(?:ADP|PUNCT)$/.test(run[0]!.upos)) run.shift();
  while (run.length > 0 && /^(?:ADP|PUNCT|DET)$/.test(run.at(-1)!.upos)) run.pop();
  return run.some((one) => one.upos === "PROPN" || one.upos === "NOUN" || one.upos === "PRON")
    ? run
    : undefined;
}

const isSetOff = (token: Token) => /^(?:,|["”’']+|''|—|–|--|\?|!)$/.test(token.form);

/** The noun that a participle modifies: "a fact later confirmed by the department". */
function modified(input: FrameInput, verb: Token): Span | undefined {
  const above = parent(input.tree, verb);
  return is(verb, "acl") && above !== undefined ? nounSpan(input.tree, above) : undefined;
}

function nounSpan(tree: Tree, noun: Token): Span {
  return spanOf(
    subtree(tree, noun, (one) => is(one, "acl", "appos", "conj", "cc", "case") && one.head === noun.i),
  );
}

/** The source's phrase on its side of the verb: a parse that runs across the verb is cut there. */
function sourceSpan(input: FrameInput, head: Token, verb: Token): Span {
  const side = subtree(input.tree, head).filter((one) => (head.i < verb.i ? one.i < verb.i : one.i > verb.i));
  return trimmed(input.text, spanOf(side.length === 0 ? [head] : side));
}

function phraseOf(tree: Tree, head: Token): Span {
  return spanOf(subtree(tree, head));
}

function objectOf(tree: Tree, verb: Token): Token | undefined {
  return kids(tree, verb, "obj", "iobj").find((one) => one.i > verb.i);
}

/** The verb with its auxiliaries, negation, adverbs and particle that stand next to it. */
function cueSpan(input: FrameInput, verb: Token): Span {
  const { tokens } = input.sentence;
  let first = verb.i;
  for (let i = verb.i - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.head !== verb.i || !is(token, "aux", "advmod", "cop")) break;
    first = i;
  }
  while (
    first < verb.i &&
    tokens[first]!.upos === "ADV" &&
    !is(tokens[first + 1]!, "aux") &&
    tokens[first]!.xpos === "WRB"
  )
    first++;
  let last = verb.i;
  if (is(tokens[last + 1] ?? verb, "compound:prt")) last++;
  const end = tokens[last]!;
  const medium =
    /^\s+in (?:an?|the|his|her|their|its) (?:statement|interview|email|e-mail|tweet|speech|letter|memo|report|filing|briefing|phone interview|telephone interview)\b/.exec(
      input.text.slice(end.end, Math.min(input.sentence.end, end.end + 40)),
    );
  return { start: tokens[first]!.start, end: end.end + (medium?.[0].length ?? 0) };
}

/** "S, X said." and "S, said X, S.": content on both sides of a reporting clause set off by commas or quotation marks. */
function aroundContent(input: FrameInput, verb: Token, subject: Subject): Span[] {
  const { sentence, tree, quoted, text } = input;
  const { tokens } = sentence;
  if (
    subject.how !== "own" ||
    subject.head === undefined ||
    subject.span === undefined ||
    quoted[verb.i] ||
    !(saysThings(verb) || signsQuotation(input, verb, subject.span))
  )
    return [];
  const own = tokens.filter((one) => one.start >= subject.span!.start && one.end <= subject.span!.end);
  const inverted = subject.head.i > verb.i;
  const left = inverted ? cueFirst(input, verb) : Math.min(cueFirst(input, verb), ...own.map((one) => one.i));
  const clause = clauseAfter(input, verb);
  const body = afterDateline(tokens);
  const before = left > body ? tokens[left - 1] : undefined;
  if (before === undefined) {
    // The reporting clause is a sentence of its own after the quotation that it reports.
    const alone =
      clause === undefined &&
      quoteAfter(input, verb) === undefined &&
      !tokens.slice(verb.i + 1).some(isFiniteVerb);
    const quotation = alone ? quotationBefore(input, sentence.start) : undefined;
    return quotation === undefined ? [] : [{ start: quotation.start, end: quotation.end }];
  }
  if (!isSetOff(before)) return [];
  const beforePart = tokens.slice(body, left);
  const quotation = quotationBefore(input, tokens[left]!.start);
  const hasVerb = beforePart.some((one) => one.upos === "VERB" || one.upos === "AUX");
  if (!hasVerb && quotation === undefined) return [];
  // "When asked, X said that …", "If …, X said …": an adverbial clause before, and content after.
  const closed = /^[,.]$/.test(tokens[verb.i + 1]?.form ?? ".");
  if (clause !== undefined && quotation === undefined && !closed) return [];
  if (
    quotation === undefined &&
    quoteAfter(input, verb) !== undefined &&
    !hasMainVerb(tree, beforePart, verb)
  )
    return [];
  const start =
    quotation !== undefined && quotation.start <= sentence.start ? quotation.start : tokens[body]!.start;
  const end = quotation !== undefined ? quotation.end : before.form === "," ? before.start : before.end;
  const spans: Span[] = [trimmed(text, { start, end })];
  const medial = afterReporting(input, verb, inverted ? own : []);
  if (medial !== undefined) spans.push(medial);
  return spans;
}

/** "“S,” he chuckled": any verb whose subject stands beside it, right after a quotation. */
function signsQuotation(input: FrameInput, verb: Token, subject: Span): boolean {
  const start = Math.min(subject.start, input.sentence.tokens[cueFirst(input, verb)]!.start);
  const beside = /^\s*$/.test(
    input.text.slice(
      Math.min(subject.end, verb.end),
      Math.max(subject.start, input.sentence.tokens[cueFirst(input, verb)]!.start),
    ),
  );
  const quotation = beside ? quotationBefore(input, start) : undefined;
  return quotation !== undefined && /[,!?][”"']*$/.test(input.text.slice(quotation.start, quotation.end));
}

const isFiniteVerb = (token: Token) =>
  token.xpos === "VBD" || token.xpos === "VBZ" || token.xpos === "VBP" || token.xpos === "MD";

/** The quotation that ends right before an offset. */
function quotationBefore(input: FrameInput, offset: number): Quotation | undefined {
  return input.quotations.find(
    (one) =>
      one.end <= offset && one.end - one.start > 3 && /^[\s,]*$/.test(input.text.slice(one.end, offset)),
  );
}

function hasMainVerb(tree: Tree, tokens: readonly Token[], verb: Token): boolean {
  return tokens.some(
    (one) =>
      (one.upos === "VERB" || one.upos === "AUX") &&
      !(is(one, "advcl", "acl") && one.head === verb.i) &&
      kid(tree, one, "nsubj") !== undefined,
  );
}

function cueFirst(input: FrameInput, verb: Token): number {
  const { start } = cueSpan(input, verb);
  return input.sentence.tokens.findIndex((one) => one.start === start);
}

/** The second part of a sentence that a reporting clause interrupts. */
function afterReporting(input: FrameInput, verb: Token, own: readonly Token[]): Span | undefined {
  const { tokens, end } = input.sentence;
  let at = Math.max(verb.i, ...own.map((one) => one.i)) + 1;
  // Skip "on Tuesday", "in a statement" up to the comma that closes the reporting clause.
  const limit = at + 14;
  while (at < tokens.length && at < limit && tokens[at]!.form !== "," && !isOpeningMark(tokens[at]!, input))
    at++;
  if (at >= tokens.length - 2 || at >= limit) return undefined;
  const opensQuote = isOpeningMark(tokens[at]!, input);
  const first = opensQuote ? tokens[at]! : tokens[at + 1]!;
  if (!opensQuote && !isOpeningMark(first, input)) {
    // Without a quotation: only a clause with a verb of its own, not "adding that …", "who …", "a spokesman".
    const next = tokens[at + 1]!;
    if (
      next.xpos === "VBG" ||
      next.xpos === "VBN" ||
      next.upos === "PRON" ||
      next.upos === "DET" ||
      next.upos === "SCONJ" ||
      next.upos === "CCONJ" ||
      next.upos === "ADP"
    )
      return undefined;
    if (!tokens.slice(at + 1).some((one) => one.upos === "VERB" || one.upos === "AUX")) return undefined;
  }
  return trimmed(input.text, { start: first.start, end });
}

function isOpeningMark(token: Token, input: FrameInput): boolean {
  return input.quotations.some((one) => one.start === token.start);
}

/** The clause that a verb takes as what is said, after it. */
function clauseAfter(input: FrameInput, verb: Token): Token | undefined {
  const direct = kids(input.tree, verb, "ccomp").find((one) => one.i > verb.i);
  if (direct !== undefined) return direct;
  if (!saysThings(verb)) return undefined;
  // "that" right after the verb (or its addressee) opens what is said, whatever the parser made of it.
  const { tokens } = input.sentence;
  for (let i = verb.i + 1; i <= verb.i + 4 && i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.form.toLowerCase() === "that" && is(token, "mark")) return tokens[token.head];
    if (token.form === "," || token.upos === "PUNCT") break;
  }
  return undefined;
}

/** From the content's first word to the end of its sentence, unless another clause of the reporting verb follows. */
function contentRange(input: FrameInput, verb: Token, content: Token): Span {
  const { tree, sentence, text } = input;
  const inside = subtree(tree, content).filter((one) => one.i > verb.i);
  const covered = new Set(inside.map((one) => one.i));
  let first = inside[0]?.i ?? content.i;
  // Whatever stands between the complementiser and the parsed content belongs to it.
  for (let i = verb.i + 1; i < first; i++) {
    const token = sentence.tokens[i]!;
    if (token.form.toLowerCase() === "that" && token.upos === "SCONJ") first = i;
  }
  let end = sentence.end;
  for (const sibling of kids(tree, verb)) {
    if (sibling.i <= content.i || covered.has(sibling.i) || !is(sibling, "conj", "advcl", "parataxis"))
      continue;
    if (is(sibling, "advcl") && sibling.xpos !== "VBG" && !followsComma(input, sibling)) continue;
    const start = subtree(tree, sibling)[0]!;
    if (goesOn(sentence.tokens, start.i)) continue;
    if (start.i > content.i) {
      end = Math.min(end, beforeJoint(sentence.tokens, start.i));
      break;
    }
  }
  for (
    let above: Token | undefined = parent(tree, verb), from = verb, steps = 0;
    above !== undefined && steps < 6;
    steps++
  ) {
    for (const sibling of kids(tree, above, "conj", "parataxis", "advcl")) {
      if (sibling.i <= content.i || sibling.i === from.i || covered.has(sibling.i)) continue;
      const start = subtree(tree, sibling)[0]!;
      if (start.i > content.i && !covered.has(start.i) && !goesOn(sentence.tokens, start.i))
        end = Math.min(end, beforeJoint(sentence.tokens, start.i));
    }
    from = above;
    above = parent(tree, above);
  }
  while (first < sentence.tokens.length - 2 && first <= verb.i + 4 && isWhen(sentence.tokens[first]!))
    first++;
  end = Math.min(end, beforeNextSaying(sentence.tokens, content.i));
  const start = sentence.tokens[first]!.start;
  // An embedded clause (relative, adverbial) ends where its own subtree ends.
  if (is(verb, "acl", "advcl") || verb.deprel === "acl:relcl" || is(verb, "ccomp", "xcomp", "csubj")) {
    const last = inside.at(-1);
    if (last !== undefined) end = Math.min(end, last.end);
  }
  // "…", he said, and a quotation that is open at the end goes on with its quotation.
  return trimmed(text, { start, end });
}

/** "… and that …" goes on with what is said, and so does what a colon opens. */
/** "… and said", "… but noted that": where the speaker goes on to say another thing. */
function beforeNextSaying(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < tokens.length - 1; i++) {
    if (tokens[i]!.upos !== "CCONJ") continue;
    const next = tokens[i + 1]!.upos === "ADV" ? tokens[i + 2] : tokens[i + 1];
    if (
      next === undefined ||
      (next.xpos !== "VBD" && next.xpos !== "VBZ") ||
      !cueClasses(next.lemma).includes("say")
    )
      continue;
    if (next.xpos === "VBD" || next.xpos === "VBZ") return beforeJoint(tokens, i);
  }
  return Infinity;
}

/** "said Friday afternoon S": the time of saying is no part of what is said. */
const isWhen = (token: Token) =>
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:morning|afternoon|evening|night|today|yesterday|on|,|this|weekend|week)$/.test(
    token.form,
  );

function goesOn(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 1), at + 3).map((one) => one.form.toLowerCase());
  return (
    near.slice(0, 2).includes(":") ||
    near[0] === ":" ||
    (near.includes("that") && (near.includes("and") || near.includes("but") || near.includes("or")))
  );
}

function followsComma(input: FrameInput, token: Token): boolean {
  const first = subtree(input.tree, token)[0]!;
  return input.sentence.tokens[first.i - 1]?.form === ",";
}

/** End of the text before a joint: without the comma and conjunction that lead into the next clause. */
function beforeJoint(tokens: readonly Token[], at: number): number {
  let i = at - 1;
  while (
    i > 0 &&
    (tokens[i]!.upos === "CCONJ" || tokens[i]!.upos === "PUNCT" || tokens[i]!.upos === "SCONJ") &&
    !/^[”"’]$/.test(tokens[i]!.form)
  )
    i--;
  return tokens[i]!.end;
}

/** `said: "…"`, `said, "…"`, `called it "…"`: a quotation after the verb. */
function quoteAfter(input: FrameInput, verb: Token): Span | undefined {
  if (input.quoted[verb.i]) return undefined;
  const next = input.quotations.find((one) => one.start >= verb.end && one.start < input.sentence.end);
  if (next === undefined) return undefined;
  const between = input.text.slice(verb.end, next.start);
  return between.length > 80 || /[.;!?]\s/.test(between) ? undefined : { start: next.start, end: next.end };
}

/** Verbs that report speech or thought with a clause. */
function saysThings(verb: Token): boolean {
  const classes = cueClasses(verb.lemma);
  return (
    classes.includes("say") ||
    classes.includes("think") ||
    classes.includes("ask") ||
    classes.includes("show")
  );
}

/** "is frustrated that …", "is ready to …". */
function adjectiveFrame(input: FrameInput, adjective: Token): Frame | undefined {
  const { tree } = input;
  const content = kids(tree, adjective, "ccomp", "xcomp", "advcl").find(
    (one) =>
      one.i > adjective.i &&
      kids(tree, one, "mark").some((mark) => ["that", "to"].includes(mark.form.toLowerCase())),
  );
  const oblique = kids(tree, adjective, "obl").find(
    (one) => one.i > adjective.i && kid(tree, one, "case") !== undefined,
  );
  const head = content ?? oblique;
  const subject = subjectOf(input, adjective);
  if (head === undefined || subject.span === undefined) return undefined;
  const preposition = content === undefined ? kid(tree, head, "case") : undefined;
  const inside = subtree(tree, head).filter((one) => one.i > adjective.i && one.i !== preposition?.i);
  if (inside.length === 0) return undefined;
  const cop = kid(tree, adjective, "cop")!;
  return {
    kind: content === undefined ? "oblique" : "ccomp",
    sentence: input.sentence.index,
    head: adjective,
    cue: { start: Math.min(cop.start, adjective.start), end: preposition?.end ?? adjective.end },
    source: subject.span,
    sourceHead: subject.head,
    content: [trimmed(input.text, spanOf(inside))],
    contentHead: head,
    subject: subject.how,
  };
}

// Other cues

/** "According to X, S" and "S, according to X". The parser often fails here: commas decide. */
function accordingFrame(input: FrameInput, token: Token): Frame | undefined {
  const { tokens } = input.sentence;
  if (tokens[token.i + 1]?.form.toLowerCase() !== "to") return undefined;
  const first = tokens[token.i + 2];
  if (first === undefined) return undefined;
  if (/^(?:which|whom)$/i.test(first.form)) return relativeSource(input, token, first);
  const initial = tokens.slice(0, token.i).filter((one) => one.upos !== "PUNCT").length <= 1;
  let last = tokens.length - 1;
  const commas = tokens.filter(
    (one) =>
      one.i > token.i && (one.form === "," || one.form === ";" || one.form === "—" || one.form === "–"),
  );
  if (initial) {
    let index = 0;
    // "According to X, a group that …, S": an aside after the first comma belongs to the source.
    const aside = commas[0] === undefined ? undefined : tokens[commas[0].i + 1];
    const second = commas[1];
    if (
      aside !== undefined &&
      second !== undefined &&
      ((aside.upos === "PRON" && /^wh/i.test(aside.form)) ||
        (aside.upos === "DET" &&
          !tokens.slice(aside.i, second.i).some((one) => one.upos === "VERB" || one.upos === "AUX")))
    )
      index = 1;
    const comma = commas[index];
    if (comma === undefined) return undefined;
    last = comma.i - 1;
  } else {
    const inside = tokens[token.i - 1]?.form === ",";
    const comma = commas.find(
      (one) =>
        one.form === ";" ||
        (inside &&
          tokens.slice(one.i + 1, one.i + 4).some((next) => isFiniteVerb(next) || next.upos === "AUX")),
    );
    last = comma !== undefined ? comma.i - 1 : last;
    while (last > first.i && tokens[last]!.upos === "PUNCT" && tokens[last]!.form !== ")") last--;
  }
  if (last < first.i) return undefined;
  const source = { start: first.start, end: tokens[last]!.end };
  const around = initial
    ? { start: tokens[last + 2]?.start ?? input.sentence.end, end: input.sentence.end }
    : { start: input.sentence.start, end: tokens[token.i - 1]!.end };
  const content = [trimmed(input.text, around)];
  const rest = trimmed(input.text, {
    start: tokens[last + 1]?.end ?? input.sentence.end,
    end: input.sentence.end,
  });
  if (!initial && rest.end > rest.start + 3) content.push(rest);
  if (content[0]!.end <= content[0]!.start) return undefined;
  const head = tokens[token.head]!;
  const sourceHead = head !== undefined && head.i >= first.i && head.i <= last ? head : tokens[last];
  return {
    kind: "according",
    sentence: input.sentence.index,
    head: token,
    cue: { start: token.start, end: tokens[token.i + 1]!.end },
    source,
    sourceHead: sourceHead ?? undefined,
    content,
    contentHead: undefined,
    subject: "own",
  };
}

/** "A statement according to which S": the noun before is the source, the clause behind is what it says. */
function relativeSource(input: FrameInput, token: Token, pronoun: Token): Frame | undefined {
  const { tree } = input;
  const clause = upward(tree, pronoun).find((one) => is(one, "acl"));
  const noun = clause === undefined ? undefined : parent(tree, clause);
  if (clause === undefined || noun === undefined || noun.i > token.i) return undefined;
  const said = subtree(tree, clause).filter((one) => one.i > pronoun.i);
  if (said.length === 0) return undefined;
  return {
    kind: "according",
    sentence: input.sentence.index,
    head: token,
    cue: { start: token.start, end: input.sentence.tokens[token.i + 1]!.end },
    source: spanOf(subtree(tree, noun, (one) => one === clause || one.i > token.i)),
    sourceHead: noun,
    content: [trimmed(input.text, spanOf(said))],
    contentHead: clause,
    subject: "own",
  };
}

/** "the claim that …", "her promise to …", "criticism of …". */
function nounFrame(input: FrameInput, noun: Token): Frame | undefined {
  const { tree } = input;
  const clause = kids(tree, noun, "acl", "ccomp").find(
    (one) =>
      one.i > noun.i &&
      one.deprel !== "acl:relcl" &&
      kids(tree, one, "mark").some((mark) => ["that", "to", "whether"].includes(mark.form.toLowerCase())),
  );
  const complement =
    clause ??
    kids(tree, noun, "nmod").find(
      (one) =>
        one.i > noun.i &&
        kids(tree, one, "case").some((of) =>
          ["of", "for", "about", "against", "on", "over", "with", "in"].includes(of.lemma),
        ),
    );
  if (complement === undefined) return undefined;
  const owner = kid(tree, noun, "nmod:poss");
  const above = parent(tree, noun);
  const light = above !== undefined && above.upos === "VERB" && is(noun, "obj", "obl") ? above : undefined;
  let source: Span | undefined;
  let sourceHead: Token | undefined;
  let how: Frame["subject"] = "none";
  if (owner !== undefined) {
    source = spanOf(subtree(tree, owner).filter((one) => one.xpos !== "POS"));
    sourceHead = owner;
    how = "own";
  } else if (light !== undefined) {
    const subject = subjectOf(input, light);
    source = subject.span;
    sourceHead = subject.head;
    how = subject.how;
  }
  const preposition = clause === undefined ? kid(tree, complement, "case") : undefined;
  const content = subtree(tree, complement).filter((one) => one.i !== preposition?.i && one.i > noun.i);
  if (content.length === 0) return undefined;
  const cueStart =
    light !== undefined && owner === undefined && noun.i - light.i < 5 ? light.start : noun.start;
  return {
    kind: "noun",
    sentence: input.sentence.index,
    head: noun,
    cue: { start: cueStart, end: preposition?.end ?? noun.end },
    source,
    sourceHead,
    content: [trimmed(input.text, spanOf(content))],
    contentHead: complement,
    subject: how,
  };
}

/** "X reportedly did Y": the report leans on others without naming them. */
function adverbFrame(input: FrameInput, adverb: Token): Frame | undefined {
  const above = parent(input.tree, adverb);
  if (above === undefined) return undefined;
  const clause = subtree(input.tree, above, (one) => is(one, "parataxis", "punct") && one.head === above.i);
  const before = clause.filter((one) => one.i < adverb.i);
  const after = clause.filter((one) => one.i > adverb.i);
  const content = [before, after]
    .filter((part) => part.length > 0)
    .map((part) => trimmed(input.text, spanOf(part)));
  if (content.length === 0) return undefined;
  return {
    kind: "adverb",
    sentence: input.sentence.index,
    head: adverb,
    cue: { start: adverb.start, end: adverb.end },
    source: undefined,
    sourceHead: undefined,
    content,
    contentHead: above,
    subject: "none",
  };
}

/** A transcript's or a headline's label: "SHEINBAUM: …", "Poll: …". */
function labelFrame(input: FrameInput): Frame | undefined {
  const { tokens } = input.sentence;
  const colon = tokens.findIndex((one) => one.form === ":");
  if (colon < 1 || colon > 8 || colon >= tokens.length - 1) return undefined;
  const label = tokens.slice(0, colon);
  if (label.some((one) => one.upos === "VERB" || one.upos === "AUX" || input.quoted[one.i])) return undefined;
  const first = label[0]!;
  const named = label.every(
    (one) =>
      one.upos === "PROPN" ||
      one.upos === "PUNCT" ||
      one.upos === "ADP" ||
      one.upos === "ADJ" ||
      one.xpos === "NNP" ||
      one.upos === "NUM" ||
      /^\p{Lu}[\p{Lu}.'’-]+$/u.test(one.form) ||
      documentNouns.has(one.lemma.toLowerCase()),
  );
  if (!named || !/^\p{Lu}/u.test(first.form)) return undefined;
  // "Marburg: two more deaths": a headline's label says what it is about; a person's or a body's name says who speaks
  if (/^head/.test(input.sentence.blockKind) && !isSpeaking(input, label)) return undefined;
  // "PATNA: The toll rose …": at the head of a report capitals are a turn's or a dateline's
  if (input.sentence.index <= 1 && label.every((one) => !/\p{Ll}/u.test(one.form))) return undefined;
  const from = tokens[colon + 1]!;
  return {
    kind: "label",
    sentence: input.sentence.index,
    head: tokens[colon]!,
    cue: { start: tokens[colon]!.start, end: tokens[colon]!.end },
    source: spanOf(label),
    sourceHead: label.at(-1),
    content: [trimmed(input.text, { start: from.start, end: input.sentence.end })],
    contentHead: undefined,
    subject: "own",
  };
}

function isSpeaking({ sentence: { names } }: FrameInput, label: readonly Token[]): boolean {
  const last = label.at(-1)!;
  const noun = last.lemma.toLowerCase();
  if (people.has(noun) || documentNouns.has(noun) || institutionNouns[noun] !== undefined) return true;
  return names.some((one) => /^(?:PER|ORG)$/.test(one.type) && one.first <= last.i && last.i <= one.last);
}

/** A headline's tail: "Hurricane to hit on Friday: officials". */
function trailerFrame(input: FrameInput): Frame | undefined {
  const { tokens, start, end } = input.sentence;
  const colon = tokens.findLastIndex((one) => one.form === ":" || one.form === "—" || one.form === "–");
  const tail = tokens.slice(colon + 1);
  if (colon < 3 || tail.length === 0 || tail.length > 5 || input.quoted[colon]) return undefined;
  if (/[.!?]["”’]?$/.test(input.text.slice(start, end))) return undefined;
  const speaker = tail.at(-1)!;
  const noun = speaker.lemma.toLowerCase();
  const speaks =
    people.has(noun) ||
    documentNouns.has(noun) ||
    institutionNouns[noun] !== undefined ||
    speaker.upos === "PROPN";
  const plain = tail.every((one) => /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(one.upos));
  const told = tokens.slice(0, colon);
  if (
    !speaks ||
    !plain ||
    !told.some((one) => one.upos === "VERB" || one.upos === "AUX" || one.upos === "NUM")
  )
    return undefined;
  return {
    kind: "label",
    sentence: input.sentence.index,
    head: tokens[colon]!,
    cue: { start: tokens[colon]!.start, end: tokens[colon]!.end },
    source: spanOf(tail),
    sourceHead: speaker,
    content: [trimmed(input.text, { start, end: tokens[colon - 1]!.end })],
    contentHead: undefined,
    subject: "own",
  };
}

/** `"…" — Jane Doe`: a name after a dash signs the quotation before it. */
function signatureFrame(input: FrameInput): Frame | undefined {
  const { tokens, start } = input.sentence;
  const dash = tokens.findIndex((one) => /^[-–—―]+$/.test(one.form));
  if (dash < 0 || (dash > 1 && !input.quoted[dash - 1])) return undefined;
  const name: Token[] = [];
  for (const token of tokens.slice(dash + 1)) {
    if (token.upos !== "PROPN" && token.xpos !== "NNP") break;
    name.push(token);
  }
  if (name.length === 0 || name.length > 5) return undefined;
  const quotation = quotationBefore(input, dash === 0 ? start : tokens[dash]!.start);
  if (quotation === undefined) return undefined;
  return {
    kind: "label",
    sentence: input.sentence.index,
    head: tokens[dash]!,
    cue: { start: tokens[dash]!.start, end: tokens[dash]!.end },
    source: spanOf(name),
    sourceHead: name.at(-1),
    content: [{ start: quotation.start, end: quotation.end }],
    contentHead: undefined,
    subject: "own",
  };
}

/** Without spaces, final stops and commas at its ends; quotation marks are kept. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;:.–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s,;:.–—-]/.test(text[end - 1]!)) end--;
  return { start, end };
}
