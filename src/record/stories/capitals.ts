/**
 * Names by their capital letters. Where a line capitalises most of its words ("Guinea Pulls Out Of Tokyo Games") its
 * capitals tell nothing; there a word is a name that other lines, those whose capitals tell, wrote with a capital.
 */
import { fold } from "../tellings/words.ts";

/** Share of the words of a line with a capital from which its capitals tell nothing. */
const most = 0.7;
/** Share of the times with a capital, in lines where that tells, from which a word is a name. */
const usual = 0.7;

/** What was seen of words so far. It only grows. */
export class Capitals {
  readonly #seen = new Map<string, { capital: number; all: number }>();

  /** Names in a text, in order; its words count for later texts. */
  namesIn(text: string): string[] {
    const names: string[] = [];
    for (const line of text.split(/\n|(?<=[.!?]["”’']?)\s/u)) {
      const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
      const tells = words.filter(isCapital).length < words.length * most;
      for (const [i, word] of words.entries()) {
        // The first word of a line has its capital anyway.
        if (tells && i > 0) this.#count(word);
        if (isCapital(word) && ((tells && i > 0) || this.#isUsual(word))) names.push(word);
      }
    }
    return names;
  }

  #count(word: string): void {
    const key = fold(word);
    const seen = this.#seen.get(key) ?? { capital: 0, all: 0 };
    seen.all++;
    if (isCapital(word)) seen.capital++;
    this.#seen.set(key, seen);
  }

  #isUsual(word: string): boolean {
    const seen = this.#seen.get(fold(word));
    return seen !== undefined && seen.capital > usual * seen.all;
  }
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
