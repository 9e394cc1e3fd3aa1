/**
 * What each feature adds to a score, learnt by tools/train-stories.ts; models/stories.md says on what and how well they do.
 * The columns: a report of which there is a headline alone joins a story; one with a text does; two stories of such
 * headlines are one; two stories of such texts are.
 */
import type { Weights } from "./stream.ts";

export const table: readonly (readonly [string, number, number, number, number])[] = [
  ["bias", -25.064, -16.226, -4.958, -6.817],
  ["like the story", 3.966, 14.863, 5.202, 1.486],
  ["like its nearest report", -1.177, 12.204, 3.461, 1.439],
  ["like its three nearest", 0.618, 13.432, -4.215, 1.231],
  ["share of the report's words that the story holds", -2.245, 3.974, -10.165, 0.518],
  ["rarest word in common", 10.93, 0.517, 5.747, 0.946],
  ["second rarest", 8.116, 1.781, 8.86, 0.978],
  ["third rarest", 6.848, 2.047, 2.019, 0.611],
  ["time since its last report", -7.953, -6.813, -16.107, -0.484],
  ["time since its first", -15.212, 3.964, -6.537, 0.267],
  ["reports in it", 2.901, 0.157, -8.783, 0.795],
  ["how much its reports agree", -4.038, 7.653, -8.089, 0.681],
  ["letters like the story's", 15.446, 11.666, 11.178, -0.027],
  ["letters like its nearest report's", 9.094, 7.889, 6.688, 0.002],
  ["share of the names in common", 0.38, 9.39, -5.761, 0.264],
  ["no names told", 1.46, -0.099, 5.045, 0],
  ["words of the report", 2.146, -2.562, -2.295, -0.147],
  ["share of the story's words that the report holds", -3.367, -7.831, 0.884, 0.117],
  ["share of the numbers in common", 3.345, 3.485, 2.671, 2.09],
  ["no numbers told", 1.108, -2.836, 1.383, -1.578],
  ["share of the dates in common", -3.193, 0.518, 2.481, -0.056],
  ["kinds of date that disagree", 2.821, -1.404, -7.213, -1.151],
  ["rarest name that the story lacks", -0.493, -5.902, -4.971, 0.082],
  ["rarest name of the story that the report lacks", -1.464, -5.272, -2.053, -0.383],
  ["share of the headline's words that the story holds", -0.204, 6.473, -2.568, 1.254],
  ["share of the headline's words in the story's headlines", -0.191, -8.138, -2.569, 0.606],
  ["words in common, by rarity", 0.221, 11.277, -2.801, 0.143],
  ["days since its last report, beyond two", -2.222, -4.759, 2.504, 0.062],
  ["like the story, squared", 3.126, 6.332, 1.493, 0.545],
  ["like the story, by its reports", 1.848, 3.181, 4.649, 0.83],
  ["names like the story's", 6.297, -0.622, 8.106, 1.376],
  ["reports that would come along", 0, 0, 9.495, -2.906],
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
