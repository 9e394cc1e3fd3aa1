/** What one part of a page says about the article. Later parts only fill what earlier, more trusted ones left open. */
export type Field =
  | "title"
  | "byline"
  | "publisher"
  | "credit"
  | "section"
  | "published"
  | "modified"
  | "language"
  | "notice"
  | "description"
  | "articleBody"
  | "url"
  | "access";

export interface Claim {
  readonly field: Field;
  readonly value: string;
  /** "json-ld", "microdata", "opengraph", "meta", "time", "page", "url" … */
  readonly from: string;
}
