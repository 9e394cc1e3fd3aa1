/** What the clause above leaves of an act where no word of attitude stands between. */
import { expressing, harming, meansNouns, wayNouns } from "../../language/en/standing-words.ts";
import type { Token } from "../../model/sentence.ts";
import type { Stage } from "../../model/status.ts";
import { isByNature } from "../event/natural-causes.ts";
import { is, isNegated, kid, kids, parent, type Tree } from "../tree.ts";
import { attitudeOf } from "./attitude-words.ts";
import { apply } from "./effects.ts";
import { type Form, formOf, isDefinite } from "./form.ts";
import type { Link } from "./links.ts";
import { until } from "./own-words.ts";
import { flip, isReal, real, type Standing, spanOf, weaker } from "./standing.ts";

/** No word of attitude between: what the clause above leaves of the act. */
export function pass(
  tree: Tree,
  own: Standing,
  form: Form,
  link: Link,
  above: Standing,
  subject: boolean,
): Standing {
  const { relation, governor } = link;
  // "would stay out until the reform was repealed"
  if (is(relation, "advcl") && form.finite && above.future && until(tree, relation) !== undefined)
    return { ...own, stage: undefined, certainty: "unknown", conditional: true };
  // "it would have been difficult for him to have fled"
  if (governor.upos === "ADJ" && judged.test(governor.lemma) && isToClause(tree, relation))
    return { ...own, stage: undefined, certainty: "unknown" };
  // "it would be a mistake to invade", "it is a crime to steal", "invading would be a mistake"
  if (isJudgedAct(tree, form, link, above)) return { ...own, stage: undefined, certainty: "unknown" };
  if (form.finite && !own.future) return own;
  if (is(relation, "ccomp", "csubj") && form.finite) return own;
  if (is(relation, "advcl", "acl", "xcomp") || (is(relation, "csubj") && form.tense === "infinitive")) {
    if (form.tense === "infinitive") {
      // "the project to train engineers is on hold"
      if (
        is(relation, "acl") &&
        governor.upos === "NOUN" &&
        above.stage === "called-off" &&
        above.polarity === undefined
      )
        return { ...own, stage: above.stage, polarity: undefined, future: false };
      const { blockKind } = tree.sentence;
      if (is(relation, "acl") && blockKind === "headline" && is(governor, "root"))
        return { ...own, stage: "planned" };
      // "not enough to raise", "too weak to stay"
      if (governor.upos === "ADJ" && (above.polarity === "denied" || isTooMuch(tree, governor)))
        return { ...own, polarity: flip(own.polarity), unrealisedBy: spanOf(governor) };
      if (isReal(above) && above.polarity === "affirmed") {
        if (cameAbout(tree, relation, governor, above))
          return { ...own, stage: "done", future: false, certainty: weaker(own.certainty, above.certainty) };
        const stage = byUse(tree, relation, governor);
        if (stage !== undefined && above.certainty !== "unknown" && above.certainty !== "possible")
          return { ...own, stage, future: false, certainty: "probable" };
      }
      // "does not have the crews to manage a rescue"
      if (is(relation, "acl") && isHeldByNone(tree, governor)) return { ...own, certainty: "unknown" };
      // "had not taken steps to arm them", "did not come to fight"
      if (above.polarity === "denied" && real.has(above.stage) && own.stage === undefined)
        return { ...own, certainty: "unknown" };
      // A purpose, or what somebody is for: meant, not done.
      const purpose = own.stage ?? "planned";
      return {
        ...own,
        stage: purpose,
        certainty: weaker(own.certainty, weaker("possible", above.certainty)),
      };
    }
    // "dies after shooting his brother"
    if (form.tense === "gerund" && link.preposition === "after" && isReal(above) && own.stage === undefined)
      return { ...own, stage: "done", certainty: weaker(own.certainty, above.certainty) };
    // "took a stand against sending troops"; "did not win by bombing" leaves open whether anybody bombed
    const { preposition } = link;
    if (
      form.tense === "gerund" &&
      (preposition === "against" ||
        (preposition === "by" && above.polarity === "denied") ||
        (preposition === "of" && governor.upos === "NOUN" && wayNouns.has(governor.lemma)))
    )
      return { ...own, stage: undefined, certainty: "unknown" };
    if (form.tense === "gerund" || form.tense === "participle" || form.tense === "none") {
      const stage = form.tense === "participle" ? own.stage : (own.stage ?? above.stage);
      return {
        ...own,
        stage,
        certainty: weaker(own.certainty, above.certainty),
        future: above.future,
        conditional: above.conditional,
      };
    }
    return own;
  }
  if (!form.nominal) return own;
  if (own.stage === undefined && own.certainty === "possible" && own.carriers.length > 0) {
    const plan = planBeside(tree, governor, relation);
    return plan === undefined
      ? own
      : { ...own, stage: plan, certainty: weaker(own.certainty, above.certainty) };
  }
  // "is against direct intervention", with the noun hung on "direct"
  if (
    governor.upos === "ADJ" &&
    is(relation, "obj", "obl") &&
    kid(tree, governor, "case")?.lemma === "against"
  )
    return { ...own, certainty: "unknown" };
  const definite = isDefinite(tree, relation);
  // "deportation flights were suspended"; "cancelled plans to attend a rally" says nothing of the rally
  if (above.stage === "called-off" && above.polarity === undefined)
    return is(relation, "compound")
      ? { ...own, stage: above.stage, polarity: undefined }
      : { ...own, ...(definite ? {} : { stage: undefined, certainty: "unknown" as const }) };
  const plan = planBeside(tree, governor, relation);
  // "abandoned plans for an invasion", "denied plans for one": the verb's effect on what is planned
  const turned = plan === undefined ? undefined : attitudeOf(tree, governor);
  if (turned !== undefined && /^(?:call off|deny|rule out|postpone|want)$/.test(turned.name))
    return apply({ ...own, stage: plan }, turned, governor, above);
  if (plan !== undefined && above.polarity === "denied")
    return { ...own, stage: undefined, certainty: "unknown" };
  if (plan !== undefined) return { ...own, stage: plan };
  // "a new summit is not going to change it"
  const goingTo =
    governor.lemma === "go" && governor.xpos === "VBG" && kid(tree, governor, "xcomp") !== undefined;
  if (subject && goingTo && !definite)
    return { ...own, stage: "planned", certainty: weaker(own.certainty, "possible") };
  // A noun: given, unless its clause is unreal and it is new there.
  const unreal =
    !isReal(above) || above.certainty === "unknown" || above.certainty === "possible" || above.conditional;
  if (subject && (governor.upos === "VERB" || governor.upos === "AUX")) {
    const stage = own.stage ?? (real.has(above.stage) ? "done" : above.stage);
    return {
      ...own,
      stage: unreal && !definite ? above.stage : stage,
      certainty: unreal && !definite ? weaker(own.certainty, above.certainty) : own.certainty,
    };
  }
  // "failed to secure authorization for the raid": none was given
  if (above.polarity === "denied" && !definite && is(relation, "obj") && own.polarity === "affirmed")
    if (/^(?:authorise|announce)$/.test(attitudeOf(tree, relation)?.name ?? ""))
      return { ...own, polarity: "denied", stage: undefined };
  // "is not planning a return to air operations": of them nothing is told
  if (above.polarity === "denied" && !definite && governor.upos === "NOUN" && own.polarity === "affirmed")
    return { ...own, stage: undefined, certainty: "unknown" };
  if (unreal && !definite)
    return {
      ...own,
      stage: own.stage ?? above.stage,
      certainty: weaker(own.certainty, above.certainty),
      conditional: above.conditional,
    };
  // "the outcome of the meeting" in what is to come: the meeting is given, but not that it took place.
  if (unreal) return { ...own, future: own.future || above.future, conditional: above.conditional };
  // "a law which governs operations": of no operation in particular.
  if (above.habitual && !definite && is(relation, "obj", "obl") && governor.upos === "VERB") return own;
  return { ...own, stage: own.stage ?? (definite || real.has(above.stage) ? "done" : above.stage) };
}

