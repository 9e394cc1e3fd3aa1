/** Reports as stories. Pure: the same reports give the same stories in whatever order they are handed over. */
import type { Report } from "../../model/report.ts";
import type { Story } from "../../model/story.ts";
import { inFetchOrder } from "../tellings/captures.ts";
import { Stories } from "./languages.ts";
import { weights } from "./weights.ts";

/** In the order in which they began. Each report is decided on with those fetched before it. */
export function storiesOf(reports: readonly Report[]): Story[] {
  const stories = new Stories(weights);
  for (const report of inFetchOrder(reports)) stories.add(report);
  return stories.stories();
}
