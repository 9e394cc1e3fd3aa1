/**
 * Events: the same happening in other words. Kind of act, who, whom, where, when and what must not conflict,
 * and enough of them must agree. One strike is not the campaign that it belongs to, and a denial stands on
 * its own side.
 */
import type { ActorKind, ActorRef } from "../../../model/actor.ts";
import type { FindingOf } from "../../../model/finding.ts";
import { agreement } from "../../tellings/actors.ts";
import { nearness } from "../../tellings/places.ts";
import { affinityOf, closeness, foremost } from "../../tellings/signature.ts";
import { day, meet } from "../../tellings/time.ts";
import { contentOf, overlap } from "../../tellings/words.ts";
import { isOneDisaster } from "../crises/disasters.ts";
import { isOneToll } from "../crises/tolls.ts";
import type { Kind } from "../join.ts";
import { oddsOfOneDeed } from "./deeds.ts";
import { type EventTraits, eventTraits, isShort, newsReach, type Person } from "./event-traits.ts";
import { retelling } from "./within-report.ts";

/** What agrees must weigh so much for two tellings to be of one happening. */
const enough = 0.85;
/** A plan that stays one for longer is told of by its day. */
const longestAhead = 365 * day;
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

/** Less in common than this, and reports are not even of one situation. */
const leastOfNamed = 0.05;
/** What was longer ago than this is no news. */
const isPast = 5 * day;

/** Two tellings are of one deed from so much odds on; each step of them is as good as a tenth of what is enough. */
const leastOdds = 0;
const perStep = 10;
/** From so little odds on what is told in like words is not one deed either, but for one sentence printed twice. */
const leastOddsOfLike = -0.3;
const surelyLike = 1.5;
/** Other words that the sentences of a plan in two reports have in common. */
const leastWordsOfPlan = 2;
const notEnough = 0.99;
/** Words of a report by which another is found that tells of the same. */
const mostNamed = 6;

/** Types of act by which armed bodies go somewhere and do something. */
const forces: ReadonlySet<string> = new Set(["ASSAULT", "MOBILIZE", "COERCE"]);

export const events: Kind<FindingOf<"event">, EventTraits> = {
  traits: eventTraits,
  keys: ({ trigger, type, about, signature, disaster, ofDisaster, toll }) => {
    const family = forces.has(type) ? "force" : type;
    return [
      ...(ofDisaster === undefined ? [] : surely.map((n) => `${ofDisaster} of ${disaster!.kind} ${n}`)),
      ...(toll === undefined ? [] : tolls.map((n) => `${trigger} toll ${n}`)),
      `trigger ${trigger}`,
      `${family} ${trigger}`,
      ...[...about].map((word) => `${family} ${word}`),
      ...foremost(signature, mostNamed).map((word) => `${trigger} in ${word}`),
    ];
  },
  fit: (a, b) => {
    if (isOfOneDisaster(a, b)) return ofOneDisaster;
    if (areOfOthers(a, b) || areOfOthers(b, a)) return 0;
    if (a.toll !== undefined || b.toll !== undefined) return ofTolls(a, b);
    const alike = likeness(a, b);
    const fit = alike === 0 ? 0 : inReports(a, b, alike);
    const odds = oddsOfOneDeed(a, b);
    if (odds === undefined)
      return alike < surelyLike && areUnlikePlans(a, b) ? Math.min(fit, notEnough) : fit;
    const one = 1 + (odds - leastOdds) / perStep;
    if (odds < leastOddsOfLike && alike < surelyLike) return one;
    return Math.max(fit, one < 1 ? one : one + alike / 2);
  },
  conflict: (a, b) =>
    !isOneToll(a.toll, b.toll) && !isOfOneDisaster(a, b) && (a.denied !== b.denied || conflict(a, b)),
  mean: { of: ({ stage, toll }) => stage !== "plan" && toll === undefined, least: 1.05, most: 1.5 },
};

/** That it struck, in whatever words; or what befell how many people at large, by one word for it. */
function isOfOneDisaster(a: EventTraits, b: EventTraits): boolean {
  if (a.ofDisaster === undefined || a.ofDisaster === "some" || a.ofDisaster !== b.ofDisaster) return false;
  if (a.stage === "plan" || b.stage === "plan" || a.denied || b.denied) return false;
  if (a.ofDisaster === "toll" && a.trigger !== b.trigger) return false;
  return isOneDisaster(a.disaster, b.disaster);
}
const ofOneDisaster = 1.3;

/** The dead, and the homeless or some of a group. */
function areOfOthers(a: EventTraits, b: EventTraits): boolean {
  if (a.ofDisaster !== "toll") return false;
  return b.ofDisaster === "some" || (b.ofDisaster === "toll" && a.trigger !== b.trigger);
}

