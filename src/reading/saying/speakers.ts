/** The speaker of a statement: what kind it is, who it resolves to within the report, how many, and why unnamed. */
import { bodyNouns, groupNouns, institutionNouns, roleNouns, titles } from "../../language/en/actors.ts";
import { documentNouns } from "../../language/en/cues.ts";
import { personNouns } from "../../language/en/people.ts";
import { numbers, weekdays } from "../../language/en/time-words.ts";
import type { Actor } from "../../model/actor.ts";
import type { Sentence, Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Speaker, SpeakerKind } from "../../model/speaker.ts";
import type { ActorMention } from "../context.ts";
import { is, kid, kids, nounPhrase, parent, type Tree, treeOf } from "../tree.ts";
import { pointsBack, speaksAsSeveral, type Told } from "./antecedents.ts";
import type { Attribution } from "./attribution.ts";

export interface SpeakerInput {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** By sentence, in text order. */
  readonly mentions: readonly (readonly ActorMention[])[];
  readonly actors: ReadonlyMap<string, Actor>;
  /** All of them in text order. */
  readonly inOrder: readonly ActorMention[];
  /** Persons by their last name, and those of three names by the second, the first of two surnames. */
  readonly people: ReadonlyMap<string, readonly Actor[]>;
  readonly firstSurnames: ReadonlyMap<string, readonly Actor[]>;
}

/** A speaker, and how it is remembered for those that point back to it. */
export interface Spoken {
  readonly speaker: Speaker;
  readonly told: Told | undefined;
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

/** `told`: who spoke before in the report, latest last. */
export function speakerOf(input: SpeakerInput, attribution: Attribution, told: readonly Told[]): Spoken {
  const { source, sentence } = attribution;
  if (source === undefined) return { speaker: { kind: "unstated" }, told: undefined };
  const at = input.sentences[sentence]!;
  const tree = treeOf(at);
  const words = input.text.slice(source.start, source.end);
  const named = attribution.sourceHead ?? lastToken(at, source);
  const head = afterPossessive(at, source, antecedentOf(tree, named, attribution.head));
  const inside = (input.mentions[sentence] ?? []).filter(
    (one) => one.start < Math.max(source.end, head.end) && one.end > Math.min(source.start, head.start),
  );
  const own = inside.find((one) => one.first <= head.i && one.last >= head.i && one.form !== "demonym");
  const described = own === undefined || own.form !== "name";
  const back = described
    ? pointsBack({
        text: input.text,
        tree,
        head,
        told,
        mention: own,
        above:
          at.block === input.sentences[sentence - 1]?.block
            ? treeOf(input.sentences[sentence - 1]!)
            : undefined,
        before: input.inOrder.slice(0, firstFrom(input.inOrder, head.start)),
        said: attribution.content[0]?.start ?? head.start,
      })
    : undefined;
  const titled = honorific.test(words) ? withSurname(input, words) : besideTitle(words);
  const resolved = back ?? titled ?? resolve(input, tree, head, inside);
  const count = countOf(tree, head) ?? back?.count;
  const reason =
    (resolved.kind === "anonymous" ? reasonOf(input.text, at, source) : undefined) ?? back?.reason;
  const noun = !/^(?:who|which|that|whom)$/i.test(named.form)
    ? words
    : input.text.slice(nounPhrase(tree, head).start, nounPhrase(tree, head).end);
  const speaker: Speaker = {
    kind: resolved.kind,
    name: resolved.name ?? plainly(noun),
    words,
    span: source,
    ...(resolved.actor === undefined ? {} : { actor: resolved.actor }),
    ...(count === undefined ? {} : { count }),
    ...(reason === undefined ? {} : { reason }),
  };
  const plural =
    back === undefined
      ? speaksAsSeveral(tree, head, speaker)
      : (told.findLast((one) => one.speaker === back)?.plural ?? false);
  // Who is pointed back to keeps the words that it was first told with.
  const kept =
    back?.words === undefined ? speaker : { ...speaker, words: `${back.words}; ${words}`.slice(0, 200) };
  return {
    speaker,
    told: {
      speaker: kept,
      sentence,
      block: at.block,
      start: Math.min(at.start, source.start),
      end: Math.max(source.end, ...attribution.content.map((part) => part.end)),
      plural,
    },
  };
}

const honorific = /^(?:Mr|Ms|Mrs|Dr|Mx|Sir|Dame)\.? \p{Lu}/u;

/** "The presiding judge, Dr Ulla Hemme": a title and a name that end the phrase. */
function besideTitle(words: string): Resolved | undefined {
  const name =
    /^[^,]{3,60}, (?:Mr|Ms|Mrs|Dr|Mx|Sir|Dame)\.? (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3})$/u.exec(
      words,
    )?.[1];
  return name === undefined ? undefined : { kind: "named", name };
}

