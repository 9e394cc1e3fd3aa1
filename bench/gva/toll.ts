/**
 * The toll of what a report tells of: how many were killed and how many hurt, from totals ("4 injured"), lists
 * ("he and three others were shot"), named people ("Lampkin died early Monday") and deaths told as nouns ("the death of
 * her son"). What the headline and the first sentences say goes before what stands further down, where other cases are told.
 */
import { manifold } from "../../src/language/en/casualties.ts";
import type { Token } from "../../src/model/sentence.ts";
import type { Context } from "../../src/reading/context.ts";
import type { Counted } from "../../src/reading/count/counted.ts";
import { countedIn } from "../../src/reading/counted.ts";
import { isPersonNoun, nameType } from "../../src/reading/event/triggers.ts";
import { fateBeside } from "../../src/reading/measure/beside.ts";
import { measureOf } from "../../src/reading/measure/measures.ts";
import { standingOf } from "../../src/reading/status.ts";
import { is, kid, kids, parent, subtree, type Tree } from "../../src/reading/tree.ts";

export interface Toll {
  readonly killed: number | undefined;
  readonly injured: number | undefined;
}

type Fate = "killed" | "injured" | "shot";

/** What one sentence says, by fate. */
export interface Claim {
  readonly sentence: number;
  readonly headline: boolean;
  readonly counts: ReadonlyMap<Fate, number>;
  /** Those killed are the object of who killed them, so the killer is not among them. */
  readonly active: boolean;
  /** Somebody took his own life. */
  readonly self: boolean;
  /** People told of one by one, by name or description. */
  readonly people: readonly { readonly key: string; readonly fate: Fate }[];
}

export function tollOf(context: Context): Toll {
  return summed(claimsOf(context));
}

/** What each sentence says of people killed or hurt. */
export function claimsOf(context: Context): Claim[] {
  const claims: Claim[] = [];
  for (const sentence of context.sentences) {
    const claim = claimOf(context, context.treeAt(sentence.index));
    if (claim.counts.size > 0 || claim.people.length > 0 || claim.self) claims.push(claim);
  }
  return claims;
}

// ── A sentence ──

interface Mention {
  readonly fate: Fate;
  readonly by: Token;
  readonly count: number;
  /** "others", "another": beside those named before. */
  readonly adds: boolean;
  readonly part: boolean;
  readonly active: boolean;
  /** First and last token of the count with its noun. */
  readonly first: number;
  readonly last: number;
}

function claimOf(context: Context, tree: Tree): Claim {
  const mentions: Mention[] = [];
  const waiting: Counted[] = [];
  for (const counted of countedIn(context, tree)) {
    const mention = mentionOf(context, tree, counted);
    if (mention === undefined) {
      waiting.push(counted);
      continue;
    }
    // "2 adults, 2 children killed": those listed before share what the last one says.
    for (let end = counted.quantity.first; waiting.length > 0; ) {
      const before = waiting.pop()!;
      if (!isListed(tree, before, end)) break;
      mentions.push({
        ...mention,
        count: before.quantity.best ?? 1,
        first: before.quantity.first,
        last: Math.max(before.quantity.last, before.noun.i),
      });
      end = before.quantity.first;
    }
    mentions.push(mention);
  }
  mentions.push(...manifolds(tree));
  const people = individuals(context, tree);
  return {
    sentence: tree.sentence.index,
    headline: tree.sentence.blockKind === "headline",
    counts: countsOf(tree, mentions, people),
    active: mentions.some((one) => one.fate === "killed" && one.active),
    self: killsSelf(tree),
    people,
  };
}

/** A person or a number of people right before a place, with nothing but a comma or "and" between. */
function isListed(tree: Tree, { quantity, noun }: Counted, end: number): boolean {
  if (quantity.best === null || quantity.unit !== undefined || !isPersonNoun(noun)) return false;
  return isJoined(tree, Math.max(quantity.last, noun.i), end);
}

/** "Man, 11-year-old daughter", "a man and his son": nothing but commas, "and", ages and possessors between. */
function isJoined(tree: Tree, last: number, first: number): boolean {
  const between = tree.sentence.tokens
    .slice(last + 1, first)
    .filter((one) => !/^(\d{1,3}|-|years?|months?|old|young|ages?|aged|a|an|his|her|their)$/i.test(one.form));
  return (
    first > last &&
    between.length > 0 &&
    between.length <= 5 &&
    between.every((one) => /^(,|and|&)$/i.test(one.form))
  );
}

