/** The map and its list. */
import type { map as english } from "../en/map.ts";
import { all, either, many, number } from "./counting.ts";

export const map = {
  title: "Mapa",
  list: "Por lugar",
  none: "Ninguna entrada de este registro pudo situarse.",
  nonePlaced: (n) =>
    n === 1
      ? "La única entrada no nombra ningún lugar."
      : `Ninguna de ${number(n)} entradas nombra un lugar.`,
  undrawn:
    "Este navegador no dibuja mapas (no tiene WebGL, o lo ha perdido). La lista contiene todo lo que mostraría el mapa.",
  legend: "Cómo leer el mapa",
  areas:
    "Cada forma es tan ancha como lo que se sabe: un país rayado fue nombrado en su conjunto; un círculo es una ciudad o región con sus alrededores. Nada se pone en un punto exacto. Una línea de puntos une lugares cuando las noticias sobre un mismo hecho nombran lugares distintos.",
  form: {
    done: "realizado",
    begun: "en curso o intentado",
    unsure: "dado por realizado o iniciado, pero sin certeza",
    ahead: "en debate, planeado o con amenaza",
    unstated: "sin fase indicada",
    off: "no ocurrido, desmentido o cancelado",
  },
  precision: {
    point: "sitio",
    city: "ciudad",
    region: "región",
    country: "país",
    sea: "aguas",
    unknown: "fuera del nomenclátor",
  },
  reach: {
    country: "Las noticias nombran el país y nada más preciso: puede ser cualquier parte de él.",
    known: (across) => `En algún lugar dentro de estas líneas, ${number(across)} km en lo más ancho.`,
    typical: (across, precision) =>
      precision === "region"
        ? `En algún lugar de la región. Su contorno no se conoce aquí: el círculo, de ${number(across)} km de ancho, es tan grande como suelen ser esas regiones.`
        : precision === "city"
          ? `En la ciudad, en sus alrededores o frente a ella: el círculo mide ${number(across)} km de ancho.`
          : `En el sitio o junto a él: el círculo mide ${number(across)} km de ancho.`,
    none: "Para este nombre no se dibuja un área.",
  },
  otherwise: (names) =>
    names.length === 0
      ? "Otras noticias lo sitúan en otra parte"
      : `Otras noticias lo sitúan en ${either(names)}`,
  unlocated: "Nombrados, pero fuera del mapa",
  unlocatedHint: "Nombres que el nomenclátor no tiene, o demasiado anchos o largos para un área.",
  unplaced: (n) => many(n, "entrada sin lugar", "entradas sin lugar"),
  unplacedHint: "Sus oraciones no nombran ningún lugar. No se adivina ninguno.",
  cluster: (places, names) =>
    `${many(places, "lugar cercano", "lugares cercanos")}: ${all(names)}${places > names.length ? " y más" : ""}. Acercar.`,
  canvas: "Mapa dibujado: las flechas lo mueven; más y menos lo amplían o reducen",
  zoom: "Ampliación",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  zoomAll: "Mostrar todos los lugares",
  wheel: (key) => `El mapa se amplía con ${key} y la rueda`,
  fingers: "El mapa se mueve con dos dedos",
  credit:
    "Contornos y fronteras: Natural Earth, tal como los dibuja; no toman partido en ninguna disputa. Ciudades: GeoNames, CC BY 4.0.",
} satisfies typeof english;
