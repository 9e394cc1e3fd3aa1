/** Entregar noticias. */
import type { adding as english } from "../en/adding.ts";
import { many, number } from "./counting.ts";

export const adding = {
  title: "Añadir noticias",
  what: "Cada una se conserva para siempre y se lee en esta situación; las copias de una misma cuentan una vez.",
  drop: "Suelte aquí páginas guardadas, PDF, correos o archivos web",
  choose: "Elegir archivos",
  leaveOut: (name) => `Dejar fuera ${name}`,
  size: (bytes) =>
    bytes < 100_000
      ? `${number(Math.ceil(bytes / 1000))} kB`
      : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`,
  addresses: "Direcciones de páginas",
  addressesHelp: "Una por línea. Para seguir leyendo lo que publica un sitio, sígalo en Fuentes.",
  published: "Publicadas el",
  publishedHelp: "Solo para las que no indican su día.",
  reading: "Leyendo …",
  became: (read, failed) =>
    failed === 0
      ? `${many(read, "noticia leída", "noticias leídas")}.`
      : `${many(read, "noticia leída", "noticias leídas")}, ${number(failed)} no.`,
  now: (reports) => `La situación tiene ahora ${number(reports)}.`,
  more: (n) => `${number(n)} más.`,
  add: "Añadir",
  close: "Cerrar",
} satisfies typeof english;
