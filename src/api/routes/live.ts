/** The address of what comes while a page is open. */
import { createRoute, z } from "@hono/zod-openapi";
import { LiveNews, LiveQuery, LiveSource, LiveWork } from "../schema/live.ts";
import { problem, problems } from "./problems.ts";

export const liveRoutes = {
  live: createRoute({
    method: "get",
    path: "/api/live",
    summary: "What comes from now on, as server-sent events",
    request: { query: LiveQuery },
    responses: {
      200: {
        description: "Events hello, situation, source, work and reset; each id is the position after it",
        content: { "text/event-stream": { schema: z.union([LiveNews, LiveSource, LiveWork]) } },
      },
      400: problems[400],
      500: problems[500],
      503: { description: "Too many listen", content: problem },
    },
  }),
};
