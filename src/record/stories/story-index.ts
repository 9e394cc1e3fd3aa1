/** The stories that there are, found by the words that they hold. */
import { GrowingStory } from "./growing-story.ts";
import { type Profile, Vocabulary } from "./vocabulary.ts";

/** Words looked up to find stories: the rarest of a report. */
const lookedUp = 16;
/** A word that more stories hold finds none where rarer words did, and the latest of them where not. */
const common = 400;
/** Stories compared in full. */
const shortlist = 16;
/** Days without a report after which a story is over: later ones begin a new story. */
const over = 45;

/** Is told which report comes to which story, and which leaves it. */
export interface Watcher {
  put(story: GrowingStory, report: string): void;
  /** The report is out of the story by now. */
  take(story: GrowingStory, report: string): void;
}

export class StoryIndex {
  readonly vocabulary = new Vocabulary();
  readonly #stories = new Set<GrowingStory>();
  /** Stories by the terms that they hold, in the order in which they came to hold them. */
  readonly #holding = new Map<number, GrowingStory[]>();
  /** Where each report is. */
  readonly #storyOf = new Map<string, GrowingStory>();
  readonly #watcher: Watcher | undefined;
  #begun = 0;

  constructor(watcher?: Watcher) {
    this.#watcher = watcher;
  }

  /** Those with members. */
  stories(): IterableIterator<GrowingStory> {
    return this.#stories.values();
  }

  storyOf(report: string): GrowingStory {
    return this.#storyOf.get(report)!;
  }

  /** Stories that share a report's rarest words, by how rare those are together; those long over fall out. */
  candidates({ terms, rarity, arrived }: Profile): GrowingStory[] {
    const rarest = [...terms.ids.keys()]
      .filter((k) => this.#holding.has(terms.ids[k]!))
      .sort((a, b) => rarity[b]! - rarity[a]! || a - b)
      .slice(0, lookedUp);
    const found = new Map<GrowingStory, number>();
    for (const k of rarest) {
      const id = terms.ids[k]!;
      const holding = this.#holding.get(id)!;
      if (holding.length > common && found.size > 0) break;
      for (const story of holding.slice(-common)) {
        // Some let the word go with a report that went elsewhere.
        if (!story.holds(id) || arrived - story.arrived > over) continue;
        found.set(story, (found.get(story) ?? 0) + rarity[k]!);
      }
    }
    return [...found]
      .sort(([a, x], [b, y]) => y - x || a.number - b.number)
      .slice(0, shortlist)
      .map(([story]) => story);
  }

  /** One without members: it is of the index once the first is put into it. */
  begin(): GrowingStory {
    return new GrowingStory(this.#begun++, this.vocabulary);
  }

  /** Makes a report a member. */
  put(story: GrowingStory, profile: Profile): void {
    if (story.size === 0) {
      this.#stories.add(story);
      this.vocabulary.began();
    }
    for (const id of story.add(profile)) {
      if (story.foundBy.has(id)) continue;
      story.foundBy.add(id);
      const holding = this.#holding.get(id);
      if (holding === undefined) this.#holding.set(id, [story]);
      else holding.push(story);
    }
    this.#storyOf.set(profile.report, story);
    this.#watcher?.put(story, profile.report);
  }

  /** Takes a report out of its story, which is no more where it was the last one. */
  take(story: GrowingStory, profile: Profile): void {
    story.remove(profile);
    this.#watcher?.take(story, profile.report);
    if (story.size > 0) return;
    this.#stories.delete(story);
    this.vocabulary.ended();
  }
}
