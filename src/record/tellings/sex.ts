/** Whether words describe a man or a woman, a boy or a girl. */
import { females, males } from "../lexicon/count-words.ts";
import { wordsOf } from "./words.ts";

/** Undefined where they say neither, or both. */
export function sexIn(text: string): "male" | "female" | undefined {
  const words = wordsOf(text);
  const [man, woman] = [words.some((word) => males.has(word)), words.some((word) => females.has(word))];
  return man === woman ? undefined : man ? "male" : "female";
}
