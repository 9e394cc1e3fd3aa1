/** A reporting clause that ends a sentence ("…, the ministry said"): what stands before its comma is what is said. */
import type { Token } from "../../model/sentence.ts";
import { type Draft, hang, hangSubject, type Mend, retag } from "./draft.ts";

/** "A house was hit and one man was killed, the service reported": no last member of a list, but who says it all. */
export const reportOfList: Mend = (draft, token, head) => {
  if (!/^(?:conj|parataxis)$/.test(token.deprel) || head.i > token.i) return;
  if (endingSubject(draft.tokens, token) === undefined || !hasSubject(draft.tokens, head)) return;
  const { head: above, deprel } = head;
  hang(draft, head.i, token.i, "ccomp");
  hang(draft, token.i, above, deprel);
};

/** "The singer has died, her manager and her publicist said": the second subject of the verb before is who says it. */
export function subjectOfReport(draft: Draft): void {
  const { tokens } = draft;
  const report = tokens.findLast(
    ({ xpos, lemma, deprel }) =>
      /^VB[DZP]$/.test(xpos) && reporting.test(lemma) && /^(?:conj|parataxis)$/.test(deprel),
  );
  const verb = report === undefined ? undefined : tokens[report.head];
  if (report === undefined || verb === undefined || verb.i > report.i || hasSubject(tokens, report)) return;
  const subjects = tokens.filter((one) => one.head === verb.i && /^nsubj/.test(one.deprel));
  const second = subjects.find(({ i }) => i > verb.i && i < report.i);
  if (second === undefined || !subjects.some(({ i }) => i < verb.i)) return;
  if (tokens.slice(report.i + 1).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos))) return;
  // set off from the verb by a comma, which hangs on it
  if (!tokens.slice(verb.i + 1, second.i).some(({ form, head }) => form === "," && head === second.i)) return;
  hang(draft, second.i, report.i, "nsubj");
  hang(draft, report.i, verb.head, verb.deprel);
  hang(draft, verb.i, report.i, "ccomp");
}

/**
 * "The house of the mayor burned down, firefighters said", "The boat, which can carry ten, struck a mine, he said": of two
 * subjects of the word of reporting the first is that of a verb that hangs elsewhere or was taken for an attribute.
 */
export function verbBeforeReport(draft: Draft): void {
  const { tokens } = draft;
  const report = tokens.find(({ deprel }) => deprel === "root");
  const subject = report === undefined ? undefined : endingSubject(tokens, report);
  if (report === undefined || subject === undefined) return;
  const below = tokens.filter((one) => one.head === report.i && one.i < subject.i);
  const first = below.find(({ deprel }) => /^nsubj/.test(deprel));
  if (first === undefined) return;
  const clause = below.find(({ deprel }) => deprel === "ccomp");
  if (clause !== undefined) {
    // "will brief House members on the plan, an aide said": what stands behind the verb is no second subject
    if (first.i > clause.i && hasSubject(tokens, clause)) hang(draft, first.i, clause.i, "obj");
    return;
  }
  const verb =
    behindAuxiliary(tokens, report, subject) ??
    strayVerb(tokens, first, subject) ??
    attributeAsVerb(tokens, first, subject);
  if (verb === undefined) return;
  const object = verb.deprel === "amod" ? tokens[verb.head] : undefined;
  const xpos = /^VB[NG]$/.test(verb.xpos) || verb.upos !== "VERB" ? "VBD" : verb.xpos;
  retag(draft, verb.i, { upos: "VERB", xpos, head: report.i, deprel: "ccomp" });
  if (object !== undefined && object !== first) hang(draft, object.i, verb.i, "obj");
  const settled = new Set([first.i, verb.i, subject.i, object?.i]);
  for (const one of tokens.slice(0, subject.i)) {
    if (settled.has(one.i) || one.deprel === "punct") continue;
    if (one.head === report.i) hang(draft, one.i, verb.i, /^nsubj/.test(one.deprel) ? "obj" : one.deprel);
    else if (one.head === first.i && one.i > verb.i) hang(draft, one.i, verb.i, one.deprel);
  }
  hangSubject(draft, first, draft.tokens[verb.i]!);
}

