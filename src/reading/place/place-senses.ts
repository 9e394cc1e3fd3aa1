/**
 * Which place each name of a report means. All names are weighed together: each reading of a name by its size and
 * rank, by what qualifies it ("Paris, Texas"), and by the readings of the names beside it, twice over. The weights
 * are learned by tools/train-places.ts; one sense for a name in a report unless its qualifiers differ.
 */
import { type GazetteerPlace, placesNamed } from "../../language/en/gazetteer.ts";
import { type Entry, entryAt, tokensOf } from "../../language/en/lexicon.ts";
import learned from "../../language/en/place-weights.json" with { type: "json" };
import type { NameMention } from "../name/mention.ts";

/** One reading of a name. */
export interface Sense {
  readonly kind: GazetteerPlace["kind"] | "country" | "feature";
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly admin: string;
  readonly population: number;
  readonly place?: GazetteerPlace;
  readonly entry?: Entry;
  readonly alias: boolean;
  /** Found by the name without its generic word: "Fars" for "Fars Province". */
  readonly bare: boolean;
  /** Unit vector, for distances. */
  readonly at: readonly [number, number, number];
}

/** A name of the report with all its mentions of one sense. */
export interface PlaceName {
  readonly key: string;
  readonly mentions: readonly NameMention[];
  readonly senses: readonly Sense[];
  /** Names that qualify it ("Paris, Texas") or stand in a sentence of its first mentions, by their index. */
  readonly qualifiers: readonly number[];
  readonly sameSentence: readonly number[];
  /** Names that it is said to lie by: "Kingston, south of Brisbane". */
  readonly lyingBy: readonly number[];
}

export type Weights = Readonly<Record<string, number>>;
export const weights: Weights = learned;

/** What is known of the report beside its text. */
export interface Outlet {
  /** ISO 3166-1 code by the web address, as in "paper.example.ca". */
  readonly country?: string;
}

/** The likeliest sense of each name; undefined where the gazetteer has none. */
export function settled(names: readonly PlaceName[], evidence: Evidence, by: Weights = weights): Sense[] {
  const chances = weighed(names, evidence, by);
  return names.map(({ senses }, i) => senses[best(chances[i]!)]!);
}

/** How often countries are meant by adjectives, peoples and institutions, and the outlet's own. */
export interface Evidence {
  readonly countries: ReadonlyMap<string, number>;
  readonly outlet?: string;
}

/** Chances of each sense of each name, after `rounds` rounds of looking at one another. */
export function weighed(
  names: readonly PlaceName[],
  evidence: Evidence,
  by: Weights,
  rounds = 3,
): Float64Array[] {
  let chances = names.map((name) => softmax(name.senses.map((sense) => score(ownFeatures(name, sense), by))));
  for (let round = 1; round < rounds; round++) {
    const features = contextFeatures(names, chances, evidence);
    chances = names.map((name, i) =>
      softmax(
        name.senses.map((sense, s) => score(ownFeatures(name, sense), by) + score(features[i]![s]!, by)),
      ),
    );
  }
  return chances;
}

export type Features = Readonly<Record<string, number>>;

function score(features: Features, by: Weights): number {
  let sum = 0;
  for (const name in features) sum += features[name]! * (by[name] ?? 0);
  return sum;
}

function softmax(values: readonly number[]): Float64Array {
  const most = Math.max(...values);
  const result = Float64Array.from(values, (value) => Math.exp(value - most));
  const sum = result.reduce((all, one) => all + one, 0);
  for (let i = 0; i < result.length; i++) result[i]! /= sum;
  return result;
}

function best(chances: Float64Array): number {
  let at = 0;
  for (let i = 1; i < chances.length; i++) if (chances[i]! > chances[at]!) at = i;
  return at;
}

// What speaks for a sense by itself

