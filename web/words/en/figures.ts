/** Figures: values in words, their table and chart. */
import { many } from "./counting.ts";

export const figure = {
  atLeast: (n: string) => `at least ${n}`,
  upTo: (n: string) => `up to ${n}`,
  about: (n: string) => `about ${n}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  unstated: "no number",
  ownVoice: "the reports’ own voice",
  correction: "correction",
  superseded: "replaced later",
  standing: "stands",
  day: "Day",
  value: "Value",
  issuer: "Issued by",
  origin: "Origin",
  state: "",
  chart: (what: string, points: number) =>
    `${what}: ${many(points, "value", "values")} over time; the table below lists them`,
  parts: "Of these",
  per: (unit: string) => `per ${unit}`,
  table: (n: number) => `The ${many(n, "value", "values")}`,
};
