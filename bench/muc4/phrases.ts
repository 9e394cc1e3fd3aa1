/** What Sitrep reads in a message, as features of its noun phrases and sentences: the only door to the readers. */
import { groupNouns, roleNouns } from "../../src/language/en/actors.ts";
import { instrumentNouns, objectNouns } from "../../src/language/en/events.ts";
import type { Language } from "../../src/language/language.ts";
import type { Name, Sentence, Token } from "../../src/model/sentence.ts";
import type { Span } from "../../src/model/span.ts";
import type { Time } from "../../src/model/time.ts";
import type { Context } from "../../src/reading/context.ts";
import { refOf, rolesOf } from "../../src/reading/event/roles.ts";
import { isPersonNoun, type Trigger, triggersIn } from "../../src/reading/event/triggers.ts";
import { contextFor } from "../../src/reading/read.ts";
import { standingOf } from "../../src/reading/status.ts";
import { is, kid, kids, parent, type Tree, upward } from "../../src/reading/tree.ts";
import { isSmall } from "./capitals.ts";
import type { Message } from "./message.ts";

export interface Phrase {
  readonly sentence: number;
  /** Head token's offset. */
  readonly head: Span;
  readonly lemma: string;
  /** From the first modifier after articles and numbers to the head. */
  readonly base: Span;
  /** With its "of" complement. */
  readonly full: Span;
  /** A person's name within, without titles. */
  readonly person?: Span;
  /** Title or role beside a person's name. */
  readonly title?: Span;
  readonly name: string | undefined;
  /** Same thing within the message, where Sitrep resolves it. */
  readonly actor: string | undefined;
  readonly plural: boolean;
  readonly count: string | undefined;
  readonly countries: readonly string[];
  readonly features: readonly string[];
  /** Places of the phrase in the list of acts of its sentence that it takes part in. */
  readonly acts: readonly number[];
}

export interface Act {
  readonly lemma: string;
  readonly type: string;
  readonly status: string;
  readonly at: Span;
  readonly time: Time | undefined;
}

export interface SentenceFacts {
  readonly span: Span;
  readonly block: number;
  readonly acts: readonly Act[];
  readonly features: readonly string[];
  readonly times: readonly (Span & { readonly time: Time })[];
  readonly places: readonly (Span & { readonly country: string | undefined })[];
}

export interface Facts {
  readonly sentences: readonly SentenceFacts[];
  readonly phrases: readonly Phrase[];
}

export function factsOf(language: Language, message: Message): Facts {
  const { report } = message;
  const sentences = language.parse(report.text, report.blocks);
  const context = contextFor(report, sentences);
  const facts: SentenceFacts[] = [];
  const phrases: Phrase[] = [];
  for (const sentence of sentences) {
    const tree = context.treeAt(sentence.index);
    const triggers = triggersIn(tree);
    const takes = partsOf(context, tree, triggers);
    phrases.push(...phrasesOf(context, tree, triggers, takes));
    facts.push(sentenceFacts(context, tree, triggers));
  }
  return { sentences: facts, phrases };
}

/** Tokens by the part that they take in the sentence's acts. */
function partsOf(
  context: Context,
  tree: Tree,
  triggers: readonly Trigger[],
): Map<number, [string, number][]> {
  const takes = new Map<number, [string, number][]>();
  const heads = tree.sentence.tokens.filter((one) => one.upos === "NOUN" || one.upos === "PROPN");
  const refs = new Map(heads.map((one) => [one, refOf(context, tree, one)?.id]));
  triggers.forEach((trigger, k) => {
    const roles = rolesOf(context, tree, trigger);
    for (const [part, list] of [
      ["by", roles.actors],
      ["to", roles.recipients],
    ] as const)
      for (const ref of list)
        for (const [token, id] of refs)
          if (id === ref.id) {
            const row = takes.get(token.i) ?? [];
            row.push([part, k]);
            takes.set(token.i, row);
          }
  });
  return takes;
}

const nominal = (token: Token) =>
  token.upos === "NOUN" ||
  token.upos === "PROPN" ||
  (/^(?:JJ|CD|VBN|VBD)$/.test(token.xpos) &&
    /^(?:nsubj|obj|obl|nmod|conj)/.test(token.deprel) &&
    /^(?:wounded|dead|injured|killed|one|two|three)$/i.test(token.form));

