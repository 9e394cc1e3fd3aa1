/** The session over HTTP: what guards the API, and the addresses by which one signs in and out (see sessions.ts). */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { RouteHandler } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ApiDeps } from "./deps.ts";
import { problem } from "./problems.ts";
import type { routes } from "./routes.ts";
import { same, sessionCookie, sessionSeconds } from "./sessions.ts";

const tokenHeader = "x-sitrep-token";

/** Refuses who is not signed in, and changes that do not carry the session's token. */
export function guard({ sessions, now }: ApiDeps): MiddlewareHandler {
  return async (c, next) => {
    if (sessions === undefined || c.req.path === "/api/session") return next();
    const bearer = /^Bearer (.{1,1000})$/iu.exec(c.req.header("authorization") ?? "")?.[1];
    if (bearer !== undefined && sessions.password) {
      const weighed = await sessions.weigh(bearer, addressOf(c), seconds(now()));
      return weighed.right ? next() : refused(c, weighed.wait);
    }
    const cookie = getCookie(c, sessionCookie);
    if (!sessions.isSignedIn(cookie, seconds(now())))
      return problem(c, 401, "signed-out", "Sign in with the password of this server first.");
    const { method } = c.req;
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") return next();
    if (same(c.req.header(tokenHeader) ?? "", sessions.tokenOf(cookie))) return next();
    return problem(
      c,
      403,
      "no-token",
      `A change must carry the session's token: get it at /api/session and send it as ${tokenHeader}.`,
    );
  };
}

export function session({ sessions, now }: ApiDeps): RouteHandler<typeof routes.session> {
  return (c) => {
    const cookie = getCookie(c, sessionCookie);
    const signedIn = sessions === undefined || sessions.isSignedIn(cookie, seconds(now()));
    const token = signedIn && sessions !== undefined ? { token: sessions.tokenOf(cookie) } : {};
    return c.json({ password: sessions?.password ?? false, signedIn, ...token }, 200);
  };
}

export function signIn({ sessions, now }: ApiDeps): RouteHandler<typeof routes.signIn> {
  return async (c) => {
    const { password } = c.req.valid("json");
    if (sessions === undefined || !sessions.password) return c.json({ password: false, signedIn: true }, 200);
    const at = seconds(now());
    const weighed = await sessions.weigh(password, addressOf(c), at);
    if (!weighed.right) return refused(c, weighed.wait) as never;
    const cookie = sessions.begin(at);
    setCookie(c, sessionCookie, cookie, {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: sessionSeconds,
      secure: sessions.secure,
    });
    return c.json({ password: true, signedIn: true, token: sessions.tokenOf(cookie) }, 200);
  };
}

export function signOut({ sessions }: ApiDeps): RouteHandler<typeof routes.signOut> {
  return (c) => {
    deleteCookie(c, sessionCookie, { path: "/" });
    const password = sessions?.password ?? false;
    return c.json({ password, signedIn: !password }, 200);
  };
}

function refused(c: Context, wait: number | undefined): Response {
  if (wait === undefined)
    return problem(c, 401, "wrong-password", "That is not the password of this server.");
  c.header("retry-after", String(wait));
  const minutes = Math.ceil(wait / 60);
  return problem(c, 429, "too-many-tries", `Too many wrong passwords: try again in ${minutes} min.`);
}

/** Behind a proxy this is the proxy's, and all share its tries. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown"; // not served over a socket, as in tests
  }
}

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
