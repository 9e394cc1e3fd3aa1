/**
 * Events: the same happening in other words. Kind of act, who, whom, where, when and what must not conflict,
 * and enough of them must agree. One strike is not the campaign that it belongs to, and a denial stands on
 * its own side.
 */
import type { ActorKind, ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Place } from "../model/place.ts";
import type { Status } from "../model/status.ts";
import { agreement } from "./actors.ts";
import type { Kind } from "./join.ts";
import { countsIn } from "./numbers.ts";
import { nearness } from "./places.ts";
import { closeness, type Signature } from "./signature.ts";
import { day, meet, type Window, windowOfTime } from "./time.ts";
import { isDigest, sentenceOf, type Told, wordsAt } from "./told.ts";
import { classOf, contentOf, overlap, wordsOf } from "./words.ts";

export interface EventTraits {
  /** "" where PLOVER has none. */
  readonly type: string;
  readonly trigger: string;
  readonly denied: boolean;
  /** open: no report says how far it has got. */
  readonly stage: "deed" | "plan" | "open";
  /** Done again and again, or over more than some days: never one of its single acts. */
  readonly campaign: boolean;
  readonly background: boolean;
  /** The sentence in plain words: in two reports alike, it tells one thing. */
  readonly sentence: string;
  /** What the act is about: content words of the phrase, its trigger left out. */
  readonly about: ReadonlySet<string>;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly places: readonly Place[];
  /** When it happened or is to happen, as the report says. */
  readonly stated: Window | undefined;
  /** When it can have happened, from the day of the report, for what is told as news. */
  readonly implied: Window | undefined;
  readonly counts: ReadonlySet<string>;
  /** Content words of the sentence and of its report's title. */
  readonly context: ReadonlySet<string>;
  /** When it was told. */
  readonly told: number;
  readonly report: string;
  readonly signature: Signature;
  /** Stands in a headline or standfirst. */
  readonly digest: boolean;
}

/** A deed told without a day happened shortly before its report. */
const newsReach = 3 * day;
/** A time longer than this is that of a campaign. */
const longestAct = 10 * day;
/** What agrees must weigh so much for two tellings to be of one happening. */
const enough = 0.85;
/** One happening, but anything that agrees in more is the better one. */
const justEnough = 1.02;

const weights = {
  trigger: 0.3,
  type: 0.1,
  about: 0.5,
  aboutOneWord: 0.25,
  actorSame: 0.2,
  actorNear: 0.15,
  recipientSame: 0.2,
  recipientNear: 0.1,
  placeSame: 0.25,
  placeWithin: 0.1,
  dayMeets: 0.25,
  samePlan: 0.35,
  bareOnOneDay: 0.3,
  timeMeets: 0.1,
  impliedMeets: 0.05,
} as const;

/**
 * The affinity of two reports that speaks neither for nor against one happening (signature.ts). A plan is told again weeks
 * later, in reports that are mostly about what has come since.
 */
const usualOfDeeds = 0.2;
const usualOfPlans = 0.1;

/** Types of act by which armed bodies go somewhere and do something. */
const forces: ReadonlySet<string> = new Set(["ASSAULT", "MOBILIZE", "COERCE"]);

export const events: Kind<FindingOf<"event">, EventTraits> = {
  traits: eventTraits,
  keys: ({ trigger, type, about }) => {
    const family = forces.has(type) ? "force" : type;
    return [`trigger ${trigger}`, `${family} ${trigger}`, ...[...about].map((word) => `${family} ${word}`)];
  },
  fit: (a, b) => {
    const fit = likeness(a, b);
    if (fit === 0) return fit;
    const plan = a.stage === "plan" && b.stage === "plan";
    const close = closeness(a, b, plan ? usualOfPlans : usualOfDeeds);
    return Math.max(0, fit + (close < 0 && plan && haveOneScene(a, b) ? 0 : close));
  },
  conflict: (a, b) => a.denied !== b.denied || conflict(a, b),
};

/** Whether two tellings, affirmed or denied, are of one happening: 1 and more is yes, undefined a conflict. */
export function sameHappening(a: EventTraits, b: EventTraits): number | undefined {
  return conflict(a, b) ? undefined : likeness(a, b);
}

function likeness(a: EventTraits, b: EventTraits): number {
  const sameTrigger = a.trigger === b.trigger;
  const sameWords = sameTrigger && a.sentence === b.sentence && overlap(a.about, b.about).jaccard >= 0.5;
  if ((sameWords || isBareInOneSentence(a, b)) && Math.abs(a.told - b.told) <= newsReach) return 2;
  if (!sameTime(a, b)) return 0;
  if (isHeadlineOf(a, b) || isHeadlineOf(b, a)) return justEnough;
  const plan = onePlan(a, b);
  if (!sameTrigger && (a.type !== b.type || a.type === "") && !plan) return 0;
  const subject = sameTrigger ? aboutness(a.about, b.about) : aboutness(withTrigger(a), withTrigger(b));
  const scene = sceneWeight(a, b);
  if (!sameTrigger && !plan && (subject.shared < 2 || subject.contained < 0.5)) return 0;
  if (!sameTrigger && plan && !isSamePlan(a, b)) return 0;
  const dated = sameTrigger && isBareOnOneDay(a, b);
  if (subject.shared === 0 && !scene.exact && !dated) return 0;
  return (
    ((sameTrigger ? weights.trigger : 0) +
      (a.type === b.type || plan ? weights.type : 0) +
      (plan && !sameTrigger ? weights.samePlan : 0) +
      (dated ? weights.bareOnOneDay : subject.weight) +
      scene.weight) /
    enough
  );
}

