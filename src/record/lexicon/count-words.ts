/** Words around counts: whom they count, and what says that a count grew or was wrong. */

const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter((word) => word !== ""));

/** Say no more than "people" or "deaths": any population of the same measure may be meant. */
export const anybody = set(
  `people person persons individual individuals human humans victim victims life lives soul souls body bodies
  death deaths fatality fatalities casualty casualties man men others dead killed injured wounded missing`,
);

/** Groups that are counted apart from a whole: children killed are not all killed. */
export const partOfWhole = set(
  `child children woman women girl girls boy boys minor minors infant infants baby babies teenager teenagers
  civilian civilians noncombatant soldier soldiers troop troops officer officers policeman policemen police guard guards marine marines
  sailor sailors crew crewman crewmen crewmember firefighter firefighters medic medics doctor doctors nurse nurses
  journalist journalists worker workers passenger passengers foreigner foreigners national nationals tourist tourists militant
  militants fighter fighters gunman gunmen insurgent insurgents rebel rebels attacker attackers hostage hostages
  student students teacher teachers leader leaders commander commanders`,
);

/** Who is counted is a man or a boy, a woman or a girl. */
export const males = set(
  "man men boy boys son sons father fathers brother brothers husband husbands nephew grandson grandfather stepfather",
);
export const females = set(
  "woman women girl girls daughter daughters mother mothers sister sisters wife wives niece granddaughter grandmother stepmother",
);

/** A count that runs on over a time. */
export const running = [
  "so far",
  "in total",
  "in all",
  "to date",
  "altogether",
  "overall",
  "cumulative",
  "since the start",
  "since the beginning",
  "since the campaign",
  "since the strikes",
  "campaign",
  "brought to",
  "brings to",
  "bring to",
  "bringing to",
  "bringing the total",
  "bringing the number",
  "brought the number",
  "brought the total",
  "taking the death toll",
  "taking the toll",
  "the total",
  "a total of",
  "overall toll",
  "in its strikes",
  "in the strikes",
  "in these strikes",
  "in those strikes",
  "in such strikes",
  "in these operations",
  "in those operations",
  "in the attacks",
  "in these attacks",
] as const;

/** Before a number that the sentence gives as the former one. */
export const formerly = [
  "from",
  "not",
  "than",
  "instead of",
  "earlier toll of",
  "earlier count of",
  "earlier figure of",
  "previous toll of",
  "previous count of",
  "previous figure of",
  "initial toll of",
  "initial count of",
  "initial figure of",
  "previously",
] as const;

/** The earlier count is said to be wrong. */
export const corrections = [
  "correct",
  "corrected",
  "correction",
  "corrects",
  "corrigendum",
  "revised down",
  "revised downward",
  "revised downwards",
  "revise down",
  "revising down",
  "lowered",
  "lowers",
  "lowering",
  "reduced its",
  "reduced the",
  "counted twice",
  "double-counted",
  "double counted",
  "double counting",
  "miscounted",
  "misidentified",
  "mistakenly",
  "in error",
  "erroneous",
  "erroneously",
  "wrongly",
  "overstated",
  "down from",
  "earlier toll",
  "earlier count",
  "earlier figure",
  "previously reported",
  "previously said",
  "had earlier said",
  "instead of",
  "rather than",
  "retracted",
] as const;

/** The count is that of something told before. */
export const updates = [
  "toll",
  "rose",
  "risen",
  "rises",
  "climbed",
  "climbs",
  "increased to",
  "grew to",
  "grown to",
  "updated",
  "up from",
  "jumped to",
  "now stands",
  "stood at",
  "stands at",
  "revised",
  "new count",
  "raised its",
  "raised the",
  "brought the number",
  "bringing the number",
  "bringing the total",
  "bringing to",
  "brings to",
] as const;
