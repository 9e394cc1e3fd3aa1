import type { source as english } from "../en/source.ts";
import { many, number } from "./days.ts";

export const source: typeof english = {
  new: "sin visitar todavía",
  works: "funciona",
  failing: (times, problem) => `con fallos (${many(times, "vez", "veces")}): ${problem}`,
  unknown: "motivo desconocido",
  items: (n) => `${many(n, "elemento", "elementos")} en total`,
  waiting: (n) => `${number(n)} por leer`,
  lastNew: (span) => `última novedad hace ${span}`,
  hub: "su concentrador avisa de los cambios",
  asked: (span) => `se consulta cada ${span}`,
  due: "toca ahora",
  next: (span) => `próxima consulta en ${span}`,
  days: (n) => many(n, "día", "días"),
};
