/** Is a line furniture by its words alone: a button, a pointer, a plea. */
import { furnitureLineLimit, furnitureLines, furnitureOpenings } from "./lexicon/furniture-phrases.ts";

export function isFurnitureLine(text: string): boolean {
  if (text.length > furnitureLineLimit) return false;
  const line = text
    .toLowerCase()
    .replace(/[\s:.!»›→>|•·-]+$/, "")
    .replace(/^[\s»›→>|•·▶►-]+/, "");
  if (line === "" || furnitureLines.has(line)) return true;
  const whole = text.toLowerCase().trimStart();
  return furnitureOpenings.some((opening) => whole.startsWith(opening));
}
