/**
 * Reports on one happening as stories, online: each report is compared with the stories that share its rarest words
 * and joins the likeliest, or begins one. Stories that turn out to be one are merged. One pass; a decision is a
 * weighted sum of features that can be shown.
 */
import type { Report } from "../../model/report.ts";
import type { Story, StoryDecision } from "../../model/story.ts";
import { featureNames } from "./features.ts";
import { GrowingStory } from "./growing-story.ts";
import { type Profile, Vocabulary } from "./vocabulary.ts";

/** Weights of a score above 0, in the order of `featureNames` and `mergeFeatureNames`. */
export interface Weights {
  /** A report joins a story: one of which there is a headline alone, and one with a text. */
  readonly headline: readonly number[];
  readonly text: readonly number[];
  /** Two stories are one. */
  readonly mergeHeadline: readonly number[];
  readonly mergeText: readonly number[];
}

/** Sees each decision before it is made, and may make it; for learning. */
export interface Teacher {
  /** The candidate to join, null for none of them, undefined for what the weights say. */
  joining?(profile: Profile, candidates: readonly Candidate[]): Candidate | null | undefined;
  merging?(small: GrowingStory, large: GrowingStory, features: Float64Array): boolean | undefined;
}

export interface Candidate {
  readonly story: GrowingStory;
  readonly features: Float64Array;
  readonly score: number;
}

/** Words looked up to find stories: the rarest of a report. */
const lookedUp = 16;
/** A word that more stories hold finds none where rarer words did, and the latest of them where not. */
const common = 400;
/** Stories compared in full. */
const shortlist = 16;
/** Days without a report after which a story is over: later ones begin a new story. */
const over = 45;
/** Likeliest other stories tried for a merge, how much less than surely, and members that speak for the smaller. */
const tried = 6;
const slack = 4;
const spokesmen = 8;
/**
 * While there are few stories, nobody knows what is rare: in a small archive about one subject every report shares the
 * subject's words. So much more is asked of a text, for joining and for merging, less by a third with every `known` stories.
 */
const caution = { joining: 25, merging: 3 };
const known = 8;

export class StoryStream {
  readonly #weights: Weights;
  readonly #teacher: Teacher;
  readonly #vocabulary = new Vocabulary();
  readonly #stories = new Map<string, GrowingStory>();
  /** Stories by the terms that they hold, in the order in which they came to hold them. */
  readonly #holding = new Map<number, GrowingStory[]>();
  readonly #decisions = new Map<string, StoryDecision>();

  constructor(weights: Weights, teacher: Teacher = {}) {
    this.#weights = weights;
    this.#teacher = teacher;
  }

  /** Stories in the order in which they began. */
  stories(): Story[] {
    return [...this.#stories.values()].map(({ id, members }) => {
      const reports = members.toSorted((a, b) => a.order - b.order).map(({ report }) => report);
      return { id, reports, decisions: reports.map((report) => this.#decisions.get(report)!) };
    });
  }

  /** Takes the next report of the stream. */
  add(report: Report): void {
    const profile = this.#vocabulary.profile(report);
    const ranked = this.#ranked(profile);
    const best = this.#best(profile, ranked);
    const story = best?.story ?? this.#begin(report.id);
    this.#decisions.set(report.id, this.#decide(profile, best?.features));
    this.#put(story, profile);
    this.#merge(story, ranked);
  }

  #best(profile: Profile, ranked: readonly Candidate[]): Candidate | undefined {
    const told = this.#teacher.joining?.(profile, ranked);
    if (told !== undefined) return told ?? undefined;
    const first = ranked[0];
    return first !== undefined && first.score >= 0 ? first : undefined;
  }

