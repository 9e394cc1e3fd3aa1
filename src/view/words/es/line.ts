import type { line as english } from "../en/line.ts";

const stage = {
  discussed: "en debate",
  planned: "planeado",
  authorised: "autorizado",
  announced: "anunciado",
  threatened: "amenaza",
  attempted: "intentado",
  "under-way": "en curso",
  done: "realizado",
  "called-off": "cancelado",
};
const certainty = { probable: "probable", possible: "posible", unknown: "certeza desconocida" };
const stance = {
  supports: "a favor",
  opposes: "en contra",
  conditional: "con condiciones",
  open: "no lo descarta",
  "denies-intending": "niega esa intención",
};
const fields = {
  stage: "fase",
  polarity: "afirmado o desmentido",
  certainty: "certeza",
  time: "fecha",
  places: "lugares",
  actors: "actores",
  recipients: "destinatarios",
  speaker: "declarante",
  type: "tipo",
  background: "solo antecedentes",
  low: "mínimo",
  best: "mejor estimación",
  high: "máximo",
  approximate: "aproximado",
  measure: "medida",
  of: "de quién o de qué",
  unit: "unidad",
  since: "desde",
  stance: "postura",
  instrument: "instrumento",
  due: "plazo",
};
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage,
  certainty: { ...certainty, asserted: "afirmado sin reservas" },
  stance,
  polarity: { affirmed: "afirmado", denied: "desmentido" },
  background: { true: "sí", false: "no" },
  approximate: { true: "sí", false: "no" },
};

export const line: typeof english = {
  stage,
  denied: "desmentido",
  notDone: "no ocurrió",
  stageDenied: (stage) => `${stage}: desmentido`,
  certainty,
  stance,

  actor: {
    person: "persona",
    country: "país",
    government: "gobierno",
    ministry: "ministerio",
    military: "fuerzas armadas",
    police: "policía",
    legislature: "parlamento",
    court: "tribunal",
    party: "partido",
    "armed-group": "grupo armado",
    "criminal-group": "grupo delictivo",
    company: "empresa",
    outlet: "medio",
    intergovernmental: "organismo intergubernamental",
    ngo: "ONG",
    group: "grupo",
    organisation: "organización",
    unknown: "sin determinar",
  },
  unnamedSource: "alguien sin identificar",
  unnamedSources: "fuentes sin identificar",
  unnamed: (words) => `fuente sin identificar: «${words}»`,
  namedLater: (name) => `fuente identificada después: ${name}`,
  says: (who) => `según ${who}`,
  quoted: (words) => `«${words}»`,

  background: "antecedentes",
  earlierCount: "recuento anterior",
  position: (actor, stance, proposal) => `${actor}, ${stance}: ${proposal}`,
  brokenBy: (instrument, act) => `${instrument}, que se habría infringido con: ${act}`,
  basisFor: (instrument, act) => `${instrument}, para: ${act}`,
  invokedBy: (who) => `invocada por ${who}`,
  disputedBy: (who) => `impugnada por ${who}`,
  condition: (what, condition) =>
    /^unless\b/i.test(condition)
      ? `${what}, salvo: ${condition.replace(/^unless\s+/i, "")}`
      : `${what}, con la condición: ${condition}`,
  dueBy: (when) => `plazo: ${when}`,
  dueWithin: (span) => `plazo: ${span}`,
  per: (unit) => ` por ${unit}`,
  since: (date) => `, desde ${date}`,
  asOf: (date) => `, a fecha de ${date}`,
  yearUnstated: (date) => `${date} de un año sin indicar`,

  edited: (by, change) => `editado por ${by}: ${change}`,
  field: (field) => fields[field],
  fieldValue: (field, value) => {
    const said = values[field];
    return said !== undefined && Object.hasOwn(said, value) ? said[value]! : value;
  },
  unstated: "sin indicar",
  none: "ninguno",
};
