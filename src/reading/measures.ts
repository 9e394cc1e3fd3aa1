/** What is said to have happened to those counted: killed, seized, deployed; by the words beside a count, its verb, its noun or its state. */
import { fateWords } from "../language/en/casualties.ts";
import { biddingVerbs, doneNouns, votingVerbs, wholeNouns } from "../language/en/counting.ts";
import { measureAdjectives, measureVerbs, tollNouns, unitNouns } from "../language/en/people.ts";
import { table } from "../language/en/table.ts";
import type { Token } from "../model/sentence.ts";
import { fateBeside, isActive, isFatal } from "./beside.ts";
import { type Counted, isKept } from "./counted.ts";
import { isCounting } from "./counters.ts";
import { lemmaFinder } from "./lemma.ts";
import { type Measured, many } from "./measure/measured.ts";
import { fromDoing, fromFlight, fromLiving, fromPresence } from "./measure/people.ts";
import { fromMove, fromSum } from "./measure/sums.ts";
import { fromElected } from "./measure/votes.ts";
import { fromWhereabouts } from "./measure/where.ts";
import type { Quantity } from "./numbers.ts";
import { participle } from "./participles.ts";
import { runAt } from "./running-counts.ts";
import { shareAt } from "./shares.ts";
import { is, kid, kids, parent, subtree, type Tree, upward } from "./tree.ts";
import { isPeople, isPersonNoun, objectOf, triggersIn } from "./triggers.ts";

export function measureOf(tree: Tree, counted: Counted): Measured | undefined {
  const found = measureByWords(tree, counted);
  // "90 people were pulled out alive"
  if (found?.measure === "withdrawn" && isFromWreck(tree, found.by)) return { ...found, measure: "rescued" };
  // money is not rescued
  return found?.measure === "rescued" && counted.quantity.unit !== undefined
    ? { ...found, measure: "saved" }
    : found;
}

/** Words behind "pulled out" that say of what. */
const wrecks = /^(?:alive|rubble|debris|wreckage|wreck|ruins?|mud|snow|water|sea)$/i;

function isFromWreck({ sentence: { tokens } }: Tree, { i, lemma }: Token): boolean {
  return lemma === "pull" && tokens.slice(i + 1, i + 8).some(({ form }) => wrecks.test(form));
}

function measureByWords(tree: Tree, counted: Counted): Measured | undefined {
  const { noun, node } = counted;
  if (counted.side !== undefined) return counted.side;
  if (counted.quantity.unit === "%") return shareAt(tree, node, counted.quantity);
  // "two of the wounded men died": what the two did comes before what the men were.
  // "twenty of the survivors were in hospital"
  const before = node === noun ? undefined : (fromVerb(tree, node, counted) ?? ofSurvivors(tree, node));
  return (
    before ??
    fromBeside(tree, counted) ??
    fromBefore(tree, counted) ??
    (/^(victim|patient)$/.test(noun.lemma) ? fromState(tree, node) : undefined) ??
    fromToll(tree, counted) ??
    fromFlight(tree, node) ??
    fromParticiple(tree, noun) ??
    fromElected(tree, node, noun) ??
    fromVerb(tree, node, counted) ??
    fromLiving(tree, node, noun, counted.quantity) ??
    fromPresence(tree, noun, Math.max(noun.i, counted.quantity.last)) ??
    fromNoun(tree, node, counted) ??
    fromTollSubject(tree, node) ??
    fromRun(tree, counted) ??
    fromState(tree, node) ??
    fromWounds(tree, node) ??
    fromCounting(tree, node, counted) ??
    fromVote(tree, node) ??
    fromWhereabouts(tree, node, noun, counted.quantity) ??
    fromComplement(tree, node) ??
    fromMoney(tree, node, counted) ??
    fromWhole(tree, node, counted) ??
    (counted.quantity.unit === undefined && physical.has(unitNouns[noun.lemma.toLowerCase()] ?? "")
      ? fromMove(tree, node)
      : undefined) ??
    fromAnyVerb(tree, node, counted) ??
    fromMany(tree, counted) ??
    fromSum(tree, node, noun, counted.quantity)
  );
}

/** Units of amounts, which are nobody's number. */
const physical = new Set(["kg", "tonnes", "lb", "litres", "gallons", "barrels", "hectares", "acres"]);

