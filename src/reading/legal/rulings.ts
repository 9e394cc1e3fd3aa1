/** What courts rule and what bodies designate: bases that no instrument names. */
import { courtNouns, designatingVerbs, rulingVerbs } from "../../language/en/law.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { doers, refOf } from "../event/roles.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { statusOf } from "../status.ts";
import { is, kid, kids, nounPhrase, spanOf, subtree, type Tree } from "../tree.ts";
import { type LegalFinding, legalFinding } from "./finding.ts";

const courts = new Set(courtNouns.split(" "));

const ruling = new Set(rulingVerbs.split(" "));

/** "The High Court ruled that the president may not send troops abroad". */
export function rulingIn(context: Context, tree: Tree): LegalFinding | undefined {
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB" || !ruling.has(token.lemma.toLowerCase())) continue;
    const court = kid(tree, token, "nsubj");
    const clause = kid(tree, token, "ccomp");
    if (court === undefined || clause === undefined || clause.i < token.i) continue;
    if (!courts.has(court.lemma.toLowerCase()) || kid(tree, token, "aux") !== undefined) continue;
    if (statusOf(tree, token).polarity === "denied") continue;
    const { start, end } = nounPhrase(tree, court);
    return legalFinding(context, tree, token, {
      instrument: `ruling of ${context.text.slice(start, end).replaceAll(/\s+/g, " ").replace(/^The /, "the ")}`,
      words: { start: token.start, end: token.end },
      for: spanOf(subtree(tree, clause, (one) => is(one, "mark") && one.head === clause.i)),
    });
  }
  return undefined;
}

const designating = new Set(designatingVerbs.split(" "));

/** "classified several cartels as foreign terrorist organisations". */
export function designationIn(context: Context, tree: Tree): LegalFinding | undefined {
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB" || !designating.has(token.lemma.toLowerCase()) || is(token, "amod")) continue;
    const as = subtree(tree, token).find(
      (one) =>
        one.i > token.i &&
        one.upos === "NOUN" &&
        kids(tree, one, "case", "mark").some((word) => word.form.toLowerCase() === "as"),
    );
    const object = kid(tree, token, "obj", "nsubj:pass");
    const what = as ?? (token.lemma === "deem" ? kid(tree, token, "xcomp") : undefined);
    if (
      what === undefined ||
      !/^(organi[sz]ation|group|entity|terrorist|sponsor|network|gang|criminal|company|threat|agent|zone|area)$/.test(
        what.lemma,
      )
    )
      continue;
    if (as === undefined && object === undefined) continue;
    // "listed him as an area agent": where a person works
    if (isPersonNoun(what) && !/^(?:terrorist|criminal|agent)$/.test(what.lemma)) continue;
    if (/^(?:NNS?|JJ)$/.test(tree.sentence.tokens[what.i + 1]?.xpos ?? "")) continue;
    const doer = doers(tree, token)[0];
    const invoker = doer === undefined ? undefined : refOf(context, tree, doer);
    const marks = kids(tree, what, "case", "mark");
    const phrase = nounPhrase(tree, what);
    const start = marks.length === 0 ? phrase.start : Math.max(phrase.start, marks.at(-1)!.end + 1);
    const result = kids(tree, token, "advcl").find((one) => one.xpos === "VBG");
    const act = result === undefined ? undefined : grantedBy(tree, result);
    return legalFinding(context, tree, token, {
      instrument: `designation as ${context.text.slice(start, phrase.end)}`,
      words: { start: token.start, end: phrase.end },
      ...(invoker === undefined ? {} : { invokedBy: invoker }),
      ...(act === undefined ? {} : { for: act }),
    });
  }
  return undefined;
}

/** "granting agencies expanded authority for covert operations": what it is for. */
function grantedBy(tree: Tree, verb: Token): Span | undefined {
  const object = kid(tree, verb, "obj");
  const act = object === undefined ? undefined : kid(tree, object, "nmod", "acl");
  if (act === undefined) return undefined;
  return nounPhrase(tree, act);
}
