/** Expectations: what the report says is to come, by when, and on what condition; they feed the outlook. */
import { conditionMarks, deadlineNouns, dependingVerbs, expectingWords } from "../language/en/outlook.ts";
import type { FindingOf } from "../model/finding.ts";
import type { Token } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Time, TimeMention } from "../model/time.ts";
import type { Context } from "./context.ts";
import { rolesless } from "./roles.ts";
import { standingOf, statusOf } from "./status.ts";
import { clauseOf, is, kid, kids, spanOf, subtree, type Tree } from "./tree.ts";

type ExpectationFinding = FindingOf<"expectation">;

export function readExpectations(context: Context): ExpectationFinding[] {
  const found: ExpectationFinding[] = [];
  for (const sentence of context.sentences) {
    if (sentence.tokens.at(-1)?.form === "?") continue;
    const tree = context.treeAt(sentence.index);
    for (const token of sentence.tokens) {
      const ahead = aheadAt(context, tree, token);
      if (ahead === undefined) continue;
      if (
        found.some(
          (one) =>
            one.expectation.what.start <= token.start &&
            token.end <= one.expectation.what.end &&
            one.evidence.start === sentence.start,
        )
      )
        continue;
      found.push(findingOf(context, tree, ahead));
    }
  }
  return found;
}

interface Ahead {
  readonly clause: Token;
  readonly condition: Token | undefined;
  readonly by: Time | undefined;
}

const expecting = new Set(expectingWords.split(" "));
const depending = new Set(dependingVerbs.split(" "));
const deadlines = new Set(deadlineNouns.split(" "));

/**
 * A clause looks ahead when it is expected, scheduled or due; when it will be and has a date or a
 * condition; or when it will depend on something.
 */
