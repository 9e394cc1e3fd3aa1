/**
 * Whether a report tells again of a deed that it has told of: by "the shooting" alone, or by what befalls somebody once. (What it
 * tells in like words is compared by events.ts.)
 */
import type { ActorRef } from "../../../model/actor.ts";
import { agreement } from "../../tellings/actors.ts";
import { overlap } from "../../tellings/words.ts";
import { type EventTraits, newsReach } from "./event-traits.ts";

/** What hardly befalls the same one twice within what one report tells. */
const once: ReadonlySet<string> = new Set(["=kill", "=shoot", "=detain", "=convict"]);

/** So many characters on, another deed may be meant as well. */
const reach = 4_000;

/** 1 and more where it is told again, and the nearer the better, so that "the raid" is the raid told of last; else 0. */
export function retelling(one: EventTraits, other: EventTraits): number {
  if (one.report !== other.report || one.trigger !== other.trigger) return 0;
  if (one.isTotal !== other.isTotal || one.campaign || other.campaign) return 0;
  const [first, again] = one.from < other.from ? [one, other] : [other, one];
  const isMeant = again.refersBack === "act" || (again.refersBack === "word" && again.word === first.word);
  if (first.stage !== again.stage && !(isMeant && again.stage === "open")) return 0;
  if (isMeant) return isOld(first) ? 0 : nearby(first, again);
  if (first.background !== again.background || again.stage !== "deed" || !once.has(again.trigger)) return 0;
  return haveOneWhom(first, again) ? nearby(first, again) : 0;
}

/** Told for comparison: "the attack" is what the report begins with. */
function isOld({ stated, told, isFollowUp }: EventTraits): boolean {
  return !isFollowUp && stated !== undefined && stated.to < told - 2 * newsReach;
}

function nearby(first: EventTraits, again: EventTraits): number {
  return 1.5 + 0.3 * Math.max(0, 1 - (again.from - first.from) / reach);
}

/** One whom it was done to: by name, or as "the girl" of whom the report has told. */
function haveOneWhom(first: EventTraits, again: EventTraits): boolean {
  if (first.recipients.length !== 1 || again.recipients.length !== 1) return false;
  if (first.many.size > 0 || again.many.size > 0)
    return overlap(first.many, again.many).shared > 0 && isNamed(again.recipients[0]!);
  const found = agreement(first.recipients, again.recipients);
  if (found !== "same" && found !== "near") return false;
  return isNamed(again.recipients[0]!) || again.hasDefiniteRecipient;
}

function isNamed({ kind, name }: ActorRef): boolean {
  return kind === "person" && /^\p{Lu}/u.test(name);
}
