/** A situation's page: its sections, and the parts of the brief. */
import type { part as partEn, situation as situationEn } from "../en/situation.ts";
import { number } from "./counting.ts";

export const situation = {
  changes: "Últimos cambios",
  changesNone: "Todavía no ha cambiado nada.",
  allChanges: (n) => `Mostrar los ${number(n)}`,
  brief: "Resumen",
  timeline: "Cronología",
  done: "Realizado, intentado, en curso",
  doneNone: "Ninguna noticia dice que se haya hecho algo.",
  ahead: "No realizado: en debate, planeado, con amenaza, cancelado, desmentido",
  aheadNone: "Ninguna noticia habla de un plan.",
  figures: "Cifras",
  figuresNone: "Ninguna noticia da una cifra.",
  positions: "Posturas",
  positionsNone: "Ninguna noticia recoge una postura.",
  legal: "Bases jurídicas",
  legalNone: "Ninguna noticia menciona una base jurídica.",
  outlook: "Perspectivas",
  outlookNone: "Ninguna noticia dice qué cabe esperar.",
  said: "Quién dijo qué",
  saidNone: "Ninguna noticia cita a nadie.",
  sources: "Fuentes",
  print: "Imprimir el resumen",
  showEarlier: (n) => `Mostrar ${number(n)} anteriores`,
  showAll: (n) => `Mostrar todo (${number(n)})`,
  showMore: (n, all) => `Mostrar ${number(n)} más de ${number(all)}`,
  more: (n) => `y ${number(n)} más`,
  empty: "En estas noticias no se encontró nada que corresponda a un registro.",
  next: (day) => `Próxima fecha señalada: ${day}`,
  undatedReport: "primera noticia",
  since: (day) => `desde el ${day}`,
  inferred: "deducido de la fecha de la noticia",
} satisfies typeof situationEn;

export const part = {
  done: "Realizado y en curso",
  ahead: "Planeado, en debate, con amenaza",
  off: "Desmentido o cancelado",
  contested: "En disputa",
  figures: "Cifras",
  positions: "Posturas",
  legal: "Bases jurídicas",
  watch: "A qué estar atentos",
} satisfies typeof partEn;
