/** What can go wrong with a fetch, each as one line: what, where, what to do. */
import { Problem } from "../model/problem.ts";
import { tooLarge } from "./document.ts";

export function statusProblem(status: number, retryAfter: string | undefined, where: string): Problem {
  const problem = (code: string, what: string, advice: string) =>
    new Problem("source", code, where, `${where} answers ${status} (${what}): ${advice}`);
  const later = /^\d{1,6}$/.test(retryAfter ?? "") ? `try again in ${retryAfter} s` : "try again later";
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
    case 410:
      return problem("gone", "gone for good", "look for a saved copy of it");
    case 429:
      return problem("too-many-requests", "too many requests", later);
    case 451:
      return problem("forbidden", "withheld for legal reasons", "look for another printing of it");
    default:
      if (status >= 500) return problem("server-error", "server error", later);
      return problem("http-status", "no page", "check the address in a browser");
  }
}

export function privateAddress(where: string, address: string): Problem {
  return new Problem(
    "source",
    "private-address",
    where,
    `${where} leads to ${address}, a private address, which is not fetched: allow private addresses if this is yours`,
  );
}

/** Node's and undici's errors, found through their chains of causes. */
export function fetchProblem(
  error: unknown,
  where: string,
  limits: { timeoutMs: number; maxBytes: number; signal: AbortSignal },
): Problem {
  const problem = (code: string, what: string, advice: string) =>
    new Problem("source", code, where, `${where} ${what}: ${advice}`, error);
  const codes = new Set(chain(error).map((e) => e.code ?? e.name));
  const has = (...names: string[]) => names.some((name) => codes.has(name));
  const inside = chain(error).find((e) => e.code === "PRIVATE_ADDRESS");
  if (inside !== undefined) return privateAddress(where, inside.address ?? "a private address");
  if (
    limits.signal.aborted ||
    has("UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT")
  ) {
    const seconds = Math.round(limits.timeoutMs / 100) / 10;
    return problem(
      "timeout",
      `gave no full answer within ${seconds} s`,
      "try again later, or save the page in a browser",
    );
  }
  if (has("UND_ERR_RES_EXCEEDED_MAX_SIZE")) return tooLarge(where, limits.maxBytes);
  if (has("ENOTFOUND", "EAI_AGAIN")) {
    return problem("no-host", "names a host that can't be found", "check the spelling and the network");
  }
  if (has("ECONNREFUSED"))
    return problem("refused", "refuses the connection", "check the address and the port");
  if (has("ENETUNREACH", "EHOSTUNREACH"))
    return problem("unreachable", "can't be reached", "check the network");
  if ([...codes].some((code) => /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code ?? ""))) {
    return problem(
      "certificate",
      "has no valid TLS certificate",
      "check the address, or save the page in a browser",
    );
  }
  if (
    has("Z_DATA_ERROR", "Z_BUF_ERROR", "ERR__ERROR_FORMAT_PADDING_1") ||
    [...codes].some((c) => /^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR)/.test(c ?? ""))
  ) {
    return problem(
      "broken-encoding",
      "sends a damaged compressed answer",
      "try again, or save the page in a browser",
    );
  }
  return problem("broken-answer", "breaks off or sends a broken answer", "try again later");
}

interface Cause {
  readonly code?: string;
  readonly name?: string;
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
