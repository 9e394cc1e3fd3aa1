/** Words of attitude by class ("plan", "deny"): looked up with particle and preposition. */
import { type AttitudeClass, attitudeClasses, withNarrower } from "../../language/en/attitudes.ts";
import { denials } from "../../language/en/cues.ts";
import { claimNouns, summonedNouns } from "../../language/en/stances.ts";
import { droppedActs, dropping, facedNouns, unscheduled } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import { kid, kids, type Tree } from "../tree.ts";
import { lemmaFinder } from "../words/lemma.ts";
import { stemsOf } from "../words/per-word.ts";
import { isDefinite } from "./form.ts";

const classOf = { verbs: index("verbs"), nouns: index("nouns"), adjectives: index("adjectives") };

function index(part: "verbs" | "nouns" | "adjectives"): ReadonlyMap<string, AttitudeClass> {
  const map = new Map<string, AttitudeClass>();
  for (const one of attitudeClasses.flatMap(withNarrower))
    for (const key of (one[part] ?? "").split(" ")) if (key !== "" && !map.has(key)) map.set(key, one);
  return map;
}

/** The class of the word that an act hangs on, looked up with its particle, then its preposition, then alone. */
export function attitudeOf(tree: Tree, word: Token, preposition?: string): AttitudeClass | undefined {
  return (
    byObject(tree, word) ??
    bySubject(tree, word) ??
    byInfinitive(tree, word) ??
    byWords(tree, word, preposition) ??
    byWhom(tree, word, preposition)
  );
}

const named = (name: string) => attitudeClasses.find((one) => one.name === name);
const denying = named("deny");
/** "Escaped being shot": of who escapes an act, not one who lived through it. */
export const notDoing = named("not do");
const announcing = named("announce");
const callingOff = named("call off");
const fearing = named("fear");
const enabling = named("enable");
const obliging = named("be supposed");
const forcing = named("force");
const conducting = named("carry out");
const given = named("given");
const claims = new Set(claimNouns.split(" "));
const summoned = new Set(summonedNouns.split(" "));

/** Verbs whose sense their object settles: "dismissed claims" denies them, "called a strike" announces it, "dropped plans" calls them off. */
function byObject(tree: Tree, word: Token): AttitudeClass | undefined {
  if (word.upos !== "VERB") return undefined;
  const lemma = word.lemma.toLowerCase();
  if (/^organi[sz]e$/.test(lemma)) return isPlainPast(tree, word) ? conducting : undefined;
  const conducts = /^(?:direct|command)$/.test(lemma);
  const known = denials.has(lemma) || dropping.has(lemma) || /^(?:call|face|announce)$/.test(lemma);
  if (!conducts && !known) return undefined;
  const object = kid(tree, word, "obj", "nsubj:pass");
  if (object === undefined || kid(tree, word, "xcomp", "compound:prt") !== undefined) return undefined;
  const noun = object.lemma.toLowerCase();
  // "directed attacks", "commands the operation"
  if (conducts) return unscheduled.has(noun) || operations.test(noun) ? conducting : undefined;
  // "the arrest was announced": made known
  if (lemma === "announce") return unscheduled.has(noun) || concluded.test(noun) ? given : undefined;
  if (lemma === "face") return facedNouns.has(noun) ? fearing : undefined;
  // "attacks dropped by a third"
  const isDropped = kid(tree, word, "obj", "aux:pass") !== undefined;
  if (lemma === "drop" && isDropped && droppedActs.has(noun)) return callingOff;
  if (dropping.has(lemma)) return meant.has(classOf.nouns.get(noun)?.name ?? "") ? callingOff : undefined;
  // "called Sunday's strike a crime"
  if (lemma === "call") return summoned.has(noun) && !isDefinite(tree, object) ? announcing : undefined;
  return claims.has(noun) ? denying : undefined;
}

/** "The union organised a rally": there was one; who is organising it means to hold it. */
function isPlainPast(tree: Tree, verb: Token): boolean {
  if (!/^VB[DN]$/.test(verb.xpos)) return false;
  return !kids(tree, verb, "aux", "aux:pass").some(
    ({ xpos, form }) => xpos === "MD" || /^(?:be|being|is|are)$/i.test(form),
  );
}

const operations = /^(?:operation|campaign|offensive|search|effort|raid|assault)$/;
const concluded = /^(?:arrest|indictment|death|detention|capture)$/;

/** Classes of what is only meant or spoken of. */
const meant = new Set(["plan", "announce", "threaten", "discuss"]);

/** "That has allowed him to hold out": what made it possible, and nobody's permission. */
function bySubject(tree: Tree, word: Token): AttitudeClass | undefined {
  if (word.upos !== "VERB" || !/^(?:allow|permit|let)$/.test(word.lemma)) return undefined;
  const subject = kid(tree, word, "nsubj");
  return subject?.deprel === "nsubj" && /^(?:that|this|which)$/i.test(subject.form) ? enabling : undefined;
}

/** "Called on the government to withdraw", "called for him to go": the infinitive is asked of whom the preposition names. */
function byWhom(tree: Tree, word: Token, preposition: string | undefined): AttitudeClass | undefined {
  if (preposition !== "to" || word.upos !== "VERB") return undefined;
  // "upon the board to act", with the board hung on "act"
  const asked = kids(tree, word, "advcl", "xcomp").flatMap((one) => kids(tree, one, "nsubj").slice(0, 1));
  for (const one of [...kids(tree, word, "obl"), ...asked]) {
    const whom = kid(tree, one, "case")?.form.toLowerCase();
    if (whom === "on" || whom === "upon" || whom === "for")
      return classOf.verbs.get(`${stemOf(word)}_${whom}`);
  }
  return undefined;
}