/** "a triple homicide", "quadruple shooting". */
function manifolds(tree: Tree): Mention[] {
  return tree.sentence.tokens.flatMap((token): Mention[] => {
    const count = manifold[token.form.toLowerCase()];
    const noun = tree.sentence.tokens[token.i + 1];
    if (count === undefined || noun === undefined) return [];
    const fate = /^(homicide|murder|killing|slaying)s?$/i.test(noun.form)
      ? "killed"
      : /^shootings?$/i.test(noun.form)
        ? "shot"
        : undefined;
    return fate === undefined
      ? []
      : [
          {
            fate,
            by: noun,
            count,
            adds: false,
            part: false,
            active: true,
            first: token.i,
            last: noun.i,
          },
        ];
  });
}

const fates: Readonly<Record<string, Fate>> = {
  killed: "killed",
  injured: "injured",
  shot: "shot",
  casualties: "shot",
};

function mentionOf(context: Context, tree: Tree, counted: Counted): Mention | undefined {
  const { quantity, noun, node, none } = counted;
  const measured = measureOf(tree, counted);
  const fate = measured === undefined ? undefined : fates[measured.measure];
  const count = quantity.best ?? quantity.low ?? quantity.high;
  if (measured === undefined || fate === undefined || count === null || none || quantity.unit !== undefined)
    return undefined;
  // a city's toll of the year, which this death brings to 49
  if (measured.runs === true) return undefined;
  if (!isTold(tree, measured.by) || isOld(context, tree, measured.by)) return undefined;
  const words = tree.sentence.tokens
    .slice(Math.max(0, quantity.first - 1), Math.max(quantity.last, noun.i) + 2)
    .map((one) => one.form.toLowerCase());
  const before = tree.sentence.tokens
    .slice(Math.max(0, quantity.first - 4), quantity.first)
    .map((one) => one.form.toLowerCase());
  const part =
    before.includes("including") ||
    before.join(" ").includes("of them") ||
    words.slice(1).join(" ").includes("of them");
  const adds =
    words.some((one) => /^(others?|another|more|additional)$/.test(one)) && !before.includes("than");
  const active =
    measured.by.upos === "VERB" &&
    is(node, "obj", "conj") &&
    kid(tree, measured.by, "nsubj:pass") === undefined;
  return {
    fate,
    active,
    first: quantity.first,
    last: Math.max(quantity.last, noun.i),
    by: measured.by,
    count: Math.min(count, 1000),
    adds,
    part,
  };
}

/** Told as having happened: not wished, planned or denied, though perhaps alleged. */
function isTold(tree: Tree, by: Token): boolean {
  const { polarity, stage, certainty, conditional, under } = standingOf(tree, by);
  // "to determine if the death of a boy was an accident": the death is given.
  if (by.upos === "NOUN" && polarity !== "denied" && stage !== "attempted" && !under.includes("attempt"))
    return true;
  if (polarity === "denied" || conditional) return false;
  if (stage === undefined ? certainty === "unknown" || certainty === "possible" : !real.test(stage))
    return false;
  return !under.includes("prevent") && !under.includes("not do");
}

const real = /^(done|under-way|authorised|announced)$/;

const longAgo = 30 * 24 * 3600 * 1000;

function isOld(context: Context, tree: Tree, by: Token): boolean {
  const published = context.report.published?.value;
  const to = context.timeAt(tree.sentence.index, by.i)?.to;
  return (
    published !== undefined && typeof to === "string" && Date.parse(published) - Date.parse(to) > longAgo
  );
}

