/** A name where it stands. */
import type { Entry } from "../../language/en/lexicon.ts";
import type { ActorKind } from "../../model/actor.ts";
import type { Span } from "../../model/span.ts";

/** Tokens `first` to `last` of a sentence. */
export interface NameMention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The name without its titles. */
  readonly words: string;
  /** What a dictionary knows. */
  readonly entry?: Entry;
  /** For names in no dictionary: by titles, head words, given names, the engine's guess. */
  readonly guess: "person" | "organisation" | "place" | "other";
  readonly kind?: ActorKind;
  /** Title words before a person's name, as printed ("Mexican President"). */
  readonly title?: string;
}
