/** Origins of a situation, and the sources that are followed. */
import type { followed as followedEn, sources as sourcesEn } from "../en/sources.ts";
import { either, many } from "./counting.ts";

export const sources = {
  one: "De una sola noticia",
  carried: (n) => `sustenta ${many(n, "entrada", "entradas")}`,
  unread: "Conservadas sin leer",
  offers: "Quizá sean lo mismo",
  offersWhy: "Nombres que el registro mantiene aparte, pues ninguna noticia dice que sean uno solo.",
  mayBe: (a, b) => `${a} y ${b}`,
  asOne: (n) => `${many(n, "noticia contada", "noticias contadas")} como una, porque no son independientes:`,
  dependsOn: "de",
  titleNone: "sin título",
  published: "publicada",
  publishedInferred: "día de publicación deducido",
  fetched: "obtenida",
  publisherNone: "editor desconocido",
} satisfies typeof sourcesEn;

export const followed = {
  title: "Fuentes",
  add: "Seguir",
  adding: "Buscando…",
  address: "Dirección de un sitio, canal, sección, página o mapa del sitio",
  situation: "Para la situación",
  hint: "El canal de un sitio se encuentra solo. Las páginas se consultan con la frecuencia con que cambian, y se respeta robots.txt.",
  newSituation: "Una situación nueva…",
  newTitle: "Título de la situación",
  none: "Todavía no se sigue ninguna fuente.",
  now: "se sigue desde ahora",
  already: "ya se seguía",
  items: (n) => many(n, "elemento", "elementos"),
  others: (n) => `${many(n, "canal más", "canales más")} de este sitio`,
  sources: (n) => many(n, "fuente", "fuentes"),
  failing: (n) => many(n, "con fallos", "con fallos"),
  terms: (terms) => `solo con ${either(terms.map((term) => `«${term}»`))}`,
  visit: "Visitar ahora",
  remove: "Dejar de seguir",
  kind: {
    feed: "canal",
    sitemap: "mapa de noticias",
    section: "página de sección",
    page: "página",
    gdelt: "búsqueda en GDELT",
    archive: "archivo web",
    folder: "carpeta",
  },
} satisfies typeof followedEn;
