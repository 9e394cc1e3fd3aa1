/** Where a dateline ends, by the tree: the engine hangs it beside the root. */
import type { Token } from "../../model/sentence.ts";

/** Index of the first word behind "NAIROBI, Oct. 16 (Agency) —"; 0 where there is no dateline. */
export function afterDateline(tokens: readonly Token[]): number {
  if (tokens[0]?.upos !== "PROPN") return 0;
  for (let i = 1; i < 20 && i + 1 < tokens.length; i++) {
    if (!/^(?:—|–|--|-)$/.test(tokens[i]!.form) || tokens[i]!.head > i) continue;
    const outward = tokens.slice(0, i).filter((one) => one.head > i);
    return outward.length === 1 && outward[0]!.deprel === "parataxis" ? i + 1 : 0;
  }
  return 0;
}
