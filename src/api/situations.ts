/** Situations: the cards of all, and one with the order in which a page shows its entries. */
import type { RouteHandler } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { EntryView } from "../view/entry.ts";
import { whenOf } from "../view/instant.ts";
import type { SituationView } from "../view/situation.ts";
import type { ApiDeps } from "./deps.ts";
import { keptAnswer } from "./kept.ts";
import { languageOf } from "./language.ts";
import { missing } from "./problems.ts";
import type { routes } from "./routes.ts";
import { apartFromLines, type EntryLine } from "./schema/entry.ts";

/** Revisions that a situation's own page shows before it asks for more. */
const latestRevisions = 40;

export function situations({ store, record }: ApiDeps): RouteHandler<typeof routes.situations> {
  return async (c) => {
    const views = await Promise.all(
      (await store.situations()).map(({ id }) => record(id, {}, languageOf(c))),
    );
    return c.json({ situations: views.flatMap((view) => (view === undefined ? [] : [card(view)])) }, 200);
  };
}

export function newSituation({ store, now }: ApiDeps): RouteHandler<typeof routes.newSituation> {
  return async (c) => {
    const { title, summary } = c.req.valid("json");
    const id = slugOf(title);
    const made = { id, title, ...(summary === undefined ? {} : { summary }), createdAt: now() };
    for (let n = 1; n < mostOfOneTitle; n++) {
      const numbered = n === 1 ? made : { ...made, id: `${id}-${n}` };
      if (await store.addSituation(numbered)) return c.json(numbered, 201);
    }
    throw new HTTPException(422, { message: "There are too many situations of that title: choose another." });
  };
}

const mostOfOneTitle = 100;

/** "The closing of the border, 2031" to "the-closing-of-the-border-2031"; letters of other scripts have no slug. */
function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  return slug === "" ? "situation" : slug;
}

export function situation(deps: ApiDeps): RouteHandler<typeof routes.situation> {
  return async (c) => {
    const id = c.req.valid("param").situation;
    // Asked first: what comes meanwhile is told again rather than never.
    const version = await deps.store.version(id);
    const view = await viewOf(deps, c, id, c.req.valid("query"));
    return (await keptAnswer(c, view, `head ${version}`, () => headOf(view, version))) as never;
  };
}

function headOf(view: SituationView, version: number) {
  const {
    entries,
    reports: _,
    origins: __,
    stories: ___,
    offers: ____,
    review: _____,
    map: ______,
    ...head
  } = view;
  const inBrief = new Set(view.brief.flatMap(({ entries }) => entries));
  return {
    ...head,
    version,
    front: entries.filter(({ id }) => inBrief.has(id)).map(lineOf),
    revisions: view.revisions.slice(0, latestRevisions),
  };
}

/** An entry as a page lists it; what it leaves out is not looked at, as most of it is made when it is. */
export function lineOf(entry: EntryView): EntryLine {
  const shown = Object.keys(entry).filter((name) => !leftOut.has(name)) as (keyof EntryLine)[];
  return Object.fromEntries(shown.map((name) => [name, entry[name]])) as unknown as EntryLine;
}

const leftOut = new Set(Object.keys(apartFromLines));

/** The view at the times asked for and in the language asked for, or the problem that there is no such situation. */
export async function viewOf(
  { record }: ApiDeps,
  c: Context,
  situation: string,
  { asOf, knownAt }: { asOf?: string | undefined; knownAt?: string | undefined } = {},
): Promise<SituationView> {
  const view = await record(situation, whenOf({ asOf, knownAt }), languageOf(c));
  if (view === undefined) throw missing("situation", situation);
  return view;
}

function card({ situation, counts, published, activity, next, revisions }: SituationView) {
  const latest = revisions[0];
  return {
    ...situation,
    counts,
    activity,
    ...(published === undefined ? {} : { published }),
    ...(next === undefined ? {} : { next }),
    ...(latest === undefined ? {} : { latest }),
  };
}
