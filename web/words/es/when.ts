/** The two times: as of, and as known at. */
import type { when as english } from "../en/when.ts";
import { many, number } from "./counting.ts";

export const when = {
  label: "Fechas",
  asOf: "A fecha de",
  asOfHelp: "Solo lo publicado hasta entonces.",
  knownAt: "Según se sabía el",
  knownAtHelp: "Solo lo obtenido hasta entonces.",
  clear: "Volver al presente",
  past: (asOf, knownAt) =>
    [asOf && `lo publicado hasta el ${asOf}`, knownAt && `lo que se sabía el ${knownAt}`]
      .filter(Boolean)
      .join(", "),
  showing: "Se está viendo el pasado:",
  calendar: "Elegir un día",
  previous: "Antes",
  following: "Después",
  now: "Ahora",
  slide: (label) => `${label}: recorrer el tiempo`,
  reports: (n, all) => `${number(n)} de ${many(all, "noticia", "noticias")}`,
  told: (n) => `${many(n, "entrada contada", "entradas contadas")} hasta entonces`,
  changes: (n) => `${many(n, "cambio conocido", "cambios conocidos")} hasta entonces`,
  earlier: "Al cambio anterior",
  later: "Al cambio siguiente",
  play: "Reproducir los cambios uno tras otro",
  pause: "Detener",
  density: {
    published: "Noticias por día de publicación",
    known: "Cambios del registro según cuándo se conocieron",
  },
} satisfies typeof english;
