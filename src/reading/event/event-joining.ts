/** Joins the mentions of one event within a report: one finding an event and a step in its life. */
import type { ActorRef } from "../../model/actor.ts";
import type { FindingOf } from "../../model/finding.ts";
import type { Standing } from "../status.ts";
import { is } from "../tree.ts";
import type { Trigger } from "./triggers.ts";

export interface Mention {
  readonly finding: FindingOf<"event">;
  readonly trigger: Trigger;
  readonly standing: Standing;
  /** A definite noun that takes up what was told before. */
  readonly anaphoric: boolean;
  /** A noun without arguments or modifiers of its own. */
  readonly bare: boolean;
  /** Told in the headline, which says less and less exactly than the text. */
  readonly headline: boolean;
  /** A noun that names its own day ("the strike of 22 September"). */
  readonly ownDay: boolean;
  /**
   * A noun that hangs on another word in passing, no subject or object: with its own day or place ("dated"), behind a
   * preposition before what happens ("told"), as something known ("given"), or only so called ("named").
   */
  readonly passing: "dated" | "told" | "given" | "named" | undefined;
}

/** Findings in text order; a mention that adds nothing to an earlier one is folded into it. */
export function joined(mentions: readonly Mention[]): FindingOf<"event">[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const at = findBack(kept, mention);
    if (at < 0) {
      if (!isLoose(mention)) kept.push(mention);
    } else kept[at] = folded(kept[at]!, mention);
  }
  return kept.filter((one) => !isToldByItsVerb(one, kept)).map(({ finding }) => finding);
}

/**
 * "Clashes in the north injured 93", "gunmen opened fire, killing two", "the search was halted": a noun and the verb that
 * it belongs to, or a result and its act, tell one thing, and the words cut for the verb hold both.
 */
function isToldByItsVerb({ trigger, finding, standing }: Mention, kept: readonly Mention[]): boolean {
  const { token, nominal } = trigger;
  const subject = is(token, "nsubj") && !is(token, "nsubj:pass");
  const ended = standing.under[0] === "end" && is(token, "nsubj:pass", "obj");
  const listed = is(token, "conj") && token.xpos === "VBG";
  const result = token.xpos === "VBG" && (is(token, "advcl") || listed) && trigger.type === "ASSAULT";
  const object = is(token, "obj");
  if (!(nominal ? subject || ended || object : result)) return false;
  const { start, end } = finding.event.trigger;
  return kept.some(
    (other) =>
      !other.trigger.nominal &&
      (other.trigger.token.i === token.head || (listed && other.trigger.token.i < token.head)) &&
      (nominal || other.trigger.type === "ASSAULT") &&
      // "recorded no explosions": a verb of no type of its own
      (!nominal || subject || ended || other.trigger.type === undefined) &&
      other.finding.evidence.start === finding.evidence.start &&
      other.finding.event.what.start <= start &&
      end <= other.finding.event.what.end &&
      other.finding.status?.polarity === finding.status?.polarity,
  );
}
/** The earlier mention leads; but what the text tells of a headline's event stands for both. */
function folded(earlier: Mention, later: Mention): Mention {
  const lead = earlier.headline && !later.headline && !later.bare ? later : earlier;
  const other = lead === earlier ? later : earlier;
  // "In Nairobi a spokesman welcomed the burning": where it was welcomed; "the burning took place in Tanga": where it was.
  const elsewhere = other.bare && other.trigger.token.deprel !== "nsubj";
  const told = elsewhere ? { ...other.finding, places: [] } : other.finding;
  return { ...lead, finding: merged(lead.finding, told) };
}