export function ownFeatures(name: PlaceName, sense: Sense): Features {
  const size = Math.log10(sense.population + 10);
  let all = 0;
  for (const one of name.senses) all += one.population + 10;
  const wide = sense.kind === "region" || sense.kind === "county";
  return {
    [wide ? "regionPeople" : "people"]: sense.kind === "country" || sense.kind === "feature" ? 0 : size,
    [sense.kind]: 1,
    share: (sense.population + 10) / all,
    ...(sense.alias ? { alias: 1 } : {}),
    ...(sense.bare ? { bare: 1 } : {}),
  };
}

// What speaks for it by what stands around it

/** Names looked at around each, and senses of each: keeps a long report linear. */
const reach = 30;
const sensesSeen = 4;

export function contextFeatures(
  names: readonly PlaceName[],
  chances: readonly Float64Array[],
  evidence: Evidence,
): Features[][] {
  const tops = names.map((_, i) => likeliest(names[i]!, chances[i]!));
  const masses = massesOf(tops, evidence);
  // "Atlanta, Georgia" says which Georgia, too.
  const qualifies: number[][] = names.map(() => []);
  names.forEach(({ qualifiers }, j) => {
    for (const i of qualifiers) qualifies[i]!.push(j);
  });
  return names.map((name, i) => {
    const around: number[] = [];
    for (let j = Math.max(0, i - reach); j < Math.min(names.length, i + reach + 1); j++)
      if (j !== i && names[j]!.key !== name.key) around.push(j);
    return name.senses.map((sense) =>
      senseContext(name, i, sense, { tops, masses, around, qualifies: qualifies[i]!, evidence }),
    );
  });
}

interface Top {
  readonly sense: Sense;
  readonly chance: number;
}

function likeliest(name: PlaceName, chances: Float64Array): Top[] {
  const order = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]! || a - b).slice(0, sensesSeen);
  return order.map((s) => ({ sense: name.senses[s]!, chance: chances[s]! }));
}

/** Chances summed over all names, so that each name can look at the rest: all less its own. */
interface Masses {
  /** Names of countries and what else is certain of one. */
  readonly named: Map<string, number>;
  readonly implied: Map<string, number>;
  readonly regions: Map<string, number>;
  readonly inRegion: Map<string, number>;
  namedAll: number;
  impliedAll: number;
}

function massesOf(tops: readonly (readonly Top[])[], evidence: Evidence): Masses {
  const masses: Masses = {
    named: new Map(evidence.countries),
    implied: new Map(),
    regions: new Map(),
    inRegion: new Map(),
    namedAll: 0,
    impliedAll: 0,
  };
  for (const senses of tops) for (const { sense, chance } of senses) addMass(masses, sense, chance);
  for (const value of masses.named.values()) masses.namedAll += value;
  for (const value of masses.implied.values()) masses.impliedAll += value;
  return masses;
}

function addMass(masses: Masses, sense: Sense, chance: number): void {
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + chance);
  if (sense.country === "") return;
  add(sense.kind === "country" ? masses.named : masses.implied, sense.country);
  if (sense.admin === "") return;
  add(sense.kind === "region" ? masses.regions : masses.inRegion, `${sense.country}.${sense.admin}`);
}

interface Surroundings {
  readonly tops: readonly (readonly Top[])[];
  readonly masses: Masses;
  /** Names nearby. */
  readonly around: readonly number[];
  /** Names that this one qualifies. */
  readonly qualifies: readonly number[];
  readonly evidence: Evidence;
}

