/** Breaks runs of text into lines that fit a width. Widths are in points, and come from whoever knows the fonts. */

export type Face = "regular" | "bold" | "italic";

export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** Points above the line, for marks of notes. */
  readonly rise?: number;
  /** Name of a place in the file, or an address, that it leads to. */
  readonly goTo?: string;
  readonly link?: string;
  /** Name of a place in the file that it is. */
  readonly place?: string;
}

/** Part of a run on a line, at `x` points from the line's beginning. */
export interface Piece {
  readonly run: Run;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export type Measure = (text: string, run: Run) => number;

/** At least one line; a word wider than a line is broken between characters. */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Piece[][] {
  const lines: Piece[][] = [[]];
  let x = 0;
  const next = () => {
    lines.push([]);
    x = 0;
  };
  const put = (run: Run, text: string, wide: number) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    // Drawn as one string, so that it is found and copied as one.
    if (last !== undefined && last.run === run) {
      line[line.length - 1] = { ...last, text: last.text + text, width: x + wide - last.x };
    } else line.push({ run, text, x, width: wide });
    x += wide;
  };

  for (const word of wordsOf(runs)) {
    const wide = word.parts.reduce((sum, { run, text }) => sum + measure(text, run), 0);
    const space = word.space === undefined || x === 0 ? 0 : measure(" ", word.space);
    if (x > 0 && x + space + wide > width) next();
    else if (space > 0) put(word.space!, " ", space);
    for (const { run, text } of word.parts) {
      const whole = measure(text, run);
      if (x + whole <= width) {
        put(run, text, whole);
        continue;
      }
      for (const character of charactersOf(text)) {
        const one = measure(character, run);
        if (x > 0 && x + one > width) next();
        put(run, character, one);
      }
    }
  }
  return lines;
}

interface Word {
  /** The run of the space before it. */
  readonly space?: Run;
  readonly parts: { readonly run: Run; readonly text: string }[];
}

/** Words may go from one run into the next: a mark stands at its word's end. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let space: Run | undefined;
  let isNew = true;
  for (const run of runs) {
    run.text.split(" ").forEach((text, i) => {
      if (i > 0) {
        space = run;
        isNew = true;
      }
      if (text === "") return;
      if (isNew || words.length === 0) words.push({ ...(space === undefined ? {} : { space }), parts: [] });
      words.at(-1)!.parts.push({ run, text });
      isNew = false;
      space = undefined;
    });
  }
  return words;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
