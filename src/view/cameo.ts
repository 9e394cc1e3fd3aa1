/** CAMEO (Schrodt 2012), the older code book: what its users look for. */
import type { PloverType } from "../model/finding.ts";

/** Its root codes by PLOVER type. */
export const cameoRoots: Readonly<Record<PloverType, string>> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  CONCEDE: "08",
  RETREAT: "08",
  REQUEST: "10",
  ACCUSE: "11",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
  ASSAULT: "18",
};