function fromMany(tree: Tree, { noun, node, quantity, none }: Counted): Measured | undefined {
  return none || !countsPeople(noun) ? undefined : fromDoing(tree, node, quantity);
}

/** A noun for people, or a number that stands for them ("thousands sought refuge"). */
function countsPeople(noun: Token): boolean {
  return (
    isPersonNoun(noun) ||
    isPeople(noun) ||
    noun.upos === "NUM" ||
    /^(?:dozen|hundred|thousand|million)s?$/.test(noun.lemma)
  );
}

/** "the toll rose to 23", "bringing the number of infections to 10,867": the number is the count's value. */
function fromRun(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  const itself = noun.i <= quantity.last;
  const run =
    none || quantity.unit !== undefined || !itself ? undefined : runAt(tree.sentence.tokens, quantity);
  return run === undefined ? undefined : { ...run, runs: true };
}

/** "reported 418 new cases", "has logged 38 violations": whatever somebody keeps count of. */
function fromCounting(tree: Tree, node: Token, { noun }: Counted): Measured | undefined {
  const kept = isKept(tree, noun) ? upward(tree, noun).find((one) => one.upos === "VERB") : undefined;
  if (kept !== undefined) return { measure: participle(kept), by: kept };
  let at = node;
  for (let steps = 0; steps < 3 && is(at, "conj"); steps++) at = parent(tree, at) ?? at;
  const verb = parent(tree, at);
  if (verb === undefined || !isCounting(verb) || !node.xpos.endsWith("S")) return undefined;
  // "reported that four trucks were bombed": told, not counted
  const between = tree.sentence.tokens.slice(verb.i + 1, at.i);
  if (verb.i < at.i && between.some((one) => one.form === "that" || one.form === ",")) return undefined;
  return is(at, "obj", "nsubj:pass") ? { measure: participle(verb), by: verb } : undefined;
}

const voting = new Set(votingVerbs.split(" "));

/** "was carried by 204 delegates against 187". */
function fromVote(tree: Tree, node: Token): Measured | undefined {
  const verb = parent(tree, node);
  if (verb === undefined || verb.upos !== "VERB" || !voting.has(verb.lemma.toLowerCase())) return undefined;
  const by = kid(tree, node, "case")?.form.toLowerCase() === "by";
  const against = tree.sentence.tokens.slice(node.i + 1, node.i + 3);
  const counted = /^(?:to|against)$/.test(against[0]?.form ?? "") && against[1]?.upos === "NUM";
  if (!by || !is(node, "obl") || !counted) return undefined;
  return { measure: /^(?:reject|defeat)$/.test(verb.lemma) ? "against" : "in favour", by: verb };
}

/** "4 injured", "two men shot", "one fatally": what stands right behind a count of people. */
function fromBeside(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  if (none || quantity.unit !== undefined) return undefined;
  const { tokens } = tree.sentence;
  const itself = noun.i >= quantity.first && noun.i <= quantity.last;
  const number = tokens[quantity.first]!.upos === "NUM" || !itself;
  // "Flight 17 was shot down": the number names what stands before it.
  if (number && /^(NOUN|PROPN)$/.test(tokens[quantity.first - 1]?.upos ?? "")) return undefined;
  // "4 injured", "… killed, 3 wounded", where the tree hung the number on the participle or on a verb before it.
  const alone = fateWords[noun.form.toLowerCase()] !== undefined || noun.i < quantity.first;
  // "one shot hit the wall": the shot did
  const verb = tokens[noun.head];
  if (
    alone &&
    noun.xpos === "NN" &&
    is(noun, "nsubj") &&
    verb?.i === noun.i + 1 &&
    /^VB[DZ]$/.test(verb.xpos)
  )
    return undefined;
  const person = isPersonNoun(noun) || noun.form.toLowerCase() === "old";
  if (!itself && !alone && !person) return undefined;
  const found = besideNumber(tree, itself || alone ? quantity.last : noun.i);
  return found !== undefined && diesLater(tree, noun) ? { ...found, measure: "killed" } : found;
}

/** "Boy shot while hunting dies": the worse fate is what befell him. */
function diesLater(tree: Tree, noun: Token): boolean {
  const verb = parent(tree, noun);
  if (verb !== undefined && is(noun, "nsubj") && /^(die|succumb|perish)$/.test(verb.lemma)) return true;
  const { tokens, blockKind } = tree.sentence;
  return (
    blockKind === "headline" &&
    noun.i < 4 &&
    tokens
      .slice(noun.i + 1)
      .some((one) => /^(dies|died)$/i.test(one.form) && kid(tree, one, "nsubj") === undefined)
  );
}

