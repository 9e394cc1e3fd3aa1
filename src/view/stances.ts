/** Stands in words. */
import type { Stance } from "../model/finding.ts";
import { english, type Words } from "./words/words.ts";

/** A stance by its name, as revisions hold it; any other word stays as it is. */
export function stanceWords(stance: string, { line }: Words = english): string {
  return Object.hasOwn(line.stance, stance) ? line.stance[stance as Stance] : stance;
}
