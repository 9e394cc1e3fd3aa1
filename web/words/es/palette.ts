/** The command palette and the keys of every page. */
import type { palette as english } from "../en/palette.ts";

export const palette = {
  open: "Órdenes",
  title: "Órdenes",
  ask: "Una orden, un día o palabras de una entrada o noticia",
  none: "Nada se llama así.",
  group: {
    times: "Tiempo",
    here: "En esta situación",
    go: "Ir a",
    entries: "Entradas de esta situación",
    reports: "Noticias",
    app: "Esta aplicación",
  },
  situation: "situación",
  section: "sección",
  record: "Volver al registro",
  review: "Revisión e historial",
  follow: "Seguir una fuente",
  typeDay: "un día, como 3 de abril de 2031",
  searchFor: (words) => `Buscar «${words}» en las noticias`,
  theme: { system: "Colores del sistema", light: "Colores claros", dark: "Colores oscuros" },
  language: "Idioma",
  more: "La revisión y las pruebas tienen teclas propias, indicadas allí.",
} satisfies typeof english;
