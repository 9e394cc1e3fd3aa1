/** Who wrote it: names out of what pages print as a byline. */
import { agencyNamed } from "./credit.ts";
import { bylineLabels, bylineOpenings, editorLabels } from "./lexicon/byline-labels.ts";

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join("|");
const opening = new RegExp(
  `^(?:(?:${alternatives(bylineOpenings)})(?:\\s*[:：]\\s*|\\s+)|(?:${alternatives([...bylineLabels, ...editorLabels])})\\s*[:：]\\s*)`,
  "i",
);
const between =
  /\s*(?:,|;|\||•|·|\n|、|，|；|\/(?=\s)|\s(?:and|und|y|e|et|en|och|og|with|con|mit|avec|dan|və|ve|и|&)\s)\s*/i;
/** "Ana Ruiz/Ben Okoro": two full names. "srf/hosb" is one abbreviation. */
const betweenFullNames = /(?<=\p{L}\s\p{L}[\p{L}.'’-]{0,40})\/(?=\p{L}[\p{L}.'’-]{0,40}\s\p{L})/u;
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

/** The names behind a label that says that names follow ("By …", "Text: …"); undefined for a line without. */
export function labelledByline(
  line: string,
): { names: string; isEditor: boolean; hasColon: boolean } | undefined {
  const text = line.replace(/^[\s(（[]+|[\s)）\]]+$/g, "");
  const label = opening.exec(text)?.[0];
  if (label === undefined || text.length > 200) return undefined;
  const names = text.slice(label.length);
  const first = /\p{L}/u.exec(names)?.[0];
  if (first === undefined || first !== first.toUpperCase()) return undefined;
  return {
    names,
    hasColon: /[:：]\s*$/.test(label),
    isEditor: editorLabels.includes(label.toLowerCase().replace(/[\s:：]+$/, "")),
  };
}

/**
 * A line of nothing but names as people write them: two to four capitalised words each, particles between.
 * What a page sets off right before or after its text is a byline when it has this shape.
 */
export function isNameLine(line: string): boolean {
  if (line.length > 100 || /[.!?:…]["”’)]?$|\d/.test(line)) return false;
  const parts = line.split(between).flatMap((part) => part.split(betweenFullNames));
  return parts.every((part) => {
    const words = part.trim().split(/\s+/);
    const names = words.filter((word) => !particle.test(word));
    return (
      words.length <= 5 &&
      names.length >= 2 &&
      names.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)) &&
      !role.test(part)
    );
  });
}

const particle =
  /^(?:de|del|della|da|di|do|dos|du|la|le|van|von|der|den|ter|ten|zu|al|el|bin|ibn|ben|y|e|af|av)$/;

function splitNames(value: string): string[] {
  const line = value
    .slice(0, 400)
    .replace(/\s+/g, " ")
    .trim()
    .replace(opening, "")
    .replace(/\s*[([][^)\]]{0,80}[)\]]/g, "")
    .replace(/\S+@\S+\.\S+/g, "")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/(?<=\S\s)@\w+/g, "")
    // "Ana Ruiz. Lagoon International": a full stop behind a whole word ends a name; behind an initial it does not.
    .replace(/(?<=\p{Ll}{3})\.\s+/gu, ", ");
  const parts = line
    .split(between)
    .flatMap((part) => part.split(betweenFullNames))
    .map((part) =>
      part
        .replace(opening, "")
        .replace(/^[\s@\-–—:.]+|[\s\-–—:,]+$/g, "")
        .trim(),
    )
    .map(withoutRole)
    .filter((part) => part !== "");
  // "Ana Ruiz, in World, Politics": what follows a place or a section is no name.
  const end = parts.findIndex((part) => placed.test(part));
  const kept = end < 0 ? parts : parts.slice(0, end);
  // "Ana Ruiz, Lima" names a place after a full name; "Ruiz, Peña" two people.
  const isFull = kept[0]?.includes(" ") === true;
  const people = isFull ? kept.filter((part) => part.includes(" ") || agencyNamed(part) !== undefined) : kept;
  return people.filter((part) => isName(part, parts.length === 1));
}

/** "Ana Ruiz News reporter": what follows a full name and ends in a role. */
function withoutRole(part: string): string {
  const words = part.split(" ");
  if (words.length < 4 || !roleNoun.test(words.at(-1)!)) return part;
  let end = words.length - 1;
  while (end > 2 && roleAdjective.test(words[end - 1]!)) end--;
  return words.slice(0, end).join(" ");
}

const roleNoun =
  /^(?:correspondent|editor|reporter|writer|columnist|contributor|journalist|producer|photographer|critic|analyst)$/i;
const roleAdjective =
  /^(?:news|sports?|political|politics|senior|junior|chief|staff|health|science|business|economics|technology|foreign|diplomatic|royal|crime|education|environment|entertainment|features|digital|local|data|multimedia|video|guest|assistant|deputy|managing|executive|associate|contributing|national|international|world|europe|asia|africa)$/i;

const placed = /^(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Ff]or|[Tt]o|über|aus|en|de|à)\s/;

/** Agencies and "staff" stand as a byline alone, never beside a name. */
function isName(part: string, alone: boolean): boolean {
  if (
    part.length < 2 ||
    part.length > 60 ||
    /\d{2}|(?<!\p{L})\d|[<>{}=]/u.test(part) ||
    !/\p{L}{2}/u.test(part)
  )
    return false;
  const words = part.split(" ");
  if (words.length > 6 || accounts.has(part.toLowerCase())) return false;
  if (agencyNamed(part) !== undefined) return true;
  return alone || !role.test(part);
}

/** Accounts that publishing systems come with: nobody's name. */
const accounts: ReadonlySet<string> = new Set([
  "admin",
  "administrator",
  "webmaster",
  "root",
  "user",
  "guest",
  "wpadmin",
]);
