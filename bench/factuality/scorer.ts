/** The factuality scores that the benchmark reports: the regression on features and the recurrent scorers, blended by scheme. */
import { fileURLToPath } from "node:url";
import type { Token } from "../../src/model/sentence.ts";
import type { Tree } from "../../src/reading/tree.ts";
import { ensembleFrom } from "./ensemble.ts";
import { regressionOf, type Scheme, schemes, scoreOf } from "./score.ts";

interface Blend {
  /** The recurrent scorers' share of the distribution; the regression has the rest. */
  readonly recurrent: number;
  /**
   * How far from the median, which is least wrong in sum, to the mean, which is steadier where annotators disagree.
   */
  readonly towardsMean: number;
}

/** Chosen on the development sides. */
const blends: Readonly<Record<Scheme, Blend>> = {
  uw: { recurrent: 0.7, towardsMean: 0 },
  meantime: { recurrent: 0, towardsMean: 0 },
  "uds-ih2": { recurrent: 0.8, towardsMean: 0.3 },
};

/** Scores of different tokens of one sentence, -3 to 3. */
export type Scorer = (tree: Tree, asked: readonly Token[], scheme: Scheme) => number[];

export function scorer(): Scorer {
  const ensemble = ensembleFrom(fileURLToPath(new URL("recurrent.bin", import.meta.url)));
  return (tree, asked, scheme) => {
    const { recurrent, towardsMean } = blends[scheme];
    const read = ensemble.distributions(tree, asked, schemes.indexOf(scheme));
    return asked.map((token, p) => {
      const mixed = regressionOf(tree, token, scheme).map(
        (share, c) => (1 - recurrent) * share + recurrent * read[p]![c]!,
      );
      return scoreOf(mixed, towardsMean);
    });
  };
}
