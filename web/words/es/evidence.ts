/** The evidence drawer. */
import type { evidence as english } from "../en/evidence.ts";
import { many } from "./counting.ts";

export const evidence = {
  label: "Pruebas",
  close: "Cerrar",
  naming: "Identificado después",
  says: "Declarante",
  hedges: "Matizado",
  status: "Estado",
  history: "Cómo evolucionó",
  published: "Publicada",
  fetched: "Obtenida",
  offsets: "Posición",
  hash: "SHA-256",
  original: (host) => `Página original en ${host}`,
  report: "Noticia completa",
  copies: (n) => `${many(n, "noticia más", "noticias más")} de este origen`,
  copiesSame: (n) => `${many(n, "noticia más publica", "noticias más publican")} las mismas palabras`,
  origin: "Origen",
  origins: (n) => `Se apoya en ${many(n, "origen independiente", "orígenes independientes")}`,
  ofReports: (n) => `en ${many(n, "noticia", "noticias")}`,
  contradicted: "Contradicho por",
  parts: "De ellos",
  revisions: "Cambios",
  unnamed: "fuente sin identificar: ",
  why: "porque",
} satisfies typeof english;