/** "killed one person and injured five": the verb right before a count of people. */
function fromBefore(tree: Tree, { quantity, noun, none }: Counted): Measured | undefined {
  const { tokens } = tree.sentence;
  const itself = noun.i >= quantity.first && noun.i <= quantity.last;
  if (none || quantity.unit !== undefined || !(itself || isPersonNoun(noun))) return undefined;
  const start = tokens.findIndex((one) => one.start >= quantity.span.start);
  const verb = tokens[start - 1];
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  const lead = parent(tree, verb);
  const active =
    lead !== undefined && is(verb, "conj") && kid(tree, lead, "aux:pass", "nsubj:pass") === undefined;
  if (verb.xpos === "VBN" && !active) return undefined;
  const measure = measureVerbs[measuring(verb)];
  if (measure === undefined || !/^(killed|injured|shot|stabbed)$/.test(measure)) return undefined;
  if (intransitive.has(measuring(verb))) return undefined;
  return { measure: isFatal(tokens, verb.i, tokens[verb.i - 1]) ? "killed" : measure, by: verb };
}

/** `last`: the last token of the count or its noun. */
function besideNumber(tree: Tree, last: number): Measured | undefined {
  const found = fateBeside(tree.sentence.tokens, last);
  return found === undefined || killsOthers(tree.sentence.tokens, found.by)
    ? undefined
    : { measure: found.fate, by: found.by };
}

/** "64 deaths", "no casualties", "thousands of lives" that something claims. */
function fromToll(tree: Tree, { noun, node }: Counted): Measured | undefined {
  const lemma = noun.lemma.toLowerCase();
  const form = noun.form.toLowerCase();
  const told = parent(tree, node);
  // "eleven bodies have been identified": of the dead so many
  if (
    /^(?:body|corpse)$/.test(lemma) &&
    told?.upos === "VERB" &&
    handled.test(told.lemma) &&
    is(node, "nsubj:pass", "obj")
  )
    return { measure: participle(told), by: told };
  const measure = tollNouns[form] ?? tollNouns[lemma];
  if (kids(tree, noun, "amod").some((one) => /^(attempted|alleged)$/i.test(one.form))) return undefined;
  // "it is a body that deserves support", "he is a survivor who holds on": nobody who died or lived
  if (/^(?:body|survivor|victim)$/.test(lemma) && noun.xpos === "NN" && kid(tree, noun, "cop") !== undefined)
    return undefined;
  if (measure === undefined || (noun.upos === "VERB" && measureVerbs[lemma] !== undefined)) return undefined;
  const verb = parent(tree, node);
  const taken = verb === undefined ? undefined : verb.lemma.toLowerCase();
  if (lemma === "life")
    return taken !== undefined && /^(claim|cost|take|lose|end)$/.test(taken)
      ? { measure, by: verb! }
      : undefined;
  if (
    /^(body|prisoner|hostage|detainee|captive|refugee|victim|survivor)$/.test(lemma) &&
    verb !== undefined
  ) {
    const own = verbMeasure(tree, verb, node);
    if (own !== undefined) return { measure: own, by: verb };
    if (/^(prisoner|hostage|captive|detainee)$/.test(lemma)) return undefined;
  }
  if (
    /^(strike|airstrike|attack)$/.test(lemma) &&
    verb !== undefined &&
    verbMeasure(tree, verb, node) === undefined &&
    !/^(carry|conduct|launch|make|mount|be|report|record|count|perform)$/.test(taken ?? "")
  )
    return undefined;
  return { measure, by: is(node, "root") || verb === undefined ? noun : verb.upos === "VERB" ? verb : noun };
}

const handled = /^(?:identify|bury|cremate|repatriate|return|examine|exhume|claim)$/;

