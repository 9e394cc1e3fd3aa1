/** Runs of words that may be a name together. */
import { genderOfName } from "../../language/en/actors.ts";
import { holidays, months, movingHolidays, weekdays } from "../../language/en/time-words.ts";
import type { NameType, Sentence, Token } from "../../model/sentence.ts";

export const joiners = new Set([
  "of",
  "de",
  "la",
  "del",
  "den",
  "der",
  "van",
  "von",
  "bin",
  "al",
  "el",
  "ibn",
  "da",
  "dos",
  "das",
  "du",
  "le",
  "y",
  "e",
  "es",
]);

export const isCapital = (token: Token) => /^\p{Lu}/u.test(token.form);

/** Length of the run of name words that begins at a token. */
export function runAt(sentence: Sentence, i: number, engine: readonly (NameType | undefined)[]): number {
  const { tokens } = sentence;
  let n = 0;
  let proper = false;
  while (i + n < tokens.length) {
    const token = tokens[i + n]!;
    const next = tokens[i + n + 1];
    // "Theresa May": a month's name is a surname after a given name.
    if (
      isNameWord(token, engine[i + n]) ||
      (n > 0 && token.form === "May" && genderOfName(tokens[i + n - 1]!.form) !== undefined)
    ) {
      proper ||= token.upos === "PROPN" || engine[i + n] !== undefined;
      n++;
      continue;
    }
    const joined = n > 0 && next !== undefined && isNameWord(next, engine[i + n + 1]);
    if (
      joined &&
      joiners.has(token.form) &&
      (token.form !== "of" ||
        /^(?:University|Department|Ministry|Bank|Bureau|Office|House|Court|Council|Institute|Board|Church|Army|Republic|Gulf|Bay|Strait|Isle|Port|Cape|Commonwealth|College|School|Museum|Party|Center|Centre|Federation|Association|Organization|Union|League|Chamber|Secretary|Democratic|Kingdom|State|City|Town|Province|District|County|Islands?)$/.test(
          tokens[i + n - 1]!.form,
        ))
    ) {
      n++;
      continue;
    }
    if (joined && /^[-–&]$/.test(token.form) && token.start === tokens[i + n - 1]!.end) {
      n++;
      continue;
    }
    const linked = n > 0 ? linkedAt(tokens, i + n) : 0;
    if (linked > 0) {
      n += linked;
      continue;
    }
    // "Lee Cheuk-yan": a given name goes on small after its hyphen.
    if (n > 1 && isHyphened(tokens, i + n, engine)) {
      n += 2;
      continue;
    }
    if (joined && token.form === "." && /^\p{Lu}$/u.test(tokens[i + n - 1]!.form)) {
      n++;
      continue;
    }
    break;
  }
  return proper ? n : 0;
}

/** Tokens of "-au-Prince" after "Port", of "-upon-Avon" after "Stratford"; 0 where there is no such link. */
function linkedAt(tokens: readonly Token[], at: number): number {
  const [hyphen, word, second, last] = tokens.slice(at, at + 4);
  if (hyphen?.form !== "-" || second?.form !== "-" || last === undefined || !isCapital(last)) return 0;
  if (
    !/^(?:au|aux|en|sur|sous|de|du|des|la|le|les|del|upon|on|under|by|in|the|of|sul|am|an|ob)$/.test(
      word!.form,
    )
  )
    return 0;
  const glued = [0, 1, 2, 3].every((k) => tokens[at + k]!.start === tokens[at + k - 1]!.end);
  return glued ? 4 : 0;
}

function isHyphened(
  tokens: readonly Token[],
  at: number,
  engine: readonly (NameType | undefined)[],
): boolean {
  const [before, hyphen, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (hyphen.form !== "-" || after === undefined) return false;
  if (hyphen.start !== before.end || after.start !== hyphen.end || !/^\p{Ll}{2,}$/u.test(after.form))
    return false;
  return engine[at - 1] === "PER" && (engine[at + 1] === "PER" || after.upos === "PROPN");
}

function isNameWord(token: Token, type: NameType | undefined): boolean {
  if (!/^\p{Lu}/u.test(token.form) || /^(?:I|A|The)$/.test(token.form)) return false;
  const lower = token.form.toLowerCase();
  if (lower in weekdays || lower in months || lower in holidays || lower in movingHolidays) return false;
  if (token.upos === "PROPN") return true;
  if (
    type !== undefined &&
    (token.upos === "NOUN" || token.upos === "ADJ" || token.upos === "X") &&
    token.i > 0
  )
    return true;
  return (
    token.i > 0 &&
    (token.upos === "NOUN" || token.upos === "ADJ") &&
    token.form.length > 1 &&
    !/^(?:Mr|Mrs)$/.test(token.form)
  );
}
