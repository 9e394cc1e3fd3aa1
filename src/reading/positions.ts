/** Positions: who supports, opposes or leaves open what is proposed, sets conditions for it, or denies intending it. */

import { institutionNouns, leaders, privateRoles, roleNouns, titles } from "../language/en/actors.ts";
import { deskNouns, partisanNouns } from "../language/en/stances.ts";
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Context } from "./context.ts";
import { canAct, refOf, slug } from "./event/roles.ts";
import { isPersonNoun } from "./event/triggers.ts";
import { isCondition } from "./position/conditions.ts";
import { fromDuty } from "./position/duties.ts";
import { fromHung } from "./position/hung.ts";
import { fromIntent, fromOffer, fromRefusal } from "./position/intents.ts";
import { proposalSpan } from "./position/proposals.ts";
import { fromReceived } from "./position/received.ts";
import { fromSide } from "./position/sides.ts";
import { fromStanceWord } from "./position/stance-words.ts";
import type { Stand } from "./position/stand.ts";
import { fromJudgement, fromPartisans } from "./position/views.ts";
import { speakerOf } from "./saying/voices.ts";
import { hedgesOn } from "./status/own-hedges.ts";
import { isBound } from "./status/safeguards.ts";
import { statusOf } from "./status.ts";
import { is, kids, nounPhrase, parent, spanOf, subtree, type Tree, upward } from "./tree.ts";

type PositionFinding = FindingOf<"position">;

export function readPositions(context: Context): PositionFinding[] {
  const found: PositionFinding[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    const here = new Map<string, PositionFinding>();
    for (const token of tree.sentence.tokens) {
      for (const stand of standsAt(tree, token)) {
        const finding = findingOf(context, tree, stand);
        if (finding === undefined) continue;
        const { actor, stance, proposal } = finding.position;
        const key = `${actor.id} ${stance} ${proposal.start}`;
        if (!here.has(key)) here.set(key, finding);
      }
    }
    found.push(...here.values());
  }
  return found;
}

function standsAt(tree: Tree, token: Token): Stand[] {
  const one =
    fromStanceWord(tree, token) ??
    fromIntent(tree, token) ??
    fromRefusal(tree, token) ??
    fromOffer(tree, token) ??
    fromHung(tree, token) ??
    fromSide(tree, token) ??
    fromReceived(tree, token) ??
    fromJudgement(tree, token) ??
    fromDuty(tree, token) ??
    fromPartisans(tree, token);
  if (one === undefined || isSupposed(tree, one.word) || isAsked(tree, one.word) || isNeither(tree, one.word))
    return [];
  return byHolder(one);
}

/** "Has neither supported nor opposed the plan", wherever the parser hung the "neither". */
function isNeither(tree: Tree, { i }: Token): boolean {
  const { tokens } = tree.sentence;
  const before = tokens[i - 1]?.form.toLowerCase();
  return (
    before === "nor" ||
    (before === "neither" && tokens.slice(i + 1, i + 4).some(({ form }) => /^nor$/i.test(form)))
  );
}

/** "Chile and Peru oppose the tax": each of them does. */
function byHolder(stand: Stand): Stand[] {
  const [first, ...others] = stand.holders;
  const beside = others.filter((one) => first !== undefined && one.head === first.i && is(one, "conj"));
  return [stand, ...beside.map((one) => ({ ...stand, holders: [one] }))];
}

/** "Why won't he release them?", also within a longer sentence. */
function isAsked(tree: Tree, word: Token): boolean {
  const next = tree.sentence.tokens.slice(word.i + 1).find((one) => /^[.?!]$/.test(one.form));
  return next?.form === "?";
}

/** "If the government insists on …", "whether they accept it": only supposed, so nobody's stand. */
function isSupposed(tree: Tree, word: Token): boolean {
  return upward(tree, word).some((one) =>
    kids(tree, one, "mark").some(
      (mark) =>
        mark.i < word.i &&
        /^(if|whether|unless|lest|suppose|supposing|provided|providing|once)$/i.test(mark.form),
    ),
  );
}

