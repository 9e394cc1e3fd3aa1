/** What tellings of events are compared by. */
import type { ActorRef } from "../../../model/actor.ts";
import type { FindingOf } from "../../../model/finding.ts";
import type { Place } from "../../../model/place.ts";
import type { Status } from "../../../model/status.ts";
import { anybody, running } from "../../lexicon/count-words.ts";
import { functionWords } from "../../lexicon/function-words.ts";
import { actOf } from "../../tellings/acts.ts";
import { talliesIn } from "../../tellings/numbers.ts";
import { sexIn } from "../../tellings/sex.ts";
import { type Signature, within } from "../../tellings/signature.ts";
import { day, type Window, windowOfTime } from "../../tellings/time.ts";
import { isDigest, sentenceOf, type Told, wordsAt } from "../../tellings/told.ts";
import { contentOf, fold, hasWords, stemOf, wordsOf } from "../../tellings/words.ts";
import { type Disaster, disasterOf, isItsStriking, namesDisaster } from "../crises/disasters.ts";
import { type Toll, tollOfEvent } from "../crises/tolls.ts";

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
  /** Numbers of the sentence. */
  readonly counts: ReadonlySet<string>;
  /** Numbers of the words for the act itself: how many did it or suffered it. */
  readonly many: ReadonlySet<string>;
  /** About how many did it or suffered it, by the largest number or word for one ("dozens"); undefined where nothing says. */
  readonly size: number | undefined;
  readonly isFollowUp: boolean;
  readonly isOneOfSeveral: boolean;
  /** How many tellings of acts of its class its report has. */
  readonly alike: number;
  /** Told as the sum of many ("brought to 20 the number of people killed"). */
  readonly isTotal: boolean;
  /** Content words of the sentence but for the word for the act. */
  readonly words: ReadonlySet<string>;
  /** Of a plan, content words of the sentence and of its report's title. */
  readonly context: ReadonlySet<string>;
  /** When it was told. */
  readonly told: number;
  readonly report: string;
  readonly signature: Signature;
  /** Stands in a headline or standfirst. */
  readonly digest: boolean;
  /** Where its sentence begins. */
  readonly at: number;
  /** Where the word for the act begins. */
  readonly from: number;
  /** Nothing but "the shooting" or "the attack": known from before, by this word or by any for such an act. */
  readonly refersBack: "word" | "act" | undefined;
  /** Stem of the word for the act. */
  readonly word: string;
  /** What makes another act of a verb: "out" of "turned out". */
  readonly particle: string;
  /** In the words for the act ("an 84-year-old woman"). */
  readonly ages: readonly number[];
  /** Years that the sentence names. */
  readonly years: ReadonlySet<number>;
  /** Of the one person that it was done to, as far as a description says. */
  readonly person: Person | undefined;
  /** Done to "the girl": known from before. */
  readonly hasDefiniteRecipient: boolean;
  /** Of the signature, what its sentence holds. */
  readonly own: Signature;
  /** Which the sentence tells of. */
  readonly disaster: Disaster | undefined;
  /** Of a disaster: that it struck, what befell people at large, or some of a group. */
  readonly ofDisaster: "striking" | "toll" | "some" | undefined;
  /** The war or uprising whose dead, hurt or displaced it tells of as a whole. */
  readonly toll: Toll | undefined;
}

/** A deed told without a day happened shortly before its report. */
export const newsReach = 3 * day;
/** A time longer than this is that of a campaign. */
const longestAct = 10 * day;

