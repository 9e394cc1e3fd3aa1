/** What an analyst types as a field's value, as the value: words of a list, numbers, days, names. */
import { type Actor, type ActorRef, actorRef } from "../model/actor.ts";
import type { EditField, EditValue } from "../model/correction.ts";
import type { Place } from "../model/place.ts";
import { Problem } from "../model/problem.ts";
import type { Speaker, SpeakerKind } from "../model/speaker.ts";
import type { Time } from "../model/time.ts";

/** As typed, or as JSON gives it; null or "unstated" takes the value away. */
export type Given = string | number | boolean | null | readonly string[];

const words: Readonly<Partial<Record<EditField, readonly string[]>>> = {
  stage: [
    "discussed",
    "planned",
    "authorised",
    "announced",
    "threatened",
    "attempted",
    "under-way",
    "done",
    "called-off",
  ],
  polarity: ["affirmed", "denied"],
  certainty: ["asserted", "probable", "possible", "unknown"],
  stance: ["supports", "opposes", "conditional", "open", "denies-intending"],
  type: [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
  ],
};

/** What must be said: an entry without it would be none. */
const needed: ReadonlySet<EditField> = new Set([
  "certainty",
  "stance",
  "measure",
  "unit",
  "speaker",
  "instrument",
]);

const speakerKinds: readonly SpeakerKind[] = [
  "named",
  "office",
  "anonymous",
  "document",
  "outlet",
  "collective",
  "unstated",
];

const longest = 200;

/** What the situation's reports name: what is typed is taken for one of them where it is its name or id. */
export interface Known {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
}

export function editValue(field: EditField, given: Given, { actors, places }: Known): EditValue {
  if (given === null || given === "unstated") {
    if (field === "actors" || field === "recipients" || field === "places") return [];
    if (field === "speaker") return { kind: "unstated" };
    if (needed.has(field)) throw bad(field, "can't be unstated");
    return null;
  }
  const listed = words[field];
  if (listed !== undefined) {
    const found = listed.find((word) => word.toLowerCase() === String(given).trim().toLowerCase());
    if (found === undefined) throw bad(field, `"${shown(given)}" is none of ${listed.join(", ")}`);
    return found;
  }
  switch (field) {
    case "low":
    case "best":
    case "high":
      return numberOf(field, given);
    case "approximate":
    case "background":
      return truthOf(field, given);
    case "time":
    case "due":
      return timeOf(field, given);
    case "since":
      if (!/^\d{4}(-\d{2}){0,2}$/u.test(String(given)) || Number.isNaN(Date.parse(String(given))))
        throw bad(field, `"${shown(given)}" is no day, month or year as 2031-04-02, 2031-04 or 2031`);
      return String(given);
    case "places":
      return namesOf(field, given).map((name) => placeOf(name, places));
    case "actors":
    case "recipients":
      return namesOf(field, given).map((name) => actorOf(name, actors));
    case "speaker":
      return speakerOf(given, actors);
    default:
      return textOf(field, given);
  }
}

function numberOf(field: EditField, given: Given): number {
  const number =
    typeof given === "number" ? given : Number(String(given).replaceAll(",", "").trim() || Number.NaN);
  if (Number.isFinite(number)) return number;
  throw bad(field, `"${shown(given)}" is no number`);
}

function truthOf(field: EditField, given: Given): boolean {
  const said = String(given).trim().toLowerCase();
  if (said === "true" || said === "yes") return true;
  if (said === "false" || said === "no") return false;
  throw bad(field, `"${shown(given)}" is neither true nor false`);
}

/** "2031-04-02", "2031-04", or "2031-04-02/2031-04-05"; an open end is left out: "2031-04-02/". */
function timeOf(field: EditField, given: Given): Time {
  const said = String(given).trim();
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:(\/)(\d{4}-\d{2}-\d{2})?)?$/u.exec(said);
  const [, first, range, last] = match ?? [];
  const from = first && dayOf(first, "first");
  const to =
    range === undefined ? first && dayOf(first, "last") : last === undefined ? null : dayOf(last, "last");
  if (from === undefined || to === undefined || from === "" || (to !== null && to < from))
    throw bad(field, `"${shown(given)}" is no time as 2031-04-02, 2031-04 or 2031-04-02/2031-04-05`);
  return { value: first!, type: "DATE", from, to: to === "" ? null : to, words: said, stated: false };
}

/** The first or last day of a year, a month or a day that exists. */
function dayOf(iso: string, end: "first" | "last"): string | undefined {
  const [year, month, day] = iso.split("-").map(Number) as [number, number?, number?];
  const date =
    end === "first"
      ? new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
      : new Date(Date.UTC(year, month === undefined ? 12 : day === undefined ? month : month - 1, day ?? 0));
  const text = date.toISOString().slice(0, 10);
  return text.startsWith(iso) ? text : undefined;
}

function namesOf(field: EditField, given: Given): string[] {
  const all = Array.isArray(given) ? (given as readonly string[]) : String(given).split(";");
  return all.map((name) => textOf(field, name)).slice(0, 50);
}

function placeOf(name: string, places: readonly Place[]): Place {
  const said = name.toLowerCase();
  const found =
    places.find(
      ({ id, country, precision }) => id === name || (precision === "country" && country === name),
    ) ?? places.find((place) => place.name.toLowerCase() === said);
  return found ?? { name, precision: "unknown" };
}

function actorOf(name: string, actors: readonly Actor[]): ActorRef {
  const found =
    actors.find(({ id }) => id === name) ??
    actors.find((actor) => actor.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) return { id: `unknown:${name.toLowerCase()}`, name, kind: "unknown" };
  return actorRef(found);
}

/** "Ana Ruiz" by name, "office: the ministry", "anonymous: two officials". */
function speakerOf(given: Given, actors: readonly Actor[]): Speaker {
  const said = textOf("speaker", given);
  const kind = speakerKinds.find((one) => said.toLowerCase().startsWith(`${one}:`));
  const name = kind === undefined ? said : said.slice(kind.length + 1).trim();
  if (kind === "unstated") return { kind };
  if (name === "") throw bad("speaker", "names nobody");
  const actor =
    actors.find(({ id }) => id === name) ??
    actors.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (actor === undefined) return { kind: kind ?? "named", name };
  return { kind: kind ?? "named", name: actor.name, actor: actor.id };
}

function textOf(field: EditField, given: Given): string {
  const said = String(given)
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .toWellFormed();
  if (said === "") throw bad(field, "is empty");
  if (said.length > longest) throw bad(field, `has ${said.length} characters; at most ${longest} are kept`);
  return said;
}

const shown = (given: Given) => String(given).slice(0, 60);

function bad(field: EditField, what: string): Problem {
  return new Problem("record", "bad-value", field, `${field} ${what}; give another value`);
}
