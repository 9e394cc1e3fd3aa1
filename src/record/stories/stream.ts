/**
 * Reports on one happening as stories, online: each report is compared with the stories that share its rarest words
 * and joins the likeliest, or begins one. What comes later may tell better: a report of which the story was not sure is
 * judged again once, stories that turn out to be one are merged, and one that turns out to be two is split. A decision is
 * a weighted sum of features that can be shown. Bounded work for each report; the same reports in the same order give the same.
 */
import type { Report } from "../../model/report.ts";
import type { Story, StoryDecision, StoryJudgement } from "../../model/story.ts";
import { featureNames } from "./features.ts";
import type { GrowingStory } from "./growing-story.ts";
import { smallerPartOf, spread } from "./parts.ts";
import { StoryIndex, type Watcher } from "./story-index.ts";
import type { Profile } from "./vocabulary.ts";

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
  /** Whether no more is asked while there are few stories. */
  readonly bold?: boolean;
  /** The candidate to join, null for none of them, undefined for what the weights say. */
  joining?(profile: Profile, candidates: readonly Candidate[]): Candidate | null | undefined;
  /** Two stories, or the two parts of one: whether they are one. */
  merging?(small: GrowingStory, large: GrowingStory, features: Float64Array): boolean | undefined;
}

export interface Candidate {
  readonly story: GrowingStory;
  readonly features: Float64Array;
  readonly score: number;
}

/** Likeliest other stories tried for a merge, how much less than surely, and members that speak for the smaller. */
const tried = 6;
const slack = 4;
const spokesmen = 8;
/**
 * While there are few stories, nobody knows what is rare: in a small archive about one subject every report shares the
 * subject's words. So much more is asked of a text, for joining and for merging, less by a third with every `known` stories.
 * What more caution than this saves of one subject it loses many times over in archives of many (models/stories.md).
 */
const caution = { joining: 12, merging: 6 };
const known = 12;
/** Reports that come before one whose story was not sure is judged again. */
const later = 64;
/** A choice is sure that is better by this than the next. */
const sure = 8;
/** How much likelier another story must be for a report to go there. */
const better = 2;
/** How surely two parts of a story must not be one for it to be split. */
const asunder = 15;

export class StoryStream {
  readonly #weights: Weights;
  readonly #teacher: Teacher;
  readonly #index: StoryIndex;
  /** By place in the stream, those whose story is not sure. */
  readonly #unsure = new Map<number, Profile>();
  readonly #decisions = new Map<string, StoryDecision>();

  constructor(weights: Weights, teacher: Teacher = {}, watcher?: Watcher) {
    this.#weights = weights;
    this.#teacher = teacher;
    this.#index = new StoryIndex(watcher);
  }

  /** Stories as they are now. */
  growing(): Iterable<GrowingStory> {
    return this.#index.stories();
  }

  /** The story that a report is in now. */
  storyOf(report: string): GrowingStory {
    return this.#index.storyOf(report);
  }

  /** Why a report is in its story. */
  decisionOf(report: string): StoryDecision {
    return this.#decisions.get(report)!;
  }

