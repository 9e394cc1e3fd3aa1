/** How a sentence was read, for the curious. */
import type { howRead as english } from "../en/how-read.ts";

export const howRead = {
  title: "Cómo se leyó",
  intro:
    "Qué se tomó por qué, palabra por palabra, y la oración tal como se analizó. Una lectura errónea se corrige más arriba; aquí se ve qué la causó.",
  role: "Tomado como",
  words: "Palabras",
  as: (value) => `= ${value}`,
  tree: "La oración en forma de árbol",
  noTree: "No hay analizador para este idioma: no hay árbol.",
  readBy: (version) => `leído por ${version}`,
  parsedBy: (version) => `árbol de ${version}`,
  modes: {
    quoted: "cita literal",
    reported: "estilo indirecto",
    mixed: "cita literal en parte",
    thought: "pensamiento",
  },
  roles: {
    act: "el acto",
    trigger: "su verbo o sustantivo",
    status: "indica hasta dónde llegó",
    hedge: "lo matiza",
    speaker: "quién lo dice",
    cue: "el verbo de habla",
    content: "lo que se dice",
    number: "el número",
    proposal: "la propuesta",
    law: "la base jurídica",
    purpose: "para qué",
    breach: "qué la vulnera",
    expected: "lo que se espera",
    condition: "con qué condición",
    actor: "quién actúa",
    recipient: "a quién",
    place: "dónde",
    time: "cuándo",
  },
} satisfies typeof english;
