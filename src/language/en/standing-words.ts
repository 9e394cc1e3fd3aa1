/** Words that settle how far an act has got beside the attitude classes: modals, adverbs, marks, determiners, phrases, and the nouns and verbs that single rules ask for. */
import { table } from "./table.ts";

/** Acts that nobody sets a day for: a noun for one, told as known, took place. */
export const unscheduled: ReadonlySet<string> = new Set(
  "attack killing murder massacre slaughter bombing shooting stabbing slaying explosion blast revolt uprising rebellion riot coup war conflict fighting clash battle violence unrest kidnapping abduction ambush crash quake earthquake disaster flood outbreak rape robbery bloodshed genocide".split(
    " ",
  ),
);

/** What "the revolt" will do that is there. */
export const enduring: ReadonlySet<string> = new Set(
  "spread continue escalate worsen intensify subside drag rage last persist grind endure".split(" "),
);

/** Modal auxiliaries by what they do to the act: future, possible, unreal, owed. */
export const modals: Readonly<Record<string, "future" | "possible" | "unreal" | "owed">> = table({
  will: "future",
  "'ll": "future",
  "’ll": "future",
  ll: "future",
  wo: "future",
  shall: "future",
  may: "possible",
  might: "possible",
  can: "possible",
  ca: "possible",
  could: "possible",
  would: "unreal",
  "'d": "unreal",
  "’d": "unreal",
  should: "owed",
  must: "owed",
  ought: "owed",
});

/** Adverbs on the act. "almost" and "nearly" deny it; numbers under them are the figures' business. */
export const stanceAdverbs: Readonly<Record<string, "denied" | "probable" | "possible" | "unknown">> = table({
  not: "denied",
  "n't": "denied",
  "n’t": "denied",
  nt: "denied",
  never: "denied",
  neither: "denied",
  nor: "denied",
  hardly: "denied",
  nowhere: "denied",
  falsely: "denied",
  almost: "denied",
  nearly: "denied",
  probably: "probable",
  likely: "probable",
  presumably: "probable",
  apparently: "probable",
  seemingly: "probable",
  reportedly: "probable",
  supposedly: "possible",
  allegedly: "possible",
  purportedly: "possible",
  ostensibly: "possible",
  possibly: "possible",
  potentially: "possible",
  perhaps: "possible",
  maybe: "possible",
  conceivably: "possible",
  theoretically: "possible",
  hypothetically: "unknown",
});

/** Conjunctions and prepositions that make what they mark unreal, denied or owed to a purpose. */
export const unrealMarks: Readonly<Record<string, "conditional" | "denied" | "whether">> = table({
  if: "conditional",
  unless: "conditional",
  provided: "conditional",
  providing: "conditional",
  lest: "conditional",
  "in case": "conditional",
  "in the event": "conditional",
  "in the event of": "conditional",
  "in case of": "conditional",
  "in event of": "conditional",
  assuming: "conditional",
  whether: "whether",
  without: "denied",
  "instead of": "denied",
  "rather than": "denied",
  "short of": "denied",
});

/** Determiners that deny the noun that they stand on. */
export const unrealDeterminers: Readonly<Record<string, "denied">> = table({
  no: "denied",
  neither: "denied",
});

/** Where something is said to be that is not so yet: "on the table", "under discussion". */
export const standingPhrases: Readonly<
  Record<
    string,
    {
      readonly stage?: "discussed" | "planned" | "called-off";
      readonly certainty: "asserted" | "possible" | "unknown";
    }
  >
> = table({
  "on table": { stage: "discussed", certainty: "possible" },
  "on cards": { certainty: "possible" },
  "on agenda": { stage: "discussed", certainty: "possible" },
  "under consideration": { stage: "discussed", certainty: "possible" },
  "under discussion": { stage: "discussed", certainty: "possible" },
  "under review": { certainty: "unknown" },
  "in doubt": { certainty: "unknown" },
  "on hold": { stage: "called-off", certainty: "asserted" },
  "in pipeline": { stage: "planned", certainty: "possible" },
  "in works": { stage: "planned", certainty: "possible" },
  "off table": { certainty: "unknown" },
  "out of question": { certainty: "unknown" },
});

/** Nouns that who "denies" them only refuses: the asking took place, what it asks for stays open. */
export const askings: ReadonlySet<string> = new Set(
  "request appeal petition plea bid application motion demand".split(" "),
);

/** Verbs of lasting: "did not last until Friday" denies them, where "did not leave until Friday" tells of leaving. */
export const lasting: ReadonlySet<string> = new Set(
  "last hold stay wait remain survive continue live endure keep work run extend go persist sleep rest".split(
    " ",
  ),
);

/** Verbs of noticing and telling that take for granted what they are about: "did not see the shooting", "nobody reported the raid". */
export const noticing: ReadonlySet<string> = new Set(
  "see watch hear witness notice observe know remember recall recognise recognize realise realize learn mention report describe understand film claim explain discuss feel".split(
    " ",
  ),
);

/** Verbs of perceiving: who "did not see them leave" tells nothing of it. */
export const perceiving: ReadonlySet<string> = new Set("see watch hear notice observe feel".split(" "));

/** Acts that are let go of by "drop" alone: "the raid was dropped", "dropped the charges". */
export const droppedActs: ReadonlySet<string> = new Set(
  "raid attack strike assault offensive operation invasion incursion intervention deployment ban embargo blockade boycott sanction tariff charge case lawsuit suit appeal prosecution proceeding investigation inquiry probe bid takeover merger visit march rally referendum election vote threat demand".split(
    " ",
  ),
);

/** Verbs that call off what is only meant: "dropped the plan to invade", "withdrew its offer to hold talks". */
export const dropping: ReadonlySet<string> = new Set("drop withdraw halt freeze pause bury kill".split(" "));

/** What somebody who "faces" it may meet: it has not come yet. */
export const facedNouns: ReadonlySet<string> = new Set(
  "indictment prosecution execution deportation extradition eviction expulsion arrest imprisonment impeachment removal dismissal extermination annihilation starvation demolition retaliation reprisal".split(
    " ",
  ),
);

/** What is done by the very act that is told: "marched to protest", "gathered to mark the day". */
export const expressing: ReadonlySet<string> = new Set(
  "protest demand mark celebrate commemorate denounce condemn mourn honour honor decry".split(" "),
);

/** Acts for which a weapon or a thing "was used": "the gun that he used to kill them". */
export const harming: ReadonlySet<string> = new Set(
  "kill murder shoot stab attack bomb wound injure hit beat rob strangle destroy burn assault hurt torture smash slaughter invade evacuate rescue".split(
    " ",
  ),
);

/** Ways of doing: "no way of forcing them to leave" tells of nobody who did. */
export const wayNouns: ReadonlySet<string> = new Set("way means method manner notion art".split(" "));

/** What an infinitive behind "the first", "the only" says the use of, not who did it: "the first step to end the war". */
export const meansNouns: ReadonlySet<string> = new Set(
  "step way time chance place thing option choice stage round phase tool measure money method means person candidate".split(
    " ",
  ),
);
