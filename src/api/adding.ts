/** Reports that a reader hands over in the browser, or `sitrep add` to the server that has the store. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import type { ApiDeps } from "./deps.ts";
import { missing, problem } from "./problems.ts";
import type { addingRoutes } from "./routes/adding.ts";
import { largestUpload } from "./schema/adding.ts";

const upload = /^\/api\/situations\/[^/]+\/reports$/u;

/** Files may be large, all else is small. */
export function bounded(largest: number): MiddlewareHandler {
  const small = bodyLimit({ maxSize: largest });
  const large = bodyLimit({
    maxSize: largestUpload,
    onError: (c) =>
      problem(c, 413, "too-large", "More than 200 MB at once: hand over fewer files, or use sitrep add."),
  });
  return (c, next) => (c.req.method === "POST" && upload.test(c.req.path) ? large(c, next) : small(c, next));
}

export function addReports({ store, add }: ApiDeps): RouteHandler<typeof addingRoutes.addReports> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { file, address, published } = c.req.valid("form");
    if (add === undefined) throw new HTTPException(503, { message: "This server takes no reports." });
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    if (file.length + address.length === 0)
      throw new HTTPException(400, { message: "Nothing was handed over: give files or addresses." });
    const files = await Promise.all(
      file.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })),
    );
    const outcomes = await add({
      situation,
      files,
      addresses: address,
      ...(published === undefined ? {} : { published }),
    });
    const { reports } = await store.counts(situation);
    return c.json(
      {
        outcomes: outcomes.map(({ input, ok, report, message }) => ({
          input,
          ok,
          ...(report === undefined ? {} : { report }),
          ...(message === undefined ? {} : { message }),
        })),
        reports,
      },
      200,
    );
  };
}
