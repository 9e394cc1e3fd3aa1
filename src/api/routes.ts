/** Every address of the API: the table that app.ts serves and that the OpenAPI document is made from. */
import { createRoute, type RouteConfig, type z } from "@hono/zod-openapi";
import * as s from "./schema.ts";

export const routes = {
  index: get("/api", "What there is", {}, s.IndexAnswer),
  health: get("/api/health", "Whether it works", {}, s.HealthAnswer),
  situations: get("/api/situations", "Situations, each with what changed last", {}, s.SituationsAnswer),
  situation: get(
    "/api/situations/{situation}",
    "A situation: brief, timeline, figures, positions, outlook as ids of entries",
    { params: s.SituationId, query: s.When },
    s.Situation,
  ),
  record: get(
    "/api/situations/{situation}/record",
    "Its record: entries with their evidence, reports, origins",
    { params: s.SituationId, query: s.RecordQuery },
    s.RecordAnswer,
  ),
  entry: get(
    "/api/situations/{situation}/entries/{entry}",
    "One entry with the paragraphs that its sentences stand in",
    { params: s.EntryId, query: s.When },
    s.EntryAnswer,
  ),
  revisions: get(
    "/api/situations/{situation}/revisions",
    "What changed, latest first",
    { params: s.SituationId, query: s.RevisionsQuery },
    s.RevisionsAnswer,
  ),
  sources: get(
    "/api/situations/{situation}/sources",
    "Origins with the reasons and their reports",
    { params: s.SituationId, query: s.When },
    s.SourcesAnswer,
  ),
  report: get(
    "/api/reports/{report}",
    "A report: its text, blocks and what was read in it",
    { params: s.ReportId },
    s.ReportText,
  ),
  search: get("/api/search", "Reports that hold the words", { query: s.SearchQuery }, s.SearchAnswer),
};

function get<P extends string, R extends NonNullable<RouteConfig["request"]>, A extends z.ZodType>(
  path: P,
  summary: string,
  request: R,
  answer: A,
) {
  const problem = { "application/problem+json": { schema: s.Problem } };
  return createRoute({
    method: "get",
    path,
    summary,
    request,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      400: { description: "The request is not as described", content: problem },
      404: { description: "There is no such thing", content: problem },
      500: { description: "It failed here", content: problem },
    },
  });
}