function senseContext(
  name: PlaceName,
  i: number,
  sense: Sense,
  { tops, masses, around, qualifies, evidence }: Surroundings,
): Features {
  const own = tops[i]!;
  const less = (test: (one: Sense) => boolean) => {
    let sum = 0;
    for (const top of own) if (test(top.sense)) sum += top.chance;
    return sum;
  };
  const found: Record<string, number> = {};
  const ownCountry = (one: Sense) => one.kind === "country" && one.country === sense.country;
  const named = Math.max(0, (masses.named.get(sense.country) ?? 0) - less(ownCountry));
  const namedAll = Math.max(0, masses.namedAll - less((one) => one.kind === "country"));
  if (named > 0) found.countryNamed = Math.sqrt(named / namedAll);
  if (named > 0) found.countryNamedOnce = 1;
  const implied = Math.max(
    0,
    (masses.implied.get(sense.country) ?? 0) -
      less((one) => one.kind !== "country" && one.country === sense.country),
  );
  const impliedAll = Math.max(
    0.5,
    masses.impliedAll - less((one) => one.kind !== "country" && one.country !== ""),
  );
  if (sense.country !== "" && implied > 0)
    found.countryImplied = Math.sqrt(Math.min(1, implied / impliedAll));
  if (sense.admin !== "") {
    const key = `${sense.country}.${sense.admin}`;
    const same = (kinds: (one: Sense) => boolean) => (one: Sense) =>
      kinds(one) && `${one.country}.${one.admin}` === key;
    if (sense.kind !== "region") {
      const regions = (masses.regions.get(key) ?? 0) - less(same((one) => one.kind === "region"));
      if (regions > 0) found.regionNamed = Math.min(1, regions);
    }
    const inRegion = (masses.inRegion.get(key) ?? 0) - less(same((one) => one.kind !== "region"));
    if (inRegion > 0) found.regionImplied = inRegion / (inRegion + 1);
  }
  if (evidence.outlet !== undefined && sense.country === evidence.outlet) found.outlet = 1;
  let near50 = 0;
  let near200 = 0;
  let near600 = 0;
  for (const j of around) {
    let [a, b, c] = [0, 0, 0];
    for (const { sense: other, chance } of tops[j]!) {
      if (isWide(other)) continue;
      const far = distance(sense, other);
      if (far < 50) a = Math.max(a, chance);
      if (far < 200) b = Math.max(b, chance);
      if (far < 600) c = Math.max(c, chance);
    }
    near50 += a;
    near200 += b;
    near600 += c;
  }
  if (!isWide(sense)) {
    found.near50 = near50 / (near50 + 1);
    found.near200 = near200 / (near200 + 1);
    found.near600 = near600 / (near600 + 2);
  }
  found.qualified = mostOver(name.qualifiers, tops, (other) => containment(other, sense));
  found.holds = mostOver(qualifies, tops, (other) => containment(sense, other));
  found.by = mostOver(name.lyingBy, tops, (other) =>
    Math.max(containment(other, sense), nearby(other, sense)),
  );
  found.sentence = mostOver(name.sameSentence, tops, (other) => containment(other, sense));
  found.sentenceNear = isWide(sense) ? 0 : mostOver(name.sameSentence, tops, (other) => nearby(other, sense));
  return found;
}

const nearby = (a: Sense, b: Sense) => (!isWide(a) && !isWide(b) && distance(a, b) < 120 ? 1 : 0);

const isWide = (sense: Sense) =>
  sense.kind === "country" || (sense.kind === "feature" && sense.country === "");

function mostOver(
  indices: readonly number[],
  tops: readonly (readonly Top[])[],
  value: (sense: Sense) => number,
): number {
  let most = 0;
  for (const j of indices)
    for (const { sense, chance } of tops[j]!) most = Math.max(most, chance * value(sense));
  return most;
}

/** Whether one place lies in another: 1 in a region or county, 0.7 in a country, 0.6 near a town that names it. */
function containment(outer: Sense, inner: Sense): number {
  if (outer.country !== inner.country || outer.country === "") return 0;
  if (outer.kind === "country") return inner.kind === "country" ? 0 : 0.7;
  if (inner.kind === "country") return 0;
  if (outer.kind === "feature") return distance(outer, inner) < 400 ? 0.7 : 0;
  if (outer.kind === "region") return inner.kind !== "region" && outer.admin === inner.admin ? 1 : 0;
  if (outer.kind === "county")
    return inner.kind !== "region" && inner.kind !== "county" && distance(outer, inner) < 70 ? 1 : 0;
  return inner.kind !== "region" && inner.kind !== "county" && distance(outer, inner) < 60 ? 0.6 : 0;
}

/** Kilometres on a sphere of 6371 km. */
export function distance(a: Sense, b: Sense): number {
  const dot = a.at[0] * b.at[0] + a.at[1] * b.at[1] + a.at[2] * b.at[2];
  return 6371 * Math.acos(Math.min(1, Math.max(-1, dot)));
}

