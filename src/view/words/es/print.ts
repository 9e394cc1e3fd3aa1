import type { print as english } from "../en/print.ts";
import { many, number } from "./days.ts";

export const print: typeof english = {
  titleOf: (title) => `${title}: informe de situación`,
  sections: "Secciones",
  sentences: "Oraciones",
  head: {
    day: "Día",
    count: "Cifra",
    issuer: "Emitida por",
    in: "En",
    origins: "Orígenes",
    remark: "Observación",
  },
  caption: (earlier) =>
    `Cifras a lo largo del tiempo${earlier === undefined ? "" : `; ${many(earlier, "anterior sin mostrar", "anteriores sin mostrar")}`}`,
  earlier: (n) => many(n, "anterior sin mostrar", "anteriores sin mostrar"),
  earlierValues: (n) => many(n, "valor anterior sin mostrar", "valores anteriores sin mostrar"),
  theReport: "la propia noticia",
  byIssuer: (issuer, publishers) => `según ${issuer} (en ${publishers})`,
  byPublishers: (publishers) => `según ${publishers}`,
  origins: (n) => many(n, "origen", "orígenes"),
  tag: { superseded: "reemplazada", correction: "corrección" },
  against: "frente a: ",
  note: (n) => `Nota ${n}`,
  noteBack: (n, line) => `Nota ${n}: volver a la línea${line === undefined ? "" : ` ${line}`}`,
  moreCharacters: (n) => ` y ${number(n)} más`,
  fontLacks: (n) =>
    `A la tipografía de este archivo le faltan ${many(n, "de los caracteres", "de los caracteres")} que usan las noticias; figuran con su número Unicode ([U+4E2D]). Las formas HTML y Markdown los muestran como se publicaron.`,
  quoted: (words) => `«${words}»`,
};
