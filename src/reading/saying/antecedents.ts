/**
 * Speakers that point back: "he added", "they also said", "the official said", "the minister", "the agency". Who
 * spoke last comes before who was named last, as reports go on with a speaker until they name another.
 */
import { genderToldByName, nounGender, roleNouns } from "../../language/en/actors.ts";
import { personNouns } from "../../language/en/people.ts";
import type { ActorKind } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { ActorMention } from "../context.ts";
import { is, kid, kids, nounPhrase, type Tree } from "../tree.ts";

/** A speaker told before, with the sentence and block of the statement. */
export interface Told {
  readonly speaker: Speaker;
  readonly sentence: number;
  readonly block: number;
  readonly start: number;
  /** Where the statement ends, with who says it. */
  readonly end: number;
  readonly plural: boolean;
}

export interface PointingBack {
  readonly text: string;
  readonly tree: Tree;
  /** Head of the source. */
  readonly head: Token;
  /** Those who spoke before, latest last. */
  readonly told: readonly Told[];
  /** What the source resolves to by the names before it, if anything. */
  readonly mention: ActorMention | undefined;
  /** The sentence before, of the same block. */
  readonly above: Tree | undefined;
  /** Mentions of actors before the source, latest last. */
  readonly before: readonly ActorMention[];
  /** Where the words that the source says begin, if before it: who says them is not named in them. */
  readonly said: number;
}

/** Sentences back within which a speaker goes on. */
const near = 4;
/** Speakers and mentions looked back at: bounds the work on a report of thousands of names. */
const looked = 40;

/** The speaker that the source points back to; undefined where it names one itself or nobody fits. */
export function pointsBack(input: PointingBack): Speaker | undefined {
  const { head } = input;
  const pronoun = head.form.toLowerCase();
  if (/^(?:he|she)$/.test(pronoun))
    return (
      single(input, pronoun === "she" ? "f" : "m") ??
      (input.mention === undefined ? subject(input) : undefined)
    );
  if (pronoun === "they") return several(input);
  if (pronoun === "it") return body(input);
  return described(input);
}

function single(input: PointingBack, gender: "f" | "m"): Speaker | undefined {
  const { tree, told, mention } = input;
  const { index, block } = tree.sentence;
  for (let i = told.length - 1; i >= 0 && i >= told.length - looked; i--) {
    const one = told[i]!;
    if (index - one.sentence > near) return undefined;
    if (one.plural || !isOne(one.speaker) || !fits(one.speaker, gender) || isNamedIn(input, one.speaker))
      continue;
    // The names resolve it too: their answer stands where its name came after that statement.
    const goesOn = one.block === block || index - one.sentence === 1;
    if (
      mention !== undefined &&
      (!goesOn || namedSince(input, mention, one.end)) &&
      !isSubjectSince(input, one)
    )
      return undefined;
    return one.speaker;
  }
  return undefined;
}

/** "He said Moser had left": whom it names did not say it. */
function isNamedIn({ text, tree, head, said }: PointingBack, { kind, name }: Speaker): boolean {
  const surname = kind === "named" ? name?.split(/\s+/).at(-1) : undefined;
  if (surname === undefined) return false;
  // behind "he said" what is said, else before it
  const after = text.slice(head.end, tree.sentence.end);
  const own = after.split(/\s+/).length > 4 ? after : text.slice(Math.min(said, head.start), head.start);
  const at = own.indexOf(surname);
  return (
    at >= 0 &&
    !/[\p{L}\p{N}]/u.test(own[at + surname.length] ?? "") &&
    !/[\p{L}\p{N}]/u.test(own[at - 1] ?? "")
  );
}

/** "Al Saud knows what Sinwar may do. He said …": who spoke is also the subject of the sentence since, whoever else is named in it. */
function isSubjectSince({ before, above }: PointingBack, { speaker, end }: Told): boolean {
  const root = above?.sentence.tokens.find((one) => one.deprel === "root");
  const head = above === undefined || root === undefined ? undefined : kid(above, root, "nsubj");
  if (above === undefined || head === undefined || speaker.actor === undefined) return false;
  return before.some(
    ({ sentence, first, last, actor, form, start }) =>
      sentence === above.sentence.index &&
      start > end &&
      form === "name" &&
      actor.id === speaker.actor &&
      first <= head.i &&
      head.i <= last,
  );
}

const persons = new Set(personNouns.split(" "));

/** A spokesman of an office is a person, the office is not. */
const isPerson = ({ words }: Speaker) =>
  (words ?? "")
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => persons.has(word) && word !== "police");

const isOne = (speaker: Speaker) => {
  const { kind, count, name } = speaker;
  if ((count ?? 1) !== 1 || /^(?:who|that|which)$/i.test(name ?? "")) return false;
  return kind === "named" || kind === "anonymous" || (kind === "office" && isPerson(speaker));
};

