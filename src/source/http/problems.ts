/** What can go wrong with a fetch, each as one line: what, where, what to do. */
import { shown } from "../document.ts";
import { FetchProblem } from "./fetch-problem.ts";

export function statusProblem(status: number, retryAfter: number | undefined, where: string): FetchProblem {
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  const failure = { status, passing, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const problem = (code: string, what: string, advice: string) =>
    new FetchProblem(code, where, `${where} answers ${status} (${what}): ${advice}`, failure);
  const later = retryAfter === undefined ? "try again later" : `try again in ${retryAfter} s`;
  switch (status) {
    case 401:
    case 402:
    case 403:
    case 407:
      return problem(
        "forbidden",
        "not allowed",
        "open it in a browser, save the page and read the saved file",
      );
    case 404:
      return problem("not-found", "not found", "check the address");
    case 408:
    case 425:
      return problem("server-error", "too slow or too early", later);
    case 410:
      return problem("gone", "gone for good", "look for a saved copy of it");
    case 429:
      return problem("too-many-requests", "too many requests", later);
    case 451:
      return problem("forbidden", "withheld for legal reasons", "look for another printing of it");
    default:
      if (status >= 500) return problem("server-error", "server error", later);
      if (status === 304) {
        return problem("broken-answer", "not modified, which was not asked", "try again later");
      }
      return problem("http-status", "no page", "check the address in a browser");
  }
}

export function badUrl(where: string): FetchProblem {
  return new FetchProblem("bad-url", where, `${where} is not a valid address: check its spelling`);
}

export function otherScheme(where: string, protocol: string): FetchProblem {
  return new FetchProblem(
    "scheme",
    where,
    `${where} is a ${shown(protocol)} address, which is not fetched: give an http or https address`,
  );
}

export function badPort(where: string, port: string): FetchProblem {
  return new FetchProblem(
    "bad-port",
    where,
    `${where} leads to port ${port}, which belongs to another protocol and is not fetched: check the address`,
  );
}

export function privateAddress(where: string, address: string, cause?: unknown): FetchProblem {
  return new FetchProblem(
    "private-address",
    where,
    `${where} leads to ${shown(address)}, a private address, which is not fetched: allow private addresses if this is yours`,
    { cause },
  );
}

/** `rule` is why: what robots.txt says, or that it can't be asked. */
export function robotsProblem(where: string): FetchProblem {
  return new FetchProblem(
    "robots",
    where,
    `${where} is closed to programs by its site's robots.txt: ask the site, or read the page by hand`,
  );
}

export function robotsUnknown(where: string, status: number, retryAfter: number): FetchProblem {
  return new FetchProblem(
    "robots-unknown",
    where,
    `${where} can't be asked for while its site's robots.txt answers ${status}: try again in ${retryAfter} s`,
    { status, retryAfter, passing: true },
  );
}

/** `what` as a relative clause says it: "to a file: address, which is never followed". */
export function badRedirect(where: string, what: string): FetchProblem {
  return new FetchProblem(
    "bad-redirect",
    where,
    `${where} redirects ${what}: give the article's final address`,
  );
}

export function redirectLoop(where: string, asksForCookies: boolean): FetchProblem {
  const why = asksForCookies ? "; it may want cookies, which are not kept" : "";
  return new FetchProblem(
    "redirect-loop",
    where,
    `${where} redirects in a circle${why}: give the article's final address`,
  );
}

export function tooManyRedirects(where: string, most: number): FetchProblem {
  return new FetchProblem(
    "redirects",
    where,
    `${where} redirects more than ${most} times: give the article's final address`,
  );
}

export function tooLarge(where: string, maxBytes: number): FetchProblem {
  const limit = `${Math.round((maxBytes / 2 ** 20) * 10) / 10} MiB`;
  return new FetchProblem(
    "too-large",
    where,
    `${where} is larger than ${limit}, the limit for one answer: give the article alone`,
  );
}

export function truncated(where: string, cause?: unknown): FetchProblem {
  return new FetchProblem("truncated", where, `${where} breaks off before its end: try again later`, {
    passing: true,
    cause,
  });
}

export function brokenEncoding(where: string, cause?: unknown): FetchProblem {
  return new FetchProblem(
    "broken-encoding",
    where,
    `${where} sends a damaged compressed answer: try again, or save the page in a browser`,
    { passing: true, cause },
  );
}

export function unknownEncoding(where: string, coding: string): FetchProblem {
  return new FetchProblem(
    "unknown-encoding",
    where,
    `${where} is compressed as "${shown(coding).slice(0, 60)}", which can't be undone: save the page in a browser`,
  );
}

export function timeout(where: string, timeoutMs: number, cause?: unknown): FetchProblem {
  const seconds = Math.round(timeoutMs / 100) / 10;
  return new FetchProblem(
    "timeout",
    where,
    `${where} gave no full answer within ${seconds} s: try again later, or save the page in a browser`,
    { passing: true, cause },
  );
}

export function tooSlow(where: string, cause?: unknown): FetchProblem {
  return new FetchProblem(
    "too-slow",
    where,
    `${where} sends its answer too slowly to wait for: try again later, or save the page in a browser`,
    { passing: true, cause },
  );
}

/** The host asked to be left alone, or has failed again and again. */
export function onHold(where: string, host: string, seconds: number): FetchProblem {
  return new FetchProblem(
    "on-hold",
    where,
    `${where} is not asked for now because ${shown(host)} asked for a pause or keeps failing: try again in ${seconds} s`,
    { retryAfter: seconds, passing: true },
  );
}

export function closed(where: string): FetchProblem {
  return new FetchProblem("closed", where, `${where} was not fetched because Sitrep stops: start it again`, {
    passing: true,
  });
}

export function cancelled(where: string, cause?: unknown): FetchProblem {
  return new FetchProblem(
    "cancelled",
    where,
    `${where} was not fetched because it was called off: ask again`,
    {
      passing: true,
      cause,
    },
  );
}

/** Node's and undici's errors, found through their chains of causes. `inBody`: the headers had come. */
export function networkProblem(
  error: unknown,
  where: string,
  { timeoutMs, inBody }: { timeoutMs: number; inBody: boolean },
): FetchProblem {
  const problem = (code: string, what: string, advice: string, passing = true) =>
    new FetchProblem(code, where, `${where} ${what}: ${advice}`, { passing, cause: error });
  const causes = chain(error);
  const codes = new Set(causes.map((e) => e.code ?? e.name ?? ""));
  const has = (...names: string[]) => names.some((name) => codes.has(name));
  const inside = causes.find((e) => e.code === "PRIVATE_ADDRESS");
  if (inside !== undefined) return privateAddress(where, inside.address ?? "a private address", error);
  if (has("UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT")) {
    return timeout(where, timeoutMs, error);
  }
  if (has("UND_ERR_HEADERS_OVERFLOW", "HPE_HEADER_OVERFLOW")) {
    return problem(
      "headers-too-large",
      "sends more headers than are read",
      "save the page in a browser",
      false,
    );
  }
  if (has("ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "ENODATA", "ESERVFAIL")) {
    return problem("no-host", "names a host that can't be found", "check the spelling and the network");
  }
  if (has("ECONNREFUSED")) {
    return problem("refused", "refuses the connection", "check the address and the port");
  }
  if (has("ENETUNREACH", "EHOSTUNREACH", "EADDRNOTAVAIL")) {
    return problem("unreachable", "can't be reached", "check the network");
  }
  if ([...codes].some((code) => /^(?:ERR_SSL_|EPROTO$|ERR_TLS_(?!CERT))/.test(code))) {
    return problem(
      "tls",
      "does not speak TLS as it should",
      "check the address, or try it with http:",
      false,
    );
  }
  if ([...codes].some((code) => /CERT|SELF_SIGNED|UNABLE_TO_/.test(code))) {
    return problem(
      "certificate",
      "has no valid TLS certificate",
      "check the address, or save the page in a browser",
      false,
    );
  }
  if (causes.some((e) => /^Proxy response \(\d+\)/.test(e.message ?? ""))) {
    return problem("proxy", "is not let through by the proxy", "check HTTP_PROXY and HTTPS_PROXY");
  }
  if (inBody) return truncated(where, error);
  return problem("broken-answer", "breaks off or sends a broken answer", "try again later");
}

/** Whether the connection itself went away, as one that was kept open may while it is idle. */
export function isReset(error: unknown): boolean {
  return chain(error).some(
    (e) => e.code === "ECONNRESET" || e.code === "EPIPE" || e.code === "UND_ERR_SOCKET",
  );
}

interface Cause {
  readonly code?: string;
  readonly name?: string;
  readonly message?: string;
  readonly address?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

function chain(error: unknown): Cause[] {
  const found: Cause[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift();
    if (typeof next !== "object" || next === null) continue;
    const cause = next as Cause;
    found.push(cause);
    if (cause.cause !== undefined) queue.push(cause.cause);
    if (cause.errors !== undefined) queue.push(...cause.errors);
  }
  return found;
}