export function eventTraits(told: Told<FindingOf<"event">>): EventTraits {
  const { event, status, actors, recipients, places, time, instruments } = told.finding;
  const trigger = leftAs(told) ?? actOf(event);
  const disaster = disasterOf(told);
  const what = wordsAt(told, event.what);
  const about = contentOf([what, ...instruments, ...recipients.map(({ name }) => name)].join(" "));
  about.delete(trigger);
  const words = contentOf(sentenceOf(told));
  const stage = stageOf(status);
  const context = stage === "plan" ? new Set([...words, ...contentOf(told.report.title ?? "")]) : nothing;
  words.delete(trigger);
  const dated = windowOfTime(time) ?? (stage === "deed" ? told.actAt : undefined);
  // A time that is past when a plan is told is that of the planning ("authorised on Monday"), not of the act.
  const isOfPlanning =
    stage === "plan" &&
    dated !== undefined &&
    dated.from <= told.time &&
    (dated.to < told.time || time === undefined || !what.includes(time.words));
  const stated = isOfPlanning ? undefined : dated;
  const background = event.background === true;
  const many = talliesIn(what);
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
    counts: talliesIn(sentenceOf(told)),
    many,
    size: sizeOf(many, what),
    isFollowUp: told.isFollowUp,
    isOneOfSeveral: told.isOneOfSeveral,
    alike: told.alike,
    isTotal: isTotal(told),
    sentence: wordsOf(sentenceOf(told)).join(" "),
    words,
    context,
    told: told.time,
    report: told.report.id,
    signature: told.signature,
    digest: isDigest(told),
    at: told.finding.evidence.start,
    from: event.trigger.start,
    refersBack: refersBack(told),
    word: stemOf(fold(event.lemma)),
    particle: particleOf(told),
    ages: agesIn(what),
    years: yearsIn(sentenceOf(told)),
    person: personIn(told),
    hasDefiniteRecipient: recipients.length === 1 && isDefinite(recipients[0]!.name, sentenceOf(told)),
    own: within(told.signature, sentenceOf(told)),
    disaster,
    ofDisaster: disaster === undefined ? undefined : partOfDisaster(told),
    toll: disaster === undefined ? tollOfEvent(told) : undefined,
  };
}

const nothing: ReadonlySet<string> = new Set();

function partOfDisaster(told: Told<FindingOf<"event">>): EventTraits["ofDisaster"] {
  if (isItsStriking(told)) return "striking";
  const { recipients, actors, event } = told.finding;
  // "200,000 people died in the quake": who dies stands where who does it stands else.
  const dies = dying.has(event.lemma);
  if (actors.length > 0 && (!dies || recipients.length > 0)) return undefined;
  const what = wordsAt(told, event.what);
  if (ofSome.test(what)) return "some";
  const whom = dies ? actors : recipients;
  // "the quake, which killed 200,000"
  const isOfAll = (leftAs(told) ?? actOf(event)) === "=kill" && namesDisaster(what);
  const isAll = (name: string) => isAnybody(name) || (isOfAll && namesDisaster(name));
  return (isOfAll || whom.length > 0) && whom.every(({ name }) => isAll(name)) ? "toll" : undefined;
}
const dying: ReadonlySet<string> = new Set(["die", "perish"]);
/** "36 of its personnel", "four of whom" */
const ofSome = /\bof (?:its|his|her|their|our|my|whom|them|the)\b/iu;

/** "Left twelve dead": what it left them is what it did. */
function leftAs(told: Told<FindingOf<"event">>): string | undefined {
  const { event } = told.finding;
  if (event.lemma !== "leave") return undefined;
  const words = contentOf(wordsAt(told, event.what));
  return outcomes.find((one) => words.has(one));
}
const outcomes = [...contentOf("killed injured displaced homeless missing stranded")];

/** "tens of thousands of people" */
function isAnybody(name: string): boolean {
  return wordsOf(name).every(
    (word) =>
      anybody.has(word) ||
      functionWords.has(word) ||
      /^(?:\d.*|tens|hundreds|thousands|millions|dozens|scores|estimated)$/u.test(word),
  );
}

/** Characters before an act in which words say that it is the sum of many. */
const justBefore = 60;

function isTotal({ report, finding }: Told<FindingOf<"event">>): boolean {
  const { start } = finding.event.trigger;
  const before = fold(report.text.slice(Math.max(finding.evidence.start, start - justBefore), start));
  return [...running, "number of"].some((words) => hasWords(before, words));
}

