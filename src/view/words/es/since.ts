import type { since as english } from "../en/since.ts";
import { days, many, number } from "./days.ts";

const origins = (n: number) => many(n, "origen", "orígenes");

export const since: typeof english = {
  origins,
  lineOfItsOwn: (analyst) => `línea aparte por una corrección de ${analyst}`,
  firstTold: (figure, first, later) => `${figure}: primero ${first}, ahora ${later.join(", luego ")}`,
  toldAgain: "retirado y vuelto a publicar",
  overtaken: "reemplazado por un recuento posterior",
  borneOut: (names, had) => `corroborado por ${names}; antes, ${origins(had)}`,
  notByAll: (had, because) =>
    `ya no lo sostienen todos; antes, ${origins(had)}${because === undefined ? "" : `, algunos ${because}`}`,
  because: (because, printed) => `${because} (lo publicó ${printed})`,
  withdrawn: (printed) => `retirado, ninguna noticia lo dice ya (lo publicó ${printed})`,
  rejected: (analyst, printed) => `rechazado por ${analyst}, aunque lo publicó ${printed}`,
  partOfAnother: "ahora forma parte de otra línea",
  joined: (analyst) => `unido a otra línea por ${analyst}`,
  byWayOf: (between) => `, pasando por ${days.list(between)}`,
  figureChanged: (figure, isCorrection, from, to, way, who) =>
    `${figure}: ${isCorrection ? "cifra corregida" : "la cifra pasa"} de ${from} a ${to}${way}, según ${who}`,
  changed: (from, to, analyst, way) =>
    `de ${from} a ${to}${analyst === undefined ? "" : `, corregido por ${analyst}`}${way}`,
  quoted: (words) => `«${words}»`,
  analyst: "analista",
  perCent: "por ciento",
  per: (unit) => ` por ${unit}`,
  from: (day) => `, desde ${day}`,
  overdue: (day) => `el plazo venció el ${day} y no se dice qué pasó`,
  contradictedBy: (sides) => `contradicho por ${sides}`,
  side: (line, tellers) => `«${line}» (${tellers})`,
  moreOfSentence: (n) => ` (y ${number(n)} más de la misma oración)`,
  allNew: "Todo es nuevo: es la primera visita",
  allNewTo: (reader) => `Todo es nuevo: es la primera visita de ${reader}`,
  sinceLook: (reader, time) => `Desde la última visita de ${reader}, ${time}`,
  sinceTime: (time) => `Desde el ${time}`,
  sinceEndOf: (day) => `Desde el final del ${day}`,
};
