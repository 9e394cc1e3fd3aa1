/**
 * What each feature adds to a score, learnt by tools/train-stories.ts; models/stories.md says on what and how well they do.
 * The columns: a report of which there is a headline alone joins a story; one with a text does; two stories of such
 * headlines are one; two stories of such texts are.
 */
import type { Weights } from "./stream.ts";

export const table: readonly (readonly [string, number, number, number, number])[] = [
  ["bias", -26.812, -16.226, -4.17, -6.817],
  ["like the story", 2.243, 14.863, 6.163, 1.486],
  ["like its nearest report", -0.996, 12.204, 3.667, 1.439],
  ["like its three nearest", 0.021, 13.432, -8.663, 1.231],
  ["share of the report's words that the story holds", -0.838, 3.974, -10.207, 0.518],
  ["rarest word in common", 9.952, 0.517, 8.478, 0.946],
  ["second rarest", 9.109, 1.781, 10.556, 0.978],
  ["third rarest", 5.468, 2.047, 0.422, 0.611],
  ["time since its last report", -9.177, -6.813, -21.038, -0.484],
  ["time since its first", -14.302, 3.964, -1.203, 0.267],
  ["reports in it", 1.837, 0.157, -8.099, 0.795],
  ["how much its reports agree", -3.787, 7.653, -11.02, 0.681],
  ["letters like the story's", 14.614, 11.666, 16.969, -0.027],
  ["letters like its nearest report's", 9.313, 7.889, 6.595, 0.002],
  ["share of the names in common", -0.912, 9.39, -6.685, 0.264],
  ["no names told", 2.285, -0.099, 3.666, 0],
  ["words of the report", 4.308, -2.562, -6.184, -0.147],
  ["share of the story's words that the report holds", -1.569, -7.831, 7.36, 0.117],
  ["share of the numbers in common", 3.608, 3.485, 2.898, 2.09],
  ["no numbers told", 1.644, -2.836, 0.19, -1.578],
  ["share of the dates in common", -2.384, 0.518, 3.455, -0.056],
  ["kinds of date that disagree", 4.472, -1.404, -11.47, -1.151],
  ["rarest name that the story lacks", -0.211, -5.902, -7.026, 0.082],
  ["rarest name of the story that the report lacks", -1.91, -5.272, -4.716, -0.383],
  ["share of the headline's words that the story holds", 2.122, 6.473, -3.761, 1.254],
  ["share of the headline's words in the story's headlines", 2.127, -8.138, -3.762, 0.606],
  ["words in common, by rarity", 0.653, 11.277, -4.101, 0.143],
  ["days since its last report, beyond two", -1.434, -4.759, 7.925, 0.062],
  ["like the story, squared", 1.327, 6.332, 0.52, 0.545],
  ["like the story, by its reports", -0.119, 3.181, 7.191, 0.83],
  ["names like the story's", 7.187, -0.622, 9.536, 1.376],
  ["reports that would come along", 0, 0, 10.981, -2.906],
];

export const weights: Weights = {
  headline: column(1).slice(0, -1),
  text: column(2).slice(0, -1),
  mergeHeadline: column(3),
  mergeText: column(4),
};

function column(at: 1 | 2 | 3 | 4): number[] {
  return table.map((row) => row[at]);
}
