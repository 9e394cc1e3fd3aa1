import type { brief as english } from "../en/brief.ts";
import { many } from "./days.ts";

const origins = (n: number) => many(n, "origen", "orígenes");
const reports = (n: number) => many(n, "noticia", "noticias");
const independent = (n: number) => many(n, "origen independiente", "orígenes independientes");

export const brief: typeof english = {
  title: "Informe de situación",
  section: {
    changes: { title: "Qué ha cambiado" },
    days: {
      title: "Días clave",
      intro: "Los días que nombran más orígenes independientes, cada uno con la oración que mejor lo cuenta.",
    },
    done: { title: "Qué ha ocurrido" },
    planned: {
      title: "Planeado, anunciado, con amenaza o en debate",
      intro: "De nada de esto se dice que haya ocurrido.",
    },
    uncertain: {
      title: "Publicado, pero no seguro",
      intro: "Se cuenta como realizado o en curso, con palabras que lo dejan abierto.",
    },
    off: { title: "No ocurrido, desmentido o cancelado" },
    unstaged: {
      title: "También se menciona",
      intro: "Ninguna noticia dice hasta dónde ha llegado.",
    },
    background: { title: "Antecedentes", intro: "Lo que las noticias cuentan de tiempos anteriores." },
    contested: {
      title: "En disputa",
      intro:
        "Las noticias se contradicen. Aquí figuran ambas partes y quién las sostiene, sin preferir ninguna.",
    },
    figures: {
      title: "Cifras",
      intro:
        "Tal como se publicaron. Se marca el valor que otro posterior ha reemplazado (del mismo emisor, una corrección o un recuento que subió).",
    },
    positions: { title: "Quién sostiene qué postura" },
    legal: { title: "Con qué base jurídica" },
    watch: { title: "A qué estar atentos" },
    statements: { title: "Quién dijo qué" },
    sources: { title: "Fuentes" },
    unread: { title: "Conservadas sin leer", intro: "Nada de lo anterior se apoya en ellas." },
    method: {
      title: "Cómo leer este informe",
      intro:
        "Redactado con plantillas a partir de un registro de lo que dicen las noticias; nada se parafrasea. Cada línea está tomada de la oración de su nota, en el idioma de la noticia, con lo que esa oración dice sobre hasta dónde ha llegado el acto, con qué seguridad y según quién: «desmentido» y «posible» recogen lo que dicen las noticias, no son un juicio. Se cuentan orígenes independientes: las noticias que remiten a otra, la copian o la citan, o que son de un mismo editor, cuentan como una, por el motivo que figura en Fuentes. Una línea sin recuento se apoya en un solo origen. Lo ocurrido sigue el orden de sus días; las demás secciones empiezan por lo que más dice de la situación y lo que más orígenes corroboran. Los números figuran como se publicaron: «al menos» y «alrededor de» forman parte de ellos, y si un recuento fue reemplazado, se indica. Que un plazo haya vencido significa que ninguna noticia del registro dice qué pasó, no que no pasara nada.",
    },
  },
  nothing: "En estas noticias no se encontró nada que corresponda a un registro.",
  nothingInSpan: "En lo publicado en ese período no se encontró nada que corresponda a un registro.",

  changes: {
    revised: "Modificado",
    contradicted: "Contradicho",
    withdrawn: "Retirado",
    superseded: "Reemplazado, o unido a otra línea",
    overdue: "Plazos vencidos",
    corroborated: "Corroborado por otros orígenes",
    new: "Nuevo",
  },
  nothingChanged: (since) => `${since}: nada.`,
  changed: (since) => `${since}.`,
  passing: (n) =>
    ` Entretanto ${many(n, "línea apareció y se retiró", "líneas aparecieron y se retiraron")}.`,

  asOf: "A fecha de",
  asOfSaid: (time) => `${time}: nada de lo publicado después`,
  knownAt: "Según se sabía el",
  knownAtSaid: (time) => `${time}: nada de lo obtenido después`,
  span: "Período",
  spanSaid: (from, to) =>
    `${from === undefined ? `hasta el ${to}` : to === undefined ? `desde el ${from}` : `del ${from} al ${to}`}: lo publicado o lo que se dice ocurrido en él, según consta hoy`,
  covers: "Abarca",
  coversDay: (day) => `noticias publicadas el ${day}`,
  coversDays: (from, to) => `noticias publicadas del ${from} al ${to}`,
  coversAhead: (n) =>
    `; además ${many(n, "noticia con fecha posterior", "noticias con fecha posterior")} al día en que se obtuvieron`,
  restsOn: "Se apoya en",
  restsOnSaid: (all, from, left) =>
    `${reports(all)}, ${independent(from)}${left === 0 ? "" : `; ${many(left, "noticia conservada sin leer", "noticias conservadas sin leer")}`}`,

  origins,
  reports,
  toldOn: (day, again) => `${again ? "publicado primero el" : "publicado el"} ${day}`,
  ofOneReport: (n) => `${origins(n)} de una sola noticia`,
  sameWords: (lines, all) =>
    `Se cuenta con las mismas palabras en ${many(lines, "línea más", "líneas más")}, de ${origins(all)} en total`,
  onDay: (day, quote) => `${day}: «${quote}»`,
  namedBy: (n) => `lo ${n === 1 ? "nombra" : "nombran"} ${origins(n)}`,
  dayPassed: "plazo vencido",
  moreSentences: (n) => `y ${many(n, "oración más", "oraciones más")}`,
  moreParts: (n) => `y ${many(n, "parte más", "partes más")}`,
  moreReasons: (n) => `y ${many(n, "motivo más", "motivos más")}`,
  notShown: (what) => `Sin mostrar: ${what}.`,
  moreLines: (n) =>
    `${many(n, "línea más, que dice menos del conjunto o casi lo mismo", "líneas más, que dicen menos del conjunto o casi lo mismo")}`,
  told: (n) =>
    many(n, "línea cuyas palabras están en otra anterior", "líneas cuyas palabras están en otra anterior"),
  toldElsewhere: (n) => `${many(n, "línea", "líneas")} cuya oración está en otra sección`,
  moreDisputes: (n) => many(n, "disputa más, con menos orígenes", "disputas más, con menos orígenes"),
  moreActors: (n) => many(n, "actor más", "actores más"),
  moreOrigins: (n, held) => `${many(n, "origen más", "orígenes más")}, con ${reports(held)}`,
  moreReports: (n) => many(n, "noticia más", "noticias más"),

  edited: (field, by) => `No es lo leído: ${by} fijó el campo «${field}»`,
  deed: {
    merge: (by) => `Unida de varias líneas por ${by}`,
    split: (by) => `Separada de otra línea por ${by}`,
    reject: (by) => `Algunas de sus oraciones, rechazadas por ${by}`,
    confirm: (by) => `Confirmada por ${by}`,
  },
  otherDeed: (kind, by) => `${kind}, por ${by}`,
  sourceGraded: (code) => `calificada ${code}`,
  graded: (credibility, by) => `Credibilidad ${credibility} (código del Almirantazgo), según ${by}`,
  noted: (by, text) => `Nota de ${by}: ${text}`,
  conflicts: (n) =>
    `${many(n, "corrección ya no concuerda", "correcciones ya no concuerdan")} con las pruebas`,

  heldBy: (who) => `Lo sostiene: ${who}`,
  ofThese: (line) => `De ellos: ${line}`,
  stands: (values) => `Vigente: ${values}`,
  earlier: (day, stance) => `Antes, el ${day}: ${stance}`,
  watchFrom: (day) => `Los plazos se miran desde el ${day}, día de la última noticia.`,
  toCome: "Por venir",
  overdue: "Plazo vencido: el día ha pasado y ninguna noticia dice qué pasó",
  noDay: "Sin fecha señalada",
  sourcesIntro: (n) =>
    `${independent(n)}, primero los mayores, y los de una sola noticia juntos por nombre. Las noticias de un mismo origen no son independientes, por el motivo que se da, y cuentan una vez.`,

  about: (n) => `alrededor de ${n}`,
  between: (low, high) => `de ${low} a ${high}`,
  atLeast: (n) => `al menos ${n}`,
  upTo: (n) => `hasta ${n}`,
  notStated: "sin indicar",
};
