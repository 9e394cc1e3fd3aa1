/** English: the words that every other language translates. */
import { common } from "./common.ts";
import { evidence } from "./evidence.ts";
import { figure } from "./figures.ts";
import { howRead } from "./how-read.ts";
import { live } from "./live.ts";
import { map } from "./map.ts";
import { palette } from "./palette.ts";
import { legal, positions } from "./positions.ts";
import { record } from "./record.ts";
import { report, versions } from "./report.ts";
import { search } from "./search.ts";
import { since } from "./since.ts";
import { part, situation } from "./situation.ts";
import { situations } from "./situations.ts";
import { followed, sources } from "./sources.ts";
import { acts, timeline } from "./timeline.ts";
import { when } from "./when.ts";

export const en = {
  ...common,
  ...record,
  situations,
  situation,
  part,
  since,
  when,
  timeline,
  acts,
  figure,
  live,
  palette,
  positions,
  legal,
  map,
  evidence,
  howRead,
  report,
  versions,
  sources,
  followed,
  search,
};

/** What each language must say. */
export type Words = typeof en;
