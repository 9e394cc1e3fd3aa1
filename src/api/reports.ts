/** One archived report: its text as it stands in the archive, and what the readers found in it. */
import type { RouteHandler } from "@hono/zod-openapi";
import { pageVersions } from "../pipeline.ts";
import { annotationsOf } from "../view/annotations.ts";
import { wholeReportJson } from "../view/json.ts";
import { versionsJson } from "../view/versions.ts";
import type { ApiDeps } from "./deps.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";

export function report({ store }: ApiDeps): RouteHandler<typeof routes.report> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const [reading, situations] = await Promise.all([store.reading(id), store.situationsOf(id)]);
    return c.json(
      {
        ...wholeReportJson(report, reading?.unread),
        text: report.text,
        blocks: report.blocks,
        annotations: reading === undefined ? [] : annotationsOf(reading, report.text),
        situations,
        extractor: report.extractor,
      },
      200,
    );
  };
}

export function versions({ store }: ApiDeps): RouteHandler<typeof routes.versions> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const { versions, reports } = await pageVersions(store, report);
    return c.json({ versions: versionsJson(versions, reports) }, 200);
  };
}
