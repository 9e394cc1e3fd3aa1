/** Actors that an analyst says are one, or two: read as one from the beginning, or no longer offered. */
import { type ActorOffer, type ActorRef, actorRef } from "../../model/actor.ts";
import type { Conflict, Correction } from "../../model/correction.ts";
import type { Finding } from "../../model/finding.ts";
import type { Reading } from "../../model/reading.ts";
import { fold } from "../tellings/words.ts";
import { raised } from "./regrouping.ts";

export interface AsOne {
  readonly readings: readonly Reading[];
  /** By what the reports of a view say; later ones are not known there. */
  readonly conflicts: (isPublic: (report: string) => boolean) => Conflict[];
}

/** Readings in which accepted pairs are one actor, called as the first of the pair. */
export function asOne(readings: readonly Reading[], corrections: readonly Correction[]): AsOne {
  const pairs = corrections.flatMap((correction) =>
    correction.action.kind === "accept-offer" ? [{ correction, ...correction.action }] : [],
  );
  if (pairs.length === 0) return { readings, conflicts: () => [] };
  const same = new Map<string, ActorRef>();
  const resolved = (ref: ActorRef): ActorRef => {
    let found = ref;
    // A chain is as long as there are pairs; a pair accepted both ways round ends it.
    for (let steps = 0; steps <= pairs.length; steps++) {
      const next = same.get(found.id) ?? same.get(nameOf(found));
      if (next === undefined || next.id === found.id) return found;
      found = next;
    }
    return found;
  };
  for (const { a, b } of pairs) {
    const first = resolved(a);
    const second = resolved(b);
    if (first.id === second.id) continue;
    same.set(second.id, first);
    same.set(nameOf(second), first);
  }
  return {
    readings: readings.map((reading) => withActors(reading, resolved)),
    conflicts: (isPublic) => {
      const known = readings.filter(({ report }) => isPublic(report));
      return pairs.flatMap(({ correction, a, b }) => apart(correction, a, b, known));
    },
  };
}

/** Offers that nobody has declined. */
export function offered(offers: readonly ActorOffer[], corrections: readonly Correction[]): ActorOffer[] {
  const declined = corrections.flatMap(({ action }) => (action.kind === "decline-offer" ? [action] : []));
  const is = (one: ActorRef, other: ActorRef) => one.id === other.id || nameOf(one) === nameOf(other);
  return offers.filter(
    ({ a, b }) => !declined.some((no) => (is(a, no.a) && is(b, no.b)) || (is(a, no.b) && is(b, no.a))),
  );
}

/** Ids are made from lexicons, which grow: the name finds an actor whose id is another by now. */
function nameOf({ kind, name }: ActorRef): string {
  return `${kind} ${fold(name)}`;
}

function withActors(reading: Reading, resolved: (ref: ActorRef) => ActorRef): Reading {
  const ids = new Map(reading.actors.map((actor) => [actor.id, resolved(actor).id]));
  const one = (ref: ActorRef): ActorRef => resolved(actorRef(ref));
  return {
    ...reading,
    actors: reading.actors.map((actor) => ({ ...actor, ...one(actor) })),
    findings: reading.findings.map((finding) => findingWith(finding, one, ids)),
    ...(reading.disclosures === undefined
      ? {}
      : { disclosures: reading.disclosures.map((said) => ({ ...said, actor: one(said.actor) })) }),
  };
}

function findingWith(
  finding: Finding,
  one: (ref: ActorRef) => ActorRef,
  ids: ReadonlyMap<string, string>,
): Finding {
  const all = (refs: readonly ActorRef[]) => [
    ...new Map(refs.map((ref) => [one(ref).id, one(ref)])).values(),
  ];
  const { speaker } = finding;
  const common = {
    ...finding,
    actors: all(finding.actors),
    recipients: all(finding.recipients),
    ...(speaker.actor === undefined
      ? {}
      : { speaker: { ...speaker, actor: ids.get(speaker.actor) ?? speaker.actor } }),
  };
  if (common.kind === "position")
    return { ...common, position: { ...common.position, actor: one(common.position.actor) } };
  if (common.kind !== "legal-basis") return common;
  const { invokedBy, disputedBy, ...basis } = common.legalBasis;
  return {
    ...common,
    legalBasis: {
      ...basis,
      ...(invokedBy === undefined ? {} : { invokedBy: one(invokedBy) }),
      ...(disputedBy === undefined ? {} : { disputedBy: one(disputedBy) }),
    },
  };
}

/** Of two countries, or of two Wikidata ids, which they were not when it was said that they are one. */
function apart(correction: Correction, a: ActorRef, b: ActorRef, readings: readonly Reading[]): Conflict[] {
  const read = (ref: ActorRef) =>
    readings.flatMap(({ report, actors }) =>
      actors
        .filter((actor) => actor.id === ref.id || nameOf(actor) === nameOf(ref))
        .map((actor) => ({ report, actor })),
    );
  for (const field of ["country", "wikidata"] as const) {
    if (a[field] !== undefined && b[field] !== undefined) continue;
    const [ofA, ofB] = [read(a), read(b)].map((found) =>
      found.filter(({ actor }) => actor[field] !== undefined),
    );
    const [one] = ofA!;
    const other = ofB!.find(({ actor }) => one !== undefined && actor[field] !== one.actor[field]);
    if (one === undefined || other === undefined) continue;
    const why = `${a.name} is read as of ${one.actor[field]}, ${b.name} as of ${other.actor[field]}`;
    return [
      {
        ...raised(correction, "actors-apart", why),
        reports: [...new Set([one.report, other.report])].sort(),
      },
    ];
  }
  return [];
}
