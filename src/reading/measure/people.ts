/**
 * What is told of people and forces in numbers where the verb alone does not say it: what they are driven to, where
 * they are, and what many of them did to a thing ("left the province", "signed a petition").
 */

import {
  drivingVerbs,
  fleeingVerbs,
  forceUnits,
  homeNouns,
  keepingVerbs,
} from "../../language/en/counting.ts";
import { cueClasses } from "../../language/en/cues.ts";
import {
  abstractNouns,
  bodilyVerbs,
  degreeVerbs,
  feelingVerbs,
  lightVerbs,
  relatingVerbs,
  stativeVerbs,
  stylingVerbs,
} from "../../language/en/open-acts.ts";
import { measureVerbs } from "../../language/en/people.ts";
import type { Token } from "../../model/sentence.ts";
import type { Quantity } from "../count/numbers.ts";
import { isPersonNoun } from "../event/triggers.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../tree.ts";
import { type Measured, many } from "./measured.ts";
import { participle } from "./participles.ts";

const homes = new Set(homeNouns.split(" "));
const driving = new Set(drivingVerbs.split(" "));
const fleeing = new Set(fleeingVerbs.split(" "));
const forces = new Set(forceUnits.split(" "));
const keeping = new Set(keepingVerbs.split(" "));

const isHome = (token: Token) => homes.has(token.lemma.toLowerCase());