/** Those who share a verb are added up ("two men and a woman were shot"); "others" are added to whoever went before. */
function countsOf(tree: Tree, mentions: readonly Mention[], people: Claim["people"]): Map<Fate, number> {
  const counts = new Map<Fate, number>();
  for (const fate of ["killed", "injured", "shot"] as const) {
    const here = mentions.filter((one) => one.fate === fate && !one.part);
    if (here.length === 0) continue;
    const groups = new Map<number, number>();
    let added = 0;
    let before: Mention | undefined;
    let group = -1;
    for (const one of [...here].sort((a, b) => a.first - b.first)) {
      if (one.adds) {
        added += one.count;
        continue;
      }
      if (before === undefined || !isJoined(tree, before.last, one.first)) group = one.by.i;
      groups.set(group, (groups.get(group) ?? 0) + one.count);
      before = one;
    }
    const most = Math.max(0, ...groups.values());
    if (most + added === 0) continue;
    const named = new Set(people.filter((one) => one.fate === fate).map((one) => one.key)).size;
    // "one man dead and six others injured": the others are beside the dead, not beside the hurt.
    counts.set(fate, added + (added > 0 ? Math.max(most, Math.min(named, 3)) : most));
  }
  return counts;
}

const selfKilling =
  /(?<![a-z])(kill(s|ed|ing)? (himself|herself|self)|fatally (shot|shooting) (himself|herself)|(gun|weapon|rifle|pistol) on (himself|herself)|(his|her) own life|murder ?- ?suicide|(,|and|then) (himself|herself|self))(?![a-z])/;

/** "killed himself", "turned the gun on himself", "took her own life", "a murder-suicide". */
function killsSelf(tree: Tree): boolean {
  const words = tree.sentence.tokens.map((one) => one.form.toLowerCase()).join(" ");
  return selfKilling.test(words);
}

// ── People told of one by one ──

const deathNouns = /^(death|killing|slaying|murder|homicide|shooting|manslaughter)$/;

function individuals(context: Context, tree: Tree): { key: string; fate: Fate }[] {
  const found: { key: string; fate: Fate }[] = [];
  for (const token of tree.sentence.tokens) {
    const key = personKey(context, tree, token);
    if (key === undefined) continue;
    const fate = fateOf(tree, token);
    if (fate !== undefined && isTold(tree, fate.by) && !isOld(context, tree, fate.by))
      found.push({ key, fate: fate.fate });
  }
  return found;
}

const somebody = "";

/** A name, a pronoun or a definite description of one person; counted ones are not looked at again. */
function personKey(context: Context, tree: Tree, token: Token): string | undefined {
  const mention = context.mentionAt(tree.sentence.index, token.i);
  if (token.upos === "PROPN") {
    if (nameType(tree, token) !== "PER" || (mention !== undefined && mention.head !== token.i))
      return undefined;
    if (is(token, "flat", "compound")) return undefined;
    return mention?.actor.id ?? token.form;
  }
  // Whom a pronoun or "the victim" points to is too often mistaken to count heads by it.
  if (token.upos === "PRON" && /^(he|she|him|her|himself|herself)$/i.test(token.form)) return somebody;
  if (token.upos !== "NOUN" || token.xpos !== "NN" || !isPersonNoun(token) || is(token, "compound"))
    return undefined;
  const definite = kids(tree, token, "det").some((one) => /^(the|this|that)$/i.test(one.form));
  return definite ? somebody : undefined;
}

const fateVerbs: Readonly<Record<string, Fate>> = {
  kill: "killed",
  murder: "killed",
  slay: "killed",
  die: "killed",
  succumb: "killed",
  perish: "killed",
  shoot: "shot",
  wound: "injured",
  injure: "injured",
  hurt: "injured",
  hospitalize: "injured",
};

