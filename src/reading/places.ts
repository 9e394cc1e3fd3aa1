/**
 * Places of a report: which names are toponyms, which of them say where something is, and what qualifies them
 * ("Paris, Texas"). Which place each means is settled in place-senses.ts.
 */
import { cueClasses } from "../language/en/cues.ts";
import { type GazetteerPlace, placesNamed } from "../language/en/gazetteer.ts";
import { capitals, countryOf } from "../language/en/lexicon.ts";
import { governmentMetonyms, notMetonyms } from "../language/en/nations.ts";
import type { Place, PlaceMention, Precision } from "../model/place.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { NameMention } from "./name/mention.ts";
import { afterDateline } from "./place/dateline.ts";
import { type Evidence, type PlaceName, type Sense, sensesOf, settled } from "./place/place-senses.ts";
import { is, kid, parent, treeOf } from "./tree.ts";

export interface Toponym extends PlaceMention {
  readonly name: NameMention;
  /** Says where something is or goes, rather than who acts. */
  readonly locative: boolean;
}

/** All toponyms, also those that stand for an actor or modify one. `url` is the report's own address. */
export function toponymsOf(
  sentences: readonly Sentence[],
  names: readonly NameMention[],
  url?: string,
): Toponym[] {
  const mentions = toponymMentions(sentences, names);
  const found = placeNamesOf(sentences, names, mentions);
  const senses = settled(found.names, evidenceOf(names, url));
  const datelines = sentences.map(({ tokens }) => afterDateline(tokens));
  return mentions.map((name) => {
    const sense = senses[found.at.get(name) ?? -1];
    return {
      start: name.start,
      end: name.end,
      name,
      place: sense === undefined ? { name: name.words, precision: "unknown" } : placeOf(name.words, sense),
      locative: isLocative(sentences[name.sentence]!, name),
      ...(name.last < datelines[name.sentence]! ? { dateline: true } : {}),
    };
  });
}

/** Names that are toponyms. */
export function toponymMentions(
  sentences: readonly Sentence[],
  names: readonly NameMention[],
): NameMention[] {
  return names.filter((name) => isToponym(sentences, name));
}

/** Places where something is said to be, happen or go. */
export function placesOf(toponyms: readonly Toponym[]): PlaceMention[] {
  return toponyms
    .filter((one) => one.locative)
    .map(({ start, end, place, dateline }) => ({
      start,
      end,
      place,
      ...(dateline === true ? { dateline } : {}),
    }));
}

/** Adjectives, peoples and institutions of countries, and where the outlet's address says it is. */
export function evidenceOf(names: readonly NameMention[], url?: string): Evidence {
  const countries = new Map<string, number>();
  const count = (code: string, by: number) => countries.set(code, (countries.get(code) ?? 0) + by);
  for (const { entry } of names) {
    if (entry?.kind === "demonym" || entry?.kind === "people") count(entry.country.code, 0.5);
    else if (entry?.kind === "institution" && entry.institution.country !== undefined)
      count(entry.institution.country, 0.3);
  }
  const outlet = url === undefined ? undefined : countryOfAddress(url);
  return { countries, ...(outlet === undefined ? {} : { outlet }) };
}

/** The country of a web address's last label: "CA" for "https://paper.example.ca/a". */
function countryOfAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const last = new URL(url).hostname.split(".").at(-1)!.toUpperCase();
  const code = last === "UK" ? "GB" : last;
  // Domains that are sold to all the world.
  return ["CO", "TV", "IO", "ME", "AI", "FM", "LY", "CC", "WS", "TO", "GG"].includes(code) ||
    countryOf(code) === undefined
    ? undefined
    : code;
}

function isToponym(sentences: readonly Sentence[], name: NameMention): boolean {
  const kind = name.entry?.kind;
  if (kind === "country" || kind === "feature" || kind === "abbreviation") return true;
  if (kind !== undefined || name.guess !== "place") {
    return name.guess === "organisation" && kind === undefined && isLandmark(name.words);
  }
  return !isMetonym(sentences[name.sentence]!, name);
}

/** "Heathrow Airport", "Metcalfe County", "Sonora State": names of organisations' form that are places. */
function isLandmark(words: string): boolean {
  return /\b(?:County|Parish|Province|Airport|Prefecture|Oblast|District|Island|Islands|River|Valley|Bay|Peninsula|Mountains?|Desert|Beach|Lake|Harbor|Harbour)$/.test(
    words,
  );
}

/** "Moscow said": a capital that speaks, or is spoken with, stands for its government. */
function isMetonym(sentence: Sentence, name: NameMention): boolean {
  if (!(capitals.has(name.words) || name.words in governmentMetonyms) || notMetonyms.includes(name.words))
    return false;
  const tree = treeOf(sentence);
  const token = headOf(sentence, name);
  const above = parent(tree, token);
  return (
    is(token, "nsubj") &&
    above !== undefined &&
    (cueClasses(above.lemma).length > 0 || above.upos === "VERB") &&
    kid(tree, token, "case") === undefined
  );
}

