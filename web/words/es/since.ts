/** What has changed since the reader last looked. */
import type { since as english } from "../en/since.ts";
import { many, number } from "./counting.ts";

export const since = {
  title: "Desde la última visita",
  looking: "Buscando qué ha cambiado…",
  first:
    "Es la primera visita: todo es nuevo. Tras marcarlo como leído, aquí aparecerá lo que cambie desde entonces.",
  nothing: (time) => `Nada ha cambiado desde el ${time}.`,
  changed: (n, time) => `${many(n, "cambio", "cambios")} desde el ${time}.`,
  passing: (n) =>
    n === 1
      ? "Entretanto apareció y se retiró una línea más."
      : `Entretanto aparecieron y se retiraron ${number(n)} líneas más.`,
  mark: "Marcar como leído",
  markHint:
    "Esta lista vuelve a empezar y no se puede recuperar. El registro no cambia, y todos los cambios siguen en Últimos cambios.",
  card: (n) =>
    n === 0
      ? "Sin novedades desde la última visita"
      : `${many(n, "cambio", "cambios")} desde la última visita`,
  cardFirst: "Aún sin visitar",
  kind: {
    revised: "Modificado",
    contradicted: "Contradicho",
    withdrawn: "Retirado",
    superseded: "Reemplazado",
    overdue: "Plazo vencido",
    corroborated: "Corroborado",
    new: "Nuevo",
  },
} satisfies typeof english;
