/** English tokenization as data: what stays whole, what splits (conventions of UD English EWT). */

/** Abbreviations that keep their full stop, lower-case and without it. */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj cpl pvt pres supt det insp " +
    "st ft mt jr sr esq messrs mme mlle jan feb mar apr jun jul aug sep sept oct nov dec " +
    "mon tue tues wed thu thur thurs fri sat sun " +
    "inc corp co ltd llc plc bros dept dist univ assn etc vs no nos vol pp fig al cf ca approx est ext tel ave blvd " +
    "rd ste apt ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla " +
    "ore pa penn tenn tex va vt wash wis wyo ph.d m.d b.a m.a b.s m.s d.c u.s u.k u.n e.u a.m p.m i.e e.g a.k.a " +
    "p.s r.i.p t.v u.s.a u.a.e n.y l.a"
  ).split(" "),
);

/** Prefixes that stay joined to what follows their hyphen ("co-founder"); others split in three. */
export const joinedPrefixes: ReadonlySet<string> = new Set(
  (
    "e non co re pre post anti pro ex mid multi semi over under un de inter intra sub super ultra neo pseudo " +
    "quasi counter trans bi tri uni mini micro macro meta para proto psycho socio vice"
  ).split(" "),
);

/** Endings that part from the word before them. */
export const clitics: ReadonlySet<string> = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m", "'em"]);

/** Words written together that are two syntactic words: length of the first. */
export const contractions: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["lemme", 3],
  ["gimme", 3],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["isnt", 2],
  ["wasnt", 3],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["havent", 4],
  ["arent", 3],
  ["aint", 2],
]);

/** Letters with a full stop or a slash inside, and marks, that are one token. */
export const emoticons: ReadonlySet<string> = new Set(
  ":) :( ;) :D :P :-) :-( ;-) :-D =) :/ ^_^ <3 :'( (: xD :p :-P :o".split(" "),
);

/** Units that part from the number before them only as capitals or signs would ("5km" stays "5", "km"). */
export const units: ReadonlySet<string> = new Set(
  "am pm km kg mi mph kph m cm mm ft in lb lbs oz g mg hr hrs min sec bn mn tn k mw kw gw mwh kwh °c °f".split(
    " ",
  ),
);