/** "64 people killed in strikes", "killed soldiers", "eleven missing". */
function fromParticiple(tree: Tree, noun: Token): Measured | undefined {
  for (const one of kids(tree, noun, "acl", "amod", "appos")) {
    const lemma = measuring(one);
    if (
      is(one, "acl") &&
      one.xpos === "VBG" &&
      kid(tree, one, "obj", "nsubj") === undefined &&
      !emptyVerbs.has(one.lemma)
    )
      return { measure: participle(one), by: one, loose: true };
    if (is(one, "acl:relcl")) {
      const subject = kid(tree, one, "nsubj:pass", "nsubj");
      if (subject !== undefined && /^(who|that|which)$/i.test(subject.form)) {
        const measure =
          is(subject, "nsubj:pass") || intransitive.has(lemma) ? measureVerbs[lemma] : undefined;
        if (measure !== undefined) return { measure, by: one };
      }
      continue;
    }
    // "some 60 spent cartridges", "a paid advert": what a thing is like, not what befell those counted
    const qualifies = is(one, "amod") && one.i < noun.i && !isToll(measureVerbs[lemma] ?? "");
    // "a strike on the house of a commander killed at least 18 people": whom it killed stand behind it
    if (one.i > noun.i && killsOthers(tree.sentence.tokens, one)) continue;
    if (one.xpos === "VBN" && measureVerbs[lemma] !== undefined && !qualifies)
      return { measure: measureVerbs[lemma], by: one };
    const measure = measureAdjectives[one.form.toLowerCase()];
    if (measure !== undefined && !(is(one, "amod") && one.i < noun.i && measure === "killed"))
      return { measure, by: one };
  }
  return undefined;
}

/** "Killed at least 18 people": a count of people stands right behind the verb. */
function killsOthers(tokens: readonly Token[], verb: Token): boolean {
  let i = verb.i + 1;
  while (
    /^(?:at|least|more|fewer|less|than|about|some|around|nearly|almost|up|to|over)$/i.test(
      tokens[i]?.form ?? "",
    )
  )
    i++;
  if (tokens[i]?.upos !== "NUM") return false;
  for (const one of tokens.slice(i + 1, i + 4)) {
    if (one.upos === "PUNCT") return false;
    if (isPersonNoun(one) && one.xpos.endsWith("S")) return true;
  }
  return false;
}

/** A verb's lemma as the table of measures knows it. */
const measuring = lemmaFinder((lemma) => measureVerbs[lemma] !== undefined);

/** Verbs whose subject is who it happens to. */
const intransitive = new Set(
  "die drown perish succumb flee disappear vanish protest march demonstrate gather survive withdraw".split(
    " ",
  ),
);

function fromVerb(tree: Tree, noun: Token, counted: Counted): Measured | undefined {
  let at = noun;
  for (let steps = 0; steps < 4 && is(at, "conj", "appos"); steps++) {
    const above = parent(tree, at);
    if (above === undefined || above.upos === "VERB") break;
    at = above;
  }
  const verb = parent(tree, at);
  if (verb === undefined)
    return counted.noun.upos === "NUM" || counted.noun.upos === "NOUN" ? predicate(tree, noun) : undefined;
  const object = is(at, "obj", "nsubj:pass") || isBoundedObject(tree, at, counted.quantity);
  const measure = verbMeasure(tree, verb, at, object);
  if (measure !== undefined) return { measure, by: verb };
  // "fined the company 300 million euros", with the sum hung on the company
  const payer = counted.quantity.unit === undefined ? undefined : parent(tree, verb);
  if (payer !== undefined && /^(fine|pay|cost|spend)$/.test(measuring(payer)))
    return { measure: measureVerbs[measuring(payer)]!, by: payer };
  return predicate(tree, at);
}

function verbMeasure(
  tree: Tree,
  verb: Token,
  noun: Token,
  isObject = is(noun, "obj", "nsubj:pass"),
): string | undefined {
  const measure = measureByVerb(tree, verb, noun, isObject);
  // "has burned 4,000 hectares"
  if (verb.lemma === "burn" && measure === "injured" && !isPersonNoun(noun) && !isPeople(noun))
    return "burned";
  // "Two men shot at police.": who stands before did it, whatever the tree.
  const subject = is(noun, "nsubj") && kid(tree, verb, "aux:pass") === undefined;
  if (measure !== undefined && subject && isActive(tree.sentence.tokens, verb.i)) return undefined;
  // "fatally wounding", "was shot and killed": the worse fate is what befell them.
  const wound = measure === "shot" || measure === "injured" || measure === "stabbed";
  const before = tree.sentence.tokens[verb.i - 1];
  return wound && isFatal(tree.sentence.tokens, verb.i, before) ? "killed" : measure;
}

