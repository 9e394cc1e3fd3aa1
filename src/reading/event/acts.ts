/** The words of an act cut from the text so that they can be read alone: who, what, to whom, no more. */
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { is, kid, kids, namesSource, nounPhrase, parent, spanOf, subtree, type Tree } from "../tree.ts";
import type { Trigger } from "./triggers.ts";

/**
 * A noun phrase, or a clause from its subject (the antecedent of a relative pronoun, the noun that a participle or
 * an infinitive defines) through its last complement, without reporting clauses, asides and conditions; never a
 * lone verb or preposition. An act that another verb governs is cut with it: "had begun to call up reservists".
 */
export function actSpan(tree: Tree, trigger: Trigger): Span {
  const { token } = trigger;
  if (trigger.nominal) return nounPhrase(tree, token);
  if (is(token, "amod")) return nounPhrase(tree, parent(tree, token) ?? token);
  const governed = clauseTokens(tree, governorOf(tree, token));
  if (governed.length > 1 && governed.length <= long && governed.includes(token))
    return spanOf(closed(tree, governed));
  const own = clauseTokens(tree, token);
  if (own.length > 1) return spanOf(closed(tree, own));
  const above = parent(tree, token);
  return spanOf(above === undefined || above.upos !== "VERB" ? [token] : clauseTokens(tree, above));
}

/**
 * The noun phrase that an act without a subject of its own shares with a clause before it: "a clerk" of "a clerk was hurt
 * and taken away", "the fire" of "the fire spread, destroying a mill". Pronouns say nothing, and what the act's own words
 * hold needs no naming.
 */
export function subjectOf(tree: Tree, { token, nominal }: Trigger, what: Span): Token | undefined {
  if (nominal || is(token, "amod")) return undefined;
  const own = tree.sentence.tokens.filter((one) => one.start >= what.start && one.end <= what.end);
  if (own.some((one) => is(one, "nsubj", "csubj", "expl")) || !/^(?:VERB|AUX|ADV)$/.test(own[0]?.upos ?? ""))
    return undefined;
  let at = token;
  for (let steps = 0; steps < climbed; steps++) {
    const above = parent(tree, at);
    if (above === undefined || !sharesSubject(tree, at, above)) return undefined;
    const subject = kid(tree, above, "nsubj");
    if (subject !== undefined) {
      const named = /^(?:NOUN|PROPN)$/.test(subject.upos) && subject.end <= what.start;
      return named && agrees(tree, subject, token) ? subject : undefined;
    }
    at = above;
  }
  return undefined;
}

/** "A woman was killed and five others were hurt", where the parse lost the five: the woman were not. */
function agrees(tree: Tree, subject: Token, verb: Token): boolean {
  const plural = /^NNP?S$/.test(subject.xpos) || kid(tree, subject, "conj") !== undefined;
  const first = kids(tree, verb, "aux", "aux:pass", "cop")[0] ?? verb;
  const form = first.form.toLowerCase();
  if (/^(?:are|were|have)$/.test(form) || first.xpos === "VBP") return plural || collective(subject);
  return !(plural && (/^(?:is|was|has)$/.test(form) || first.xpos === "VBZ"));
}

/** "A group were having a party", "police were looking". */
const collective = ({ lemma }: Token) =>
  /^(?:group|police|staff|crew|family|team|number|majority|couple|army|navy|government|dozen|people)$/.test(
    lemma.toLowerCase(),
  );

function sharesSubject(tree: Tree, clause: Token, above: Token): boolean {
  if (is(clause, "conj")) return /^(?:VERB|AUX|ADJ)$/.test(above.upos);
  if (is(clause, "xcomp")) return kid(tree, above, "obj", "iobj") === undefined;
  const participle = clause.xpos === "VBG" || clause.xpos === "VBN";
  return is(clause, "advcl") && participle && kid(tree, clause, "mark") === undefined;
}

