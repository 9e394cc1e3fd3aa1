/** The brief as a file. A page of it is shown under a policy of its own: its style and nothing else. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { briefTypes, printBrief } from "../export/brief.ts";
import { briefPolicy } from "../export/brief-html.ts";
import { looksAt } from "../pipeline.ts";
import { briefOf } from "../view/brief/brief.ts";
import { timeWords } from "../view/days.ts";
import { whenOf } from "../view/instant.ts";
import { endOf } from "../view/looks.ts";
import { newsSince } from "../view/since.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { sinceRoutes } from "./routes/since.ts";

export function brief({ store }: ApiDeps): RouteHandler<typeof sinceRoutes.brief> {
  return async (c) => {
    const { situation: id } = c.req.valid("param");
    const { format, asOf, knownAt, since, reader, from, to, all } = c.req.valid("query");
    const situation = await store.situation(id);
    if (situation === undefined) throw missing("situation", id);
    const seenAt = since !== undefined ? endOf(since) : reader && (await store.mark(id, reader))?.seenAt;
    const when = whenOf({ asOf, knownAt });
    const looks = await looksAt(store, id, { ...when, ...(seenAt === undefined ? {} : { seenAt }) });
    const words = wordsOf(c);
    const said = seenAt === undefined ? words.since.allNew : words.since.sinceTime(timeWords(seenAt, words));
    const made = briefOf({
      title: situation.title,
      ...(situation.summary === undefined ? {} : { summary: situation.summary }),
      ...(situation.notice === undefined ? {} : { notice: situation.notice }),
      record: looks.now,
      reports: looks.reports,
      readings: looks.readings,
      unread: new Map(
        looks.readings.flatMap(({ report, unread }) => (unread === undefined ? [] : [[report, unread]])),
      ),
      when,
      span: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      ...(since === undefined && reader === undefined
        ? {}
        : {
            since: {
              words: said,
              news: newsSince({
                ...looks,
                ...(seenAt === undefined ? {} : { seenAt }),
                ...(knownAt === undefined ? {} : { knownAt }),
                words,
              }),
            },
          }),
      all: all === "true",
      words,
    });
    const bytes = await printBrief(made, format);
    const extension = format === "text" ? "txt" : format;
    return c.body(Uint8Array.from(bytes).buffer, 200, {
      "content-type": briefTypes[format],
      // Shown, not kept: who wants the file says so. The id holds small letters, digits and hyphens alone.
      "content-disposition": `inline; filename="${id}.${extension}"`,
    }) as never;
  };
}

/** Around the policy of the whole server, which allows no style within a page: the brief's own style, by its hash. */
export const briefHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.get("content-type")?.startsWith("text/html") === true) {
    c.res.headers.set("content-security-policy", `${briefPolicy}; frame-ancestors 'none'`);
  }
};
