/** What stands on every page, and how things are counted. */
import { all, either, languageName, locale, many, number } from "./counting.ts";

export const common = {
  /** The language itself, as <html lang> has it; the locale, by which dates are written. */
  language: "en",
  locale,
  number,
  languageName,
  quoted: (words: string) => `“${words}”`,
  all,
  either,
  name: "Sitrep",
  tagline: "What is reported, who says so, and since when",
  skip: "Skip to the content",
  nav: {
    main: "Main",
    situations: "Situations",
    sources: "Sources",
    search: "Search",
    sections: "Sections of this page",
  },
  pageTitle: (title: string) => `${title} · Sitrep`,

  counts: {
    reports: (n: number) => many(n, "report", "reports"),
    origins: (n: number) => many(n, "independent origin", "independent origins"),
    originsShort: (n: number) => many(n, "origin", "origins"),
    entries: (n: number) => many(n, "entry", "entries"),
    contested: (n: number) => `${number(n)} contested`,
    unread: (n: number) => `${number(n)} kept but not read`,
  },

  state: {
    loading: "Loading",
    failed: "This could not be shown",
    offline: "Sitrep does not answer. Is it still running?",
    retry: "Try again",
    notFound: "There is nothing at this address",
    notFoundHow: "The link may be old, or cut short.",
    home: "To the situations",
  },
  signIn: {
    title: "Sign in",
    why: "Others can reach this server, so it asks for its password. Whoever started it knows it.",
    password: "Password",
    go: "Sign in",
    out: "Sign out",
    wrong: "That is not the password of this server.",
    wait: "Too many wrong passwords. Try again in a quarter of an hour.",
  },
  keys: {
    mark: "Mark a line, to merge another with it",
    title: "Keyboard shortcuts",
    undo: "Undo what was done last",
    close: "Close what is open",
    single: "Keys without Ctrl or ⌘ do these",
    next: "Next in the queue",
    previous: "Previous in the queue",
    accept: "Accept: the two are one",
    decline: "Decline: the two stay apart",
    open: "Open the evidence",
  },

  download: {
    label: "Download the brief:",
    table: "Download all entries as CSV",
    as: (format: string) => `Download the brief as ${format}`,
    pdf: "PDF",
    html: "HTML",
    md: "Markdown",
    csv: "CSV",
  },
};
