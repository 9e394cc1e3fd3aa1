/** Unnamed sources named later: "Ms Shemwetta was the source described in the Chronicle on 16 September as a former official". */
import type { ActorRef } from "../model/actor.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Token } from "../model/sentence.ts";
import type { Context } from "./context.ts";
import { nameType } from "./event/triggers.ts";
import { standingOf } from "./status.ts";
import { is, kid, kids, nounPhrase, parent, spanOf, subtree, type Tree } from "./tree.ts";

const sources = /^(?:source|whistleblower|whistle-blower|leaker|informant)$/;
const naming = /^(?:identify|reveal|name|unmask|disclose|introduce)$/;

export function readDisclosures(context: Context): Disclosure[] {
  const found: Disclosure[] = [];
  for (const sentence of context.sentences) {
    const tree = context.treeAt(sentence.index);
    for (const token of tree.sentence.tokens) {
      if (!sources.test(token.lemma.toLowerCase())) continue;
      const person = whoIs(context, tree, token);
      if (person !== undefined) found.push(disclosureOf(context, tree, token, person));
    }
  }
  return found;
}

/** "X was the source", "X identified herself as the source", "X was named as the source"; never denied or supposed. */
function whoIs(context: Context, tree: Tree, source: Token): ActorRef | undefined {
  if (source.xpos !== "NN" || !kids(tree, source, "det").some((one) => /^(?:the|that|this)$/i.test(one.form)))
    return undefined;
  const copular = kid(tree, source, "cop") !== undefined;
  const verb = copular ? source : parent(tree, source);
  if (verb === undefined || (!copular && !(naming.test(verb.lemma) && hasAs(tree, source)))) return undefined;
  const { polarity, certainty, future, conditional } = standingOf(tree, verb);
  if (polarity === "denied" || certainty !== "asserted" || future || conditional) return undefined;
  const subject = kid(tree, verb, "nsubj", "nsubj:pass");
  const object = copular ? undefined : kid(tree, verb, "obj");
  const who = object === undefined || /self$/i.test(object.form) ? subject : object;
  const actor = who === undefined ? undefined : context.actorAt(tree.sentence.index, who.i);
  return actor?.kind === "person" ? actor : undefined;
}

const hasAs = (tree: Tree, token: Token) => kid(tree, token, "case", "mark")?.form.toLowerCase() === "as";

function disclosureOf(context: Context, tree: Tree, source: Token, actor: ActorRef): Disclosure {
  const { start, end, index } = tree.sentence;
  const below = subtree(tree, source);
  const outlet = context.mentions.find(
    (one) =>
      one.sentence === index &&
      one.start > source.start &&
      (one.actor.kind === "outlet" || nameType(tree, tree.sentence.tokens[one.head]!) === "ORG"),
  );
  // "identified herself on Monday" dates the naming
  const clause = spanOf(below);
  const day = context
    .timesIn({ start: source.end, end: clause.end })
    .map(({ time }) => time.value)
    .find((value) => /^\d{4}-\d{2}-\d{2}/.test(value));
  const described = below.find(
    (one) => one !== source && is(one, "obl", "nmod", "advcl") && hasAs(tree, one),
  );
  const words = described === undefined ? undefined : nounPhrase(tree, described);
  return {
    actor,
    evidence: { start, end },
    ...(outlet === undefined ? {} : { outlet: context.text.slice(outlet.start, outlet.end) }),
    ...(day === undefined ? {} : { published: day.slice(0, 10) }),
    ...(words === undefined
      ? {}
      : { described: context.text.slice(words.start, words.end).replace(/^as\s+/i, "") }),
  };
}
