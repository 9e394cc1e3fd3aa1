/**
 * How far an act has got, whether it is affirmed, and how surely: read from the tree, top down, so that
 * "has not ruled out approving a plan to strike" is settled word by word and each word is settled once.
 */
import type { Token } from "../model/sentence.ts";
import type { Status } from "../model/status.ts";
import { attitudeAbove, takesEffect } from "./status/attitude-above.ts";
import { attitudeOf } from "./status/attitude-words.ts";
import { isHearsay } from "./status/doubted.ts";
import { apply } from "./status/effects.ts";
import { formOf, isDefinite, isSubjunctive } from "./status/form.ts";
import { asGiven } from "./status/given.ts";
import { firstOf, type Hanging, isSubject, type Known } from "./status/hanging.ts";
import { linkOf } from "./status/links.ts";
import { noOn, ownStanding } from "./status/own-words.ts";
import { placements } from "./status/placements.ts";
import { real, type Standing, statusFrom, weaker } from "./status/standing.ts";
import { underAttitude } from "./status/under-attitude.ts";
import { pass } from "./status/without-attitude.ts";
import { turnedByWordsBefore } from "./status/words-before.ts";
import { is, kid, kids, parent, type Tree, upward } from "./tree.ts";
import { WhileReading } from "./while-reading.ts";

export { attitudeOf } from "./status/attitude-words.ts";
export { type Standing, statusFrom, weaker } from "./status/standing.ts";

/** The status of the act that a token names (a verb, a noun, or an adjective). */
export function statusOf(tree: Tree, token: Token): Status {
  return statusFrom(standingOf(tree, token));
}

/** The field's factuality score, -3 (surely not) to 3 (surely), for measurement only. */
export function factuality(status: Status): number {
  if (status.stage === "called-off") return -1.5;
  const sure = { asserted: 3, probable: 2, possible: 1, unknown: 0.3 }[status.certainty];
  const far = {
    discussed: 0.3,
    planned: 0.75,
    authorised: 0.6,
    announced: 0.7,
    threatened: 0.4,
    attempted: 0.4,
  };
  const weight = (status.stage === undefined ? 1 : (far as Record<string, number>)[status.stage]) ?? 1;
  return (status.polarity === "denied" ? -1 : 1) * sure * weight;
}

const standings = new WhileReading<Tree, Map<number, Standing>>();

/** The standing of a token, given by its own phrase or as what stands above leaves it. */
export function standingOf(tree: Tree, token: Token): Standing {
  return asGiven(tree, token, settled(tree, token), (other) => settled(tree, other));
}

/** What stands above a token leaves of it, computed once a token; a cycle in the tree counts as the root. */
function settled(tree: Tree, token: Token, depth = 0): Standing {
  const known = standings.get(tree) ?? new Map<number, Standing>();
  standings.set(tree, known);
  const chain: Token[] = [];
  // Climb first, settle on the way down: deep trees need no deep recursion.
  for (let at: Token | undefined = token; at !== undefined && !known.has(at.i) && !chain.includes(at); )
    at = chain.push(at) > 400 ? undefined : parent(tree, at);
  for (let k = chain.length - 1; k >= 0; k--) {
    const at = chain[k]!;
    known.set(
      at.i,
      settle(tree, at, (other) => known.get(other.i), false, depth),
    );
  }
  return known.get(token.i)!;
}

/** How often a governor beside the tree's path may itself stand under such a one. */
const deepest = 3;

function settle(tree: Tree, token: Token, known: Known, beside = false, depth = deepest): Standing {
  const form = formOf(tree, token);
  let standing = ownStanding(tree, token, form);
  const turned = turnedByWordsBefore(tree, token, standing);
  if (turned !== undefined) return turned;
  const link = linkOf(tree, token);
  // a governor beside the act's ancestors ("seems unlikely that …") hangs on one of them
  const above =
    link === undefined
      ? undefined
      : (known(link.governor) ?? (beside ? undefined : besideOf(tree, token, link.governor, known, depth)));
  if (link !== undefined && above !== undefined) {
    standing = embed({
      tree,
      form,
      own: standing,
      link,
      above,
      known,
      beside: (other) => settle(tree, other, known, true),
    });
    if (standing.polarity === "affirmed" && isHearsay(tree, link.relation))
      standing = { ...standing, certainty: weaker(standing.certainty, "probable") };
  }
  // "insisted that the troops be withdrawn": asked for
  if (isSubjunctive(form) && standing.stage === undefined) standing = { ...standing, certainty: "unknown" };
  // "said no to any mission", "cannot stop every shooting": none in particular
  if (
    form.nominal &&
    standing.polarity === "affirmed" &&
    real.has(standing.stage) &&
    isOfAny(tree, token, above)
  )
    standing = { ...standing, stage: undefined, certainty: "unknown" };
  // "no strikes were carried out" denies them once, whatever stands above.
  if (form.nominal && noOn(tree, token) !== undefined && standing.polarity === "affirmed")
    standing = { ...standing, polarity: "denied" };
  return standing;
}

function isOfAny(tree: Tree, noun: Token, above: Standing | undefined): boolean {
  const all = kid(tree, noun, "det")?.form.toLowerCase();
  return all === "any" || (all === "every" && (above?.polarity === "denied" || above?.future === true));
}

/** The standing of a governor that is none of the token's ancestors. */
function besideOf(tree: Tree, token: Token, governor: Token, known: Known, depth: number): Standing {
  const isBelow = depth >= deepest || upward(tree, governor).includes(token);
  return isBelow ? settle(tree, governor, known, true) : settled(tree, governor, depth + 1);
}

/** What the word above leaves of the act. */
function embed(one: Hanging): Standing {
  const { tree, form, own, link, above } = one;
  const standing = firstOf(placements, one);
  if (standing !== undefined) return standing;
  const found = attitudeAbove(one);
  // "strikes are necessary": not that there are any
  if (found?.name === "want" && isSubject(one) && form.nominal && owed.test(link.governor.form))
    if (!isDefinite(tree, link.relation))
      return { ...own, stage: undefined, certainty: "unknown", under: ["want", ...above.under] };
  if (found !== undefined && takesEffect(one, found)) return underAttitude(one, found);
  if (is(link.relation, "acl:relcl")) return own;
  return raised(one) ?? pass(tree, own, form, link, above, isSubject(one));
}

const owed = /^(?:necessary|essential|needed|required)$/i;

/** "The attack is expected to begin": the subject has the status of the infinitive that tells of it. */
function raised({ tree, form, own, link: { governor, relation }, beside }: Hanging): Standing | undefined {
  if (!form.nominal || !is(relation, "nsubj", "obj")) return undefined;
  for (const one of kids(tree, governor, "xcomp")) {
    const found = attitudeOf(tree, one);
    // "wants the rally cancelled"
    const undone = one.xpos === "VBN" && /^(?:call off|end|postpone)$/.test(found?.name ?? "");
    if (found === undefined || (found.ofSubject !== true && !undone)) continue;
    // it may hang on this very noun
    const standing = beside(one);
    return apply(own, found, one, undone ? standing : { ...standing, stage: standing.stage ?? "planned" });
  }
  return undefined;
}
