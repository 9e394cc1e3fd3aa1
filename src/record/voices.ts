/** Who stands behind a report: an agency, or a publisher with the family that it shares its stories with. */
import type { Report } from "../model/report.ts";
import { agencies } from "./lexicon/agencies.ts";
import { publisherFamilies } from "./lexicon/publisher-families.ts";
import { nameKey } from "./words.ts";

const names = new Map<string, string>();
for (const [first, ...others] of agencies) {
  for (const name of [first!, ...others]) names.set(nameKey(name), nameKey(first!));
}

const families = new Map<string, string>();
for (const [owner, titles] of publisherFamilies) {
  for (const title of titles) families.set(nameKey(title), owner);
}

/** One key per outlet or agency, however its name is written ("AP", "The Associated Press"). */
export function outletKey(name: string): string {
  const key = nameKey(name).replace(/^www /u, "");
  return names.get(key) ?? key;
}

/** The owner of a publisher whose titles share stories, if known. */
export function familyOf(name: string): string | undefined {
  return families.get(outletKey(name));
}

/** Outlets whose agreement is one voice: the same outlet, or titles of one family. */
export function voiceKey(name: string): string {
  return familyOf(name) ?? outletKey(name);
}

/** The agency that a report credits; a publisher's credit to itself is none. */
export function creditOf(report: Report): string | undefined {
  if (report.credit === undefined) return undefined;
  const credit = outletKey(report.credit);
  if (credit === "") return undefined;
  return report.publisher !== undefined && outletKey(report.publisher) === credit ? undefined : credit;
}

/** Who wrote it as far as the page says: the agency credited, else the publisher. */
export function authorKey(report: Report): string | undefined {
  const named = report.credit ?? report.publisher;
  return named === undefined ? undefined : outletKey(named);
}