/** The token of a name that hangs on something outside of it. */
export function headOf(sentence: Sentence, name: NameMention): Token {
  for (let i = name.first; i <= name.last; i++) {
    const token = sentence.tokens[i]!;
    if (token.head < name.first || token.head > name.last) return token;
  }
  return sentence.tokens[name.last]!;
}

const placePrepositions = new Set([
  "in",
  "at",
  "near",
  "from",
  "to",
  "off",
  "into",
  "across",
  "inside",
  "outside",
  "over",
  "around",
  "through",
  "throughout",
  "toward",
  "towards",
  "along",
  "within",
  "between",
  "on",
  "onto",
  "via",
  "beyond",
  "under",
  "above",
  "amid",
  "of",
  "against",
]);
const placeNouns = new Set([
  "border",
  "coast",
  "coastline",
  "water",
  "waters",
  "airspace",
  "territory",
  "soil",
  "frontier",
  "capital",
  "city",
  "town",
  "province",
  "state",
  "region",
  "island",
  "port",
  "airport",
  "ocean",
  "sea",
  "side",
  "suburb",
  "area",
  "shore",
  "street",
  "base",
  "countryside",
  "land",
  "mainland",
  "village",
  "hamlet",
  "county",
  "district",
  "community",
  "municipality",
  "township",
  "neighborhood",
  "neighbourhood",
  "outskirt",
  "north",
  "south",
  "east",
  "west",
]);

function isLocative(sentence: Sentence, name: NameMention): boolean {
  const tree = treeOf(sentence);
  const token = headOf(sentence, name);
  const above = parent(tree, token);
  const before =
    sentence.tokens[
      name.first - (sentence.tokens[name.first - 1]?.form.toLowerCase() === "the" ? 2 : 1)
    ]?.form.toLowerCase() ?? "";
  const preposition =
    kid(tree, token, "case")?.form.toLowerCase() ?? (placePrepositions.has(before) ? before : "");
  if (is(token, "nmod:poss", "compound", "amod"))
    return above !== undefined && placeNouns.has(above.lemma.toLowerCase());
  if (is(token, "nsubj", "obl:agent")) return false;
  if (is(token, "appos", "conj", "flat", "list", "dep", "root", "parataxis", "nmod:unmarked", "obl:unmarked"))
    return preposition === "" || placePrepositions.has(preposition);
  if (preposition === "of" || preposition === "against")
    return preposition === "of" && above !== undefined && placeNouns.has(above.lemma.toLowerCase());
  if (is(token, "obj"))
    return (
      above !== undefined &&
      /^(?:enter|leave|reach|cross|visit|hit|strike|bomb|shell|invade|attack|flee|exit|capture|seize|besiege|occupy|surround)$/.test(
        above.lemma,
      )
    );
  return placePrepositions.has(preposition) && !(preposition === "to" && above?.lemma === "ambassador");
}

// Names and what qualifies them