/** "Too weak to stay"; who is "all too happy to" does. */
export function isTooMuch(tree: Tree, { upos, lemma, i }: Token): boolean {
  if (upos !== "ADJ" || /^(?:happy|eager|willing|glad|ready|keen|pleased|quick)$/.test(lemma)) return false;
  return tree.sentence.tokens[i - 1]?.form.toLowerCase() === "too";
}

const judged =
  /^(?:difficult|hard|impossible|easy|possible|necessary|important|essential|better|wrong|right|unreasonable|reasonable|illegal|legal|dangerous|safe|premature|useful|pointless|costly|rare|unusual)$/;

function isHeldByNone(tree: Tree, noun: Token): boolean {
  const verb = is(noun, "obj") ? parent(tree, noun) : undefined;
  return verb?.lemma === "have" && isNegated(tree, verb);
}

/** "Exploited a flaw to attack users", "took advantage of the unrest to seize arms": who uses something to act mostly does. */
function byUse(tree: Tree, act: Token, governor: Token): Stage | undefined {
  const verb = governor.upos === "NOUN" && is(governor, "obj") ? parent(tree, governor) : governor;
  if (verb?.upos !== "VERB" || /^(?:try|help|seek|attempt|support|ensure)$/.test(act.lemma)) return undefined;
  const what = kid(tree, verb, "obj", "nsubj:pass", "obl");
  // "took to the radio to attack the mayor"
  const uses =
    verb.lemma === "take"
      ? what?.lemma === "advantage" || (what !== undefined && kid(tree, what, "case")?.lemma === "to")
      : using.test(verb.lemma) && what !== undefined && !is(what, "obl");
  const { modal, tense, finite, progressive } = formOf(tree, verb);
  if (!uses || modal !== undefined || isNegated(tree, verb)) return undefined;
  if (!finite && tense !== "participle") return undefined;
  return tense === "present" || progressive ? "under-way" : "done";
}

