/** Who counted, where the report says so without a word of saying: "authorities have recorded 63 deaths", "by the union's count". */
import { countingVerbs, countNouns } from "../../language/en/counting.ts";
import type { Token } from "../../model/sentence.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { Context } from "../context.ts";
import { canAct, doers, refOf } from "../event/roles.ts";
import { speakerOf } from "../saying/voices.ts";
import { is, kid, kids, type Tree, upward } from "../tree.ts";
import { lemmaFinder } from "../words/lemma.ts";

const counting = new Set(countingVerbs.split(" "));
const lemmaOf = lemmaFinder((lemma) => counting.has(lemma));
const counts = new Set(countNouns.split(" "));

export function isCounting(verb: Token): boolean {
  return verb.upos === "VERB" && counting.has(lemmaOf(verb));
}

/** "put the toll at 28": whoever gives a count. */
const giving = /^(?:put|give|estimate|revise|lower|raise)$/;

/** The counter of what stands at a token and a word states; `said` holds unless it is the report's own voice. */
export function counterOf(context: Context, tree: Tree, token: Token, by: Token, said: Speaker): Speaker {
  if (said.kind !== "unstated") return said;
  const line = upward(tree, token);
  for (const one of [...line, by]) {
    const owner = ownerOfCount(tree, one);
    const holder =
      owner ?? (isCounting(one) || (one === by && giving.test(one.lemma)) ? doers(tree, one)[0] : undefined);
    const speaker = holder === undefined ? undefined : speakerAt(context, tree, holder);
    if (speaker !== undefined) return speaker;
    if (is(one, "ccomp", "acl:relcl", "parataxis")) break;
  }
  return said;
}

/** "…, by the union's count", "31 dead by the ministry's count": whose count it is. */
function ownerOfCount(tree: Tree, token: Token): Token | undefined {
  const by = kids(tree, token, "obl", "nmod").find(
    (one) =>
      counts.has(one.lemma.toLowerCase()) &&
      /^(?:by|on|according)$/i.test(kid(tree, one, "case")?.form ?? ""),
  );
  return by === undefined ? undefined : kid(tree, by, "nmod:poss");
}

function speakerAt(context: Context, tree: Tree, holder: Token): Speaker | undefined {
  if (holder.upos === "PRON" && context.actorAt(tree.sentence.index, holder.i) === undefined)
    return undefined;
  if (holder.upos === "NOUN" && !canAct(context, tree, holder)) return undefined;
  const actor = refOf(context, tree, holder);
  if (actor === undefined) return undefined;
  const speaker = speakerOf(context, tree, actor, holder);
  // "health authorities" are a body that is named by its office
  return holder.lemma === "authority" ? { ...speaker, kind: "office" } : speaker;
}
