/** Who answers for what is told where no statement was read: the subject of the word of saying that it stands under. */
import { institutionNouns } from "../../language/en/actors.ts";
import type { ActorRef } from "../../model/actor.ts";
import type { Token } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Speaker, SpeakerKind } from "../../model/speaker.ts";
import type { Context } from "../context.ts";
import { canAct, doers, refOf } from "../event/roles.ts";
import { attitudeOf } from "../status.ts";
import { is, nounPhrase, parent, type Tree, upward } from "../tree.ts";

/** The speaker of a span; for "it bragged that it had sent drones" who bragged, also where the cue is none of the statements'. */
export function voiceAt(context: Context, tree: Tree, token: Token, span: Span): Speaker {
  const said = context.speakerAt(span);
  if (said.kind !== "unstated") return said;
  for (const clause of upward(tree, token)) {
    const claim = is(clause, "acl") ? parent(tree, clause) : undefined;
    if (!is(clause, "ccomp") && (claim === undefined || !is(claim, "obj"))) continue;
    const verb = parent(tree, claim ?? clause);
    // "rejected the allegation that …": whoever rejects it answers for that
    if (claim !== undefined && (verb === undefined || attitudeOf(tree, verb)?.name !== "deny")) continue;
    if (verb === undefined || verb.upos !== "VERB" || !saying.has(attitudeOf(tree, verb)?.name ?? ""))
      continue;
    if (knowing.test(verb.lemma)) continue;
    const holder = doers(tree, verb)[0];
    if (holder === undefined || (holder.upos === "NOUN" && !canAct(context, tree, holder))) continue;
    const actor = refOf(context, tree, holder);
    if (actor !== undefined) return speakerOf(context, tree, actor, holder);
  }
  return said;
}

const saying = new Set(["say", "believe", "allege", "announce", "deny"]);

/** Words that say that it is so, whoever their subject is. */
const knowing =
  /^(know|discover|find|see|realise|realize|learn|remember|recall|show|demonstrate|prove|mean|understand|reveal|hear)$/;

const speakerKinds: Readonly<Partial<Record<ActorRef["kind"], SpeakerKind>>> = {
  person: "named",
  outlet: "outlet",
  group: "collective",
  unknown: "collective",
};

/** The holder of a stand or the subject of a saying, as the speaker of it. */
export function speakerOf(context: Context, tree: Tree, actor: ActorRef, holder: Token): Speaker {
  const span = nounPhrase(tree, holder);
  return {
    kind: isBody(holder) ? "office" : (speakerKinds[actor.kind] ?? "office"),
    name: actor.name,
    words: context.text.slice(span.start, span.end),
    span,
    actor: actor.id,
  };
}

/** "The company", "the agency": one body, whatever it is called. */
function isBody({ lemma, xpos }: Token): boolean {
  if (/^(?:spokesman|spokeswoman|spokesperson)$/.test(lemma.toLowerCase())) return true;
  return (
    xpos === "NN" && (institutionNouns[lemma.toLowerCase()] !== undefined || bodies.has(lemma.toLowerCase()))
  );
}

const bodies = new Set(
  "opposition delegation government company firm kingdom side campaign union".split(" "),
);