function measureByVerb(tree: Tree, verb: Token, noun: Token, isObject: boolean): string | undefined {
  const lemma = measuring(verb);
  const form = verb.form.toLowerCase();
  if (is(noun, "nsubj") && !is(noun, "nsubj:pass")) {
    const adjective = measureAdjectives[form];
    if (adjective !== undefined && verb.upos !== "VERB") return adjective;
    if (intransitive.has(lemma)) return measureVerbs[lemma];
    if (lemma === "lose" && kids(tree, verb, "obj").some((one) => one.lemma === "life")) return "killed";
    if (verb.upos === "ADJ" && kid(tree, verb, "cop") !== undefined && !/^(shot|hit)$/.test(form))
      return measureVerbs[lemma];
    // "Six frogmen swam ashore, he claimed": nobody is claimed who stands there as a subject
    if (lemma === "claim" || kids(tree, verb, "nsubj").length > 1) return undefined;
    // A passive that the parser took for an active ("64 people killed in strikes", "three shot").
    if (
      /^VB[ND]$/.test(verb.xpos) &&
      objectOf(tree, verb) === undefined &&
      measureVerbs[lemma] !== undefined &&
      isToll(measureVerbs[lemma])
    )
      return measureVerbs[lemma];
    return undefined;
  }
  // "left three people dead", "leaving 11 wounded"
  if (isObject) {
    for (const one of kids(tree, verb, "xcomp")) {
      const measure =
        measureAdjectives[one.form.toLowerCase()] ??
        (one.xpos === "VBN" ? measureVerbs[measuring(one)] : undefined);
      if (measure !== undefined) return measure;
    }
    if (lemma === "claim" || lemma === "lose" || lemma === "hold") {
      if (!isPersonNoun(noun) && !(lemma === "claim" && noun.lemma === "life")) return undefined;
    }
    const particle = particleOf(tree, verb)?.form.toLowerCase();
    const own = particle === undefined ? undefined : measureVerbs[`${lemma}_${particle}`];
    if (own !== undefined) return own;
    if (lemma === "fire" && isPersonNoun(noun)) return undefined;
    const listed = measureVerbs[lemma];
    if (listed !== undefined) return listed;
    return triggersIn(tree).some((one) => one.token.i === verb.i && one.type !== "SANCTION")
      ? withParticle(verb, particle)
      : undefined;
  }
  if (is(noun, "obl", "xcomp", "ccomp", "dep", "iobj", "nmod") && /^(cost|spend|pay|fine)$/.test(lemma))
    return measureVerbs[lemma];
  return undefined;
}

/** "suffered gunshot wounds", "sustained fatal injuries". */
function fromWounds(tree: Tree, noun: Token): Measured | undefined {
  const verb = parent(tree, noun);
  if (verb === undefined || !is(noun, "nsubj") || !/^(suffer|sustain|receive)$/.test(verb.lemma))
    return undefined;
  const wound = kids(tree, verb, "obj").find((one) => /^(wound|injury)$/.test(one.lemma.toLowerCase()));
  if (wound === undefined) return undefined;
  const fatal = kids(tree, wound, "amod").some((one) => /^(fatal|mortal)$/i.test(one.form));
  return { measure: fatal ? "killed" : "injured", by: verb };
}

/** Where people are says what befell them: "17 are in custody", "four remain in intensive care". */
const states: Readonly<Record<string, string>> = table({
  custody: "detained",
  detention: "detained",
  jail: "detained",
  prison: "detained",
  hospital: "injured",
  care: "injured",
  standby: "on standby",
  captivity: "held",
});

/** "is in critical condition", "was listed in stable condition". */
const conditions = /^(critical|serious|stable|fair|guarded|grave|good)$/i;

function fromState(tree: Tree, noun: Token): Measured | undefined {
  const head = parent(tree, noun);
  if (head === undefined || !is(noun, "nsubj", "nsubj:pass", "obj")) return undefined;
  const placed = [head, ...kids(tree, head, "obl", "nmod")];
  for (const one of placed) {
    const lying =
      one.lemma === "condition" && kids(tree, one, "amod").some((word) => conditions.test(word.form));
    const measure = lying ? "injured" : states[one.lemma.toLowerCase()];
    if (measure !== undefined && /^(in|into|to|on)$/i.test(kid(tree, one, "case")?.form ?? ""))
      return { measure, by: head };
  }
  return undefined;
}

