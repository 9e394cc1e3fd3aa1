/** Scores of numbers beside gold numbers. */

export interface Pair {
  readonly gold: number;
  readonly own: number;
}

export function meanError(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { gold, own }) => sum + Math.abs(gold - own), 0) / pairs.length;
}

export function pearson(pairs: readonly Pair[]): number {
  const mean = (key: "gold" | "own") => pairs.reduce((sum, one) => sum + one[key], 0) / pairs.length;
  const [g, o] = [mean("gold"), mean("own")];
  let [top, gg, oo] = [0, 0, 0];
  for (const { gold, own } of pairs) {
    top += (gold - g) * (own - o);
    gg += (gold - g) ** 2;
    oo += (own - o) ** 2;
  }
  return top / Math.sqrt(gg * oo);
}
