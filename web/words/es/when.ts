/** The two times: as of, and as known at. */
import type { when as english } from "../en/when.ts";

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
  open: "Fijar las fechas",
} satisfies typeof english;
