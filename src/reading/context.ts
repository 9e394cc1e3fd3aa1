/** What the readers of one report share: its trees, and who, where, when and how sure at any span. */
import type { Actor, ActorRef } from "../model/actor.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Place, PlaceMention } from "../model/place.ts";
import type { Report } from "../model/report.ts";
import type { Sentence, Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Time, TimeMention } from "../model/time.ts";
import { clauseOf, is, kid, kids, parent, type Tree, treeOf, upward } from "./tree.ts";

/** One mention of an actor: tokens `first` to `last` of its sentence, with `head` the one that governs. */
export interface ActorMention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly actor: ActorRef;
  /** "demonym" is the adjective ("Mexican" in "Mexican soldiers"), which names no actor of its own. */
  readonly form: "name" | "description" | "pronoun" | "demonym";
}

/** A statement with what its frame knows beside the finding. */
export interface Saying {
  readonly finding: FindingOf<"statement">;
  /** Lemma of the cue's head: "say", "deny", "according". */
  readonly cue: string;
  /** The cue itself says no: "denied that …", "rejected the claim that …". */
  readonly denied: boolean;
}

/** What the readers of this file's half have found; `read.ts` fills it. */
export interface Found {
  readonly actors: readonly Actor[];
  /** In text order. */
  readonly mentions: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
  readonly times: readonly TimeMention[];
  readonly hedges: readonly Span[];
  readonly sayings: readonly Saying[];
}

export interface Context extends Found {
  readonly report: Report;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  treeAt(sentence: number): Tree;
  /** Who says what stands in the span: the innermost statement whose content covers it, else the report. */
  speakerAt(span: Span): Speaker;
  /** The innermost statement whose content covers the span. */
  sayingAt(span: Span): Saying | undefined;
  /** The actor of the mention that a token belongs to; pronouns resolved. */
  actorAt(sentence: number, token: number): ActorRef | undefined;
  mentionAt(sentence: number, token: number): ActorMention | undefined;
  placesIn(span: Span): readonly PlaceMention[];
  /** Where things happened: without those of a dateline. */
  scenesIn(span: Span): readonly Place[];
  timesIn(span: Span): readonly TimeMention[];
  /** The time of the clause of a token, else of a clause that governs it in the same sentence. */
  timeAt(sentence: number, token: number): Time | undefined;
  hedgesIn(span: Span): readonly Span[];
}

/** A reader: findings of one kind in text order, their ids still empty. */
export type Reader<F> = (context: Context) => readonly F[];

export const unstated: Speaker = { kind: "unstated" };

export function contextOf(report: Report, sentences: readonly Sentence[], found: Found): Context {
  const mentionOf = sentences.map((sentence) => new Array<ActorMention | undefined>(sentence.tokens.length));
  for (const mention of found.mentions) {
    const row = mentionOf[mention.sentence];
    for (let i = mention.first; row !== undefined && i <= mention.last; i++) {
      const other = row[i];
      // The shorter mention wins: in "the Mexican government" the token "Mexican" is Mexico's.
      if (other === undefined || other.last - other.first > mention.last - mention.first) row[i] = mention;
    }
  }
  const contents = contentsOf(found.sayings);
  const mentionAt = (sentence: number, token: number) => mentionOf[sentence]?.[token];
  const sayingAt = (span: Span) => innermost(contents, span);
  return {
    ...found,
    report,
    text: report.text,
    sentences,
    treeAt: (sentence) => treeOf(sentences[sentence]!),
    speakerAt: (span) => sayingAt(span)?.finding.speaker ?? unstated,
    sayingAt,
    actorAt: (sentence, token) => mentionAt(sentence, token)?.actor,
    mentionAt,
    placesIn: (span) => within(found.places, span),
    scenesIn: (span) =>
      within(found.places, span)
        .filter(({ dateline }) => dateline !== true)
        .map(({ place }) => place),
    timesIn: (span) => within(found.times, span),
    timeAt: (sentence, token) => clauseTime(sentences[sentence]!, found.times, token),
    hedgesIn: (span) => within(found.hedges, span),
  };
}

