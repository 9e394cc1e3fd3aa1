/** A number of a sentence with the noun that it counts. */
import type { Token } from "../../model/sentence.ts";
import type { Measured } from "../measure/measured.ts";
import type { Quantity } from "./numbers.ts";

export interface Counted {
  readonly quantity: Quantity;
  /** The noun counted, or the number itself where it stands for one ("64 were killed"). */
  readonly noun: Token;
  /** The token that hangs on the verb: the noun, or the number before "of" ("dozens of people"). */
  readonly node: Token;
  /** "no casualties", "nobody was hurt". */
  readonly none: boolean;
  /** What one side of a vote is told to be, where two numbers tell it ("225-201"). */
  readonly side?: Measured;
}
