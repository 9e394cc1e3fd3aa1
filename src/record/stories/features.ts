/** What a decision about a report and a story is made by, as names in the order of the values. */

/** Cosines and shares are between 0 and 1; rarity is against the rarest possible. */
export const featureNames = [
  "bias",
  "like the story",
  "like its nearest report",
  "like its three nearest",
  "share of the report's words that the story holds",
  "rarest word in common",
  "second rarest",
  "third rarest",
  "time since its last report",
  "time since its first",
  "reports in it",
  "how much its reports agree",
  "letters like the story's",
  "letters like its nearest report's",
  "share of the names in common",
  "no names told",
  "words of the report",
  "share of the story's words that the report holds",
  "share of the numbers in common",
  "no numbers told",
  "share of the dates in common",
  "kinds of date that disagree",
  "rarest name that the story lacks",
  "rarest name of the story that the report lacks",
  "share of the headline's words that the story holds",
  "share of the headline's words in the story's headlines",
  "words in common, by rarity",
  "days since its last report, beyond two",
  "like the story, squared",
  "like the story, by its reports",
  "names like the story's",
] as const;

/** Of two stories of different languages. */
export const acrossNames = [
  "bias",
  "terms in common",
  "terms in common, squared",
  "rarest term in common",
  "second rarest",
  "third rarest",
  "terms in common, by rarity",
  "share of the smaller one's terms",
  "share of the larger one's terms",
  "numbers in common",
  "numbers that differ",
  "countries in common",
  "countries that differ",
  "time between them",
  "time between their middles",
  "reports in the smaller",
  "reports in the larger",
  "terms in common, by the smaller one's reports",
] as const;

/** The same of a story's reports against another story, on average, and how many they are. */
export const mergeFeatureNames = [...featureNames, "reports that would come along"] as const;
