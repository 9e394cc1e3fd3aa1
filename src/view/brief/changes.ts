/** What changed since a look, by kind of change. */
import { many } from "../days.ts";
import { type News, type NewsKind, newsKinds, type Since } from "../since.ts";
import { plainLine, type Writing } from "./lines.ts";
import type { Group, Line, Section } from "./model.ts";

const titles: Record<NewsKind, string> = {
  revised: "Revised",
  contradicted: "Contradicted",
  withdrawn: "Withdrawn",
  superseded: "Overtaken, or joined with another line",
  overdue: "Days that have passed",
  corroborated: "Borne out by further origins",
  new: "New",
};

/** `words` says since when: "since desk last looked, 1 Oct 2031". */
export function changesSection({ news, passing }: Since, words: string, writing: Writing): Section {
  const groups = newsKinds.flatMap((kind): Group[] => {
    const all = news.filter((one) => one.kind === kind);
    if (all.length === 0) return [];
    const shown = writing.all ? all : all.slice(0, kind === "new" ? 20 : 12);
    const left = all.length - shown.length;
    return [
      {
        title: titles[kind],
        lines: shown.map((one) => lineOfNews(one, writing)),
        ...(left === 0 ? {} : { more: `Not shown: ${left} more, older.` }),
      },
    ];
  });
  const between =
    passing === 0 ? "" : ` ${many(passing, "line was", "lines were")} told and taken back in between.`;
  return {
    key: "changes",
    title: "What changed",
    intro: `${words}${groups.length === 0 ? ": nothing." : "."}${between}`,
    groups,
  };
}

function lineOfNews({ sentence, entries, evidence }: News, { book }: Writing): Line {
  const shown = evidence.slice(0, 4);
  const left = evidence.length - shown.length;
  return plainLine(sentence, {
    ...(entries[0] === undefined ? {} : { entry: entries[0] }),
    notes: shown.flatMap(({ report, start, end }) => book.note(report, start, end) ?? []),
    tags: left === 0 ? [] : [`and ${many(left, "more sentence")}`],
  });
}
