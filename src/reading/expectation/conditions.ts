/** On what condition something is to come. */
import { conditionMarks } from "../../language/en/outlook.ts";
import type { Token } from "../../model/sentence.ts";
import { is, kid, kids, parent, type Tree } from "../tree.ts";

const marks = new Set(conditionMarks.split("|"));

/** The clause that the act hangs on: "if the mission proceeds", "once the talks end", "should it be extended". */
export function conditionOf(tree: Tree, token: Token): Token | undefined {
  const below = kids(tree, token, "obj", "obl", "xcomp").flatMap((one) =>
    kids(tree, one, "advcl").filter((clause) => clause.i > one.i),
  );
  return [...kids(tree, token, "advcl"), ...below, ...hungHigher(tree, token)].find(
    (one) =>
      isInverted(tree, one) ||
      isAsLongAs(tree, one) ||
      isWhenever(tree, token, one) ||
      kids(tree, one, "mark", "advmod", "case").some((mark) => {
        const words = [mark, ...kids(tree, mark, "fixed")].map((part) => part.form.toLowerCase()).join(" ");
        // "as if it did not exist": likened, not conditioned; "even if it rains": whatever comes
        if (/^(?:as|even)$/i.test(tree.sentence.tokens[mark.i - 1]?.form ?? "")) return false;
        // "what steps, if any, it will take"
        if (/^any(?:thing)?$/i.test(one.form)) return false;
        return marks.has(words) && words !== "when" && words !== "until" && words !== "should";
      }),
  );
}

/**
 * "If they come back, she said, the teachers will strike", "Should they do so, we would leave, he said": a condition
 * before the clause that the tree hung on the word of saying.
 */
function hungHigher(tree: Tree, token: Token): readonly Token[] {
  const saying = parent(tree, token);
  if (saying === undefined || !is(token, "ccomp") || saying.upos !== "VERB") return [];
  return kids(tree, saying, "advcl", "ccomp").filter(
    (one) => one.i < token.i && one !== token && (is(one, "advcl") || isInverted(tree, one)),
  );
}

/** "for as long as the boats do": the tree hangs the clause on "long". */
export function isAsLongAs(tree: Tree, clause: Token): boolean {
  const above = parent(tree, clause);
  return above?.form === "long" && kid(tree, clause, "mark")?.form === "as";
}

/** "would go when conditions allow": of what is to come, a "when" in the present is a condition. */
function isWhenever(tree: Tree, token: Token, clause: Token): boolean {
  const modal = kids(tree, token, "aux").some((one) => /^(?:will|would|shall)$/i.test(one.form));
  const when = kids(tree, clause, "mark", "advmod").find((one) => one.form.toLowerCase() === "when");
  return (
    modal &&
    when !== undefined &&
    // ", when there is reason to doubt it": beside the point
    tree.sentence.tokens[when.i - 1]?.form !== "," &&
    clause.i > token.i &&
    /^VB[PZ]?$/.test(clause.xpos) &&
    kid(tree, clause, "aux") === undefined
  );
}

/** "should negotiations collapse", "were it to fail" */
export function isInverted(tree: Tree, clause: Token): boolean {
  const subject = kid(tree, clause, "nsubj", "nsubj:pass");
  const first = kids(tree, clause, "aux", "cop", "aux:pass")[0];
  return (
    subject !== undefined &&
    first !== undefined &&
    first.i < subject.i &&
    /^(should|were|had)$/i.test(first.form)
  );
}