function phrasesOf(
  context: Context,
  tree: Tree,
  triggers: readonly Trigger[],
  takes: ReadonlyMap<number, [string, number][]>,
): Phrase[] {
  const found: Phrase[] = [];
  const shared = sentenceMarks(context, tree, triggers);
  const titles = titleTokens(tree);
  const bag = [
    ...new Set(
      tree.sentence.tokens
        .filter((one) => one.upos === "VERB" || triggers.some((trigger) => trigger.token === one))
        .map((one) => `v=${one.lemma.toLowerCase()}`),
    ),
  ];
  for (const token of tree.sentence.tokens) {
    if (!nominal(token) || titles.has(token.i)) continue;
    if (is(token, "flat", "fixed") || (is(token, "compound") && !within(tree.sentence, token)?.length)) {
      // A modifier is no phrase of its own, but "FMLN guerrillas" names the FMLN.
      if (
        nameAt(tree.sentence, token)?.type !== "ORG" ||
        nameHead(tree, nameAt(tree.sentence, token)!) !== token
      )
        continue;
    }
    const name = nameAt(tree.sentence, token);
    if (name !== undefined && nameHead(tree, name) !== token) continue;
    found.push(phraseOf(context, tree, token, name, triggers, takes.get(token.i) ?? [], shared, bag));
  }
  return found;
}

/** Tokens of titles before persons' names, which are no phrases of their own. */
function titleTokens(tree: Tree): Set<number> {
  const found = new Set<number>();
  for (const name of tree.sentence.names) {
    if (!isPerson(tree, name)) continue;
    for (let i = titleStart(tree, name, name.first); i < name.first; i++) found.add(i);
  }
  return found;
}

/** A name of a person that is more than common words. */
function isPerson(tree: Tree, name: Name): boolean {
  if (name.type !== "PER") return false;
  return tree.sentence.tokens
    .slice(name.first, name.last + 1)
    .some((one) => !isSmall(one.form.toLowerCase()));
}

function titleStart(tree: Tree, name: Name, from: number): number {
  const { tokens } = tree.sentence;
  let start = Math.min(from, name.first);
  while (start > 0 && name.first - start < 8) {
    const before = tokens[start - 1]!;
    if (!/^(?:NOUN|PROPN|ADJ)$/.test(before.upos) || before.deprel === "conj") break;
    if (nameAt(tree.sentence, before)?.type === "PER") break;
    start--;
  }
  while (start < name.first && dropped.has(tokens[start]!.form.toLowerCase())) start++;
  return start;
}

function within(sentence: Sentence, token: Token): readonly Name[] {
  return sentence.names.filter((one) => one.first <= token.i && token.i <= one.last && one.type === "ORG");
}

function nameAt(sentence: Sentence, token: Token): Name | undefined {
  return sentence.names.find((one) => one.first <= token.i && token.i <= one.last);
}

/** The token of a name whose governor is outside of it. */
function nameHead(tree: Tree, name: Name): Token {
  const { tokens } = tree.sentence;
  for (let i = name.first; i <= name.last; i++) {
    const one = tokens[i]!;
    if (one.head < name.first || one.head > name.last) return one;
  }
  return tokens[name.last]!;
}

const dropped = new Set(
  "a an the this that these those his her its their our my your some several many few various more most other another both all any each every such same at least about approximately nearly over than some".split(
    " ",
  ),
);

