/**
 * Refuses requests that name another host. A page on the web may point its own name at 127.0.0.1 (DNS
 * rebinding); its requests carry that name in Host, and only that tells them from the user's own.
 */
import type { HonoRequest, MiddlewareHandler } from "hono";
import { problem } from "./problems.ts";

const ownNames = ["localhost", "127.0.0.1", "[::1]"];

export function onlyHosts(more: readonly string[] = []): MiddlewareHandler {
  const allowed = new Set([...ownNames, ...more.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    const name = host.toLowerCase().replace(/:\d{1,5}$/u, "");
    if (allowed.has(name)) return next();
    return problem(
      c,
      421,
      "wrong-host",
      "This host name is not served here; use the address that sitrep start printed.",
    );
  };
}

/**
 * Refuses what another site's page makes a browser send to change something: browsers say so by Sec-Fetch-Site, older
 * ones by Origin; who sends neither is no browser.
 */
export function fromHereOnly(): MiddlewareHandler {
  return async (c, next) => {
    const method = c.req.method;
    if (method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && isFromElsewhere(c.req)) {
      return problem(c, 403, "forbidden", "Another site's page may change nothing here.");
    }
    return next();
  };
}

/** Another site's page asks. */
export function isFromElsewhere(request: HonoRequest): boolean {
  const site = request.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = request.header("origin");
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.header("host")?.toLowerCase();
}
