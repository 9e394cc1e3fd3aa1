/** One archived report: its text as it stands in the archive, and what the readers found in it. */
import type { RouteHandler } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { pageVersions, sentencesAt } from "../pipeline.ts";
import { annotationsOf } from "../view/annotations.ts";
import { findingsRead, sentencesRead } from "../view/how-read.ts";
import { whenOf } from "../view/instant.ts";
import { type ReportJson, wholeReportJson } from "../view/json.ts";
import { versionsJson } from "../view/versions.ts";
import type { Words } from "../view/words/words.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";

export function report({ store }: ApiDeps): RouteHandler<typeof routes.report> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const words = wordsOf(c);
    const [reading, situations] = await Promise.all([store.reading(id), store.situationsOf(id)]);
    return c.json(
      {
        ...told(wholeReportJson(report, reading?.unread), words),
        text: report.text,
        blocks: report.blocks,
        annotations: reading === undefined ? [] : annotationsOf(reading, report.text, words),
        situations,
        extractor: report.extractor,
      },
      200,
    );
  };
}

/** Why it was not read, and what is odd about its page, in the words asked for. */
export function told<T extends ReportJson>(report: T, words: Words): T {
  const { unread, warnings } = report;
  return {
    ...report,
    ...(unread === undefined ? {} : { unread: words.told(unread) }),
    ...(warnings === undefined ? {} : { warnings: warnings.map(words.told) }),
  };
}

export function versions({ store }: ApiDeps): RouteHandler<typeof routes.versions> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const { asOf, knownAt } = c.req.valid("query");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const { versions, reports } = await pageVersions(store, report, whenOf({ asOf, knownAt }));
    return c.json({ versions: versionsJson(versions, reports) }, 200);
  };
}

/** Longest span that is parsed for one answer, in UTF-16 units: some pages of print. */
const longest = 10_000;

export function howRead({ store }: ApiDeps): RouteHandler<typeof routes.howRead> {
  return async (c) => {
    const { report: id } = c.req.valid("param");
    const { at } = c.req.valid("query");
    const report = await store.report(id);
    if (report === undefined) throw missing("report", id);
    const [start = 0, end = 0] = at.split("-").map(Number);
    if (start >= end || end > report.text.length || end - start > longest) {
      const limits = `within 0 and ${report.text.length}, at most ${longest} apart`;
      throw new HTTPException(400, {
        message: `"${at}" is no span of this report: give two offsets ${limits}.`,
      });
    }
    const reading = await store.reading(id);
    const { version, sentences } = await sentencesAt(report, { start, end });
    return c.json(
      {
        ...(reading === undefined ? {} : { readBy: reading.version }),
        ...(version === undefined ? {} : { parsedBy: version }),
        sentences: sentencesRead(sentences, { start, end }),
        findings: reading === undefined ? [] : findingsRead(reading, report.text, { start, end }, wordsOf(c)),
      },
      200,
    );
  };
}
