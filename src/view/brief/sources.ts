/** Where it comes from: origins with why their reports are one, their reports, and what was kept unread. */
import type { SituationRecord } from "../../model/entry.ts";
import type { Origin } from "../../model/origin.ts";
import type { Report } from "../../model/report.ts";
import { publishedAt } from "../due.ts";
import { byTime } from "../instant.ts";
import { publisherOf } from "../tellers.ts";
import type { Words } from "../words/words.ts";
import { addressOf, plainLine, type Writing } from "./lines.ts";
import type { Link, Section } from "./model.ts";

const mostOrigins = 60;
const mostReasons = 6;

/** Largest first: where one story was printed five times is what a reader must see. */
export function sourcesSection(
  { origins }: SituationRecord,
  reports: readonly Report[],
  { all, words }: Writing,
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
  const { brief } = words;
  const shown = all ? held : held.slice(0, mostOrigins);
  const lines = byName(shown).map(({ name, held, links, origins }) => {
    const whys = links
      .filter(({ reason, report }) => reason !== "single" && byId.has(report))
      .map(({ report, why }) => `${publisherOf(byId.get(report), report)}: ${words.told(why)}`);
    const reasons = [...new Set(whys)];
    const left = reasons.length - mostReasons;
    return plainLine(name, {
      tags: origins > 1 ? [brief.ofOneReport(origins)] : held.length > 1 ? [brief.reports(held.length)] : [],
      under: [
        ...reasons.slice(0, mostReasons).map((why) => plainLine(why)),
        ...(left > 0 ? [plainLine(brief.moreReasons(left))] : []),
      ],
      links: held.map((report) => linkOf(report, name)).sort((a, b) => byTime(a.published, b.published)),
    });
  });
  const hidden = held.slice(shown.length);
  const left = hidden.reduce((sum, { held }) => sum + held.length, 0);
  return {
    key: "sources",
    ...brief.section.sources,
    intro: brief.sourcesIntro(held.length),
    groups: [
      {
        lines,
        ...(hidden.length === 0 ? {} : { more: brief.notShown(brief.moreOrigins(hidden.length, left)) }),
      },
    ],
  };
}

interface Held extends Origin {
  readonly held: readonly Report[];
}

/** Origins of one report each that have one name stand together; `origins` says how many they are. */
function byName(origins: readonly Held[]): (Held & { readonly origins: number })[] {
  const isAlone = ({ held, links }: Held) =>
    held.length === 1 && links.every(({ reason }) => reason === "single");
  const alone = Map.groupBy(origins.filter(isAlone), ({ name }) => name);
  return origins.flatMap((origin) => {
    if (!isAlone(origin)) return [{ ...origin, origins: 1 }];
    const all = alone.get(origin.name) ?? [];
    if (all[0] !== origin) return [];
    return [{ ...origin, held: all.flatMap(({ held }) => held), origins: all.length }];
  });
}

const mostUnread = 30;

export function unreadSection(
  reports: readonly Report[],
  unread: ReadonlyMap<string, string>,
  { all, words }: { readonly all: boolean; readonly words: Words },
): Section | undefined {
  const kept = reports.filter(({ id }) => unread.has(id));
  if (kept.length === 0) return undefined;
  const shown = all ? kept : kept.slice(0, mostUnread);
  return {
    key: "unread",
    ...words.brief.section.unread,
    groups: [
      {
        lines: shown.map((report) =>
          plainLine(words.told(unread.get(report.id) ?? ""), { links: [linkOf(report)] }),
        ),
        ...(shown.length === kept.length
          ? {}
          : { more: words.brief.notShown(words.brief.moreReports(kept.length - shown.length)) }),
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
    published: publishedAt(report),
    ...(address === undefined ? {} : { address }),
  };
}
