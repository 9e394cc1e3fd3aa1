/** Where it comes from: origins with why their reports are one, their reports, and what was kept unread. */
import type { SituationRecord } from "../../model/entry.ts";
import type { Report } from "../../model/report.ts";
import { many } from "../days.ts";
import { byTime } from "../instant.ts";
import { publisherOf } from "../tellers.ts";
import { addressOf, plainLine, type Writing } from "./lines.ts";
import type { Link, Section } from "./model.ts";

const mostOrigins = 60;
const mostReasons = 6;

/** Largest first: where one story was printed five times is what a reader must see. */
export function sourcesSection(
  { origins }: SituationRecord,
  reports: readonly Report[],
  { all }: Writing,
): Section | undefined {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const held = origins
    .map((origin) => ({ ...origin, held: origin.reports.flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ held }) => held.length > 0)
    .sort(
      (a, b) =>
        b.held.length - a.held.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
    );
  if (held.length === 0) return undefined;
  const shown = all ? held : held.slice(0, mostOrigins);
  const lines = shown.map(({ name, held, links }) => {
    const whys = links
      .filter(({ reason, report }) => reason !== "single" && byId.has(report))
      .map(({ report, why }) => `${publisherOf(byId.get(report), report)}: ${why}`);
    const reasons = [...new Set(whys)];
    const left = reasons.length - mostReasons;
    return plainLine(name, {
      tags: held.length > 1 ? [many(held.length, "report")] : [],
      under: [
        ...reasons.slice(0, mostReasons).map((why) => plainLine(why)),
        ...(left > 0 ? [plainLine(`and ${many(left, "more reason")}`)] : []),
      ],
      links: held.map((report) => linkOf(report, name)).sort((a, b) => byTime(a.published, b.published)),
    });
  });
  const hidden = held.slice(shown.length);
  const left = hidden.reduce((sum, { held }) => sum + held.length, 0);
  return {
    key: "sources",
    title: "Sources",
    intro: `${many(held.length, "independent origin")}, the largest first. Reports of one origin are not independent, for the reason given, and count once.`,
    groups: [
      {
        lines,
        ...(hidden.length === 0
          ? {}
          : { more: `Not shown: ${many(hidden.length, "more origin")} of ${many(left, "report")}.` }),
      },
    ],
  };
}

const mostUnread = 30;

export function unreadSection(
  reports: readonly Report[],
  unread: ReadonlyMap<string, string>,
  all: boolean,
): Section | undefined {
  const kept = reports.filter(({ id }) => unread.has(id));
  if (kept.length === 0) return undefined;
  const shown = all ? kept : kept.slice(0, mostUnread);
  return {
    key: "unread",
    title: "Kept, not read",
    intro: "Nothing above rests on these.",
    groups: [
      {
        lines: shown.map((report) => plainLine(unread.get(report.id) ?? "", { links: [linkOf(report)] })),
        ...(shown.length === kept.length
          ? {}
          : { more: `Not shown: ${many(kept.length - shown.length, "more report")}.` }),
      },
    ],
  };
}

/** Under its origin's name a publisher of that name is not named again. */
function linkOf(report: Report, origin?: string): Link {
  const publisher = publisherOf(report, report.id);
  const address = addressOf(report);
  const title = report.title ?? "";
  return {
    text: title === "" ? publisher : publisher === origin ? title : `${publisher}: ${title}`,
    published: report.published?.value ?? report.fetchedAt,
    ...(address === undefined ? {} : { address }),
  };
}
