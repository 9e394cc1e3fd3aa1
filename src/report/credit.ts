/** Whom a text credits: the wire agency in its dateline, its last line or its byline. */
import { agencies, agencyEndings } from "./lexicon/agencies.ts";

const forms = new Map<string, string>();
for (const [name, ...others] of agencies) for (const form of [name, ...others]) forms.set(form, name);
const lowerForms = new Map([...forms].map(([form, name]) => [form.toLowerCase(), name]));

/** The agency's full name for a form of it; short forms only in their own case ("AP", not "ap"); "Reuters in Lima" too. */
export function agencyNamed(name: string): string | undefined {
  const trimmed = name
    .trim()
    .replace(/^(?:from |via |source: )/i, "")
    .replace(/ in \p{Lu}[\p{L} .'’-]{1,30}$/u, "")
    .replace(/[.,;]$/, "");
  return forms.get(trimmed) ?? (trimmed.length > 4 ? lowerForms.get(trimmed.toLowerCase()) : undefined);
}

/** "SAN LUCAS, March 3 (Meridian Press) — The navy…", or "… said on Tuesday. (Meridian Press)". */
export function datelineCredit(text: string): string | undefined {
  return atStart(text) ?? afterLastSentence(text);
}

function afterLastSentence(text: string): string | undefined {
  const named =
    /[.!?]["”’]?\s\(([\p{Lu}][\p{L}\p{M}\d.&/-]{1,24}(?: [\p{Lu}][\p{L}\p{M}\d.&/-]{0,24}){0,3})\)$/u.exec(
      text.slice(-120),
    )?.[1];
  return named === undefined ? undefined : fullName(named);
}

function atStart(text: string): string | undefined {
  const found =
    /^([\p{Lu}][\p{L}\p{M}.,'’\d\s/-]{1,60}?)\s?\(([\p{Lu}][\p{L}\p{M}\d.&/ -]{1,50})\)\.?\s{0,2}(?:[—–-]{1,2}|:)\s/u.exec(
      text.slice(0, 160),
    );
  if (found === null || !isPlace(found[1]!)) return undefined;
  return agencyNamed(found[2]!) ?? found[2]!.trim();
}

/** A dateline begins with a town in capitals, or has one before a comma ("Mexico City, March 3"). */
function isPlace(head: string): boolean {
  const town = head.split(",")[0]!.trim();
  return town.split(/\s+/).length <= 4 && (town === town.toUpperCase() || head.split(/\s+/).length <= 6);
}

/** A last line that only names where the text comes from: "— Meridian Press", "Source: AFP", "(AP)", "With Reuters". */
export function closingCredit(text: string): string | undefined {
  const line = text.trim();
  if (line.length > 90) return undefined;
  const named = /^(?:[—–]\s?|--?\s?)(?:by )?([\p{Lu}][\p{L}\p{M}\d.&/' ’-]{1,50})\.?$/u.exec(line)?.[1];
  if (named !== undefined && (agencyNamed(named) !== undefined || agencyEndings.test(named)))
    return fullName(named);
  const source =
    /^\(?(?:sources?|quelle|fuente|fonte|credit|agency|agencies|via|originally published by|first published by)\s?:\s?([\p{L}\d][\p{L}\p{M}\d.&/' ’-]{1,60}?)\)?\.?$/iu.exec(
      line,
    )?.[1];
  if (source !== undefined) return fullName(source);
  const bare = /^[([]?([\p{L}][\p{L}\p{M}\d.&/ -]{1,40}?)[)\]]?\.?$/u.exec(line)?.[1];
  if (bare !== undefined && agencyNamed(bare) !== undefined) return fullName(bare);
  const copyright =
    /^(?:copyright|©|\(c\))[\s©(c)]*(?:\d{4}(?:-\d{4})?)?,?\s?(?:by )?((?:the )?[\p{Lu}][\p{L}\p{M}\d&' -]{1,50}?)(?:\.|,|$)/iu.exec(
      line,
    )?.[1];
  if (copyright !== undefined && agencyNamed(copyright) !== undefined) return fullName(copyright);
  return undefined;
}

function fullName(name: string): string {
  return agencyNamed(name) ?? name.trim();
}
