/** Reasons, refusals and remarks of other stages, in Spanish. A test holds this against what they write. */
import { catalogue, type Sentence } from "../catalogue.ts";

/** record/origins.ts, record/citing.ts: why reports are not independent. */
const origins: readonly Sentence[] = [
  ["no other report shares its text or its source", "ninguna otra noticia comparte su texto ni su fuente"],
  ["the same page as {}, fetched {}", "la misma página que {}, obtenida {}"],
  ["an entry of the same live page of {}", "entrada de la misma página en directo de {}"],
  ["cites {} and says that it could not confirm it", "cita a {} y dice que no pudo confirmarlo"],
  ["cites {} and names no source of its own", "cita a {} y no menciona fuente propia"],
  ["credits {}; {}", "atribuida a {}; {}"],
  ["also printed by {}; {}", "publicada también por {}; {}"],
  ["both of {}; {}", "ambas de {}; {}"],
  ["{} % of its text stands in {}", "el {} % de su texto está en {}"],
  ["{} % of the text of {} stands in it", "contiene el {} % del texto de {}"],
  ["credits {}", "atribuida a {}"],
];

/** record/actors.ts: why two names may be one. */
const offers: readonly Sentence[] = [
  ["one surname, and both “{}”", "el mismo apellido, y en ambos «{}»"],
  ["one surname", "el mismo apellido"],
  ["the initials of the other", "las siglas del otro"],
  ["one name with words added", "el mismo nombre con palabras añadidas"],
];

/** record/corrections/: where corrections and the evidence no longer go together. */
const conflicts: readonly Sentence[] = [
  ["{} is read as of {}, {} as of {}", "{} se lee como de {}; {}, como de {}"],
  [
    "“{}” stands in {} entries by now; the one with most of it is merged",
    "«{}» figura ya en {} entradas; se une la que contiene más",
  ],
  [
    "“{}” stands in {} entries by now; it is taken for the one with the sentence that spoke for it",
    "«{}» figura ya en {} entradas; se toma la que tiene la oración que la representaba",
  ],
  [
    "of the entries that are one, some tell it and some deny it",
    "de las entradas que son una, unas lo afirman y otras lo desmienten",
  ],
  ["the sentence rejected is told again by {}", "la oración rechazada la vuelve a publicar {}"],
  [
    "nothing is told by now in the words it was made on: “{}”",
    "ya no se publica nada con las palabras sobre las que se hizo: «{}»",
  ],
  ["what was merged holds what cannot both be: {}", "lo que se unió contiene cosas incompatibles: {}"],
  ["what was rejected is told since by {}", "lo rechazado lo publica desde entonces {}"],
  ["{} was edited to {}; {} since: {}", "el campo {} se editó a {}; desde entonces {}: {}"],
  ["it was confirmed as {} and stands as {} since {}", "se confirmó como {} y consta como {} desde {}"],
];

/** record/absence.ts: why reports are not in a situation. */
const absences: readonly Sentence[] = [
  ["out of scope since {}", "fuera del ámbito desde el {}"],
  ["taken out by {} since {}: {}", "excluido por {} desde el {}: {}"],
  ["taken out by {} since {}", "excluido por {} desde el {}"],
  ["in the situation again", "de nuevo en la situación"],
  ["not put in", "no incluido"],
];

/** pipeline.ts, report/: what was kept unread, and what is odd about a page. */
const reports: readonly Sentence[] = [
  ['language "{}" has no reader yet', "todavía no hay lector para el idioma «{}»"],
  [
    "its publisher says that it is not free to read, and it is short: the text may be cut",
    "su editor dice que no es de lectura libre, y es corta: el texto puede estar cortado",
  ],
  ["declared as {}, read as UTF-8, which it is", "declarada como {}, leída como UTF-8, que es lo que es"],
  ["only its first {} pages were read, of {}", "solo se leyeron sus primeras {} páginas, de {}"],
  ["page {} is damaged and was not read", "la página {} está dañada y no se leyó"],
  [
    "declared as {}-compressed, sent plain: read as it is",
    "declarada como comprimida con {}, enviada sin comprimir: se lee tal cual",
  ],
];

