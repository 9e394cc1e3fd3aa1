/** Who stands behind a report: an agency, or a publisher with the family that it shares its stories with. */
import type { Report } from "../../model/report.ts";
import { agencies } from "../lexicon/agencies.ts";
import { publisherFamilies } from "../lexicon/publisher-families.ts";
import { nameKey } from "../tellings/words.ts";

const names = new Map<string, string>();
for (const [first, ...others] of agencies) {
  for (const name of [first!, ...others]) names.set(nameKey(name), nameKey(first!));
}

const families = new Map<string, string>();
for (const [owner, titles] of publisherFamilies) {
  for (const title of titles) families.set(nameKey(title), owner);
}

/** What a name may go without: "Lodestar" and "Lodestar News Agency" are one. */
const endings = [" news agency", " press agency", " agency", " newswire", " news service", " news"];

/** One key per outlet or agency, however its name is written ("AP", "The Associated Press"). */
export function outletKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = outletKeyOf(name);
  if (keys.size < mostKeys) keys.set(name, key);
  return key;
}

/** Names met, of which there are few and each often. */
const keys = new Map<string, string>();
const mostKeys = 20_000;

function outletKeyOf(name: string): string {
  const key = nameKey(name).replace(/^www /u, "");
  const known = names.get(key);
  if (known !== undefined) return known;
  const ending = endings.find((one) => key.endsWith(one) && key.length > one.length);
  const short = ending === undefined ? key : key.slice(0, -ending.length);
  return names.get(short) ?? short;
}

/** The owner of a publisher whose titles share stories, if known. */
export function familyOf(name: string): string | undefined {
  return families.get(outletKey(name));
}

/** Outlets whose agreement is one voice: the same outlet, or titles of one family. */
export function voiceKey(name: string): string {
  return familyOf(name) ?? outletKey(name);
}

/** An agency that a report may credit: surely, or where the archive holds reports of the outlet with that key. */
export interface Credit {
  /** As printed. */
  readonly name: string;
  readonly outlet?: string;
}

/**
 * Of the agencies that a report may credit the first that is one is credited: its credit line's, else that of a byline
 * that is no person but an agency or one of the outlets of the archive. A publisher's credit to itself is none.
 */
export function creditsOf({ publisher, credit, bylines }: Report): Credit[] {
  const own = publisher === undefined ? "" : outletKey(publisher);
  const isOther = (name: string) => outletKey(name) !== "" && outletKey(name) !== own;
  if (credit !== undefined) return isOther(credit) ? [{ name: credit }] : [];
  return bylines
    .filter(isOther)
    .map((name) => (isAgency(name) ? { name } : { name, outlet: outletKey(name) }));
}

function isAgency(name: string): boolean {
  const key = nameKey(name);
  return names.has(key) || endings.some((ending) => key.endsWith(ending));
}
