/** Clauses and their subjects hung on the wrong word: content, results, conditions, who a part of a count is. */
import type { Token } from "../../model/sentence.ts";
import { hang, hangSubject, lacksSubject, type Mend, retag } from "./draft.ts";

/** "Bragged online that it had sent": a clause behind "that" is what the verb says, no circumstance of it. */
export const thatClause: Mend = (draft, token, head) => {
  if (token.deprel !== "advcl" || head.upos !== "VERB" || head.i > token.i) return;
  if (isThatClause(draft.tokens, token.i, head.i)) hang(draft, token.i, head.i, "ccomp");
};

/** "Shelled the town, killing two": a participle behind a comma is no conjunct of a finite verb. */
export const resultListed: Mend = (draft, token, head) => {
  const { tokens } = draft;
  if (token.deprel !== "conj" || token.xpos !== "VBG" || !/^VB[DZP]$/.test(head.xpos)) return;
  if (tokens[token.i - 1]?.form !== ",") return;
  if (!tokens.some((one) => one.head === token.i && /^(?:aux|cc|nsubj)/.test(one.deprel)))
    hang(draft, token.i, head.i, "advcl");
};

/** "Left after armed men opened fire, killing two": a result is that of the clause right before it. */
export const resultOfNearer: Mend = (draft, token) => {
  if (token.deprel !== "advcl" || token.xpos !== "VBG" || draft.tokens[token.i - 1]?.form !== ",") return;
  const nearer = clauseBefore(draft.tokens, token);
  if (nearer !== undefined) hang(draft, token.i, nearer.i, "advcl");
};

/** "Upheld the decision to put off the vote, rejecting an appeal": a result behind a comma is that of the finite verb. */
export const resultOfFinite: Mend = (draft, token, head) => {
  if (token.xpos !== "VBG" || token.deprel !== "advcl" || draft.tokens[token.i - 1]?.form !== ",") return;
  const finite = finiteAbove(draft.tokens, head);
  if (finite !== undefined) hang(draft, token.i, finite.i, "advcl");
};

/** "Said it would ask the court": what has an object and no other subject has "it" for one. */
export const itAsSubject: Mend = (draft, token, head) => {
  if (token.deprel !== "expl" || !/^it$/i.test(token.form) || head.upos !== "VERB") return;
  if (isItsSubject(draft.tokens, head)) hang(draft, token.i, head.i, "nsubj");
};

/** "Told parliament he was prepared": of two subjects behind a word of telling the first is who is told. */
export const whoIsTold: Mend = (draft, token, head) => {
  if (/^(?:nsubj|obj)$/.test(token.deprel) && isAddressed(draft.tokens, token, head))
    hang(draft, token.i, head.head, "obj");
};

/** "Provided that the army stopped raids": no verb, but what opens a condition. */
export const providedThat: Mend = (draft, token) => {
  const { tokens } = draft;
  const bound = isProviding(tokens, token) ? conditionOf(tokens, token) : undefined;
  if (bound === undefined) return;
  hang(draft, bound.i, token.head, "advcl");
  for (const one of tokens)
    if (one.head === bound.i && one.deprel === "mark" && one.lemma === "that")
      hang(draft, one.i, token.i, "fixed");
  retag(draft, token.i, { upos: "SCONJ", xpos: "IN", head: bound.i, deprel: "mark" });
};

/** "Arrested nine, three of whom were released", "17 of whom are in custody": the number is who the clause tells of. */
export const partOfCount: Mend = (draft, token) => {
  if (token.upos !== "PRON" || !/^wh(?:om|ich)$/i.test(token.form)) return;
  const part = partOfClause(draft.tokens, token);
  if (part === undefined) return;
  const { number, predicate, whole } = part;
  hangSubject(draft, number, predicate);
  hang(draft, predicate.i, whole.i, "acl:relcl");
  for (const one of draft.tokens)
    if (one.head === predicate.head && one.i === number.i - 1 && one.form === ",")
      hang(draft, one.i, predicate.i, "punct");
};

/** "Traders who refuse would be fined, the mayor said": of two subjects the first is that of what is said. */
export const subjectOfSaid: Mend = (draft, token) => {
  const said = token.deprel === "nsubj" ? saidBefore(draft.tokens, token) : undefined;
  if (said !== undefined) hangSubject(draft, token, said);
};

/** "Will reveal Norway is projected to grow": a noun right before a clause without a subject is its subject, and nothing revealed. */
export const objectAsSubject: Mend = (draft, token, head) => {
  if (token.deprel !== "obj" || token.i < head.i || !showing.test(head.lemma)) return;
  const { tokens } = draft;
  const clause = tokens.find((one) => one.i > token.i && one.head === head.i && one.deprel === "ccomp");
  if (clause === undefined || !lacksSubject(tokens, clause)) return;
  if (tokens.some((one) => one.head === clause.i && one.deprel === "mark")) return;
  const between = tokens.slice(token.i + 1, clause.i);
  if (
    between.length > 0 &&
    between.every((one) => one.head === clause.i && /^(?:aux|cop|advmod|det)/.test(one.deprel))
  )
    hangSubject(draft, token, clause);
};

