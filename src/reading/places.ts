/**
 * Places of a report: its toponyms resolved to coordinates by the gazetteer, by what qualifies them ("Paris, Texas"),
 * by the countries and places around them and by population. One sense for a name in a report.
 */
import { cueClasses } from "../language/en/cues.ts";
import { type GazetteerPlace, placesNamed } from "../language/en/gazetteer.ts";
import { capitals, countryOf, type Entry } from "../language/en/lexicon.ts";
import { governmentMetonyms, notMetonyms } from "../language/en/nations.ts";
import type { Place, PlaceMention, Precision } from "../model/place.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { NameMention } from "./names.ts";
import { is, kid, parent, treeOf } from "./tree.ts";

export interface Toponym extends PlaceMention {
  readonly name: NameMention;
  /** Says where something is or goes, rather than who acts. */
  readonly locative: boolean;
}

/** All toponyms, also those that stand for an actor or modify one. */
export function toponymsOf(sentences: readonly Sentence[], names: readonly NameMention[]): Toponym[] {
  const mentions = names.filter((name) => isToponym(sentences, name));
  const evidence = evidenceOf(names, mentions);
  // One sense for a name: the qualified mention decides for all.
  const sense = new Map<string, Place>();
  const anchors: Place[] = [];
  for (const round of [0, 1]) {
    for (const name of mentions) {
      const key = name.words;
      if (round === 1 && sense.has(key) && qualifierOf(names, name) === undefined) continue;
      const qualifier = qualifierOf(names, name);
      if (round === 0 && name.entry === undefined && qualifier === undefined && !isPlain(name)) continue;
      const place = resolve(name, qualifier, evidence, anchors);
      if (place === undefined) continue;
      if (!sense.has(key) || qualifier !== undefined) sense.set(key, place);
      if (place.lat !== undefined) {
        anchors.push(place);
        if (place.country !== undefined && name.entry === undefined)
          evidence.countries.set(place.country, (evidence.countries.get(place.country) ?? 0) + 0.5);
      }
    }
  }
  return mentions.map((name) => ({
    start: name.start,
    end: name.end,
    name,
    place: sense.get(name.words) ?? { name: name.words, precision: "unknown" },
    locative: isLocative(sentences[name.sentence]!, name),
  }));
}

/** Places where something is said to be, happen or go. */
export function placesOf(toponyms: readonly Toponym[]): PlaceMention[] {
  return toponyms.filter((one) => one.locative).map(({ start, end, place }) => ({ start, end, place }));
}

interface Evidence {
  /** How often each country is meant, by name or demonym. */
  readonly countries: Map<string, number>;
  readonly regions: Set<string>;
}

function evidenceOf(names: readonly NameMention[], mentions: readonly NameMention[]): Evidence {
  const countries = new Map<string, number>();
  const count = (code: string, by: number) => countries.set(code, (countries.get(code) ?? 0) + by);
  for (const { entry } of names) {
    if (entry?.kind === "country") count(entry.country.code, 1);
    else if (entry?.kind === "demonym" || entry?.kind === "people") count(entry.country.code, 0.5);
    else if (entry?.kind === "abbreviation") count(entry.country, 1);
    else if (entry?.kind === "feature" && entry.feature.country !== undefined)
      count(entry.feature.country, 1);
    else if (entry?.kind === "institution" && entry.institution.country !== undefined)
      count(entry.institution.country, 0.3);
  }
  const regions = new Set<string>();
  for (const name of mentions) {
    if (name.entry?.kind === "abbreviation")
      regions.add(`${name.entry.country}.${regionNamed(name.entry)?.admin}`);
    for (const one of placesNamed(name.words)) {
      if (one.kind !== "region" || one.alias) continue;
      const size = countries.get(one.country) ?? 0;
      if (size > 0 || one.country === "US") regions.add(`${one.country}.${one.admin}`);
    }
  }
  return { countries, regions };
}

