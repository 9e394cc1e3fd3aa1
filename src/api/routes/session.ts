/** The addresses of the session (see routes.ts). */
import { createRoute } from "@hono/zod-openapi";
import { SessionAnswer, SignIn } from "../schema/session.ts";
import { problem } from "./problems.ts";

const path = "/api/session";
const answer = { description: "The session", content: { "application/json": { schema: SessionAnswer } } };

export const sessionRoutes = {
  session: createRoute({
    method: "get",
    path,
    summary: "Whether one is signed in, and the token that changes carry",
    responses: { 200: answer },
  }),
  signIn: createRoute({
    method: "post",
    path,
    summary: "Signs in with the server's password; sets a cookie",
    request: {
      body: {
        content: {
          "application/json": { schema: SignIn },
        },
        required: true,
      },
    },
    responses: {
      200: answer,
      400: { description: "No password given", content: problem },
      401: { description: "Another password", content: problem },
      429: { description: "Too many tries", content: problem },
    },
  }),
  signOut: createRoute({
    method: "delete",
    path,
    summary: "Signs out: takes the cookie back",
    responses: { 200: answer },
  }),
};
