/** Month names and their usual short forms, lower case, without points, in the languages of the press that Sitrep meets most. */
const rows = `
january jan jän enero ene janvier janv januar jan janeiro gennaio genn gen januari jänner styczeń stycznia
february feb febrero fevereiro fev février févr fevr fév februar febbraio febr februari feber luty lutego
march mar marzo março mars märz mrz marts maart mrt mär mac marca marzec
april apr abril abr avril avr aprile kwiecień kwietnia
may mayo maio mai maggio magg mag mei maj maja
june jun junio junho juin juni giugno giu czerwiec czerwca
july jul julio julho juillet juil juli luglio lug lipiec lipca
august aug agosto ago août aout agosto sierpień sierpnia augusti augustus
september sep sept septiembre setiembre setembro set septembre settembre sett wrzesień wrzesnia września
october oct octubre outubro out octobre oktober okt ottobre ott październik października
november nov noviembre novembro novembre listopad listopada
december dec diciembre dic dezembro dez décembre décem déc dicembre dezember grudzień grudnia desember des
`;

export const months: ReadonlyMap<string, number> = new Map(
  rows
    .trim()
    .split("\n")
    .flatMap((row, i) => row.split(" ").map((name) => [name, i + 1] as const)),
);

/** Zone abbreviations with one usual meaning in English-language press, in minutes from UTC. "et" and its like follow the summer time of the day. */
export const zones: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  bst: 60,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  jst: 540,
  kst: 540,
  sgt: 480,
  hkt: 480,
  pht: 480,
  sast: 120,
  eat: 180,
  wat: 60,
};

/** Standard-time offsets of zones named without it ("ET"); an hour less than what holds in United States summer time. */
export const americanZones: Readonly<Record<string, number>> = { et: -300, ct: -360, mt: -420, pt: -480 };
