/**
 * How far a place reaches, for drawing it as an area: where something "in Tanga" happened is known as well as that and
 * no better. Where nobody can say how far a name reaches (rivers, continents, oceans) no area is drawn at all.
 */
import type { Place } from "../../model/place.ts";
import regionSizes from "./region-sizes.json" with { type: "json" };

/** country: the country's outline, by its code. ellipse: half axes in kilometres, bearing of the first in degrees from north. */
export type Area =
  | { readonly shape: "country"; readonly code: string }
  | {
      readonly shape: "ellipse";
      readonly along: number;
      readonly across: number;
      readonly bearing: number;
      /** known: the place's own size. typical: what such places measure, as this one's is not known. */
      readonly size: "known" | "typical";
    };

/** What a town and its surroundings measure in news: "in Mombasa" is said of its suburbs too. */
const town = 10;
/** A point of the gazetteer is a building, a base, a camp. */
const site = 2;
const county = 30;
const anyRegion = 100;

/** Undefined where a place has no coordinates, or none that an area could be drawn around. */
export function areaOf({ id, name, country, lat, lon, precision }: Place): Area | undefined {
  if (precision === "unknown" || lat === undefined || lon === undefined) return undefined;
  if (precision === "country") {
    return country === undefined ? undefined : { shape: "country", code: country };
  }
  // A row of the table, or a feature that has none because it has no size that could be drawn.
  const own = id === undefined ? undefined : extents.get(id);
  if (own !== undefined) return { shape: "ellipse", ...own, size: "known" };
  switch (precision) {
    case "city":
      return circle(town);
    case "point":
      return id?.startsWith("river:") || id?.startsWith("sea:") ? undefined : circle(site);
    case "sea":
      return undefined;
    case "region":
      if (id?.startsWith("continent:") || id?.startsWith("region:")) return undefined;
      return circle(country === "US" && isCounty(name) ? county : sizeOf(country));
  }
}

function circle(radius: number): Area {
  return { shape: "ellipse", along: radius, across: radius, bearing: 0, size: "typical" };
}

function isCounty(name: string): boolean {
  return name.endsWith(" County") || name.endsWith(" Parish");
}

/** Radius of a circle as large as the country's first-order regions are on average. */
function sizeOf(country: string | undefined): number {
  const sizes: Readonly<Record<string, number>> = regionSizes;
  return country !== undefined && Object.hasOwn(sizes, country) ? sizes[country]! : anyRegion;
}

/**
 * Features of the gazetteer that have a size: id | half length | half width | bearing of the length.
 * Kilometres and degrees, rough as the features' middles are; they hold the feature and a little more.
 */
