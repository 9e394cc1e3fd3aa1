/** The addresses of what situations are about. */
import { createRoute } from "@hono/zod-openapi";
import { ReportId, SituationId } from "../schema/parts.ts";
import * as c from "../schema/scopes.ts";
import { problems } from "./problems.ts";

const path = "/api/situations/{situation}/scope";

export const scopeRoutes = {
  scope: createRoute({
    method: "get",
    path,
    summary: "What a situation is about, and what could be added to it",
    request: { params: SituationId },
    responses: {
      200: {
        description: "Its scope; suggestions from all reports of the archive",
        content: { "application/json": { schema: c.ScopeAnswer } },
      },
      ...problems,
    },
  }),
  setScope: createRoute({
    method: "post",
    path,
    summary:
      "Says what a situation is about: what it selects comes in, now and later; what it leaves out goes out from now on",
    request: {
      params: SituationId,
      body: { content: { "application/json": { schema: c.ScopeRequest } }, required: true },
    },
    responses: {
      201: { description: "It is set", content: { "application/json": { schema: c.ScopeMade } } },
      ...problems,
    },
  }),
  previewScope: createRoute({
    method: "post",
    path: `${path}/preview`,
    summary: "What a scope would bring in and take out; nothing is set",
    request: {
      params: SituationId,
      body: { content: { "application/json": { schema: c.ScopeRequest } }, required: true },
    },
    responses: {
      200: {
        description: "How many reports, and examples",
        content: { "application/json": { schema: c.ScopePreview } },
      },
      ...problems,
    },
  }),
  standing: createRoute({
    method: "get",
    path: "/api/reports/{report}/standing",
    summary: "The situations that a report is in, why, and how its analysts grade it",
    request: { params: ReportId },
    responses: {
      200: {
        description: "Also those that it is in no more",
        content: { "application/json": { schema: c.StandingAnswer } },
      },
      ...problems,
    },
  }),
  scopeValues: createRoute({
    method: "get",
    path: "/api/scope-values",
    summary: "What a part of a scope could be given, by what the reports of the archive hold",
    request: { query: c.ValuesQuery },
    responses: {
      200: { description: "With counts", content: { "application/json": { schema: c.ValuesAnswer } } },
      ...problems,
    },
  }),
};
