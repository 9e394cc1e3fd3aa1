import type { Span } from "./span.ts";

/**
 * named: a person by name. office: an institution, or its spokesman without a name. anonymous: unnamed
 * people. collective: a named group of people ("critics"). document: a cited report, letter, filing.
 * outlet: another paper or station. unstated: the report's own voice.
 */
export type SpeakerKind =
  | "named"
  | "office"
  | "anonymous"
  | "document"
  | "outlet"
  | "collective"
  | "unstated";

export interface Speaker {
  readonly kind: SpeakerKind;
  /** Resolved within the report ("Claudia Sheinbaum" for "she"). */
  readonly name?: string;
  /** As printed. */
  readonly words?: string;
  readonly span?: Span;
  /** Id of the actor that it resolves to. */
  readonly actor?: string;
  /** How many, where said ("three officials"). */
  readonly count?: number;
  /** Why unnamed, as printed ("not authorised to speak publicly"). */
  readonly reason?: string;
}