/** "Ms Shemwetta": the one person of the report with that surname, else whoever it is, by that name. */
function withSurname(input: SpeakerInput, words: string): Resolved | undefined {
  const surname = /^\S+ (?:\p{Lu}[\p{L}’'-]*\.? )*?(\p{Lu}[\p{L}’'-]+)(?:,|$)/u.exec(words)?.[1];
  if (surname === undefined) return undefined;
  const known = input.people.get(surname) ?? input.firstSurnames.get(surname);
  return known === undefined || known.length !== 1
    ? { kind: "named" }
    : { kind: "named", name: known[0]!.name, actor: known[0]!.id };
}

/** Index of the first mention that starts at or after an offset. */
function firstFrom(mentions: readonly ActorMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
  const person =
    own.find((one) => one.actor.kind === "person" && one.form === "name") ??
    named(tree, head, inside) ??
    (own.some((one) => one.form === "name") ? undefined : lastName(input.text, inside, head)) ??
    own.find((one) => one.actor.kind === "person");
  if (person !== undefined) return { kind: "named", name: nameOf(input, person), actor: person.actor.id };
  if (documentNouns.has(lemma) && !(lemma === "report" && own.some((one) => one.actor.kind === "outlet"))) {
    return lemma === "statement" || lemma === "announcement"
      ? (officeInside(input, tree, inside, head) ?? { kind: "document" })
      : { kind: "document" };
  }
  const signed = lastName(input.text, inside, head);
  if (signed !== undefined) return { kind: "named", name: nameOf(input, signed), actor: signed.actor.id };
  if (voiceNouns.has(lemma)) return officeInside(input, tree, inside, head) ?? { kind: "office" };
  // "the defence says": who pleads a case
  if (
    /^(?:defen[cs]e|prosecution)$/.test(lemma) &&
    head.upos === "NOUN" &&
    kids(tree, head, "compound").length === 0
  )
    return { kind: "office" };
  const actor = own[0];
  const plural =
    /Number=Plur/.test(head.feats) || /men$/i.test(head.form) || head.xpos === "NNS" || head.xpos === "NNPS";
  // "The Provincial Health Services Authority" is a body by its name; "the authorities" are nobody named
  if (anonymousNouns.has(lemma)) {
    const known = actor === undefined ? {} : { actor: actor.actor.id };
    const body = tree.sentence.names.find(
      ({ first, last, type }) => type === "ORG" && first < last && first <= head.i && head.i <= last,
    );
    return body === undefined || plural
      ? { kind: "anonymous", ...known }
      : { kind: "office", name: input.text.slice(body.start, body.end), ...known };
  }
  if (actor !== undefined) {
    const { kind, id } = actor.actor;
    const name = nameOf(input, actor);
    if (kind === "outlet") return { kind: "outlet", name, actor: id };
    if (
      kind === "group" ||
      ((kind === "criminal-group" || kind === "armed-group") && actor.form === "description")
    )
      return { kind: plural || /ors$/.test(lemma) ? "collective" : "anonymous", actor: id };
    if (kind !== "unknown" || isBodyName(tree, head)) return { kind: "office", name, actor: id };
    return people.has(lemma)
      ? { kind: plural ? "collective" : "anonymous", actor: id }
      : { kind: "named", name, actor: id };
  }
  const institution = institutionNouns[lemma] !== undefined && !plural;
  if (institution) return { kind: institutionNouns[lemma] === "outlet" ? "outlet" : "office" };
  if (bodyNouns.has(lemma) && head.upos === "NOUN" && !plural) return { kind: "office" };
  if (people.has(lemma)) return { kind: plural ? "collective" : "anonymous" };
  if (head.upos === "PROPN" || (/^\p{Lu}{2}/u.test(head.form) && !people.has(lemma)))
    return { kind: isSeveral(tree, head) ? "collective" : isBodyName(tree, head) ? "office" : "named" };
  if (head.upos === "PRON")
    return { kind: /^(?:they|we|many|some|others|few|most)$/i.test(head.form) ? "collective" : "anonymous" };
  if (plural) return { kind: "collective" };
  const owned = kid(tree, head, "nmod:poss") !== undefined || inside.length > 0;
  return { kind: roleNouns.has(lemma) && owned ? "office" : "anonymous" };
}