const using = /^(?:use|exploit|employ|wield|utilise|utilize)$/;

const isToClause = (tree: Tree, clause: Token) =>
  is(clause, "advcl", "xcomp", "csubj", "ccomp", "acl") &&
  // "to have fled", with "to" hung on "have"
  [clause, ...kids(tree, clause, "aux")].some((word) =>
    kids(tree, word, "mark").some((one) => one.xpos === "TO"),
  );

/** What "it" stands for where a noun judges it, and what as a subject is judged though not yet done. */
function isJudgedAct(tree: Tree, form: Form, { governor, relation }: Link, above: Standing): boolean {
  if (kid(tree, governor, "cop") === undefined) return false;
  if (is(relation, "csubj") && form.tense === "gerund") return above.future || above.certainty !== "asserted";
  if (governor.upos !== "NOUN" || !isToClause(tree, relation)) return false;
  const between = tree.sentence.tokens.slice(governor.i + 1, relation.i);
  return (
    kid(tree, governor, "expl") !== undefined &&
    // "a response to the decision to add them": the decision's
    (between[0]?.form === "for" || !between.some(({ upos }) => upos === "NOUN" || upos === "PROPN"))
  );
}

/** "plans are being developed for an operation": a noun of planning beside the act, joined to it by "for" or "to". */
function planBeside(tree: Tree, verb: Token, act: Token): Stage | undefined {
  const preposition = kid(tree, act, "case")?.form.toLowerCase();
  if (!is(act, "obl", "nmod") || (preposition !== "for" && preposition !== "to")) return undefined;
  for (const one of kids(tree, verb, "nsubj", "obj")) {
    const stage = attitudeOf(tree, one)?.holds.stage;
    if (one.upos === "NOUN" && stage !== undefined && stage !== "none") return stage;
  }
  return undefined;
}

const singled = /^(first|last|only|few|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest)$/;

const spells = /^(second|minute|hour|day|week|month|year|decade|century)$/;

/** "the first minister to resign", "sailed off, only to sink", "rose to end the day at 40": infinitives of what came about. */
function cameAbout(tree: Tree, act: Token, verb: Token, above: Standing): boolean {
  const { tokens } = tree.sentence;
  const to = kid(tree, act, "mark");
  if (to === undefined || to.lemma !== "to") return false;
  // "it took the army three days to reach the town"
  if (
    verb.lemma === "take" &&
    kids(tree, verb, "obj", "obl", "obl:unmarked").some(({ lemma }) => spells.test(lemma))
  )
    return true;
  // of what "could be used to kill" nobody is told to have been
  if (real.has(above.stage) && above.certainty !== "possible" && above.certainty !== "unknown") {
    // "marched to protest"
    if (is(act, "advcl") && expressing.has(act.lemma) && verb.upos === "VERB") return true;
    // "the gun that he used to kill them"
    if (verb.lemma === "use" && harming.has(act.lemma)) return true;
    // "waited until Friday to strike"
    const late = tokens.slice(verb.i + 1, to.i).some(({ lemma }) => lemma === "until");
    if (verb.lemma === "wait" && late) return true;
  }
  const before = tokens[to.i - 1];
  if (before?.lemma === "only" && tokens[to.i - 2]?.form === ",") return true;
  if (
    /^(end|finish|close)$/.test(act.lemma) &&
    /^(day|week|month|year|session|season)$/.test(kid(tree, act, "obj")?.lemma ?? "")
  )
    return true;
  for (let i = to.i - 1; i >= Math.max(1, to.i - 6); i--) {
    const word = tokens[i]!;
    // "the strongest quake to hit the country"
    if (word.xpos === "JJS" && isByNature(tree, act)) return true;
    if (singled.test(word.lemma.toLowerCase()) || /^latest$/i.test(word.form))
      return /^(the|its|their)$/i.test(tokens[i - 1]!.form);
    if (
      word.upos === "NOUN"
        ? meansNouns.has(word.lemma.toLowerCase()) || attitudeOf(tree, word) !== undefined
        : !/^(ADJ|PROPN|NUM|ADP|DET)$/.test(word.upos)
    )
      return false;
  }
  return false;
}
