/** What a situation is about: asked for, tried and set; and the words for it. */
import { queryOptions } from "@tanstack/react-query";
import type {
  Because,
  Scope,
  ScopeAnswer,
  ScopeMade,
  ScopePreview,
  StandingAnswer,
  ValuesAnswer,
} from "../src/api/schema/scopes.ts";
import { query, send } from "./api.ts";
import { day } from "./dates.ts";
import * as area from "./words/analyst.ts";

export const listParts = ["terms", "actors", "places", "publishers", "not"] as const;
export type ListPart = (typeof listParts)[number];

const address = (situation: string) => `/api/situations/${encodeURIComponent(situation)}/scope`;

export const scopeQuery = (situation: string) => query<ScopeAnswer>(address(situation));
export const standingQuery = (report: string) =>
  query<StandingAnswer>(`/api/reports/${encodeURIComponent(report)}/standing`);

/** Of the parts whose values the archive can be asked for; words that keep out are words. */
export const valuesQuery = (part: ListPart, typed: string) =>
  query<ValuesAnswer>("/api/scope-values", { part: part === "not" ? "terms" : part, q: typed.slice(0, 100) });

export const previewQuery = (situation: string, scope: Scope) =>
  queryOptions({
    queryKey: [`${address(situation)}/preview`, JSON.stringify(scope)],
    queryFn: () => send<ScopePreview>("POST", `${address(situation)}/preview`, { scope }),
    staleTime: 10_000,
    placeholderData: (previous: ScopePreview | undefined) => previous,
  });

export const setScope = (situation: string, scope: Scope, by: string, reason: string) =>
  send<ScopeMade>("POST", address(situation), { scope, by, ...(reason === "" ? {} : { reason }) });

/** Without parts that are empty, in one order: equal scopes are equal texts. */
export function tidy(scope: Scope): Scope {
  const { from, to } = scope;
  return {
    ...Object.fromEntries(
      listParts.flatMap((part) => {
        const values = scope[part] ?? [];
        return values.length === 0 ? [] : [[part, [...values]]];
      }),
    ),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export const isSame = (a: Scope, b: Scope) => JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));

/** A scope as an address may hold it; undefined where it holds none. */
export function scopeIn(given: unknown): Scope | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { from, to, ...lists } = given as Record<string, unknown>;
  const isDay = (value: unknown): value is string =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
  return tidy({
    ...Object.fromEntries(
      listParts.map((part) => {
        const values = Array.isArray(lists[part]) ? lists[part] : [];
        return [
          part,
          values
            .filter((one) => typeof one === "string" && one.trim() !== "" && one.length <= 200)
            .slice(0, 200),
        ];
      }),
    ),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  });
}

/** A scope in words; ids by what they are called. */
export function scopeWords(scope: Scope, names: Readonly<Record<string, string>>): string {
  const list = (values: readonly string[] = []) =>
    values.map((value) => `“${nameOf(value, names)}”`).join(area.scope.or);
  const named = listParts.flatMap((part) => {
    const values = list(scope[part]);
    if (values === "") return [];
    return [part === "not" ? `${area.scope.without} ${values}` : `${area.scope.part[part]}: ${values}`];
  });
  const days = area.scope.days(scope.from && day(scope.from), scope.to && day(scope.to));
  return [...named, ...(days === "" ? [] : [days])].join("; ");
}

export const nameOf = (value: string, names: Readonly<Record<string, string>>) =>
  Object.hasOwn(names, value) ? names[value]! : value;

/** Why a report is in a situation, or is not. */
export function becauseWords(
  because: Because,
  like: string | undefined,
  names: Readonly<Record<string, string>> = {},
): string {
  const said = area.scope.because;
  switch (because.kind) {
    case "caught": {
      const { terms, actors, places } = because.caught;
      return said.caught(
        [...terms, ...actors, ...places].map((value) => `“${nameOf(value, names)}”`).join(", "),
      );
    }
    case "story":
      return said.story(because.caught, because.of, like ?? because.like);
    case "left-out":
      return said["left-out"][because.part];
    case "analyst":
      return said.analyst(because.by, because.reason);
    default:
      return said[because.kind];
  }
}
