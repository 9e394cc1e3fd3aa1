/** Verbs tagged or hung as something else, and what they take: past tenses, objects, agents, particles. */
import { attitudeClasses } from "../../language/en/attitudes.ts";
import { objectNouns, triggerClasses } from "../../language/en/events.ts";
import type { Token } from "../../model/sentence.ts";
import { type Draft, hang, isPassive, lacksSubject, type Mend, retag } from "./draft.ts";

/** "Demonstrators burned tyres": with a subject, an object and no auxiliary it is a past tense. */
export function plainPast(draft: Draft, token: Token): void {
  if (token.xpos === "VBN" && isPlainPast(draft.tokens, token)) retag(draft, token.i, { xpos: "VBD" });
}

/** "Poured petrol on the floor and set it alight": a bare form joined to a past, without a subject of its own, is a past too. */
export const pastLikeFirst: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || !/^VBP?$/.test(token.xpos) || head.i > token.i) return;
  if (!unchanged.test(token.form)) return;
  const below = draft.tokens.filter((one) => one.head === token.i && one.i < token.i);
  // "were intercepted, and most shells hit the port": with a subject too, behind what was
  const was = draft.tokens.some(
    ({ head: at, deprel, xpos }) => at === head.i && /^aux/.test(deprel) && xpos === "VBD",
  );
  const subject = below.some(({ deprel }) => /^nsubj/.test(deprel));
  if (subject && was && token.xpos === "VBP" && !below.some(({ deprel }) => deprel.startsWith("aux")))
    retag(draft, token.i, { xpos: "VBD" });
  if (head.xpos !== "VBD") return;
  const own = draft.tokens.some(
    (one) => one.head === token.i && one.i < token.i && /^(?:aux|nsubj|mark)/.test(one.deprel),
  );
  if (!own) retag(draft, token.i, { xpos: "VBD" });
};

/** Verbs whose past is their bare form. */
const unchanged = /^(?:set|hit|cut|shut|put|beat|burst|cast|hurt|split|spread|quit|let)$/i;

/** "A missile fired from the coast hit a house": the verb behind the participle is what the noun did. */
export function verbBehindParticiple(draft: Draft, token: Token): void {
  const did = /^VB[ND]$/.test(token.xpos) ? verbOfSubject(draft.tokens, token) : undefined;
  if (did === undefined) return;
  const { subject, verb } = did;
  hang(draft, verb.i, token.head, token.deprel);
  hang(draft, subject.i, verb.i, "nsubj");
  for (const one of draft.tokens)
    if (one.head === token.i && one.i > verb.i && one !== verb) hang(draft, one.i, verb.i, one.deprel);
  retag(draft, token.i, { xpos: "VBN", head: subject.i, deprel: "acl" });
}

/** "Three others were shot": what a passive auxiliary stands on is a participle. */
export const shotAsVerb: Mend = (draft, token) => {
  if (token.upos === "NOUN" && token.form.toLowerCase() === "shot" && isPassive(draft.tokens, token))
    retag(draft, token.i, { upos: "VERB", xpos: "VBN", lemma: "shoot" });
};

/** "The government imposed sanctions": a past verb between two nouns is no attribute of the second. */
export const verbAsAttribute: Mend = (draft, token, head) => {
  const { tokens } = draft;
  const { i } = token;
  const told = toldInHeadline(draft.kind, tokens, token);
  if (token.deprel !== "amod" || !(/^VB[DPZ]$/.test(token.xpos) || told) || head.i < i) return;
  if (!/^(NOUN|PROPN|PRON)$/.test(tokens[i - 1]?.upos ?? "")) return;
  const { head: above, deprel } = head;
  for (let k = 0; k < i; k++)
    if (tokens[k]!.head === head.i)
      hang(draft, k, i, /^(compound|nmod:desc|amod)$/.test(tokens[k]!.deprel) ? "nsubj" : tokens[k]!.deprel);
  hang(draft, i, above, told ? "ccomp" : deprel);
  if (told) retag(draft, i, { xpos: "VBD" });
  hang(draft, head.i, i, "obj");
};

/** "Would raise prices and hurt farmers", "vowed to cross the river and hit the depot": what has one form for all is listed with its like. */
export const bareAfterModal: Mend = (draft, token, head) => {
  if (token.deprel !== "conj" || head.xpos !== "VB" || !/^VB[DN]$/.test(token.xpos)) return;
  if (token.form.toLowerCase() !== token.lemma.toLowerCase()) return;
  if (draft.tokens.some((one) => one.head === token.i && /^(?:nsubj|aux|cop)/.test(one.deprel))) return;
  retag(draft, token.i, { xpos: "VB" });
};

/** "Gunmen killed at least 12 soldiers": what stands behind an active verb without a preposition is its object. */
export const bareObject: Mend = (draft, token, head) => {
  if (token.deprel !== "obl" || head.upos !== "VERB" || head.i > token.i) return;
  if (!isBareObject(draft.tokens, token, head)) return;
  hang(draft, token.i, head.i, "obj");
  if (head.xpos === "VBN") retag(draft, head.i, { xpos: "VBD" });
};

/** "Was planted outside the courthouse by the group": nobody makes a courthouse, so the group planted. */
export const strayAgent: Mend = (draft, token, head) => {
  if (token.deprel === "nmod" && /^(NOUN|PROPN)$/.test(token.upos) && isStrayAgent(draft.tokens, token, head))
    hang(draft, token.i, head.head, "obl:agent");
};

/** "Called off the protest": a particle taken for a preposition, where verb and particle are one word of the lexicon. */
export const particleAsCase: Mend = (draft, token, head) => {
  if (token.deprel !== "case" || !isParticle(draft.tokens, token)) return;
  hang(draft, head.i, token.i - 1, "obj");
  hang(draft, token.i, token.i - 1, "compound:prt");
};

/** "Called off on Monday", "ruled out sending": a particle right behind its verb is the verb's. */
export const particleBehindVerb: Mend = (draft, token) => {
  if (token.xpos === "RP" && token.head !== token.i - 1 && draft.tokens[token.i - 1]?.upos === "VERB")
    hang(draft, token.i, token.i - 1, "compound:prt");
};

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