/** "Are in hospital", not "told us from hospital". */
function ofSurvivors(tree: Tree, node: Token): Measured | undefined {
  return parent(tree, node)?.upos === "VERB" ? undefined : fromState(tree, node);
}

const emptyVerbs = new Set(
  "cite quote weigh run own operate designate score win play classify list label brand name be have say see want need know think like include involve get make remain live work become seem appear feel mean let tell ask believe hope agree call consider keep give take come go do use show look help love hate understand hear add note expect claim warn vote describe oppose support meet speak join visit watch".split(
    " ",
  ),
);

/** "a hundred schools could remain shut", "120 men could take part", "seven have not been found". */
function fromComplement(tree: Tree, noun: Token): Measured | undefined {
  const verb = parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB" || !is(noun, "nsubj")) return undefined;
  if (/^(?:remain|stay|go)$/.test(verb.lemma)) {
    const state = kids(tree, verb, "xcomp").find((one) => one.upos === "ADJ" || one.xpos === "VBN");
    if (state === undefined) return undefined;
    return {
      measure: withParticle(state, kid(tree, state, "compound:prt", "advmod")?.form.toLowerCase()),
      by: verb,
      loose: true,
    };
  }
  if (verb.lemma === "take" && kid(tree, verb, "obj")?.lemma === "part")
    return { measure: "taking part", by: verb, loose: true };
  return undefined;
}

/** Sums that are asked for, or at which something is put: "asked for €3m", "puts the loss at 90 million shillings". */
function fromMoney(tree: Tree, noun: Token, { quantity }: Counted): Measured | undefined {
  const verb = parent(tree, noun);
  // "aid, worth $180 million a year"
  const worth = tree.sentence.tokens.findLast((one) => one.end <= quantity.span.start);
  if (quantity.unit !== undefined && worth?.form.toLowerCase() === "worth")
    return { measure: "in worth", by: worth };
  if (quantity.unit === undefined || verb === undefined || verb.upos !== "VERB") return undefined;
  const preposition = kids(tree, noun, "case")
    .find((one) => one.start < quantity.span.start)
    ?.form.toLowerCase();
  if (/^(?:need|require)$/.test(verb.lemma) && is(noun, "obj"))
    return { measure: participle(verb), by: verb };
  if (preposition === "for" && /^(?:ask|sue|appeal)$/.test(verb.lemma) && is(noun, "obl"))
    return { measure: verb.lemma === "sue" ? "sued for" : "asked for", by: verb };
  if (preposition !== "at" || !/^(?:put|value|estimate|assess|price)$/.test(verb.lemma)) return undefined;
  const what = kid(tree, verb, "obj", "nsubj:pass");
  const measure =
    what === undefined
      ? undefined
      : (moneyNouns[what.lemma] ??
        (/^(?:sum|figure|bill|amount|value|worth)$/.test(what.lemma) ? "in all" : undefined));
  return measure === undefined ? undefined : { measure, by: verb };
}

/** "A convoy of 38 trucks", "a crew of 14": of a noun for many together, what they are in. */
function fromWhole(tree: Tree, node: Token, { quantity, none }: Counted): Measured | undefined {
  const whole = is(node, "nmod") ? parent(tree, node) : undefined;
  if (none || quantity.unit !== undefined || whole === undefined || whole.i > quantity.first)
    return undefined;
  if (kid(tree, node, "case")?.form.toLowerCase() !== "of" || !wholes.has(whole.lemma.toLowerCase()))
    return undefined;
  return { measure: `in the ${whole.lemma.toLowerCase()}`, by: whole };
}

const bidding = new Set(biddingVerbs.split(" "));
const wholes = new Set(wholeNouns.split(" "));