/** source/: what went wrong with a fetch, and how a feed was found. */
const sources: readonly Sentence[] = [
  [
    "{} answers {} ({}): open it in a browser, save the page and read the saved file",
    "{} responde {} ({}): conviene abrirla en un navegador, guardar la página y leer el archivo guardado",
  ],
  ["{} answers {} ({}): check the address", "{} responde {} ({}): conviene comprobar la dirección"],
  [
    "{} answers {} ({}): check the address in a browser",
    "{} responde {} ({}): conviene comprobar la dirección en un navegador",
  ],
  ["{} answers {} ({}): look for {}", "{} responde {} ({}): conviene buscar {}"],
  ["{} answers {} ({}): try again later", "{} responde {} ({}): conviene intentarlo más tarde"],
  ["{} answers {} ({}): try again in {} s", "{} responde {} ({}): conviene intentarlo dentro de {} s"],
  ["not allowed", "sin permiso"],
  ["not found", "no encontrada"],
  ["too slow or too early", "demasiado lento o demasiado pronto"],
  ["gone for good", "retirada para siempre"],
  ["too many requests", "demasiadas peticiones"],
  ["withheld for legal reasons", "retenida por motivos legales"],
  ["server error", "error del servidor"],
  ["no page", "no es una página"],
  ["a saved copy of it", "una copia guardada"],
  ["another printing of it", "otra publicación de la misma"],
  [
    "{} is not a valid address: check its spelling",
    "{} no es una dirección válida: conviene revisar cómo está escrita",
  ],
  [
    "{} names a host that can't be found: check the spelling and the network",
    "{} nombra un servidor que no se encuentra: conviene revisar la dirección y la red",
  ],
  [
    "{} is a {} address, which is not fetched: give an http or https address",
    "{} es una dirección {}, que no se consulta: hay que dar una dirección http o https",
  ],
  [
    "{} is closed to programs by its site's robots.txt: ask the site, or read the page by hand",
    "{} está cerrada a los programas por el robots.txt de su sitio: hay que pedirlo al sitio o leer la página a mano",
  ],
  [
    "{} can't be asked for while its site's robots.txt answers {}: try again in {} s",
    "{} no se puede pedir mientras el robots.txt de su sitio responda {}: conviene intentarlo dentro de {} s",
  ],
  [
    "{} leads to {}, a private address, which is not fetched: allow private addresses if this is yours",
    "{} lleva a {}, una dirección privada, que no se consulta: si es propia, hay que permitir direcciones privadas",
  ],
  [
    "{} breaks off before its end: try again later",
    "{} se corta antes del final: conviene intentarlo más tarde",
  ],
  [
    "{} is empty: give a file or page with text in it",
    "{} está vacía: hay que dar un archivo o una página con texto",
  ],
  [
    "{} is empty: check the address in a browser",
    "{} está vacía: conviene comprobar la dirección en un navegador",
  ],
  [
    "{} is no feed: check the address in a browser",
    "{} no es un canal: conviene comprobar la dirección en un navegador",
  ],
  ["{} is no {}: leave the kind out to have it found", "{} no es {}: sin indicar la clase se averigua sola"],
  ["named by the page as its feed", "la página lo señala como su canal"],
  ["linked from the page", "enlazado desde la página"],
  ["a news sitemap that robots.txt names", "un mapa de noticias que señala robots.txt"],
  ["a sitemap that robots.txt names", "un mapa del sitio que señala robots.txt"],
  ["a usual place of feeds", "un lugar habitual de los canales"],
  ["no feed was found", "no se encontró ningún canal"],
];

/** api/: what a page is told where a request is refused. */
const refusals: readonly Sentence[] = [
  ['There is no situation "{}".', "No existe la situación «{}»."],
  ['There is no report "{}".', "No existe la noticia «{}»."],
  ['There is no entry "{}".', "No existe la entrada «{}»."],
  ['There is no source "{}".', "No existe la fuente «{}»."],
  [
    "There is nothing at this address; /api lists what there is.",
    "No hay nada en esta dirección; /api indica lo que hay.",
  ],
  [
    "Only GET and HEAD are answered here; /api/openapi.json lists the rest.",
    "Aquí solo se responde a GET y HEAD; el resto está en /api/openapi.json.",
  ],
  [
    "A parameter is not as described in /api/openapi.json.",
    "Un parámetro no es como se describe en /api/openapi.json.",
  ],
  [
    "There are too many situations of that title: choose another.",
    "Hay demasiadas situaciones con ese título: hay que elegir otro.",
  ],
  [
    "This server follows no sources; start it without --no-follow.",
    "Este servidor no sigue fuentes; hay que iniciarlo sin --no-follow.",
  ],
  [
    '"{}" is no span of this report: give two offsets within 0 and {}, at most {} apart.',
    "«{}» no es un tramo de esta noticia: hay que dar dos posiciones entre 0 y {}, a una distancia máxima de {}.",
  ],
  ["Another site's page may change nothing here.", "La página de otro sitio no puede cambiar nada aquí."],
  [
    "Sign in with the password of this server first.",
    "Antes hay que iniciar sesión con la contraseña de este servidor.",
  ],
  ["That is not the password of this server.", "Esa no es la contraseña de este servidor."],
  ["Only this app's pages may listen.", "Solo las páginas de esta aplicación pueden escuchar."],
  [
    "{} pages listen already: close some, or reload this one to see what is new",
    "Ya escuchan {} páginas: hay que cerrar alguna, o volver a cargar esta para ver las novedades",
  ],
  [
    "it has given no sign for a minute: its process has ended; run it again, what was kept stays",
    "lleva un minuto sin dar señal: su proceso ha terminado; hay que ejecutarlo de nuevo, lo guardado se conserva",
  ],
  ["The request was refused.", "La petición fue rechazada."],
  [
    "It failed here; the terminal that runs sitrep says why.",
    "Ha fallado aquí; el terminal en que corre sitrep dice por qué.",
  ],
  [
    "correction {} is undone already, by {}; undo that to have it back",
    "la corrección {} ya está deshecha, por {}; para recuperarla hay que deshacer esa",
  ],
  ["{} {}; give another value", "{} {}; hay que dar otro valor"],
  ["Bad request", "Petición incorrecta"],
  ["Forbidden", "Prohibido"],
  ["Not found", "No encontrado"],
  ["Method not allowed", "Método no permitido"],
  ["Too large", "Demasiado grande"],
  ["Misdirected request", "Petición mal dirigida"],
  ["It can't be done", "No se puede hacer"],
  ["Internal error", "Error interno"],
  ["Not available", "No disponible"],
];

export const told = catalogue([
  ...origins,
  ...offers,
  ...conflicts,
  ...absences,
  ...reports,
  ...sources,
  ...refusals,
]);