/** "The senator criticised the raid. He said …": the unnamed subject of the sentence before. */
function subject({ text, above }: PointingBack): Speaker | undefined {
  const root = above?.sentence.tokens.find((one) => one.deprel === "root");
  const head = above === undefined || root === undefined ? undefined : kid(above, root, "nsubj");
  if (above === undefined || head === undefined || head.upos !== "NOUN" || isPlural(head)) return undefined;
  if (!persons.has(head.lemma.toLowerCase())) return undefined;
  const { start, end } = nounPhrase(above, head);
  const words = text.slice(start, end);
  return { kind: "anonymous", name: words.replace(/^(?:the|an?) /i, ""), words };
}

/** Neither a first name nor a noun of the other sex. */
const fits = (speaker: Speaker, gender: "f" | "m") => (genderOf(speaker) ?? gender) === gender;

/** By the first name, else the first word that tells ("the widow of a fisherman"), be it "she" for who was named before. */
function genderOf({ name, words }: Speaker): "f" | "m" | undefined {
  const known = genderToldByName(name?.split(" ")[0] ?? "");
  if (known !== undefined) return known;
  for (const word of (words ?? "").toLowerCase().split(/[^\p{L}-]+/u)) {
    const said = genderOfWord(word);
    if (said !== undefined) return said;
  }
  return undefined;
}

function genderOfWord(word: string): "f" | "m" | undefined {
  if (Object.hasOwn(nounGender, word)) return nounGender[word];
  if (/^(?:she|mrs|ms|miss)$/.test(word) || /woman$/.test(word)) return "f";
  return word === "he" || word === "mr" || /[^u]man$/.test(word) ? "m" : undefined;
}

function namedSince({ before, said }: PointingBack, mention: ActorMention, start: number): boolean {
  for (let i = before.length - 1; i >= 0 && i >= before.length - looked; i--) {
    const one = before[i]!;
    if (one.start < start) return false;
    if (one.start >= said) continue;
    if (one.form !== "pronoun" && one.actor.id === mention.actor.id) return true;
  }
  return false;
}

/** "It": the last body or document that spoke, in this sentence's neighbourhood. */
function body(input: PointingBack): Speaker | undefined {
  const { tree, told, mention } = input;
  const last = told.findLast(({ speaker }) => !isPerson(speaker) || speaker.kind === "document");
  // what the names say it is holds, unless that was only named in what a document said right before
  const within =
    last?.speaker.kind === "document" &&
    tree.sentence.index - last.sentence === 1 &&
    mention !== undefined &&
    !namedSince(input, mention, last.end);
  if (mention !== undefined && !within) return undefined;
  if (last === undefined || last.plural || tree.sentence.index - last.sentence > near / 2) return undefined;
  return /^(?:office|document|outlet)$/.test(last.speaker.kind) ? last.speaker : undefined;
}

/** "They": the last who spoke as several; an institution's own where nobody did. */
function several({ tree, told }: PointingBack): Speaker | undefined {
  for (let i = told.length - 1; i >= 0 && i >= told.length - looked; i--) {
    const one = told[i]!;
    if (tree.sentence.index - one.sentence > near) return undefined;
    if (one.plural) return one.speaker;
  }
  return undefined;
}

/** "The official", "the minister", "that person": whoever spoke, or was named, with that noun before. */
function described(input: PointingBack): Speaker | undefined {
  const { tree, head, told } = input;
  if (head.upos !== "NOUN" && head.upos !== "PROPN") return undefined;
  const determiner = kid(tree, head, "det");
  if (!/^(?:the|that|this|those|these)$/i.test(determiner?.form ?? "")) return undefined;
  if (kids(tree, head, "appos", "flat", "acl", "nmod", "compound", "nummod").length > 0) return undefined;
  const noun = singularOf(head.lemma.toLowerCase());
  const plural = isPlural(head);
  for (let i = told.length - 1; i >= 0 && i >= told.length - looked; i--) {
    const one = told[i]!;
    if (one.plural !== plural && !(plural && (one.speaker.count ?? 1) > 1)) continue;
    // "a report from Sgt. Roe" is no sergeant
    if (one.speaker.kind === "document" && offices.has(noun)) continue;
    if (hasNoun(one.speaker.words ?? "", noun)) return one.speaker;
  }
  if (plural) return undefined;
  return titled(input, noun) ?? institution(input, noun) ?? subjectNamed(input, noun);
}

const offices: ReadonlySet<string> = roleNouns;

