/**
 * `npm run bench -- syntax --data DIR` measures on the treebanks' development sides; with
 * `--gold FILE.jsonl[.gz] [--predictions FILE]` on that file, writing CoNLL-U made from its raw text only.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { conllu } from "../src/language/conllu.ts";
import { type Engine, engineFrom } from "../src/language/engine.ts";
import { documentsOf, type GoldSentence, readTreebank } from "../src/language/train/corpus.ts";
import { readWeights } from "../src/language/weights.ts";
import type { Sentence } from "../src/model/sentence.ts";
import { heading, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    gold: { type: "string" },
    predictions: { type: "string" },
    model: { type: "string", default: fileURLToPath(new URL("../models/en.bin", import.meta.url)) },
  },
});
if (values.data === undefined && values.gold === undefined) {
  console.error("bench syntax: give --data DIR (the treebanks' folder) or --gold FILE");
  process.exit(1);
}
const engine = engineFrom(readWeights(values.model));
console.log(heading("syntax"));
const rows: (string | number)[][] = [];
if (values.gold !== undefined) {
  const gold = readTreebank(values.gold);
  const { sentences, texts } = fromRaw(engine, gold);
  rows.push(row("gold tokens, own tags", "", score(gold, fromTokens(engine, gold))));
  rows.push(row("raw text", "", score(gold, sentences)));
  if (values.predictions !== undefined) {
    const parts = sentences.map((s) => conllu([s], texts.get(s)!));
    writeFileSync(values.predictions, parts.join(""));
  }
} else {
  const ewt = readTreebank(join(values.data!, "dev.ewt.jsonl.gz"));
  const gum = readTreebank(join(values.data!, "dev.gum.jsonl.gz"));
  const news = gum.filter((s) => /^GUM_(news|interview)_/.test(s.id));
  rows.push(
    row(
      "EWT dev, gold tokens, own tags",
      "UPOS 96, UAS 88, LAS 85; UDPipe 1.4: 94.3, 84.8, 81.4; spaCy transformer: 96.9, 91.9, 89.4",
      score(ewt, fromTokens(engine, ewt)),
    ),
  );
  rows.push(
    row(
      "EWT dev, raw text",
      "sentences 80, tokens 98.7, LAS 81.5; UDPipe LAS 77.2",
      score(ewt, fromRaw(engine, ewt).sentences),
    ),
  );
  rows.push(row("GUM dev (news, interview), gold tokens", "", score(news, fromTokens(engine, news))));
  rows.push(
    row(
      "GUM dev (news, interview), raw text",
      "LAS 80; UDPipe 1.2: 76.2",
      score(news, fromRaw(engine, news).sentences),
    ),
  );
  rows.push(row("GUM dev (all free genres), raw text", "", score(gum, fromRaw(engine, gum).sentences)));
}
console.log(
  table(
    [
      { title: "what" },
      ...["tokens", "sentences", "UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS+sub"].map((title) => ({
        title,
        right: true,
      })),
      { title: "bar and published figures" },
    ],
    rows,
  ),
);

interface Scores {
  readonly [name: string]: number;
}

function row(what: string, published: string, s: Scores): (string | number)[] {
  const show = (name: string) => s[name]!.toFixed(2);
  return [
    what,
    ...["tokens", "sentences", "upos", "xpos", "lemma", "uas", "las", "full"].map(show),
    published,
  ];
}

type Parsed = Pick<Sentence, "tokens">;

function fromTokens(engine: Engine, gold: readonly GoldSentence[]): Parsed[] {
  return engine.parseTokens(
    gold.map((s) => ({
      text: s.text,
      starts: s.start,
      ends: s.start.map((at, i) => at + s.form[i]!.length),
    })),
  );
}

/** Each document's sentences joined by one space: no hint of where a sentence or paragraph ends. */
function fromRaw(
  engine: Engine,
  gold: readonly GoldSentence[],
): { sentences: Sentence[]; texts: Map<Sentence, string> } {
  const texts = new Map<Sentence, string>();
  const sentences: Sentence[] = [];
  for (const document of documentsOf(gold)) {
    const text = document.map((s) => s.text).join(" ");
    for (const sentence of engine.parse(text, [{ kind: "paragraph", start: 0, end: text.length }])) {
      sentences.push(sentence);
      texts.set(sentence, text);
    }
  }
  return { sentences, texts };
}

interface Word {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly head: string;
  readonly deprel: string;
}

/** F1 over words aligned on their characters without white space (the CoNLL 2018 rule). */
function score(gold: readonly GoldSentence[], parsed: readonly Parsed[]): Scores {
  const right = wordsOf(
    gold.map((s) =>
      s.form.map((form, i) => ({
        form,
        upos: s.upos[i]!,
        xpos: s.xpos[i]!,
        lemma: s.lemma[i]!,
        head: s.head[i]!,
        deprel: s.deprel[i]!,
      })),
    ),
  );
  const ours = wordsOf(parsed.map((s) => s.tokens));
  const hits = { tokens: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, full: 0 };
  for (const [span, g] of right.words) {
    const p = ours.words.get(span);
    if (p === undefined) continue;
    hits.tokens++;
    if (p.upos === g.upos) hits.upos++;
    if (p.xpos === g.xpos) hits.xpos++;
    if (p.lemma === g.lemma) hits.lemma++;
    if (p.head !== g.head) continue;
    hits.uas++;
    if (p.deprel.split(":")[0] === g.deprel.split(":")[0]) hits.las++;
    if (p.deprel === g.deprel) hits.full++;
  }
  const f1 = (n: number) => (200 * n) / (right.words.size + ours.words.size);
  let same = 0;
  for (const span of right.sentences) if (ours.sentences.has(span)) same++;
  return {
    sentences: (200 * same) / (right.sentences.size + ours.sentences.size),
    ...Object.fromEntries(Object.entries(hits).map(([name, n]) => [name, f1(n)])),
  };
}

function wordsOf(
  sentences: readonly (readonly {
    form: string;
    upos: string;
    xpos: string;
    lemma: string;
    head: number;
    deprel: string;
  }[])[],
): { words: Map<string, Word>; sentences: Set<string> } {
  const words = new Map<string, Word>();
  const spans = new Set<string>();
  let at = 0;
  for (const sentence of sentences) {
    const start = at;
    const places = sentence.map(({ form }) => {
      const from = at;
      at += form.replace(/\s+/g, "").length;
      return `${from}-${at}`;
    });
    spans.add(`${start}-${at}`);
    sentence.forEach((token, i) => {
      words.set(places[i]!, { ...token, head: token.head < 0 ? "root" : places[token.head]! });
    });
  }
  return { words, sentences: spans };
}
