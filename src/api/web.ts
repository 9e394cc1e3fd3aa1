/** Serves the built browser app: hashed assets for good, every other address its one page. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { notFound, problem } from "./problems.ts";

export function web(dist: string): Hono {
  const site = new Hono();
  site.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", "public, max-age=31536000, immutable");
  });
  site.get("/assets/*", serveStatic({ root: dist, precompressed: true }), notFound);
  site.get("/favicon.svg", serveStatic({ root: dist }));
  site.get("/*", async (c) => {
    const page = await readFile(join(dist, "index.html"), "utf8").catch(() => undefined);
    if (page === undefined) {
      return problem(c, 503, "not-built", "The browser app is not built; run npm run build, then reload.");
    }
    c.header("cache-control", "no-cache");
    return c.html(page);
  });
  return site;
}
