/** The recurrent scorer's dimensions, and which matrices it has: shared by its reader and its trainer. */
import { INPUT, padded, WIDTH } from "../../src/language/shape.ts";
import { schemes, steps } from "./score.ts";

/** What the engine knows of a token: its last state, and what its form alone tells. */
export const STATE = WIDTH;
export const FORM = INPUT;
export const SEEN = STATE + FORM;
/** Learnt for each tag and each relation; a token has one of both, summed. */
export const TAGS = 32;
export const WIDE = 96;
export const HALF = WIDE / 2;
export const LAYERS = 2;
/** What a predicate comes to before its scores: from its token, the one above it, and its features. */
export const HIDDEN = 32;
export const CLASSES = steps.length;
export const OUT = padded(schemes.length * CLASSES);

export type Sizes = [name: string, rows: number, columns: number];

export const matrices: readonly Sizes[] = [
  ["in", SEEN + TAGS, WIDE],
  ["in.bias", 1, WIDE],
  ...Array.from({ length: LAYERS }, (_, l): Sizes[] => [
    [`norm${l}`, 1, WIDE],
    [`before${l}`, 1, WIDE],
    [`after${l}`, 1, WIDE],
    [`layer${l}`, WIDE, 6 * HALF],
    [`layer${l}.bias`, 1, 6 * HALF],
  ]).flat(),
  ["out.norm", 1, WIDE],
  ["view", 2 * WIDE, HIDDEN],
  ["view.bias", 1, HIDDEN],
  ["out", HIDDEN, OUT],
  ["out.bias", 1, OUT],
];