function findingOf(context: Context, tree: Tree, stand: Stand): PositionFinding | undefined {
  const { word } = stand;
  const stance =
    stand.stance === "supports" && isBound(context, tree.sentence) ? "conditional" : stand.stance;
  const span = { start: word.start, end: word.end };
  const said = context.speakerAt(span);
  const holder = stand.holders[0];
  if (holder !== undefined && holder.upos === "NOUN" && !canAct(context, tree, holder)) return undefined;
  // "people want order": anybody and nobody
  // "no regulator who pushed for it", "any party that backs it": nobody in particular
  if (
    holder !== undefined &&
    // "neither Chile nor Peru" names both
    holder.upos !== "PROPN" &&
    kids(tree, holder, "det").some((one) => /^(?:no|any|every|each|neither)$/i.test(one.form))
  )
    return undefined;
  if (
    holder !== undefined &&
    /^(?:people|person|everyone|everybody|anyone|nobody|some|many|other)s?$/i.test(holder.lemma)
  )
    return undefined;
  // what a court rejects or backs it has ruled: no stand of a party
  if (holder !== undefined && /^(?:court|judge|tribunal|jury|magistrate)s?$/i.test(holder.lemma))
    return undefined;
  const actor =
    (holder === undefined ? undefined : refOf(context, tree, holder)) ??
    (stand.spoken === true ? spokenBy(context, said) : fallbackActor(context, tree, stand, said));
  if (actor === undefined) return undefined;
  // "it will change nothing": no person
  if (actor.kind === "person" && /^(?:it|this|that)$/i.test(holder?.form ?? "")) return undefined;
  // "if he wins, he would rule by decree, Beck said": another's forecast, and no offer of his
  const another = said.actor !== undefined && said.actor !== actor.id && actor.kind === "person";
  if (another && stand.official === true && stance === "conditional") return undefined;
  // "there will be no charges, police said": how it stands, and no stand
  if (stand.spoken === true && stand.ofOffice === true && actor.kind === "police") return undefined;
  const lemma = holder?.lemma.toLowerCase() ?? "";
  const body =
    institutionNouns[lemma] !== undefined ||
    /^(?:force|troop|fighter|movement|faction|rebel|insurgent|militant|guerrilla|militia|leader|official|minister|side|union)s?$/.test(
      lemma,
    );
  if (stand.official === true && !body && !officials.test(actor.kind)) return undefined;
  const isPrivate = actor.kind === "person" && !holdsOffice(context, actor);
  if (isPrivate && (stand.official === true || stand.ofOffice === true)) return undefined;
  const proposal = proposalSpan(context, tree, stand);
  // "I don't want to": the rest is left out
  if (
    proposal === undefined ||
    /^(?:not )?(?:to|for|that)$/i.test(context.text.slice(proposal.start, proposal.end))
  )
    return undefined;
  // a day is no proposal
  if (context.timesIn(proposal).some((one) => one.start <= proposal.start && one.end >= proposal.end))
    return undefined;
  const time = context.timeAt(tree.sentence.index, word.i);
  return {
    kind: "position",
    id: "",
    evidence: {
      ...evidenceOf(tree, stand, proposal),
      hedges: hedgesOn(context, tree, word, proposal),
    },
    status: statusOf(tree, word),
    speaker:
      holder !== undefined && speaksItself(context, tree, stand, said, actor)
        ? speakerOf(context, tree, actor, holder)
        : said,
    actors: [actor],
    recipients: [],
    instruments: [],
    places: context.scenesIn(proposal),
    ...(time === undefined ? {} : { time }),
    position: { actor, stance, proposal },
  };
}

/** Who is reported to say so; of those without a name only who speaks for a house ("palace officials"). */
function spokenBy(context: Context, said: Speaker): ActorRef | undefined {
  const speaking = context.actors.find((one) => one.id === said.actor);
  if (speaking !== undefined && speaking.kind !== "court" && officials.test(speaking.kind))
    return { id: speaking.id, name: speaking.name, kind: speaking.kind };
  const words = said.words ?? said.name;
  if (
    words === undefined ||
    !words
      .toLowerCase()
      .split(/\W+/u)
      .some((one) => desks.has(one))
  )
    return undefined;
  const name = words.replace(/^(?:a|an|the|one|two|three|several|some)\s+/iu, "").slice(0, 80);
  return { id: `group:${slug(name)}`, name, kind: "group" };
}

const desks = new Set(deskNouns.split(" "));

