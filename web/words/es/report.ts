/** A report's page, and the versions of its page. */
import type { report as reportEn, versions as versionsEn } from "../en/report.ts";
import { many, number } from "./counting.ts";

export const report = {
  annotations: "Marcar en el texto",
  none: "No se ha encontrado nada en esta noticia.",
  unread: "Esta noticia se conservó, pero no se leyó:",
  warnings: "Particularidades de esta página",
  by: "Por",
  credit: "Crédito",
  language: "Idioma",
  extractor: "Extraída por",
  modified: "Modificada",
  section: "Sección",
  partOf: "Entrada de una página en directo",
  paywalled: "Acceso de pago",
  paywalledYes: "Según su editor, no es de lectura libre: el texto puede estar cortado",
  nextPage: "Continúa, sin leer, en",
  amendments: "Lo que su editor dice haber corregido",
  captions: "Al pie de sus imágenes",
  marked: "La oración de la que se viene está marcada.",
  input: "Entrada",
  found: "Encontrado en esta noticia",
  show: "Mostrar en el texto",
} satisfies typeof reportEn;

export const versions = {
  title: (n) => `${number(n)} versiones de esta página`,
  one: (fetched) => `Obtenida: ${fetched}`,
  shown: "la que se muestra",
  show: "Mostrar esta versión",
  first: "primera versión conservada",
  told: {
    note: "corregida con una nota",
    time: "marcada como actualizada",
    silent: "cambiada en silencio: sin nota ni hora posterior",
  },
  same: "el mismo texto",
  changes: (n) => many(n, "oración distinta", "oraciones distintas"),
  kind: { added: "Añadida", removed: "Suprimida", moved: "Movida", reworded: "Reescrita" },
  was: "Antes:",
  is: "Ahora:",
} satisfies typeof versionsEn;
