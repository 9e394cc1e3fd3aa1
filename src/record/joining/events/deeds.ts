/**
 * Whether two reports tell of one deed, by weights that were learnt from reports of known happenings: what the reports have in
 * common, then what each says of the deed. (Tellings of one report, and plans, are compared by events.ts alone.)
 */
import { agreement } from "../../tellings/actors.ts";
import { nearness } from "../../tellings/places.ts";
import { affinity, affinityOf, has, kept } from "../../tellings/signature.ts";
import { day, meet, type Window } from "../../tellings/time.ts";
import { overlap } from "../../tellings/words.ts";
import { learnt } from "./deed-weights.ts";
import { type EventTraits, isShort, newsReach } from "./event-traits.ts";

/** What is weighed, in the order of the values. */
export const agreementNames = [
  "bias",
  "words the reports have in common, doublings over a fifth",
  "how few words the reports have",
  "act of a type of PLOVER's",
  "act of force",
  "what it is about, in common",
  "nothing of it in common, and no act of force",
  "one actor",
  "actors near each other",
  "other actors",
  "no actor told",
  "one recipient",
  "recipients near each other",
  "other recipients",
  "no recipient told",
  "one recipient, by the doublings",
  "one place",
  "one place within the other",
  "one day",
  "long times that meet",
  "one time, that the other's news can be of",
  "one time, that the other's news can't be of",
  "days between the reports, doublings",
  "a number in common",
  "other numbers",
  "background of one",
  "background of both",
  "both where the reports begin",
  "both far down",
  "telling words of the sentences in common",
  "telling words of a sentence that the other report has",
  "done again and again",
  "words of the sentences in common, doublings",
  "words of the shorter clause in common",
  "tellings of the act in the reports, doublings",
  "one that may be",
  "nothing said of one",
  "nothing said of both",
  "how many of whom, in common",
  "days side by side",
  "a year that the other is not of",
  "both dated",
  "one of several in both reports",
  "how many, doublings between them",
  "how many, told of one alone",
] as const;

type Name = (typeof agreementNames)[number];

/** Reports with less in common tell of one deed so seldom that nothing else is asked. */
const leastAffinity = 0.06;
const usual = 0.2;
/** Characters: where a report's news stands, and where news is over. */
const begins = 500;
const farDown = 1_500;
/** Ten dead and a hundred dead are as surely of two deeds as ten and a thousand. */
const mostDoublings = 3;

const force: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST", "AID"]);

/** The logarithm of the odds that they are one, as learnt; undefined where that is not asked. */
export function oddsOfOneDeed(a: EventTraits, b: EventTraits): number | undefined {
  if (!areComparable(a, b)) return undefined;
  const values = agreements(a, b);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum;
}

/** Acts of one class, told as deeds or of no stated stage by two reports that have something in common. */
export function areComparable(a: EventTraits, b: EventTraits): boolean {
  return (
    a.trigger === b.trigger &&
    a.stage !== "plan" &&
    b.stage !== "plan" &&
    a.denied === b.denied &&
    a.isTotal === b.isTotal &&
    a.report !== b.report &&
    (a.particle === b.particle || a.particle === "" || b.particle === "" || a.type !== "" || b.type !== "") &&
    affinityOf(a, b) >= leastAffinity &&
    canBeOfOneTime(a, b) &&
    !isOneOfMany(a, b) &&
    !isOneOfMany(b, a) &&
    !tellOfOthers(a, b)
  );
}

/**
 * Of several deeds of its report, and each telling says something that the other doesn't: in what two reports of one war or disaster
 * have in common, all who "were killed" in it would be one. What both reports begin with is their news.
 */
function tellOfOthers(a: EventTraits, b: EventTraits): boolean {
  if (!a.isOneOfSeveral && !b.isOneOfSeveral) return false;
  if (a.about.size === 0 || b.about.size === 0 || overlap(a.about, b.about).shared > 0) return false;
  if ((a.at < begins && b.at < begins) || a.refersBack !== undefined || b.refersBack !== undefined)
    return false;
  if (overlap(a.counts, b.counts).shared > 0) return false;
  const [recipients, places] = [agreement(a.recipients, b.recipients), nearness(a.places, b.places)];
  return recipients !== "same" && recipients !== "near" && places !== "same";
}

/**
 * One of many alike is told by its day: what is told as news without one happened shortly before, unless its report is about what
 * is done about it. And without a common day, four killed and eleven killed are two happenings as far as anyone can tell.
 */
function canBeOfOneTime(a: EventTraits, b: EventTraits): boolean {
  if (!meet(timeOf(a), timeOf(b), day / 2) && !haveOneVictim(a, b)) return false;
  if (a.stated !== undefined && b.stated !== undefined && isShort(a.stated) && isShort(b.stated)) return true;
  return a.counts.size === 0 || b.counts.size === 0 || overlap(a.counts, b.counts).shared > 0;
}

function timeOf({ stated, told, isFollowUp }: EventTraits): Window {
  return stated ?? { from: isFollowUp ? Number.NEGATIVE_INFINITY : told - newsReach, to: told + day };
}

function haveOneVictim(a: EventTraits, b: EventTraits): boolean {
  return (
    a.recipients.some(({ kind }) => kind === "person") && agreement(a.recipients, b.recipients) === "same"
  );
}

