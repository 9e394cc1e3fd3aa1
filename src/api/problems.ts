/** Every error as problem details (RFC 9457): what was found, and what to do. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Problem as Failure } from "../model/problem.ts";
import { wordsOf } from "./language.ts";
import type { Problem } from "./schema/service.ts";

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  errors?: Problem["errors"],
): Response {
  const { told } = wordsOf(c);
  const body: Problem = {
    type: `urn:sitrep:problem:${code}`,
    title: told(titles[status] ?? "Error"),
    status,
    detail: told(detail),
    instance: c.req.path,
    ...(errors === undefined ? {} : { errors }),
  };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}

/** Thrown by a handler where what was asked for is not there. */
export function missing(what: string, id: string): HTTPException {
  return new HTTPException(404, { message: `There is no ${what} "${id.slice(0, 100)}".` });
}

export function notFound(c: Context): Response {
  return problem(c, 404, "not-found", "There is nothing at this address; /api lists what there is.");
}

export function methodNotAllowed(c: Context): Response {
  c.header("allow", "GET, HEAD");
  return problem(
    c,
    405,
    "method-not-allowed",
    "Only GET and HEAD are answered here; /api/openapi.json lists the rest.",
  );
}

/** What zod found, one line each. */
export function invalid(
  result: {
    success: boolean;
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
  },
  c: Context,
): Response | undefined {
  if (result.success) return undefined;
  const errors = (result.error?.issues ?? []).slice(0, 20).map(({ path, message }) => ({
    where: path.map(String).join("."),
    message,
  }));
  return problem(c, 400, "invalid-request", "A parameter is not as described in /api/openapi.json.", errors);
}

/** The cause of an unexpected error is for the log alone. */
export function failure(error: Error, c: Context): Response {
  if (error instanceof HTTPException) {
    const cause = error.cause instanceof Failure ? error.cause.code : undefined;
    const code = cause ?? codes[error.status] ?? "bad-request";
    return problem(
      c,
      error.status as ContentfulStatusCode,
      code,
      error.message || "The request was refused.",
    );
  }
  if (error instanceof Failure) return problem(c, 500, error.code, error.message);
  console.error(error);
  return problem(c, 500, "unexpected", "It failed here; the terminal that runs sitrep says why.");
}

const codes: Partial<Record<number, string>> = {
  403: "forbidden",
  404: "not-found",
  413: "too-large",
  503: "not-available",
};

const titles: Partial<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  413: "Too large",
  421: "Misdirected request",
  422: "It can't be done",
  429: "Too many tries",
  500: "Internal error",
  503: "Not available",
};