  /** Stories in the order in which they began. */
  stories(): Story[] {
    return [...this.#index.stories()]
      .map(({ members }) => members.toSorted((a, b) => a.order - b.order))
      .sort(([a], [b]) => a!.order - b!.order)
      .map((members) => {
        const reports = members.map(({ report }) => report);
        return { id: reports[0]!, reports, decisions: reports.map((report) => this.#decisions.get(report)!) };
      });
  }

  /** Takes the next report of the stream. */
  add(report: Report): void {
    const profile = this.#index.vocabulary.profile(report);
    const ranked = this.#ranked(profile);
    const best = this.#best(profile, ranked);
    this.#decide(profile, best?.features);
    this.#settle(profile, best?.story ?? this.#index.begin(), ranked);
    if (marginOf(ranked, best) < sure) this.#unsure.set(profile.order, profile);
    this.#lookAgain(profile.order - later);
  }

  /** A report has its story: that may be one with another now, or two. */
  #settle(profile: Profile, story: GrowingStory, ranked: readonly Candidate[]): void {
    this.#index.put(story, profile);
    this.#split(this.#merged(story, ranked));
  }

  /** Judges a report anew, with all that has come since, where its story was not sure. */
  #lookAgain(order: number): void {
    const before = this.#unsure.get(order);
    if (before === undefined) return;
    this.#unsure.delete(order);
    const from = this.#index.storyOf(before.report);
    this.#index.take(from, before);
    const profile = this.#index.vocabulary.anew(before);
    const ranked = this.#ranked(profile);
    const best = this.#best(profile, ranked);
    const now = ranked.find(({ story }) => story === from);
    if (best === undefined || best === now || (now !== undefined && best.score < now.score + better)) {
      this.#index.put(from, before);
      return;
    }
    this.#decide(profile, best.features, "moved");
    this.#settle(profile, best.story, ranked);
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
    return this.#index
      .candidates(profile)
      .map((story) => {
        const features = story.features(profile);
        return { story, features, score: sum(weights, features) - this.#caution(profile, "joining") };
      })
      .sort((a, b) => b.score - a.score || a.story.number - b.story.number);
  }

  #caution({ long }: Profile, at: keyof typeof caution): number {
    if (!long || this.#teacher.bold) return 0;
    return caution[at] * (2 / 3) ** (this.#index.vocabulary.stories / known);
  }

  #joinWeights({ long }: Profile): readonly number[] {
    return long ? this.#weights.text : this.#weights.headline;
  }

  /** The story just fed may now be one with a runner-up: the smaller one's reports speak for it. Gives what it is part of. */
  #merged(fed: GrowingStory, ranked: readonly Candidate[]): GrowingStory {
    let story = fed;
    for (const { story: other, score } of ranked.slice(0, tried)) {
      if (score < -slack) break;
      if (other.size === 0 || other === story || other === fed || !story.isWorthAsking(other)) continue;
      const [small, large] = other.size <= story.size ? [other, story] : [story, other];
      if (!this.#areOne(small, large)) continue;
      for (const member of [...small.members]) {
        this.#decide(member, large.features(member), "merged");
        this.#index.take(small, member);
        this.#index.put(large, member);
      }
      story = large;
    }
    return story;
  }

  #areOne(small: GrowingStory, large: GrowingStory): boolean {
    const features = this.#together(small, large);
    return this.#teacher.merging?.(small, large, features) ?? this.#oneness(small, features) >= 0;
  }

  /** A story that has grown may be two by now: its parts that are least alike are judged like two stories. */
  #split(story: GrowingStory): void {
    if (!story.isWorthSplitting()) return;
    const members = smallerPartOf(story.members);
    if (members === undefined) return;
    const part = this.#index.begin();
    this.#pass(members, story, part);
    const features = this.#together(part, story);
    const areOne = this.#teacher.merging?.(part, story, features);
    if (areOne ?? this.#oneness(part, features) > -asunder) {
      this.#pass(members, part, story);
      return;
    }
    for (const member of members) this.#decide(member, part.features(member), "split");
    part.isWorthAsking(story);
  }

  #pass(members: readonly Profile[], from: GrowingStory, to: GrowingStory): void {
    for (const member of members) {
      this.#index.take(from, member);
      this.#index.put(to, member);
    }
  }

  /** The mean of the features of the smaller one's reports against the larger, and how many would come along. */
  #together(small: GrowingStory, large: GrowingStory): Float64Array {
    const asked = spread(small.members, spokesmen);
    const features = new Float64Array(featureNames.length + 1);
    for (const member of asked) {
      const one = large.features(member);
      for (let k = 0; k < one.length; k++) features[k]! += one[k]! / asked.length;
    }
    features[featureNames.length] = Math.log(small.size) / 4;
    return features;
  }

  /** Above 0 where the two are rather one. */
  #oneness({ members }: GrowingStory, features: Float64Array): number {
    const speaker = members.at(-1)!;
    const weights = speaker.long ? this.#weights.mergeText : this.#weights.mergeHeadline;
    return sum(weights, features) - this.#caution(speaker, "merging");
  }

  /** Keeps why, with the features that weighed most; none for a report that began its story. */
  #decide(profile: Profile, features: Float64Array | undefined, later?: StoryJudgement["later"]): void {
    const { report } = profile;
    const before = this.#decisions.get(report);
    if (features === undefined) {
      this.#decisions.set(report, { report, because: [] });
      return;
    }
    const weights = this.#joinWeights(profile);
    const because = [...features]
      .map((value, k) => ({ feature: featureNames[k]!, value, gave: value * weights[k]! }))
      .filter(({ feature }) => feature !== "bias")
      .sort((a, b) => Math.abs(b.gave) - Math.abs(a.gave))
      .slice(0, 4);
    const score = sum(weights, features) - this.#caution(profile, "joining");
    if (before === undefined || later === undefined) {
      this.#decisions.set(report, { report, score, because });
      return;
    }
    const { report: _, earlier = [], ...first } = before;
    this.#decisions.set(report, { report, score, because, later, earlier: [...earlier, first] });
  }
}

/** How much the choice is better than the next. */
function marginOf([first, second]: readonly Candidate[], chosen: Candidate | undefined): number {
  if (first === undefined) return Number.POSITIVE_INFINITY;
  if (chosen === undefined) return -first.score;
  return chosen.score - Math.max(0, second?.score ?? 0);
}

function sum(weights: readonly number[], features: Float64Array): number {
  let total = 0;
  for (let k = 0; k < features.length; k++) total += features[k]! * weights[k]!;
  return total;
}
