/**
 * Reports on one happening as stories, online: each report is compared with the stories that share its rarest words
 * and joins the likeliest, or begins one. Stories that turn out to be one are merged. One pass; a decision is a
 * weighted sum of features that can be shown.
 */
import type { Report } from "../../model/report.ts";
import type { Story, StoryDecision } from "../../model/story.ts";
import { featureNames, GrowingStory } from "./growing-story.ts";
import { type Profile, Vocabulary } from "./vocabulary.ts";

export interface Weights {
  /** In the order of `featureNames`. */
  readonly features: readonly number[];
  /** Score from which a report joins a story. */
  readonly join: number;
  /** Mean score of a story's reports against another story from which the two are one. */
  readonly merge: number;
}

/** Words looked up to find stories: the rarest of a report. */
const lookedUp = 16;
/** A word that more stories hold finds none, where rarer words did. */
const common = 400;
/** Stories compared in full. */
const shortlist = 24;
/** Days without a report after which a story is over: later ones begin a new story. */
const over = 45;
/** Runner-up stories tried for a merge, and members compared for it. */
const tried = 4;
const membersCompared = 8;

export class StoryStream {
  readonly #weights: Weights;
  readonly #vocabulary = new Vocabulary();
  readonly #stories = new Map<string, GrowingStory>();
  /** Stories by the terms that they hold. */
  readonly #holding = new Map<number, Set<GrowingStory>>();
  readonly #decisions = new Map<string, StoryDecision>();

  constructor(weights: Weights) {
    this.#weights = weights;
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
    const best = ranked[0];
    const joins = best !== undefined && best.score >= this.#weights.join;
    const story = joins ? best.story : this.#begin(report.id);
    this.#decisions.set(report.id, this.#decide(report.id, joins ? best.features : undefined));
    this.#put(story, profile);
    this.#merge(story, ranked);
  }

  /** Candidate stories, likeliest first. */
  #ranked(profile: Profile): Candidate[] {
    return this.#candidates(profile)
      .map((story) => {
        const features = story.features(profile, this.#vocabulary);
        return { story, features, score: this.#score(features) };
      })
      .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1));
  }

  #score(features: Float64Array): number {
    let sum = 0;
    for (let k = 0; k < features.length; k++) sum += features[k]! * this.#weights.features[k]!;
    return sum;
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
      if (holding.size > common && found.size > 0) break;
      for (const story of holding) {
        if (arrived - story.arrived > over) holding.delete(story);
        else found.set(story, (found.get(story) ?? 0) + rarity[k]!);
      }
    }
    return [...found]
      .sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1))
      .slice(0, shortlist)
      .map(([story]) => story);
  }

  #begin(report: string): GrowingStory {
    const story = new GrowingStory(report);
    this.#stories.set(report, story);
    return story;
  }

  #put(story: GrowingStory, profile: Profile): void {
    story.add(profile);
    for (const id of profile.terms.ids) {
      let holding = this.#holding.get(id);
      if (holding === undefined) {
        holding = new Set();
        this.#holding.set(id, holding);
      }
      holding.add(story);
    }
  }

  /** The story just fed may now be one with a runner-up: the smaller one's reports speak for the larger. */
  #merge(fed: GrowingStory, ranked: readonly Candidate[]): void {
    let story = fed;
    for (const { story: other, score } of ranked.slice(0, tried)) {
      if (other === story || score < this.#weights.join - 1.5) continue;
      const [small, large] = other.size <= story.size ? [other, story] : [story, other];
      const asked = small.members.slice(-membersCompared);
      const scores = asked.map((member) => this.#score(large.features(member, this.#vocabulary)));
      if (scores.reduce((sum, one) => sum + one, 0) / asked.length < this.#weights.merge) continue;
      for (const member of [...small.members]) {
        const features = large.features(member, this.#vocabulary);
        this.#decisions.set(member.report, this.#decide(member.report, features));
        this.#put(large, member);
      }
      for (const id of small.terms()) this.#holding.get(id)?.delete(small);
      this.#stories.delete(small.id);
      story = large;
    }
  }

  /** The features that weighed most; none for a report that began its story. */
  #decide(report: string, features: Float64Array | undefined): StoryDecision {
    if (features === undefined) return { report, because: [] };
    const because = [...features]
      .map((value, k) => ({ feature: featureNames[k]!, value, gave: value * this.#weights.features[k]! }))
      .filter(({ feature }) => feature !== "bias")
      .sort((a, b) => Math.abs(b.gave) - Math.abs(a.gave))
      .slice(0, 4);
    return { report, score: this.#score(features) - this.#weights.join, because };
  }
}

interface Candidate {
  readonly story: GrowingStory;
  readonly features: Float64Array;
  readonly score: number;
}
