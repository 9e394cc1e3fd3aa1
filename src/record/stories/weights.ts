/**
 * What each feature adds to a score, learnt by tools/train-stories.ts; models/stories.md says on what and how well they do.
 * The columns: a report of which there is a headline alone joins a story; one with a text does; two stories of such
 * headlines are one; two stories of such texts are.
 */
import type { AllWeights } from "./languages.ts";

export const table: readonly (readonly [string, number, number, number, number])[] = [
  ["bias", -41.619, -29.616, -9.931, -90.663],
  ["like the story", 0.538, 25.859, 20.576, 20.973],
  ["like its nearest report", -8.02, 20.51, 18.758, 47.288],
  ["like its three nearest", 0.858, 30.803, -6.601, -2.883],
  ["share of the report's words that the story holds", -6.009, -25.526, -27.883, -8.366],
  ["rarest word in common", 20.661, 24.153, 12.302, 26.075],
  ["second rarest", 4.638, 6.64, 13.12, 14.27],
  ["third rarest", 7.56, 2.553, 5.119, -21.009],
  ["time since its last report", -14.502, -11.113, -40.387, -15.005],
  ["time since its first", -11.87, 2.971, -2.09, 2.589],
  ["reports in it", 1.216, -5.133, -9.495, -8.774],
  ["how much its reports agree", 2.772, 10.269, -16.235, 3.156],
  ["letters like the story's", 19.516, 15.114, 31.575, -2.098],
  ["letters like its nearest report's", 18.18, 2.818, -8.236, 16.094],
  ["share of the names in common", -1.101, 10.385, -5.762, 13.657],
  ["no names told", 5.335, -12.846, 5.377, 0.175],
  ["words of the report", 2.556, -15.463, -16.848, 63.221],
  ["share of the story's words that the report holds", -0.847, -7.751, 12.621, 6.035],
  ["share of the numbers in common", -0.062, 5.283, 6.648, 14.489],
  ["no numbers told", 0.194, 4.813, 3.915, -2.96],
  ["share of the dates in common", 0.192, 4.652, -0.073, 9.386],
  ["kinds of date that disagree", 4.868, 2.104, -24.65, -6.44],
  ["rarest name that the story lacks", 0.038, 0.238, -7.594, -3.742],
  ["rarest name of the story that the report lacks", -0.565, -3.363, -10.994, -10.535],
  ["share of the headline's words that the story holds", 0.894, 2.357, 7.031, 9.313],
  ["share of the headline's words in the story's headlines", 0.894, 1.349, 7.031, -0.617],
  ["words in common, by rarity", 6.437, -9.786, 0.845, -10.471],
  ["days since its last report, beyond two", -7.248, -1.853, 2.29, -6.765],
  ["like the story, squared", -4.436, 18.347, -49.784, -11.28],
  ["like the story, by its reports", 17.773, 6.954, -1.6, -14.002],
  ["names like the story's", 9.639, 6.481, 7.364, 21.989],
  ["reports that would come along", 0, 0, 8.214, -26.639],
];

/** Two stories of different languages are one; learnt by tools/train-links.ts. */
export const acrossTable: readonly (readonly [string, number])[] = [
  ["bias", -2.102],
  ["terms in common", 20.912],
  ["terms in common, squared", -12.579],
  ["rarest term in common", 1.2],
  ["second rarest", 0.386],
  ["third rarest", 0.335],
  ["terms in common, by rarity", -3.644],
  ["share of the smaller one's terms", -2.873],
  ["share of the larger one's terms", 0.207],
  ["numbers in common", 1.782],
  ["numbers that differ", -0.185],
  ["countries in common", 1.283],
  ["countries that differ", -2.158],
  ["time between them", -0.98],
  ["time between their middles", -5.887],
  ["reports in the smaller", 0.321],
  ["reports in the larger", 0.007],
  ["terms in common, by the smaller one's reports", 1.153],
];

export const weights: AllWeights = {
  headline: column(1).slice(0, -1),
  text: column(2).slice(0, -1),
  mergeHeadline: column(3),
  mergeText: column(4),
  across: acrossTable.map(([, weight]) => weight),
};

function column(at: 1 | 2 | 3 | 4): number[] {
  return table.map((row) => row[at]);
}
