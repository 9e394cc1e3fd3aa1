/** The address at which reports are handed over. */
import { createRoute } from "@hono/zod-openapi";
import * as a from "../schema/adding.ts";
import { SituationId } from "../schema/parts.ts";
import { problem, problems } from "./problems.ts";

export const addingRoutes = {
  addReports: createRoute({
    method: "post",
    path: "/api/situations/{situation}/reports",
    summary:
      "Reads files and pages into a situation; answers when all are read, /api/live tells how far it is",
    request: {
      params: SituationId,
      body: { content: { "multipart/form-data": { schema: a.AddRequest } }, required: true },
    },
    responses: {
      200: {
        description: "What became of each; one that can't be read keeps none of the others out",
        content: { "application/json": { schema: a.AddAnswer } },
      },
      ...problems,
      413: { description: "Too much at once", content: problem },
      503: { description: "This server takes none", content: problem },
    },
  }),
};
