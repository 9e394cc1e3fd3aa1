/**
 * Whether one telling denies what another tells. Two reports that share a subject and a verb contradict each other
 * seldom: a town that was not taken is not another that was. So whoever acts must be the same, neither place nor time may
 * differ, and who affirms must tell of what is denied in most of its words. When unsure, things do not contradict.
 */
import type { ActorRef } from "../../../model/actor.ts";
import type { FindingOf } from "../../../model/finding.ts";
import type { Certainty, Stage } from "../../../model/status.ts";
import { agreement } from "../../tellings/actors.ts";
import { nearness } from "../../tellings/places.ts";
import { affinityOf } from "../../tellings/signature.ts";
import { day } from "../../tellings/time.ts";
import { type Told, wordsAt } from "../../tellings/told.ts";
import { classOf, contentOf, fold, wordsOf } from "../../tellings/words.ts";
import { type EventTraits, eventTraits } from "./event-traits.ts";
import { canBeOne } from "./events.ts";

/** A telling of an event, with what it is compared by. */
export interface Sample {
  readonly told: Told<FindingOf<"event">>;
  readonly traits: EventTraits;
}

export function sampleOf(told: Told<FindingOf<"event">>): Sample {
  return { told, traits: eventTraits(told) };
}

/** Whether some denial is of what some affirmation tells. */
export function isDenied(denials: readonly Sample[], affirmations: readonly Sample[]): boolean {
  return denials.some((denial) => affirmations.some((affirmation) => denies(denial, affirmation)));
}

/** Share of the denied words that who affirms must tell of too; and how many, for them to say enough by themselves. */
const leastShare = 0.6;
const leastWords = 2;
/**
 * How much the two reports must be alike: hardly where the denial names somebody or some place whom the other names too;
 * much where it does not ("no charges were filed"), or is of few words ("denied the attack").
 */
const leastAffinity = { named: 0.05, unnamed: 0.3 };
/** A denial of attacks denies whatever kind of attack another tells of. */
const general: ReadonlySet<string> = new Set(["attack", "assault", "violence", "aggression"].map(classOf));

export function isGeneral(act: string): boolean {
  return general.has(act);
}

function denies(denial: Sample, affirmation: Sample): boolean {
  if (!areOpposed(denial, affirmation) || isOneVoice(denial, affirmation)) return false;
  if (isOfAnother(denial) || isHindered(denial) || isOfSpan(denial) || mayHaveComeSince(denial, affirmation))
    return false;
  const [no, yes] = [denial.traits, affirmation.traits];
  const isOneAct = no.trigger === yes.trigger || (isGeneral(no.trigger) && no.type === yes.type);
  if (!isOneAct || isUponItself(no) || haveOtherTargets(no, yes) || !canBeOne(no, yes)) return false;
  const denier = denierOf(denial);
  const told = tellsOf(yes);
  const isThere = ({ name }: ActorRef) => sharedOf(contentOf(name), told) === 1;
  // Who denies for others need not be named where the act is told.
  const actors = no.actors.filter((one) => one !== denier || isThere(one));
  if (actors.length > 0 && !(yes.actors.length > 0 ? areOne(actors, yes.actors) : actors.some(isThere)))
    return false;
  if (!namesIn(denial, no.actors).every((name) => hasName(told, name))) return false;
  const isNamed = actors.some(isThere) || namesOneOf(no, yes);
  return whatIsDenied(no, actors).some((words) => {
    const share = sharedOf(words, told);
    if (share < leastShare) return false;
    const isTold = isNamed && share * words.size >= leastWords;
    return affinityOf(no, yes) >= leastAffinity[isTold ? "named" : "unnamed"];
  });
}

/** "Nothing prevents the next shooting", "no further raids": of none that has been. */
function isOfAnother({ told }: Sample): boolean {
  const { what, trigger } = told.finding.event;
  const before = wordsOf(told.report.text.slice(what.start, Math.max(what.start, trigger.start)));
  return before.some((word) => others.has(word));
}
const others: ReadonlySet<string> = new Set([
  "next",
  "future",
  "further",
  "another",
  "other",
  "more",
  "additional",
]);

/** "Shields keep the rebels from attacking", "pilots refused to bomb", "the lack of strikes": nobody says that it is not so. */
function isHindered({ told }: Sample): boolean {
  return told.finding.status?.unrealisedBy !== undefined;
}

/** "There have been no air strikes for 24 hours" says nothing of those of the week before. */
function isOfSpan({ told }: Sample): boolean {
  const { event, evidence } = told.finding;
  const to = Math.min(evidence.end, event.trigger.end + spanReach);
  return ofSpan.test(fold(told.report.text.slice(event.trigger.end, to)));
}
const spanReach = 60;
const ofSpan =
  /^(?: \S+){0,4} for (?:(?:at least|more than|about|nearly) ){0,2}\S+ (?:hour|day|week|month|year)s?(?!\p{L})/u;

/** "Not targeting the leader" and "the compound was targeted" are both true. */
function haveOtherTargets(no: EventTraits, yes: EventTraits): boolean {
  if (no.type !== "ASSAULT" || no.recipients.length === 0 || yes.recipients.length === 0) return false;
  if (areOne(no.recipients, yes.recipients)) return false;
  const [one, other] = [no, yes].map(({ recipients }) =>
    contentOf(recipients.map(({ name }) => name).join(" ")),
  );
  return sharedOf(one!, other!) === 0;
}