/** "two corvettes had sailed", "treated 14 people": whatever was done, by or to people and things of a listed unit. */
function fromAnyVerb(tree: Tree, node: Token, { quantity }: Counted): Measured | undefined {
  const noun = firstOfList(tree, node);
  const verb = parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  // "set fire to three trucks"
  if (
    verb.lemma === "set" &&
    is(noun, "obl", "nmod") &&
    /^(?:fire|light)$/.test(kid(tree, verb, "obj")?.lemma ?? "")
  )
    return kid(tree, noun, "case")?.form.toLowerCase() === "to"
      ? { measure: "set on fire", by: verb, loose: true }
      : undefined;
  const taken = verb.lemma === "take" && is(noun, "nsubj:pass");
  const prt = particleOf(tree, verb);
  // "called off", "taken down", "turned away": not what "called" or "taken" would say
  const particle =
    prt === undefined || prt.start === quantity.span.start ? undefined : prt.form.toLowerCase();
  const heard = verb.lemma === "hear" && noun.lemma === "witness" && is(noun, "obj");
  const land = /^(?:take|lose)$/.test(verb.lemma) && /^(?:hectare|acre)$/.test(noun.lemma) && is(noun, "obj");
  if (
    emptyVerbs.has(verb.lemma.toLowerCase()) &&
    !taken &&
    !heard &&
    !land &&
    (particle === undefined || causing.test(verb.lemma))
  )
    return undefined;
  if (is(noun, "nsubj:pass") && isActive(tree.sentence.tokens, verb.i)) return undefined;
  const subject = is(noun, "nsubj") && !is(noun, "nsubj:pass");
  if (subject && kids(tree, verb, "obj", "ccomp", "xcomp").some((one) => one.form !== "part"))
    return undefined;
  // "offer up to $25 million": the tree took the bound for a preposition or a particle
  const bounded = isBoundedObject(tree, noun, quantity);
  if (!subject && !bounded && !is(noun, "obj", "nsubj:pass")) return undefined;
  return { measure: withParticle(verb, particle), by: verb, loose: true };
}

/** "caught 12 sailors and 11 divers": of a list of counts, the one that hangs on the verb. */
function firstOfList(tree: Tree, noun: Token): Token {
  const head = is(noun, "conj") ? parent(tree, noun) : undefined;
  return head !== undefined && /^(?:NOUN|PROPN)$/.test(head.upos) && kid(tree, head, "nummod") !== undefined
    ? head
    : noun;
}

/** "offer up to $25 million", "affected at least 900 people": the tree took the bound for a preposition. */
function isBoundedObject(tree: Tree, noun: Token, quantity: Quantity): boolean {
  const listed =
    quantity.unit !== undefined || unitNouns[noun.lemma.toLowerCase()] !== undefined || isPersonNoun(noun);
  if (!listed || !is(noun, "obl") || (quantity.low === null && quantity.high === null)) return false;
  // "were injured where as many as 400 were": what is done to one thing is not done to another
  const verb = parent(tree, noun);
  if (verb !== undefined && kid(tree, verb, "nsubj:pass", "aux:pass", "obj") !== undefined) return false;
  const first = subtree(tree, noun)[0]!;
  // "shot over two defenders"
  if (/^over$/i.test(first.form) && (quantity.low ?? 0) < many) return false;
  return first.start === quantity.span.start;
}

/** "lets two firms wind down": another verb's particle. */
const causing = /^(?:let|make|have|get|help|see|hear|keep|watch)$/;

function particleOf(tree: Tree, verb: Token): Token | undefined {
  const behind = tree.sentence.tokens[verb.i + 1];
  return (
    kid(tree, verb, "compound:prt") ?? (/^(?:away|back)$/i.test(behind?.form ?? "") ? behind : undefined)
  );
}

/** "cut off", "washed up": the verb says too little without its particle. */
function withParticle(verb: Token, particle: string | undefined): string {
  if (verb.upos === "ADJ") return verb.form.toLowerCase();
  if (particle !== undefined && !/^(?:off|out|up|down|away|back|in|over)$/.test(particle))
    return participle(verb);
  return particle === undefined ? participle(verb) : `${participle(verb)} ${particle}`;
}

export function isToll(measure: string): boolean {
  return /^(killed|injured|missing|detained|abducted|shot|displaced|arrested|stabbed)$/.test(measure);
}

/** "eleven are dead", "11 dead" as a headline: the number or its noun is the subject of a state. */
function predicate(tree: Tree, noun: Token): Measured | undefined {
  if (kid(tree, noun, "cop") !== undefined) return undefined;
  const after = tree.sentence.tokens[noun.i + 1];
  if (after === undefined || after.head !== noun.i || killsOthers(tree.sentence.tokens, after))
    return undefined;
  const measure = measureAdjectives[after.form.toLowerCase()];
  return measure === undefined ? undefined : { measure, by: after };
}

