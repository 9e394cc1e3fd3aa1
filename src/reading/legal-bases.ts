/** Legal bases: statutes, resolutions, treaties, warrants and designations, with who invokes them, for what, and who disputes them. */
import { actorRef } from "../model/actor.ts";
import type { Token } from "../model/sentence.ts";
import type { Context } from "./context.ts";
import { actSpan, enabledBy, saysLittle } from "./legal/acts.ts";
import { type LegalFinding, legalFinding } from "./legal/finding.ts";
import { type Frame, frameOf, isOpen } from "./legal/frames.ts";
import { type Instrument, instrumentsIn } from "./legal/instruments.ts";
import { disputerOf, disputing, invokerOf, refWho, relierOn } from "./legal/parties.ts";
import { designationIn, rulingIn } from "./legal/rulings.ts";
import { statusOf } from "./status.ts";
import { clauseOf, is, kid, parent, type Tree } from "./tree.ts";

export function readLegalBases(context: Context): LegalFinding[] {
  const found: LegalFinding[] = [];
  const short = new Map<string, string>();
  for (const sentence of context.sentences) {
    // what is asked stands on nothing
    if (sentence.tokens.at(-1)?.form === "?") continue;
    const tree = context.treeAt(sentence.index);
    for (const instrument of instrumentsIn(context, tree, short)) {
      const finding = findingOf(context, tree, instrument);
      if (finding !== undefined && !found.some((one) => repeats(one, finding))) found.push(finding);
    }
    const designation = designationIn(context, tree);
    if (designation !== undefined) found.push(designation);
    const ruling = rulingIn(context, tree);
    if (ruling !== undefined) found.push(ruling);
  }
  return found;
}

/** The same instrument named again within the same sentence or without anything new. */
function repeats(a: LegalFinding, b: LegalFinding): boolean {
  return a.legalBasis.instrument === b.legalBasis.instrument && a.evidence.start === b.evidence.start;
}

function findingOf(context: Context, tree: Tree, instrument: Instrument): LegalFinding | undefined {
  const frame = frameOf(tree, instrument.head);
  if (frame === undefined && !instrument.particular) return undefined;
  // named by the way ("the achievements of the Harbours Act"): nothing is done on it
  if (
    frame === undefined &&
    !/\d|\b(?:UN|U\.N\.|United Nations|[Ii]nternational|[Hh]umanitarian)\b/.test(instrument.name)
  )
    if (!isOfAct(tree, instrument.head)) return undefined;
  if (
    frame !== undefined &&
    !instrument.particular &&
    (frame.kind === "subject" || frame.kind === "named" || frame.kind === "invoked") &&
    !/^(law|statute|warrant|mandate|self-defen[cs]e|treaty|convention|constitution|charter|decree)$/.test(
      instrument.head.lemma,
    )
  )
    return undefined;
  if (!instrument.particular && !specific(tree, instrument.head)) return undefined;
  const speaker = context.speakerAt(instrument.span);
  const speaking = context.actors.find((one) => one.id === speaker.actor);
  const breached = frame?.kind === "breached";
  const relying = relierOn(context, tree, instrument.head);
  const open = frame?.kind === "named" && frame.verb !== undefined && isOpen(tree, frame.verb);
  const invoker =
    breached || open
      ? undefined
      : (relying ?? invokerOf(context, tree, frame) ?? (isStoodOn(frame) ? speaking : undefined));
  // who asks whether a law was broken disputes nothing yet
  const asked = breached && statusOf(tree, clauseOf(tree, instrument.head)).certainty === "unknown";
  const disputer = breached ? (asked ? undefined : speaking) : disputerOf(context, tree, instrument);
  // "the ministry leans on Article 12": who invokes it is not what it is for
  const who =
    frame?.kind === "invoked" && frame.act !== undefined && refWho(context, tree, frame.act)
      ? true
      : undefined;
  const act = frame?.act?.upos === "PRON" || who === true ? undefined : frame?.act;
  const own = act === undefined ? undefined : actSpan(tree, act, instrument);
  const little = own === undefined || saysLittle(tree, own);
  const span = little ? enabledBy(context, tree) : own;
  return legalFinding(context, tree, instrument.head, {
    instrument: instrument.name,
    words: instrument.span,
    ...(invoker === undefined ? {} : { invokedBy: actorRef(invoker) }),
    ...(span === undefined ? {} : breached ? { brokenBy: span } : { for: span }),
    ...(disputer === undefined ? {} : { disputedBy: actorRef(disputer) }),
  });
}

/** Who only speaks of a law does not stand on it. */
const isStoodOn = (frame: Frame | undefined) =>
  frame !== undefined && /^(?:under|invoked|subject)$/.test(frame.kind);

/** Its clause says what it lets, bars or is done to: "the law on parties was adopted", "faced with a resolution which bars it". */
function isOfAct(tree: Tree, head: Token): boolean {
  return (
    is(head, "nsubj", "nsubj:pass") ||
    kid(tree, head, "acl:relcl", "acl") !== undefined ||
    disputing.has(parent(tree, head)?.lemma.toLowerCase() ?? "")
  );
}

/** "under the law" says which only with a word of its own; a state has one constitution. */
function specific(tree: Tree, noun: Token): boolean {
  if (/^(?:constitution|charter)$/.test(noun.lemma)) return true;
  return kid(tree, noun, "amod", "compound", "nmod", "nmod:poss", "acl") !== undefined;
}