function fateOf(tree: Tree, token: Token): { fate: Fate; by: Token } | undefined {
  const { tokens } = tree.sentence;
  const last = Math.max(token.i, ...kids(tree, token, "flat").map((one) => one.i));
  const aside =
    tokens[last + 1]?.form === "," && /^\d+$/.test(tokens[last + 2]?.form ?? "") ? last + 3 : last;
  const beside = fateBeside(tokens, aside);
  if (
    beside !== undefined &&
    (beside.fate === "killed" || beside.fate === "injured" || beside.fate === "shot")
  )
    return { fate: beside.fate, by: beside.by };
  const verb = parent(tree, token);
  if (verb === undefined) return undefined;
  const undergoes = is(token, "nsubj:pass", "obj");
  const lemma = verb.lemma.toLowerCase();
  const dead = kids(tree, verb, "xcomp", "advmod", "obl").some((one) =>
    /^(dead|death|fatally)$/i.test(one.form),
  );
  if (undergoes || (is(token, "nsubj") && /^(die|succumb|perish)$/.test(lemma))) {
    const fate = fateVerbs[lemma];
    const worse = kids(tree, verb, "conj").some((one) => one.lemma === "kill" || one.lemma === "die");
    if (fate !== undefined) return { fate: dead || worse ? "killed" : fate, by: verb };
    if (dead && /^(pronounce|find|declare|leave|discover)$/.test(lemma)) return { fate: "killed", by: verb };
  }
  if (is(token, "nsubj") && verb.lemma === "dead") return { fate: "killed", by: verb };
  // "the death of Kenneth Lampkin", "Lampkin's death"
  const of =
    is(token, "nmod") && (is(token, "nmod:poss") || kid(tree, token, "case")?.form.toLowerCase() === "of");
  if (of && /^(death|killing|slaying|murder)$/.test(lemma)) return { fate: "killed", by: verb };
  return undefined;
}

/** Whether a report tells of a death at all, if only as a noun ("a homicide", "murder charges"). */
export function tellsOfDeath(context: Context): boolean {
  return context.sentences.some((sentence) => {
    const tree = context.treeAt(sentence.index);
    return tree.sentence.tokens.some(
      (token) =>
        token.upos === "NOUN" &&
        deathNouns.test(token.lemma.toLowerCase()) &&
        token.lemma !== "shooting" &&
        !subtree(tree, token).some((one) => /^(attempted|attempt)$/i.test(one.form)) &&
        parent(tree, token)?.lemma !== "attempt",
    );
  });
}

// ── A report ──

/** Sentences from the start in which a report tells what it is about. */
const opening = 8;

function summed(claims: readonly Claim[]): Toll {
  const headline = claims.filter((one) => one.headline);
  const body = claims.filter((one) => !one.headline);
  const start = body.filter((one) => one.sentence <= opening);
  const first = (fate: Fate) => body.find((one) => one.counts.has(fate))?.counts.get(fate);
  // "Mother, boy fatally shot": a headline that tells of persons may leave one out; one that counts does not.
  const counted = (fate: Fate) => {
    const above = most(headline, fate);
    if (fate === "killed" && above !== undefined && above > 1) return above;
    return largest(above, most(start, fate)) ?? first(fate) ?? personsOf(claims, fate);
  };
  const victims = counted("killed");
  // "killed three and then himself": the toll is four, unless it was told as "four dead".
  const teller = claims.find((one) => one.counts.get("killed") === victims);
  const self =
    victims !== undefined && claims.some((one) => one.self) && (teller === undefined || teller.active);
  const killed = self ? victims + 1 : victims;
  const injured = counted("injured");
  const shot = counted("shot");
  const rest = shot === undefined || shot <= (killed ?? 0) ? undefined : shot - (killed ?? 0);
  const hurt = injured === undefined || (rest !== undefined && rest > injured) ? rest : injured;
  // One hurt, in a report of a death that tells of both nowhere together: the one who died, or another story's.
  const apart =
    most(headline, "injured") === undefined &&
    !claims.some((one) => one.counts.has("killed") && one.counts.has("injured"));
  const same = killed !== undefined && killed >= 1 && hurt === 1 && rest !== 1 && apart;
  return { killed, injured: same ? undefined : hurt };
}

function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function most(claims: readonly Claim[], fate: Fate): number | undefined {
  const values = claims.map((one) => one.counts.get(fate)).filter((one) => one !== undefined);
  return values.length === 0 ? undefined : Math.max(...values);
}

/** People told of by name, each once, else somebody; one whose death is told is not among the hurt. */
function personsOf(claims: readonly Claim[], fate: Fate): number | undefined {
  const of = (wanted: Fate) =>
    new Set(claims.flatMap((one) => one.people.filter((who) => who.fate === wanted).map((who) => who.key)));
  const [dead, keys] = [of("killed"), of(fate)];
  const names = [...keys].filter((key) => key !== somebody && (fate === "killed" || !dead.has(key)));
  if (names.length > 0) return names.length;
  return keys.has(somebody) && (fate === "killed" || dead.size === 0) ? 1 : undefined;
}
