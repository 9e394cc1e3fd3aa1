/** Corrections as the pages ask for them, and what of an entry can be edited, with its values now. */

import type { CorrectionMade, CorrectionRequest } from "../src/api/schema/corrections.ts";
import type { Entry } from "../src/api/schema/entry.ts";
import { correctionsAddress, send } from "./api.ts";
import { placeValue } from "./known.ts";
import * as area from "./words/analyst.ts";
import { words } from "./words.ts";

export type Edited = Extract<CorrectionRequest, { kind: "edit" }>;

/** What is done to an entry from its line. */
export type Action = "confirm" | "edit" | "note" | "grade" | "merge" | "split" | "reject";

export const actionKeys: Readonly<Record<Action, string>> = {
  confirm: "c",
  edit: "e",
  note: "n",
  grade: "g",
  merge: "m",
  split: "s",
  reject: "x",
};

/** What was made of one request of an analyst: several corrections where several fields were edited. */
export interface Made {
  readonly action: Action | "accept-offer" | "decline-offer" | "put-in" | "take-out" | "undo";
  readonly made: readonly CorrectionMade[];
}

export async function correct(
  situation: string,
  requests: readonly CorrectionRequest[],
): Promise<CorrectionMade[]> {
  const made: CorrectionMade[] = [];
  // One after another: each is made on what the one before left.
  for (const request of requests)
    made.push(await send<CorrectionMade>("POST", correctionsAddress(situation), request));
  return made;
}

/** The last first: each was made on what the one before left. */
export function undoing(made: readonly CorrectionMade[], by: string, reason: string): CorrectionRequest[] {
  return made
    .map(({ correction }) => ({ kind: "undo" as const, correction: correction.id, by, reason }))
    .reverse();
}

/** A field of the form: one of a list, a number, a day, words, or yes and no. */
export interface Field {
  readonly field: Edited["field"];
  readonly label: string;
  /** As the form holds it; "" is unstated. */
  readonly now: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  /** "actors" and "places": a list of values as JSON, each known by its id or named as typed. */
  readonly type?: "number" | "day" | "text" | "actors" | "places" | "speaker";
}

/** Whatever an edit of it may change, with what it says now. */
export function fieldsOf(entry: Entry): Field[] {
  const { kind, status, figure, position, legalBasis, event, expectation, time } = entry;
  const listed = (
    field: Field["field"],
    now: string | undefined,
    of: Readonly<Record<string, string>>,
    unstated: boolean,
  ): Field => ({
    field,
    label: area.correct.field[field],
    now: now ?? "",
    options: [
      ...(unstated ? [{ id: "", label: area.correct.unstated }] : []),
      ...Object.entries(of).map(([id, label]) => ({ id, label })),
    ],
  });
  const typed = (
    field: Field["field"],
    now: string | number | null | undefined,
    type: NonNullable<Field["type"]>,
  ): Field => ({ field, label: area.correct.field[field], now: String(now ?? ""), type });
  const idOf = new Map((entry.actorRefs ?? []).map(({ id, name }) => [name, id]));
  const actors = (names: readonly string[]) => JSON.stringify(names.map((name) => idOf.get(name) ?? name));
  return [
    ...(position === undefined ? [] : [listed("stance", position.stance, words.stance, false)]),
    ...(figure === undefined
      ? []
      : [
          typed("low", figure.low, "number"),
          typed("best", figure.best, "number"),
          typed("high", figure.high, "number"),
          listed("approximate", String(figure.approximate), area.correct.truth, false),
          typed("of", figure.of, "text"),
          typed("unit", figure.unit, "text"),
          typed("since", isDay(figure.since) ? figure.since : "", "day"),
        ]),
    ...(legalBasis === undefined ? [] : [typed("instrument", legalBasis.instrument, "text")]),
    listed("stage", status?.stage, words.stage, true),
    listed("polarity", status?.polarity, area.correct.polarity, true),
    listed("certainty", status?.certainty ?? "asserted", area.correct.certainty, false),
    ...(event === undefined
      ? []
      : [listed("background", String(event.background === true), area.correct.truth, false)]),
    ...(expectation === undefined
      ? kind === "statement"
        ? []
        : [typed("time", isDay(time?.value) ? time?.value : "", "day")]
      : [typed("due", isDay(expectation.by) ? expectation.by : "", "day")]),
    typed("speaker", speakerNow(entry), "speaker"),
    typed("actors", actors(entry.actors), "actors"),
    typed("recipients", actors(entry.recipients), "actors"),
    typed("places", JSON.stringify(entry.places.map(placeValue)), "places"),
  ];
}

/** "office: the ministry", as the server takes it; "" is the report's own voice. */
function speakerNow({ speaker: { kind, name, words } }: Pick<Entry, "speaker">): string {
  return kind === "unstated" ? "" : `${kind}: ${name ?? words ?? ""}`;
}

function isDay(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(value);
}

/** What differs from what stands, as requests. */
export function editsOf(
  entry: string,
  fields: readonly Field[],
  now: Readonly<Record<string, string>>,
  because: { by: string; reason: string },
): CorrectionRequest[] {
  return fields.flatMap(({ field, now: was, type }) => {
    const value = (now[field] ?? was).trim();
    if (value === was) return [];
    const given = value === "" ? null : type === "number" ? Number(value) : listOf(value, type);
    return [{ kind: "edit" as const, entry, field, value: given, ...because }];
  });
}

export function isRefused(error: unknown): string {
  return error instanceof TypeError
    ? words.state.offline
    : error instanceof Error
      ? error.message
      : String(error);
}

function listOf(value: string, type: Field["type"]): string | string[] {
  return type === "actors" || type === "places" ? (JSON.parse(value) as string[]) : value;
}
