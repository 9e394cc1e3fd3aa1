/** What a PDF's pages show, as the parser hands it over: runs of text where they stand. */

export interface Run {
  readonly text: string;
  /** In points from the page's top left corner, as it is looked at; `y` is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  readonly isRightToLeft: boolean;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

export interface Pdf {
  readonly pages: readonly Page[];
  /** As the document says of itself. */
  readonly title?: string;
  readonly author?: string;
  /** "D:20310303081500+01'00'". */
  readonly created?: string;
  readonly language?: string;
  /** What was odd, one line each. */
  readonly warnings: readonly string[];
}

/** Why there are none: told by the parser. */
export type Unreadable = "locked" | "damaged" | "too-large" | "too-slow";

/** Pages, runs of one page and runs in all that are read; what follows is left out. */
export const mostPages = 300;
export const mostRunsOfPage = 40_000;
export const mostRuns = 400_000;
