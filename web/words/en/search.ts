/** Full-text search. */
import { many } from "./counting.ts";

export const search = {
  title: "Search the reports",
  label: "Words",
  hint: "Words in double quotes must stand together.",
  go: "Search",
  none: (q: string) => `No report holds “${q}”.`,
  noneHow: "Try fewer words, or another form of them.",
  hits: (n: number, q: string) => `${many(n, "report holds", "reports hold")} “${q}”`,
};
