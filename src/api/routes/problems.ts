/** What every address may answer when it can't do what was asked (RFC 9457). */
import { Problem } from "../schema/service.ts";

export const problem = { "application/problem+json": { schema: Problem } };

export const problems = {
  400: { description: "The request is not as described", content: problem },
  404: { description: "There is no such thing", content: problem },
  500: { description: "It failed here", content: problem },
} as const;
