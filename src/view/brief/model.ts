/** The shape of a brief: sections of groups of lines, and the footnotes that carry them. */
import type { Language } from "../words/language.ts";

export interface Brief {
  /** In which its words are, those cut from reports apart. */
  readonly language: Language;
  readonly title: string;
  /** What the situation is about. */
  readonly summary?: string;
  /** Labels that must be shown ("Invented for demonstration"). */
  readonly notices: readonly string[];
  /** What it covers: "As of", "Known", "Reports" … */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  /** When the last of its reports was fetched, ISO 8601: the file's date, as no clock is asked. */
  readonly at?: string;
}

export type SectionKey =
  | "changes"
  | "days"
  | "done"
  | "planned"
  | "uncertain"
  | "off"
  | "contested"
  | "figures"
  | "positions"
  | "legal"
  | "watch"
  | "unstaged"
  | "statements"
  | "background"
  | "sources"
  | "unread"
  | "method";

export interface Section {
  readonly key: SectionKey;
  readonly title: string;
  /** What the section holds, and what it does not say. */
  readonly intro?: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly title?: string;
  /** Its lines contradict one another and stand side by side. */
  readonly sides?: boolean;
  readonly lines: readonly Line[];
  /** What was left out, in words: nothing is hidden silently. */
  readonly more?: string;
}

export interface Line {
  /** Id of the entry that it tells. */
  readonly entry?: string;
  readonly text: string;
  /** Of the report that it is cut from, where it is known. */
  readonly language?: string;
  /** Numbers of its footnotes. */
  readonly notes: readonly number[];
  /** What is to be known of it at a glance: "3 origins", "its day has passed". */
  readonly tags: readonly string[];
  /** Lines that belong to it: parts of a total, who holds a side, why reports are one origin. */
  readonly under: readonly Line[];
  /** A figure's values over time, earliest first, and how many earlier ones are left out. */
  readonly rows?: readonly Row[];
  readonly earlier?: number;
  /** Reports, of an origin. */
  readonly links?: readonly Link[];
}

/** One value of a figure. */
export interface Row {
  readonly at: string;
  readonly value: string;
  /** Who issued it; absent where it is the report's own count. */
  readonly issuer?: string;
  readonly publishers: string;
  readonly origins: number;
  readonly tags: readonly ("superseded" | "correction")[];
  readonly notes: readonly number[];
}

export interface Link {
  readonly text: string;
  readonly published: string;
  /** Only http and https, as URL's own spelling. */
  readonly address?: string;
}

/** One sentence that carries lines. Offsets are UTF-16 into the report's text. */
export interface Footnote {
  readonly number: number;
  readonly report: string;
  readonly publisher: string;
  readonly published?: string;
  readonly address?: string;
  /** Of the quotation, where it is known. */
  readonly language?: string;
  /** How an analyst grades its report: "graded B2". */
  readonly grade?: string;
  readonly start: number;
  readonly end: number;
  /** The slice; of a sentence without end its beginning. */
  readonly quote: string;
  readonly isCut: boolean;
}
