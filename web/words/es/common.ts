/** What stands on every page, and how things are counted. */
import type { common as english } from "../en/common.ts";
import { all, either, languageName, locale, many, number } from "./counting.ts";

export const common = {
  language: "es",
  locale,
  number,
  languageName,
  quoted: (words) => `«${words}»`,
  all,
  either,
  name: "Sitrep",
  tagline: "Qué se informa, quién lo dice y desde cuándo",
  skip: "Ir al contenido",
  nav: {
    main: "Principal",
    situations: "Situaciones",
    sources: "Fuentes",
    search: "Buscar",
    sections: "Secciones de esta página",
  },
  pageTitle: (title) => `${title} · Sitrep`,

  counts: {
    reports: (n) => many(n, "noticia", "noticias"),
    origins: (n) => many(n, "origen independiente", "orígenes independientes"),
    originsShort: (n) => many(n, "origen", "orígenes"),
    entries: (n) => many(n, "entrada", "entradas"),
    contested: (n) => `${number(n)} en disputa`,
    unread: (n) => many(n, "conservada sin leer", "conservadas sin leer"),
  },

  state: {
    loading: "Cargando",
    failed: "No se ha podido mostrar",
    offline: "Sitrep no responde. ¿Sigue en marcha?",
    retry: "Intentar de nuevo",
    notFound: "No hay nada en esta dirección",
    notFoundHow: "Puede que el enlace sea antiguo o esté incompleto.",
    home: "Ir a las situaciones",
  },

  signIn: {
    title: "Iniciar sesión",
    why: "Otras personas pueden acceder a este servidor, por eso pide su contraseña. La conoce quien lo puso en marcha.",
    password: "Contraseña",
    go: "Entrar",
    out: "Cerrar sesión",
    wrong: "Esa no es la contraseña de este servidor.",
    wait: "Demasiadas contraseñas erróneas. Hay que esperar un cuarto de hora.",
  },
  keys: {
    mark: "Marcar una línea para unir otra con ella",
    title: "Atajos de teclado",
    undo: "Deshacer lo último",
    close: "Cerrar lo que esté abierto",
    single: "Las teclas sin Ctrl ni ⌘ hacen esto",
    next: "Siguiente de la lista",
    previous: "Anterior de la lista",
    accept: "Aceptar: son uno solo",
    decline: "Descartar: son distintos",
    open: "Abrir las pruebas",
  },

  download: {
    label: "Descargar el resumen:",
    table: "Descargar todas las entradas en CSV",
    as: (format) => `Descargar el resumen en ${format}`,
    pdf: "PDF",
    html: "HTML",
    md: "Markdown",
    csv: "CSV",
  },
} satisfies typeof english;
