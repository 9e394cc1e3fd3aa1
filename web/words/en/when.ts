/** The two times: as of, and as known at. */
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
  open: "Set the time",
};
