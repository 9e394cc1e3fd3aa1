import type { ActorRef } from "./actor.ts";
import type { Place } from "./place.ts";
import type { Span } from "./span.ts";
import type { Speaker } from "./speaker.ts";
import type { Status } from "./status.ts";
import type { Time } from "./time.ts";

/** PLOVER 1.0 event types (the upper-case names), as its code book gives them. */
export type PloverType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "AID"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

export interface EventBody {
  /** Absent for an act or happening that PLOVER has no type for. */
  readonly type?: PloverType;
  /** PLOVER mode where it has one ("aerial", "arrest", "seize" …). */
  readonly mode?: string;
  /** PLOVER contexts ("military", "legal", "crime" …). */
  readonly context?: readonly string[];
  /** The trigger as printed, with its particle or light verb ("strikes", "sent troops"). */
  readonly words: string;
  readonly trigger: Span;
  /** Lemma of the trigger, the key when events are joined. */
  readonly lemma: string;
  /** The act as a short noun phrase or clause cut from the text, for the record's line. */
  readonly what: Span;
  /** Who does it or whom it befalls, where the words of `what` leave that to an earlier clause ("was hurt and taken away"). */
  readonly subject?: Span;
  /** Done again and again over a time ("has supported … through training"). */
  readonly habitual?: boolean;
  /** Told as background of an earlier time, not as news. */
  readonly background?: boolean;
}

export interface FigureBody {
  /** killed, injured, missing, detained, displaced, deployed, seized, struck, spent … */
  readonly measure: string;
  /** The population counted, as printed ("suspected smugglers"). */
  readonly of?: string;
  /** "at least 34" is low 34; "up to 450" is high 450; a plain number is best; null means unstated. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** "people", "vessels", "kg", "USD" … */
  readonly unit: string;
  /** "year", "day" … for a rate. */
  readonly per?: string;
  /** ISO date (or year-month, or open TIMEX3 value) from which it is counted. */
  readonly since?: string;
  /** ISO date at which it held. */
  readonly asOf?: string;
  /** The number with its approximator, as printed. */
  readonly words: Span;
  /** Given as the count before, which another has replaced ("rose from 19"). */
  readonly former?: true;
  /** Number of the finding ("f3") of which this is a part ("including 11 on the first boat"). */
  readonly partOf?: string;
}

export type Stance = "supports" | "opposes" | "conditional" | "open" | "denies-intending";

export interface PositionBody {
  readonly actor: ActorRef;
  readonly stance: Stance;
  /** What the stance is towards, a span of the text. */
  readonly proposal: Span;
}

export interface LegalBasisBody {
  /** "Title 50", "Resolution 2733", "designation as foreign terrorist organisations". */
  readonly instrument: string;
  readonly words: Span;
  readonly invokedBy?: ActorRef;
  /** The act that it is to carry. */
  readonly for?: Span;
  readonly disputedBy?: ActorRef;
  /** The act that is said to break it. */
  readonly brokenBy?: Span;
}

export interface ExpectationBody {
  readonly what: Span;
  readonly by?: Time;
  readonly condition?: Span;
}

export type StatementMode = "quoted" | "reported" | "mixed" | "thought";

export interface StatementBody {
  readonly cue: Span;
  /** Content spans; several when quotation and reporting clause interleave. */
  readonly content: readonly Span[];
  readonly mode: StatementMode;
}

/** Where a finding stands: the sentence (or clause) and the hedges on it ("reportedly", "may"). */
export interface Evidence extends Span {
  readonly hedges: readonly Span[];
}

interface Common {
  /** Within its report: "f1", "f2" … in text order. */
  readonly id: string;
  readonly evidence: Evidence;
  readonly status?: Status;
  readonly speaker: Speaker;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  /** As printed. */
  readonly instruments: readonly string[];
  readonly places: readonly Place[];
  readonly time?: Time;
}

/** One thing that one report says. A discriminated union on `kind`; offsets point into the report's text. */
export type Finding = Common &
  (
    | { readonly kind: "event"; readonly event: EventBody }
    | { readonly kind: "figure"; readonly figure: FigureBody }
    | { readonly kind: "position"; readonly position: PositionBody }
    | { readonly kind: "legal-basis"; readonly legalBasis: LegalBasisBody }
    | { readonly kind: "expectation"; readonly expectation: ExpectationBody }
    | { readonly kind: "statement"; readonly statement: StatementBody }
  );

export type FindingKind = Finding["kind"];
export type FindingOf<K extends FindingKind> = Extract<Finding, { kind: K }>;
