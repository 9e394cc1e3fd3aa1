/** The evidence drawer. */
import { many } from "./counting.ts";

export const evidence = {
  label: "Evidence",
  close: "Close",
  naming: "Named later",
  says: "Speaker",
  hedges: "Hedged",
  status: "Status",
  history: "How it moved",
  published: "Published",
  fetched: "Fetched",
  offsets: "Offsets",
  hash: "SHA-256",
  original: (host: string) => `Original page at ${host}`,
  report: "Whole report",
  copies: (n: number) => `${many(n, "more report", "more reports")} of this origin`,
  copiesSame: (n: number) => `${many(n, "more report prints", "more reports print")} the same words`,
  origin: "Origin",
  origins: (n: number) => `Rests on ${many(n, "independent origin", "independent origins")}`,
  ofReports: (n: number) => `in ${many(n, "report", "reports")}`,
  contradicted: "Contradicted by",
  parts: "Of these",
  revisions: "Changes",
  /** Before the words that stand for who is not named. */
  unnamed: "unnamed: ",
  why: "because",
};
