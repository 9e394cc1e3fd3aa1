/** The addresses of what situations are about. */
import { createRoute } from "@hono/zod-openapi";
import { problems } from "./routes-problems.ts";
import * as s from "./schema.ts";
import * as c from "./schema-scopes.ts";

const path = "/api/situations/{situation}/scope";

export const scopeRoutes = {
  scope: createRoute({
    method: "get",
    path,
    summary: "What a situation is about, and what could be added to it",
    request: { params: s.SituationId },
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
    summary: "Says what a situation is about: reports that meet it are put into it, now and as they come",
    request: {
      params: s.SituationId,
      body: { content: { "application/json": { schema: c.ScopeRequest } }, required: true },
    },
    responses: {
      201: { description: "It is set", content: { "application/json": { schema: c.ScopeMade } } },
      ...problems,
    },
  }),
};