/** "Four were shot" and "the clerk was shot", "two died" and "five died": at best the one is among the others. */
function isOneOfMany(many: EventTraits, one: EventTraits): boolean {
  if (many.many.size === 0) return false;
  if (one.many.size > 0) return overlap(many.many, one.many).shared === 0;
  return one.recipients.length === 1 && one.recipients[0]!.kind === "person";
}

export function agreements(a: EventTraits, b: EventTraits): Float64Array {
  const values = new Float64Array(agreementNames.length);
  const note = (name: Name, value: number | boolean) => {
    values[at[name]] = Number(value);
  };
  const doublings = Math.log2(Math.max(affinityOf(a, b), leastAffinity) / usual);
  const about = overlap(a.about, b.about);
  const actors = agreement(a.actors, b.actors);
  const recipients = agreement(a.recipients, b.recipients);
  const places = nearness(a.places, b.places);
  note("bias", 1);
  note("words the reports have in common, doublings over a fifth", doublings);
  note("how few words the reports have", 1 - Math.min(a.signature.length, b.signature.length, kept) / kept);
  note("act of a type of PLOVER's", a.type !== "" && b.type !== "");
  note("act of force", force.has(a.type));
  note("what it is about, in common", about.jaccard);
  const scene = recipients === "same" || recipients === "near" || places === "same";
  note("nothing of it in common, and no act of force", about.shared === 0 && !scene && !force.has(a.type));
  note("one actor", actors === "same");
  note("actors near each other", actors === "near");
  note("other actors", actors === "apart");
  note("no actor told", actors === undefined);
  note("one recipient", recipients === "same");
  note("recipients near each other", recipients === "near");
  note("other recipients", recipients === "apart");
  note("no recipient told", recipients === undefined);
  note("one recipient, by the doublings", recipients === "same" ? doublings : 0);
  note("one place", places === "same");
  note("one place within the other", places === "within");
  noteTimes(a, b, note);
  note("days between the reports, doublings", Math.log2(1 + Math.abs(a.told - b.told) / day));
  if (a.counts.size > 0 && b.counts.size > 0) {
    const { shared } = overlap(a.counts, b.counts);
    note(shared > 0 ? "a number in common" : "other numbers", 1);
  }
  note("background of one", a.background !== b.background);
  note("background of both", a.background && b.background);
  note("both where the reports begin", a.at < begins && b.at < begins);
  note("both far down", a.at > farDown && b.at > farDown);
  const length = Math.sqrt(affinity(a.own, a.own) * affinity(b.own, b.own));
  note("telling words of the sentences in common", length === 0 ? 0 : affinity(a.own, b.own) / length);
  note("telling words of a sentence that the other report has", Math.max(held(a, b), held(b, a)));
  note("done again and again", a.campaign || b.campaign);
  note("words of the sentences in common, doublings", Math.log2(1 + overlap(a.words, b.words).shared));
  note("words of the shorter clause in common", about.contained);
  note("tellings of the act in the reports, doublings", Math.log2(a.alike * b.alike));
  note("one that may be", (a.stage === "open") !== (b.stage === "open"));
  note("nothing said of one", (a.about.size === 0) !== (b.about.size === 0));
  note("nothing said of both", a.about.size === 0 && b.about.size === 0);
  if (a.size !== undefined && b.size !== undefined)
    note("how many, doublings between them", Math.min(mostDoublings, Math.abs(Math.log2(a.size / b.size))));
  note("how many, told of one alone", (a.size === undefined) !== (b.size === undefined));
  note("both dated", a.stated !== undefined && b.stated !== undefined);
  note("one of several in both reports", a.isOneOfSeveral && b.isOneOfSeveral);
  note("a year that the other is not of", isOfOtherYear(a, b) || isOfOtherYear(b, a));
  note("how many of whom, in common", overlap(a.many, b.many).shared > 0);
  return values;
}

function noteTimes(a: EventTraits, b: EventTraits, note: (name: Name, value: boolean) => void): void {
  const [one, other] = [a.stated, b.stated];
  if (one !== undefined && other !== undefined) {
    if (!meet(one, other, day / 2)) return;
    const areShort = isShort(one) && isShort(other);
    note(areShort ? (meet(one, other) ? "one day" : "days side by side") : "long times that meet", true);
  } else if (one !== undefined || other !== undefined) {
    const { told } = one === undefined ? a : b;
    const news = meet((one ?? other)!, { from: told - newsReach, to: told + day });
    note(
      news ? "one time, that the other's news can be of" : "one time, that the other's news can't be of",
      true,
    );
  }
}

/** Tells of a year that the other sentence neither names nor is told in. */
function isOfOtherYear({ years }: EventTraits, other: EventTraits): boolean {
  if (years.size === 0) return false;
  const told = new Date(other.stated?.from ?? other.told).getUTCFullYear();
  for (const year of years) if (year === told || other.years.has(year)) return false;
  return true;
}

/** Share of the weight of a sentence's telling words that the other report has as well. */
function held({ own }: EventTraits, { signature }: EventTraits): number {
  const all = affinity(own, own);
  if (all === 0) return 0.5;
  const shared = own.filter((word) => has(signature, word));
  return affinity(shared, shared) / all;
}

const at = Object.fromEntries(agreementNames.map((name, i) => [name, i])) as Record<Name, number>;
const weights = agreementNames.map((name) => learnt[name] ?? 0);
