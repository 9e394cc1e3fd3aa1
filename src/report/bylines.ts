/** Who wrote it: names out of what pages print as a byline. */
import { agencyNamed } from "./credit.ts";

const opening =
  /^(?:(?:story|words|text|reporting|reported|written|posted|published|analysis|opinion|edited)?\s?by|von|por|par|di|door|de la redacción de|av|af|przez)\s*:?\s+/i;
const between = /\s*(?:,|;|\||•|·|\n|\/(?=\s)|\s(?:and|und|y|e|et|en|och|og|with|con|mit|avec|&)\s)\s*/i;
const role =
  /\b(?:correspondents?|editors?|reporters?|writers?|staff|bureau|columnists?|contributors?|journalists?|producers?|chief|desk|team|photographers?|redakteur(?:in)?|korrespondent(?:in)?|redacción|redaction|rédaction|redaktion|news service|newsroom|associated press|updated|published|special to|for the|min read|follow|senior|junior|political|diplomatic|economics|international|national)\b/i;

/** Several names as printed, each once, without "By", roles, addresses and times. */
export function bylinesOf(values: readonly string[]): string[] {
  const found: string[] = [];
  for (const value of values) {
    for (const name of splitNames(value))
      if (!found.some((known) => known.toLowerCase() === name.toLowerCase())) found.push(name);
  }
  return found.slice(0, 20);
}

function splitNames(value: string): string[] {
  const line = value
    .slice(0, 400)
    .replace(/\s+/g, " ")
    .trim()
    .replace(opening, "")
    .replace(/\s*[([][^)\]]{0,80}[)\]]/g, "")
    .replace(/\S+@\S+\.\S+/g, "")
    .replace(/https?:\/\/\S+/g, "");
  const parts = line.split(between).map((part) =>
    part
      .replace(opening, "")
      .replace(/^[\s@\-–—:.]+|[\s\-–—:,]+$/g, "")
      .trim(),
  );
  // "Ana Ruiz, Lima" names a place after a full name; "Ruiz, Peña" two people.
  const isFull = parts[0]?.includes(" ") === true;
  const people = isFull
    ? parts.filter((part) => part.includes(" ") || agencyNamed(part) !== undefined)
    : parts;
  return people.filter((part) => isName(part, parts.length === 1));
}

/** Agencies and "staff" stand as a byline alone, never beside a name. */
function isName(part: string, alone: boolean): boolean {
  if (part.length < 2 || part.length > 60 || /\d{2}|[<>{}=]/.test(part) || !/\p{L}{2}/u.test(part))
    return false;
  if (/^(?:in|at|on|from|for|to|über|aus|en|de|à)\s/i.test(part)) return false;
  const words = part.split(" ");
  if (words.length > 6) return false;
  if (agencyNamed(part) !== undefined) return true;
  return alone || !role.test(part);
}
