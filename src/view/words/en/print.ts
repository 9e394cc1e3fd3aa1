/** What the forms of a brief say of themselves: heads of tables, notes, the list of sentences. */
import { many } from "./days.ts";

export const print = {
  titleOf: (title: string) => `${title}: situation report`,
  sections: "Sections",
  sentences: "Sentences",
  head: { day: "Day", count: "Count", issuer: "Issued by", in: "In", origins: "Origins", remark: "Remark" },
  caption: (earlier: number | undefined) =>
    `Counts over time${earlier === undefined ? "" : `; ${earlier} earlier not shown`}`,
  earlier: (n: number) => `${n} earlier not shown`,
  earlierValues: (n: number) => `${n} earlier values are not shown`,
  theReport: "the report itself",
  byIssuer: (issuer: string, publishers: string) => `by ${issuer} (in ${publishers})`,
  byPublishers: (publishers: string) => `by ${publishers}`,
  origins: (n: number) => many(n, "origin"),
  tag: { superseded: "superseded", correction: "correction" },
  against: "against: ",
  note: (n: number) => `Note ${n}`,
  noteBack: (n: number, line: number | undefined) =>
    `Note ${n}: back to line${line === undefined ? "" : ` ${line}`}`,
  /** Of characters without a glyph, spelt by number: those beyond the first. */
  moreCharacters: (n: number) => ` and ${n} more`,
  fontLacks: (n: number) =>
    `This file's font lacks ${n} of the characters that the reports use; they stand as their Unicode numbers ([U+4E2D]). The HTML and Markdown forms have them as printed.`,
  quoted: (words: string) => `“${words}”`,
};
