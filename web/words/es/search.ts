/** Full-text search. */
import type { search as english } from "../en/search.ts";
import { many, number } from "./counting.ts";

export const search = {
  title: "Buscar en las noticias",
  label: "Palabras",
  go: "Buscar",
  begin: "No importan mayúsculas, acentos ni, en inglés, terminaciones. Deben estar todas las palabras.",
  how: "Cómo buscar",
  examples: [
    ["huelga puerto", "ambas palabras, en cualquier lugar"],
    ['"huelga general"', "las palabras juntas, en este orden"],
    ["huelga -puerto", 'la primera, y no la segunda; -"dos palabras" excluye ambas juntas'],
    ["negocia*", "toda palabra que empiece así; dos letras al menos"],
  ],
  noneHow: "Conviene probar con menos palabras, con otra forma de ellas o con menos filtros.",
  hits: (n, more) =>
    n === 0 ? "Ninguna noticia" : more ? `${number(n)} noticias y más` : many(n, "noticia", "noticias"),
  refused: "No se entiende esta búsqueda",
  anew: "Buscar de nuevo",
  order: "Orden",
  by: { rank: "Mejores primero", date: "Últimas primero" },
  narrow: "Filtrar",
  narrowedBy: "Filtros",
  without: "Quitar",
  filter: {
    situation: "Situación",
    publisher: "Editor",
    language: "Idioma",
    from: "Publicada desde",
    to: "Publicada hasta",
    kind: "Contiene",
    status: "Lectura",
  },
  read: "leída",
  unread: "conservada sin leer",
  pages: "Páginas",
  previous: "Anterior",
  next: "Siguiente",
  range: (from, to, total, more) =>
    `${number(from)}–${number(to)} de ${number(total)}${more ? " y más" : ""}`,
} satisfies typeof english;
