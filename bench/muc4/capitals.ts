/** Wire copy in capitals written as it would be otherwise, letter for letter: words that news writes small, and names. */
import { readFileSync } from "node:fs";

const small = new Set(readFileSync(new URL("words.txt", import.meta.url), "utf8").split("\n"));
const particles = new Set(["de", "del", "la", "las", "los", "el", "y", "da", "do", "dos", "von", "van"]);
const months = "jan feb mar apr jun jul aug sep oct nov dec mr mrs ms dr col gen lt maj capt sgt msgr st";
const abbreviations = new Set(months.split(" "));
/** Words of names that are also common words, where they stand beside a name. */
const bodies = new Set(
  "national liberation front army movement revolutionary party popular people's armed forces democratic union federation association committee council police guard command battalion brigade cartel alliance congress supreme court ministry university church department province street avenue neighborhood airport bank radio board commission workers".split(
    " ",
  ),
);

/** Same length, offset for offset; editor's square brackets become round ones. */
export function uncapitalised(text: string): string {
  const acronyms = acronymsOf(text);
  const titles = expansionsOf(text, acronyms);
  let out = "";
  let at = 0;
  let starts = true;
  let afterName = false;
  for (const match of text.matchAll(/[A-Z][A-Z'’-]*[A-Z]|[A-Z]/g)) {
    const gap = text.slice(at, match.index);
    out += gap;
    if (/[.!?:\n]|--/.test(gap) && !initial.test(text.slice(Math.max(0, match.index - 8), match.index)))
      starts = true;
    const word = match[0];
    const end = match.index + word.length;
    const inTitle = titles.some((one) => match.index >= one.start && end <= one.end);
    const written: string =
      inTitle && word.length > 3 ? capital(word) : writtenAs(text, word, end, acronyms, afterName);
    const named: boolean = written !== written.toLowerCase();
    out += starts && !named ? capital(word) : written;
    afterName = named || (afterName && particles.has(word.toLowerCase()));
    starts = false;
    at = end;
  }
  out += text.slice(at);
  return out.replaceAll("[", "(").replaceAll("]", ")").replaceAll(" -- ", " —  ");
}

function writtenAs(
  text: string,
  word: string,
  end: number,
  acronyms: ReadonlySet<string>,
  afterName: boolean,
): string {
  const lower = word.toLowerCase();
  const bare = lower.replace(/['’]s$|['’]$/, "");
  if (acronyms.has(word.replace(/['’]S$|['’]$/, ""))) return word.replace(/['’]S$/, "'s");
  if (/^[a-z]$/.test(lower)) return lower === "a" && text[end] !== "." ? "a" : word;
  if (abbreviations.has(lower)) return capital(word);
  if (/^(?:may|march)$/.test(lower) && /^ \d{4}|^ ?[,)]? ?\d/.test(text.slice(end, end + 6)))
    return capital(word);
  if (particles.has(lower)) {
    const next = /^\s+([A-Z][A-Z'-]+)/.exec(text.slice(end, end + 30))?.[1];
    if (next === undefined || isSmall(next.toLowerCase())) return lower;
    return afterName ? lower : capital(word);
  }
  if (afterName && bodies.has(bare)) return capital(word);
  if (lower.includes("-")) {
    const parts = lower.split("-");
    return parts.every((part) => isSmall(part))
      ? lower
      : parts.map((part) => (isSmall(part) ? part : capital(part))).join("-");
  }
  return isSmall(bare) ? lower : capital(word);
}

/** "GEN. ", "J. ": the full stop of an abbreviation. */
const initial = /(?:^|[^A-Z])(?:[A-Z]|MR|MRS|DR|GEN|COL|LT|MAJ|CAPT|SGT|MSGR|ST|NO)\.\s*$/;

/** Letters and apostrophes only, the first one large. */
function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** A common word, not a name. */
export function isSmall(word: string): boolean {
  if (small.has(word)) return true;
  for (const [ending, ...instead] of endings) {
    if (!word.endsWith(ending!)) continue;
    const stem = word.slice(0, -ending!.length);
    if (stem.length > 2 && instead.some((one) => small.has(stem + one))) return true;
  }
  const prefix = /^(?:anti|counter|narco|ex|non|re|un|inter|sub|over|under|para)-?(?=[a-z]{4})/.exec(word);
  return prefix !== null && small.has(word.slice(prefix[0].length));
}

const endings = [
  ["s", ""],
  ["es", ""],
  ["ies", "y"],
  ["ied", "y"],
  ["ed", "", "e"],
  ["ing", "", "e"],
  ["ly", ""],
  ["d", ""],
  ["er", "", "e"],
  ["ers", "", "e"],
  ["ion", "", "e"],
  ["ions", "", "e"],
  ["ment", ""],
  ["ization", "ize"],
  ["izing", "ize"],
  ["ness", ""],
  ["men", "man"],
];

/** "[FMLN]", "(ELN)", and words without a vowel. */
function acronymsOf(text: string): Set<string> {
  const found = new Set<string>(["US", "USA", "UN"]);
  for (const match of text.matchAll(/[[(]([A-Z][A-Z-]{1,8})[\])]/g))
    if (!small.has(match[1]!.toLowerCase()) && match[1] !== "TEXT") found.add(match[1]!);
  for (const match of text.matchAll(/\b[B-DF-HJ-NP-TVWXZ]{2,6}\b/g))
    if (!abbreviations.has(match[0].toLowerCase())) found.add(match[0]);
  return found;
}

/** "FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]": words whose initials the acronym after them has, or before them. */
function expansionsOf(text: string, acronyms: ReadonlySet<string>): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[[(]([A-Z]{2,8})[\])]/g)) {
    if (!acronyms.has(match[1]!)) continue;
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    const words = [...before.matchAll(/[A-Z][A-Z'-]*/g)].slice(-match[1]!.length - 2);
    const initials = new Set(match[1]!);
    let first = words.length;
    while (
      first > 0 &&
      (initials.has(words[first - 1]![0][0]!) || /^(OF|AND|THE|FOR)$/.test(words[first - 1]![0]))
    )
      first--;
    while (first < words.length && /^(OF|AND|THE|FOR)$/.test(words[first]![0])) first++;
    if (words.length - first >= 2) {
      const start = match.index - before.length + words[first]!.index;
      found.push({ start, end: match.index });
    }
  }
  for (const match of text.matchAll(/\b[A-Z]{2,8} \[([A-Z][A-Z' -]{6,70})\]/g))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}
