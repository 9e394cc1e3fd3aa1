/** Origins of a situation, and the sources that are followed. */
import { either, many, number } from "./counting.ts";

export const sources = {
  one: "One report each",
  carried: (n: number) => `carries ${many(n, "entry", "entries")}`,
  unread: "Kept, not read",
  offers: "May be the same",
  offersWhy: "Names that the record keeps apart, as no report says that they are one.",
  mayBe: (a: string, b: string) => `${a} and ${b}`,
  asOne: (n: number) => `${n} reports counted as one, because they are not independent:`,
  dependsOn: "from",
  titleNone: "without a title",
  published: "published",
  publishedInferred: "publication day worked out",
  fetched: "fetched",
  publisherNone: "publisher unknown",
};

export const followed = {
  title: "Sources",
  add: "Follow",
  adding: "Looking…",
  address: "Address of a site, feed, section, page or sitemap",
  situation: "For the situation",
  hint: "The feed of a site is found by itself. Pages are asked as seldom as they change, and robots.txt is obeyed.",
  newSituation: "A new situation…",
  newTitle: "Title of the situation",
  none: "No source is followed yet.",
  now: "is followed now",
  already: "is followed already",
  items: (n: number) => many(n, "item", "items"),
  others: (n: number) => `${many(n, "more feed", "more feeds")} of this site`,
  sources: (n: number) => many(n, "source", "sources"),
  failing: (n: number) => `${number(n)} failing`,
  terms: (terms: readonly string[]) => `only with ${either(terms.map((term) => `“${term}”`))}`,
  visit: "Visit now",
  remove: "Stop following",
  kind: {
    feed: "feed",
    sitemap: "news sitemap",
    section: "section page",
    page: "page",
    gdelt: "GDELT search",
    archive: "web archive",
    folder: "folder",
  },
};
