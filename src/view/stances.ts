/** Stands in words, as line.ts has them in lines: labels rather than verbs, as they fit one actor and many alike. */
import type { Stance } from "../model/finding.ts";

export const stances: Readonly<Record<Stance, string>> = {
  supports: "in favour",
  opposes: "against",
  conditional: "on conditions",
  open: "left open",
  "denies-intending": "no such intent",
};

/** A stance by its name, as revisions hold it; any other word stays as it is. */
export function stanceWords(stance: string): string {
  return Object.hasOwn(stances, stance) ? stances[stance as Stance] : stance;
}
