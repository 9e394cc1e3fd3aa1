/** Whether two reports mean the same actor by other names. */
import { type Actor, type ActorKind, type ActorOffer, type ActorRef, actorRef } from "../../model/actor.ts";
import type { Reading } from "../../model/reading.ts";
import { wordsOf } from "./words.ts";

/**
 * same: one actor. near: one state or one body that the other belongs to. open: nothing to tell it by, as for
 * a minister whose country no report gives and a country. apart: two actors.
 */
export type Sameness = "same" | "near" | "open" | "apart";

const order: Readonly<Record<Sameness, number>> = { apart: 0, open: 1, near: 2, same: 3 };

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

/** Kinds that say little of whom they are part of. */
const vagueKinds: ReadonlySet<ActorKind> = new Set(["group", "organisation", "unknown"]);

export function sameness(a: ActorRef, b: ActorRef): Sameness {
  if (a.id === b.id) return "same";
  if (a.wikidata !== undefined && a.wikidata === b.wikidata) return "same";
  if (a.country !== undefined && a.country === b.country) {
    if (stateKinds.has(a.kind) && stateKinds.has(b.kind)) return "same";
    if (statePartKinds.has(a.kind) && stateKinds.has(b.kind)) return "near";
    if (stateKinds.has(a.kind) && statePartKinds.has(b.kind)) return "near";
    if (a.kind === "person" && stateKinds.has(b.kind)) return "near";
    if (b.kind === "person" && stateKinds.has(a.kind)) return "near";
    // "Kenya's security chiefs" may act for Kenya
    if (stateKinds.has(a.kind) && vagueKinds.has(b.kind)) return "open";
    if (stateKinds.has(b.kind) && vagueKinds.has(a.kind)) return "open";
  } else if (a.country !== undefined && b.country !== undefined) {
    return "apart";
  }
  if ((a.kind === "person") !== (b.kind === "person"))
    return isUnplaced(a) || isUnplaced(b) ? "open" : "apart";
  if (a.kind === "person" && b.kind === "person") return samePerson(a, b);
  if (a.wikidata !== undefined && b.wikidata !== undefined) return "apart";
  return sameName(a.name, b.name);
}

/** Best agreement of any two; undefined where a side names nobody. */
export function agreement(a: readonly ActorRef[], b: readonly ActorRef[]): Sameness | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let best: Sameness = "apart";
  for (const one of a) {
    for (const other of b) {
      const found = sameness(one, other);
      if (found === "same") return found;
      if (order[found] > order[best]) best = found;
    }
  }
  return best;
}

function isUnplaced({ kind, country }: ActorRef): boolean {
  return kind === "person" && country === undefined;
}

/**
 * "Claudia Sheinbaum" is "Claudia Sheinbaum Pardo"; "Claudia Ruiz" is not, nor is "President Ruiz" "Ana Ruiz Vega". A
 * surname alone is its bearer's where both are known to be of one country; else it may be another of that name.
 */
function samePerson(a: ActorRef, b: ActorRef): Sameness {
  const [short, long] = byLength(nameWords(a.name), nameWords(b.name));
  if (short.length === 0 || !short.every((word) => long.includes(word))) return "apart";
  if (short.length > 1) return short.at(-1) === long.at(-1) || short[0] === long[0] ? "same" : "apart";
  if (long.length === 1) return "same";
  if (short[0] !== long.at(-1)) return "apart";
  return a.country !== undefined && a.country === b.country ? "same" : "near";
}

/** One name is the other with words added ("Coast Guard", "US Coast Guard"). */
function sameName(a: string, b: string): Sameness {
  const [short, long] = byLength(nameWords(a), nameWords(b));
  if (short.length === 0) return "apart";
  if (short.at(-1) !== long.at(-1) || !short.every((word) => long.includes(word))) return "apart";
  return short.length === long.length && short.every((word, i) => word === long[i]) ? "same" : "near";
}

/** Names met, of which there are few and each often. */
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/** The words of a name. */
export function nameWords(name: string): readonly string[] {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const words = wordsOf(name);
  if (known.size < mostKnown) known.set(name, words);
  return words;
}

