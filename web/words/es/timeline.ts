/** The timeline: what narrows it, its axis, and its key days. */
import type { acts as actsEn, timeline as timelineEn } from "../en/timeline.ts";
import { many, number } from "./counting.ts";

export const timeline = {
  status: "Estado",
  act: "Tipo de acto",
  who: "Actor",
  where: "Lugar",
  narrow: "Tipo, actor, lugar",
  shown: (n, all) => `${number(n)} de ${many(all, "hecho", "hechos")}`,
  clear: "Mostrar todos los hechos",
  noneHere: "El filtro no deja ninguno de estos.",
  nothing: "No queda ningún hecho: retire un filtro.",
  axis: (n, from, to) =>
    `${many(n, "hecho", "hechos")} del ${from} al ${to} en un eje; las listas de abajo contienen lo mismo`,
  clipped: (n) => `${many(n, "hecho", "hechos")} de contexto, muy anteriores, fuera del eje`,
  done: "Hecho o empezado",
  ahead: "No hecho",
  keyDays: "Días clave",
  keyDaysWhy: "Los días que más orígenes independientes mencionan, y siguen mencionando después.",
  named: (n) => `mencionado por ${many(n, "origen", "orígenes")}`,
  none: "sin fase indicada",
} satisfies typeof timelineEn;

export const acts = {
  AGREE: "acordar",
  CONSULT: "reunirse y dialogar",
  SUPPORT: "apoyar de palabra",
  COOPERATE: "cooperar",
  AID: "prestar ayuda",
  CONCEDE: "ceder",
  RETREAT: "retirarse",
  REQUEST: "pedir o exigir",
  ACCUSE: "acusar o criticar",
  REJECT: "rechazar",
  THREATEN: "amenazar",
  PROTEST: "protestar",
  SANCTION: "castigar o sancionar",
  MOBILIZE: "mover fuerzas",
  COERCE: "coaccionar o incautar",
  ASSAULT: "atacar",
} satisfies typeof actsEn;
