/**
 * What each feature adds to a score, learnt by tools/train-stories.ts; models/stories.md says on what and how well they do.
 * The columns: a report of which there is a headline alone joins a story; one with a text does; two stories of such
 * headlines are one; two stories of such texts are.
 */
import type { Weights } from "./stream.ts";

export const table: readonly (readonly [string, number, number, number, number])[] = [
  ["bias", -41.619, -16.226, -9.931, -6.817],
  ["like the story", 0.538, 14.863, 20.576, 1.486],
  ["like its nearest report", -8.02, 12.204, 18.758, 1.439],
  ["like its three nearest", 0.858, 13.432, -6.601, 1.231],
  ["share of the report's words that the story holds", -6.009, 3.974, -27.883, 0.518],
  ["rarest word in common", 20.661, 0.517, 12.302, 0.946],
  ["second rarest", 4.638, 1.781, 13.12, 0.978],
  ["third rarest", 7.56, 2.047, 5.119, 0.611],
  ["time since its last report", -14.502, -6.813, -40.387, -0.484],
  ["time since its first", -11.87, 3.964, -2.09, 0.267],
  ["reports in it", 1.216, 0.157, -9.495, 0.795],
  ["how much its reports agree", 2.772, 7.653, -16.235, 0.681],
  ["letters like the story's", 19.516, 11.666, 31.575, -0.027],
  ["letters like its nearest report's", 18.18, 7.889, -8.236, 0.002],
  ["share of the names in common", -1.101, 9.39, -5.762, 0.264],
  ["no names told", 5.335, -0.099, 5.377, 0],
  ["words of the report", 2.556, -2.562, -16.848, -0.147],
  ["share of the story's words that the report holds", -0.847, -7.831, 12.621, 0.117],
  ["share of the numbers in common", -0.062, 3.485, 6.648, 2.09],
  ["no numbers told", 0.194, -2.836, 3.915, -1.578],
  ["share of the dates in common", 0.192, 0.518, -0.073, -0.056],
  ["kinds of date that disagree", 4.868, -1.404, -24.65, -1.151],
  ["rarest name that the story lacks", 0.038, -5.902, -7.594, 0.082],
  ["rarest name of the story that the report lacks", -0.565, -5.272, -10.994, -0.383],
  ["share of the headline's words that the story holds", 0.894, 6.473, 7.031, 1.254],
  ["share of the headline's words in the story's headlines", 0.894, -8.138, 7.031, 0.606],
  ["words in common, by rarity", 6.437, 11.277, 0.845, 0.143],
  ["days since its last report, beyond two", -7.248, -4.759, 2.29, 0.062],
  ["like the story, squared", -4.436, 6.332, -49.784, 0.545],
  ["like the story, by its reports", 17.773, 3.181, -1.6, 0.83],
  ["names like the story's", 9.639, -0.622, 7.364, 1.376],
  ["reports that would come along", 0, 0, 8.214, -2.906],
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
