/**
 * The HTTP side: the API under /api, the browser app everywhere else. Read routes.ts for the addresses.
 * Meant for this machine: an unknown Host header is refused, so that no web page can reach it by a name of its own.
 */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { health, index, openApi } from "./about.ts";
import { addReports, bounded } from "./adding.ts";
import { brief, briefHeaders } from "./brief.ts";
import { correct, corrections } from "./corrections.ts";
import { keyDays } from "./days.ts";
import type { ApiDeps } from "./deps.ts";
import {
  bringOpml,
  changeFollowed,
  follow,
  followed,
  followedOne,
  opml,
  preview,
  unfollow,
  visit,
} from "./followed.ts";
import { fromHereOnly, onlyHosts } from "./hosts.ts";
import { hubs } from "./hubs.ts";
import { spoken } from "./language.ts";
import { live } from "./live.ts";
import { map } from "./map.ts";
import { failure, invalid, methodNotAllowed, notFound } from "./problems.ts";
import { entry, lines, moments, record, revisions, series, sources, table } from "./record.ts";
import { howRead, report, versions } from "./reports.ts";
import { routes } from "./routes.ts";
import { previewScope, scope, scopeValues, setScope, standing } from "./scopes.ts";
import { search } from "./search.ts";
import { guard, session, signIn, signOut } from "./session.ts";
import { seen, since } from "./since.ts";
import { newSituation, situation, situations } from "./situations.ts";
import { web } from "./web.ts";

const largestBody = 1_000_000;

export function app(deps: ApiDeps): Hono {
  const api = new OpenAPIHono({ defaultHook: invalid });
  api.onError(failure);
  api.notFound(notFound);
  api.use(onlyHosts(deps.hosts));
  api.use("/api/situations/:situation/brief", briefHeaders);
  api.use(secureHeaders(headers));
  api.use(fromHereOnly());
  if (deps.following !== undefined) api.route("/websub", hubs(deps.following));
  api.use(bounded(largestBody));
  api.use("/api/*", spoken);
  api.use("/api/*", guard(deps));
  // Before what waits for an answer's end: this one has none.
  api.openapi(routes.live, live(deps));
  api.use("/api/*", etag());
  api.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "private, no-cache");
    c.header("vary", "Accept-Language", { append: true });
  });

  api.openapi(routes.session, session(deps));
  api.openapi(routes.signIn, signIn(deps));
  api.openapi(routes.signOut, signOut(deps));
  api.openapi(routes.index, index(deps));
  api.openapi(routes.health, health(deps));
  api.openapi(routes.situations, situations(deps));
  api.openapi(routes.newSituation, newSituation(deps));
  api.openapi(routes.situation, situation(deps));
  api.openapi(routes.addReports, addReports(deps));
  api.openapi(routes.record, record(deps));
  api.openapi(routes.table, table(deps));
  api.openapi(routes.lines, lines(deps));
  api.openapi(routes.series, series(deps));
  api.openapi(routes.keyDays, keyDays(deps));
  api.openapi(routes.moments, moments(deps));
  api.openapi(routes.entry, entry(deps));
  api.openapi(routes.revisions, revisions(deps));
  api.openapi(routes.sources, sources(deps));
  api.openapi(routes.map, map(deps));
  api.openapi(routes.report, report(deps));
  api.openapi(routes.versions, versions(deps));
  api.openapi(routes.howRead, howRead(deps));
  api.openapi(routes.followed, followed(deps));
  api.openapi(routes.follow, follow(deps));
  api.openapi(routes.opml, opml(deps));
  api.openapi(routes.bringOpml, bringOpml(deps));
  api.openapi(routes.preview, preview(deps));
  api.openapi(routes.changeFollowed, changeFollowed(deps));
  api.openapi(routes.followedOne, followedOne(deps));
  api.openapi(routes.unfollow, unfollow(deps));
  api.openapi(routes.visit, visit(deps));
  api.openapi(routes.since, since(deps));
  api.openapi(routes.seen, seen(deps));
  api.openapi(routes.brief, brief(deps));
  api.openapi(routes.corrections, corrections(deps));
  api.openapi(routes.scope, scope(deps));
  api.openapi(routes.setScope, setScope(deps));
  api.openapi(routes.previewScope, previewScope(deps));
  api.openapi(routes.scopeValues, scopeValues(deps));
  api.openapi(routes.standing, standing(deps));
  api.openapi(routes.correct, correct(deps));
  api.openapi(routes.search, search(deps));
  api.doc31("/api/openapi.json", openApi(deps));

  api.all("/api/*", (c) =>
    c.req.method === "GET" || c.req.method === "HEAD" ? notFound(c) : methodNotAllowed(c),
  );
  if (deps.dist !== undefined) api.route("/", web(deps.dist));
  return api as unknown as Hono;
}

/** Nothing from elsewhere, no inline script or style, no frame; texts from outside cannot become markup. */
const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // The map's worker is a file of ours: no blob has to be let in.
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    // web/trusted.ts: one policy, which lets through the empty string alone.
    trustedTypes: ["default"],
  },
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  // Served in the clear on the loopback: there is no transport to be strict about.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
};
