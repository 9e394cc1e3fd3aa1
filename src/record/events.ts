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
import { day, meet, type Window, windowOfTime } from "./time.ts";
import { sentenceOf, type Told, wordsAt } from "./told.ts";
import { classOf, contentOf, overlap } from "./words.ts";

export interface EventTraits {
  readonly type: string;
  readonly trigger: string;
  readonly denied: boolean;
  readonly stage: "deed" | "plan" | "open";
  /** Done again and again, or over more than some days: never one of its single acts. */
  readonly campaign: boolean;
  readonly background: boolean;
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
}

/** A deed told without a day happened shortly before its report. */
const newsReach = 3 * day;
/** A time longer than this is that of a campaign. */
const longestAct = 10 * day;
/** What agrees must weigh so much for two tellings to be of one happening. */
const enough = 0.85;

const weights = {
  trigger: 0.3,
  type: 0.1,
  about: 0.5,
  actorSame: 0.2,
  actorNear: 0.15,
  recipientSame: 0.2,
  recipientNear: 0.1,
  placeSame: 0.25,
  placeWithin: 0.1,
  dayMeets: 0.25,
  bothPlans: 0.1,
  timeMeets: 0.1,
  impliedMeets: 0.05,
} as const;

/** Types of act by which armed bodies go somewhere and do something. */
const forces: ReadonlySet<string> = new Set(["ASSAULT", "MOBILIZE", "COERCE"]);

export const events: Kind<FindingOf<"event">, EventTraits> = {
  traits: eventTraits,
  keys: ({ trigger, type, about }) => {
    const family = forces.has(type) ? "force" : type;
    return [`trigger ${trigger}`, `${family} ${trigger}`, ...[...about].map((word) => `${family} ${word}`)];
  },
  fit: (a, b) => (a.denied === b.denied ? sameHappening(a, b) : undefined),
};

/** Whether two tellings, affirmed or denied, are of one happening: 1 and more is yes, undefined a conflict. */
export function sameHappening(a: EventTraits, b: EventTraits): number | undefined {
  const sameTrigger = a.trigger === b.trigger;
  // A plan is told by whichever of its acts a report finds telling: a landing, a crossing, a raid.
  const onePlan = a.stage !== "deed" && b.stage !== "deed" && forces.has(a.type) && forces.has(b.type);
  if (!sameTrigger && a.type !== b.type && !onePlan) return 0;
  const deeds = a.stage === "deed" && b.stage === "deed";
  if (deeds && a.campaign !== b.campaign) return undefined;

  let sum = sameTrigger ? weights.trigger : 0;
  if (a.type === b.type || onePlan) sum += weights.type;

  const actors = agreement(a.actors, b.actors);
  const recipients = agreement(a.recipients, b.recipients);
  if (actors === "apart" && areProper(a.actors) && areProper(b.actors)) return undefined;
  if (recipients === "apart" && areProper(a.recipients) && areProper(b.recipients)) return undefined;
  if (actors === "same") sum += weights.actorSame;
  if (actors === "near") sum += weights.actorNear;
  if (recipients === "same") sum += weights.recipientSame;
  if (recipients === "near") sum += weights.recipientNear;

  const places = nearness(a.places, b.places);
  if (places === "apart") return undefined;
  if (places === "same") sum += weights.placeSame;
  if (places === "within") sum += weights.placeWithin;

  const sameDay = a.stated !== undefined && b.stated !== undefined && isShort(a.stated) && isShort(b.stated);
  if (a.stated !== undefined && b.stated !== undefined) {
    if (!meet(a.stated, b.stated, day / 2)) return undefined;
    sum += sameDay ? weights.dayMeets : weights.timeMeets;
  } else if (deeds && !a.campaign) {
    const [one, other] = [a.stated ?? a.implied, b.stated ?? b.implied];
    if (one === undefined || other === undefined || !meet(one, other)) return 0;
    sum += weights.impliedMeets;
  }
  // Without a common day, four killed and eleven killed are two happenings as far as anyone can tell.
  if (deeds && !sameDay && a.counts.size > 0 && b.counts.size > 0 && overlap(a.counts, b.counts).shared === 0)
    return 0;

  const [one, other] = sameTrigger
    ? [a.about, b.about]
    : [new Set([...a.about, a.trigger]), new Set([...b.about, b.trigger])];
  const { shared, contained, jaccard } = overlap(one, other);
  if (!sameTrigger && (shared < 2 || contained < 0.5)) return 0;
  const agreed = actors === "same" || actors === "near";
  if (onePlan && agreed && (places === "same" || places === "within")) sum += weights.bothPlans;
  if (shared === 0 && places !== "same" && recipients !== "same") return 0;
  // One shared word out of many is chance; one out of one or two is what the act is about.
  if (shared > 1 || jaccard >= 0.3 || contained === 1) sum += weights.about * contained;
  return sum / enough;
}

export function eventTraits(told: Told<FindingOf<"event">>): EventTraits {
  const { event, status, actors, recipients, places, time, instruments } = told.finding;
  const trigger = classOf(event.lemma);
  const about = contentOf(
    [wordsAt(told, event.what), ...instruments, ...recipients.map(({ name }) => name)].join(" "),
  );
  about.delete(trigger);
  const stage = stageOf(status);
  const stated = windowOfTime(time);
  const background = event.background === true;
  return {
    type: event.type,
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
  };
}

function stageOf(status: Status | undefined): EventTraits["stage"] {
  switch (status?.stage) {
    case undefined:
    case "called-off":
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
