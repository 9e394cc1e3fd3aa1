import type { Span } from "./span.ts";

/** PLOVER-like sectors, widened by what situations are about. */
export type ActorKind =
  | "person"
  | "country"
  | "government"
  | "ministry"
  | "military"
  | "police"
  | "legislature"
  | "court"
  | "party"
  | "armed-group"
  | "criminal-group"
  | "company"
  | "outlet"
  | "intergovernmental"
  | "ngo"
  | "group"
  | "organisation"
  | "unknown";

/** Who acts or speaks, as resolved within a report. */
export interface ActorRef {
  /**
   * Same actor, same id, across reports: "country:US", "government:US", "person:claudia-sheinbaum",
   * "group:drug-cartels". Made from the lexicons where known, else from the name.
   */
  readonly id: string;
  /** As resolved: the fullest name in the report ("Claudia Sheinbaum"). */
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2 of the country that it belongs to. */
  readonly country?: string;
  readonly wikidata?: string;
}

/** The reference alone, of what knows more of the actor than that. */
export function actorRef({ id, name, kind, country, wikidata }: ActorRef): ActorRef {
  return {
    id,
    name,
    kind,
    ...(country === undefined ? {} : { country }),
    ...(wikidata === undefined ? {} : { wikidata }),
  };
}

/** Every mention of one actor within a report. */
export interface Actor extends ActorRef {
  readonly mentions: readonly Span[];
  /** Roles given in the report ("Mexican President"). */
  readonly roles: readonly string[];
}

/** Two actors that may be one, for an analyst to say; the record keeps them apart. */
export interface ActorOffer {
  readonly a: ActorRef;
  readonly b: ActorRef;
  /** In a few words ("one surname", "the initials of the other"). */
  readonly why: string;
}