const table = `
region:central-america|900|250|120
region:balkans|500|400|135
region:baltics|320|220|0
region:scandinavia|1000|450|25
region:iberia|520|480|90
region:caucasus|500|250|105
region:levant|450|220|10
region:korean-peninsula|500|200|165
region:gulf-states|1200|900|140
region:andes|3500|400|0
region:himalayas|1200|200|115
region:alps|550|130|75
region:hindu-kush|450|150|55
region:darfur|420|350|0
region:kordofan|400|350|0
region:gaza-strip|23|8|40
region:west-bank|68|32|10
region:golan-heights|36|15|0
region:sinai|220|130|0
region:kashmir|300|220|120
region:crimea|170|100|95
region:donbas|160|140|0
region:transnistria|110|20|150
region:abkhazia|95|45|120
region:south-ossetia|45|35|0
region:nagorno-karabakh|75|50|0
region:chechnya|85|75|0
region:kurdistan|190|120|120
region:rojava|260|70|80
region:tibet|900|450|90
region:xinjiang|900|650|90
region:inner-mongolia|1200|350|65
region:manchuria|650|500|0
region:western-sahara|500|220|30
region:biafra|170|140|0
region:niger-delta|170|120|120
region:somaliland|420|140|85
region:puntland|330|200|40
region:tigray|170|120|90
region:katanga|450|380|0
region:kivu|330|160|0
region:aceh|200|90|135
region:sumatra|880|200|140
region:java|530|100|98
region:borneo|680|550|30
region:sulawesi|450|350|0
region:bali|75|50|90
region:luzon|420|170|160
region:central-luzon|120|90|0
region:mindanao|260|230|0
region:visayas|260|200|0
region:punjab|420|280|20
region:bengal|420|300|0
region:england|320|200|165
region:scotland|260|150|20
region:wales|120|85|0
region:northern-ireland|95|80|0
region:british-isles|620|450|160
region:midlands|110|80|0
region:east-anglia|85|70|0
region:yorkshire|90|75|0
region:sussex|65|30|80
region:channel-islands|45|35|0
region:catalonia|140|120|0
region:basque-country|90|50|90
region:andalusia|260|120|80
region:canary-islands|260|90|80
region:brittany|150|80|90
region:normandy|160|80|80
region:corsica|95|45|0
region:bavaria|190|160|0
region:saxony|120|80|90
region:rhineland|150|80|150
region:sicily|150|90|90
region:sardinia|135|75|0
region:tuscany|125|100|0
region:lombardy|120|100|0
region:crete|130|35|95
region:cyprus-north|110|40|70
region:anatolia|750|300|90
region:new-england|350|220|20
region:midwest|1000|600|90
region:east-coast|1000|250|40
region:west-coast|950|250|170
region:gulf-coast|900|150|90
region:appalachia|800|200|45
region:rocky-mountains|1500|350|155
region:silicon-valley|40|20|135
region:bay-area|100|60|150
region:southern-california|300|220|130
region:northern-california|320|220|150
region:long-island|95|20|75
region:manhattan|12|4|30
region:brooklyn|10|8|0
region:queens|12|10|0
region:bronx|8|7|0
region:staten-island|11|8|30
region:rio-grande-valley|90|45|110
region:us-mexico-border|1300|120|110
region:durand-line|950|120|40
region:38th-parallel|125|25|75
region:blue-line|45|15|70
region:line-of-control|280|60|120
region:darien-gap|90|60|0
region:golden-triangle|220|180|0
region:tri-border|60|60|0
region:baja-california|640|110|150
region:yucatan|270|220|0
region:sierra-madre|600|150|150
region:hispaniola|330|130|95
region:guajira|110|65|40
region:essequibo|350|200|0
region:falklands|130|80|80
region:galapagos|150|120|0
region:tasmania|190|170|0
region:north-island|420|220|150
region:south-island|430|160|35
region:hawaii|330|130|120
region:kuril-islands|620|90|40
region:spratly|420|300|40
region:paracel|120|100|0
region:senkaku|70|40|80
region:okinawa|90|40|40
region:hokkaido|260|200|90
region:honshu|680|150|50
region:kyushu|190|110|10
region:sakhalin|480|80|0
region:kamchatka|620|200|35
region:chagos|150|120|0
region:zanzibar|50|25|165
region:pemba|40|15|0
region:rhodesia|420|380|0
region:yugoslavia|470|250|135
region:czechoslovakia|390|140|100
region:maritimes|550|350|45
region:prairies|900|500|90
region:patagonia|1000|350|5
region:amazon|1600|900|90
sea:caribbean|1300|650|95
sea:mediterranean|1950|450|100
sea:black-sea|590|260|90
sea:red-sea|1100|150|150
sea:baltic-sea|750|200|25
sea:north-sea|520|320|160
sea:irish-sea|170|110|0
sea:celtic-sea|300|240|40
sea:norwegian-sea|750|550|30
sea:barents-sea|750|600|90
sea:adriatic|430|110|140
sea:aegean|330|200|165
sea:ionian|330|220|0
sea:tyrrhenian|330|230|135
sea:caspian|620|190|170
sea:azov|180|110|60
sea:marmara|140|45|80
sea:arabian-sea|1200|1000|0
sea:bay-of-bengal|900|750|20
sea:andaman|620|300|10
sea:south-china-sea|1300|600|35
sea:east-china-sea|620|400|40
sea:yellow-sea|480|300|0
sea:sea-of-japan|850|400|40
sea:okhotsk|850|600|30
sea:bering-sea|1000|800|90
sea:philippine-sea|1500|1100|0
sea:coral-sea|1200|800|150
sea:tasman-sea|1100|900|0
sea:java-sea|750|230|90
sea:sargasso|1500|600|90
sea:gulf-of-mexico|850|600|90
sea:gulf-of-california|600|85|145
sea:gulf-of-honduras|110|80|0
sea:gulf-of-venezuela|110|90|0
sea:gulf-of-paria|85|45|90
sea:gulf-of-panama|120|110|0
sea:gulf-of-fonseca|45|30|60
sea:gulf-of-tehuantepec|220|110|90
sea:gulf-of-darien|90|55|30
sea:gulf-of-guinea|850|500|90
sea:gulf-of-aden|480|130|75
sea:gulf-of-oman|290|150|120
sea:persian-gulf|520|160|130
sea:gulf-of-aqaba|95|15|20
sea:gulf-of-suez|165|30|150
sea:gulf-of-sidra|260|130|90
sea:gulf-of-finland|215|45|80
sea:gulf-of-bothnia|370|110|25
sea:gulf-of-thailand|420|230|145
sea:gulf-of-tonkin|280|150|20
sea:gulf-of-alaska|800|450|90
sea:gulf-of-st-lawrence|300|220|40
sea:hudson-bay|650|450|165
sea:bay-of-biscay|350|270|130
sea:bay-of-campeche|250|150|90
sea:chesapeake-bay|160|40|170
sea:san-francisco-bay|48|15|145
sea:guantanamo-bay|10|7|20
sea:english-channel|290|95|70
sea:strait-of-hormuz|90|50|60
sea:bab-el-mandeb|55|25|150
sea:strait-of-gibraltar|38|15|90
sea:bosphorus|18|4|25
sea:dardanelles|33|6|50
sea:strait-of-malacca|450|110|135
sea:taiwan-strait|200|100|35
sea:bering-strait|60|50|0
sea:kerch-strait|28|9|10
sea:yucatan-channel|110|90|0
sea:windward-passage|60|45|30
sea:mona-passage|65|50|0
sea:straits-of-florida|260|70|70
sea:strait-of-magellan|240|60|130
sea:sunda-strait|75|40|40
sea:torres-strait|95|80|0
sea:mozambique-channel|800|300|20
sea:pemba-channel|50|22|10
sea:zanzibar-channel|60|20|160
sea:panama-canal|42|6|140
sea:suez-canal|85|6|175
sea:lake-victoria|180|135|0
sea:lake-chad|70|50|150
sea:lake-maracaibo|95|60|0
sea:lake-michigan|250|75|10
sea:lake-superior|290|110|80
sea:lake-huron|200|110|150
sea:lake-erie|200|50|70
sea:lake-ontario|160|45|80
sea:lake-baikal|330|45|35
landmark:heathrow|4|3|90
landmark:gatwick|3|2|80
landmark:mount-everest|5|5|0
landmark:chernobyl|15|15|0
landmark:fukushima|3|3|0
landmark:diego-garcia|13|9|0
landmark:roosevelt-roads|6|4|90
landmark:green-zone|3|2|90
`;

interface Extent {
  readonly along: number;
  readonly across: number;
  readonly bearing: number;
}

const extents: ReadonlyMap<string, Extent> = new Map(
  table
    .trim()
    .split("\n")
    .map((row): [string, Extent] => {
      const [id, along, across, bearing] = row.split("|");
      return [id!, { along: Number(along), across: Number(across), bearing: Number(bearing) }];
    }),
);

/** Ids in the table, for the test that holds them against the gazetteer. */
export const sizedFeatures: readonly string[] = [...extents.keys()];