/** "The strike", with nothing said of it, in two prints of about one sentence: the print is what tells them alike. */
function isBareInOneSentence(a: EventTraits, b: EventTraits): boolean {
  if (a.trigger !== b.trigger || a.about.size > 0 || b.about.size > 0 || a.report === b.report) return false;
  return overlap(contentOf(a.sentence), contentOf(b.sentence)).jaccard >= 0.6;
}

/** A headline tells what its report tells in full: the same kind of act, and about the same. */
function isHeadlineOf(a: EventTraits, b: EventTraits): boolean {
  if (a.report !== b.report || !a.digest || b.digest || a.stage !== b.stage) return false;
  const plan = a.stage === "plan" && forces.has(a.type) && forces.has(b.type);
  if (!plan && (a.type !== b.type || a.type === "")) return false;
  const { shared } = overlap(withTrigger(a), withTrigger(b));
  const counted = overlap(a.counts, b.counts);
  if (a.counts.size > 0 && b.counts.size > 0 && counted.shared === 0) return false;
  return shared >= 2 || (shared === 1 && (plan || counted.shared > 0));
}

/** "The strike of 22 September", with nothing else said of it: the day names it. */
function isBareOnOneDay(a: EventTraits, b: EventTraits): boolean {
  return sameDay(a, b) && a.type !== "" && a.type === b.type && Math.min(a.about.size, b.about.size) <= 1;
}

/** What cannot be one happening, however alike it is worded. */
function conflict(a: EventTraits, b: EventTraits): boolean {
  if (a.stage === "deed" && b.stage === "deed" && a.campaign !== b.campaign) return true;
  if (isLongBefore(a, b) || isLongBefore(b, a)) return true;
  if (a.stated !== undefined && b.stated !== undefined && !meet(a.stated, b.stated, day / 2)) return true;
  if (agreement(a.actors, b.actors) === "apart" && areProper(a.actors) && areProper(b.actors)) return true;
  if (
    agreement(a.recipients, b.recipients) === "apart" &&
    areProper(a.recipients) &&
    areProper(b.recipients)
  ) {
    return true;
  }
  return nearness(a.places, b.places) === "apart";
}

/** Whether the two can be of one time. News of undated deeds is of about the days when it was told. */
function sameTime(a: EventTraits, b: EventTraits): boolean {
  if (isRunning(a) !== isRunning(b) && (a.stage === "deed") !== (b.stage === "deed")) return false;
  const bothStated = a.stated !== undefined && b.stated !== undefined;
  if (!bothStated && a.background !== b.background) return false;
  if (a.stage === "plan" || b.stage === "plan" || a.campaign) return true;
  const [one, other] = [a.stated ?? a.implied, b.stated ?? b.implied];
  if (one === undefined || other === undefined || !meet(one, other)) return false;
  // Without a common day, four killed and eleven killed are two happenings as far as anyone can tell.
  const counted = a.counts.size > 0 && b.counts.size > 0 && overlap(a.counts, b.counts).shared === 0;
  return sameDay(a, b) || !counted;
}

function sameDay(a: EventTraits, b: EventTraits): boolean {
  return a.stated !== undefined && b.stated !== undefined && isShort(a.stated) && isShort(b.stated);
}

/** A plan is told by whichever of its acts a report finds telling: a landing, a crossing, a raid. */
function onePlan(a: EventTraits, b: EventTraits): boolean {
  return (
    a.stage === "plan" &&
    b.stage === "plan" &&
    forces.has(a.type) &&
    forces.has(b.type) &&
    a.report !== b.report
  );
}

/**
 * Two acts of one plan: by the same side at the same place, and told in sentences that share what it is
 * about. Acts of one report stay apart, as the report tells them apart.
 */
function isSamePlan(a: EventTraits, b: EventTraits): boolean {
  const actors = agreement(a.actors, b.actors);
  const places = nearness(a.places, b.places);
  const { shared, contained } = overlap(a.context, b.context);
  return (
    ((actors === "same" || actors === "near") &&
      (places === "same" || places === "within") &&
      ((shared >= 4 && contained >= 0.3) || overlap(withTrigger(a), withTrigger(b)).shared >= 3)) ||
    haveOneTarget(a, b)
  );
}