/** "the shooting", "that deadly attack"; not "the shootings", which are several. */
function refersBack(told: Told<FindingOf<"event">>): EventTraits["refersBack"] {
  const { event } = told.finding;
  const { what, trigger } = event;
  const before = told.report.text.slice(what.start, Math.max(what.start, trigger.start));
  const word = fold(wordsAt(told, trigger));
  if (what.end > trigger.end || !definite.test(fold(before))) return undefined;
  if (/[^s]s$/u.test(word) || ofMany.has(word)) return undefined;
  return clear.has(actOf(event)) || word === "attack" || word === "assault" ? "act" : "word";
}

/** With adjectives that part no deed from another. */
const definite =
  /^(?:the|this|that)\s(?:(?:fatal|deadly|bloody|brutal|tragic|alleged|apparent|reported|accidental)\s)?$/u;
/** Words for all that was done, and no one deed. */
const ofMany: ReadonlySet<string> = new Set(["bloodshed", "violence", "carnage"]);
/** Acts that any word of theirs means: "gunned down", "the shooting". */
const clear: ReadonlySet<string> = new Set(["=kill", "=shoot", "=explode", "=detain", "=convict"]);

const particles: ReadonlySet<string> = new Set(
  "aside away back down forward in off on out over part place through up".split(" "),
);
/** Characters after a verb in which its particle stands. */
const justAfter = 12;

/** Of acts that have a type of PLOVER's nobody asks. */
function particleOf({ report, finding }: Told<FindingOf<"event">>): string {
  if (finding.event.type !== undefined) return "";
  const { end } = finding.event.trigger;
  const next = /^ (\p{Ll}+)/u.exec(report.text.slice(end, end + justAfter))?.[1] ?? "";
  return particles.has(next) ? next : "";
}

export interface Person {
  readonly age: number | undefined;
  readonly sex: "male" | "female" | undefined;
}

/** "A 21-year-old man": of one person alone. */
function personIn(told: Told<FindingOf<"event">>): Person | undefined {
  const [whom, ...others] = told.finding.recipients;
  if (whom === undefined || others.length > 0) return undefined;
  const sex = sexIn(whom.name);
  const ages = agesIn(wordsAt(told, told.finding.event.what));
  const age = new Set(ages).size === 1 ? ages[0] : undefined;
  return age === undefined && sex === undefined ? undefined : { age, sex };
}

function agesIn(words: string): number[] {
  return words.includes("old") ? [...words.matchAll(aged)].map(([, age]) => Number(age)) : [];
}

const aged = /(?<!\d)(\d{1,2})[- ]years?[- ]old/gu;

function sizeOf(many: ReadonlySet<string>, what: string): number | undefined {
  let most = 0;
  for (const tally of many) most = Math.max(most, Number(tally));
  if (vaguely.test(what)) for (const word of wordsOf(what)) most = Math.max(most, vague.get(word) ?? 0);
  return most === 0 ? undefined : most;
}

const vaguely = /dozen|scores|hundreds|thousands|millions/iu;

/** About how many it is, at least. */
const vague: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["dozens", 24],
  ["scores", 40],
  ["hundreds", 200],
  ["thousands", 2_000],
  ["millions", 2_000_000],
]);

function yearsIn(sentence: string): ReadonlySet<number> {
  if (!/\d{4}/u.test(sentence)) return noYears;
  const found = new Set<number>();
  for (const [one] of sentence.matchAll(year)) found.add(Number(one));
  return found;
}

const noYears: ReadonlySet<number> = new Set();
const year = /(?<![\d.,])(?:19|20)\d\d(?![\d,])/gu;

function isDefinite(name: string, sentence: string): boolean {
  const last = wordsOf(name).at(-1);
  return last !== undefined && hasWords(fold(sentence), `the ${last}`);
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

/** So short that it is one act's. */
export function isShort({ from, to }: Window): boolean {
  return to - from <= 3 * day;
}
