/** English tokenization as data: what stays whole, what splits (conventions of UD English EWT). */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Abbreviations that keep their full stop, lower-case and without it. */
export const abbreviations: ReadonlySet<string> = words(
  "mr mrs ms dr drs prof profs rev hon sen sens rep reps gov govs gen gens col cols lt lts sgt sgts capt capts " +
    "cmdr cdr adm maj brig cpl pvt pte pres supt det insp asst assoc atty amb min sec spc dep del " +
    "st sts ft mt mts jr sr esq messrs mme mlle jan feb mar apr jun jul aug sep sept oct nov dec " +
    "mon tue tues wed thu thur thurs fri sat sun " +
    "inc corp co cos ltd llc plc bros dept dist div univ assn etc vs no nos vol pp fig figs al cf ca approx est esp " +
    "ext tel ave blvd rd ste apt attn arr dep eng sc conf info comp cal " +
    "ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla " +
    "ore pa penn tenn tex va vt wash wis wyo ph.d m.d b.a m.a b.s m.s d.c u.s u.k u.n e.u a.m p.m i.e e.g a.k.a " +
    "p.s ps r.i.p t.v u.s.a u.a.e n.y l.a lb lbs oz yr yrs hrs mins art para paras op",
);

/** Those of them that are words too: abbreviations only with a capital ("Mass. voters", "a mass."). */
export const capitalAbbreviations: ReadonlySet<string> = words(
  "sun sat wed mon mar mass miss ill wash ore ind del dep rep reps col gen gens hon min pa ma la cal det " +
    "conf info comp sec art adm ark amb spc sc eng",
);

/** Those that are abbreviations only before a number ("No. 5", "Art. 27"); elsewhere the sentence ends. */
export const numberAbbreviations: ReadonlySet<string> = words("no nos art para paras fig figs op vol pp");

/** Those whose full stop is the sentence's own where a text or block ends. */
export const closingAbbreviations: ReadonlySet<string> = words(
  "etc inc corp co ltd llc plc bros st ave blvd rd ste jr sr mass est info comp conf eng lb lbs oz yr yrs hrs mins",
);

/** Prefixes that stay joined to what follows their hyphen ("co-founder"); others split in three. */
export const joinedPrefixes: ReadonlySet<string> = words(
  "e non co re pre post anti pro ex mid multi semi over under un de inter intra sub super ultra neo pseudo " +
    "quasi counter trans bi tri uni mini micro macro meta para proto psycho socio vice cross mis",
);

/** Endings that part from the word before them. */
export const clitics: ReadonlySet<string> = new Set(["'s", "'re", "'ve", "'ll", "'d", "'m", "'em"]);

/** Words cut short at their beginning: the apostrophe belongs to them. */
export const aphereses: ReadonlySet<string> = words("til till cause cuz em bout n tis twas round");

/** Words written together that are two or three syntactic words: where they are cut. */
export const contractions: ReadonlyMap<string, readonly number[]> = new Map([
  ["cannot", [3]],
  ["gonna", [3]],
  ["gotta", [3]],
  ["wanna", [3]],
  ["wana", [3]],
  ["lemme", [3]],
  ["gimme", [3]],
  ["dunno", [2, 3]],
  ["c'mon", [3]],
  ["y'all", [2]],
  ["alot", [1]],
  ["dont", [2]],
  ["didnt", [3]],
  ["doesnt", [4]],
  ["isnt", [2]],
  ["wasnt", [3]],
  ["werent", [4]],
  ["couldnt", [5]],
  ["wouldnt", [5]],
  ["shouldnt", [6]],
  ["havent", [4]],
  ["hasnt", [3]],
  ["hadnt", [3]],
  ["arent", [3]],
  ["aint", [2]],
  ["im", [1]],
  ["ive", [1]],
  ["youre", [3]],
  ["theyre", [4]],
  ["youve", [3]],
  ["theyve", [4]],
  ["theyll", [4]],
  ["itll", [2]],
]);

/** Words that are two before certain words only: "its a pity" but "its army". */
export const splitBefore: ReadonlyMap<string, { readonly cut: number; readonly next: ReadonlySet<string> }> =
  new Map([
    [
      "its",
      {
        cut: 2,
        next: words(
          "a an the not been so just too also still really simply like as for from in on at to because getting " +
            "going called about with under over what why how where when that this he she they you we i my your " +
            "his her their",
        ),
      },
    ],
    [
      "lets",
      { cut: 3, next: words("go see get say call hope face talk be try not just all take make start") },
    ],
    ["your", { cut: 3, next: words("a an the not been so too going welcome right wrong") }],
    ["ill", { cut: 1, next: words("be go have get do take try call see just never") }],
    ["id", { cut: 1, next: words("be go have like love say rather just") }],
  ]);

/** Letters with a full stop or a slash inside, and marks, that are one token. */
export const emoticons: ReadonlySet<string> = words(
  ":) :( ;) :D :P :-) :-( ;-) :-D =) =( :/ ^_^ <3 :'( (: xD :p :-P :o :O ;P -_- >:( -> => <-",
);

/** Letters and marks around a slash that are one word. */
export const slashed: ReadonlySet<string> = words("w/o w/out b/c s/he i/o c/o l/c");

/** Units that part from the number before them ("5km" is "5", "km"). */
export const units: ReadonlySet<string> = words(
  "am pm km kms kg kgs mi mph kph knots m cm mm ft in lb lbs oz g mg hr hrs min mins minutes hours days weeks " +
    "months years sec secs bn mn tn k mw kw gw mwh kwh °c °f º ha hp hz khz mhz ghz gb mb kb tb kt nm yd yds " +
    "mile miles metres meters tonnes tons percent pct watt watts bbl bpd x million billion p c f sqft dwt",
);

/** Units of money only: after "$", "£" and the like. */
export const moneyUnits: ReadonlySet<string> = words("b t");

/** Letters that belong to the currency sign after them: US$, A$. */
export const currencyLetters: ReadonlySet<string> = words("US C CA A AU NZ HK S R Z");
