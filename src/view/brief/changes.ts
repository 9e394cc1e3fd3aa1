/** What changed since a look, by kind of change. */
import { type News, newsKinds, type Since } from "../since.ts";
import { plainLine, type Writing } from "./lines.ts";
import type { Group, Line, Section } from "./model.ts";

/** `since` says since when: "since desk last looked, 1 Oct 2031". */
export function changesSection({ news, passing }: Since, since: string, writing: Writing): Section {
  const { brief } = writing.words;
  const groups = newsKinds.flatMap((kind): Group[] => {
    const all = news.filter((one) => one.kind === kind);
    if (all.length === 0) return [];
    const shown = writing.all ? all : all.slice(0, kind === "new" ? 20 : 12);
    const left = all.length - shown.length;
    return [
      {
        title: brief.changes[kind],
        lines: shown.map((one) => lineOfNews(one, writing)),
        ...(left === 0 ? {} : { more: brief.notShown(brief.older(left)) }),
      },
    ];
  });
  const between = passing === 0 ? "" : brief.passing(passing);
  return {
    key: "changes",
    title: brief.section.changes.title,
    intro: `${groups.length === 0 ? brief.nothingChanged(since) : brief.changed(since)}${between}`,
    groups,
  };
}

function lineOfNews({ sentence, entries, evidence }: News, { book, words }: Writing): Line {
  const shown = evidence.slice(0, 4);
  const left = evidence.length - shown.length;
  return plainLine(sentence, {
    ...(entries[0] === undefined ? {} : { entry: entries[0] }),
    notes: shown.flatMap(({ report, start, end }) => book.note(report, start, end) ?? []),
    tags: left === 0 ? [] : [words.brief.moreSentences(left)],
  });
}