/** The dead of a war are one happening, and none with those of a day in it; of one report they may stand in its headline too. */
function ofTolls(a: EventTraits, b: EventTraits): number {
  const areSame =
    a.trigger === b.trigger && a.stage !== "plan" && b.stage !== "plan" && a.denied === b.denied;
  if (areSame && isOneToll(a.toll, b.toll)) return ofOneDisaster;
  const isHeadline = a.report === b.report && (a.digest || b.digest);
  return isHeadline && overlap(a.counts, b.counts).shared > 0 ? inReports(a, b, likeness(a, b)) : 0;
}
/** As good as so many words in common: what is told of the disaster is always looked at. */
const surely = [1, 2, 3, 4, 5, 6, 7, 8];
const tolls = [...surely, ...surely.map((n) => n + surely.length)];

/** Somebody will meet somebody in both. */
function areUnlikePlans(a: EventTraits, b: EventTraits): boolean {
  if ((a.stage !== "plan" && b.stage !== "plan") || a.report === b.report) return false;
  return overlap(a.words, b.words).shared < leastWordsOfPlan;
}

/** The likeness of two tellings with what their reports have in common besides. */
function inReports(a: EventTraits, b: EventTraits, alike: number): number {
  const plan = a.stage === "plan" && b.stage === "plan";
  const close = closeness(a, b, plan ? usualOfPlans : usualOfDeeds);
  const isToldAgain = plan ? haveOneScene(a, b) : areNamedByDay(a, b);
  return Math.max(0, alike + (close < 0 && isToldAgain ? 0 : close));
}

/** Whether two tellings, affirmed or denied, can be of one happening by who, whom, where and when. */
export function canBeOne(a: EventTraits, b: EventTraits): boolean {
  return !conflict(a, b) && sameTime(a, b);
}

function likeness(a: EventTraits, b: EventTraits): number {
  const sameTrigger = a.trigger === b.trigger;
  const sameWords = sameTrigger && a.sentence === b.sentence && overlap(a.about, b.about).jaccard >= 0.5;
  if ((sameWords || isBareInOneSentence(a, b)) && Math.abs(a.told - b.told) <= newsReach) return 2;
  const again = retelling(a, b);
  if (again > 0) return again;
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

/** "The strike of 22 September", told of when that is past, in reports that are mostly about what has come since. */
function areNamedByDay(a: EventTraits, b: EventTraits): boolean {
  if (!isBareOnOneDay(a, b) || affinityOf(a, b) < leastOfNamed) return false;
  return Math.max(a.told, b.told) - Math.max(a.stated!.to, b.stated!.to) > isPast;
}

/** What cannot be one happening, however alike it is worded. */
function conflict(a: EventTraits, b: EventTraits): boolean {
  if (a.stage === "deed" && b.stage === "deed" && a.campaign !== b.campaign) return true;
  if (a.isTotal !== b.isTotal && a.trigger === b.trigger) return true;
  if (isLongBefore(a, b) || isLongBefore(b, a)) return true;
  if (areOtherPlans(a, b)) return true;
  if (a.stated !== undefined && b.stated !== undefined && !meet(a.stated, b.stated, day / 2)) return true;
  if (agreement(a.actors, b.actors) === "apart" && areProper(a.actors) && areProper(b.actors)) return true;
  if (
    agreement(a.recipients, b.recipients) === "apart" &&
    areProper(a.recipients) &&
    areProper(b.recipients)
  ) {
    return true;
  }
  if (a.ages.length > 0 && b.ages.length > 0 && !haveOneAge(a.ages, b.ages)) return true;
  return nearness(a.places, b.places) === "apart" || areOtherPersons(a.person, b.person);
}

/** Ages are printed a year apart. */
function haveOneAge(a: readonly number[], b: readonly number[]): boolean {
  return a.some((one) => b.some((other) => Math.abs(one - other) <= 1));
}

function areOtherPersons(a: Person | undefined, b: Person | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return true;
  return a.age !== undefined && b.age !== undefined && Math.abs(a.age - b.age) > 1;
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
  const { shared, contained } = overlap(unnamed(a, a.context), unnamed(b, b.context));
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
  const { shared, contained } = overlap(unnamed(a, a.about), unnamed(b, b.about));
  return shared >= 2 && contained >= 0.5;
}

/** Without the names of who acts and of where. */
function unnamed({ actors, places }: EventTraits, words: ReadonlySet<string>): ReadonlySet<string> {
  const names = contentOf([...actors, ...places].map(({ name }) => name).join(" "));
  return new Set([...words].filter((word) => !names.has(word)));
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

/** A plan whose time was over when the other was told as still ahead, or that was told a year before and is of no stated time. */
function areOtherPlans(a: EventTraits, b: EventTraits): boolean {
  if (a.stage !== "plan" || b.stage !== "plan") return false;
  const [first, later] = a.told <= b.told ? [a, b] : [b, a];
  if (first.stated !== undefined) return first.stated.to < later.told - newsReach;
  return later.told - first.told > longestAhead;
}

const properKinds: ReadonlySet<ActorKind> = new Set(["person", "country", "government", "company"]);

/** Known by name: "the navy" and "soldiers" may be one, Mexico and Cuba are not. */
function areProper(actors: readonly ActorRef[]): boolean {
  return actors.every(
    ({ kind, country, wikidata }) => properKinds.has(kind) || country !== undefined || wikidata !== undefined,
  );
}
