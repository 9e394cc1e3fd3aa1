/** Whether two reports mean the same actor by other names. */
import type { ActorKind, ActorRef } from "../model/actor.ts";
import { wordsOf } from "./words.ts";

/**
 * same: one actor. near: one state or one body that the other belongs to. open: nothing to tell it by, as for
 * a minister whose country no report gives and a country. apart: two actors.
 */
export type Sameness = "same" | "near" | "open" | "apart";

const order: readonly Sameness[] = ["apart", "open", "near", "same"];

/** In news a country's name, its government and its head stand for one another when it acts. */
const stateKinds: ReadonlySet<ActorKind> = new Set(["country", "government"]);
const statePartKinds: ReadonlySet<ActorKind> = new Set([
  "country",
  "government",
  "ministry",
  "military",
  "police",
  "legislature",
  "court",
]);

export function sameness(a: ActorRef, b: ActorRef): Sameness {
  if (a.id === b.id) return "same";
  if (a.wikidata !== undefined && b.wikidata !== undefined)
    return a.wikidata === b.wikidata ? "same" : "apart";
  if (a.country !== undefined && a.country === b.country) {
    if (stateKinds.has(a.kind) && stateKinds.has(b.kind)) return "same";
    if (statePartKinds.has(a.kind) && stateKinds.has(b.kind)) return "near";
    if (stateKinds.has(a.kind) && statePartKinds.has(b.kind)) return "near";
    if (a.kind === "person" && stateKinds.has(b.kind)) return "near";
    if (b.kind === "person" && stateKinds.has(a.kind)) return "near";
  } else if (a.country !== undefined && b.country !== undefined) {
    return "apart";
  }
  if ((a.kind === "person") !== (b.kind === "person"))
    return isUnplaced(a) || isUnplaced(b) ? "open" : "apart";
  if (a.kind === "person" && b.kind === "person") return samePerson(a.name, b.name) ? "same" : "apart";
  return sameName(a.name, b.name);
}

/** Best agreement of any two; undefined where a side names nobody. */
export function agreement(a: readonly ActorRef[], b: readonly ActorRef[]): Sameness | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let best: Sameness = "apart";
  for (const one of a) {
    for (const other of b) {
      const found = sameness(one, other);
      if (order.indexOf(found) > order.indexOf(best)) best = found;
    }
  }
  return best;
}

function isUnplaced({ kind, country }: ActorRef): boolean {
  return kind === "person" && country === undefined;
}

/** "Sheinbaum" is "Claudia Sheinbaum"; "Claudia Ruiz" is not, nor is "President Ruiz" "Ana Ruiz Vega". */
function samePerson(a: string, b: string): boolean {
  const [short, long] = byLength(wordsOf(a), wordsOf(b));
  if (short.length === 0 || short.at(-1) !== long.at(-1)) return false;
  return short.every((word) => long.includes(word));
}

/** One name is the other with words added ("Coast Guard", "US Coast Guard"). */
function sameName(a: string, b: string): Sameness {
  const [short, long] = byLength(wordsOf(a), wordsOf(b));
  if (short.length === 0) return "apart";
  if (short.join(" ") === long.join(" ")) return "same";
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word)) ? "near" : "apart";
}

function byLength(a: string[], b: string[]): [string[], string[]] {
  return a.length <= b.length ? [a, b] : [b, a];
}