/** "the strike", "protests": a bare noun of which nothing is said tells of no event by itself. */
function isLoose({ bare, passing, standing, finding, anaphoric, trigger }: Mention): boolean {
  // "the stoppage", of which a condition or a wish says nothing
  const { status } = finding;
  if (
    anaphoric &&
    status?.stage === undefined &&
    status?.certainty === "asserted" &&
    status.polarity === "affirmed"
  )
    return true;
  // "pressed them to attend rallies", "may postpone operations": of none in particular
  const open = status?.certainty === "unknown" || status?.certainty === "possible";
  const { recipients: toWhom, places: where } = finding;
  if (
    bare &&
    trigger.nominal &&
    open &&
    toWhom.length === 0 &&
    where.length === 0 &&
    finding.time === undefined
  )
    if (status?.stage === "planned" && !anaphoric) return true;
  // A noun in passing that says neither to whom, nor when, nor where: given, not told.
  const plain = standing.under.length === 0 && standing.polarity === "affirmed" && !standing.future;
  if (passing !== undefined && plain) {
    const { recipients, time, places } = finding;
    if (passing === "named" || (passing === "given" && recipients.length === 0)) return true;
    if (recipients.length === 0 && time === undefined && places.length === 0) return true;
  }
  const placed = standing.under.length > 0 || standing.stage !== "done" || standing.polarity === "denied";
  return (
    bare &&
    !placed &&
    finding.recipients.length === 0 &&
    (finding.time === undefined || finding.actors.length === 0)
  );
}

const reach = 40;

function findBack(kept: readonly Mention[], mention: Mention): number {
  for (let i = kept.length - 1; i >= 0 && i >= kept.length - reach; i--)
    if (same(kept[i]!, mention)) return i;
  return -1;
}

function same(earlier: Mention, later: Mention): boolean {
  const a = earlier.finding;
  const b = later.finding;
  if (!sameAct(earlier, later)) return false;
  if (apart(a.actors, b.actors) || apart(a.recipients, b.recipients) || timesApart(earlier, later))
    return false;
  if (a.event.background !== b.event.background) return false;
  // "the strikes", with nothing said of how far they got, are those told of before, however far those got.
  if (later.anaphoric && isBare(later.standing)) return true;
  return (
    a.status?.stage === b.status?.stage &&
    a.status?.polarity === b.status?.polarity &&
    a.status?.certainty === b.status?.certainty &&
    (a.speaker.kind === b.speaker.kind || b.speaker.kind === "unstated") &&
    (a.speaker.name === b.speaker.name || b.speaker.kind === "unstated")
  );
}

/** Told without a word that places it: given, not claimed. */
function isBare(standing: Standing): boolean {
  return standing.under.length === 0 && standing.polarity === "affirmed" && !standing.future;
}

function sameAct(earlier: Mention, later: Mention): boolean {
  const [a, b] = [earlier.finding.event, later.finding.event];
  if (a.lemma === b.lemma && a.type === b.type) return true;
  if (!later.anaphoric) return false;
  if (later.trigger.weak && later.anaphoric)
    return a.type === "ASSAULT" || a.type === "MOBILIZE" || a.type === "COERCE";
  return a.type === b.type && a.mode !== undefined && a.mode === b.mode;
}

/** Both name somebody, and nobody is named by both. */
function apart(a: readonly ActorRef[], b: readonly ActorRef[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return !a.some((one) => b.some((other) => other.id === one.id || related(one, other)));
}

/** "vessels" may be the "suspected drug smuggling vessels" of before; a government acts for its country. */
function related(a: ActorRef, b: ActorRef): boolean {
  if (a.country !== undefined && a.country === b.country) return true;
  if (!a.id.startsWith("group:") || !b.id.startsWith("group:")) return false;
  const last = (name: string) => name.toLowerCase().split(/\s+/).at(-1);
  return last(a.name) === last(b.name);
}

function timesApart(earlier: Mention, later: Mention): boolean {
  const [a, b] = [earlier.finding.time, later.finding.time];
  // "the strike of 22 September" after one of which no day is told: the day says that it may be another
  if (a === undefined && b !== undefined && later.ownDay && !earlier.headline) return true;
  if (a?.from === undefined || b?.from === undefined) return false;
  const [aEnd, bEnd] = [a.to ?? "9999", b.to ?? "9999"];
  return a.from > bEnd || b.from > aEnd;
}

/** Characters of a day's value. */
const day = 10;

/** The first leads; the second adds what it lacks. */
function merged(a: FindingOf<"event">, b: FindingOf<"event">): FindingOf<"event"> {
  // "the third this year": how many there were, not when this one was
  const time = a.time ?? (b.time !== undefined && b.time.value.length < day ? undefined : b.time);
  return {
    ...a,
    actors: a.actors.length > 0 ? a.actors : b.actors,
    recipients: a.recipients.length > 0 ? a.recipients : b.recipients,
    instruments: [...new Set([...a.instruments, ...b.instruments])],
    places: a.places.length > 0 ? a.places : b.places,
    ...(time === undefined ? {} : { time }),
  };
}
