/** The shapes of the session. */
import { z } from "@hono/zod-openapi";

export const SignIn = z.object({ password: z.string().min(1).max(1_000) }).openapi("SignIn");

export const SessionAnswer = z
  .object({
    password: z.boolean().describe("Whether this server asks for a password."),
    signedIn: z.boolean(),
    token: z.string().optional().describe("What a change has to carry as x-sitrep-token."),
  })
  .openapi("Session");

export type SessionAnswer = z.infer<typeof SessionAnswer>;