/** Those of some spans, ordered by start, that lie in a span. */
export function within<S extends Span>(spans: readonly S[], span: Span): readonly S[] {
  const result: S[] = [];
  for (let i = firstFrom(spans, span.start); i < spans.length; i++) {
    const one = spans[i]!;
    if (one.start >= span.end) break;
    if (one.end <= span.end) result.push(one);
  }
  return result;
}

/** Index of the first span that starts at or after an offset. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Content extends Span {
  readonly saying: Saying;
}

function contentsOf(sayings: readonly Saying[]): Content[] {
  return sayings
    .flatMap((saying) => saying.finding.statement.content.map((span) => ({ ...span, saying })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** How far back a content that still covers an offset can have begun, in contents: nesting is never deep. */
const reach = 64;

function innermost(contents: readonly Content[], span: Span): Saying | undefined {
  const from = firstFrom(contents, span.start + 1) - 1;
  for (let i = from; i >= 0 && i > from - reach; i--) {
    const content = contents[i]!;
    if (content.end >= span.end) return content.saying;
  }
  return undefined;
}

/** A time belongs to a clause when its nearest clause head is that clause's; then those above, then below. */
export function clauseTime(
  sentence: Sentence,
  times: readonly TimeMention[],
  token: number,
): Time | undefined {
  const here = within(times, sentence);
  const at = sentence.tokens[token];
  if (here.length === 0 || at === undefined) return undefined;
  const tree = treeOf(sentence);
  const dated = here.map((mention) => {
    const word = sentence.tokens.find((one) => one.end > mention.start) ?? sentence.tokens[0]!;
    return { mention, word, clause: clauseOf(tree, word).i };
  });
  let before = Number.POSITIVE_INFINITY;
  const then = timeOfWhen(tree, at, here);
  for (const clause of upward(tree, clauseOf(tree, at))) {
    const own = dated.filter(
      (one) =>
        one.clause === clause.i &&
        one.mention.start < before &&
        one.mention.time.type !== "SET" &&
        !one.mention.time.value.endsWith("_REF") &&
        // how long something else lasted says nothing of the act
        (one.mention.time.type !== "DURATION" || upward(tree, one.word).some(({ i }) => i === token)),
    );
    const best = own.find((one) => one.mention.time.type !== "DURATION") ?? own[0];
    if (best !== undefined) return best.mention.time;
    if (then !== undefined) return then;
    const above = parent(tree, clause);
    if (above === undefined) return undefined;
    // A time of the reporting clause ("said on Tuesday that …") dates the saying, not what is said.
    if (clause.deprel === "ccomp" || isOfAnotherTime(tree, clause)) return undefined;
    // "On Tuesday one party left and the other stayed": what opens the sentence holds for both
    if (is(clause, "conj") && kid(tree, clause, "nsubj") !== undefined)
      before = Math.min(before, above.start);
  }
  return undefined;
}

/** "The worst since 2018, when 164 died": they died in that year, and not since. */
function timeOfWhen(tree: Tree, at: Token, here: readonly TimeMention[]): Time | undefined {
  const when = kids(tree, clauseOf(tree, at), "advmod", "mark").find((one) => /^when$/i.test(one.form));
  const comma = when === undefined ? undefined : tree.sentence.tokens[when.i - 1];
  if (when === undefined || comma?.form !== ",") return undefined;
  const mention = here.find((one) => one.end <= comma.start && comma.start - one.end <= 1);
  if (mention === undefined || mention.time.type !== "DATE") return undefined;
  const { time } = mention;
  if (time.to !== null || time.from === undefined) return time;
  const words = time.words.replace(/^since\s+/i, "");
  const year = /^\d{4}$/.test(time.value);
  return { ...time, words, to: year ? `${time.value}-12-31` : time.from };
}

/** "A bill that would cut …", "after the state agreed …": told of another time than the clause above it. */
function isOfAnotherTime(tree: Tree, clause: Token): boolean {
  if (is(clause, "acl:relcl", "parataxis")) return true;
  return is(clause, "advcl") && kids(tree, clause, "mark").some((one) => elsewhen.test(one.form));
}

const elsewhen = /^(?:after|before|since|until|till|once|because|although|though|if|unless|in|that)$/i;
