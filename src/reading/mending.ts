/**
 * Mends what the parser gets wrong where the words themselves contradict it: a finite verb hung on a noun
 * as its conjunct or attribute, a particle hung on the next word. Linear; changes heads and relations only.
 */
import { forceNouns, groupNouns } from "../language/en/actors.ts";
import { attitudeClasses } from "../language/en/attitudes.ts";
import { objectNouns, triggerClasses } from "../language/en/events.ts";
import { irregular } from "../language/en/irregular.ts";
import { personNouns } from "../language/en/people.ts";
import { claimNouns } from "../language/en/stances.ts";
import { months, weekdays } from "../language/en/time-words.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import { afterDateline } from "./dateline.ts";

export function mended(sentence: Sentence): Sentence {
  const tokens = [...sentence.tokens];
  let changed = false;
  const hang = (i: number, head: number, deprel: string) => {
    tokens[i] = { ...tokens[i]!, head, deprel };
    changed = true;
  };
  // "Gunmen attacked …": a noun for people is no name for standing first in capitals.
  const opening = openingNoun(sentence);
  if (opening !== undefined) {
    tokens[opening.i] = opening;
    changed = true;
  }
  const date = openingDate(tokens, sentence);
  if (date !== undefined) {
    const { day, noun, verb } = date;
    for (const one of tokens) if (one.head === noun.i && one.i < day.i) hang(one.i, day.i, one.deprel);
    hang(day.i, verb.i, "obl");
    if (noun.deprel === "obl") hang(noun.i, verb.i, "nsubj");
  }
  const noun = rootNoun(sentence);
  if (noun !== undefined) giveVerb(noun);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const head = tokens[token.head];
    const next = tokens[i + 1];
    // "demonstrators burned tyres": with a subject, an object and no auxiliary it is a past tense
    if (token.xpos === "VBN" && isPlainPast(tokens, token)) {
      tokens[i] = { ...tokens[i]!, xpos: "VBD" };
      changed = true;
    }
    // "a missile fired from the coast hit a house": the verb behind the participle is what the noun did
    const did = /^VB[ND]$/.test(token.xpos) ? verbOfSubject(tokens, token) : undefined;
    if (did !== undefined) {
      const { subject, verb } = did;
      hang(verb.i, token.head, token.deprel);
      hang(subject.i, verb.i, "nsubj");
      for (const one of tokens)
        if (one.head === i && one.i > verb.i && one !== verb) hang(one.i, verb.i, one.deprel);
      tokens[i] = { ...tokens[i]!, xpos: "VBN" };
      hang(i, subject.i, "acl");
    }
    if (head === undefined || token.upos === "PUNCT") continue;
    // "killed three soldiers and wounded seven": a past verb is no conjunct of the object.
    if (token.deprel === "conj" && token.xpos === "VBD" && head.upos === "NOUN" && head.i < i) {
      const verb = tokens[head.head];
      if (verb?.upos === "VERB" && verb.i < head.i) hang(i, verb.i, "conj");
    }
    // "… and wounded seven": the number behind a past verb is its object.
    const before = tokens[i - 1];
    if (
      token.deprel === "conj" &&
      token.upos === "NUM" &&
      before?.xpos === "VBD" &&
      head.i < before.i &&
      before.head < before.i
    )
      hang(i, before.i, "obj");
    // "three were killed and seven civilians wounded": the noun before a participle is its subject.
    if (
      token.deprel === "conj" &&
      token.upos === "NOUN" &&
      head.upos === "VERB" &&
      next?.xpos === "VBN" &&
      next.head === head.i &&
      next.deprel === "conj"
    )
      hang(i, next.i, "nsubj:pass");
    // "the government imposed sanctions": a past verb between two nouns is no attribute of the second.
    // "three others were shot": what a passive auxiliary stands on is a participle.
    if (
      token.upos === "NOUN" &&
      token.form.toLowerCase() === "shot" &&
      tokens.some((one) => one.head === i && one.deprel === "aux:pass")
    ) {
      tokens[i] = { ...token, upos: "VERB", xpos: "VBN", lemma: "shoot" };
      changed = true;
    }
    const told = toldInHeadline(sentence.blockKind, tokens, token);
    if (
      token.deprel === "amod" &&
      (/^VB[DPZ]$/.test(token.xpos) || told) &&
      head.i > i &&
      /^(NOUN|PROPN|PRON)$/.test(tokens[i - 1]?.upos ?? "")
    ) {
      const { head: above, deprel } = head;
      for (let k = 0; k < i; k++)
        if (tokens[k]!.head === head.i)
          hang(k, i, /^(compound|nmod:desc|amod)$/.test(tokens[k]!.deprel) ? "nsubj" : tokens[k]!.deprel);
      hang(i, above, told ? "ccomp" : deprel);
      if (told) tokens[i] = { ...tokens[i]!, xpos: "VBD" };
      hang(head.i, i, "obj");
    }
    // "Gunmen killed at least 12 soldiers": what stands behind an active verb without a preposition is its object.
    if (token.deprel === "obl" && head.upos === "VERB" && head.i < i && isBareObject(tokens, token, head)) {
      hang(i, head.i, "obj");
      if (head.xpos === "VBN") tokens[head.i] = { ...tokens[head.i]!, xpos: "VBD" };
    }
    // "bragged online that it had sent": a clause behind "that" is what the verb says, no circumstance of it.
    if (token.deprel === "advcl" && head.upos === "VERB" && head.i < i && isThatClause(tokens, i, head.i))
      hang(i, head.i, "ccomp");
    // "six have died and 56 have been admitted": a subject behind its verb is that of the verb listed next
    if (/^nsubj/.test(token.deprel) && i > head.i && head.upos === "VERB") {
      const listed = tokens.find((one) => one.i > i && one.head === head.i && one.deprel === "conj");
      const joint = tokens.some((one) => one.deprel === "cc" && one.i > head.i && one.i < i);
      if (listed !== undefined && joint && listed.upos === "VERB" && lacksSubject(tokens, listed))
        hang(
          i,
          listed.i,
          tokens.some((one) => one.head === listed.i && one.deprel === "aux:pass") ? "nsubj:pass" : "nsubj",
        );
    }
    // "dismissed claims that …": what is an object is a noun
    // "heard claims that …": nor has a clause a verb in the present alone
    const bare = token.deprel === "ccomp" && head.i === i - 1 && claims.has(token.lemma.toLowerCase());
    if ((token.deprel === "obj" || bare) && token.xpos === "VBZ" && i > head.i) {
      tokens[i] = { ...token, upos: "NOUN", xpos: "NNS", deprel: "obj" };
      changed = true;
      for (const one of tokens) if (one.head === i && one.deprel === "ccomp") hang(one.i, i, "acl");
    }
    // "shelled the town, killing two": a participle behind a comma is no conjunct of a finite verb
    if (
      token.deprel === "conj" &&
      token.xpos === "VBG" &&
      /^VB[DZP]$/.test(head.xpos) &&
      tokens[i - 1]?.form === "," &&
      !tokens.some((one) => one.head === i && /^(?:aux|cc|nsubj)/.test(one.deprel))
    )
      hang(i, head.i, "advcl");
    // "left after armed men opened fire, killing two": a result is that of the clause right before it
    if (token.deprel === "advcl" && token.xpos === "VBG" && tokens[i - 1]?.form === ",") {
      const nearer = clauseBefore(tokens, token);
      if (nearer !== undefined) hang(i, nearer.i, "advcl");
    }
    // "condemned the takeover and threatened sanctions": a participle between two nouns is a second verb
    const second = token.xpos === "VBN" && token.deprel === "conj" ? secondVerb(tokens, token) : undefined;
    if (second !== undefined) {
      const { verb, object } = second;
      hang(head.i, verb.i, "obj");
      hang(object.i, i, "obj");
      for (const one of tokens)
        if (one.head === object.i && one.i <= head.i && one.deprel === "det") hang(one.i, head.i, "det");
      tokens[i] = { ...tokens[i]!, xpos: "VBD" };
      hang(i, verb.i, "conj");
    }
    // "suspended the licence and ordered inspections": likewise where it was taken for what the second noun is like
    const listed = token.xpos === "VBN" && token.deprel === "amod" ? verbOfList(tokens, token) : undefined;
    if (listed !== undefined) {
      for (const one of tokens) if (one.head === head.i && one.deprel === "cc") hang(one.i, i, "cc");
      tokens[i] = { ...tokens[i]!, xpos: "VBD" };
      hang(i, listed.i, "conj");
      hang(head.i, i, "obj");
    }
    // "upheld the decision to put off the vote, rejecting an appeal": a result behind a comma is that of the finite verb
    if (token.xpos === "VBG" && token.deprel === "advcl" && tokens[i - 1]?.form === ",") {
      const finite = finiteAbove(tokens, head);
      if (finite !== undefined) hang(i, finite.i, "advcl");
    }
    // "hours later students marched": when it was is no part of who did it
    if (
      /^(?:later|earlier|ago)$/i.test(token.form) &&
      i < head.i &&
      head.deprel.startsWith("nsubj") &&
      /^(?:amod|advmod|nmod)/.test(token.deprel)
    )
      hang(i, head.head, "advmod");
    // "killing eight people and setting tanks ablaze": a noun in -ing behind "and" is a second such verb
    const doing =
      token.upos === "NOUN" && /^(?:compound|conj)$/.test(token.deprel)
        ? verbInIng(tokens, token)
        : undefined;
    if (doing !== undefined) {
      const { verb, object } = doing;
      tokens[i] = { ...token, upos: "VERB", xpos: "VBG", lemma: doing.lemma, head: verb.i, deprel: "conj" };
      hang(object.i, i, "obj");
      for (const one of tokens)
        if (one.head === object.i && one.deprel === "cc" && one.i < i) hang(one.i, i, "cc");
    }
    // "said it would ask the court": what has an object and no other subject has "it" for one
    if (
      token.deprel === "expl" &&
      /^it$/i.test(token.form) &&
      head.upos === "VERB" &&
      isItsSubject(tokens, head)
    )
      hang(i, head.i, "nsubj");
    // "told parliament he was prepared": of two subjects behind a word of telling the first is who is told
    if (/^(?:nsubj|obj)$/.test(token.deprel) && isAddressed(tokens, token, head)) hang(i, head.head, "obj");
    // "provided that the army stopped raids": no verb, but what opens a condition
    const bound = isProviding(tokens, token) ? conditionOf(tokens, token) : undefined;
    if (bound !== undefined) {
      hang(bound.i, token.head, "advcl");
      for (const one of tokens)
        if (one.head === bound.i && one.deprel === "mark" && one.lemma === "that") hang(one.i, i, "fixed");
      tokens[i] = { ...token, upos: "SCONJ", xpos: "IN", head: bound.i, deprel: "mark" };
    }
    // "a court in the capital on Friday sentenced": the day right before a verb is no part of its subject
    if (token.deprel === "nmod" && isDate(token)) {
      const verb = verbBehind(tokens, token);
      if (verb !== undefined) hang(i, verb.i, "obl");
    }
    // "arrested nine, three of whom were released", "17 of whom are in custody": the number is who the clause tells of
    const part =
      token.upos === "PRON" && /^wh(?:om|ich)$/i.test(token.form) ? partOfClause(tokens, token) : undefined;
    if (part !== undefined) {
      const { number, predicate, whole } = part;
      const passive = tokens.some((one) => one.head === predicate.i && one.deprel === "aux:pass");
      hang(number.i, predicate.i, passive ? "nsubj:pass" : "nsubj");
      hang(predicate.i, whole.i, "acl:relcl");
      for (const one of tokens)
        if (one.head === predicate.head && one.i === number.i - 1 && one.form === ",")
          hang(one.i, predicate.i, "punct");
    }
    // "reports of soldiers being shot": the clause is what is reported, the noun before it its subject
    const claim = /^VB[NG]$/.test(token.xpos) ? claimOfGerund(tokens, token) : undefined;
    if (claim !== undefined) {
      const { noun, subject } = claim;
      const passive = tokens.some((one) => one.head === i && one.deprel === "aux:pass");
      for (const one of tokens) if (one.head === subject.i && one.deprel === "case") hang(one.i, i, "mark");
      hang(subject.i, i, passive ? "nsubj:pass" : "nsubj");
      hang(i, noun.i, "acl");
    }
    // "rejects the allegations made by them that forces crossed": a clause with two objects begins with a conjunction
    if (token.deprel === "acl:relcl") {
      const that = thatOfContent(tokens, token);
      const claim = that === undefined ? undefined : claimBefore(tokens, that);
      if (that !== undefined && claim !== undefined) {
        tokens[that.i] = { ...that, upos: "SCONJ", xpos: "IN", deprel: "mark" };
        hang(i, claim.i, "acl");
      }
    }
    // "Traders who refuse would be fined, the mayor said": of two subjects the first is that of what is said
    const said = token.deprel === "nsubj" ? saidBefore(tokens, token) : undefined;
    if (said !== undefined)
      hang(
        i,
        said.i,
        tokens.some((one) => one.head === said.i && one.deprel === "aux:pass") ? "nsubj:pass" : "nsubj",
      );
    // "Ms Otieno, 52, was the source": a predicate without a subject has the one who seems to be called upon
    if (token.deprel === "vocative" && i < head.i && lacksSubject(tokens, head))
      hang(
        i,
        head.i,
        tokens.some((one) => one.head === head.i && one.deprel === "aux:pass") ? "nsubj:pass" : "nsubj",
      );
    // "says government forces shelled farms": nobody says forces; what has an object of its own is a clause
    if (token.deprel === "acl" && token.xpos === "VBN" && isSaidClause(tokens, token, head)) {
      const saying = head.head;
      tokens[i] = { ...token, xpos: "VBD", head: saying, deprel: "ccomp" };
      hang(head.i, i, "nsubj");
    }
    // "was planted outside the courthouse by the group": nobody makes a courthouse, so the group planted.
    if (token.deprel === "nmod" && /^(NOUN|PROPN)$/.test(token.upos) && isStrayAgent(tokens, token, head))
      hang(i, head.head, "obl:agent");
    // "denied reports that …": what is given alone is no one to whom something is given
    if (token.deprel === "iobj" && claims.has(token.lemma.toLowerCase()) && head.i < i)
      if (!tokens.some((one) => one.head === head.i && one.deprel === "obj")) hang(i, head.i, "obj");
    // "called off the protest": a particle taken for a preposition, where verb and particle are one word of the lexicon
    if (token.deprel === "case" && isParticle(tokens, token)) {
      hang(head.i, i - 1, "obj");
      hang(i, i - 1, "compound:prt");
    }
    // "called off on Monday", "ruled out sending": a particle right behind its verb is the verb's.
    if (token.xpos === "RP" && token.head !== i - 1 && tokens[i - 1]?.upos === "VERB")
      hang(i, i - 1, "compound:prt");
  }
  return changed ? { ...sentence, tokens } : sentence;

  /** A full sentence has a verb: one of three that may be it becomes the root, the noun its subject. */
  function giveVerb(noun: Token): void {
    const past = missingPast(sentence.tokens, noun);
    if (past !== undefined) {
      // "The death toll rose from 40 to 64.": what may be a past tense is one where there is no other verb.
      const subject = past.i - 1;
      tokens[past.i] = { ...past, upos: "VERB", xpos: "VBD", lemma: past.lemma };
      hang(subject, past.i, "nsubj");
      for (const one of sentence.tokens) {
        if (one.head !== past.i || one.i === subject) continue;
        if (one.i < past.i) hang(one.i, subject, one.deprel);
        else if (one.deprel === "nmod") hang(one.i, past.i, "obl");
      }
      return;
    }
    // "A raid launched by the group on the hotel left 12 dead.": the finite verb is what the noun did.
    // "The minister called for a ceasefire.": the only verb there is, though tagged a participle.
    // "Nine guards who had been taken were freed.": of two clauses without a comma the one without "who" is the sentence's.
    const verb =
      strandedVerb(sentence.tokens, noun) ??
      secondClause(sentence.tokens, noun) ??
      missingVerb(sentence.tokens, noun);
    if (verb === undefined) return;
    hang(verb.i, -1, "root");
    tokens[verb.i] = { ...tokens[verb.i]!, xpos: verb.xpos === "VBN" ? "VBD" : verb.xpos };
    for (const one of sentence.tokens)
      if (one.head === noun.i && one.i > verb.i) hang(one.i, verb.i, one.deprel);
    const passive = sentence.tokens.some((one) => one.head === verb.i && one.deprel === "aux:pass");
    if (passive) tokens[verb.i] = { ...tokens[verb.i]!, xpos: "VBN" };
    hang(noun.i, verb.i, passive ? "nsubj:pass" : "nsubj");
  }
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

