/** Events: what the report says was done, is being done, or may be, with who, to whom, where, when and how far it has got. */
import { unscheduled } from "../language/en/standing-words.ts";
import type { ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Status } from "../model/status.ts";
import type { Time } from "../model/time.ts";
import type { Context } from "./context.ts";
import { actSpan, isBareNoun, subjectOf } from "./event/acts.ts";
import { joined, type Mention } from "./event/event-joining.ts";
import { isByNature } from "./event/natural-causes.ts";
import { callsOff, openActsIn } from "./event/open-acts.ts";
import { rolesOf } from "./event/roles.ts";
import { type Trigger, triggersIn } from "./event/triggers.ts";
import { voiceAt } from "./saying/voices.ts";
import { isInfinitive } from "./status/form.ts";
import { hedgesOn } from "./status/own-hedges.ts";
import { guarded } from "./status/safeguards.ts";
import { attitudeOf, type Standing, standingOf, statusFrom } from "./status.ts";
import { clauseOf, is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";

type EventFinding = FindingOf<"event">;

export function readEvents(context: Context): EventFinding[] {
  const mentions: Mention[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    for (const trigger of [...triggersIn(tree), ...openActsIn(context, tree)]) {
      const mention = mentionOf(context, tree, trigger);
      if (mention !== undefined) mentions.push(mention);
    }
    mentions.push(...steps(context, tree, mentions));
  }
  mentions.sort((a, b) => a.finding.event.trigger.start - b.finding.event.trigger.start);
  return joined(mentions.filter(tells));
}

/**
 * An act that is only wished, opposed or asked about is a position's or a question's matter, no event; so
 * is a noun of which nothing is said ("an expert on air strikes").
 */
function tells({ finding: { status }, trigger, anaphoric, standing }: Mention): boolean {
  // "stopped short of saying that it would", "did not say that they had": nobody says so
  if (status?.certainty === "unknown" && standing.under[0] === "say") return false;
  if (status === undefined || status.stage !== undefined || status.polarity === undefined) return true;
  if (status.certainty === "unknown") return false;
  return status.certainty !== "asserted" || status.polarity === "denied" || !trigger.nominal || anaphoric;
}

/** Types of act that nature can be taken for the doer of. */
const forces = /^(?:ASSAULT|COERCE|MOBILIZE|SANCTION)$/;

function mentionOf(context: Context, tree: Tree, trigger: Trigger): Mention | undefined {
  const standing = standingOf(tree, trigger.token);
  if (standing.under[0] === "want" && trigger.nominal && standing.stage === undefined) return undefined;
  const roles = rolesOf(context, tree, trigger);
  const clause = clauseSpan(tree, trigger.token);
  const speaker = voiceAt(context, tree, trigger.token, trigger.span);
  const passing = trigger.nominal ? passingOf(context, tree, trigger) : undefined;
  const time = timeOf(context, tree, trigger, passing);
  const told = calledOff(context, tree, trigger, standing) ?? statusFor(trigger, standing, time);
  const status = isToCome(standing, time, context)
    ? { ...told, stage: "planned" as const }
    : withAnnouncement(tree, trigger, told, standing, speaker.actor, roles.actors);
  const background = time !== undefined && isEarlier(time, context);
  const known = background ? isOfYear(context, tree, trigger) : isOfPastDay(context, tree, trigger, standing);
  const past = known ? asDone(status) : status;
  const what = actSpan(tree, trigger);
  const shared = subjectOf(tree, trigger, what);
  // a name that the report resolves is given in full by the actor
  const named = shared?.upos === "PROPN" && context.actorAt(tree.sentence.index, shared.i) !== undefined;
  const subject =
    shared === undefined || (named && roles.actors.length > 0) ? undefined : nounPhrase(tree, shared);
  const natural = !trigger.nominal && forces.test(trigger.type ?? "") && isByNature(tree, trigger.token);
  const finding: EventFinding = {
    kind: "event",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: hedgesOn(context, tree, trigger.token, what),
    },
    status: guarded(context, tree, trigger.token, past, time),
    speaker,
    actors: roles.actors,
    recipients: roles.recipients,
    instruments: roles.instruments,
    places: placesOf(context, clause, roles),
    ...(time === undefined ? {} : { time }),
    event: {
      ...(trigger.type === undefined || natural ? {} : { type: trigger.type }),
      ...(trigger.mode === undefined || natural ? {} : { mode: trigger.mode }),
      ...(trigger.context === undefined ? {} : { context: trigger.context }),
      words: context.text.slice(trigger.span.start, trigger.span.end),
      trigger: trigger.span,
      lemma: trigger.lemma,
      what,
      ...(subject === undefined ? {} : { subject }),
      ...(standing.habitual ? { habitual: true } : {}),
      ...(background ? { background: true } : {}),
    },
  };
  return {
    finding,
    trigger,
    standing,
    anaphoric: isAnaphoric(tree, trigger),
    bare: trigger.nominal && isBareNoun(tree, trigger.token),
    headline: tree.sentence.blockKind === "headline",
    ownDay: trigger.nominal && namesDay(context, tree, trigger.token),
    passing,
  };
}