/** The names to settle, in order of their first mention, and which of them each mention is. */
export function placeNamesOf(
  sentences: readonly Sentence[],
  names: readonly NameMention[],
  mentions: readonly NameMention[],
): { names: PlaceName[]; at: ReadonlyMap<NameMention, number> } {
  const toponyms = new Set(mentions);
  const keyOf = keysOf(names, mentions);
  const groups = new Map<string, NameMention[]>();
  for (const name of names) {
    const key = toponyms.has(name) ? keyOf(name) : seatKey(name);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  const at = new Map<NameMention, number>();
  const list = [...groups].flatMap(([key, group]) => {
    const first = group.find((one) => toponyms.has(one));
    const senses =
      first === undefined ? sensesOf(key.slice(5), undefined) : sensesOf(first.words, first.entry);
    return senses.length === 0 ? [] : [{ key, group, senses }];
  });
  list.forEach(({ group }, i) => {
    for (const one of group) if (toponyms.has(one)) at.set(one, i);
  });
  const bySentence = new Map<number, number[]>();
  for (const [name, i] of at) {
    const here = bySentence.get(name.sentence) ?? [];
    if (!here.includes(i) && here.length < 12) here.push(i);
    bySentence.set(name.sentence, here);
  }
  return {
    at,
    names: list.map(({ key, group, senses }, i) => {
      const here = group.filter((one) => toponyms.has(one)).slice(0, 4);
      const qualifiers = here.flatMap((one) => at.get(qualifierOf(names, one) ?? one) ?? []);
      const by = here.flatMap((one) => at.get(bearing(sentences, names, one) ?? one) ?? []);
      const beside = here.flatMap((one) => bySentence.get(one.sentence) ?? []);
      return {
        key,
        mentions: group,
        senses,
        qualifiers: [...new Set(qualifiers)].filter((j) => j !== i),
        sameSentence: [...new Set(beside)].filter((j) => j !== i),
        lyingBy: [...new Set(by)].filter((j) => j !== i),
      };
    }),
  };
}

/** Mentions of the same words are one name, unless two of them are qualified apart ("Paris, Texas", "Paris, France"). */
function keysOf(
  names: readonly NameMention[],
  mentions: readonly NameMention[],
): (name: NameMention) => string {
  const qualified = new Map<string, Set<string>>();
  const qualifier = new Map<NameMention, string>();
  for (const name of mentions) {
    const by = qualifierOf(names, name);
    if (by === undefined) continue;
    const key = name.words.toLowerCase();
    const all = qualified.get(key) ?? new Set();
    qualified.set(key, all.add(by.words));
    qualifier.set(name, by.words);
  }
  return (name) => {
    const key = name.words.toLowerCase();
    const all = qualified.get(key);
    if (all === undefined || all.size < 2) return key;
    const [first] = all;
    const own = qualifier.get(name) ?? first;
    return own === first ? key : `${key}|${own}`;
  };
}

/** "Enfield Council" speaks for Enfield: the place that an organisation's name begins with. */
function seatKey(name: NameMention): string | undefined {
  if (name.guess !== "organisation" || name.entry !== undefined) return undefined;
  const words = name.words.split(/\s+/);
  for (let n = Math.min(3, words.length - 1); n > 0; n--) {
    const seat = words.slice(0, n).join(" ");
    if (placesNamed(seat).some((one) => !one.alias && (one.population > 5000 || one.kind === "county")))
      return `seat:${seat}`;
  }
  return undefined;
}

/** The name that qualifies another: right after it and a comma ("Paris, Texas"), or after "in" ("Paris in Texas"). */
function qualifierOf(names: readonly NameMention[], name: NameMention): NameMention | undefined {
  const next = nextName(names, name);
  if (
    next === undefined ||
    next.sentence !== name.sentence ||
    next.first !== name.last + 2 ||
    next.start - name.end > 2
  )
    return undefined;
  if (next.guess !== "place") return undefined;
  if (name.entry?.kind === "country" && rankOf(next) === 2 && !isListed(names, next)) return next;
  // "California, Pennsylvania and Texas" is a list: a region qualifies no region.
  if (rankOf(next) > rankOf(name)) return next;
  const [outer, inner] = [regionOf(next), regionOf(name)];
  return outer !== undefined && inner !== undefined && outer.country !== inner.country ? next : undefined;
}

const bearings =
  /^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|northern|southern|eastern|western|near|outside|suburb|town|village|part|in|inside|off)$/i;

/** The name that another is said to lie by: "Kingston, south of Brisbane", "Foley, a village near Hull". */
function bearing(
  sentences: readonly Sentence[],
  names: readonly NameMention[],
  name: NameMention,
): NameMention | undefined {
  const next = nextName(names, name);
  if (next === undefined || next.sentence !== name.sentence || next.guess !== "place") return undefined;
  if (next.first - name.last > 9) return undefined;
  const between = sentences[name.sentence]!.tokens.slice(name.last + 1, next.first);
  return between.every((one) => one.upos !== "VERB") && between.some((one) => bearings.test(one.form))
    ? next
    : undefined;
}

/** "Georgia, Texas and Ohio": one more name right after it. */
function isListed(names: readonly NameMention[], name: NameMention): boolean {
  const next = nextName(names, name);
  return next !== undefined && next.sentence === name.sentence && next.first - name.last <= 3;
}

/** The largest region of that name. */
function regionOf(name: NameMention): GazetteerPlace | undefined {
  if (name.entry !== undefined) return undefined;
  const regions = placesNamed(name.words).filter((one) => one.kind === "region");
  return regions.length === 0 ? undefined : regions.reduce((a, b) => (b.population > a.population ? b : a));
}

/** Town, region, country: what may qualify what. */
function rankOf(name: NameMention): number {
  const kind = name.entry?.kind;
  if (kind === "country") return 3;
  if (kind === "abbreviation") return 2;
  if (kind === "feature") return 2;
  let town = 0;
  let region = 0;
  for (const one of placesNamed(name.words)) {
    if (one.kind === "region") region = Math.max(region, one.population);
    else if (!one.alias) town = Math.max(town, one.population);
  }
  return region > 1.5 * town ? 2 : 1;
}

function nextName(names: readonly NameMention[], name: NameMention): NameMention | undefined {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.start <= name.start) low = middle + 1;
    else high = middle;
  }
  return names[low];
}

function placeOf(words: string, sense: Sense): Place {
  const { entry, place } = sense;
  if (entry?.kind === "country") {
    const { code, name, lat, lon } = entry.country;
    return { name, country: code, lat, lon, precision: "country", id: `country:${code}` };
  }
  if (entry?.kind === "feature") {
    const { id, name, lat, lon, precision, country } = entry.feature;
    return { name, lat, lon, precision, id, ...(country === undefined ? {} : { country }) };
  }
  const precision: Precision = sense.kind === "region" || sense.kind === "county" ? "region" : "city";
  return {
    name: words,
    ...(countryOf(sense.country) === undefined ? {} : { country: sense.country }),
    lat: sense.lat,
    lon: sense.lon,
    precision,
    ...(place?.id === undefined ? {} : { id: place.id }),
  };
}