/** "Was supposed to leave": meant to; "led the clerks to protest": made them do so. */
function byInfinitive(tree: Tree, word: Token): AttitudeClass | undefined {
  if (word.upos !== "VERB") return undefined;
  const supposed = word.xpos === "VBN" && word.lemma === "suppose";
  if (!supposed && word.lemma !== "lead") return undefined;
  const act = kid(tree, word, "xcomp", ...(supposed ? [] : ["advcl"]));
  if (act?.xpos !== "VB" && act?.xpos !== "VBN") return undefined;
  if (!kids(tree, act, "mark").some(({ xpos }) => xpos === "TO")) return undefined;
  if (supposed) return kid(tree, word, "aux:pass", "cop") === undefined ? undefined : obliging;
  return kid(tree, word, "obj") === undefined ? undefined : forcing;
}

function byWords(tree: Tree, word: Token, preposition: string | undefined): AttitudeClass | undefined {
  const authorities = word.lemma === "authority" && word.xpos === "NNS";
  const lemma = authorities
    ? "authorities"
    : word.lemma === "go" && word.xpos === "VBG"
      ? "going"
      : stemOf(word);
  const adjectival =
    word.upos === "ADJ" ||
    (word.xpos === "VBN" &&
      kid(tree, word, "cop", "aux:pass") !== undefined &&
      // "had been set up"
      kid(tree, word, "compound:prt") === undefined);
  if (!mayBeKnown(word, lemma, adjectival)) return undefined;
  const tables =
    word.upos === "NOUN" || word.upos === "PROPN"
      ? [classOf.nouns]
      : word.upos === "ADJ"
        ? // "direct intervention" directs none; "aimed", "bound" are verbs too
          /(?:ed|ing|en|nd|t)$/i.test(word.form) && word.form.toLowerCase() !== "direct"
          ? [classOf.adjectives, classOf.verbs]
          : [classOf.adjectives]
        : adjectival
          ? [classOf.verbs, classOf.adjectives]
          : [classOf.verbs];
  const particle =
    accompanied.has(lemma) || lemma.includes("_")
      ? kids(tree, word, "compound:prt", "advmod", "obj", "xcomp", ...(isPut(lemma) ? ["obl"] : [])).find(
          (one) =>
            tables.some(
              (table) =>
                table.has(`${lemma}_${one.form.toLowerCase()}`) ||
                (preposition !== undefined && table.has(`${lemma}_${one.form.toLowerCase()}_${preposition}`)),
            ),
        )
      : undefined;
  for (const table of tables) {
    const keys = [
      ...(particle === undefined
        ? []
        : [
            `${lemma}_${particle.form.toLowerCase()}_${preposition}`,
            `${lemma}_${particle.form.toLowerCase()}`,
          ]),
      ...(preposition === undefined ? [] : [`${lemma}_${preposition}`]),
      lemma,
      ...(adjectival ? [word.form.toLowerCase()] : []),
      // A lemma guessed short ("postpon"): the form without its "d".
      ...(/^VB[DN]$/.test(word.xpos) && word.form.endsWith("ed")
        ? [word.form.toLowerCase().slice(0, -1)]
        : []),
    ];
    for (const key of keys) {
      const found = table.get(key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** "Put on hold": the one key of a verb with a phrase behind it. */
const isPut = (lemma: string) => lemma === "put" || lemma === "place";

/** Whether any key can begin with the word in one of its forms: with most none does. */
function mayBeKnown(word: Token, lemma: string, adjectival: boolean): boolean {
  if (known.has(lemma) || lemma.includes("_")) return true;
  if (!adjectival && word.xpos !== "VBD" && word.xpos !== "VBN") return false;
  const form = word.form.toLowerCase();
  return known.has(form) || known.has(form.slice(0, -1));
}

const known = stemsOf(Object.values(classOf).flatMap((keys) => [...keys.keys()]));
const stems = stemsOf(classOf.verbs.keys());
const lemmaOf = lemmaFinder((lemma) => stems.has(lemma));
/** Words that some class knows with another beside them ("call_on"). */
const accompanied = stemsOf(
  Object.values(classOf).flatMap((keys) => [...keys.keys()].filter((key) => key.includes("_"))),
);

function stemOf(word: Token): string {
  return word.upos === "VERB" ? lemmaOf(word) : word.lemma.toLowerCase();
}

export function adjectiveClass(word: Token, tokens: readonly Token[] = []): AttitudeClass | undefined {
  // "so-called" in three words
  const [so, hyphen] = [tokens[word.i - 2], tokens[word.i - 1]];
  const whole =
    hyphen?.form === "-" && so !== undefined ? `${so.form}-${word.form}`.toLowerCase() : undefined;
  const joined = whole === undefined ? undefined : classOf.adjectives.get(whole);
  if (joined !== undefined) return joined;
  return classOf.adjectives.get(word.form.toLowerCase()) ?? classOf.adjectives.get(word.lemma.toLowerCase());
}

/** A prepositional phrase is the word's complement only if the lexicon names the preposition, or it is "to", "of", "on", "for". */
export function governs(
  tree: Tree,
  governor: Token,
  preposition: string | undefined,
  found: AttitudeClass,
): boolean {
  if (preposition === undefined) return true;
  if (governor.upos === "NOUN" || governor.upos === "ADJ") return true;
  const lemma = governor.lemma.toLowerCase();
  if (classOf.verbs.get(`${lemma}_${preposition}`) === found) return true;
  const particle = kid(tree, governor, "compound:prt")?.form.toLowerCase();
  if (particle !== undefined && classOf.verbs.get(`${lemma}_${particle}_${preposition}`) === found)
    return true;
  return /^(to|of|on|about)$/.test(preposition) && found.name !== "say" && found.passesOn !== true;
}