/** "Pauline Mercadier has been speaking. The special envoy says …": the one person whom the sentence before is about. */
function subjectNamed({ above, before, tree }: PointingBack, noun: string): Speaker | undefined {
  if (above === undefined || !offices.has(noun)) return undefined;
  const root = above.sentence.tokens.find((one) => one.deprel === "root");
  const head = root === undefined ? undefined : kid(above, root, "nsubj");
  if (head === undefined) return undefined;
  const index = tree.sentence.index - 1;
  const named = before.filter(
    ({ sentence, actor, form }) => sentence === index && actor.kind === "person" && form === "name",
  );
  const subject = named.find(({ first, last }) => first <= head.i && head.i <= last);
  if (subject === undefined || new Set(named.map(({ actor }) => actor.id)).size > 1) return undefined;
  return { kind: "named", name: subject.actor.name, actor: subject.actor.id };
}

const singularOf = (lemma: string) => lemma.replace(/(?<=[^s])s$/, "");
const isPlural = (token: Token) =>
  token.xpos === "NNS" || token.xpos === "NNPS" || /Number=Plur/.test(token.feats);

function hasNoun(words: string, noun: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some(
      (word) =>
        word === noun || singularOf(word) === noun || word === `${noun}s` || abbreviated[word] === noun,
    );
}

/** "Gov. Anna Lindqvist" is the governor. */
const abbreviated: Readonly<Record<string, string>> = {
  gov: "governor",
  sen: "senator",
  rep: "representative",
  gen: "general",
  col: "colonel",
  capt: "captain",
  cmdr: "commander",
  lt: "lieutenant",
  maj: "major",
  sgt: "sergeant",
  insp: "inspector",
  supt: "superintendent",
  prof: "professor",
  amb: "ambassador",
};

/** Up to four words, of which none ends a sentence. */
const leftOf = new RegExp(`(?:(?:[\\p{L}’'-]+|(?:${Object.keys(abbreviated).join("|")})\\.) ){1,4}$`, "iu");

/** "Defence minister Anna Lindqvist", "Anna Lindqvist, the defence minister": the noun stands beside the name. */
function titled({ text, before }: PointingBack, noun: string): Speaker | undefined {
  for (let i = before.length - 1; i >= 0 && i >= before.length - looked; i--) {
    const { start, end, actor, form } = before[i]!;
    if (actor.kind !== "person" || form !== "name") continue;
    const left = leftOf.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? "";
    const inside = text.slice(start, end);
    const right =
      /^, (?:an? |the |who is |its |their |his |her )?(?:[\p{L}’'-]+ ?){1,6}/u.exec(
        text.slice(end, end + 80),
      )?.[0] ?? "";
    if (hasNoun(left.split(" ").slice(-4).join(" "), noun) || hasNoun(inside, noun) || hasNoun(right, noun))
      return { kind: "named", name: actor.name, actor: actor.id };
  }
  return undefined;
}

const bodies: Readonly<Record<string, readonly ActorKind[]>> = {
  agency: ["intergovernmental", "organisation", "ngo", "ministry"],
  organisation: ["intergovernmental", "organisation", "ngo"],
  organization: ["intergovernmental", "organisation", "ngo"],
  body: ["intergovernmental", "organisation", "ngo"],
  fund: ["intergovernmental", "organisation"],
  bank: ["intergovernmental", "organisation", "company"],
  company: ["company"],
  firm: ["company"],
  ministry: ["ministry"],
  department: ["ministry"],
  group: ["ngo", "organisation", "armed-group"],
  charity: ["ngo", "organisation"],
  newspaper: ["outlet"],
  paper: ["outlet"],
  broadcaster: ["outlet"],
  party: ["party"],
  court: ["court"],
  alliance: ["intergovernmental"],
  bloc: ["intergovernmental"],
  force: ["military"],
  army: ["military"],
};

/** "The agency": the last body of that kind that was named, within a few sentences. */
function institution({ tree, before }: PointingBack, noun: string): Speaker | undefined {
  const kinds = Object.hasOwn(bodies, noun) ? bodies[noun] : undefined;
  if (kinds === undefined) return undefined;
  for (let i = before.length - 1; i >= 0 && i >= before.length - looked; i--) {
    const { actor, form, sentence } = before[i]!;
    if (tree.sentence.index - sentence > near) return undefined;
    if (form !== "name" || !kinds.includes(actor.kind)) continue;
    return { kind: actor.kind === "outlet" ? "outlet" : "office", name: actor.name, actor: actor.id };
  }
  return undefined;
}

/** Whether a source stands for several. */
export function speaksAsSeveral(tree: Tree, head: Token, speaker: Speaker): boolean {
  if ((speaker.count ?? 1) > 1 || speaker.kind === "collective") return true;
  return (
    (isPlural(head) && speaker.kind === "anonymous") ||
    kids(tree, head, "conj").some((one) => !is(one, "punct"))
  );
}
