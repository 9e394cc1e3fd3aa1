/**
 * Factuality of given predicates (UW, MEANTIME, UDS-IH2): the rules' status alone, and the learned score over it,
 * beside gold. Which set's annotators to answer as, --scheme says, else the file's name, else what was annotated in it.
 * `npm run bench -- factuality --gold FILE.jsonl[.gz] [--gold …] [--scheme uw|meantime|uds-ih2] [--predictions OUT.jsonl]
 *   [--errors N] [--rules]`
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Token } from "../src/model/sentence.ts";
import { factuality, standingOf, statusOf } from "../src/reading/status.ts";
import { type Scheme, schemes } from "./factuality/score.ts";
import { scorer } from "./factuality/scorer.ts";
import { english } from "./gold/jsonl.ts";
import { type Predicate, predicatesIn, schemeOf } from "./gold/predicates.ts";
import { meanError, pearson } from "./gold/scores.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string", multiple: true },
    predictions: { type: "string" },
    scheme: { type: "string" },
    errors: { type: "string" },
    /** Errors of the rules instead of the learned score. */
    rules: { type: "boolean" },
  },
});
if (values.gold === undefined) {
  console.error("factuality: no gold given\nuse: npm run bench -- factuality --gold FILE.jsonl[.gz]");
  process.exit(1);
}

if (values.scheme !== undefined && !schemes.some((one) => one === values.scheme)) {
  console.error(`factuality: no scheme "${values.scheme}"\nuse one of: ${schemes.join(", ")}`);
  process.exit(1);
}

interface Scored extends Predicate {
  readonly own: number;
  readonly rules: number;
}

/** Where the engine found no such token, most happened. */
const mostHappened = 3;

const language = await english();
const score = scorer();
const rows: (string | number)[][] = [];
for (const path of values.gold) {
  const predicates = predicatesIn(path, language);
  const scheme = (values.scheme as Scheme | undefined) ?? schemeOf(path, predicates);
  const scored = scoredIn(predicates, scheme);
  const byRules = scored.map(({ gold, rules }) => ({ gold, own: rules }));
  rows.push([
    basename(path),
    scheme,
    scored.length,
    meanError(byRules).toFixed(3),
    pearson(byRules).toFixed(3),
    meanError(scored).toFixed(3),
    pearson(scored).toFixed(3),
  ]);
  if (values.predictions !== undefined) writeFileSync(values.predictions, predictionLines(scored));
  for (const one of worst(scored, Number(values.errors ?? 0))) console.log(errorLine(one));
}
console.log(heading("factuality"));
console.log(
  table(
    [
      { title: "set" },
      { title: "scheme" },
      { title: "predicates", right: true },
      { title: "rules: MAE", right: true },
      { title: "r", right: true },
      { title: "learned: MAE", right: true },
      { title: "r", right: true },
    ],
    rows,
  ),
);

function scoredIn(predicates: readonly Predicate[], scheme: Scheme): Scored[] {
  const sentences = Map.groupBy(predicates, ({ found }) => found?.tree);
  const own = new Map<Token, number>();
  for (const [tree, all] of sentences) {
    if (tree === undefined) continue;
    const tokens = [...new Set(all.map(({ found }) => found!.token))];
    for (const [p, one] of score(tree, tokens, scheme).entries()) own.set(tokens[p]!, one);
  }
  return predicates.map((one) => {
    if (one.found === undefined) return { ...one, own: mostHappened, rules: mostHappened };
    const { tree, token } = one.found;
    return { ...one, own: own.get(token)!, rules: factuality(statusOf(tree, token)) };
  });
}

/** One line a sentence, in the set's order. */
function predictionLines(scored: readonly Scored[]): string {
  const sentences = Map.groupBy(scored, (one) => one.id);
  return [...sentences]
    .map(([id, all]) => {
      const predicates = all.map(({ start, own }) => ({ start, factuality: own }));
      return `${JSON.stringify({ id, predicates })}\n`;
    })
    .join("");
}

function worst(scored: readonly Scored[], count: number): readonly Scored[] {
  const off = ({ gold, own, rules }: Scored) => Math.abs(gold - (values.rules === true ? rules : own));
  return [...scored].sort((a, b) => off(b) - off(a)).slice(0, count);
}

function errorLine({ gold, own, rules, word, text, found }: Scored): string {
  const standing = found === undefined ? undefined : standingOf(found.tree, found.token);
  const why = [
    standing?.stage,
    standing?.polarity,
    standing?.certainty,
    standing?.future === true ? "future" : "",
    standing?.under.join(">"),
  ].join(" ");
  return `${gold.toFixed(1)} not ${own.toFixed(1)} (rules ${rules.toFixed(1)})  ${word}  [${why}]  ${text}`;
}