/** Names that can only be a place of note: no common word, much the largest of their name. */
function isPlain(name: NameMention): boolean {
  const named = placesNamed(name.words);
  return named.some((one) => one.kind === "region" || one.population > 200_000);
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

// Resolving

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
  // "California, Pennsylvania and Texas" is a list: a region qualifies no region.
  if (rankOf(next) > rankOf(name)) return next;
  const [outer, inner] = [regionOf(next), regionOf(name)];
  return outer !== undefined && inner !== undefined && outer.country !== inner.country ? next : undefined;
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

function regionNamed(entry: Extract<Entry, { kind: "abbreviation" }>): GazetteerPlace | undefined {
  return placesNamed(entry.region).find((one) => one.kind === "region" && one.country === entry.country);
}

function resolve(
  name: NameMention,
  qualifier: NameMention | undefined,
  evidence: Evidence,
  anchors: readonly Place[],
): Place | undefined {
  const entry = name.entry;
  if (entry?.kind === "country") {
    const { code, name: words, lat, lon } = entry.country;
    return { name: words, country: code, lat, lon, precision: "country", id: `country:${code}` };
  }
  if (entry?.kind === "feature") {
    const { id, name: words, lat, lon, precision, country } = entry.feature;
    return { name: words, lat, lon, precision, id, ...(country === undefined ? {} : { country }) };
  }
  if (entry?.kind === "abbreviation") {
    const region = regionNamed(entry);
    return region === undefined ? undefined : placeOf(entry.region, region);
  }
  const candidates = candidatesOf(name.words);
  if (candidates.length === 0) return undefined;
  const within = qualifier === undefined ? undefined : qualifies(qualifier);
  let best: GazetteerPlace | undefined;
  let most = -Infinity;
  for (const candidate of candidates) {
    const value =
      prior(candidate) +
      support(candidate, evidence) +
      nearness(candidate, anchors) +
      (within?.(candidate) ?? 0);
    if (value > most) {
      most = value;
      best = candidate;
    }
  }
  return best === undefined ? undefined : placeOf(name.words, best);
}

const generic =
  /^(?:the )?(?:(?:Province|State|City|Town|Village|Port|Municipality|District|Department|Governorate|County|Republic|Island|Isle) of )|(?:,? (?:Province|State|City|Region|District|Prefecture|Oblast|Governorate|Municipality|International Airport|Airport|Island|Islands|Township|Village|Borough|Territory|Department|Valley|Beach|River|Bay|Harbour|Harbor|Mountains?))$/;

function candidatesOf(words: string): readonly GazetteerPlace[] {
  const direct = placesNamed(words);
  if (direct.length > 0) return direct;
  const bare = words.replace(generic, "");
  return bare === words || bare === "" ? [] : placesNamed(bare);
}

/** How likely a place is meant before anything is known of the report, in decades of population. */
function prior(place: GazetteerPlace): number {
  const size =
    place.kind === "region" ? 5.2 : place.kind === "county" ? 4.2 : Math.log10(place.population + 10);
  const rank =
    place.kind === "capital" ? 1.2 : place.kind === "seat" ? 0.4 : place.kind === "section" ? -0.6 : 0;
  return size + rank - (place.alias ? 1.2 : 0);
}

function support(place: GazetteerPlace, { countries, regions }: Evidence): number {
  let all = 0;
  for (const count of countries.values()) all += count;
  const share = all === 0 ? 0 : (countries.get(place.country) ?? 0) / all;
  const region = place.kind !== "region" && regions.has(`${place.country}.${place.admin}`) ? 1 : 0;
  return 2.5 * Math.sqrt(share) + region;
}

/** Close to places that are settled already. */
function nearness(place: GazetteerPlace, anchors: readonly Place[]): number {
  let least = Infinity;
  for (const anchor of anchors.slice(-30)) {
    if (anchor.precision === "country" || anchor.precision === "sea" || anchor.lat === undefined) continue;
    least = Math.min(least, kilometres(place.lat, place.lon, anchor.lat, anchor.lon!));
  }
  return least < 100 ? 1.2 : least < 300 ? 0.8 : least < 800 ? 0.3 : 0;
}

/** Whether a candidate lies in what qualifies it. */
function qualifies(qualifier: NameMention): (place: GazetteerPlace) => number {
  const entry = qualifier.entry;
  if (entry?.kind === "country") return (place) => (place.country === entry.country.code ? 8 : 0);
  if (entry?.kind === "feature" && entry.feature.country !== undefined)
    return (place) => (place.country === entry.feature.country ? 5 : 0);
  const regions =
    entry?.kind === "abbreviation"
      ? [regionNamed(entry)].filter((one) => one !== undefined)
      : placesNamed(qualifier.words);
  return (place) => {
    if (
      regions.some(
        (one) =>
          one.kind === "region" &&
          one.country === place.country &&
          one.admin === place.admin &&
          place.kind !== "region",
      )
    )
      return 8;
    return regions.some(
      (one) => one.country === place.country && kilometres(one.lat, one.lon, place.lat, place.lon) < 150,
    )
      ? 4
      : 0;
  };
}

function placeOf(words: string, place: GazetteerPlace): Place {
  const precision: Precision = place.kind === "region" || place.kind === "county" ? "region" : "city";
  return {
    name: words,
    ...(countryOf(place.country) === undefined ? {} : { country: place.country }),
    lat: place.lat,
    lon: place.lon,
    precision,
    ...(place.id === undefined ? {} : { id: place.id }),
  };
}

/** Great-circle distance on a sphere of 6371 km. */
function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(a)));
}
