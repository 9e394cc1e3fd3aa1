/** Figures: values in words, their table and chart. */
import type { figure as english } from "../en/figures.ts";
import { many } from "./counting.ts";

export const figure = {
  atLeast: (n) => `al menos ${n}`,
  upTo: (n) => `hasta ${n}`,
  about: (n) => `alrededor de ${n}`,
  between: (low, high) => `de ${low} a ${high}`,
  unstated: "sin número",
  ownVoice: "las propias noticias",
  correction: "corrección",
  superseded: "reemplazada después",
  standing: "vigente",
  day: "Día",
  value: "Valor",
  issuer: "Emitida por",
  origin: "Origen",
  state: "",
  chart: (what, points) =>
    `${what}: ${many(points, "valor", "valores")} a lo largo del tiempo; la tabla de abajo los enumera`,
  parts: "De ellos",
  per: (unit) => `por ${unit}`,
  table: (n) => (n === 1 ? "El valor" : `Los ${many(n, "valor", "valores")}`),
} satisfies typeof english;
