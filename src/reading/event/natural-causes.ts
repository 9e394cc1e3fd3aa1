/** Happenings that nobody does: a town that a quake struck was not assaulted, nor were those whom it killed. */
import { naturalCauses } from "../../language/en/natural.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";

const causes = new Set(naturalCauses.split(/\s+/u));

/** Whether the sentence says that nature, an illness or an accident did what the verb tells. */
export function isByNature(tree: Tree, verb: Token): boolean {
  const subject = kids(tree, verb, "nsubj").find((one) => !is(one, "nsubj:pass"));
  if (subject !== undefined) return isCause(meant(tree, verb, subject));
  // "the strongest quake to hit the country"
  const above = is(verb, "acl") && verb.xpos === "VB" ? parent(tree, verb) : undefined;
  if (above !== undefined) return isCause(above);
  // "killed in the quake", "hit by a flood"; who else is named as doing it did it
  const under = kids(tree, verb, "obl").filter((one) =>
    /^(?:in|by|from)$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  const doer = under.find((one) => kid(tree, one, "case")!.form.toLowerCase() === "by");
  return doer === undefined ? under.some(isCause) : isCause(doer);
}

/** "the quake, which killed 40": what the pronoun stands for. */
function meant(tree: Tree, verb: Token, subject: Token): Token {
  const relative = /^(?:which|that)$/i.test(subject.form) && is(verb, "acl");
  return relative ? (parent(tree, verb) ?? subject) : subject;
}

function isCause({ lemma }: Token): boolean {
  return causes.has(lemma.toLowerCase());
}