  /** Candidate stories, likeliest first. */
  #ranked(profile: Profile): Candidate[] {
    const weights = this.#joinWeights(profile);
    return this.#candidates(profile)
      .map((story) => {
        const features = story.features(profile);
        return { story, features, score: sum(weights, features) - this.#caution(profile, "joining") };
      })
      .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1));
  }

  #caution({ long }: Profile, at: keyof typeof caution): number {
    return long ? caution[at] * (2 / 3) ** (this.#vocabulary.stories / known) : 0;
  }

  #joinWeights({ long }: Profile): readonly number[] {
    return long ? this.#weights.text : this.#weights.headline;
  }

  /** Stories that share the rarest words, by how rare those are together; those long over fall out. */
  #candidates({ terms, rarity, arrived }: Profile): GrowingStory[] {
    const rarest = [...terms.ids.keys()]
      .filter((k) => this.#holding.has(terms.ids[k]!))
      .sort((a, b) => rarity[b]! - rarity[a]! || a - b)
      .slice(0, lookedUp);
    const found = new Map<GrowingStory, number>();
    for (const k of rarest) {
      const holding = this.#holding.get(terms.ids[k]!)!;
      if (holding.length > common && found.size > 0) break;
      for (const story of holding.slice(-common)) {
        if (story.ended || arrived - story.arrived > over) continue;
        found.set(story, (found.get(story) ?? 0) + rarity[k]!);
      }
    }
    return [...found]
      .sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1))
      .slice(0, shortlist)
      .map(([story]) => story);
  }

  #begin(report: string): GrowingStory {
    const story = new GrowingStory(report, this.#vocabulary);
    this.#stories.set(report, story);
    return story;
  }

  #put(story: GrowingStory, profile: Profile): void {
    for (const id of story.add(profile)) {
      const holding = this.#holding.get(id);
      if (holding === undefined) this.#holding.set(id, [story]);
      else holding.push(story);
    }
  }

  /** The story just fed may now be one with a runner-up: the smaller one's reports speak for it. */
  #merge(fed: GrowingStory, ranked: readonly Candidate[]): void {
    let story = fed;
    for (const { story: other, score } of ranked.slice(0, tried)) {
      if (score < -slack) break;
      if (other === story || other === fed || !story.isWorthAsking(other)) continue;
      const [small, large] = other.size <= story.size ? [other, story] : [story, other];
      if (!this.#areOne(small, large)) continue;
      for (const member of small.members) {
        this.#decisions.set(member.report, this.#decide(member, large.features(member)));
        this.#put(large, member);
      }
      small.end();
      this.#stories.delete(small.id);
      story = large;
    }
  }

  #areOne(small: GrowingStory, large: GrowingStory): boolean {
    const asked = spread(small.members, spokesmen);
    const features = new Float64Array(featureNames.length + 1);
    for (const member of asked) {
      const one = large.features(member);
      for (let k = 0; k < one.length; k++) features[k]! += one[k]! / asked.length;
    }
    features[featureNames.length] = Math.log(small.size) / 4;
    const weights = asked.at(-1)!.long ? this.#weights.mergeText : this.#weights.mergeHeadline;
    return (
      this.#teacher.merging?.(small, large, features) ??
      sum(weights, features) >= this.#caution(asked.at(-1)!, "merging")
    );
  }

  /** The features that weighed most; none for a report that began its story. */
  #decide(profile: Profile, features: Float64Array | undefined): StoryDecision {
    const { report } = profile;
    if (features === undefined) return { report, because: [] };
    const weights = this.#joinWeights(profile);
    const because = [...features]
      .map((value, k) => ({ feature: featureNames[k]!, value, gave: value * weights[k]! }))
      .filter(({ feature }) => feature !== "bias")
      .sort((a, b) => Math.abs(b.gave) - Math.abs(a.gave))
      .slice(0, 4);
    return { report, score: sum(weights, features) - this.#caution(profile, "joining"), because };
  }
}

function sum(weights: readonly number[], features: Float64Array): number {
  let total = 0;
  for (let k = 0; k < features.length; k++) total += features[k]! * weights[k]!;
  return total;
}

/** So many, evenly spread over all, the last among them. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 1) * all.length) / count) - 1]!);
}
