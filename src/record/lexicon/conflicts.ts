/** Words for a war, an uprising or a campaign, and those that say that a count is of all of it. */

/** Last weeks or years by themselves: who died "in the uprising" did not all die on one day. */
export const conflicts = "war conflict uprising revolt rebellion revolution insurgency insurrection genocide";

/** May be those of one day: of all of it only with a beginning, a span, or a verb that sums up ("has cost"). */
export const troubles = `violence fighting unrest upheaval upheavals crackdown crackdowns repression clashes protests demonstrations
  hostilities bloodshed turmoil strife riots crisis disturbances`;

/** Of these, "have been killed in the …" is said of all of it: they are told of as one thing. */
export const risingsUp = "protests demonstrations unrest upheaval crackdown repression";

/** What one side does for weeks: its dead are a part of the war's. */
export const campaigns = "offensive campaign operation siege bombardment";

/** Blows of which there are many: "64 killed in strikes since September". */
export const blows = "strike airstrike raid attack bombing shooting assault";

/** A cause that governs a count where it is told nearest to it. */
export const singleCauses = `strike airstrike raid attack bombing blast explosion shelling ambush crash massacre shooting assault
  bomb incident shootout rocket mortar missile assassination murder execution fire stampede`;

/** Where some of the dead are. */
export const restingPlaces = "grave hospital funeral morgue cemetery";

/** "A war zone", "war crimes": no war. */
export const notItself = `zone zones crime crimes criminal criminals correspondent correspondents memorial veteran veterans room
  effort plane planes ship ships film hero heroes powers monitor monitors tribunal cabinet chest prisoner prisoners party
  movement leader leaders council camp camps force forces material materiel weapon weapons equipment games machine`;

/** What a conflict does to people. */
export const takings = `killed kill kills killing cost costing costs claimed claim claims claiming taken takes took taking left
  leaving leaves caused causing resulted resulting led seen displaced displacing forced forcing driven drove uprooted wounded
  injured`;
/** Of these, what is said of a whole alone. */
export const sums = "cost costing claimed claiming";

/** What a toll does. */
export const risings = `reached reaches topped tops passed passes exceeded exceeds rose rises risen climbed stands stood hit now
  lifted put puts brought brings bringing raised`;

export const beginnings =
  "began begun begins started starting start erupted broke beginning outbreak onset eruption";

/** Another clause begins. */
export const breaks = `while but when where who whose said says saying told reported after before because although though
  if`;

export const ofOneDay = `monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight morning
  afternoon evening`;

/** Only some of the time, or some of those in it. */
export const ofPart = "first second third early opening initial final latest side sides part end";

export const joining = "in during from of by since amid over throughout through";

/** Of who was driven out: where to. */
export const abroad = "abroad refugee refugees border borders crossed neighbouring neighboring countries";
export const inside = "internally inside within";

/** A place without its name: its dead are not the country's. */
export const somewhere = `city town village province district region area neighbourhood neighborhood camp prison capital
  enclave`;

export const spans = "day week month year";

/** "The heaviest since": compared with what was before, not counted from then. */
export const comparisons = `first last only worst most deadliest bloodiest heaviest biggest largest highest lowest fiercest
  longest`;

export const fleeings = "flee fled fleeing escape escaped escaping";

/** What is counted of people in a conflict, as measures of figures. */
export const harms = [
  "killed",
  "died",
  "injured",
  "killed or injured",
  "casualties",
  "missing",
  "detained",
  "displaced",
  "forced out",
  "abducted",
] as const;

/** Before "of", these lead to the conflict itself: "victims of the war", and not "a great amount of war". */
export const wholes = `result victim victims day days week weeks month months year years wave outbreak spiral course crossfire midst
  height start beginning onset`;

/** Whose struggle a report is about. */
export const parties = "protesters protestors demonstrators rebels insurgents guerrillas";
