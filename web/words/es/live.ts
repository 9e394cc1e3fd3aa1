/** What comes while a page is open, and how far long work is. */
import type { live as english } from "../en/live.ts";
import { all, many, number } from "./counting.ts";

export const live = {
  label: "Novedades de esta página",
  came: ({ entries, changed, reports }) =>
    entries + changed === 0
      ? many(reports, "noticia nueva", "noticias nuevas")
      : all([
          ...(entries > 0 ? [many(entries, "entrada nueva", "entradas nuevas")] : []),
          ...(changed > 0 ? [many(changed, "cambio", "cambios")] : []),
        ]),
  unknown: "Hay novedades",
  show: "Mostrar",
  showing: "Obteniendo…",
  failed: "No se pudo obtener. Conviene intentarlo de nuevo.",
  taken: (fresh, changed) =>
    fresh + changed === 0
      ? "Ninguna línea difiere de lo que había aquí."
      : `${all([
          ...(fresh > 0 ? [many(fresh, "nueva", "nuevas")] : []),
          ...(changed > 0 ? [many(changed, "cambiada", "cambiadas")] : []),
        ])}, señaladas en la página`,
  first: "Ir a la primera",
  done: "Listo",
  fresh: { new: "nueva", changed: "cambiada" },
  work: {
    label: "Trabajo en curso",
    what: {
      adding: "Añadiendo noticias",
      rereading: "Releyendo noticias",
      fetching: "Leyendo lo que trajeron las fuentes",
    },
    for: (situation) => `para ${situation}`,
    done: (done, of) =>
      of === undefined ? `${number(done)} hasta ahora` : `${number(done)} de ${number(of)}`,
    left: (minutes) =>
      minutes < 1 ? "queda menos de un minuto" : `quedan alrededor de ${number(minutes)} min`,
    since: (minutes) => (minutes < 1 ? "recién comenzado" : `desde hace ${number(minutes)} min`),
    ended: (done, failed) =>
      failed === 0
        ? `Terminado: ${number(done)}`
        : `Terminado: ${number(done)}, con ${many(failed, "fallo", "fallos")}`,
    broke: "Se interrumpió:",
    dismiss: "Cerrar",
  },
  failing: (n) => many(n, "fuente falla", "fuentes fallan"),
  failingHow: "Ver por qué",
} satisfies typeof english;
