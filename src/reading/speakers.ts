/** The speaker of a statement: what kind it is, who it resolves to within the report, how many, and why unnamed. */
import { groupNouns, institutionNouns, roleNouns } from "../language/en/actors.ts";
import { documentNouns } from "../language/en/cues.ts";
import { personNouns } from "../language/en/people.ts";
import { numbers } from "../language/en/time-words.ts";
import type { Actor } from "../model/actor.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker, SpeakerKind } from "../model/speaker.ts";
import type { ActorMention } from "./context.ts";
import type { Attribution } from "./sayings.ts";
import { is, kid, kids, parent, type Tree, treeOf } from "./tree.ts";

export interface SpeakerInput {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** By sentence, in text order. */
  readonly mentions: readonly (readonly ActorMention[])[];
  readonly actors: ReadonlyMap<string, Actor>;
}

/** Unnamed people who speak because of what they know. */
const anonymousNouns = new Set(
  "source official aide adviser advisor diplomat person people insider staffer operative employee individual man woman agent officer informant witness eyewitness executive lawmaker negotiator investigator representative figure member commander soldier worker lawyer prosecutor engineer colleague associate friend relative someone somebody anyone one authority discussion conversation".split(
    " ",
  ),
);

/** Who speaks for an institution without a name. */
const voiceNouns = new Set(
  "spokesman spokeswoman spokesperson representative statement announcement release".split(" "),
);

export function speakerOf(input: SpeakerInput, attribution: Attribution): Speaker {
  const { source, sentence } = attribution;
  if (source === undefined) return { kind: "unstated" };
  const at = input.sentences[sentence]!;
  const tree = treeOf(at);
  const words = input.text.slice(source.start, source.end);
  const head = antecedentOf(tree, attribution.sourceHead ?? lastToken(at, source), attribution.head);
  const inside = (input.mentions[sentence] ?? []).filter(
    (one) => one.start < Math.max(source.end, head.end) && one.end > Math.min(source.start, head.start),
  );
  const resolved = resolve(input, tree, head, inside);
  const count = countOf(tree, head);
  const reason = reasonOf(input.text, at);
  return {
    kind: resolved.kind,
    name: resolved.name ?? plainly(words),
    words,
    span: source,
    ...(resolved.actor === undefined ? {} : { actor: resolved.actor }),
    ...(count === undefined ? {} : { count }),
    ...(resolved.kind === "anonymous" && reason !== undefined ? { reason } : {}),
  };
}

interface Resolved {
  readonly kind: SpeakerKind;
  readonly name?: string;
  readonly actor?: string;
}

function resolve(input: SpeakerInput, tree: Tree, head: Token, inside: readonly ActorMention[]): Resolved {
  const own = inside.filter((one) => one.first <= head.i && one.last >= head.i && one.form !== "demonym");
  const lemma = singular(head);
  // A person named in the phrase: "a Clinton spokesman, Jesse Ferguson", "Defense Secretary X".
  const person = own.find((one) => one.actor.kind === "person") ?? named(tree, head, inside);
  if (person !== undefined) return { kind: "named", name: nameOf(input, person), actor: person.actor.id };
  if (documentNouns.has(lemma) && !(lemma === "report" && own.some((one) => one.actor.kind === "outlet"))) {
    return lemma === "statement" || lemma === "announcement"
      ? (officeInside(input, inside, head) ?? { kind: "document" })
      : { kind: "document" };
  }
  const signed = lastName(input.text, inside, head);
  if (signed !== undefined) return { kind: "named", name: nameOf(input, signed), actor: signed.actor.id };
  if (voiceNouns.has(lemma)) return officeInside(input, inside, head) ?? { kind: "office" };
  const actor = own[0];
  const plural =
    /Number=Plur/.test(head.feats) || /men$/i.test(head.form) || head.xpos === "NNS" || head.xpos === "NNPS";
  if (anonymousNouns.has(lemma))
    return { kind: "anonymous", ...(actor === undefined ? {} : { actor: actor.actor.id }) };
  if (actor !== undefined) {
    const { kind, id } = actor.actor;
    const name = nameOf(input, actor);
    if (kind === "outlet") return { kind: "outlet", name, actor: id };
    if (
      kind === "group" ||
      ((kind === "criminal-group" || kind === "armed-group") && actor.form === "description")
    )
      return { kind: plural || /ors?$/.test(lemma) ? "collective" : "anonymous", actor: id };
    if (kind !== "unknown") return { kind: "office", name, actor: id };
    return people.has(lemma)
      ? { kind: plural ? "collective" : "anonymous", actor: id }
      : { kind: "named", name, actor: id };
  }
  const institution = institutionNouns[lemma] !== undefined && !plural;
  if (institution) return { kind: institutionNouns[lemma] === "outlet" ? "outlet" : "office" };
  if (people.has(lemma)) return { kind: plural ? "collective" : "anonymous" };
  if (head.upos === "PROPN") return { kind: "named" };
  if (head.upos === "PRON")
    return { kind: /^(?:they|we|many|some|others|few|most)$/i.test(head.form) ? "collective" : "anonymous" };
  if (plural) return { kind: "collective" };
  const owned = kid(tree, head, "nmod:poss") !== undefined || inside.length > 0;
  return { kind: roleNouns.has(lemma) && owned ? "office" : "anonymous" };
}