/** "Called for a ban after Ann Roe and her son killed two": who stands behind a word of time is the subject of its verb. */
export const subjectOfAfter: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || token.xpos !== "VBD" || head.upos !== "VERB" || head.i > token.i) return;
  const { tokens } = draft;
  if (tokens.some((one) => one.head === token.i && /^(?:nsubj|cc|mark|aux)/.test(one.deprel))) return;
  const opening = tokens.findLast(
    ({ i, form, deprel }) =>
      i > head.i && i < token.i && /^(?:after|before|when|while|because)$/i.test(form) && deprel !== "fixed",
  );
  const subject = tokens.find(
    (one) => opening !== undefined && one.i > opening.i && one.i < token.i && one.head === head.i,
  );
  if (opening === undefined || subject === undefined || !/^(?:obj|iobj|nsubj)$/.test(subject.deprel)) return;
  if (tokens.slice(opening.i + 1, token.i).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos))) return;
  hang(draft, token.i, head.i, "advcl");
  retag(draft, opening.i, { upos: "SCONJ", head: token.i, deprel: "mark" });
  hang(draft, subject.i, token.i, "nsubj");
};

/** "Ms Otieno, 52, was the source": a predicate without a subject has the one who seems to be called upon. */
export const calledUpon: Mend = (draft, token, head) => {
  if (token.deprel === "vocative" && token.i < head.i && lacksSubject(draft.tokens, head))
    hangSubject(draft, token, head);
};

/** "Says government forces shelled farms": nobody says forces; what has an object of its own is a clause. */
export const saidClause: Mend = (draft, token, head) => {
  if (token.deprel !== "acl" || token.xpos !== "VBN" || !isSaidClause(draft.tokens, token, head)) return;
  retag(draft, token.i, { xpos: "VBD", head: head.head, deprel: "ccomp" });
  hang(draft, head.i, token.i, "nsubj");
};

/** "that" opens the clause, no "so", "such", "now" or "in" stands before it, and the verb has no other content. */
function isThatClause(tokens: readonly Token[], clause: number, verb: number): boolean {
  for (let i = verb + 1; i < clause; i++) {
    const word = tokens[i]!;
    if (word.head === verb && /^(ccomp|xcomp|obj)$/.test(word.deprel)) return false;
    if (word.deprel !== "mark" || word.head !== clause || word.form.toLowerCase() !== "that") continue;
    return !/^(so|such|now|in|provided|given|except|but|,)$/i.test(tokens[i - 1]!.form);
  }
  return false;
}

/** The finite clause of time between a participle that tells a harm and the verb on which it hangs. */
function clauseBefore(tokens: readonly Token[], participle: Token): Token | undefined {
  if (
    participle.head > participle.i ||
    !/^(?:kill|injur|wound|destroy|damag|leav|trap|burn)/.test(participle.lemma)
  )
    return undefined;
  return tokens.findLast(
    (one) =>
      one.i < participle.i &&
      one.head === participle.head &&
      one.deprel === "advcl" &&
      /^VB[DN]$/.test(one.xpos) &&
      tokens.some((mark) => mark.head === one.i && /^(?:after|when|as|while)$/i.test(mark.form)) &&
      tokens.some((subject) => subject.head === one.i && subject.deprel === "nsubj"),
  );
}

/** The finite verb above an infinitive that a noun or a verb takes. */
function finiteAbove(tokens: readonly Token[], infinitive: Token): Token | undefined {
  if (infinitive.xpos !== "VB") return undefined;
  let at: Token | undefined = infinitive;
  for (let steps = 0; at !== undefined && steps < 5; steps++) {
    if (/^VB[DZP]$/.test(at.xpos)) return at;
    if (!/^(?:acl|xcomp|obj|advcl|obl)$/.test(at.deprel)) return undefined;
    at = tokens[at.head];
  }
  return undefined;
}

function isItsSubject(tokens: readonly Token[], verb: Token): boolean {
  const below = tokens.filter((one) => one.head === verb.i);
  if (below.some(({ deprel }) => /^(?:nsubj|csubj|aux:pass|cop)/.test(deprel))) return false;
  return (
    below.some(({ deprel, i }) => /^i?obj$/.test(deprel) && i > verb.i) ||
    below.some(({ deprel }) => deprel === "ccomp")
  );
}

