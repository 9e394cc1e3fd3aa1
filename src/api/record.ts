/** A situation's record: all entries or of one kind, one entry with its passages, revisions, sources. */
import type { RouteHandler } from "@hono/zod-openapi";
import { recordTable } from "../export/table.ts";
import { until } from "../view/instant.ts";
import { momentsOf } from "../view/moments.ts";
import { passageOf } from "../view/passage.ts";
import type { SituationView } from "../view/situation.ts";
import type { ApiDeps } from "./deps.ts";
import { keptAnswer } from "./kept.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";
import { lineOf, viewOf } from "./situations.ts";

export function record(deps: ApiDeps): RouteHandler<typeof routes.record> {
  return async (c) => {
    const { kind, ...when } = c.req.valid("query");
    const { entries, reports, origins, stories, offers, review } = await viewOf(
      deps,
      c,
      c.req.valid("param").situation,
      when,
    );
    const chosen = kind === undefined ? entries : entries.filter((entry) => entry.kind === kind);
    const reviewed = review === undefined ? {} : { review };
    return c.json(
      { reports, origins, stories: stories(), offers: offers(), entries: chosen, ...reviewed },
      200,
    );
  };
}

export function table(deps: ApiDeps): RouteHandler<typeof routes.table> {
  return async (c) => {
    const { kind, ...when } = c.req.valid("query");
    const { situation } = c.req.valid("param");
    const { entries, reports } = await viewOf(deps, c, situation, when);
    const chosen = kind === undefined ? entries : entries.filter((entry) => entry.kind === kind);
    return c.body(recordTable(chosen, reports), 200, {
      "content-type": "text/csv; charset=utf-8",
      // The id holds small letters, digits and hyphens alone.
      "content-disposition": `attachment; filename="${situation}.csv"`,
    }) as never;
  };
}

export function lines(deps: ApiDeps): RouteHandler<typeof routes.lines> {
  return async (c) => {
    const view = await viewOf(deps, c, c.req.valid("param").situation, c.req.valid("query"));
    return (await keptAnswer(c, view, "lines", () => ({
      entries: view.entries.map(lineOf),
      offers: view.offers(),
      conflicts: view.review?.conflicts.length ?? 0,
    }))) as never;
  };
}

export function series(deps: ApiDeps): RouteHandler<typeof routes.series> {
  return async (c) => {
    const view = await viewOf(deps, c, c.req.valid("param").situation, c.req.valid("query"));
    return (await keptAnswer(c, view, "series", () => ({
      series: view.entries.flatMap(({ id, series }) => (series ? [{ entry: id, points: series }] : [])),
    }))) as never;
  };
}

export function moments(deps: ApiDeps): RouteHandler<typeof routes.moments> {
  return async (c) => c.json(momentsOf(await viewOf(deps, c, c.req.valid("param").situation)), 200);
}

export function entry(deps: ApiDeps): RouteHandler<typeof routes.entry> {
  return async (c) => {
    const { situation, entry: id } = c.req.valid("param");
    const view = await viewOf(deps, c, situation, c.req.valid("query"));
    const entry = view.entries.find((one) => one.id === id);
    if (entry === undefined) throw missing("entry", id);
    const ids = new Set(entry.evidence.map(({ report }) => report));
    const full = new Map(
      await Promise.all([...ids].map(async (report) => [report, await deps.store.report(report)] as const)),
    );
    const others = new Set(entry.contradicts);
    return c.json(
      {
        entry,
        passages: entry.evidence.map((evidence) => {
          const report = full.get(evidence.report);
          if (report === undefined) throw missing("report", evidence.report);
          return { report: evidence.report, ...passageOf(report, evidence) };
        }),
        reports: view.reports.filter(({ id }) => ids.has(id)),
        origins: view.origins.filter(({ id }) => entry.originIds.includes(id)),
        contradicts: view.entries.filter(({ id }) => others.has(id)),
        parts: view.entries.filter(({ partOf }) => partOf === id),
        revisions: view.revisions.filter((revision) => revision.entry === id),
      },
      200,
    );
  };
}

export function revisions(deps: ApiDeps): RouteHandler<typeof routes.revisions> {
  return async (c) => {
    const { since, limit, ...when } = c.req.valid("query");
    const { revisions } = await viewOf(deps, c, c.req.valid("param").situation, when);
    const chosen = revisions.filter(({ knownAt }) => since === undefined || !until(knownAt, since));
    return c.json({ revisions: chosen.slice(0, limit) }, 200);
  };
}

export function sources(deps: ApiDeps): RouteHandler<typeof routes.sources> {
  return async (c) => {
    const { most, ...when } = c.req.valid("query");
    const view = await viewOf(deps, c, c.req.valid("param").situation, when);
    return (await keptAnswer(c, view, `sources ${most ?? ""}`, () => sourcesOf(view, most))) as never;
  };
}

/** All, or the first of each kind with the reports that they are of. */
function sourcesOf({ origins, reports }: SituationView, most: number | undefined) {
  const shared = origins.filter((origin) => origin.reports.length > 1);
  const single = origins.filter((origin) => origin.reports.length === 1);
  const unread = reports.filter(({ origin }) => origin === undefined).map(({ id }) => id);
  const counts = { shared: shared.length, single: single.length, unread: unread.length };
  if (most === undefined) return { origins, reports, unread, counts };
  const first = [...shared.slice(0, most), ...single.slice(0, most)];
  const left = unread.slice(0, most);
  const of = new Set([...first.flatMap(({ reports }) => reports), ...left]);
  return { origins: first, reports: reports.filter(({ id }) => of.has(id)), unread: left, counts };
}