/** The stand's own words with its condition: a sentence may hold two stands, and neither may be read for the other. */
function evidenceOf(tree: Tree, { word, holders, proposal: towards }: Stand, span: Span): Span {
  const proposal = "i" in towards && towards.upos === "PRON" ? spanOf([towards]) : span;
  const own = subtree(
    tree,
    word,
    (one) =>
      is(one, "parataxis", "conj", "advcl", "acl:relcl") &&
      one.i > word.i &&
      one.end > proposal.end &&
      !isCondition(tree, one),
  );
  const spans = [spanOf(own), proposal, ...holders.slice(0, 1).map((one) => nounPhrase(tree, one))].filter(
    (one) => one.start >= tree.sentence.start && one.end <= tree.sentence.end,
  );
  return { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
}

const officials =
  /^(person|country|government|ministry|military|police|legislature|court|party|armed-group|intergovernmental|organisation|company)$/;

/**
 * A person, or a group named for its stand, that takes one in words says so, unless another tells of it; "while critics
 * warn …" is nobody else's to tell. Where a state or a body stands is the report's to tell, unless it is quoted.
 */
function speaksItself(
  context: Context,
  tree: Tree,
  { saying, word, holders }: Stand,
  said: Speaker,
  actor: ActorRef,
): boolean {
  if (!saying) return false;
  const contrast = kids(tree, word, "mark").some((one) => /^(while|whereas|whilst)$/i.test(one.form));
  if (said.kind !== "unstated" && !contrast) return false;
  const holder = holders[0]!;
  if (actor.kind === "person" || isPersonNoun(holder) || holder.xpos === "NNS" || isPartisan(holder))
    return true;
  const { start, end } = spanOf(subtree(tree, word));
  return /[“"]/.test(context.text.slice(start, end));
}

const isPartisan = ({ lemma }: Token) => partisanNouns[lemma.toLowerCase()] !== undefined;

/** Somebody whose office the report names, or who leads a state: what others will and will not do is a private matter. */
function holdsOffice(context: Context, { id, name }: ActorRef): boolean {
  if (leaders[name] !== undefined || leaders[name.split(/\s+/).at(-1)!] !== undefined) return true;
  const roles = context.actors.find((one) => one.id === id)?.roles ?? [];
  return roles.some((role) =>
    role
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((word) => (roleNouns.has(word) || titles[word] === "") && !privateRoles.has(word)),
  );
}

/** Whose intent it is where the clause names nobody: the speaker, else whose matter the sentences tell of. */
function fallbackActor(context: Context, tree: Tree, stand: Stand, said: Speaker): ActorRef | undefined {
  const holder = stand.holders[0];
  if (holder !== undefined && holder.upos === "PRON" && !/^(they|he|she|we|i)$/i.test(holder.form))
    return undefined;

  const speaking = context.actors.find((one) => one.id === said.actor);
  // "We do not rule it out," an official said: who says so, and nobody named before
  const ours = holder?.upos === "PRON" && /^(?:we|i)$/i.test(holder.form);
  if (speaking === undefined && ours && said.words !== undefined) {
    const name = said.words.replace(/^(?:an?|the|one|another)\s+/iu, "").slice(0, 80);
    return /^(?:he|she|they|it|we|i)$/iu.test(name)
      ? undefined
      : { id: `group:${slug(name)}`, name, kind: "group" };
  }
  // who watches ("observers note that the intent was never to …") tells of another's intent
  if (speaking !== undefined && officials.test(speaking.kind))
    return { id: speaking.id, name: speaking.name, kind: speaking.kind };
  // a pronoun that stands for nobody known is not whoever was named last
  if (holder !== undefined && holder.upos === "PRON") return undefined;
  const before = context.mentions.filter(
    (one) =>
      one.end <= stand.word.start &&
      // a verb's subject stands in its own sentence, though the tree may have lost it
      one.sentence >= tree.sentence.index - (stand.word.upos === "VERB" ? 0 : 1) &&
      officials.test(one.actor.kind) &&
      isSubjectLike(context.treeAt(one.sentence), one.head),
  );
  return before.at(-1)?.actor;
}

/** A subject, an agent, or whose such a thing is ("the administration's focus"); never a place in which. */
function isSubjectLike(tree: Tree, at: number): boolean {
  const token = tree.sentence.tokens[at];
  if (token === undefined) return false;
  if (is(token, "nsubj", "obl:agent")) return true;
  const above = parent(tree, token);
  return above !== undefined && is(token, "nmod:poss", "compound", "amod") && is(above, "nsubj", "obl:agent");
}
