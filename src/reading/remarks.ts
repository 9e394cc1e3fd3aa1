/**
 * Remarks that the report makes in its own voice on what it passes on: that evidence was not given
 * ("without revealing evidence", "offered no proof"), also where it hangs within what somebody is quoted to say.
 */
import { disclosingVerbs, evidenceNouns } from "../language/en/evidence.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { type Context, unstated } from "./context.ts";
import { isQuoted } from "./safeguards.ts";
import { standingOf, statusOf } from "./status.ts";
import { is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";

type StatementFinding = FindingOf<"statement">;

export function readRemarks(context: Context): StatementFinding[] {
  const found: StatementFinding[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    for (const token of tree.sentence.tokens) {
      if (!withholds(tree, token) || isQuoted(context, tree, token)) continue;
      const content = contentOf(tree, token);
      const said = context.speakerAt(content);
      // Somebody who complains that no evidence was given says so; the report's aside on a claim is its own.
      if (said.kind !== "unstated" && kid(tree, token, "nsubj") !== undefined) continue;
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