/** "The Directorate", "the Front": no person's name stands under an article. */
function isBodyName(tree: Tree, head: Token): boolean {
  if (head.upos !== "PROPN" || head.xpos !== "NNP" || people.has(singular(head))) return false;
  const { names, tokens } = tree.sentence;
  if (names.some(({ type, first, last }) => type === "PER" && first <= head.i && head.i <= last))
    return false;
  return kids(tree, head, "det").some(
    ({ form, i }) => /^the$/i.test(form) && tokens[i + 1]?.upos === "PROPN",
  );
}

/** "All Cuban-Americans", "many Democrats". */
const isSeveral = (tree: Tree, head: Token) =>
  head.xpos === "NNPS" && kids(tree, head, "det", "amod").some(({ form }) => several.test(form));

const several = /^(?:all|some|many|most|few|several|other)$/i;

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
  // "Secretary of State Ann Roe", "Health Commissioner Dr. Ann Roe": the office, without "the", and right behind it who holds it
  const title = head.form.toLowerCase();
  const office =
    (title in titles || (roleNouns.has(title) && /^\p{Lu}/u.test(head.form))) &&
    kid(tree, head, "det", "nmod:poss") === undefined;
  return inside.find(
    (one) =>
      one.actor.kind === "person" &&
      one.form === "name" &&
      (beside.some((token) => token.i >= one.first && token.i <= one.last) ||
        (office && isPortfolio(tree, head.i + 1, one.first))),
  );
}

/** A few capitalised words with "of" or "for" among them, none of them of a person's name. */
const isPortfolio = (tree: Tree, from: number, to: number) =>
  to > from &&
  to - from <= 4 &&
  tree.sentence.tokens.slice(from, to).every(({ form }) => /^(?:\p{Lu}|(?:of|for|and)$)/u.test(form));

