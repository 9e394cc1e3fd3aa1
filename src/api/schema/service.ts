/** What the API says of itself, and its problem details (RFC 9457). */
import { z } from "@hono/zod-openapi";
import { count, list } from "./parts.ts";

export const IndexAnswer = z
  .object({ name: z.string(), version: z.string(), links: z.record(z.string(), z.string()) })
  .openapi("Index");

export const HealthAnswer = z
  .object({ status: z.literal("ok"), version: z.string(), situations: count, reports: count })
  .openapi("Health");

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: list(z.object({ where: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

export type HealthAnswer = z.infer<typeof HealthAnswer>;
export type IndexAnswer = z.infer<typeof IndexAnswer>;
export type Problem = z.infer<typeof Problem>;
