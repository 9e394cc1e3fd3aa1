/** Labels that would cover one another stand as one, with what it holds counted. */

export interface Label<T> {
  readonly of: T;
  /** Middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Cluster<T> {
  /** The first stands for all. */
  readonly of: readonly [T, ...T[]];
  readonly x: number;
  readonly y: number;
}

const height = 30;
/** What a label of several places takes. */
const clusterWidth = 130;

/**
 * In the order given, most important first: a label that meets one that stands already joins it. Linear in the labels
 * times those that can stand in a view.
 */
export function clustered<T>(labels: readonly Label<T>[]): Cluster<T>[] {
  const standing: { of: [T, ...T[]]; x: number; y: number; width: number }[] = [];
  for (const { of, x, y, width } of labels) {
    const met = standing.find(
      (one) => Math.abs(one.x - x) < (one.width + width) / 2 && Math.abs(one.y - y) < height,
    );
    if (met === undefined) standing.push({ of: [of], x, y, width });
    else {
      met.of.push(of);
      met.width = Math.max(met.width, clusterWidth);
    }
  }
  return standing.map(({ of, x, y }) => ({ of, x, y }));
}
