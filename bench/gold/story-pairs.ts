/** Pairs of articles of which it is known whether they tell one story, and how well a grouping tells it. */
import type { Report } from "../../src/model/report.ts";
import { reportOf, type Scores } from "./clusters.ts";
import { readLines } from "./jsonl.ts";

export interface StoryPair {
  readonly id: string;
  readonly lang: string;
  readonly same_story: boolean;
  readonly a: PairedArticle;
  readonly b: PairedArticle;
}

interface PairedArticle {
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

export interface PairScores extends Scores {
  readonly pairs: number;
  /** Share of the pairs that are told right, one story or two. */
  readonly accuracy: number;
}

export function storyPairsOf(file: string): StoryPair[] {
  return readLines<StoryPair>(file);
}

/** The articles as reports by their addresses, each once, fetched a minute apart in the order of the file: none is dated. */
export function pairedReports(pairs: readonly StoryPair[]): Report[] {
  const articles = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((one) => [one.url, one] as const));
  return [...articles.values()].map(({ url, title, text }, i) => ({
    ...reportOf({ id: url, title, text }),
    fetchedAt: new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString(),
  }));
}

/** "One story" as what is sought. */
export function samenessScores(pairs: readonly StoryPair[], isOne: (pair: StoryPair) => boolean): PairScores {
  let [both, found, sought, right] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const one = isOne(pair);
    if (one) found++;
    if (pair.same_story) sought++;
    if (one && pair.same_story) both++;
    if (one === pair.same_story) right++;
  }
  const precision = found === 0 ? 0 : both / found;
  const recall = sought === 0 ? 0 : both / sought;
  return {
    pairs: pairs.length,
    precision,
    recall,
    f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    accuracy: pairs.length === 0 ? 0 : right / pairs.length,
  };
}