/** "Police have not named the victims" is true until they do. Of an attack it is a denial. */
function mayHaveComeSince({ told, traits }: Sample, affirmation: Sample): boolean {
  if (traits.type === "ASSAULT" || affirmation.told.time < told.time) return false;
  const { what, trigger } = told.finding.event;
  const before = fold(told.report.text.slice(what.start, Math.max(what.start, trigger.start)));
  return /(?<!\p{L})(?:ha(?:s|ve)(?:n't| not)|not yet|yet to)(?!\p{L})/u.test(before);
}

/** Who says yes and no in one report tells of two acts. */
function isOneVoice({ told: no }: Sample, { told: yes }: Sample): boolean {
  if (no.report.id !== yes.report.id) return false;
  const [one, other] = [no.finding.speaker, yes.finding.speaker];
  return one.kind === other.kind && (one.actor ?? one.name ?? "") === (other.actor ?? other.name ?? "");
}

/** Words with a capital within the denied act's phrase, as stems, other than those of who acts. */
function namesIn({ told }: Sample, actors: readonly ActorRef[]): string[] {
  const phrase = wordsAt(told, told.finding.event.what);
  const isFirst = told.finding.event.what.start === told.finding.evidence.start;
  const words = phrase.split(/\s+/u).slice(isFirst ? 1 : 0);
  const names = contentOf(words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).join(" "));
  for (const { name } of actors) for (const word of contentOf(name)) names.delete(word);
  return [...names];
}

/** Letters by which "Chilean" and "Chile" are told to be of one name. */
const rootOfName = 4;

function hasName(words: ReadonlySet<string>, name: string): boolean {
  if (words.has(name)) return true;
  const root = name.slice(0, rootOfName);
  return name.length > rootOfName && [...words].some((word) => word.startsWith(root));
}

/** Share of some words that are among others; 0 of none. */
function sharedOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of some) if (others.has(one)) shared++;
  return some.size === 0 ? 0 : shared / some.size;
}

/** Whether both name one of the actors, or one place. */
function namesOneOf(no: EventTraits, yes: EventTraits): boolean {
  const places = nearness(no.places, yes.places);
  return (
    places === "same" ||
    places === "within" ||
    areOne(no.actors, yes.actors) ||
    areOne(no.recipients, yes.recipients)
  );
}

function areOne(some: readonly ActorRef[], others: readonly ActorRef[]): boolean {
  const found = agreement(some, others);
  return found === "same" || found === "near";
}

/** How far each stage takes an act: who says that it was done says that it was planned, not the reverse. */
const reach: Readonly<Record<Stage, number>> = {
  discussed: 1,
  threatened: 1,
  planned: 1,
  announced: 2,
  authorised: 2,
  "called-off": 2,
  attempted: 3,
  "under-way": 4,
  done: 4,
};

const sure: ReadonlySet<Certainty> = new Set(["asserted", "probable"]);

/**
 * "Has not crossed" leaves "plans to cross" alone, and a later crossing as well; "may not cross" and "may cross" say the
 * same; what somebody is accused of and denies are two sides all the same.
 */
function areOpposed(denial: Sample, affirmation: Sample): boolean {
  const [no, yes] = [denial.told.finding.status, affirmation.told.finding.status];
  if (yes?.polarity !== "affirmed" || no === undefined) return false;
  const isSure = sure.has(no.certainty) || no.stage === "planned";
  if (!isSure && (no.certainty === "unknown" || yes.certainty !== "possible")) return false;
  if (!sure.has(yes.certainty) && (yes.certainty === "unknown" || affirmation.traits.stage !== "deed"))
    return false;
  // Who "will not strike" disputes no strike that there was, but that one is planned.
  if (denial.traits.stage === "plan" && affirmation.traits.stage === "deed") return false;
  const [denied, told] = [no.stage, yes.stage];
  if (denied === undefined || told === undefined)
    return denied === told || told === "done" || told === "under-way";
  if (reach[denied] > reach[told]) return false;
  const deed = affirmation.traits.stated ?? affirmation.traits.implied;
  return deed === undefined || affirmation.traits.stage !== "deed" || deed.from <= denial.told.time + day;
}

/** "The spokesman denied attacks": who denies stands where who would have acted stands, and need not be them. */
function denierOf({ told, traits }: Sample) {
  const { actor } = told.finding.speaker;
  return traits.actors.find(({ id }) => id === actor);
}

/** "Did not shoot herself": who did is what is in doubt, and nothing else. */
function isUponItself({ actors, recipients }: EventTraits): boolean {
  return agreement(actors, recipients) === "same";
}

/**
 * Content words of what is denied: the act's phrase, where, and who did it. "Attacks on marchers and on barracks" denies
 * each of the two.
 */
function whatIsDenied(no: EventTraits, actors: readonly ActorRef[]): Set<string>[] {
  const words = new Set(no.about);
  for (const { name } of [...actors, ...no.places]) for (const word of contentOf(name)) words.add(word);
  words.delete(no.trigger);
  if (no.recipients.length < 2) return [words];
  return no.recipients.map((one) => {
    const others = no.recipients.filter((other) => other !== one).flatMap(({ name }) => [...contentOf(name)]);
    const own = contentOf(one.name);
    return new Set([...words].filter((word) => own.has(word) || !others.includes(word)));
  });
}

/** Content words of what is affirmed, its sentence and its report's title. */
function tellsOf(yes: EventTraits): Set<string> {
  const words = new Set([...yes.about, ...yes.context, yes.trigger]);
  for (const { name } of [...yes.actors, ...yes.recipients, ...yes.places])
    for (const word of contentOf(name)) words.add(word);
  return words;
}