/** One state's plan for one place is told again in reports of anything. */
function haveOneScene(a: EventTraits, b: EventTraits): boolean {
  const places = nearness(a.places, b.places);
  return agreement(a.actors, b.actors) === "same" && (places === "same" || places === "within");
}

/** A raid on smugglers' stores and an order to destroy the stores: what is to be hit is the same, whoever is named. */
function haveOneTarget(a: EventTraits, b: EventTraits): boolean {
  const { shared, contained } = overlap(targetOf(a), targetOf(b));
  return shared >= 2 && contained >= 0.5;
}

/** What the act is about, without the names of who acts and of where. */
function targetOf({ about, actors, places }: EventTraits): ReadonlySet<string> {
  const names = contentOf([...actors, ...places].map(({ name }) => name).join(" "));
  return new Set([...about].filter((word) => !names.has(word)));
}

function withTrigger({ about, trigger }: EventTraits): ReadonlySet<string> {
  return new Set([...about, trigger]);
}

function aboutness(one: ReadonlySet<string>, other: ReadonlySet<string>) {
  const { shared, contained, jaccard } = overlap(one, other);
  // One shared word out of many is chance; one out of one or two may be what the act is about.
  const oneWord = jaccard >= 0.3 || contained === 1 ? weights.aboutOneWord * contained : 0;
  return { shared, contained, weight: shared > 1 ? weights.about * contained : oneWord };
}

/** Who, whom, where and when, as far as they agree; exact where a place or a recipient is the same one. */
function sceneWeight(a: EventTraits, b: EventTraits): { weight: number; exact: boolean } {
  const actors = agreement(a.actors, b.actors);
  const recipients = agreement(a.recipients, b.recipients);
  const places = nearness(a.places, b.places);
  let weight = 0;
  if (actors === "same") weight += weights.actorSame;
  if (actors === "near") weight += weights.actorNear;
  if (recipients === "same") weight += weights.recipientSame;
  if (recipients === "near") weight += weights.recipientNear;
  if (places === "same") weight += weights.placeSame;
  if (places === "within") weight += weights.placeWithin;
  if (sameDay(a, b)) weight += weights.dayMeets;
  else if (a.stated !== undefined && b.stated !== undefined) weight += weights.timeMeets;
  else if (a.stage === "deed" && b.stage === "deed" && !a.campaign) weight += weights.impliedMeets;
  return { weight, exact: places === "same" || recipients === "same" };
}

export function eventTraits(told: Told<FindingOf<"event">>): EventTraits {
  const { event, status, actors, recipients, places, time, instruments } = told.finding;
  const trigger = classOf(event.lemma);
  const about = contentOf(
    [wordsAt(told, event.what), ...instruments, ...recipients.map(({ name }) => name)].join(" "),
  );
  about.delete(trigger);
  const stage = stageOf(status);
  const dated = windowOfTime(time);
  // A time that is past when a plan is told is that of the planning ("authorised on Monday"), not of the act.
  const stated = stage === "plan" && dated !== undefined && dated.from <= told.time ? undefined : dated;
  const background = event.background === true;
  return {
    type: event.type ?? "",
    trigger,
    denied: status?.polarity === "denied",
    stage,
    campaign: event.habitual === true || (stated !== undefined && stated.to - stated.from > longestAct),
    background,
    about,
    actors,
    recipients,
    places,
    stated,
    implied: background ? undefined : { from: told.time - newsReach, to: told.time + day },
    counts: countsIn(sentenceOf(told)),
    sentence: wordsOf(sentenceOf(told)).join(" "),
    context: contentOf(`${sentenceOf(told)} ${told.report.title ?? ""}`),
    told: told.time,
    report: told.report.id,
    signature: told.signature,
    digest: isDigest(told),
  };
}

/** A campaign that goes on: the next plan for it is another thing. */
function isRunning({ stage, campaign }: EventTraits): boolean {
  return stage === "deed" && campaign;
}

/** A deed done well before the other was told as still ahead. */
function isLongBefore(deed: EventTraits, plan: EventTraits): boolean {
  return (
    deed.stage === "deed" &&
    plan.stage === "plan" &&
    deed.stated !== undefined &&
    deed.stated.to < plan.told - 10 * day
  );
}

function stageOf(status: Status | undefined): EventTraits["stage"] {
  switch (status?.stage) {
    case undefined:
      return "open";
    case "done":
    case "under-way":
    case "attempted":
      return "deed";
    default:
      return "plan";
  }
}

function isShort({ from, to }: Window): boolean {
  return to - from <= 3 * day;
}

const properKinds: ReadonlySet<ActorKind> = new Set(["person", "country", "government", "company"]);

/** Known by name: "the navy" and "soldiers" may be one, Mexico and Cuba are not. */
function areProper(actors: readonly ActorRef[]): boolean {
  return actors.every(
    ({ kind, country, wikidata }) => properKinds.has(kind) || country !== undefined || wikidata !== undefined,
  );
}
