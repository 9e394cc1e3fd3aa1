/** Full-text search. */
import { many, number } from "./counting.ts";

export const search = {
  title: "Search the reports",
  label: "Words",
  go: "Search",
  begin: "Case, accents and, in English, endings don’t matter. Every word must be there.",
  how: "How to search",
  examples: [
    ["ferry strike", "both words, in any place and form: “ferries”, “strikes”"],
    ['"ferry strike"', "the words together, in this order"],
    ["ferry -strike", 'the first, and not the second; -"two words" leaves out both together'],
    ["negotia*", "every word that begins so; two letters at least"],
  ] as readonly (readonly [string, string])[],
  noneHow: "Try fewer words, another form of them, or take back what the search is narrowed by.",
  hits: (n: number, more: boolean) =>
    n === 0 ? "No report" : more ? `${number(n)} reports and more` : many(n, "report", "reports"),
  refused: "This search is not understood",
  anew: "Search anew",
  order: "Order",
  by: { rank: "Best first", date: "Latest first" },
  narrow: "Narrow",
  narrowedBy: "Narrowed by",
  without: "Take back",
  filter: {
    situation: "Situation",
    publisher: "Publisher",
    language: "Language",
    from: "Published from",
    to: "Published until",
    kind: "Holds",
    status: "Reading",
  },
  read: "read",
  unread: "kept, not read",
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  range: (from: number, to: number, total: number, more: boolean) =>
    `${number(from)}–${number(to)} of ${number(total)}${more ? " and more" : ""}`,
};