/** "The second phase was cancelled": the act told is that something is off. */
function calledOff(
  context: Context,
  tree: Tree,
  trigger: Trigger,
  { stage, polarity, certainty }: Standing,
): Status | undefined {
  const { token, type, nominal, span } = trigger;
  if (type !== undefined || nominal || stage !== "done" || polarity !== "affirmed") return undefined;
  return callsOff(context, tree, token) ? { stage: "called-off", certainty, carriers: [span] } : undefined;
}

/** "The 1988 bombing", "the killing of two clerks in 2012": one known by a year in its own phrase. */
function isOfYear(context: Context, tree: Tree, { nominal, token }: Trigger): boolean {
  const known =
    nominal &&
    kids(tree, token, "det", "nmod:poss").some((one) => !/^(?:an?|any|some|no|another)$/i.test(one.form));
  if (!known) return false;
  return context.timesIn(nounPhrase(tree, token)).some(({ time }) => /\b\d{4}\b/.test(time.words));
}

/** "To give details of a shooting last night": where nothing but an infinitive or a future stands above. */
function isOfPastDay(
  context: Context,
  tree: Tree,
  { nominal, token }: Trigger,
  { under }: Standing,
): boolean {
  const known = kids(tree, token, "det").some(({ form }) => form.toLowerCase() === "the");
  // "arranged the murder of 4 June"
  const open = under.some((one) => one !== "allege" && !(known && one === "plan"));
  if (!nominal || open || !unscheduled.has(token.lemma.toLowerCase())) return false;
  const published = context.report.published?.value.slice(0, 10);
  if (published === undefined) return false;
  return context
    .timesIn(nounPhrase(tree, token))
    .some(({ time }) => time.to !== undefined && time.to !== null && time.to.slice(0, 10) < published);
}

const ahead = new Set(["discussed", "planned", "authorised", "announced", "threatened"]);

/** Whatever it was ordered, planned or debated by, an act of years ago that is known by its year took place. */
function asDone(status: Status): Status {
  if (status.polarity !== "affirmed" || !ahead.has(status.stage ?? "")) return status;
  return { ...status, stage: "done", certainty: "asserted" };
}

/** In its phrase, or right behind it, wherever the parser hangs that. */
function namesDay(context: Context, tree: Tree, noun: Token): boolean {
  if (holdsDay(context, nounPhrase(tree, noun))) return true;
  const behind = { start: noun.end, end: Math.min(tree.sentence.end, noun.end + longDate) };
  return context
    .timesIn(behind)
    .some(({ time, start }) => /^(?:DATE|TIME)$/.test(time.type) && start <= noun.end + ofDay);
}

const holdsDay = (context: Context, span: Span) =>
  context.timesIn(span).some(({ time }) => time.type === "DATE" || time.type === "TIME");

/** Characters of a date, and of the preposition before it. */
const longDate = 40;
const ofDay = 4;

