/** Every address of the API: the table that app.ts serves and that the OpenAPI document is made from. */
import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { addingRoutes } from "./routes/adding.ts";
import { correctionRoutes } from "./routes/corrections.ts";
import { followedRoutes } from "./routes/followed.ts";
import { liveRoutes } from "./routes/live.ts";
import { problems as common, problem } from "./routes/problems.ts";
import { scopeRoutes } from "./routes/scopes.ts";
import { sessionRoutes } from "./routes/session.ts";
import { sinceRoutes } from "./routes/since.ts";
import * as d from "./schema/days.ts";
import * as f from "./schema/followed.ts";
import * as h from "./schema/how-read.ts";
import * as l from "./schema/lines.ts";
import * as m from "./schema/map.ts";
import { EntryId, ReportId, SituationId, When } from "./schema/parts.ts";
import {
  EntryAnswer,
  RecordAnswer,
  RecordQuery,
  RevisionsAnswer,
  RevisionsQuery,
  SourcesAnswer,
  SourcesQuery,
} from "./schema/record.ts";
import { ReportText } from "./schema/report.ts";
import { SearchAnswer, SearchQuery } from "./schema/search.ts";
import { HealthAnswer, IndexAnswer } from "./schema/service.ts";
import { Situation, SituationsAnswer } from "./schema/situation.ts";
import * as v from "./schema/versions.ts";

const problems = {
  ...common,
  422: { description: "It can't be done, and why", content: problem },
  503: { description: "This server does not do it", content: problem },
} as const;

export const routes = {
  index: get("/api", "What there is", {}, IndexAnswer),
  health: get("/api/health", "Whether it works", {}, HealthAnswer),
  situations: get("/api/situations", "Situations, each with what changed last", {}, SituationsAnswer),
  newSituation: send(
    "post",
    "/api/situations",
    "Makes a situation; its id is made from its title",
    f.NewSituation,
    f.SituationMade,
  ),
  situation: get(
    "/api/situations/{situation}",
    "A situation: brief, timeline, figures, positions, outlook as ids of entries",
    { params: SituationId, query: When },
    Situation,
  ),
  record: get(
    "/api/situations/{situation}/record",
    "Its record: entries with their evidence, reports, origins",
    { params: SituationId, query: RecordQuery },
    RecordAnswer,
  ),
  table: createRoute({
    method: "get",
    path: "/api/situations/{situation}/table",
    summary: "Its entries as a table for a spreadsheet, each with the sentence that it is cut from",
    request: { params: SituationId, query: RecordQuery },
    responses: {
      200: { description: "CSV (RFC 4180), UTF-8", content: { "text/csv": { schema: z.string() } } },
      400: problems[400],
      404: problems[404],
      500: problems[500],
    },
  }),
  lines: get(
    "/api/situations/{situation}/lines",
    "Its entries as a page lists them, without their evidence: /entries has that of each",
    { params: SituationId, query: When },
    l.LinesAnswer,
  ),
  series: get(
    "/api/situations/{situation}/series",
    "How its figures moved: the values that each was given, by whom and when",
    { params: SituationId, query: When },
    l.SeriesAnswer,
  ),
  moments: get(
    "/api/situations/{situation}/moments",
    "When its reports were published and fetched, and how much came of them",
    { params: SituationId },
    l.MomentsAnswer,
  ),
  keyDays: get(
    "/api/situations/{situation}/key-days",
    "The days that matter most, each with the sentences that tell of it",
    { params: SituationId, query: d.DaysQuery },
    d.DaysAnswer,
  ),
  entry: get(
    "/api/situations/{situation}/entries/{entry}",
    "One entry with the paragraphs that its sentences stand in",
    { params: EntryId, query: When },
    EntryAnswer,
  ),
  revisions: get(
    "/api/situations/{situation}/revisions",
    "What changed, latest first",
    { params: SituationId, query: RevisionsQuery },
    RevisionsAnswer,
  ),
  sources: get(
    "/api/situations/{situation}/sources",
    "Origins with the reasons and their reports",
    { params: SituationId, query: SourcesQuery },
    SourcesAnswer,
  ),
  map: get(
    "/api/situations/{situation}/map",
    "Events and figures by place, each place an area as wide as what was said",
    { params: SituationId, query: When },
    m.MapAnswer,
  ),
  report: get(
    "/api/reports/{report}",
    "A report: its text, blocks and what was read in it",
    { params: ReportId },
    ReportText,
  ),
  versions: get(
    "/api/reports/{report}/versions",
    "The texts that its page has had, in the order of their fetches, and what changed from one to the next",
    { params: ReportId, query: When },
    v.VersionsAnswer,
  ),
  howRead: get(
    "/api/reports/{report}/how-read",
    "How the sentences at a span were read: their trees, and which words were taken as what",
    { params: ReportId, query: h.HowReadQuery },
    h.HowReadAnswer,
  ),
  followed: get(
    "/api/sources",
    "What is followed, and how each source does",
    { query: f.FollowedQuery },
    f.FollowedAnswer,
  ),
  follow: send(
    "post",
    "/api/sources",
    "Follows an address: what it is is found out",
    f.FollowRequest,
    f.FollowAnswer,
  ),
  followedOne: get(
    "/api/sources/{source}",
    "A source, how it does, and what it listed last",
    { params: f.FollowedId },
    f.FollowedOneAnswer,
  ),
  unfollow: act(
    "delete",
    "/api/sources/{source}",
    "Follows it no longer; what came from it stays",
    f.Followed,
  ),
  visit: act("post", "/api/sources/{source}/visit", "Has it visited now", f.Followed),
  ...sessionRoutes,
  ...addingRoutes,
  ...correctionRoutes,
  ...sinceRoutes,
  ...scopeRoutes,
  ...liveRoutes,
  ...followedRoutes,
  search: get("/api/search", "Reports that hold the words", { query: SearchQuery }, SearchAnswer),
};

/** What is sent as JSON: no other site can make a browser send it without asking first. */
function send<P extends string, B extends z.ZodType, A extends z.ZodType>(
  method: "post",
  path: P,
  summary: string,
  body: B,
  answer: A,
) {
  return createRoute({
    method,
    path,
    summary,
    request: { body: { content: { "application/json": { schema: body } }, required: true } },
    responses: {
      200: { description: "It was there already", content: { "application/json": { schema: answer } } },
      201: { description: summary, content: { "application/json": { schema: answer } } },
      ...problems,
    },
  });
}

function act<P extends string, A extends z.ZodType>(
  method: "post" | "delete",
  path: P,
  summary: string,
  answer: A,
) {
  return createRoute({
    method,
    path,
    summary,
    request: { params: f.FollowedId },
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      ...problems,
    },
  });
}

function get<P extends string, R extends NonNullable<RouteConfig["request"]>, A extends z.ZodType>(
  path: P,
  summary: string,
  request: R,
  answer: A,
) {
  return createRoute({
    method: "get",
    path,
    summary,
    request,
    responses: {
      200: { description: summary, content: { "application/json": { schema: answer } } },
      400: problems[400],
      404: problems[404],
      500: problems[500],
    },
  });
}
