/**
 * Remarks that the report makes in its own voice on what it passes on: that evidence was not given
 * ("without revealing evidence", "offered no proof"), also where it hangs within what somebody is quoted to say;
 * and what nobody knows yet ("it was not clear whether the army would return").
 */
import { disclosingVerbs, evidenceNouns, openWords, settledWords } from "../language/en/evidence.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { type Context, unstated } from "./context.ts";
import { isQuoted } from "./status/safeguards.ts";
import { standingOf, statusOf } from "./status.ts";
import { is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";

type StatementFinding = FindingOf<"statement">;

export function readRemarks(context: Context): StatementFinding[] {
  const found: StatementFinding[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    for (const token of tree.sentence.tokens) {
      const open = leavesOpen(tree, token);
      if ((open === undefined && !withholds(tree, token)) || isQuoted(context, tree, token)) continue;
      const content = open ?? contentOf(tree, token);
      const said = context.speakerAt(content);
      // Somebody who complains that no evidence was given says so; the report's aside on a claim is its own.
      if (said.kind !== "unstated" && (open !== undefined || kid(tree, token, "nsubj") !== undefined))
        continue;
      found.push({
        kind: "statement",
        id: "",
        evidence: { start: sentence.start, end: sentence.end, hedges: context.hedgesIn(content) },
        status: statusOf(tree, token),
        speaker: unstated,
        actors: [],
        recipients: [],
        instruments: [],
        places: [],
        statement: { cue: { start: token.start, end: token.end }, content: [content], mode: "reported" },
      });
    }
  }
  return found;
}

const disclosing = new Set(disclosingVerbs.split(" "));
const evidence = new Set(evidenceNouns.split(" "));

function withholds(tree: Tree, verb: Token): boolean {
  if (verb.upos !== "VERB" || !disclosing.has(verb.lemma.toLowerCase())) return false;
  const object = kid(tree, verb, "obj", "nsubj:pass");
  if (object === undefined || !evidence.has(object.lemma.toLowerCase())) return false;
  return standingOf(tree, verb).polarity === "denied" || kid(tree, object, "det")?.lemma === "no";
}

const open = new Set(openWords.split(" "));
const settled = new Set(settledWords.split(" "));

/** "It was not clear whether …", "how they got in remains unclear": the clause; undefined where nothing is left open. */
function leavesOpen(tree: Tree, token: Token): Span | undefined {
  const lemma = token.lemma.toLowerCase();
  if (!open.has(lemma) && !settled.has(lemma)) return undefined;
  const above = is(token, "xcomp") ? parent(tree, token) : undefined;
  const clause = above ?? token;
  if (settled.has(lemma) && standingOf(tree, clause).polarity !== "denied" && !isDenied(tree, token))
    return undefined;
  const asked = [token, clause].some((one) =>
    kids(tree, one, "csubj", "ccomp", "nsubj", "advcl", "advmod").some(
      (kid) => asks(tree, kid) && isComplement(tree, one, kid),
    ),
  );
  if (!asked) return undefined;
  return spanOf(subtree(tree, clause, (one) => one.head === clause.i && is(one, "conj", "cc", "parataxis")));
}

/** Not "When the talks ended, …", nor "how" alone: an adverbial clause behind the word, an adverb that a clause hangs on. */
function isComplement(tree: Tree, word: Token, one: Token): boolean {
  if (is(one, "advcl")) return one.i > word.i;
  return !is(one, "advmod") || kid(tree, one, "advcl", "acl") !== undefined;
}

const isDenied = (tree: Tree, token: Token) =>
  kids(tree, token).some((one) => /^(?:not|n't|n’t|never|hardly)$/i.test(one.form));

/** An indirect question: its first word, or one of its own, asks. */
function asks(tree: Tree, clause: Token): boolean {
  const first = subtree(tree, clause)[0]!;
  return /^(?:whether|if|how|who|whom|whose|what|which|when|where|why)$/i.test(first.form);
}

/** The clause, with what it hangs on ("these operations, which were conducted without …"). */
function contentOf(tree: Tree, verb: Token): Span {
  let at = verb;
  for (let steps = 0; steps < 3 && is(at, "advcl", "conj") && !is(at, "acl:relcl"); steps++) {
    const above = parent(tree, at);
    if (above === undefined || !is(above, "acl:relcl", "advcl", "conj")) break;
    at = above;
  }
  const noun = is(at, "acl:relcl") ? parent(tree, at) : undefined;
  const clause = spanOf(subtree(tree, at === verb || noun !== undefined ? at : verb));
  if (noun === undefined) return clause;
  const phrase = nounPhrase(tree, noun);
  return { start: Math.min(afterCase(tree, noun, phrase), clause.start), end: clause.end };
}

function afterCase(tree: Tree, noun: Token, phrase: Span): number {
  const last = kids(tree, noun, "case").at(-1);
  const next = last === undefined ? undefined : tree.sentence.tokens[last.i + 1];
  return next === undefined ? phrase.start : Math.max(phrase.start, next.start);
}