/** "On 5 August the cabinet met", "At 02:40 units opened fire": a day or an hour hung on the subject behind it. */
function openingDate(
  tokens: readonly Token[],
  sentence: Sentence,
): { day: Token; noun: Token; verb: Token } | undefined {
  const opening = tokens[afterDateline(sentence.tokens)];
  if (opening === undefined || !/^(?:on|in|at|since|from|by|until)$/i.test(opening.form)) return undefined;
  for (const day of tokens.slice(opening.i + 1, opening.i + 5)) {
    if (!/^(?:NUM|PROPN)$/.test(day.upos) || !isDay(tokens, day)) continue;
    const noun = tokens[day.head];
    if (noun === undefined || noun.i <= day.i || !/^(?:NOUN|PROPN)$/.test(noun.upos) || isDate(noun))
      continue;
    const verb = tokens[noun.head];
    if (verb?.upos !== "VERB" || verb.i < noun.i || !/^(?:nsubj|obl)/.test(noun.deprel)) continue;
    const other = tokens.some((one) => one.head === verb.i && one !== noun && one.deprel.startsWith("nsubj"));
    if (noun.deprel === "obl" && other) continue;
    return { day, noun, verb };
  }
  return undefined;
}

const isDate = ({ form }: Token) =>
  Object.hasOwn(months, form.toLowerCase()) || Object.hasOwn(weekdays, form.toLowerCase());