/** "Counsel for the State, Jane Doe": a person's name that ends the phrase after a comma. */
function lastName(text: string, inside: readonly ActorMention[], head: Token): ActorMention | undefined {
  const last = inside.at(-1);
  return last !== undefined &&
    last.actor.kind === "person" &&
    last.form === "name" &&
    last.first > head.i + 1 &&
    /,\s*$/.test(text.slice(head.end, last.start))
    ? last
    : undefined;
}

/** A named person in apposition or as part of the phrase's name. */
function named(tree: Tree, head: Token, inside: readonly ActorMention[]): ActorMention | undefined {
  const beside = kids(tree, head, "appos", "flat");
  return inside.find(
    (one) =>
      one.actor.kind === "person" &&
      one.form === "name" &&
      beside.some((token) => token.i >= one.first && token.i <= one.last),
  );
}

/** "a Pentagon spokesman": the institution that modifies. */
function officeInside(
  input: SpeakerInput,
  inside: readonly ActorMention[],
  head: Token,
): Resolved | undefined {
  const office =
    inside.find((one) => (one.last < head.i || one.first > head.i ? one.actor.kind !== "group" : false)) ??
    inside.find((one) => one.form === "demonym");
  return office === undefined
    ? undefined
    : { kind: "office", name: nameOf(input, office), actor: office.actor.id };
}

function nameOf(input: SpeakerInput, mention: ActorMention): string {
  return input.actors.get(mention.actor.id)?.name ?? mention.actor.name;
}

/** "who", "which", "that" of a relative clause mean the noun that it modifies. */
function antecedentOf(tree: Tree, head: Token, cue: Token): Token {
  if (!/^(?:who|which|that|whom)$/i.test(head.form)) return head;
  for (const token of [cue, parent(tree, cue)]) {
    if (token !== undefined && is(token, "acl:relcl", "acl")) return parent(tree, token) ?? head;
  }
  const { tokens } = tree.sentence;
  const before = tokens[head.i - 1]?.form === "," ? tokens[head.i - 2] : tokens[head.i - 1];
  return before !== undefined && /^(?:NOUN|PROPN)$/.test(before.upos) ? before : head;
}

function lastToken(sentence: Sentence, span: Span): Token {
  return (
    sentence.tokens.findLast((one) => one.end <= span.end && one.upos !== "PUNCT") ?? sentence.tokens[0]!
  );
}

function countOf(tree: Tree, head: Token): number | undefined {
  const number = kid(tree, head, "nummod");
  if (number === undefined) return undefined;
  const value =
    numbers[number.form.toLowerCase()] ?? (/^\d{1,4}$/.test(number.form) ? Number(number.form) : undefined);
  return value !== undefined && value > 0 ? value : undefined;
}

/** The noun as the word lists have it; the tagger leaves "Fishermen" at a sentence's start as a name. */
function singular(head: Token): string {
  const lemma = head.lemma.toLowerCase();
  return lemma.endsWith("men") ? `${lemma.slice(0, -3)}man` : lemma;
}

const people = new Set(personNouns.split(" "));

/** Whether a noun can speak: people, institutions, documents; "the strike" and "the matter" can't. */
export function canSpeak(head: Token): boolean {
  const lemma = singular(head);
  if (head.upos === "PROPN") return true;
  if (head.upos === "PRON")
    return !/^(?:it|this|that|which|what|these|those|there|itself|i|we|you|me|us)$/i.test(head.form);
  if (head.upos === "NUM" || head.upos === "ADJ") return true;
  return (
    people.has(lemma) ||
    groupNouns.has(lemma) ||
    roleNouns.has(lemma) ||
    institutionNouns[lemma] !== undefined ||
    documentNouns.has(lemma) ||
    anonymousNouns.has(lemma) ||
    voiceNouns.has(lemma) ||
    /(?:ist|er|or|man|woman|ian|ant|ee)$/.test(lemma)
  );
}

const reasons =
  /\b(?:(?:who|and) )?((?:asked|requested|wished|wanted|declined|preferred) (?:not )?(?:to be (?:named|identified|quoted)|to remain anonymous|anonymity)|(?:spoke|speaking|talked)[^.;]{0,20} on (?:the )?condition of anonymity[^.;”"]{0,80}|(?:was|were|is|are) not authori[sz]ed to (?:speak|comment|discuss)[^.,;”"]{0,60}|not authori[sz]ed to (?:speak|comment|discuss)[^.,;”"]{0,60}|because of the sensitivity of[^.,;”"]{0,60}|for fear of[^.,;”"]{0,60})/i;

function reasonOf(text: string, sentence: Sentence): string | undefined {
  return reasons.exec(text.slice(sentence.start, sentence.end))?.[1]?.trim();
}

const plainly = (words: string) => words.replace(/^(?:the|a|an) /i, "").replace(/[\s,;:]+$/, "");
