/** Where WebSub hubs call: the one address that is meant for others than the reader's own browser. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Following } from "./deps.ts";

/** Hubs send whole feeds along; only their signature is looked at. */
const largestPush = 8 * 2 ** 20;

export function hubs({ verify, hear }: Following): Hono {
  const app = new Hono();
  app.get("/:source/:token", async (c) => {
    const { source, token } = c.req.param();
    const answer = await verify?.(source, token, new URL(c.req.url).searchParams);
    return c.text(answer?.body ?? "", answer?.status ?? 404);
  });
  app.post("/:source/:token", bodyLimit({ maxSize: largestPush }), async (c) => {
    const { source, token } = c.req.param();
    const body = new Uint8Array(await c.req.arrayBuffer());
    const answer = await hear?.(source, token, c.req.header("x-hub-signature"), body);
    return c.text("", answer?.status ?? 404);
  });
  return app;
}
