/**
 * Scores of coreference as the CoNLL 2012 shared task defines them: MUC (links), B³ (mentions), CEAF-e (entities).
 * A clustering maps mentions, named by any key, to clusters.
 */

export type Clustering = ReadonlyMap<string, string>;

export interface Counts {
  /** Right, and of how many: for recall over gold, for precision over found. */
  readonly recall: readonly [number, number];
  readonly precision: readonly [number, number];
}

export interface Coreference {
  readonly muc: Counts;
  readonly b3: Counts;
  readonly ceafe: Counts;
}

export function coreference(gold: Clustering, found: Clustering): Coreference {
  const [g, f] = [clustersOf(gold), clustersOf(found)];
  const [right, count] = alignment(g, f);
  return {
    muc: { recall: links(g, found), precision: links(f, gold) },
    b3: { recall: overlaps(gold, g, found, f), precision: overlaps(found, f, gold, g) },
    ceafe: { recall: [right, g.size], precision: [count === 0 ? 0 : right, f.size] },
  };
}

export function sum(all: readonly Coreference[]): Coreference {
  const add = (pick: (one: Coreference) => Counts): Counts => {
    const total = (side: "recall" | "precision"): [number, number] => [
      all.reduce((n, one) => n + pick(one)[side][0], 0),
      all.reduce((n, one) => n + pick(one)[side][1], 0),
    ];
    return { recall: total("recall"), precision: total("precision") };
  };
  return { muc: add((one) => one.muc), b3: add((one) => one.b3), ceafe: add((one) => one.ceafe) };
}

export function rates({ recall, precision }: Counts): { p: number; r: number; f: number } {
  const [p, r] = [precision, recall].map(([right, of]) => (of === 0 ? 0 : right / of)) as [number, number];
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

type Clusters = Map<string, string[]>;

function clustersOf(clustering: Clustering): Clusters {
  const clusters: Clusters = new Map();
  for (const [mention, cluster] of clustering) {
    const list = clusters.get(cluster);
    if (list === undefined) clusters.set(cluster, [mention]);
    else list.push(mention);
  }
  return clusters;
}

/** MUC: links of one side that the other side's clusters keep. */
function links(clusters: Clusters, other: Clustering): [number, number] {
  let [right, all] = [0, 0];
  for (const mentions of clusters.values()) {
    const parts = new Set(mentions.map((one) => other.get(one) ?? `alone ${one}`));
    right += mentions.length - parts.size;
    all += mentions.length - 1;
  }
  return [right, all];
}

/** B³: of each mention's cluster, the share that the other side's cluster of it has as well. */
function overlaps(
  own: Clustering,
  clusters: Clusters,
  other: Clustering,
  others: Clusters,
): [number, number] {
  let right = 0;
  for (const [mention, cluster] of own) {
    const there = other.get(mention);
    if (there === undefined) continue;
    const here = clusters.get(cluster)!;
    const set = new Set(others.get(there)!);
    right += here.filter((one) => set.has(one)).length / here.length;
  }
  return [right, own.size];
}

/** CEAF with φ4, the best one-to-one alignment of clusters: its worth, and the number of clusters found. */
function alignment(gold: Clusters, found: Clusters): [number, number] {
  const [rows, columns] = [[...gold.values()], [...found.values()].map((one) => new Set(one))];
  const worth = rows.map((row) =>
    columns.map((column) => {
      const both = row.filter((one) => column.has(one)).length;
      return both === 0 ? 0 : (2 * both) / (row.length + column.size);
    }),
  );
  return [bestAssignment(worth), columns.length];
}

/** The Hungarian method on a matrix of worths: the largest sum with one of each row and column at most. */
function bestAssignment(worth: readonly (readonly number[])[]): number {
  const n = Math.max(worth.length, worth[0]?.length ?? 0);
  const cost = (i: number, j: number) => -(worth[i]?.[j] ?? 0);
  const [u, v] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const match = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    match[0] = i;
    let j0 = 0;
    const least = new Float64Array(n + 1).fill(Infinity);
    const way = new Int32Array(n + 1);
    const used = new Uint8Array(n + 1);
    do {
      used[j0] = 1;
      const i0 = match[j0]!;
      let [delta, j1] = [Infinity, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j] === 1) continue;
        const value = cost(i0 - 1, j - 1) - u[i0]! - v[j]!;
        if (value < least[j]!) {
          least[j] = value;
          way[j] = j0;
        }
        if (least[j]! < delta) [delta, j1] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j] === 1) {
          u[match[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      j0 = j1;
    } while (match[j0] !== 0);
    do {
      const j1 = way[j0]!;
      match[j0] = match[j1]!;
      j0 = j1;
    } while (j0 !== 0);
  }
  let total = 0;
  for (let j = 1; j <= n; j++) if (match[j]! > 0) total -= cost(match[j]! - 1, j - 1);
  return total;
}