function phraseOf(
  context: Context,
  tree: Tree,
  token: Token,
  name: Name | undefined,
  triggers: readonly Trigger[],
  parts: readonly [string, number][],
  shared: readonly string[],
  bag: readonly string[],
): Phrase {
  const { tokens, index } = tree.sentence;
  let first = name === undefined ? token.i : name.first;
  const last = name === undefined ? token.i : Math.max(name.last, token.i);
  while (first > 0) {
    const before = tokens[first - 1]!;
    if (!belongs(tree, before, token, first)) break;
    first--;
  }
  let count: string | undefined;
  while (first < token.i) {
    const word = tokens[first]!;
    if (word.upos === "NUM" || word.xpos === "CD") count = word.form;
    if (word.upos === "NUM" || word.upos === "PUNCT" || dropped.has(word.form.toLowerCase())) first++;
    else break;
  }
  let end = last;
  // Flat parts of a name that the tagger left out of it.
  for (const one of kids(tree, token, "flat")) if (one.i === end + 1) end = one.i;
  const base = { start: tokens[first]!.start, end: tokens[end]!.end };
  const of = kids(tree, token, "nmod").find(
    (one) => one.i > token.i && /^of$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  const full = of === undefined ? base : { start: base.start, end: Math.max(base.end, endOf(tree, of)) };
  const person =
    name !== undefined && isPerson(tree, name)
      ? { start: name.start, end: Math.max(name.end, base.end) }
      : undefined;
  const title = person === undefined ? undefined : titleOf(tree, token, first, name!);
  const mention = context.mentionAt(index, token.i);
  const actor = mention?.actor;
  const plural = /Number=Plur/.test(token.feats) || token.xpos === "NNS" || token.xpos === "NNPS";
  const own = ownMarks(tree, token, first, name, of, actor?.kind, plural, count !== undefined);
  const outer = outerMarks(tree, token, triggers, parts);
  const lemma = token.lemma.toLowerCase();
  const kinds = own.filter((one) => /^(h|cls)=/.test(one));
  const cls = own[0]!;
  return {
    sentence: index,
    head: { start: token.start, end: token.end },
    lemma,
    base,
    full,
    ...(person === undefined ? {} : { person }),
    ...(title === undefined ? {} : { title }),
    name: name?.type,
    actor:
      mention !== undefined && (mention.form === "name" || actor?.kind === "person") ? actor?.id : undefined,
    plural,
    count,
    countries: countriesOf(context, tokens[first]!.start, full.end),
    features: [
      ...own,
      ...outer,
      ...outer
        .filter((one) => /^(g|gt|by|to|tol|byl|gl)=/.test(one))
        .flatMap((one) => kinds.map((kind) => `${kind}&${one}`)),
      ...shared.map((one) => `s:${one}`),
      ...shared.flatMap((one) => (/^(t|first)=/.test(one) ? [`h=${lemma}&s:${one}`] : [])),
      ...shared.map((one) => `${cls}&s:${one}`),
      ...bag.map((one) => `s:${one}`),
    ],
    acts: [...new Set(parts.map(([, k]) => k))],
  };
}

/** A word before that belongs to the phrase. */
function belongs(tree: Tree, before: Token, head: Token, first: number): boolean {
  if (first - before.i > 1 || head.i - before.i > 9) return false;
  if (/^(?:PUNCT|ADP|VERB|AUX|CCONJ|SCONJ|PRON|PART)$/.test(before.upos) && before.form !== "-")
    if (!(before.upos === "VERB" && is(before, "amod"))) return false;
  return upward(tree, before).some((one) => one.i === head.i) || before.head === head.i;
}

function endOf(tree: Tree, token: Token): number {
  const name = nameAt(tree.sentence, token);
  let end = Math.max(token.end, name?.end ?? 0);
  for (const one of kids(tree, token, "flat")) end = Math.max(end, one.end);
  return end;
}

/** "former defense minister general" before a name, "mayor of Achi" beside it. */
function titleOf(tree: Tree, token: Token, first: number, name: Name): Span | undefined {
  const { tokens } = tree.sentence;
  const start = titleStart(tree, name, first);
  if (
    start < name.first &&
    tokens
      .slice(start, name.first)
      .some((one) => one.upos === "NOUN" || one.upos === "PROPN" || one.xpos === "NNP")
  )
    return { start: tokens[start]!.start, end: tokens[name.first - 1]!.end };
  const beside =
    kids(tree, token, "appos").find(
      (one) => one.upos === "NOUN" && nameAt(tree.sentence, one)?.type !== "PER",
    ) ?? (is(token, "appos") && parent(tree, token)?.upos === "NOUN" ? parent(tree, token) : undefined);
  if (beside === undefined) return undefined;
  let from = beside.i;
  while (from > 0 && belongs(tree, tokens[from - 1]!, beside, from)) from--;
  while (from < beside.i && dropped.has(tokens[from]!.form.toLowerCase())) from++;
  const of = kids(tree, beside, "nmod").find(
    (one) => one.i > beside.i && kid(tree, one, "case")?.form === "of",
  );
  return { start: tokens[from]!.start, end: of === undefined ? beside.end : endOf(tree, of) };
}

function countriesOf(context: Context, start: number, end: number): string[] {
  const found = new Set<string>();
  for (const mention of context.mentions) {
    if (mention.start >= end) break;
    if (mention.end > start && mention.actor.kind === "country" && mention.actor.country !== undefined)
      found.add(mention.actor.country);
  }
  return [...found];
}

/** What the phrase is. */
function ownMarks(
  tree: Tree,
  token: Token,
  first: number,
  name: Name | undefined,
  of: Token | undefined,
  kind: string | undefined,
  plural: boolean,
  counted: boolean,
): string[] {
  const { tokens } = tree.sentence;
  const lemma = token.lemma.toLowerCase();
  const marks = [
    `cls=${classOf(tree, token, name, kind)}`,
    `h=${lemma}`,
    `tag=${token.xpos}`,
    `kind=${kind ?? "-"}`,
    `name=${name?.type ?? "-"}`,
  ];
  if (lemma.length > 4) marks.push(`e=${lemma.slice(-3)}`);
  if (plural) marks.push("plural");
  if (counted) marks.push("counted", `h=${lemma}&counted`);
  for (let i = first; i < token.i; i++) marks.push(`m=${tokens[i]!.lemma.toLowerCase()}`);
  if (name !== undefined)
    for (let i = name.first; i <= name.last; i++) marks.push(`w=${tokens[i]!.form.toLowerCase()}`);
  if (of !== undefined)
    marks.push(`of=${of.lemma.toLowerCase()}`, `ofname=${nameAt(tree.sentence, of)?.type ?? "-"}`);
  const det = kid(tree, token, "det", "nmod:poss");
  marks.push(`det=${det === undefined ? "-" : det.form.toLowerCase()}`);
  if (kid(tree, token, "acl") !== undefined)
    marks.push(`acl=${kid(tree, token, "acl")!.lemma.toLowerCase()}`);
  for (const one of kids(tree, token, "appos", "nmod")) marks.push(`k=${one.lemma.toLowerCase()}`);
  return marks;
}

const classWords = new Map<string, string>();
for (const name of ["site", "vehicle", "vessel", "weapon", "goods", "group", "force", "place"] as const)
  for (const word of objectNouns[name]!.split(" ")) if (!classWords.has(word)) classWords.set(word, name);
for (const word of instrumentNouns.split(" ")) if (!classWords.has(word)) classWords.set(word, "weapon");

/** What kind of thing it is, by Sitrep's lexicons and names. */
function classOf(tree: Tree, token: Token, name: Name | undefined, kind: string | undefined): string {
  const lemma = token.lemma.toLowerCase();
  if (name !== undefined && isPerson(tree, name)) return "PER";
  const known = classWords.get(lemma);
  if (known !== undefined && name?.type !== "ORG") return known;
  if (name !== undefined && name.type !== "PER")
    return kind === undefined ? name.type : `${name.type}.${kind}`;
  if (isPersonNoun(token)) return roleNouns.has(lemma) ? "role" : "person";
  if (roleNouns.has(lemma)) return "role";
  if (groupNouns.has(lemma)) return "groups";
  return kind ?? (/(?:er|or|ist|man|men|ian)s?$/.test(lemma) ? "agent" : "thing");
}

/** Where the phrase stands: its governor, its part in the acts, its neighbours. */
function outerMarks(
  tree: Tree,
  token: Token,
  triggers: readonly Trigger[],
  parts: readonly [string, number][],
): string[] {
  const { tokens } = tree.sentence;
  const marks: string[] = [];
  for (const [part, k] of parts) {
    const { type, mode, lemma } = triggers[k]!;
    marks.push(part, `${part}=${type}.${mode ?? ""}`, `${part}l=${lemma}`);
  }
  let at = token;
  let relation = "";
  for (let step = 0; step < 5; step++) {
    const above = parent(tree, at);
    if (above === undefined) {
      marks.push("root");
      break;
    }
    const preposition = kid(tree, at, "case")?.form.toLowerCase() ?? "";
    const own = is(at, "conj", "appos", "flat")
      ? ""
      : `${at.deprel}${preposition === "" ? "" : `_${preposition}`}`;
    relation = relation === "" ? own : own === "" ? relation : `${relation}<${own}`;
    if (is(at, "conj", "appos")) marks.push(at.deprel);
    const trigger = triggers.find((one) => one.token.i === above.i);
    if (above.upos === "VERB" || trigger !== undefined || step === 0) {
      const passive = kid(tree, above, "aux:pass") !== undefined ? "P" : "";
      const lemma = above.lemma.toLowerCase();
      marks.push(`g${step === 0 ? "" : "+"}=${relation}${passive}<${lemma}`, `gl=${lemma}`, `gr=${relation}`);
      if (trigger !== undefined) marks.push(`gt=${relation}${passive}<${trigger.type}.${trigger.mode ?? ""}`);
      if (above.upos === "VERB") {
        const object = kid(tree, above, "obj");
        if (object !== undefined && object.i !== token.i)
          marks.push(`go=${relation}<${lemma}>${object.lemma.toLowerCase()}`);
        break;
      }
    }
    at = above;
  }
  for (const [offset, key] of [
    [-1, "p1"],
    [-2, "p2"],
    [1, "n1"],
    [2, "n2"],
  ] as const) {
    const one = tokens[token.i + offset];
    marks.push(`${key}=${one === undefined ? "-" : one.lemma.toLowerCase()}`);
  }
  return marks;
}

/** What a sentence as a whole says, briefly: for its phrases. */
function sentenceMarks(context: Context, tree: Tree, triggers: readonly Trigger[]): string[] {
  const { index } = tree.sentence;
  const marks = [`first=${index < 3 ? index : index < 6 ? "3-5" : index < 12 ? "6-11" : "12"}`];
  for (const { type, mode, token } of triggers) {
    if (type === undefined || !/^(ASSAULT|COERCE|THREATEN|MOBILIZE)$/.test(type)) continue;
    const { stage, polarity, certainty } = standingOf(tree, token);
    marks.push(`t=${type}.${mode ?? ""}`, `st=${stage ?? "-"}.${polarity ?? "-"}.${certainty}`);
  }
  if (marks.length === 1) marks.push("t=none");
  if (context.sayingAt({ start: tree.sentence.start + 1, end: tree.sentence.end - 1 }) !== undefined)
    marks.push("said");
  return [...new Set(marks)];
}

function sentenceFacts(context: Context, tree: Tree, triggers: readonly Trigger[]): SentenceFacts {
  const { sentence } = tree;
  const words = sentence.tokens.filter((one) => /^(?:NOUN|VERB|ADJ|PROPN|ADV)$/.test(one.upos));
  const bag = [...new Set(words.map((one) => one.lemma.toLowerCase()))];
  const roles = new Set<string>();
  const acts = triggers.map((trigger): Act => {
    const { actors, recipients } = rolesOf(context, tree, trigger);
    const key = `${trigger.type}.${trigger.mode ?? ""}`;
    for (const one of actors) roles.add(`by=${key}<${one.kind}`).add(`byw=${lastWord(one.name)}`);
    for (const one of recipients)
      roles.add(`to=${key}<${one.kind}`).add(`to=${trigger.lemma}<${lastWord(one.name)}`);
    const { stage, polarity, certainty } = standingOf(tree, trigger.token);
    return {
      lemma: trigger.lemma,
      type: key,
      status: `${stage ?? "-"}.${polarity ?? "-"}.${certainty}`,
      at: trigger.span,
      time: context.timeAt(sentence.index, trigger.token.i),
    };
  });
  const pairs = acts.flatMap((act) => [`a=${act.lemma}`, `a=${act.type}`, `a=${act.type}.${act.status}`]);
  const verbs = sentence.tokens.filter((one) => one.upos === "VERB");
  const frames = verbs.flatMap((verb) =>
    kids(tree, verb, "obj", "nsubj", "obl").map(
      (one) => `f=${verb.lemma}>${one.deprel}>${one.lemma.toLowerCase()}`,
    ),
  );
  return {
    span: { start: sentence.start, end: sentence.end },
    block: sentence.block,
    acts,
    features: [
      ...sentenceMarks(context, tree, triggers),
      ...bag.map((one) => `w=${one}`),
      ...new Set(pairs),
      ...roles,
      ...frames,
    ],
    times: context.timesIn(sentence).map(({ start, end, time }) => ({ start, end, time })),
    places: context
      .placesIn(sentence)
      .map(({ start, end, place }) => ({ start, end, country: place.country })),
  };
}

function lastWord(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1)!;
}
