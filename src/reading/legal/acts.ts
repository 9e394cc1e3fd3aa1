/** What an instrument is invoked for. */
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../context.ts";
import { is, kid, kids, nounPhrase, spanOf, subtree, type Tree } from "../tree.ts";
import { enabling } from "./frames.ts";
import type { Instrument } from "./instruments.ts";
import { anaphors } from "./parties.ts";

/** The act without the instrument itself. */
export function actSpan(tree: Tree, act: Token, instrument: Instrument): Span | undefined {
  if (act.upos === "NOUN" || act.upos === "PROPN") {
    const phrase = nounPhrase(tree, act);
    if (phrase.start > instrument.span.start || phrase.end < instrument.span.end) return phrase;
    // "a transaction under Section 12": the transaction
    const before = subtree(tree, act, (one) => is(one, "nmod", "acl", "appos") && one.i > act.i);
    const own = before.filter((one) => one.end <= instrument.span.start && !is(one, "case"));
    // "the Section 12 transaction": nothing stands before it
    return own.some((one) => one.upos !== "PUNCT" && one.upos !== "DET") ? spanOf(own) : undefined;
  }
  const tokens = subtree(tree, act, (one) => {
    if (is(one, "parataxis", "advcl", "acl:relcl", "discourse")) return true;
    if (one.start >= instrument.span.start && one.end <= instrument.span.end) return true;
    const holds = subtree(tree, one).some((part) => part.i === instrument.head.i);
    // "had refused to let lawyers attend, in breach of …": the phrase goes, the verbs stay
    if (holds && !is(one, "xcomp", "ccomp")) return true;
    if (one.head !== act.i) return false;
    return is(one, "conj", "cc", "mark", "punct", "case");
  });
  return tokens.length === 0 ? undefined : spanOf(tokens);
}

/** A lone word ("operate") does not tell what is done. */
export function saysLittle(tree: Tree, { start, end }: Span): boolean {
  return tree.sentence.tokens.filter((one) => one.start >= start && one.end <= end).length < 2;
}

/** What the next sentence says that "this authority" would allow. */
export function enabledBy(context: Context, tree: Tree): Span | undefined {
  const next = context.sentences[tree.sentence.index + 1];
  if (next === undefined || next.block !== tree.sentence.block) return undefined;
  const other = context.treeAt(next.index);
  for (const verb of other.sentence.tokens) {
    if (verb.upos !== "VERB" || !enabling.has(verb.lemma.toLowerCase())) continue;
    const subject = kid(other, verb, "nsubj");
    if (subject === undefined || !anaphors.has(subject.lemma.toLowerCase())) continue;
    if (!kids(other, subject, "det").some((one) => /^(that|this|the|such)$/i.test(one.form))) continue;
    const object = kid(other, verb, "obj");
    if (object !== undefined) return nounPhrase(other, object);
  }
  return undefined;
}