/** "A statement by the ministry", "from the office of the mayor". */
function isOwner(tree: Tree, head: Token, { head: at }: ActorMention): boolean {
  let one: Token | undefined = tree.sentence.tokens[at];
  for (let steps = 0; one !== undefined && steps < 4; steps++) {
    const word = kid(tree, one, "case")?.form.toLowerCase() ?? "";
    if (one.head === head.i) return /^(?:by|from|of|for|’s|'s|)$/.test(word);
    if (!is(one, "nmod", "nmod:poss", "compound", "appos", "flat", "amod")) return false;
    one = parent(tree, one);
  }
  return false;
}

/** "a Pentagon spokesman": the institution that modifies. */
function officeInside(
  input: SpeakerInput,
  tree: Tree,
  inside: readonly ActorMention[],
  head: Token,
): Resolved | undefined {
  // "a statement agreed at a meeting in Luxembourg": where, and not whose
  const written = documentNouns.has(singular(head));
  const office =
    inside.find(
      (one) =>
        (one.last < head.i || one.first > head.i) &&
        one.actor.kind !== "group" &&
        !(written && one.first > head.i && !isOwner(tree, head, one)),
    ) ?? inside.find((one) => one.form === "demonym");
  if (office === undefined) return undefined;
  if (office.actor.kind === "person" && people.has(singular(head))) {
    // "spokesman Adam Brody" names him; who speaks for a person is not that person
    return office.form === "name" && office.first === head.i + 1
      ? { kind: "named", name: nameOf(input, office), actor: office.actor.id }
      : { kind: "office" };
  }
  return { kind: "office", name: nameOf(input, office), actor: office.actor.id };
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

/** "President X’s office": the noun behind the possessive, where the parser took the name before it. */
function afterPossessive({ tokens }: Sentence, source: Span, head: Token): Token {
  if (head.upos !== "PROPN") return head;
  const mark = tokens.find(
    (one) => one.i > head.i && one.i <= head.i + 4 && one.xpos === "POS" && one.end < source.end,
  );
  if (mark === undefined) return head;
  let noun = head;
  for (let i = mark.i + 1; i < tokens.length && tokens[i]!.end <= source.end; i++) {
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(tokens[i]!.upos)) break;
    if (tokens[i]!.upos !== "ADJ") noun = tokens[i]!;
  }
  return noun;
}

function lastToken(sentence: Sentence, span: Span): Token {
  return (
    sentence.tokens.findLast((one) => one.end <= span.end && one.upos !== "PUNCT") ?? sentence.tokens[0]!
  );
}

function countOf(tree: Tree, head: Token): number | undefined {
  // "One of the officials".
  const number =
    head.upos === "NUM" && kid(tree, head, "nmod") !== undefined ? head : kid(tree, head, "nummod");
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
  if (head.upos === "PROPN" || /^\p{Lu}{2}/u.test(head.form)) return true;
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
    bodyNouns.has(lemma) ||
    /(?:ist|er|or|man|woman|ian|ant|ee)$/.test(lemma)
  );
}

/** "Friday saw the team free a boy", "2011 saw …": a day or a year tells nothing. */
export const isDay = ({ form }: Token) =>
  Object.hasOwn(weekdays, form.toLowerCase()) || /^(?:1[89]|20)\d\d$/.test(form);

const reasons =
  /\b((?:asked|requested|wished|wanted|declined|preferred|insisted)(?: that \w+)? (?:me |us |\w+ paper )?(?:not )?(?:to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|(?:on )?anonymity|to leave (?:his|her|their) names? out|to withhold (?:his|her|their) names?)[^,.;”"]{0,90}|(?:spoke|speaking|talked)[^.;,”"]{0,20} on (?:the )?condition (?:of anonymity|that [^.;,”"]{0,40})[^.;,”"]{0,90}|(?:(?:was|were|is|are|because \w+ (?:was|were)) )?not authori[sz]ed to (?:speak|comment|discuss)[^.,;”"]{0,60}|because of the sensitivity of[^.,;”"]{0,60}|for fear of[^.,;”"]{0,60})/i;

/** Why a speaker of this sentence stays unnamed: said of the source, or anywhere where it is the only one. */
function reasonOf(text: string, sentence: Sentence, source: Span): string | undefined {
  const match = reasons.exec(text.slice(Math.min(source.start, sentence.start), sentence.end));
  return match?.[1]?.replace(/ (?:said|says|told|added)\b.*$/i, "").trim();
}

/** What is asked for, where it is only not to be named. */
export function asksAnonymity(text: string, attribution: Attribution): string | undefined {
  const last = Math.max(attribution.cue.end, ...attribution.content.map((part) => part.end));
  if (!/^(?:ask|request|wish|want|decline|prefer|insist|speak|talk)$/.test(attribution.head.lemma))
    return undefined;
  return reasons
    .exec(text.slice(attribution.cue.start, Math.min(last, attribution.cue.start + 200)))?.[1]
    ?.trim();
}

/** Without article, and without the clause that says why somebody stays unnamed. */
const plainly = (words: string) =>
  words
    .replace(
      /,? (?:and )?who (?:asked|spoke|requested|declined|insisted|was not|were not|wanted|wished).*$/s,
      "",
    )
    .replace(/^(?:the|a|an) /i, "")
    .replace(/[\s,;:]+$/, "");
