/** What a situation is about: its scope, what it would bring in and take out, and where a report stands. */
import { many, number } from "./counting.ts";

export const scope = {
  title: "Scope",
  pageTitle: (title: string) => `Scope: ${title}`,
  what: "Reports that meet every part given come in by themselves, and with them the other reports of their stories. Of the several values of one part, one is enough.",
  none: "No scope yet: only what is put in by hand or by its sources is in it.",
  part: {
    terms: "Words or phrases",
    actors: "Actors",
    places: "Places",
    publishers: "Publishers",
    not: "Words that keep out",
  },
  partHelp: {
    terms: "One of these stands in the report.",
    actors: "One of these acts or speaks in it.",
    places: "One of these is named in it.",
    publishers: "One of these printed it.",
    not: "None of these stands in it.",
  },
  add: "Add",
  type: "Type, then Enter",
  open: "Show what the archive holds",
  remove: (value: string) => `Remove ${value}`,
  nothingLike: "The archive holds nothing like it; Enter adds it as typed.",
  inReports: (n: number) => many(n, "report", "reports"),
  from: "From",
  to: "To",
  suggestions: "Could be added",
  suggestionsWhy: "Most reports that it catches tell of these, and few others do.",
  suggested: (name: string, within: number, outside: number) =>
    `${name}: in ${number(within)} caught, ${number(outside)} other${outside === 1 ? "" : "s"}`,
  preview: "What it would change",
  trying: "Looking through the archive…",
  caught: (caught: number, archive: number, byStory: number) =>
    `${number(caught)} of ${many(archive, "report", "reports")} of the archive caught, ${number(byStory)} more by their stories.`,
  change: (before: number, after: number) => `In it now: ${number(before)}. Then: ${number(after)}.`,
  same: "Nothing would come in or go out.",
  comeIn: (n: number) => `Would come in: ${number(n)}`,
  goOut: (n: number) => `Would go out: ${number(n)}`,
  outHelp: "Nothing is lost: as known before, they stay in the record.",
  andMore: (n: number) => `and ${number(n)} more`,
  set: "Set this scope…",
  setTitle: "Set the scope",
  setAct: "Set it",
  reset: "Back to what is set",
  unchanged: "This is the scope that is set.",
  done: (put: number, out: number) => `The scope is set. ${number(put)} came in, ${number(out)} went out.`,
  history: "Scopes so far",
  historyNone: "None was set yet.",
  somebody: "somebody",
  again: "Try this one again",
  days: (from: string | undefined, to: string | undefined) =>
    [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(" "),
  or: " or ",
  without: "without",
  because: {
    caught: (values: string) => (values === "" ? "printed by one of the publishers" : `has ${values}`),
    story: (caught: number, of: number, like: string) =>
      `in because its story is: ${number(caught)} of its ${number(of)} reports are caught, as “${like}”`,
    page: "in because its page is, as it was fetched before",
    "left-out": {
      terms: "none of the words stands in it",
      actors: "none of the actors acts in it",
      places: "none of the places is named in it",
      publishers: "another publisher printed it",
      days: "published on another day",
      not: "a word that keeps out stands in it",
    },
    hand: "put in by hand or by a source",
    "not-put": "nobody had put it in",
    analyst: (by: string, reason: string | undefined) =>
      `says ${by}${reason === undefined ? "" : `: ${reason}`}`,
  },
};

/** A new situation. */
export const newSituation = {
  title: "A new situation",
  name: "Title",
  nameHelp: "What is followed: “The closing of the northern border”.",
  summary: "In a sentence or two, for people. You may leave this empty.",
  make: "Make it and set its scope",
  failed: "It could not be made.",
};

/** A report and the situations. */
export const standing = {
  title: "In situations",
  is: { in: "In", out: "Not in" },
  since: (day: string) => `since ${day}`,
  takeOut: "Take it out",
  takeOutTitle: "Take this report out",
  takeOutHelp: "It leaves the record from now on, whatever the scope says. As known before, it is in.",
  putIn: "Put it in",
  putInTitle: "Put this report in",
  putInHelp: "It is in the situation from now on, whatever the scope says.",
  putInto: "Put it into another situation",
  choose: "Situation",
  grade: "Grade the report",
  gradeTitle: "Grade this report",
  neither: "not graded",
  noGrade: "Choose at least one of the two grades.",
  scope: "Scope",
};