/** A month or a weekday, the number beside one, a clock time or a year. */
function isDay(tokens: readonly Token[], day: Token): boolean {
  if (isDate(day) || /^(?:\d{1,2}[:.]\d\d|(?:19|20)\d\d)$/.test(day.form)) return true;
  return /^\d{1,2}$/.test(day.form) && tokens[day.i + 1] !== undefined && isDate(tokens[day.i + 1]!);
}

/** "that" as the object of a verb that has another, or that is passive. */
function thatOfContent(tokens: readonly Token[], verb: Token): Token | undefined {
  const below = tokens.filter((one) => one.head === verb.i);
  const that = below.find(({ form, deprel }) => form.toLowerCase() === "that" && deprel === "obj");
  return that !== undefined && below.some((one) => one !== that && /^(?:obj|nsubj:pass)$/.test(one.deprel))
    ? that
    : undefined;
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

function isPlainPast(tokens: readonly Token[], verb: Token): boolean {
  let subject = false;
  let object = false;
  for (const one of tokens) {
    if (one.head !== verb.i) continue;
    if (/^(?:aux|cop|nsubj:pass)/.test(one.deprel)) return false;
    if (one.deprel === "nsubj" && one.i < verb.i) subject = true;
    if (one.deprel === "obj" && one.i > verb.i) object = true;
  }
  return subject && object && !/^(?:acl|amod|conj)/.test(verb.deprel);
}

/** A passive subject without an auxiliary, and a past verb that hangs on the participle with no subject of its own. */
function verbOfSubject(
  tokens: readonly Token[],
  participle: Token,
): { readonly subject: Token; readonly verb: Token } | undefined {
  if (/^(?:acl|amod|conj)/.test(participle.deprel)) return undefined;
  const below = tokens.filter((one) => one.head === participle.i);
  if (
    below.some(({ deprel }) => /^(?:aux|obj|ccomp|xcomp)/.test(deprel)) ||
    !/(?:ed|ck|nt|en|wn)$/.test(participle.form)
  )
    return undefined;
  const subject = below.find((one) => one.deprel.startsWith("nsubj") && one.i < participle.i);
  const verb = below.find(
    (one) => /^(?:conj|advcl)$/.test(one.deprel) && one.xpos === "VBD" && one.i > participle.i,
  );
  if (subject === undefined || verb === undefined || !lacksSubject(tokens, verb)) return undefined;
  if (tokens.some((one) => one.head === verb.i && /^(?:cc|mark|advmod)$/.test(one.deprel) && one.i < verb.i))
    return undefined;
  return tokens[verb.i - 1]?.upos === "PUNCT" ? undefined : { subject, verb };
}

function secondVerb(
  tokens: readonly Token[],
  participle: Token,
): { readonly verb: Token; readonly object: Token } | undefined {
  const noun = tokens[participle.head];
  const object = noun?.deprel === "compound" ? tokens[noun.head] : undefined;
  const verb = object?.deprel === "obj" ? tokens[object.head] : undefined;
  if (noun === undefined || object === undefined || verb?.xpos !== "VBD") return undefined;
  if (!(verb.i < noun.i && noun.i < participle.i && participle.i < object.i)) return undefined;
  return tokens[participle.i - 1]?.deprel === "cc" ? { verb, object } : undefined;
}

/** "ordered" between "and" and a noun listed with the object of a verb in the past. */
function verbOfList(tokens: readonly Token[], participle: Token): Token | undefined {
  const noun = tokens[participle.head];
  const object = noun?.deprel === "conj" ? tokens[noun.head] : undefined;
  const verb = object?.deprel === "obj" ? tokens[object.head] : undefined;
  if (verb?.xpos !== "VBD" || verb.i > participle.i || tokens[participle.i - 1]?.deprel !== "cc")
    return undefined;
  return listing.test(participle.lemma) ? verb : undefined;
}

/** What is done to a thing named right behind, and says little of a thing as it is. */
const listing =
  /^(?:order|announce|impose|demand|request|threaten|launch|open|close|begin|end|call|arrest|seize|deploy|send|reject|approve|sign|urge|accuse|warn|offer|ban|cancel|cut|lift|promise|pledge|suspend)$/;

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

/** "setting" in "killing eight people and setting tanks ablaze". */
function verbInIng(
  tokens: readonly Token[],
  word: Token,
): { readonly verb: Token; readonly object: Token; readonly lemma: string } | undefined {
  const found =
    /^(set|injur|wound|damag|destroy|forc|leav|send|cut|trigger|burn|displac|trapp|knock|caus|tear|throw|block|tak)t?ing$/i.exec(
      word.form,
    );
  if (found === null || tokens[word.i - 1]?.lemma !== "and") return undefined;
  const own = tokens[word.head];
  const object =
    word.deprel === "compound"
      ? own
      : tokens.slice(word.i + 1, word.i + 4).find((one) => one.head === word.head && one.deprel === "conj");
  if (object?.deprel !== "conj") return undefined;
  const first = tokens[object.head];
  const verb = first?.deprel === "obj" ? tokens[first.head] : undefined;
  if (verb?.xpos !== "VBG" || verb.i > word.i) return undefined;
  const stem = found[1]!.toLowerCase();
  const lemma = /^(?:injur|damag|forc|leav|displac|caus|tak)$/.test(stem)
    ? `${stem}e`
    : stem.replace(/pp$/, "p");
  return { verb, object, lemma };
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

/** The verb right behind a day that the parser put into the verb's subject. */
function verbBehind(tokens: readonly Token[], day: Token): Token | undefined {
  if (tokens[day.i - 1]?.form.toLowerCase() !== "on") return undefined;
  let subject = tokens[day.head];
  for (let steps = 0; subject !== undefined && steps < 4 && !subject.deprel.startsWith("nsubj"); steps++)
    subject = tokens[subject.head];
  const verb = subject?.deprel.startsWith("nsubj") ? tokens[subject.head] : undefined;
  if (verb?.upos !== "VERB" || verb.i < day.i) return undefined;
  // "the attack on Monday killed nine": an act's own day
  if (subject!.i === day.head && !people.has(subject!.lemma.toLowerCase())) return undefined;
  return tokens.slice(day.i + 1, verb.i).every((one) => one.head === verb.i && one.upos !== "PUNCT")
    ? verb
    : undefined;
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

/** "off" between a verb that it makes another of and the noun that hangs on that verb. */
function isParticle(tokens: readonly Token[], particle: Token): boolean {
  const verb = tokens[particle.i - 1];
  const noun = tokens[particle.head];
  if (verb?.upos !== "VERB" || noun?.head !== verb.i || !/^(?:obl|nmod)$/.test(noun.deprel)) return false;
  if (tokens.some((one) => one.head === verb.i && /^(?:obj|nsubj:pass|aux:pass)$/.test(one.deprel)))
    return false;
  return separables.has(`${verb.lemma.toLowerCase()}_${particle.form.toLowerCase()}`);
}

/** They take no object: "went off the road". */
const alone = /^(?:(?:go|walk|step|stand|set)_|break_out)/;

/** Verbs of the lexicon with a particle and an object of their own. */
const separables: ReadonlySet<string> = new Set(
  [...attitudeClasses, ...triggerClasses].flatMap(({ verbs }) =>
    (verbs ?? "")
      .split(" ")
      .filter((one) => /^[a-z]+_(?:off|out|up|down|back)$/.test(one) && !alone.test(one)),
  ),
);

/** "reports of soldiers being shot", "claims of troops looting": the noun of a claim, "of", and who right before the verb. */
function claimOfGerund(
  tokens: readonly Token[],
  verb: Token,
): { readonly noun: Token; readonly subject: Token } | undefined {
  let before = verb.i - 1;
  while (before > 0 && tokens[before]!.upos === "AUX") before--;
  if (verb.xpos === "VBN" && tokens[before + 1]?.xpos !== "VBG") return undefined;
  const subject = tokens[before];
  const noun = subject === undefined ? undefined : tokens[subject.head];
  if (subject?.deprel !== "nmod" || noun === undefined || noun.i > subject.i || noun.upos !== "NOUN")
    return undefined;
  if (!/^(?:acl|advcl)$/.test(verb.deprel) || !claims.has(noun.lemma.toLowerCase())) return undefined;
  const of = tokens.find((one) => one.head === subject.i && one.deprel === "case");
  return of?.lemma === "of" ? { noun, subject } : undefined;
}

/** The noun of a claim that is an object before a word. */
function claimBefore(tokens: readonly Token[], { i }: Token): Token | undefined {
  for (let k = i - 1; k >= Math.max(0, i - 20); k--)
    if (tokens[k]!.deprel === "obj" && claims.has(tokens[k]!.lemma.toLowerCase())) return tokens[k];
  return undefined;
}

const claims = new Set(claimNouns.split(" "));

/** The clause without a subject between a subject of a verb and that verb, which has another subject nearer to it. */
function saidBefore(tokens: readonly Token[], subject: Token): Token | undefined {
  const verb = tokens[subject.head];
  if (verb === undefined || verb.i < subject.i) return undefined;
  const below = tokens.filter((one) => one.head === verb.i && one.i > subject.i && one.i < verb.i);
  const clause = below.find(({ deprel }) => deprel === "ccomp");
  const other = below.some((one) => one.deprel === "nsubj" && clause !== undefined && one.i > clause.i);
  return clause !== undefined && other && lacksSubject(tokens, clause) ? clause : undefined;
}

/** Neither a subject nor an order: finite, or with a copula or an auxiliary. */
function lacksSubject(tokens: readonly Token[], head: Token): boolean {
  const below = tokens.filter((one) => one.head === head.i);
  if (below.some(({ deprel }) => /^(?:nsubj|csubj|expl)/.test(deprel))) return false;
  return /^VB[DZP]$/.test(head.xpos) || below.some(({ deprel }) => /^(?:aux|cop)/.test(deprel));
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

const saysClauses =
  /^(?:say|claim|think|believe|allege|insist|argue|maintain|contend|warn|fear|hope|add|deny)$/;

/** The root of a printed sentence, where it is a noun; headlines may go without a verb. */
function rootNoun({ tokens, blockKind }: Sentence): Token | undefined {
  if (/^head/.test(blockKind) || tokens.at(-1)?.form !== ".") return undefined;
  return tokens.find((one) => one.deprel === "root" && /^(NOUN|PROPN)$/.test(one.upos));
}

/** A subject before the verb, no auxiliary, no other object, and nothing before the noun that marks a circumstance. */
function isBareObject(tokens: readonly Token[], noun: Token, verb: Token): boolean {
  let subject = false;
  for (const one of tokens) {
    if (one.head === noun.i && /^(?:case|mark|advmod)$/.test(one.deprel)) return false;
    if (one.head !== verb.i) continue;
    if (/^(?:aux|obj|ccomp|nsubj:pass|cop)/.test(one.deprel)) return false;
    if (one.deprel === "nsubj" && one.i < verb.i) subject = true;
  }
  return (
    subject &&
    /^NNS?$|^NNP/.test(noun.xpos) &&
    !/day$|^(?:week|month|year|time|hour|night)s?$/i.test(noun.lemma)
  );
}

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

/** "by …" on a thing or place that a passive verb without an agent takes as a circumstance. */
function isStrayAgent(tokens: readonly Token[], token: Token, thing: Token): boolean {
  const verb = tokens[thing.head];
  if (verb?.xpos !== "VBN" || thing.deprel !== "obl" || thing.i < verb.i || token.i < thing.i) return false;
  if (token.i - verb.i > 20 || !things.has(thing.lemma.toLowerCase()) || !/^[A-Za-z]/.test(token.form))
    return false;
  const between = tokens.slice(Math.max(0, verb.i - 8), token.i);
  if (between.some((one) => one.head === verb.i && one.deprel === "obl:agent")) return false;
  if (
    /day$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
      token.lemma,
    )
  )
    return false;
  return (
    between.some((one) => one.head === verb.i && one.deprel === "aux:pass") &&
    between.some((one) => one.head === token.i && one.deprel === "case" && /^by$/i.test(one.form))
  );
}

const things = new Set(
  ["site", "vehicle", "vessel", "weapon", "shot", "explosive"].flatMap((name) =>
    objectNouns[name]!.split(" "),
  ),
);

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

/** The first word as a common noun, where it is tagged a name, stands in none, and lexicons know it for people. */
function openingNoun({ tokens, names }: Sentence): Token | undefined {
  const at = afterDateline(tokens);
  const first = tokens[at];
  if (first?.upos !== "PROPN" || !/^\p{Lu}\p{Ll}+$/u.test(first.form)) return undefined;
  if (names.some((name) => name.first === at) || tokens[at + 1]?.upos === "PROPN") return undefined;
  const form = first.form.toLowerCase();
  const lemma = [irregular.get(`NNS ${form}`), form.replace(/ies$/, "y"), form.replace(/s$/, "")].find(
    (one) => one !== undefined && one !== form && people.has(one),
  );
  return lemma === undefined ? undefined : { ...first, upos: "NOUN", xpos: "NNS", lemma };
}

const people: ReadonlySet<string> = new Set([...personNouns.split(" "), ...groupNouns, ...forceNouns]);

/** "Mayor denies army attacked camp": behind a word of saying, noun, participle and noun are a clause. */
function toldInHeadline(kind: string, tokens: readonly Token[], participle: Token): boolean {
  if (!/^head/.test(kind) || participle.xpos !== "VBN") return false;
  const noun = tokens[participle.head];
  const verb = noun === undefined ? undefined : tokens[noun.head];
  if (noun?.deprel !== "obj" || verb === undefined || verb.i > participle.i) return false;
  return saying.has(verb.lemma.toLowerCase()) && /^(NOUN|PROPN)$/.test(tokens[participle.i - 1]?.upos ?? "");
}

const saying = new Set(
  "say deny claim confirm allege admit insist fear believe report suggest reveal".split(" "),
);
