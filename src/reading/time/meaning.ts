/** What a time expression means, before any calendar is looked at. */
import type { Unit } from "../../language/en/time-words.ts";
import type { Span } from "../../model/span.ts";

/** Part of a period that is meant: "early", "mid", "late" or the rest of it. */
export type Edge = "START" | "MID" | "END";

/** -1 last, 0 this, 1 next. */
export type Which = -1 | 0 | 1;

export type Meaning =
  | { kind: "date"; year?: number; month?: number; day?: number; bc?: boolean }
  | { kind: "weekday"; weekday: number; which?: Which }
  /** `amount` of null: "several years ago". From now, or from the time that the text is at. */
  | { kind: "relative"; unit: Unit; amount: number | null; from: "now" | "then"; counted?: boolean }
  | { kind: "month"; month: number; which: Which }
  /** "January last year". */
  | { kind: "monthOf"; month: number; years: Which }
  | { kind: "part"; part: "quarter" | "half"; number: number; year?: Meaning }
  | { kind: "season"; season: string; which?: Which; year?: Meaning }
  | { kind: "decade"; start: number }
  | { kind: "century"; number: number; bc?: boolean }
  | { kind: "holiday"; name: string; year?: number; which?: Which }
  | { kind: "duration"; unit: Unit; amount: number | null; rest?: string }
  | { kind: "set"; value: string }
  | { kind: "reference"; value: string }
  | { kind: "clock"; hour?: number; minute?: number; part?: string; date?: Meaning };

export interface Match extends Span {
  readonly meaning: Meaning;
  readonly edge?: Edge;
}
