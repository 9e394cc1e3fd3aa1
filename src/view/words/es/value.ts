/** Values as revisions keep them, in Spanish: the short English of record/revisions.ts is read as what it stands for. */
import { many, number } from "./days.ts";
import { line } from "./line.ts";

const stages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(line.stage).map(([stage, said]) => [stage.replace("-", " "), said]),
);
const others: Readonly<Record<string, string>> = {
  ...line.stance,
  unstated: "sin indicar",
  stated: "sin fase indicada",
  affirmed: "afirmado",
};
const certainties: Readonly<Record<string, string>> = {
  ...line.certainty,
  asserted: "afirmado sin reservas",
};

/** What is none of them stays as it is. */
export function value(kept: string): string {
  if (Object.hasOwn(others, kept)) return others[kept]!;
  return numberSaid(kept) ?? statusSaid(kept) ?? kept;
}

function numberSaid(kept: string): string | undefined {
  const origins = /^(\d+) origins?$/u.exec(kept);
  if (origins !== null) return many(Number(origins[1]), "origen", "orígenes");
  const found = /^(about |at least |up to )?(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))?$/u.exec(kept);
  if (found === null) return undefined;
  const [, bound = "", low, high] = found;
  const first = number(Number(low));
  if (high !== undefined) return `de ${first} a ${number(Number(high))}`;
  return `${bounds[bound]}${first}`;
}

const bounds: Readonly<Record<string, string>> = {
  "": "",
  "about ": "alrededor de ",
  "at least ": "al menos ",
  "up to ": "hasta ",
};

/** "planned: denied, possible": stage, denial and certainty, each where it is said. */
function statusSaid(kept: string): string | undefined {
  const said = kept.split(", ").map((part) => {
    if (part === "denied") return line.denied;
    if (part === "not done") return line.notDone;
    if (part.endsWith(": denied")) {
      const stage = stages[part.slice(0, -": denied".length)];
      return stage && line.stageDenied(stage);
    }
    return stages[part] ?? certainties[part];
  });
  return said.every((part) => part !== undefined) ? said.join(", ") : undefined;
}
