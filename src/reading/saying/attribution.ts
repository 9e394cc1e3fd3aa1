/** Who says what, as found in the text: a frame that attributes. */
import type { Frame } from "./frames.ts";

export interface Attribution extends Frame {
  /** Log-odds that the cue attributes. */
  readonly score: number;
  /** Stands in what another attribution says. */
  readonly nested: boolean;
}
