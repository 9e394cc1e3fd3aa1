/** Is a line furniture by its words alone: a button, a pointer, a plea, a time of change. */
import { furnitureLinesByLanguage, furnitureOpeningsByLanguage } from "./lexicon/furniture-by-language.ts";
import {
  furnitureLineLimit,
  furnitureLines,
  furnitureOpenings,
  galleryCounter,
  timeLineOpenings,
  timeWords,
} from "./lexicon/furniture-phrases.ts";
import { months } from "./lexicon/months.ts";

const lines: ReadonlySet<string> = new Set([...furnitureLines, ...furnitureLinesByLanguage]);
/** By their first two characters: a line is compared with a handful, not with all. */
const openings = new Map<string, string[]>();
for (const opening of [...furnitureOpenings, ...furnitureOpeningsByLanguage]) {
  const key = opening.slice(0, 2);
  openings.set(key, [...(openings.get(key) ?? []), opening]);
}

export function isFurnitureLine(text: string): boolean {
  if (text.length > furnitureLineLimit) return false;
  const line = text
    .toLowerCase()
    .replace(/[\s:.!»›→>|•·-]+$/, "")
    .replace(/^[\s»›→>|•·▶►-]+/, "");
  if (line === "" || lines.has(line)) return true;
  if (line.length < 70 && (galleryCounter.test(line) || isTimeLine(line))) return true;
  const whole = text.toLowerCase().trimStart();
  return openings.get(whole.slice(0, 2))?.some((opening) => whole.startsWith(opening)) === true;
}

/** "Last updated: 2 March, 9:14 a.m.": an opening, and nothing but a day and a time. */
function isTimeLine(line: string): boolean {
  const words = line.split(/[\s,:|–—-]+/).filter((word) => word !== "");
  if (!timeLineOpenings.has(words[0] ?? "") || !/\d/.test(line)) return false;
  return words.slice(1).every((printed) => {
    const word = printed.replace(/\.$/, "");
    return /^\d/.test(word) || timeWords.has(word) || months.has(word);
  });
}
