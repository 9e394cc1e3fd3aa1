import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../test/browser/fixture.ts";
import { fixtureDeps } from "../../test/browser/serve.ts";
import { app } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import { openSessions, sessionCookie, sessionSeconds } from "./sessions.ts";

const password = "a boat of many oars";
const at = 1_934_000_000;

describe("a session", () => {
  it("needs no password where none is set, but its token is the server's own", () => {
    const [one, other] = [openSessions(), openSessions()];
    expect(one.isSignedIn(undefined, at)).toBe(true);
    expect(one.tokenOf(undefined)).toBe(one.tokenOf("whatever"));
    expect(one.tokenOf(undefined)).not.toBe(other.tokenOf(undefined));
  });

  it("is known to every server with the same password, until it is over", async () => {
    const [one, other] = [openSessions({ password }), openSessions({ password })];
    expect(await one.weigh(password, "a", at)).toEqual({ right: true });
    const cookie = one.begin(at);
    expect(other.isSignedIn(cookie, at + sessionSeconds - 1)).toBe(true);
    expect(other.isSignedIn(cookie, at + sessionSeconds)).toBe(false);
    expect(other.tokenOf(cookie)).toBe(one.tokenOf(cookie));
    expect(openSessions({ password: `${password}!` }).isSignedIn(cookie, at)).toBe(false);
  });

  it.each([undefined, "", "..", "9999999999..", "9999999999.x.y", `${"9".repeat(400)}.x.`])(
    "is not begun by the cookie %j",
    (cookie) => {
      expect(openSessions({ password }).isSignedIn(cookie, at)).toBe(false);
    },
  );

  it("can't be made longer by changing its end", () => {
    const sessions = openSessions({ password });
    const [, nonce, mark] = sessions.begin(at).split(".");
    expect(sessions.isSignedIn(`9999999999.${nonce}.${mark}`, at)).toBe(false);
  });

  it("makes an address wait after ten wrong passwords, no other address, and not for ever", async () => {
    const sessions = openSessions({ password });
    for (let i = 0; i < 10; i++) expect(await sessions.weigh("wrong", "a", at + i)).toEqual({ right: false });
    expect(await sessions.weigh(password, "a", at + 10)).toEqual({ right: false, wait: 890 });
    expect(await sessions.weigh("wrong", "b", at + 10)).toEqual({ right: false });
    expect(await sessions.weigh(password, "a", at + 900)).toEqual({ right: true });
  });
});

describe("the API", () => {
  let deps: ApiDeps;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ deps, close } = await fixtureDeps());
  });
  afterAll(() => close());

  const json = { "content-type": "application/json" };
  const made = (title: string) => JSON.stringify({ title });
  const here = `/api/situations/${situation.id}`;

  it("changes nothing without the session's token, and says where to get it", async () => {
    const api = app({ ...deps, sessions: openSessions() });
    const post = (headers: object) =>
      api.request("/api/situations", {
        method: "POST",
        body: made("Token"),
        headers: { ...json, ...headers },
      });
    for (const headers of [{}, { "x-sitrep-token": "" }, { "x-sitrep-token": openSessions().tokenOf("") }]) {
      const answer = await post(headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ type: "urn:sitrep:problem:no-token" });
    }
    const session = (await (await api.request("/api/session")).json()) as { token: string };
    expect(session).toMatchObject({ password: false, signedIn: true });
    expect((await post({ "x-sitrep-token": session.token })).status).toBe(201);
    // a token does not help another site's page
    const elsewhere = await post({ "x-sitrep-token": session.token, "sec-fetch-site": "cross-site" });
    expect(elsewhere.status).toBe(403);
  });

  it("shows nothing to who has not signed in where there is a password", async () => {
    const api = app({ ...deps, sessions: openSessions({ password }) });
    for (const path of [
      "/api",
      here,
      `${here}/record`,
      "/api/search?q=navy",
      "/api/sources",
      "/api/openapi.json",
    ]) {
      const answer = await api.request(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
    expect(await (await api.request("/api/session")).json()).toEqual({ password: true, signedIn: false });
  });

  it("lets in by the password, with a cookie that no script and no other site can use", async () => {
    const api = app({ ...deps, sessions: openSessions({ password, secure: true }) });
    const enter = (words: string) =>
      api.request("/api/session", {
        method: "POST",
        headers: json,
        body: JSON.stringify({ password: words }),
      });
    expect((await enter("a boat of few oars")).status).toBe(401);
    const entered = await enter(password);
    expect(entered.status).toBe(200);
    const { token } = (await entered.json()) as { token: string };
    const set = entered.headers.get("set-cookie") ?? "";
    for (const part of [`${sessionCookie}=`, "HttpOnly", "SameSite=Strict", "Path=/", "Secure"])
      expect(set).toContain(part);
    const cookie = set.split(";")[0]!;
    expect((await api.request(here, { headers: { cookie } })).status).toBe(200);
    const post = (headers: Record<string, string>) =>
      api.request("/api/situations", {
        method: "POST",
        body: made("Signed in"),
        headers: { ...json, cookie, ...headers },
      });
    expect((await post({})).status).toBe(403);
    expect((await post({ "x-sitrep-token": token })).status).toBe(201);
    const out = await api.request("/api/session", { method: "DELETE", headers: { cookie } });
    expect(out.headers.get("set-cookie")).toMatch(/Max-Age=0/u);
  });

  it("lets a program in by the password with each request, and makes it wait after many wrong ones", async () => {
    const api = app({ ...deps, sessions: openSessions({ password }) });
    const ask = async (words: string) =>
      (await api.request(here, { headers: { authorization: `Bearer ${words}` } })).status;
    expect(await ask(password)).toBe(200);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push(await ask(`wrong ${i}`));
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });
});