/** A noun between a word of telling and the subject of what is told. */
function isAddressed(tokens: readonly Token[], noun: Token, clause: Token): boolean {
  const verb = tokens[clause.head];
  if (clause.deprel !== "ccomp" || verb === undefined || !telling.test(verb.lemma) || noun.i < verb.i)
    return false;
  if (!/^(?:NOUN|PROPN)$/.test(noun.upos)) return false;
  const other = (one: Token) => one.head === clause.i && one.deprel === "nsubj" && one.i > noun.i;
  return tokens.some(other) && !tokens.some((one) => one.head === verb.i && /^i?obj$/.test(one.deprel));
}

const telling = /^(?:tell|inform|assure|warn|remind|notify|advise|promise)$/;

function isProviding(tokens: readonly Token[], word: Token): boolean {
  if (!/^(?:provided|providing)$/i.test(word.form) || !/^(?:xcomp|advcl|acl|ccomp|conj)$/.test(word.deprel))
    return false;
  return !tokens.some((one) => one.head === word.i && /^(?:nsubj|obj|aux)/.test(one.deprel));
}

/** The finite clause with a subject that hangs on "provided". */
function conditionOf(tokens: readonly Token[], word: Token): Token | undefined {
  return tokens.find(
    (one) =>
      one.head === word.i &&
      /^(?:ccomp|advcl|xcomp)$/.test(one.deprel) &&
      tokens.some((subject) => subject.head === one.i && subject.deprel.startsWith("nsubj")),
  );
}

/** "Three of whom" with the predicate behind it and the noun before it. */
function partOfClause(
  tokens: readonly Token[],
  whom: Token,
): { readonly number: Token; readonly predicate: Token; readonly whole: Token } | undefined {
  const number = tokens[whom.head];
  if (number === undefined || tokens[whom.i - 1]?.lemma !== "of" || number.i >= whom.i - 1) return undefined;
  if (!/^(?:NUM|DET|PRON|ADJ|NOUN)$/.test(number.upos)) return undefined;
  const verbal = (one: Token) => one.i > whom.i && /^(?:VERB|AUX|NOUN|ADJ|ADV|PROPN)$/.test(one.upos);
  const lead = tokens.slice(whom.i + 1, whom.i + 4).find((one) => /^(?:VBD|VBZ|VBP|MD)$/.test(one.xpos));
  if (lead === undefined) return undefined;
  const predicate = lead.upos === "AUX" ? tokens[lead.head] : lead;
  if (predicate === undefined || !verbal(predicate)) return undefined;
  if (
    number.head === predicate.i &&
    predicate.deprel === "acl:relcl" &&
    tokens[predicate.head]?.xpos.endsWith("S")
  )
    return undefined;
  const whole = tokens.findLast(
    (one) =>
      one.i < number.i && /^(?:NNS|NNPS)$/.test(one.xpos) && !/^(?:nmod|obl|compound)/.test(one.deprel),
  );
  return whole === undefined ? undefined : { number, predicate, whole };
}

/** The clause without a subject between a subject of a verb and that verb, which has another subject nearer to it. */
function saidBefore(tokens: readonly Token[], subject: Token): Token | undefined {
  const verb = tokens[subject.head];
  if (verb === undefined || verb.i < subject.i) return undefined;
  const below = tokens.filter((one) => one.head === verb.i && one.i > subject.i && one.i < verb.i);
  const clause = below.find(({ deprel }) => deprel === "ccomp");
  const other = below.some((one) => one.deprel === "nsubj" && clause !== undefined && one.i > clause.i);
  return clause !== undefined && other && lacksSubject(tokens, clause) ? clause : undefined;
}

/** A participle with an object of its own on the object of a verb that takes clauses and no such noun. */
function isSaidClause(tokens: readonly Token[], participle: Token, noun: Token): boolean {
  const verb = tokens[noun.head];
  if (verb === undefined || noun.deprel !== "obj" || !saysClauses.test(verb.lemma)) return false;
  if (verb.i > noun.i || noun.i > participle.i) return false;
  // "denied reports that troops had left": a clause with a subject of its own is the noun's
  if (tokens.some((one) => one.head === participle.i && /^(?:nsubj|mark)/.test(one.deprel))) return false;
  const object = tokens.find((one) => one.head === participle.i && one.deprel === "obj");
  return (
    object !== undefined && object.i > participle.i && !/^(?:the|a|an)$/i.test(tokens[participle.i - 1]!.form)
  );
}

const showing =
  /^(?:say|reveal|show|find|report|claim|suggest|believe|think|announce|note|add|confirm|warn|see|hear|know|feel|hope|fear|insist|indicate|estimate)$/;

const saysClauses =
  /^(?:say|claim|think|believe|allege|insist|argue|maintain|contend|warn|fear|hope|add|deny)$/;
