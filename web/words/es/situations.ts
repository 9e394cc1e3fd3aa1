/** The list of situations. */
import type { situations as english } from "../en/situations.ts";

export const situations = {
  make: "Nueva situación",
  title: "Situaciones",
  none: "Todavía no hay ninguna situación",
  noneHow: "Se crea leyendo algunas noticias; después se vuelve a cargar esta página:",
  changed: "Último cambio",
  next: "Próxima fecha señalada",
  sparkReports: "noticias",
  sparkOrigins: "orígenes propios",
  activity: (first, last, reports) => `${reports} entre el ${first} y el ${last}`,
} satisfies typeof english;
