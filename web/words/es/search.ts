/** Full-text search. */
import type { search as english } from "../en/search.ts";
import { many } from "./counting.ts";

export const search = {
  title: "Buscar en las noticias",
  label: "Palabras",
  hint: "Las palabras entre comillas dobles deben ir juntas.",
  go: "Buscar",
  none: (q) => `Ninguna noticia contiene «${q}».`,
  noneHow: "Pruebe con menos palabras o con otra forma de ellas.",
  hits: (n, q) => `${many(n, "noticia contiene", "noticias contienen")} «${q}»`,
} satisfies typeof english;
