/** The brief: its sections, what it covers, and what it leaves out. */
import type { NewsKind } from "../../../model/revision.ts";
import { many } from "./days.ts";

export const brief = {
  title: "Situation report",
  section: {
    changes: { title: "What changed" },
    days: {
      title: "Key days",
      intro: "The days that most independent origins name, each with the sentence that tells most of it.",
    },
    done: { title: "What happened" },
    planned: {
      title: "Planned, announced, threatened, discussed",
      intro: "None of this is told as having happened.",
    },
    uncertain: {
      title: "Told, but not certain",
      intro: "Told as done or under way, in words that leave it open.",
    },
    off: { title: "Not done, denied or called off" },
    unstaged: { title: "Also told of", intro: "Of these no report says how far they have got." },
    background: { title: "Background", intro: "What reports tell of earlier times." },
    contested: {
      title: "Contested",
      intro: "Reports contradict each other. Both sides stand here with who holds them; none is preferred.",
    },
    figures: {
      title: "Figures",
      intro:
        "As printed. A value that a later one has replaced (of the same issuer, a correction, or a count that rose) is marked.",
    },
    positions: { title: "Who stands where" },
    legal: { title: "On what legal basis" },
    watch: { title: "What to watch" },
    statements: { title: "Who said what" },
    sources: { title: "Sources" },
    unread: { title: "Kept, not read", intro: "Nothing above rests on these." },
    method: {
      title: "How to read this",
      intro:
        "Written by templates from a record of what reports say; nothing is paraphrased. Each line is cut from the sentence in its note, with what that sentence says of how far the act has got, how sure it is and who says so: “denied” and “possible” are the reports' words, not a judgement. Counts are of independent origins: reports that credit, copy or cite one another, or that belong to one publisher, count as one, for the reason given under Sources. A line without a count rests on one origin. What happened stands in the order of its days, other sections begin with what tells most of the situation and with what more origins bear out. Numbers stand as printed: “at least” and “about” are part of them, and a count that was replaced says so. That a day has passed means that no report in the record says what came of it, not that nothing did.",
    },
  },
  nothing: "Nothing that belongs in a record was found in these reports.",
  nothingInSpan: "Nothing that belongs in a record was found in what was published in that span.",

  changes: {
    revised: "Revised",
    contradicted: "Contradicted",
    withdrawn: "Withdrawn",
    superseded: "Overtaken, or joined with another line",
    overdue: "Days that have passed",
    corroborated: "Borne out by further origins",
    new: "New",
  } satisfies Record<NewsKind, string>,
  nothingChanged: (since: string) => `${since}: nothing.`,
  changed: (since: string) => `${since}.`,
  passing: (n: number) => ` ${many(n, "line was", "lines were")} told and taken back in between.`,

  asOf: "As of",
  asOfSaid: (time: string) => `${time}: nothing that was published later`,
  knownAt: "Known at",
  knownAtSaid: (time: string) => `${time}: nothing that was fetched later`,
  span: "Span",
  spanSaid: (from: string | undefined, to: string | undefined) =>
    `${from === undefined ? `until ${to}` : to === undefined ? `from ${from}` : `${from} to ${to}`}: what was published or is told to have happened in it, as it stands by now`,
  covers: "Covers",
  coversDay: (day: string) => `reports published on ${day}`,
  coversDays: (from: string, to: string) => `reports published from ${from} to ${to}`,
  coversAhead: (n: number) => `; ${many(n, "report")} more, dated after the day of fetching`,
  restsOn: "Rests on",
  restsOnSaid: (reports: number, origins: number, left: number) =>
    `${many(reports, "report")}, ${many(origins, "independent origin")}${left === 0 ? "" : `; ${many(left, "report")} kept but not read`}`,

  origins: (n: number) => many(n, "origin"),
  reports: (n: number) => many(n, "report"),
  onDay: (day: string, quote: string) => `${day}: “${quote}”`,
  namedBy: (n: number) => `named by ${many(n, "origin")}`,
  toldOn: (day: string, again: boolean) => `${again ? "first told" : "told"} ${day}`,
  ofOneReport: (n: number) => `${many(n, "origin")} of one report each`,
  sameWords: (lines: number, origins: number) =>
    `Told in the same words in ${many(lines, "more line")}, by ${many(origins, "origin")} in all`,
  dayPassed: "its day has passed",
  moreSentences: (n: number) => `and ${many(n, "more sentence")}`,
  moreParts: (n: number) => `and ${many(n, "more part")}`,
  moreReasons: (n: number) => `and ${many(n, "more reason")}`,
  notShown: (what: string) => `Not shown: ${what}.`,
  moreLines: (n: number) => `${many(n, "more line")} that tell less of the whole, or much the same`,
  told: (n: number) => `${many(n, "line")} whose words stand within a line above`,
  toldElsewhere: (n: number) => `${many(n, "line")} whose sentence another section tells`,
  moreDisputes: (n: number) => `${many(n, "more dispute")} with fewer origins`,
  moreActors: (n: number) => many(n, "more actor"),
  moreOrigins: (n: number, reports: number) => `${many(n, "more origin")} of ${many(reports, "report")}`,
  moreReports: (n: number) => many(n, "more report"),

  edited: (field: string, by: string) => `Not as read: ${field} set by ${by}`,
  deed: {
    merge: (by: string) => `Joined of several lines by ${by}`,
    split: (by: string) => `Parted from another line by ${by}`,
    reject: (by: string) => `Some of its sentences rejected by ${by}`,
    confirm: (by: string) => `Confirmed by ${by}`,
  } as Readonly<Record<string, ((by: string) => string) | undefined>>,
  otherDeed: (kind: string, by: string) => `${kind} by ${by}`,
  /** "B2": the Admiralty code of a report. */
  sourceGraded: (code: string) => `graded ${code}`,
  graded: (credibility: number, by: string) => `Credibility ${credibility} (Admiralty code), graded by ${by}`,
  noted: (by: string, text: string) => `Note by ${by}: ${text}`,
  conflicts: (n: number) => `${many(n, "correction")} and the evidence no longer go together`,

  heldBy: (who: string) => `Held by ${who}`,
  ofThese: (line: string) => `Of these: ${line}`,
  stands: (values: string) => `What stands: ${values}`,
  earlier: (day: string, stance: string) => `Earlier, on ${day}: ${stance}`,
  watchFrom: (day: string) => `Days are seen from ${day}, the day of the last report.`,
  toCome: "To come",
  overdue: "Overdue: the day has passed, and no report says what came of it",
  noDay: "No day ahead is named",
  sourcesIntro: (n: number) =>
    `${many(n, "independent origin")}, the largest first, those of one report each together by name. Reports of one origin are not independent, for the reason given, and count once.`,

  about: (n: string) => `about ${n}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  atLeast: (n: string) => `at least ${n}`,
  upTo: (n: string) => `up to ${n}`,
  notStated: "not stated",
};
