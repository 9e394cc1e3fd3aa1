/** How long a server asks to wait: Retry-After (RFC 9110, 10.2.3), else the rate limit's reset. */

export const longestWait = 86_400;

/** Seconds, a day at most; undefined where nothing readable is asked. `now` is ISO 8601. */
export function retryAfterOf(headers: Readonly<Record<string, string>>, now: string): number | undefined {
  const asked = headers["retry-after"]?.trim();
  if (asked !== undefined && /^\d{1,12}$/.test(asked)) return capped(Number(asked));
  const until = asked === undefined ? Number.NaN : httpDate(asked);
  if (!Number.isNaN(until)) {
    // By the server's own clock where it shows one: the two may differ by hours.
    const clock = httpDate(headers.date ?? "");
    return capped((until - (Number.isNaN(clock) ? Date.parse(now) : clock)) / 1000);
  }
  const reset = resetOf(headers)?.trim();
  if (reset === undefined || !/^\d{1,12}$/.test(reset)) return undefined;
  // Seconds from now by the drafts; many servers give the time itself, as seconds since 1970.
  return capped(Number(reset) > 1e9 ? Number(reset) - Date.parse(now) / 1000 : Number(reset));
}

/** The header has had several names and a form of its own: `RateLimit: "day";r=0;t=30`. */
function resetOf(headers: Readonly<Record<string, string>>): string | undefined {
  return (
    headers["ratelimit-reset"] ??
    headers["x-ratelimit-reset"] ??
    headers["x-rate-limit-reset"] ??
    /;\s*t=(\d{1,12})/.exec(headers.ratelimit ?? "")?.[1]
  );
}

/** Milliseconds since 1970, NaN for what is no HTTP date; the three forms of RFC 9110, 5.6.7. */
export function httpDate(text: string): number {
  if (text.length > 40 || !/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return Number.NaN;
  return Date.parse(/GMT|UTC|[+-]\d{4}$/.test(text) ? text : `${text} GMT`);
}

const capped = (seconds: number) => Math.min(longestWait, Math.max(0, Math.ceil(seconds)));