/** "Jailed on Sunday for the murder of a clerk": the murder has its own day or none that is told. */
function timeOf(
  context: Context,
  tree: Tree,
  { token }: Trigger,
  passing: Mention["passing"],
): Time | undefined {
  if (passing !== "given" && passing !== "named") return context.timeAt(tree.sentence.index, token.i);
  return context.timesIn(nounPhrase(tree, token)).find(({ time }) => time.type !== "SET")?.time;
}

/** Prepositions before what happened: "died in an ambush", "fled after the raid". */
const happening =
  /^(?:in|during|after|before|since|following|amid|amidst|at|by|from|through|throughout|until|despite|upon|because|due)$/;

/** Prepositions before how something is done, or what for: "under escort", "as retaliation". */
const manner = /^(?:under|with|against|as|about|for|to|towards?)$/;

/** How a noun hangs on another word by a preposition or as its owner, uncounted; undefined where it does not. */
function passingOf(context: Context, tree: Tree, trigger: Trigger): Mention["passing"] {
  const { token } = trigger;
  if (kid(tree, token, "nummod") !== undefined) return undefined;
  if (!is(token, "nmod", "obl") || is(token, "obl:agent")) return undefined;
  const own = nounPhrase(tree, token);
  const preposition = kid(tree, token, "case")?.form.toLowerCase();
  if (holdsDay(context, own)) return "dated";
  if (context.placesIn(own).length > 0 && (preposition === undefined || !manner.test(preposition)))
    return "dated";
  // "in protest", "under escort", "with approval": how, not what else
  const counted = token.xpos.endsWith("S") || kid(tree, token, "det", "nmod:poss", "amod") !== undefined;
  if (preposition !== undefined && happening.test(preposition) && counted) return "told";
  // "jailed for the murder of two couriers", "the end of the siege of the town"
  const done = trigger.type === "ASSAULT" || (preposition === "of" && isHappening(tree, parent(tree, token)));
  return done && isDefined(tree, token) ? "given" : "named";
}

const isHappening = (tree: Tree, noun: Token | undefined) =>
  noun !== undefined &&
  (attitudeOf(tree, noun) !== undefined || triggersIn(tree).some((one) => one.token.i === noun.i));

/** "the murder of …", "its raid on …": one that is known. */
function isDefined(tree: Tree, noun: Token): boolean {
  return kids(tree, noun, "det", "nmod:poss").some((one) => !/^(?:an?|any|some|no|another)$/i.test(one.form));
}

/** "meets again in Arusha on 12 November": a present told of a day to come is a plan. */
function isToCome(standing: Standing, time: Time | undefined, context: Context): boolean {
  const published = context.report.published?.value.slice(0, 10);
  return standing.habitual && published !== undefined && time?.from !== undefined && time.from > published;
}

function statusFor(trigger: Trigger, standing: Standing, time: Time | undefined): Status {
  // A campaign that was begun or launched goes on, and so do strikes told of "since September".
  const begun = trigger.lasting && standing.under.some((one) => one === "carry out" || one === "begin");
  const goesOn = trigger.nominal && standing.stage === "done" && (begun || time?.to === null);
  const stage = goesOn ? "under-way" : standing.stage;
  return statusFrom({ ...standing, stage });
}

/** "France said it would send troops": who will act says so, which announces it. */
function withAnnouncement(
  tree: Tree,
  trigger: Trigger,
  status: Status,
  standing: Standing,
  speaker: string | undefined,
  actors: readonly ActorRef[],
): Status {
  // "announced that it would begin fining drivers"
  const begins = standing.under[0] === "begin" && standing.certainty === "possible";
  const says =
    (standing.future || begins) &&
    status.stage === "planned" &&
    status.polarity === "affirmed" &&
    !standing.conditional;
  // "said that they blocked the door to keep him out": what for
  const purpose = standing.under.length === 0 && isInfinitive(tree, trigger.token);
  if (!says || purpose || speaker === undefined || !actors.some((actor) => actor.id === speaker))
    return status;
  return { ...status, stage: "announced", certainty: "asserted" };
}

/** The clause's own words: for hedges and places. */
function clauseSpan(tree: Tree, token: Token): Span {
  const clause = clauseOf(tree, token);
  return spanOf(
    subtree(
      tree,
      clause,
      (one) => is(one, "acl:relcl", "parataxis", "advcl") && one.i > token.i && !is(one, "conj"),
    ),
  );
}