const reporting =
  /^(?:say|report|add|announce|state|note|confirm|warn|claim|allege|explain|insist|stress|acknowledge)$/;

/** The subject of a finite verb of reporting, set off by a comma right before it; the verb has nothing else to say. */
function endingSubject(tokens: readonly Token[], verb: Token): Token | undefined {
  if (!/^VB[DZP]$/.test(verb.xpos) || !reporting.test(verb.lemma)) return undefined;
  const below = tokens.filter((one) => one.head === verb.i);
  const subject = below.findLast(({ deprel, i }) => deprel === "nsubj" && i < verb.i);
  if (subject === undefined) return undefined;
  const own = (one: Token) =>
    one.i > verb.i
      ? /^(?:obj|ccomp|xcomp)$/.test(one.deprel)
      : one.i > subject.i && /^(?:cc|mark|aux)/.test(one.deprel);
  // "…, he said, and a guard was hurt": the sentence goes on
  const after = tokens.slice(verb.i + 1);
  if (below.some(own) || after.some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos))) return undefined;
  let first = subject.i;
  while (first > 0 && tokens[first - 1]!.head >= first && tokens[first - 1]!.head <= subject.i) first--;
  if (tokens[first - 1]?.form !== "," || first < 3) return undefined;
  // the words between the subject and the verb are one's or the other's
  for (let i = subject.i + 1; i < verb.i; i++) {
    const { head, form } = tokens[i]!;
    if (form === "," || !((head >= subject.i && head < verb.i) || head === verb.i)) return undefined;
  }
  return subject;
}

const hasSubject = (tokens: readonly Token[], verb: Token) =>
  tokens.some((one) => one.head === verb.i && /^nsubj/.test(one.deprel));

/** "Will also brief members": the bare verb behind an auxiliary that hangs on the word of reporting. */
function behindAuxiliary(tokens: readonly Token[], report: Token, subject: Token): Token | undefined {
  const last = tokens.findLast(
    (one) => one.head === report.i && one.i < subject.i && /^aux/.test(one.deprel) && one.xpos === "MD",
  );
  if (last === undefined) return undefined;
  const next = tokens.slice(last.i + 1, subject.i).find(({ upos }) => upos !== "ADV");
  return next?.xpos === "VB" ? next : undefined;
}

/** A finite verb behind a comma, without a subject, listed with something in the first subject's clause and no "and". */
function strayVerb(tokens: readonly Token[], first: Token, subject: Token): Token | undefined {
  return tokens.slice(first.i + 1, subject.i).findLast((one) => {
    if (!/^VB[DZPN]$/.test(one.xpos) || one.deprel !== "conj" || tokens[one.i - 1]?.form !== ",")
      return false;
    return !tokens.some(({ head, deprel }) => head === one.i && /^(?:nsubj|cc|mark|aux)/.test(deprel));
  });
}

/** A participle on the first subject, or one taken for an adjective of the noun that follows it. */
function attributeAsVerb(tokens: readonly Token[], first: Token, subject: Token): Token | undefined {
  const finite = tokens.slice(first.i + 1, subject.i).some((one) => /^(?:VB[DZP]|MD)$/.test(one.xpos));
  if (finite) return undefined;
  for (let i = first.i + 1; i < subject.i - 1; i++) {
    const one = tokens[i]!;
    if (one.form === ",") return undefined;
    if (one.deprel === "acl" && one.xpos === "VBN" && one.head >= first.i) return one;
    if (i === first.i + 1 && one.deprel === "amod" && one.head > i && /ed$/.test(one.form)) return one;
  }
  return undefined;
}
