/** The two times: as of, and as known at. */
import { many, number } from "./counting.ts";

export const when = {
  label: "Time",
  asOf: "As of",
  asOfHelp: "Only what was published by then.",
  knownAt: "As known on",
  knownAtHelp: "Only what had been fetched by then.",
  clear: "Back to now",
  past: (asOf: string | undefined, knownAt: string | undefined) =>
    [asOf && `published by ${asOf}`, knownAt && `known on ${knownAt}`].filter(Boolean).join(", "),
  showing: "You are looking at the past:",
  calendar: "Choose a day",
  previous: "Earlier",
  following: "Later",
  now: "Now",
  slide: (label: string) => `${label}: slide through time`,
  reports: (n: number, all: number) => `${number(n)} of ${many(all, "report", "reports")}`,
  told: (n: number) => `${many(n, "entry", "entries")} first told by then`,
  changes: (n: number) => `${many(n, "change", "changes")} known by then`,
  earlier: "To the change before",
  later: "To the change after",
  play: "Play the changes one after the other",
  pause: "Stop playing",
  density: {
    published: "Reports by day of publication",
    known: "Changes of the record by when they became known",
  },
};
