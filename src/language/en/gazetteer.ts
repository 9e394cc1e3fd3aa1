/**
 * The gazetteer of towns and regions: models/places.bin, loaded on first use and looked up by name.
 *
 * Layout, little-endian: u32 length of a JSON head (counts, country codes, "country.admin" codes), u32 zero,
 * the head padded to 4 bytes, then columns: f32 latitude, f32 longitude, u32 GeoNames id (0: none) of each
 * place; u32 hash, u32 place × 2 + alias of each key, ordered by hash; u16 admin of each place; u16 check of
 * each key; u8 population (25 × log10) and u8 kind of each place. Names are kept as hashes only (32 bits and
 * 16 to check): a place is called as the report calls it. Made by tools/compile-places.ts.
 */
import { existsSync, readFileSync } from "node:fs";

export const gazetteerKinds = ["capital", "seat", "town", "section", "region", "county"] as const;
export type GazetteerKind = (typeof gazetteerKinds)[number];

export interface GazetteerPlace {
  /** "geonames:3530597"; absent where the source gives none. */
  readonly id?: string;
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  /** First-order code as GeoNames has it ("TX", "25"). */
  readonly admin: string;
  readonly population: number;
  readonly kind: GazetteerKind;
  /** Found by an alternate name. */
  readonly alias: boolean;
}

interface Columns {
  readonly countries: readonly string[];
  readonly admins: readonly string[];
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly id: Uint32Array;
  readonly hash: Uint32Array;
  readonly place: Uint32Array;
  readonly admin: Uint16Array;
  readonly check: Uint16Array;
  readonly people: Uint8Array;
  readonly kind: Uint8Array;
}

let loaded: Columns | undefined;
const known = new Map<string, readonly GazetteerPlace[]>();
/** Lookups remembered: names repeat within and across reports. */
const mostKnown = 50_000;

/** All towns, regions and counties of that name, in no order. */
export function placesNamed(name: string): readonly GazetteerPlace[] {
  let found = known.get(name);
  if (found === undefined) {
    loaded ??= load();
    found = lookUp(loaded, nameKey(name));
    if (known.size >= mostKnown) known.clear();
    known.set(name, found);
  }
  return found;
}

/** Lower case without marks, full stops and apostrophes; "Saint" and "Sainte" as "st", "Mount" as "mt", hyphens as spaces. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f.'’ʻ`]/g, "")
    .replace(/[-–\s]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(/^(saint|sainte) /, "st ")
    .replace(/^mount /, "mt ")
    .replace(/^fort /, "ft ");
}

/** FNV-1a over UTF-16 units. */
export function hashOf(key: string): number {
  return fnv(key, 0x811c9dc5);
}

/** A second, shorter hash to tell colliding keys apart. */
export function checkOf(key: string): number {
  return fnv(key, 0x2545f491) >>> 16;
}

function fnv(key: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function lookUp(columns: Columns, key: string): GazetteerPlace[] {
  const hash = hashOf(key);
  const check = checkOf(key);
  let low = 0;
  let high = columns.hash.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns.hash[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  const found: GazetteerPlace[] = [];
  for (; columns.hash[low] === hash; low++) {
    if (columns.check[low] === check) found.push(placeAt(columns, columns.place[low]!));
  }
  return found;
}

function placeAt(columns: Columns, entry: number): GazetteerPlace {
  const i = entry >> 1;
  const [country, admin] = columns.admins[columns.admin[i]!]!.split(".") as [string, string];
  const id = columns.id[i]!;
  return {
    ...(id === 0 ? {} : { id: `geonames:${id}` }),
    lat: rounded(columns.lat[i]!),
    lon: rounded(columns.lon[i]!),
    country,
    admin,
    population: Math.round(10 ** (columns.people[i]! / 25) - 1),
    kind: gazetteerKinds[columns.kind[i]!]!,
    alias: (entry & 1) === 1,
  };
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function load(): Columns {
  // Beside the source tree in a clone; beside dist/ in the published package.
  const near = ["../../../models/places.bin", "../../../../models/places.bin"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (near === undefined)
    throw new Error("models/places.bin is missing: reinstall, or run tools/compile-places.ts");
  const bytes = readFileSync(near);
  // A copy of its own, so that the columns are aligned.
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const headLength = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(bytes.toString("utf8", 8, 8 + headLength));
  let at = 8 + headLength;
  const take = <T>(
    make: (buffer: ArrayBuffer, offset: number, length: number) => T,
    length: number,
    width: number,
  ): T => {
    const column = make(buffer, at, length);
    at += length * width;
    return column;
  };
  const f32 = (b: ArrayBuffer, o: number, n: number) => new Float32Array(b, o, n);
  const u32 = (b: ArrayBuffer, o: number, n: number) => new Uint32Array(b, o, n);
  const u16 = (b: ArrayBuffer, o: number, n: number) => new Uint16Array(b, o, n);
  const u8 = (b: ArrayBuffer, o: number, n: number) => new Uint8Array(b, o, n);
  return {
    countries: head.countries,
    admins: head.admins,
    lat: take(f32, head.places, 4),
    lon: take(f32, head.places, 4),
    id: take(u32, head.places, 4),
    hash: take(u32, head.keys, 4),
    place: take(u32, head.keys, 4),
    admin: take(u16, head.places, 2),
    check: take(u16, head.keys, 2),
    people: take(u8, head.places, 1),
    kind: take(u8, head.places, 1),
  };
}
