/** From arc scores to a tree: each word's best head, and where that is no tree, the best tree there is. */

/**
 * `scores[i * ld + j]` is how well word j heads word i, column n the root. Fills `heads` (n for the root).
 * Exactly one word hangs on the root (Zmigrod et al. 2020 show why that must be asked for).
 */
export function treeFrom(scores: Float32Array, at: number, ld: number, n: number, heads: Int32Array): void {
  let roots = 0;
  for (let i = 0; i < n; i++) {
    let best = n;
    for (let j = 0; j < n; j++)
      if (j !== i && scores[at + i * ld + j]! > scores[at + i * ld + best]!) best = j;
    heads[i] = best;
    if (best === n) roots++;
  }
  if (roots === 1 && !hasCycle(heads, n)) return;
  let root = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let other = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) if (j !== i) other = Math.max(other, scores[at + i * ld + j]!);
    const gain = scores[at + i * ld + n]! - (n === 1 ? 0 : other);
    if (gain > most) {
      most = gain;
      root = i;
    }
  }
  if (n > LONGEST_EXACT) {
    repair(scores, at, ld, n, root, heads);
    return;
  }
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      w[i * n + j] = i === j || i === root ? Number.NEGATIVE_INFINITY : scores[at + i * ld + j]!;
  }
  const found = arborescence(w, n, root);
  for (let i = 0; i < n; i++) heads[i] = i === root ? n : found[i]!;
}

/** Longer sentences (lists, noise) are repaired rather than solved: the exact way takes cubic time at worst. */
const LONGEST_EXACT = 120;

/** Each word in turn keeps its head if that leads to the root through words already kept, else hangs on the root word. */
function repair(
  scores: Float32Array,
  at: number,
  ld: number,
  n: number,
  root: number,
  heads: Int32Array,
): void {
  for (let i = 0; i < n; i++) {
    if (i === root) heads[i] = n;
    else if (heads[i] === n) heads[i] = root;
  }
  // 0: not seen, 1: on the way up from the word being looked at, 2: leads to the root
  const state = new Uint8Array(n);
  state[root] = 2;
  for (let i = 0; i < n; i++) {
    let k = i;
    while (state[k] === 0) {
      state[k] = 1;
      k = heads[k]!;
    }
    // a cycle is cut at its word that likes the root word best; then all of it leads to the root
    if (state[k] === 1) {
      let cut = k;
      state[k] = 2;
      for (let j = heads[k]!; j !== k; j = heads[j]!) {
        state[j] = 2;
        if (scores[at + j * ld + root]! > scores[at + cut * ld + root]!) cut = j;
      }
      heads[cut] = root;
    }
    for (let j = i; state[j] === 1; j = heads[j]!) state[j] = 2;
  }
}

function hasCycle(heads: Int32Array, n: number): boolean {
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let k = i;
    while (k < n && seen[k] === 0) {
      seen[k] = i + 1;
      k = heads[k]!;
    }
    if (k < n && seen[k] === i + 1) return true;
  }
  return false;
}

/** Chu and Liu (1965), Edmonds (1967): w[i * n + j] is the weight of j heading i; heads of all but the root. */
function arborescence(w: Float64Array, n: number, root: number): Int32Array {
  const heads = new Int32Array(n).fill(root);
  for (let i = 0; i < n; i++) {
    if (i === root) continue;
    for (let j = 0; j < n; j++) if (j !== i && w[i * n + j]! > w[i * n + heads[i]!]!) heads[i] = j;
  }
  const cycle = cycleIn(heads, n, root);
  if (cycle === undefined) return heads;
  // contract the cycle into one node, the last of the smaller graph
  const inCycle = new Uint8Array(n);
  for (const k of cycle) inCycle[k] = 1;
  const nodes: number[] = [];
  for (let i = 0; i < n; i++) if (inCycle[i] === 0) nodes.push(i);
  const m = nodes.length + 1;
  const small = new Float64Array(m * m).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(m).fill(cycle[0]!);
  const leaves = new Int32Array(m).fill(cycle[0]!);
  let whole = 0;
  for (const k of cycle) whole += w[k * n + heads[k]!]!;
  nodes.forEach((i, a) => {
    nodes.forEach((j, b) => {
      small[a * m + b] = w[i * n + j]!;
    });
    for (const k of cycle) {
      // from the cycle to i, and from i into the cycle at k
      if (w[i * n + k]! > small[a * m + m - 1]!) {
        small[a * m + m - 1] = w[i * n + k]!;
        leaves[a] = k;
      }
      const into = whole - w[k * n + heads[k]!]! + w[k * n + i]!;
      if (into > small[(m - 1) * m + a]!) {
        small[(m - 1) * m + a] = into;
        enters[a] = k;
      }
    }
  });
  const above = arborescence(small, m, nodes.indexOf(root));
  nodes.forEach((i, a) => {
    if (i !== root) heads[i] = above[a] === m - 1 ? leaves[a]! : nodes[above[a]!]!;
  });
  const from = above[m - 1]!;
  heads[enters[from]!] = nodes[from]!;
  return heads;
}

function cycleIn(heads: Int32Array, n: number, root: number): number[] | undefined {
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let k = i;
    while (k !== root && seen[k] === 0) {
      seen[k] = i + 1;
      k = heads[k]!;
    }
    if (k !== root && seen[k] === i + 1) {
      const cycle = [k];
      for (let j = heads[k]!; j !== k; j = heads[j]!) cycle.push(j);
      return cycle;
    }
  }
  return undefined;
}
