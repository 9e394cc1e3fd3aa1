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
const openings: readonly string[] = [...furnitureOpenings, ...furnitureOpeningsByLanguage];

export function isFurnitureLine(text: string): boolean {
  if (text.length > furnitureLineLimit) return false;
  const line = text
    .toLowerCase()
    .replace(/[\s:.!»›→>|•·-]+$/, "")
    .replace(/^[\s»›→>|•·▶►-]+/, "");
  if (line === "" || lines.has(line)) return true;
  if (line.length < 70 && (galleryCounter.test(line) || isTimeLine(line))) return true;
  const whole = text.toLowerCase().trimStart();
  return openings.some((opening) => whole.startsWith(opening));
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
