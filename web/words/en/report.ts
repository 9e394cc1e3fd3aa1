/** A report's page, and the versions of its page. */
import { many } from "./counting.ts";

export const report = {
  annotations: "Mark in the text",
  none: "Nothing was found in this report.",
  unread: "This report was kept but not read:",
  warnings: "Odd about this page",
  by: "By",
  credit: "Credits",
  language: "Language",
  extractor: "Extracted by",
  modified: "Changed",
  section: "Section",
  partOf: "Entry of a live page",
  paywalled: "Paywall",
  paywalledYes: "Its publisher says that it is not free to read: the text may be cut",
  nextPage: "Goes on, unread, at",
  amendments: "What its publisher says it has corrected",
  captions: "Under its pictures",
  marked: "The sentence you came from is marked.",
  input: "Input",
  found: "Found in this report",
  show: "Show in the text",
};

export const versions = {
  title: (n: number) => `${n} versions of this page`,
  one: (fetched: string) => `Fetched ${fetched}`,
  shown: "shown here",
  show: "Show this version",
  first: "first version kept",
  told: {
    note: "corrected with a note",
    time: "marked as updated",
    silent: "changed silently: no note, no later time",
  },
  same: "the same words",
  changes: (n: number) => many(n, "sentence differs", "sentences differ"),
  kind: { added: "Added", removed: "Removed", moved: "Moved", reworded: "Reworded" },
  was: "Was:",
  is: "Is:",
};