/** "forced from their homes", "ordered to leave", "have left their homes": displaced, or evacuated, whatever drove them. */
export function fromFlight(tree: Tree, noun: Token): Measured | undefined {
  const own = kids(tree, noun, "acl").find((one) => one.xpos === "VBN" && driving.has(one.lemma));
  const verb = own ?? parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB") return undefined;
  const lemma = verb.lemma.toLowerCase();
  if (own === undefined && is(noun, "nsubj") && !is(noun, "nsubj:pass")) {
    const left = /^(?:leave|abandon|lose|evacuate)$/.test(lemma) ? kid(tree, verb, "obj") : undefined;
    if (left === undefined || !/^(?:home|house)$/.test(left.lemma.toLowerCase())) return undefined;
    return { measure: lemma === "evacuate" ? "evacuated" : "displaced", by: verb };
  }
  if (!driving.has(lemma) || (own === undefined && !is(noun, "obj", "nsubj:pass"))) return undefined;
  const to = kids(tree, verb, "xcomp", "ccomp", "advcl").find(
    (one) => fleeing.has(one.lemma) && kid(tree, one, "mark")?.form.toLowerCase() === "to",
  );
  if (to !== undefined) {
    const what = kid(tree, to, "obj");
    if (to.lemma === "evacuate") return { measure: "evacuated", by: verb };
    // "forced to leave the party"
    if (to.lemma !== "flee" && to.lemma !== "escape" && (what === undefined || !isHome(what)))
      return undefined;
    // who is only told to go may not have gone
    return /^(?:order|tell|ask)$/.test(lemma)
      ? { measure: `${participle(verb)} to ${to.lemma}`, by: verb }
      : { measure: "displaced", by: verb };
  }
  if (!/^(?:force|drive|push|chase)$/.test(lemma)) return undefined;
  const from = [...kids(tree, verb, "obl"), ...kids(tree, noun, "nmod")].some(
    (one) => isHome(one) && /^(?:from|off)$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  return from ? { measure: "displaced", by: verb } : undefined;
}

/** "with 60 passengers on board", "400 people were aboard the ferry", "has 2,500 troops in the east". */
export function fromPresence(tree: Tree, noun: Token, last: number): Measured | undefined {
  const { tokens } = tree.sentence;
  let i = last + 1;
  while (/^(?:were|was|are|is|been|had|have|still|also|all)$/i.test(tokens[i]?.form ?? "")) i++;
  const first = tokens[i]?.form.toLowerCase();
  const aboard = first === "aboard" || (first === "on" && tokens[i + 1]?.form.toLowerCase() === "board");
  if (aboard && isPersonNoun(noun))
    return { measure: "on board", by: i > last + 1 ? (parent(tree, noun) ?? tokens[i]!) : tokens[i]! };
  const verb = parent(tree, noun);
  if (verb === undefined || !is(noun, "obj") || !keeping.has(verb.lemma)) return undefined;
  if (!forces.has(noun.lemma.toLowerCase())) return undefined;
  const placed = [...kids(tree, verb, "obl"), ...kids(tree, noun, "nmod")].some(
    (one) =>
      one.i > noun.i &&
      /^(?:PROPN|NOUN)$/.test(one.upos) &&
      /^(?:in|at|on|along|near|inside|across)$/i.test(kid(tree, one, "case")?.form ?? "") &&
      (one.upos === "PROPN" || isHome(one) || /^(?:border|base|east|west|north|south)$/.test(one.lemma)),
  );
  return placed ? { measure: "stationed", by: verb } : undefined;
}

/** "Home to 14,000 people", "a population of 5,000", "where 300 families live": who lives somewhere. */
export function fromLiving(tree: Tree, node: Token, noun: Token, quantity: Quantity): Measured | undefined {
  const { first, last } = quantity;
  const { tokens } = tree.sentence;
  const itself = noun.i >= first && noun.i <= last;
  if (!itself && !isPersonNoun(noun)) return undefined;
  let before = first - 1;
  while (
    /^(?:about|some|around|roughly|nearly|almost|just|over|more|fewer|less|than|an|estimated|at|least|most|only)$/i.test(
      tokens[before]?.form ?? "",
    )
  )
    before--;
  const [word, lead] = [tokens[before]?.form.toLowerCase(), tokens[before - 1]];
  if (word === "to" && lead?.lemma === "home") return { measure: "living", by: lead };
  if (word === "of" && lead?.lemma === "population") return { measure: "living", by: lead };
  const verb = parent(tree, node);
  const resides = verb !== undefined && /^(?:live|reside|dwell)$/.test(verb.lemma) && is(node, "nsubj");
  return resides && !itself && (quantity.low ?? quantity.best ?? 0) >= many
    ? { measure: "living", by: verb }
    : undefined;
}

const untold = new Set(
  [stativeVerbs, feelingVerbs, stylingVerbs, relatingVerbs, degreeVerbs, bodilyVerbs].flatMap((verbs) =>
    verbs.split(/\s+/),
  ),
);
const light = new Set(lightVerbs.split(" "));
const abstract = new Set(abstractNouns.split(/\s+/));
const longest = 5;

/** "More than 172,000 people left the country", "thousands sought refuge": what many did, with what they did it to. */
export function fromDoing(tree: Tree, noun: Token, quantity: Quantity): Measured | undefined {
  const verb = parent(tree, noun);
  if (verb === undefined || verb.upos !== "VERB" || !is(noun, "nsubj") || is(noun, "nsubj:pass"))
    return undefined;
  if ((quantity.low ?? quantity.best ?? 0) < many || !isTold(tree, verb)) return undefined;
  const object = kid(tree, verb, "obj");
  if (object === undefined || !/^(?:NOUN|PROPN)$/.test(object.upos) || object.i < verb.i) return undefined;
  if (kid(tree, verb, "ccomp", "xcomp", "iobj", "compound:prt") !== undefined) return undefined;
  // "streamed east up the road": what stands further off may be no object
  if (subtree(tree, object)[0]!.i !== verb.i + 1) return undefined;
  const lemma = verb.lemma.toLowerCase();
  const sheltered = /^(?:seek|take|find)$/.test(lemma) && /^(?:refuge|shelter|asylum)$/.test(object.lemma);
  if (!sheltered) {
    if (untold.has(lemma) || measureVerbs[lemma] !== undefined || cueClasses(lemma).length > 0)
      return undefined;
    if (light.has(lemma) && abstract.has(object.lemma.toLowerCase())) return undefined;
  }
  const did = verb.xpos === "VBG" ? verb.form.toLowerCase() : participle(verb);
  return { measure: `${did} ${cutOf(tree, object)}`, by: verb };
}

/** In the past, the perfect or a progressive: what many do at all times is no news. */
function isTold(tree: Tree, verb: Token): boolean {
  if (verb.xpos === "VBD") return true;
  const aux = kids(tree, verb, "aux").map((one) => one.lemma.toLowerCase());
  return (verb.xpos === "VBN" && aux.includes("have")) || (verb.xpos === "VBG" && aux.includes("be"));
}

/** The object without what hangs behind it; of a long one the noun alone. */
function cutOf(tree: Tree, object: Token): string {
  const words = subtree(
    tree,
    object,
    (one) =>
      one.head === object.i && !is(one, "flat") && one.form !== "-" && (one.i > object.i || is(one, "punct")),
  );
  const plain =
    words.length <= longest &&
    words.every((one) => one.form === "-" || (one.upos !== "PUNCT" && one.upos !== "PART"));
  if (!plain) return object.form;
  // "Tin-Wassa" has no spaces
  return words.map(({ form, start }, i) => (i > 0 && start > words[i - 1]!.end ? ` ${form}` : form)).join("");
}
