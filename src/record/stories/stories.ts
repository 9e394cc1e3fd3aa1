/** Reports as stories. Pure: the same reports give the same stories in whatever order they are handed over. */
import type { Report } from "../../model/report.ts";
import type { Story } from "../../model/story.ts";
import { inFetchOrder } from "../captures.ts";
import { StoryStream } from "./stream.ts";
import { weights } from "./weights.ts";

/** In the order in which they began. Each report is decided on with those fetched before it. */
export function storiesOf(reports: readonly Report[]): Story[] {
  const stream = new StoryStream(weights);
  for (const report of inFetchOrder(reports)) stream.add(report);
  return stream.stories();
}
