import { describe, expect, it } from "vitest";
import { freshFor } from "./freshness.ts";
import { httpDate, retryAfterOf } from "./retry-after.ts";

const now = "2031-03-02T08:00:00Z";
const at = (time: string) => `Sun, 02 Mar 2031 ${time} GMT`;

describe("how long a server asks to wait", () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ "retry-after": "120" }, 120],
    [{ "retry-after": " 0 " }, 0],
    [{ "retry-after": "999999999" }, 86_400],
    [{ "retry-after": at("08:05:00") }, 300],
    [{ "retry-after": at("07:00:00") }, 0],
    // By the server's own clock, which goes an hour before ours.
    [{ "retry-after": at("09:05:00"), date: at("09:00:00") }, 300],
    [{ "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }, 86_400],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "1e9" }, undefined],
    [{ "ratelimit-reset": "30" }, 30],
    [{ "x-ratelimit-reset": String(Date.parse(now) / 1000 + 90) }, 90],
    [{ "x-rate-limit-reset": "45" }, 45],
    [{ ratelimit: '"day";r=0;t=60' }, 60],
    [{ ratelimit: '"day";r=0' }, undefined],
    [{ "retry-after": "soon", "ratelimit-reset": "30" }, 30],
    [{}, undefined],
  ])("%j: %s s", (headers, seconds) => expect(retryAfterOf(headers, now)).toBe(seconds));
});

describe("an HTTP date", () => {
  it.each([
    ["Sun, 02 Mar 2031 08:00:00 GMT", Date.parse(now)],
    ["Sunday, 02-Mar-31 08:00:00 GMT", Date.parse(now)],
    ["Sun Mar  2 08:00:00 2031", Date.parse(now)],
    ["Sun, 02 Mar 2031 10:00:00 +0200", Date.parse(now)],
    ["2031-03-02", Number.NaN],
    ["0", Number.NaN],
    ["", Number.NaN],
    [`Sun, ${"0".repeat(100)}`, Number.NaN],
  ])("%j", (text, ms) => expect(httpDate(text)).toBe(ms));
});

describe("how long an answer stays fresh", () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ "cache-control": "max-age=600" }, 600],
    [{ "cache-control": "public, Max-Age=600, s-maxage=5" }, 600],
    [{ "cache-control": "max-age=600", age: "100" }, 500],
    [{ "cache-control": "max-age=600", age: "700" }, 0],
    [{ "cache-control": 'max-age="60"' }, 60],
    [{ "cache-control": "max-age=60, max-age=600" }, 60],
    [{ "cache-control": "max-age=soon" }, 0],
    [{ "cache-control": "no-cache, max-age=600" }, 0],
    [{ "cache-control": "no-store" }, 0],
    [{ expires: at("08:10:00"), date: at("08:00:00") }, 600],
    [{ expires: at("08:10:00") }, 600],
    [{ expires: "0" }, 0],
    [{ expires: at("07:00:00") }, 0],
    [{ "cache-control": "max-age=600", expires: at("07:00:00") }, 600],
    [{ "cache-control": "private" }, undefined],
    [{ "cache-control": "max-age=99999999999" }, 10 * 365 * 86_400],
    [{}, undefined],
  ])("%j: %s s", (headers, seconds) => expect(freshFor(headers, now)).toBe(seconds));
});