/** "the killing of 64 people", "the deployment of 12,000 troops", "injuries to three men". */
function fromNoun(tree: Tree, noun: Token, counted: Counted): Measured | undefined {
  if (!is(noun, "nmod")) return undefined;
  const head = parent(tree, noun);
  if (head === undefined || head.upos !== "NOUN") return undefined;
  const word = kid(tree, noun, "case")?.form.toLowerCase();
  if (word !== "of" && word !== "to") return undefined;
  // "demanded a ransom of 3 million dollars"
  const asked = counted.quantity.unit !== undefined && is(head, "obj") ? parent(tree, head) : undefined;
  if (asked !== undefined && bidding.has(asked.lemma) && moneyNouns[head.lemma] !== undefined)
    return { measure: participle(asked), by: asked };
  const measure =
    head.lemma === "toll"
      ? "killed"
      : (tollNouns[head.lemma.toLowerCase()] ??
        moneyNouns[counted.quantity.unit === undefined ? "" : head.lemma]);
  if (measure !== undefined && measure !== "casualties" && measure !== "strikes" && measure !== "attacks")
    return { measure, by: head };
  const done = word === "of" ? doneNouns[head.lemma.toLowerCase()] : undefined;
  if (done !== undefined) return { measure: done, by: head };
  const trigger = triggersIn(tree).find((one) => one.token.i === head.i);
  const byMode = trigger === undefined ? undefined : nounMeasures[trigger.mode ?? ""];
  return byMode === undefined ? undefined : { measure: byMode, by: head };
}

/** Nouns of which a sum of money is said. */
const moneyNouns: Readonly<Record<string, string>> = table({
  loss: "lost",
  cost: "cost",
  damage: "damage",
  price: "cost",
  ransom: "ransom",
  fine: "fined",
  budget: "budgeted",
  spending: "spent",
  aid: "provided",
  package: "provided",
  contract: "contracted",
  compensation: "compensation",
  loan: "lent",
  grant: "granted",
  bounty: "bounty",
  reward: "reward",
  bail: "bail",
  debt: "owed",
  revenue: "earned",
  deal: "agreed",
});

const nounMeasures: Readonly<Record<string, string>> = table({
  kill: "killed",
  assassinate: "killed",
  execute: "killed",
  troops: "deployed",
  seize: "seized",
  arrest: "detained",
  abduct: "abducted",
  deport: "deported",
  release: "released",
  withdraw: "withdrawn",
  destroy: "destroyed",
});

/** "the death toll rose to 64", "the number of detainees stands at 12". */
function fromTollSubject(tree: Tree, noun: Token): Measured | undefined {
  const above = parent(tree, noun);
  const verb = above?.upos === "NUM" ? parent(tree, above) : above;
  if (verb === undefined || !is(noun, "obl", "obj", "xcomp", "nmod", "advcl", "dep")) return undefined;
  if (
    !/^(rise|rose|climb|jump|grow|increase|soar|reach|stand|fall|drop|hit|pass|top|exceed|put|bring|take|cut|revise|raise|lower|total|number|surpass|double|remain|be|come|amount)$/.test(
      verb.lemma,
    )
  )
    return undefined;
  const word = kid(tree, noun, "case")?.form.toLowerCase();
  if (word !== undefined && !/^(to|at|past|above)$/.test(word)) return undefined;
  const misplaced = tree.sentence.tokens.filter(
    (one) => one.lemma === "toll" && one.i < verb.i && is(one, "nsubj"),
  );
  for (const subject of [...kids(tree, verb, "nsubj"), ...kids(tree, verb, "obj"), ...misplaced]) {
    if (subject.i === noun.i) continue;
    const measure = tollOf(tree, subject);
    if (measure !== undefined) return { measure, by: verb };
  }
  return undefined;
}

function tollOf(tree: Tree, noun: Token): string | undefined {
  const words = subtree(tree, noun);
  if (/^(toll|number|count|tally|total|figure)$/.test(noun.lemma)) {
    for (const one of words) {
      const measure =
        tollNouns[one.lemma.toLowerCase()] ??
        measureAdjectives[one.form.toLowerCase()] ??
        measureVerbs[measuring(one)];
      if (measure !== undefined) return measure;
    }
    return noun.lemma === "toll" ? "killed" : undefined;
  }
  return /^(death|fatality|casualty|injury|murder|killing|homicide|slaying|arrest)$/.test(noun.lemma)
    ? tollNouns[noun.lemma]
    : undefined;
}
