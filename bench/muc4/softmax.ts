/** Multinomial logistic regression over named features: learnt with AdaGrad in a fixed order, kept as a small table. */

export interface Example {
  readonly label: number;
  readonly features: readonly string[];
  readonly weight?: number;
}

export interface Softmax {
  readonly classes: readonly string[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Probability of each class. */
export function probabilities(model: Softmax, features: readonly string[]): number[] {
  const sums = new Array<number>(model.classes.length).fill(0);
  add(sums, model.weights["*"]);
  for (const feature of features) add(sums, model.weights[feature]);
  return normal(sums);
}

function add(sums: number[], row: readonly number[] | undefined): void {
  if (row !== undefined) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
}

/** In place. */
function normal(sums: number[]): number[] {
  const most = Math.max(...sums);
  let total = 0;
  for (let k = 0; k < sums.length; k++) total += sums[k] = Math.exp(sums[k]! - most);
  for (let k = 0; k < sums.length; k++) sums[k]! /= total;
  return sums;
}

export interface Lesson {
  readonly rounds: number;
  readonly rate: number;
  /** L2, per example. */
  readonly decay: number;
  /** Features seen less often are left out. */
  readonly least: number;
}

export function learn(classes: readonly string[], examples: readonly Example[], lesson: Lesson): Softmax {
  const rows = examples.map(({ features }) => numbered(features));
  const counts = new Int32Array(names.length);
  for (const row of rows) for (const one of row) counts[one]!++;
  const k = classes.length;
  // Row 0 is the classes' own.
  const at = new Int32Array(names.length);
  let size = 1;
  for (let i = 0; i < counts.length; i++) at[i] = counts[i]! >= lesson.least ? size++ : 0;
  const weights = new Float64Array(size * k);
  const squares = new Float64Array(size * k).fill(1e-2);
  const sums = new Array<number>(k).fill(0);
  const order = shuffled(examples.length);
  const used = rows.map((row) =>
    Int32Array.from([0, ...row.map((one) => at[one]!).filter((one) => one > 0)]),
  );
  for (let round = 0; round < lesson.rounds; round++) {
    for (const i of order) {
      const row = used[i]!;
      sums.fill(0);
      for (const one of row) for (let c = 0; c < k; c++) sums[c]! += weights[one * k + c]!;
      normal(sums);
      const { label, weight = 1 } = examples[i]!;
      for (let c = 0; c < k; c++) {
        const error = weight * (sums[c]! - (c === label ? 1 : 0));
        if (Math.abs(error) < 2e-3) continue;
        for (const one of row) {
          const j = one * k + c;
          const gradient = error + (one === 0 ? 0 : lesson.decay * weights[j]!);
          squares[j]! += gradient * gradient;
          weights[j]! -= (lesson.rate * gradient) / Math.sqrt(squares[j]!);
        }
      }
    }
  }
  const table: Record<string, number[]> = { "*": kept(weights, 0, k) };
  for (let i = 0; i < at.length; i++) {
    if (at[i] === 0) continue;
    const row = kept(weights, at[i]!, k);
    if (row.some((one) => Math.abs(one) >= lightest)) table[names[i]!] = row;
  }
  return { classes, weights: table };
}

/** Features that move nothing are dropped. */
const lightest = 0.03;

/** Two decimals. */
function kept(weights: Float64Array, at: number, k: number): number[] {
  return [...weights.subarray(at * k, at * k + k)].map((one) => Math.round(one * 100) / 100);
}

/** Features by number, told once for every list of them. */
const names: string[] = [];
const numbers = new Map<string, number>();
const lists = new WeakMap<readonly string[], Int32Array>();

function numbered(features: readonly string[]): Int32Array {
  let row = lists.get(features);
  if (row === undefined) {
    row = Int32Array.from(features, (one) => {
      let number = numbers.get(one);
      if (number === undefined) {
        number = names.push(one) - 1;
        numbers.set(one, number);
      }
      return number;
    });
    lists.set(features, row);
  }
  return row;
}

/** A fixed order without a pattern. */
function shuffled(n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let seed = 20261124;
  for (let i = n - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = seed % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