type Words = readonly string[];

function byLength(a: Words, b: Words): [Words, Words] {
  return a.length <= b.length ? [a, b] : [b, a];
}

/** Two actors that may be one: kept apart until somebody says so. */
export function offersOf(readings: readonly Reading[]): ActorOffer[] {
  const actors = new Map<string, Known>();
  for (const { actors: found } of readings)
    for (const actor of found) {
      const known = actors.get(actor.id) ?? { actor, mentions: 0, roles: new Set<string>() };
      known.mentions += actor.mentions.length;
      for (const role of actor.roles) for (const word of wordsOf(role)) known.roles.add(word);
      actors.set(actor.id, known);
    }
  const keys = new Map<string, Known[]>();
  for (const one of actors.values())
    for (const key of keysOf(one)) keys.set(key, [...(keys.get(key) ?? []), one]);
  const offers = new Map<string, ActorOffer & { readonly weight: number }>();
  for (const group of keys.values()) {
    if (group.length > mostOfOneName) continue;
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const why = mayBeOne(one, other);
        if (why === undefined) continue;
        const [a, b] = one.actor.id < other.actor.id ? [one, other] : [other, one];
        const offer = {
          a: actorRef(a.actor),
          b: actorRef(b.actor),
          why,
          weight: one.mentions + other.mentions,
        };
        offers.set(`${a.actor.id} ${b.actor.id}`, offer);
      }
  }
  return [...offers.values()]
    .sort(
      (a, b) =>
        b.weight - a.weight || (a.a.id < b.a.id ? -1 : a.a.id > b.a.id ? 1 : a.b.id < b.b.id ? -1 : 1),
    )
    .slice(0, mostOffers)
    .map(({ weight: _, ...offer }) => offer);
}

interface Known {
  readonly actor: Actor;
  mentions: number;
  readonly roles: Set<string>;
}

/** A name that so many bear tells nothing. */
const mostOfOneName = 12;
const mostOffers = 100;

/** What two names of one actor share: the last word of a person's name; an organisation's last word or its initials. */
function keysOf({ actor }: Known): string[] {
  const words = wordsOf(actor.name);
  const last = words.at(-1);
  if (last === undefined || actor.kind === "group" || stateKinds.has(actor.kind)) return [];
  if (actor.kind === "person") return [`person ${last}`];
  return [
    `body ${last}`,
    ...(isAcronym(actor.name) ? [`initials ${words.join("")}`] : [`initials ${initialsOf(words)}`]),
  ];
}

/** Why two may be one; undefined where they are one already, or surely two. */
function mayBeOne(one: Known, other: Known): string | undefined {
  const [a, b] = [one.actor, other.actor];
  const found = sameness(a, b);
  if (found === "same" || (a.country !== undefined && b.country !== undefined && a.country !== b.country))
    return undefined;
  if ((a.kind === "person") !== (b.kind === "person")) return undefined;
  const [x, y] = [wordsOf(a.name), wordsOf(b.name)];
  if (a.kind === "person") {
    if (x.length > 1 && y.length > 1) return undefined;
    const roles = [...one.roles].filter((role) => other.roles.has(role) && role.length > 2);
    return roles.length > 0 ? `one surname, and both “${roles[0]}”` : "one surname";
  }
  if (a.wikidata !== undefined && b.wikidata !== undefined) return undefined;
  if (isAcronym(a.name) !== isAcronym(b.name)) {
    const [short, long] = isAcronym(a.name) ? [x, y] : [y, x];
    return short.join("") === initialsOf(long) ? "the initials of the other" : undefined;
  }
  // "the Ministry" may be any of them
  return found === "near" && Math.min(x.length, y.length) > 1 ? "one name with words added" : undefined;
}

const isAcronym = (name: string) => /^\p{Lu}{2,8}$/u.test(name.replace(/[.\s]/gu, ""));

/** Of the words that acronyms count. */
const initialsOf = (words: readonly string[]) =>
  words
    .filter((word) => !/^(?:of|the|for|and|on|in|de|del|la)$/.test(word))
    .map((word) => word[0])
    .join("");
