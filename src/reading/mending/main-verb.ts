/** A full sentence has a verb: one that may be it becomes the root, the noun that stood there its subject. */
import { irregular } from "../../language/en/irregular.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import { type Draft, hang, hangSubject, isPassive, retag } from "./draft.ts";

export function giveVerb(draft: Draft, sentence: Sentence): void {
  const noun = rootNoun(sentence);
  if (noun === undefined) return;
  const past = missingPast(sentence.tokens, noun);
  if (past !== undefined) {
    // "The death toll rose from 40 to 64.": what may be a past tense is one where there is no other verb.
    const subject = past.i - 1;
    retag(draft, past.i, { upos: "VERB", xpos: "VBD", lemma: past.lemma });
    hang(draft, subject, past.i, "nsubj");
    for (const one of sentence.tokens) {
      if (one.head !== past.i || one.i === subject) continue;
      if (one.i < past.i) hang(draft, one.i, subject, one.deprel);
      else if (one.deprel === "nmod") hang(draft, one.i, past.i, "obl");
    }
    return;
  }
  // "A raid launched by the group on the hotel left 12 dead.": the finite verb is what the noun did.
  // "The minister called for a ceasefire.": the only verb there is, though tagged a participle.
  // "Nine guards who had been taken were freed.": of two clauses without a comma the one without "who" is the sentence's.
  const verb =
    strandedVerb(sentence.tokens, noun) ??
    secondClause(sentence.tokens, noun) ??
    swallowedVerb(sentence.tokens, noun) ??
    missingVerb(sentence.tokens, noun);
  if (verb === undefined) return;
  hang(draft, verb.i, -1, "root");
  if (verb.xpos === "VBN" && !isPassive(sentence.tokens, verb)) retag(draft, verb.i, { xpos: "VBD" });
  for (const one of sentence.tokens)
    if (one.head === noun.i && one.i > verb.i) hang(draft, one.i, verb.i, one.deprel);
  hangSubject(draft, noun, verb);
}

/** The root of a printed sentence, where it is a noun; headlines may go without a verb. */
function rootNoun({ tokens, blockKind }: Sentence): Token | undefined {
  if (/^head/.test(blockKind) || tokens.at(-1)?.form !== ".") return undefined;
  return tokens.find((one) => one.deprel === "root" && /^(NOUN|PROPN)$/.test(one.upos));
}

/** The root noun of a sentence without any verb, as the past tense that its form may be, with a noun before it. */
function missingPast(tokens: readonly Token[], root: Token): Token | undefined {
  if (tokens.some((one) => /^(?:VB|MD)/.test(one.xpos))) return undefined;
  const before = tokens[root.i - 1];
  if (root.xpos !== "NN" || before?.head !== root.i || !/^NNS?P?S?$/.test(before.xpos)) return undefined;
  const lemma = irregular.get(`VBD ${root.form}`);
  return lemma === undefined || lemma === root.form ? undefined : { ...root, lemma };
}

/** The only finite verb, where it hangs on a participle of the root noun and has no subject. */
function strandedVerb(tokens: readonly Token[], root: Token): Token | undefined {
  const finite = tokens.filter((one) => /^(VB[DPZ]|MD)$/.test(one.xpos));
  const verb = finite.length === 1 ? finite[0]! : undefined;
  const participle = verb === undefined ? undefined : tokens[verb.head];
  if (verb?.deprel !== "advcl" || participle?.xpos !== "VBN" || participle.head !== root.i) return undefined;
  if (!(root.i < participle.i && participle.i < verb.i)) return undefined;
  const bound = tokens.some((one) => one.head === verb.i && /^(?:nsubj|csubj|mark|advmod)/.test(one.deprel));
  return bound || tokens[verb.i - 1]!.form === "," ? undefined : verb;
}

function secondClause(tokens: readonly Token[], root: Token): Token | undefined {
  const clauses = tokens.filter((one) => one.head === root.i && one.deprel === "acl:relcl");
  const last = clauses.at(-1);
  if (clauses.length < 2 || last === undefined) return undefined;
  const below = tokens.filter((one) => one.head === last.i);
  if (below.some(({ deprel, i }) => /^(?:nsubj|cc)/.test(deprel) || (deprel === "punct" && i < last.i)))
    return undefined;
  return below.some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos)) ? last : undefined;
}

/** "A coalition that includes the party called on voters to march.": what hangs as a participle within the clause on the root noun. */
function swallowedVerb(tokens: readonly Token[], root: Token): Token | undefined {
  const clauses = tokens.filter(
    (one) => one.head === root.i && one.i > root.i && /^(?:acl|conj|parataxis|appos)/.test(one.deprel),
  );
  const clause = clauses.length === 1 ? clauses[0] : undefined;
  if (clause?.deprel !== "acl:relcl") return undefined;
  const within = tokens.filter(
    (one) =>
      one.deprel === "acl" &&
      one.xpos === "VBN" &&
      one.head > clause.i &&
      tokens[one.head]?.head === clause.i,
  );
  const verb = within.length === 1 ? within[0] : undefined;
  if (verb === undefined || tokens[verb.i - 1]!.form === ",") return undefined;
  const below = tokens.filter((one) => one.head === verb.i);
  if (
    below.some(
      ({ deprel, xpos }) => deprel === "obl:agent" || /^(?:aux|cop|mark)/.test(deprel) || xpos === "RB",
    )
  )
    return undefined;
  // what it does needs something behind it that a passive would not have
  return below.some(
    ({ deprel, i }) =>
      i > verb.i &&
      (deprel === "obj" || deprel === "xcomp" || deprel === "ccomp" || deprel === "compound:prt"),
  ) ||
    below.some((one) =>
      tokens.some(({ head, deprel }) => head === one.i && deprel === "acl" && one.deprel === "obl"),
    )
    ? verb
    : undefined;
}

/** The participle on a root noun without a finite verb, if nothing shows it passive. */
function missingVerb(tokens: readonly Token[], root: Token): Token | undefined {
  if (tokens.some((one) => /^(VB[DPZ]|MD)$/.test(one.xpos))) return undefined;
  const own = tokens.filter(
    (one) => one.head === root.i && one.deprel === "acl" && one.xpos === "VBN" && one.i > root.i,
  );
  const verb = own.length === 1 ? own[0] : undefined;
  const by = verb === undefined || tokens.some((one) => one.head === verb.i && one.deprel === "obl:agent");
  return by ? undefined : verb;
}
