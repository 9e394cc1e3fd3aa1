/** Words by which counts are kept, run on and given by somebody. Data only. */
import { table } from "./table.ts";

/** Verbs of whoever keeps a count: their subject is who counted, their object what was counted. */
export const countingVerbs =
  "record report document log count register tally confirm verify list detect catalogue catalog";

/** Nouns that name a count, with whose it is ("by the union's count"). */
export const countNouns = "count tally estimate reckoning figure data number";

/** Nouns under which a running count stands ("the toll rose to …", "the number of …"). */
export const tallyNouns =
  "toll number count tally total figure deaths fatalities casualties injuries infections cases";

/** Verbs, as printed, of a count that moves or stands. */
export const movingForms =
  "rose rises risen rise climbed climbs climb jumped jumps grew grows grown increased increases soared soars reached reaches stood stands fell falls dropped drops passed passes surged surges doubled tripled halved declined declines decreased decreases plunged plummeted slid sank shrank dipped is was are were has";

/** Verbs of an amount that moves to another or stands at it. */
export const movingVerbs =
  "rise climb jump grow increase soar reach stand fall drop pass surge decline decrease plunge plummet slide sink shrink dip slump total hit exceed top amount average";

/** Verbs, as printed, of who moves a count or gives it. */
export const givingForms =
  "bring brings bringing brought take takes taking took put puts putting push pushes pushing pushed raise raises raising raised lower lowers lowering lowered revise revises revising revised give gives giving gave given estimate estimates estimated lift lifts lifting lifted";

/** Words before a count that another has replaced ("an earlier toll of 12"). */
export const formerWords = "earlier previous initial original former prior preliminary";

/** Verbs by which a proposal is voted on ("carried by 204 delegates"). */
export const votingVerbs = "carry pass approve adopt reject defeat vote endorse ratify back elect";

/** Verbs after which seats and votes are counted. */
export const winningVerbs = "win take hold lose secure gain get receive poll garner control";

/** Nouns for many together ("a convoy of 38 trucks"). */
export const wholeNouns =
  "convoy fleet flotilla column crew garrison contingent delegation team squad crowd caravan formation workforce membership group force unit";

/** Verbs by which a share is put forward ("offered 4.1 per cent", "demanded 31"). */
export const biddingVerbs = "offer demand propose seek request reject accept want claim";

/** Verbs by which a rate is put at a share, or reaches one ("put turnout at 70 per cent"). */
export const shareVerbs = "put stand estimate reach give set hit remain top exceed";

/** Nouns of votes and of what is won by them. */
export const electedNouns = "delegate superdelegate seat vote ballot elector mandate constituency";

/** Verbs of who has or wins them. */
export const electedVerbs =
  "have hold win earn gain collect secure take receive garner amass poll net lose pick control";

/** Nouns of what is voted on, and of who votes. */
export const votedNouns =
  "bill measure law motion resolution amendment budget plan proposal act legislation treaty ordinance rule decree reform deal agreement nomination pact house senate parliament council congress assembly committee board court lawmaker legislator member mp deputy senator cabinet commission chamber bundestag knesset duma";

/** Verbs, by lemma, of a vote that carries and of one that fails. */
export const carryingVerbs = "pass approve adopt ratify back endorse clear confirm agree carry vote";
export const failingVerbs = "reject defeat fail block kill quash veto";

/** Where people live, from which they can be driven. */
export const homeNouns =
  "home house village town city land neighbourhood neighborhood area district country region camp apartment flat farm settlement building province island territory";

/** Verbs of what drives people out, and of going, as what they are driven to. */
export const drivingVerbs = "force drive push compel oblige chase order prompt cause tell ask";
export const fleeingVerbs = "flee leave abandon quit evacuate escape vacate";

/** What states keep in a place ("has 2,500 troops in the east"). */
export const forceUnits =
  "troop troops soldier peacekeeper marine policeman officer adviser advisor monitor observer trainer warship ship vessel aircraft jet fighter tank missile warhead bomber drone battalion brigade base paratrooper commando personnel";
/** Whom an office or a firm has working for it. */
export const staffNouns =
  "detective officer teacher nurse doctor surgeon midwife judge prosecutor inspector ranger firefighter paramedic employee worker staffer guard clerk engineer pilot agent investigator lawyer interpreter";
export const keepingVerbs = "have keep maintain station base";

/** Nouns of what is done, with what a count of it says was done ("the exchange of 40 prisoners"). */
export const doneNouns: Readonly<Record<string, string>> = table({
  evacuation: "evacuated",
  exchange: "exchanged",
  swap: "exchanged",
  handover: "handed over",
  transfer: "transferred",
  delivery: "delivered",
  shipment: "shipped",
  purchase: "bought",
  acquisition: "bought",
  sale: "sold",
  demolition: "demolished",
  expulsion: "expelled",
  removal: "removed",
  recall: "recalled",
  hospitalisation: "injured",
  hospitalization: "injured",
  displacement: "displaced",
  resettlement: "resettled",
  relocation: "relocated",
  repatriation: "repatriated",
  return: "returned",
  arrival: "arrived",
  departure: "left",
  firing: "fired",
  closure: "closed",
  construction: "built",
  dismissal: "dismissed",
  recruitment: "recruited",
  conviction: "convicted",
  indictment: "charged",
  imprisonment: "detained",
  eviction: "evicted",
  rescue: "rescued",
  resignation: "resigned",
  vaccination: "vaccinated",
  release: "released",
  deployment: "deployed",
  withdrawal: "withdrawn",
  deportation: "deported",
  destruction: "destroyed",
  execution: "killed",
  seizure: "seized",
  massacre: "killed",
  beheading: "killed",
  disappearance: "missing",
});

/** Nouns of which a sum is the size ("a $60 million loan package"). */
export const sumNouns =
  "loan aid fine package contract fund ransom grant debt deficit bailout budget bond bail damage loss settlement compensation relief assistance investment penalty reward bounty subsidy donation payment pledge deal credit programme program plan stimulus surplus";

/** Verbs by which a sum is told of them ("losses amount to", "the debt stands at"). */
export const sumVerbs =
  "amount total reach exceed be come estimate put value assess calculate price stand rise fall grow climb";