// The senses of a name

const mostSenses = 40;

const generic =
  /^(?:the )?(?:(?:Province|State|City|Town|Village|Port|Municipality|District|Department|Governorate|County|Republic|Island|Isle) of )|(?:,? (?:Province|State|City|Region|District|Prefecture|Oblast|Governorate|Municipality|International Airport|Airport|Island|Islands|Township|Village|Borough|Territory|Department|Valley|Beach|River|Bay|Harbour|Harbor|Mountains?))$/;
const part =
  /^(?:(?:Greater|Upper|Lower|Inner|Outer|Downtown|Central|Mid|Old|Far|(?:North|South)?-?(?:[Ee]ast|[Ww]est)(?:ern)?|North(?:ern)?|South(?:ern)?)[ -])+/;

export function sensesOf(words: string, entry: Entry | undefined): Sense[] {
  if (entry?.kind === "abbreviation") {
    const region = placesNamed(entry.region).find(
      (one) => one.kind === "region" && one.country === entry.country,
    );
    return region === undefined ? [] : [gazetteerSense(region, false)];
  }
  const listed = entrySense(entry ?? entryOf(words));
  // A country or a sea keeps its name; only a region of the name vies with it, or a town that is qualified so.
  if (listed !== undefined) {
    const others = placesNamed(words)
      .filter((one) => !one.alias)
      .map((one) => gazetteerSense(one, false));
    return [listed, ...largest(others)];
  }
  const direct = placesNamed(words);
  if (direct.length > 0) return largest(direct.map((one) => gazetteerSense(one, false)));
  for (const cut of [generic, part]) {
    const bare = words.replace(cut, "");
    if (bare === words || bare === "") continue;
    const wide = entrySense(entryOf(bare));
    if (wide !== undefined) return [{ ...wide, bare: true }];
    const found = placesNamed(bare);
    if (found.length > 0) return largest(found.map((one) => gazetteerSense(one, true)));
  }
  return [];
}

/** What the dictionary has under just these words. */
function entryOf(words: string): Entry | undefined {
  const tokens = tokensOf(words);
  const hit = entryAt((i) => tokens[i] ?? "", 0);
  return hit?.length === tokens.length ? hit.entry : undefined;
}

function largest(senses: Sense[]): Sense[] {
  return senses
    .filter((one) => !senses.some((other) => isCityOf(other, one)))
    .sort((a, b) => b.population - a.population || (a.place?.id ?? "").localeCompare(b.place?.id ?? ""))
    .slice(0, mostSenses);
}

/** A city that is its region, or nearly: "Paris" and the département of that name are one place, told as the city. */
function isCityOf(city: Sense, region: Sense): boolean {
  if (region.kind !== "region" && region.kind !== "county") return false;
  if (city.kind === "region" || city.kind === "county" || city.country !== region.country) return false;
  return city.population * 3 > region.population && distance(city, region) < 40;
}

function entrySense(entry: Entry | undefined): Sense | undefined {
  if (entry?.kind === "country") {
    const { code, lat, lon } = entry.country;
    return {
      kind: "country",
      lat,
      lon,
      country: code,
      admin: "",
      population: 0,
      entry,
      alias: false,
      bare: false,
      at: unit(lat, lon),
    };
  }
  if (entry?.kind === "feature") {
    const { lat, lon, country = "" } = entry.feature;
    return {
      kind: "feature",
      lat,
      lon,
      country,
      admin: "",
      population: 0,
      entry,
      alias: false,
      bare: false,
      at: unit(lat, lon),
    };
  }
  return undefined;
}

function gazetteerSense(place: GazetteerPlace, bare: boolean): Sense {
  const { kind, lat, lon, country, admin, population, alias } = place;
  return { kind, lat, lon, country, admin, population, place, alias, bare, at: unit(lat, lon) };
}

function unit(lat: number, lon: number): [number, number, number] {
  const rad = Math.PI / 180;
  const [a, b] = [lat * rad, lon * rad];
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}
