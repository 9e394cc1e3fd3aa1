/** The addresses of what changed since a reader last looked, and of the brief as a file. */
import { createRoute, z } from "@hono/zod-openapi";
import { SituationId } from "../schema/parts.ts";
import * as n from "../schema/since.ts";
import { problems } from "./problems.ts";

export const sinceRoutes = {
  since: createRoute({
    method: "get",
    path: "/api/situations/{situation}/since",
    summary: "What changed since a reader last looked, a sentence each",
    request: { params: SituationId, query: n.SinceQuery },
    responses: {
      200: {
        description: "What changed; all of it where the reader has not looked before",
        content: { "application/json": { schema: n.SinceAnswer } },
      },
      ...problems,
    },
  }),
  seen: createRoute({
    method: "post",
    path: "/api/situations/{situation}/seen",
    summary: "The reader has looked: next time begins here",
    request: {
      params: SituationId,
      body: { content: { "application/json": { schema: n.SeenRequest } }, required: true },
    },
    responses: {
      201: { description: "It is noted", content: { "application/json": { schema: n.SeenAnswer } } },
      ...problems,
    },
  }),
  brief: createRoute({
    method: "get",
    path: "/api/situations/{situation}/brief",
    summary: "The situation report as a file: text, Markdown, HTML or PDF",
    request: { params: SituationId, query: n.BriefQuery },
    responses: {
      200: {
        description: "The file; the same record gives the same bytes",
        content: {
          "text/html": { schema: z.string() },
          "text/markdown": { schema: z.string() },
          "text/plain": { schema: z.string() },
          "application/pdf": { schema: z.string().openapi({ format: "binary" }) },
        },
      },
      ...problems,
    },
  }),
};
