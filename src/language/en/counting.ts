/** Words by which counts are kept, run on and given by somebody. Data only. */

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
  "rose rises risen rise climbed climbs climb jumped jumps grew grows grown increased increases soared soars reached reaches stood stands fell falls dropped drops passed passes surged surges doubled is was are were has";

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
