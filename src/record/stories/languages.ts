/**
 * Stories of reports in any language, online: each language has a stream of its own, as words are rare or common in a
 * language; and what the streams make of one happening is one story, where names, numbers and time say so.
 */
import type { Report } from "../../model/report.ts";
import type { Story, StoryLink } from "../../model/story.ts";
import { Across, type LinkTeacher } from "./across.ts";
import type { GrowingStory } from "./growing-story.ts";
import { StoryStream, type Weights } from "./stream.ts";
import { headlineOf } from "./vocabulary.ts";

export interface AllWeights extends Weights {
  /** Two stories of different languages are one. */
  readonly across: readonly number[];
}

export class Stories {
  readonly #weights: AllWeights;
  readonly #across: Across;
  readonly #streams = new Map<string, StoryStream>();
  /** Reports of each language. */
  readonly #counts = new Map<string, number>();
  /** Of each report, in the order in which they came. */
  readonly #placeOf = new Map<string, { readonly order: number; readonly stream: StoryStream }>();

  constructor(weights: AllWeights, teacher?: LinkTeacher) {
    this.#weights = weights;
    this.#across = new Across(weights.across, teacher);
  }

  /** Takes the next report. */
  add(report: Report): void {
    const language = report.language ?? this.#usual();
    this.#counts.set(language, (this.#counts.get(language) ?? 0) + 1);
    this.#across.told(report.id, headlineOf(report), language);
    const stream = this.#streamOf(language);
    this.#placeOf.set(report.id, { order: this.#placeOf.size, stream });
    stream.add(report);
    this.#across.look(stream.storyOf(report.id));
  }

  /** In the order in which they began. */
  stories(): Story[] {
    const order = (report: string) => this.#placeOf.get(report)!.order;
    const groups = new Map<GrowingStory, GrowingStory[]>();
    const roots = this.#roots();
    for (const [story, root] of roots) {
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [story]);
      else group.push(story);
    }
    return [...groups.values()]
      .map((stories) => {
        const reports = stories.flatMap(({ members }) => members.map(({ report }) => report));
        reports.sort((a, b) => order(a) - order(b));
        const across = stories.length === 1 ? [] : stories.flatMap((story) => this.#linkOf(story) ?? []);
        return {
          id: reports[0]!,
          reports,
          decisions: reports.map((report) => this.#placeOf.get(report)!.stream.decisionOf(report)),
          ...(across.length === 0 ? {} : { across }),
        };
      })
      .sort((a, b) => order(a.id) - order(b.id));
  }

  #linkOf(story: GrowingStory): StoryLink | undefined {
    const link = this.#across.linkOf(story);
    return link && { report: story.members[0]!.report, ...link };
  }

  /** Each story with one that stands for all that it is linked with. */
  #roots(): Map<GrowingStory, GrowingStory> {
    const above = new Map<GrowingStory, GrowingStory>();
    for (const stream of this.#streams.values())
      for (const story of stream.growing()) above.set(story, story);
    for (const story of above.keys()) {
      const link = this.#across.linkOf(story);
      if (link === undefined) continue;
      const other = this.#placeOf.get(link.with)!.stream.storyOf(link.with);
      above.set(rootOf(above, other), rootOf(above, story));
    }
    return new Map([...above.keys()].map((story) => [story, rootOf(above, story)]));
  }

  #streamOf(language: string): StoryStream {
    let stream = this.#streams.get(language);
    if (stream === undefined) {
      const across = this.#across;
      stream = new StoryStream(
        this.#weights,
        {},
        {
          put: (story, report) => across.put(story, report, language),
          take: (story, report) => across.take(story, report),
        },
      );
      this.#streams.set(language, stream);
    }
    return stream;
  }

  /** Of whose language nothing is known: it is taken for the one that most have so far, the first on a tie. */
  #usual(): string {
    let [usual, most] = ["", 0];
    for (const [language, count] of this.#counts) if (count > most) [usual, most] = [language, count];
    return usual;
  }
}

/** The last above a story, which then stands right above it. */
function rootOf(above: Map<GrowingStory, GrowingStory>, story: GrowingStory): GrowingStory {
  let root = story;
  while (above.get(root) !== root) root = above.get(root)!;
  for (let at = story; at !== root; ) {
    const next = above.get(at)!;
    above.set(at, root);
    at = next;
  }
  return root;
}