/** With the mark that closes a quotation which the tokens open. */
function closed(tree: Tree, tokens: readonly Token[]): readonly Token[] {
  const marks = tokens.filter(({ form }) => /^["“”]$/.test(form));
  const next = tree.sentence.tokens[tokens.at(-1)!.i + 1];
  const open = marks.length % 2 === 1 && marks.at(-1)!.form !== "”";
  return open && next !== undefined && /^["”]$/.test(next.form) ? [...tokens, next] : tokens;
}

/** Tokens from which a clause is no line any more. */
const long = 36;
/** Verbs climbed above an act: "is considering asking the States to send trainers". */
const climbed = 3;

/** The verb on whose subject an act without its own depends, for an open complement (UD's xcomp). */
function governorOf(tree: Tree, verb: Token): Token {
  let at = verb;
  for (let steps = 0; steps < climbed; steps++) {
    const above = parent(tree, at);
    if (above === undefined || above.upos !== "VERB" || !is(at, "xcomp")) break;
    if (kid(tree, at, "nsubj") !== undefined) break;
    at = above;
  }
  return at;
}

function clauseTokens(tree: Tree, verb: Token): readonly Token[] {
  const subject = kid(tree, verb, "nsubj", "nsubj:pass");
  const relative = kids(tree, verb).find((one) => one.i < verb.i && isRelative(one));
  const tokens = subtree(tree, verb, (one) => {
    if (is(one, "acl:relcl") && one.i < verb.i && tellsWhich(tree, one)) return false;
    if (is(one, "parataxis", "discourse", "vocative", "appos", "acl:relcl") || namesSource(tree, one))
      return true;
    if (is(one, "advcl") && (one.i < verb.i || isAside(tree, one))) return true;
    if (one.head !== verb.i) return false;
    if (/^without$/i.test(one.form)) return false;
    if (is(one, "conj", "cc", "mark", "punct", "obl:tmod")) return true;
    if (one === subject) return isRelative(one);
    return one.i < verb.i && !is(one, "aux", "cop", "advmod", "compound:prt", "obj");
  });
  const noun = definedBy(tree, verb, relative);
  if (noun === undefined) return whole(tree, trimmed(tokens), verb);
  const before = subtree(tree, noun, (one) => {
    if (one.i > noun.i && (one.i >= verb.i || is(one, "appos", "acl", "conj", "punct"))) return true;
    return one.head === noun.i && is(one, "case", "mark", "cc", "nsubj", "cop", "aux");
  });
  return whole(tree, trimmed([...before, ...tokens.filter((one) => one.i > noun.i)]), verb);
}

/** "Drivers who refused to pay would be prosecuted": without its clause the subject would be another. */
function tellsWhich(tree: Tree, clause: Token): boolean {
  const opens = subtree(tree, clause)[0]!;
  return tree.sentence.tokens[opens.i - 1]?.form !== ",";
}

/** The noun that a relative clause, a participle or an infinitive defines, where it stands before it. */
function definedBy(tree: Tree, verb: Token, relative: Token | undefined): Token | undefined {
  const noun = parent(tree, verb);
  if (noun === undefined || noun.i > verb.i || !/^(NOUN|PROPN|PRON|NUM)$/.test(noun.upos)) return undefined;
  if (is(verb, "acl:relcl")) {
    const adverb = relative !== undefined && /^(where|when|why)$/i.test(relative.form);
    const without = kid(tree, verb, "nsubj") !== undefined && (relative === undefined || adverb);
    return without ? undefined : noun;
  }
  return is(verb, "acl") && kid(tree, verb, "nsubj") === undefined ? noun : undefined;
}

const isRelative = ({ form, xpos }: Token) =>
  /^(who|which|that|whom|whose|where|when|why)$/i.test(form) && xpos !== "DT" && xpos !== "IN";

/** An adverbial clause that tells a condition, a time or a reason; "from standing", "by expanding" complete the act. */
function isAside(tree: Tree, clause: Token): boolean {
  if (
    kids(tree, clause, "advmod").some((one) => /^where$/i.test(one.form)) &&
    tree.sentence.tokens[subtree(tree, clause)[0]!.i - 1]?.form === ","
  )
    return true;
  const mark = kid(tree, clause, "mark");
  // "as far as anyone can tell", "sooner than they had said": what it is compared with
  if (
    mark !== undefined &&
    /^(as|than)$/i.test(mark.form) &&
    /^AD[VJ]$/.test(parent(tree, clause)?.upos ?? "")
  )
    return false;
  return mark !== undefined && !/^(to|by|from|in|on|of|for|into|without)$/i.test(mark.form);
}

/** Without what cannot begin or end an act read alone. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  let first = 0;
  while (
    first < tokens.length - 1 &&
    (/^(PUNCT|ADP|SCONJ|CCONJ|PART|SYM)$/.test(tokens[first]!.upos) ||
      isRelative(tokens[first]!) ||
      // "and that drivers …", with "that" taken for their determiner
      (/^that$/i.test(tokens[first]!.form) && tokens[first + 1]!.xpos.endsWith("S"))) &&
    !/^(no|not|without)$/i.test(tokens[first]!.form) &&
    // "at least 12 people", "up to 40"
    !/^(least|most|to)$/i.test(/^(at|up)$/i.test(tokens[first]!.form) ? (tokens[first + 1]?.form ?? "") : "")
  )
    first++;
  let last = tokens.length - 1;
  while (
    last > first &&
    /^(PUNCT|ADP|CCONJ|SCONJ)$/.test(tokens[last]!.upos) &&
    tokens[last]!.deprel !== "compound:prt"
  )
    last--;
  // "after eleven days of fighting in which": what its clause told is gone
  while (
    last > first &&
    (tokens[last]!.xpos === "WDT" || (last < tokens.length - 1 && tokens[last]!.upos === "ADP"))
  )
    last--;
  // "detained five suspects, among them two …": cut before those
  if (
    last > first + 1 &&
    /^(?:them|whom)$/i.test(tokens[last]!.form) &&
    /^(?:among|including)$/i.test(tokens[last - 1]!.form)
  ) {
    last -= 2;
    while (last > first && tokens[last]!.upos === "PUNCT") last--;
  }
  return tokens.slice(first, last + 1);
}

/** Text is cut in one piece, that with the verb: gaps of clauses part it, a clause's own commas do not. */
function whole(tree: Tree, tokens: readonly Token[], verb: Token): readonly Token[] {
  let from = 0;
  for (let k = 1; k < tokens.length; k++) {
    const gap = tree.sentence.tokens.slice(tokens[k - 1]!.i + 1, tokens[k]!.i);
    if (gap.length <= 2 || !gap.some((one) => one.upos === "VERB")) continue;
    if (tokens[k]!.i > verb.i) return tokens.slice(from, k);
    from = k;
  }
  return tokens.slice(from);
}

/** Whether a noun stands alone: no argument, modifier or complement of its own. */
export function isBareNoun(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "amod", "compound", "nmod", "nmod:poss", "acl", "nummod", "appos").length === 0;
}
