/** What is MUC-4's own: its countries, set fills and the words behind them. */

/** The nine countries of interest by ISO code, and those that foreign nations come from. */
export const interest: Readonly<Record<string, string>> = {
  SV: "EL SALVADOR",
  GT: "GUATEMALA",
  HN: "HONDURAS",
  AR: "ARGENTINA",
  BO: "BOLIVIA",
  CL: "CHILE",
  CO: "COLOMBIA",
  EC: "ECUADOR",
  PE: "PERU",
};

export const nations: Readonly<Record<string, string>> = {
  ...interest,
  US: "UNITED STATES",
  RU: "USSR",
  SU: "USSR",
  GB: "UNITED KINGDOM",
  DE: "WEST GERMANY",
  CN: "PEOPLES REP OF CHINA",
  TW: "REPUBLIC OF CHINA",
  KR: "REPUBLIC OF KOREA",
  ES: "SPAIN",
  FR: "FRANCE",
  IT: "ITALY",
  BR: "BRAZIL",
  MX: "MEXICO",
  NI: "NICARAGUA",
  PA: "PANAMA",
  VE: "VENEZUELA",
  CR: "COSTA RICA",
  CU: "CUBA",
  CA: "CANADA",
  JP: "JAPAN",
  NL: "NETHERLANDS",
  NO: "NORWAY",
  SE: "SWEDEN",
  CH: "SWITZERLAND",
  IL: "ISRAEL",
  UY: "URUGUAY",
  PY: "PARAGUAY",
  VA: "VATICAN CITY",
  BE: "BELGIUM",
  AU: "AUSTRALIA",
  EG: "EGYPT",
  PL: "POLAND",
  DO: "DOMINICAN REPUBLIC",
  HT: "HAITI",
  JM: "JAMAICA",
};

export const incidentTypes = [
  "ATTACK",
  "BOMBING",
  "KIDNAPPING",
  "ARSON",
  "ROBBERY",
  "HIJACKING",
  "FORCED WORK STOPPAGE",
] as const;

/** Names of places that a dateline or a text gives without a country. */
export const cityCountries: Readonly<Record<string, string>> = {
  "SAN SALVADOR": "EL SALVADOR",
  BOGOTA: "COLOMBIA",
  MEDELLIN: "COLOMBIA",
  LIMA: "PERU",
  "GUATEMALA CITY": "GUATEMALA",
  TEGUCIGALPA: "HONDURAS",
  "BUENOS AIRES": "ARGENTINA",
  "LA PAZ": "BOLIVIA",
  SANTIAGO: "CHILE",
  QUITO: "ECUADOR",
};
