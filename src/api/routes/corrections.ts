/** The addresses of corrections by analysts. */
import { createRoute } from "@hono/zod-openapi";
import * as c from "../schema/corrections.ts";
import { SituationId, When } from "../schema/parts.ts";
import { problem, problems } from "./problems.ts";

const path = "/api/situations/{situation}/corrections";

export const correctionRoutes = {
  corrections: createRoute({
    method: "get",
    path,
    summary: "Corrections by analysts, and what later evidence does not go with",
    request: { params: SituationId, query: When },
    responses: {
      200: {
        description: "All that had been made by then, also those undone since",
        content: { "application/json": { schema: c.CorrectionsAnswer } },
      },
      ...problems,
    },
  }),
  correct: createRoute({
    method: "post",
    path,
    summary: "Corrects the record: appended, never overwritten",
    request: {
      params: SituationId,
      body: { content: { "application/json": { schema: c.CorrectionRequest } }, required: true },
    },
    responses: {
      201: { description: "It is kept", content: { "application/json": { schema: c.CorrectionMade } } },
      422: { description: "It can't be done, and why", content: problem },
      ...problems,
    },
  }),
};
