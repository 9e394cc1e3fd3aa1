/** A stand as the words take it, before it is known who its holder is. */

import type { Stance } from "../../model/finding.ts";
import type { Token } from "../../model/sentence.ts";

export interface Stand {
  /** The word that carries it. */
  readonly word: Token;
  readonly holders: readonly Token[];
  readonly stance: Stance;
  readonly proposal: Token | readonly Token[];
  /** Taken in words: the holder says so. */
  readonly saying: boolean;
  /** Only states, their bodies and those who speak for them refuse by saying what they will not do. */
  readonly official?: true;
  /** Of persons only those who hold an office. */
  readonly ofOffice?: true;
  /** Held by nobody but who is reported to say so. */
  readonly spoken?: true;
}