function aheadAt(context: Context, tree: Tree, token: Token): Ahead | undefined {
  if (isDue(tree, token)) {
    const clause = clauseOf(tree, token);
    return { clause, condition: conditionOf(tree, token), by: deadlineOf(context, tree, clause) };
  }
  if (token.upos !== "VERB" && token.upos !== "ADJ" && kid(tree, token, "cop") === undefined)
    return undefined;
  if (is(token, "amod", "aux", "cop", "case", "mark")) return undefined;
  const standing = standingOf(tree, token);
  const modal = kids(tree, token, "aux").find((one) => one.xpos === "MD");
  const future =
    modal !== undefined && /^(will|wo|'ll|’ll|would|shall|'d|could|may|might)$/i.test(modal.form);
  const condition = conditionOf(tree, token);
  const by = deadlineOf(context, tree, token);
  const word = token.lemma.toLowerCase();
  const surely = modal !== undefined && /^(will|wo|'ll|’ll|shall)$/i.test(modal.form);
  if (
    depending.has(word) &&
    (future || word === "depend" || word === "hinge") &&
    dependsOn(tree, token) !== undefined
  )
    return future ? { clause: token, condition, by } : undefined;
  if (isExpected(tree, token)) return { clause: token, condition, by };
  const past = kids(tree, token, "aux").some((one) => one.lemma === "have");
  if (future && condition !== undefined && !past) return { clause: token, condition, by };
  if (future && by !== undefined && !past) return { clause: token, condition, by };
  const subject = kid(tree, token, "nsubj");
  const promised = standing.stage === "announced" || standing.stage === "planned";
  if (
    promised &&
    token.xpos === "VB" &&
    is(token, "xcomp") &&
    by !== undefined &&
    standing.polarity === "affirmed"
  )
    return { clause: token, condition, by };
  const infinitive = isToBe(tree, token);
  if (infinitive && by !== undefined) return { clause: token, condition, by };
  if (surely && subject !== undefined && deadlines.has(subject.lemma))
    return { clause: token, condition, by };
  return undefined;
}

/** "a decision is expected", "the council is due to meet", "a strike is likely". */
function isExpected(tree: Tree, token: Token): boolean {
  const word = token.lemma.toLowerCase();
  const form = token.form.toLowerCase();
  if (!expecting.has(word) && !expecting.has(form)) return false;
  const copula =
    kid(tree, token, "cop", "aux:pass") ?? kids(tree, token, "aux").find((one) => one.lemma === "be");
  if (
    word === "expect" ||
    word === "anticipate" ||
    word === "await" ||
    word === "predict" ||
    word === "forecast" ||
    word === "foresee"
  )
    return (
      kid(tree, token, "xcomp", "ccomp", "nsubj:pass", "obj") !== undefined && !isPastExpectation(tree, token)
    );
  if (copula === undefined || copula.form.toLowerCase() === "was" || copula.form.toLowerCase() === "were")
    return false;
  if (word === "set" || word === "plan" || word === "schedule" || word === "slate" || word === "project")
    return token.xpos === "VBN" || token.upos === "ADJ";
  if (/^(possible|probable|imminent|inevitable)$/.test(form))
    return kids(tree, token, "nsubj").some((one) => one.upos === "NOUN");
  if (form === "likely") return kid(tree, token, "xcomp", "nsubj", "csubj", "ccomp") !== undefined;
  return kid(tree, token, "xcomp", "obl", "advcl", "nsubj", "nsubj:pass", "obl:unmarked") !== undefined;
}

/** "is due on Friday", where the parser lost the copula. */
function isDue(tree: Tree, token: Token): boolean {
  const before = tree.sentence.tokens[token.i - 1];
  const after = tree.sentence.tokens[token.i + 1];
  return (
    token.form === "due" &&
    /^(is|are)$/.test(before?.form ?? "") &&
    /^(to|on|in|at|by|next|this)$/.test(after?.form ?? "")
  );
}

/** "had expected", "was expected": what was once to come. */
function isPastExpectation(tree: Tree, token: Token): boolean {
  return kids(tree, token, "aux", "aux:pass").some((one) => /^(had|was|were)$/i.test(one.form));
}

/** "is to meet", "are to leave". */
function isToBe(tree: Tree, token: Token): boolean {
  return (
    token.xpos === "VB" &&
    kids(tree, token, "mark").some((one) => one.lemma === "to") &&
    kids(tree, token, "aux", "cop").some((one) => /^(is|are)$/i.test(one.form))
  );
}

function dependsOn(tree: Tree, token: Token): Token | undefined {
  return kids(tree, token, "obl").find((one) => /^(on|upon)$/i.test(kid(tree, one, "case")?.form ?? ""));
}

const marks = new Set(conditionMarks.split("|"));

/** The clause that the act hangs on: "if the mission proceeds", "once the talks end", "should it be extended". */
function conditionOf(tree: Tree, token: Token): Token | undefined {
  const below = kids(tree, token, "obj", "obl", "xcomp").flatMap((one) =>
    kids(tree, one, "advcl").filter((clause) => clause.i > one.i),
  );
  return [...kids(tree, token, "advcl"), ...below].find(
    (one) =>
      isInverted(tree, one) ||
      kids(tree, one, "mark", "advmod", "case").some((mark) => {
        const words = [mark, ...kids(tree, mark, "fixed")].map((part) => part.form.toLowerCase()).join(" ");
        return marks.has(words) && words !== "when" && words !== "until" && words !== "should";
      }),
  );
}

/** "should negotiations collapse", "were it to fail" */
function isInverted(tree: Tree, clause: Token): boolean {
  const subject = kid(tree, clause, "nsubj", "nsubj:pass");
  const first = kids(tree, clause, "aux", "cop", "aux:pass")[0];
  return (
    subject !== undefined &&
    first !== undefined &&
    first.i < subject.i &&
    /^(should|were|had)$/i.test(first.form)
  );
}

/** A time in the act's own clause that lies after the publication, or that "by", "on", "next" puts ahead. */
function deadlineOf(context: Context, tree: Tree, token: Token): Time | undefined {
  const clause = spanOf(
    subtree(
      tree,
      token,
      (one) => is(one, "acl:relcl", "parataxis") || (is(one, "advcl") && conditionOf(tree, token) === one),
    ),
  );
  const published = context.report.published?.value.slice(0, 10);
  const times = context
    .timesIn(clause)
    .filter(({ time }) => time.type === "DATE" || time.type === "TIME" || time.type === "DURATION");
  const ahead = (mention: TimeMention) =>
    published === undefined || (mention.time.to ?? mention.time.from ?? mention.time.value) >= published;
  return (
    times.find((one) => one.time.type !== "DURATION" && ahead(one))?.time ??
    times.find((one) => one.time.type === "DURATION" && isWithin(context.text, one))?.time
  );
}

/** "within 30 days", "in two weeks": a span of time that ends in a deadline. */
function isWithin(text: string, { start, time }: TimeMention): boolean {
  return (
    /\b(within|in|after)\s+$/i.test(text.slice(Math.max(0, start - 8), start)) ||
    /^(within|in|after)\b/i.test(time.words)
  );
}

function findingOf(context: Context, tree: Tree, { clause, condition, by }: Ahead): ExpectationFinding {
  const what = whatOf(tree, clause, condition);
  const on = condition === undefined ? undefined : conditionSpan(tree, condition);
  const top = clauseOf(tree, clause);
  const within = spanOf(subtree(tree, top, (one) => is(one, "parataxis")));
  return {
    kind: "expectation",
    id: "",
    evidence: {
      start: tree.sentence.start,
      end: tree.sentence.end,
      hedges: context.hedgesIn({ start: tree.sentence.start, end: within.end }),
    },
    status: statusOf(tree, clause),
    speaker: context.speakerAt(what),
    ...rolesless,
    places: context.placesIn(what).map(({ place }) => place),
    ...(by === undefined ? {} : { time: by }),
    expectation: {
      what,
      ...(by === undefined ? {} : { by }),
      ...(on === undefined ? {} : { condition: on }),
    },
  };
}

/** The clause as printed, without its condition and what hangs loosely on it. */
function whatOf(tree: Tree, clause: Token, condition: Token | undefined): Span {
  const tokens = subtree(tree, clause, (one) => {
    if (one === condition || is(one, "parataxis", "discourse")) return true;
    if (one.head !== clause.i) return false;
    return (
      is(one, "cc", "mark", "punct") ||
      (is(one, "conj") && kid(tree, one, "nsubj", "nsubj:pass") !== undefined) ||
      (is(one, "advcl") && one.i < clause.i)
    );
  });
  return spanOf(tokens.length === 0 ? [clause] : tokens);
}

/** Without its "if". */
function conditionSpan(tree: Tree, condition: Token): Span {
  const mark = kid(tree, condition, "mark");
  const tokens = subtree(tree, condition, (one) => one === mark || is(one, "parataxis"));
  return spanOf(tokens.filter((one) => mark === undefined || one.i > mark.i || one === condition));
}
