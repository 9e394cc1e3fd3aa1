/** The dynamic oracle of the arc-hybrid system: what each move costs (Goldberg and Nivre 2013). */
import { LEFT, RIGHT, SHIFT, type State } from "../parser.ts";

/** Bit set of the moves among `can` that lose the fewest gold arcs from here. `gold` holds n for the root. */
export function costless(s: State, gold: Int32Array, can: number): number {
  let least = Number.POSITIVE_INFINITY;
  let moves = 0;
  for (const action of [SHIFT, LEFT, RIGHT]) {
    if (!((can >> action) & 1)) continue;
    const cost = costOf(s, gold, action);
    if (cost < least) {
      least = cost;
      moves = 0;
    }
    if (cost === least) moves |= 1 << action;
  }
  return moves;
}

function costOf(s: State, gold: Int32Array, action: number): number {
  const { stack, depth, next, n } = s;
  let cost = 0;
  if (action === SHIFT) {
    // the word shifted can't get a head or dependents from the stack any more, save its head on top
    const b = next;
    for (let d = 0; d < depth; d++) {
      const k = stack[d]!;
      if (gold[k] === b) cost++;
      if (d < depth - 1 && gold[b] === k) cost++;
    }
    return cost;
  }
  const top = stack[depth - 1]!;
  const head = gold[top]!;
  if (action === LEFT) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost++;
  } else if (head >= next) cost++;
  for (let k = next; k < n; k++) if (gold[k] === top) cost++;
  return cost;
}
