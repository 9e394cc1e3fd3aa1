/** The review queue and the audit trail. */
import type { review as english } from "../en/review.ts";
import { many, number } from "./counting.ts";

export const review = {
  title: "Revisión",
  pageTitle: (title) => `Revisión: ${title}`,
  toLookAt: (n) => `${number(n)} por comprobar`,
  made: (n) => many(n, "corrección", "correcciones"),
  none: "Nada espera una decisión.",
  conflicts: "Correcciones con las que no concuerdan las pruebas",
  conflictsWhy: "Cada una sigue como se hizo mientras nadie diga otra cosa.",
  contradictions: "Contradicciones",
  contradictionsWhy:
    "Las noticias dicen ambas cosas. Tras confirmar o calificar las dos, o rechazar la mal leída, salen de esta lista.",
  unsure: "Leído con poca certeza",
  unsureWhy:
    "El texto no muestra con qué seguridad se dice. Lo erróneo se edita o se rechaza; lo correcto se confirma y sale de esta lista.",
  rejected: "Rechazadas",
  rejectedWhy:
    "No forman parte del registro. Un rechazo se deshace en el historial de correcciones, más abajo.",
  audit: "Historial de correcciones",
  auditNone: "Todavía no se ha corregido nada.",
  progress: (done, all) => `${number(done)} de ${number(all)} revisadas`,
  unmark: "Quitar la marca",
  noneOfThese: "De estas no espera ninguna; elija otras arriba.",
  joined: "Unidas, aunque dichas de otro modo",
  joinedWhy:
    "Una sola línea cuenta todas. Separe la que hable de otra cosa; confirme lo correcto y saldrá de esta lista.",
  unlike: "La menos parecida:",
  show: "Qué se muestra",
  ofKind: "Solo de una clase",
  part: {
    conflicts: "Conflictos",
    joined: "Unidas distintas",
    contradictions: "Contradicciones",
    offers: "¿Mismo actor?",
    unsure: "Inseguras",
  },
  undone: "deshecha",
  undoTitle: "Deshacer esta corrección",
  undoThat: "Deshacer la corrección",
  offer: {
    "accept-offer": { title: "Estos dos son uno solo", act: "Son uno solo" },
    "decline-offer": { title: "Estos dos son distintos", act: "Son distintos" },
  },
} satisfies typeof english;
