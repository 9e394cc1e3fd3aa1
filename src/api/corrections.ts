/** Corrections by analysts: listed, and made as the command line makes them. */
import type { RouteHandler } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { Conflict, Correction } from "../model/correction.ts";
import { Problem } from "../model/problem.ts";
import { situationRecord } from "../pipeline.ts";
import { undone } from "../record/corrections/corrections.ts";
import { correctionLine } from "../view/correction.ts";
import { until, whenOf } from "../view/instant.ts";
import type { Words } from "../view/words/words.ts";
import { type CorrectionRequest, correct as make } from "../work/correcting.ts";
import type { ApiDeps } from "./deps.ts";
import { wordsOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { correctionRoutes } from "./routes/corrections.ts";
import type { Correction as Shown } from "./schema/corrections.ts";

export function corrections({ store }: ApiDeps): RouteHandler<typeof correctionRoutes.corrections> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { asOf, knownAt } = c.req.valid("query");
    if ((await store.situation(situation)) === undefined) throw missing("situation", situation);
    const { record, corrections: all } = await situationRecord(store, situation, whenOf({ asOf, knownAt }));
    const corrections = all.filter(({ at }) => until(at, knownAt));
    const gone = undone(corrections);
    const words = wordsOf(c);
    return c.json(
      {
        corrections: corrections.map((one) => shown(one, gone.has(one.id), words)),
        conflicts: (record.review?.conflicts ?? []).map((one) => conflictIn(one, words)),
      },
      200,
    );
  };
}

export function correct({ store, now }: ApiDeps): RouteHandler<typeof correctionRoutes.correct> {
  return async (c) => {
    const { situation } = c.req.valid("param");
    const { by, reason, ...asked } = c.req.valid("json");
    // JSON has no undefined, so what is left out is absent.
    const request = JSON.parse(JSON.stringify(asked)) as CorrectionRequest;
    const analyst = { by, now, ...(reason === undefined ? {} : { reason }) };
    const before = (await store.counts(situation)).revisions;
    const correction = await told(() => make(store, situation, request, analyst));
    const revisions = (await store.counts(situation)).revisions - before;
    const { record } = await situationRecord(store, situation);
    const words = wordsOf(c);
    const conflicts = (record.review?.conflicts ?? [])
      .filter((one) => one.correction === correction.id)
      .map((one) => conflictIn(one, words));
    return c.json({ correction: shown(correction, false, words), revisions, conflicts }, 201);
  };
}

const conflictIn = (conflict: Conflict, words: Words): Conflict => ({
  ...conflict,
  why: words.told(conflict.why),
});

function shown(correction: Correction, isUndone: boolean, words: Words): Shown {
  const { id, situation, at, by, reason, action } = correction;
  return {
    id,
    situation,
    at,
    by,
    ...(reason === undefined ? {} : { reason }),
    action: { ...action },
    line: correctionLine(correction, words),
    undone: isUndone,
  };
}

const absent: ReadonlySet<string> = new Set(["no-situation", "no-entry", "no-correction", "no-report"]);

/** What can't be done is the caller's to read. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.stage === "record")
      throw new HTTPException(absent.has(error.code) ? 404 : 422, { message: error.message, cause: error });
    throw error;
  }
}