function placesOf(context: Context, clause: Span, roles: { actors: readonly ActorRef[] }): Place[] {
  const names = new Set(roles.actors.map((actor) => actor.name));
  const places = new Map<string, Place>();
  for (const place of context.scenesIn(clause))
    if (!names.has(place.name)) places.set(place.id ?? place.name, place);
  return [...places.values()];
}

const earlier = 270 * 24 * 3600 * 1000;

/** Nine months before the publication, or a year before the report's latest, is background. */
function isEarlier(time: Time, context: Context): boolean {
  const published = context.report.published?.value;
  if (time.to === undefined || time.to === null) return false;
  if (published !== undefined) {
    const [end, now] = [Date.parse(time.to), Date.parse(published)];
    return Number.isFinite(end) && Number.isFinite(now) && now - end > earlier;
  }
  return false;
}

/** "the operation", "these strikes", "the attacks": takes up what was told before. */
function isAnaphoric(tree: Tree, trigger: Trigger): boolean {
  if (!trigger.nominal) return false;
  return kids(tree, trigger.token, "det", "nmod:poss").some((one) =>
    /^(the|this|that|these|those|such|both|its|their)$/i.test(one.form),
  );
}

/**
 * Steps in an act's life told of a pronoun or of its plan: "it was abandoned", "the plan was approved".
 * The act is the last one named before.
 */
function steps(context: Context, tree: Tree, before: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const token of tree.sentence.tokens) {
    if (token.upos !== "VERB") continue;
    const attitude = attitudeOf(tree, token);
    if (attitude === undefined || !/^(call off|authorise|postpone)$/.test(attitude.name)) continue;
    const object = kid(tree, token, "nsubj:pass") ?? kid(tree, token, "obj");
    if (object === undefined || !standsForAct(tree, object)) continue;
    const act = lastBefore(before, token.start);
    if (act === undefined) continue;
    const own = standingOf(tree, token);
    const effect = own.polarity === "denied" ? attitude.negated : attitude.holds;
    const real = !own.future && own.certainty === "asserted";
    if (!real || effect.stage === undefined || effect.stage === "none") continue;
    const trigger: Trigger = {
      ...act.trigger,
      token,
      span: { start: token.start, end: token.end },
      nominal: false,
    };
    const standing: Standing = {
      ...own,
      stage: effect.stage,
      polarity: effect.unpolar ? undefined : effect.flips ? "denied" : "affirmed",
      under: [attitude.name],
    };
    const mention = mentionOf(context, tree, trigger);
    if (mention === undefined) continue;
    const { recipients, places, instruments } = act.finding;
    // who takes the step, where its clause says so: "the president has not approved the plan"
    const actors = mention.finding.actors.length > 0 ? mention.finding.actors : act.finding.actors;
    found.push({
      ...mention,
      standing,
      anaphoric: false,
      finding: {
        ...mention.finding,
        actors,
        recipients,
        places,
        instruments,
        status: statusFor(trigger, standing, mention.finding.time),
      },
    });
  }
  return found;
}

const planNouns =
  /^(plan|proposal|scheme|idea|strategy|option|operation|mission|campaign|move|measure|decision|offer)$/;

function standsForAct(tree: Tree, token: Token): boolean {
  if (token.xpos === "WDT") return false;
  if (/^(it|they|them|this|that)$/i.test(token.form) && token.upos === "PRON") return true;
  if (!planNouns.test(token.lemma)) return false;
  return (
    kids(tree, token, "det").some((one) => /^(the|that|this|those|these)$/i.test(one.form)) &&
    kid(tree, token, "acl", "nmod", "compound") === undefined
  );
}

function lastBefore(mentions: readonly Mention[], start: number): Mention | undefined {
  let best: Mention | undefined;
  for (let i = mentions.length - 1; i >= 0 && i >= mentions.length - 12; i--) {
    const one = mentions[i]!;
    if (one.finding.event.trigger.start >= start) continue;
    if (best === undefined || one.finding.event.trigger.start > best.finding.event.trigger.start) best = one;
  }
  return best;
}
