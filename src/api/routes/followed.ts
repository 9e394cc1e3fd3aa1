/** The addresses that change how sources are followed, beside those of routes.ts. */
import { createRoute, z } from "@hono/zod-openapi";
import * as f from "../schema/followed.ts";
import { problems as common, problem } from "./problems.ts";

const problems = {
  ...common,
  422: { description: "It can't be done, and why", content: problem },
  503: { description: "This server does not do it", content: problem },
} as const;

const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });

export const followedRoutes = {
  preview: createRoute({
    method: "post",
    path: "/api/sources/preview",
    summary: "Says what an address is, and follows nothing",
    request: { body: { ...json(f.PreviewRequest), required: true } },
    responses: { 200: { description: "What was found", ...json(f.PreviewAnswer) }, ...problems },
  }),
  changeFollowed: createRoute({
    method: "patch",
    path: "/api/sources/{source}",
    summary: "Pauses it, goes on with it, sets its pace, its name or its terms",
    request: { params: f.FollowedId, body: { ...json(f.ChangeRequest), required: true } },
    responses: { 200: { description: "As it is now", ...json(f.Followed) }, ...problems },
  }),
  opml: createRoute({
    method: "get",
    path: "/api/sources.opml",
    summary: "What is followed, as OPML for other readers",
    request: { query: f.OpmlQuery },
    responses: {
      200: { description: "OPML 2.0", content: { "text/x-opml": { schema: z.string() } } },
      ...common,
    },
  }),
  bringOpml: createRoute({
    method: "post",
    path: "/api/sources/opml",
    summary: "Follows the feeds that an OPML file lists",
    request: { body: { ...json(f.OpmlRequest), required: true } },
    responses: { 200: { description: "How many are new", ...json(f.OpmlAnswer) }, ...problems },
  }),
};
