/** Sentences as CoNLL-U (universaldependencies.org/format.html), with offsets and names in MISC. */
import type { Sentence } from "../model/sentence.ts";

export function conllu(sentences: readonly Sentence[], text: string): string {
  return sentences.map((sentence) => sentenceLines(sentence, text)).join("");
}

function sentenceLines(sentence: Sentence, text: string): string {
  const lines = [
    `# sent_id = ${sentence.index + 1}`,
    `# block = ${sentence.block} ${sentence.blockKind}`,
    `# text = ${oneLine(text.slice(sentence.start, sentence.end))}`,
  ];
  const names = new Map<number, string>();
  for (const name of sentence.names) {
    for (let i = name.first; i <= name.last; i++)
      names.set(i, `${i === name.first ? "B" : "I"}-${name.type}`);
  }
  sentence.tokens.forEach((token, i) => {
    const next = sentence.tokens[i + 1];
    const misc = [
      names.has(i) ? `Name=${names.get(i)}` : "",
      next !== undefined && next.start === token.end ? "SpaceAfter=No" : "",
      `start_char=${token.start}|end_char=${token.end}`,
    ];
    lines.push(
      [
        i + 1,
        oneLine(token.form),
        oneLine(token.lemma),
        token.upos,
        token.xpos,
        token.feats || "_",
        token.head + 1,
        token.deprel,
        "_",
        misc.filter((part) => part !== "").join("|"),
      ].join("\t"),
    );
  });
  return `${lines.join("\n")}\n\n`;
}

/** A column holds no tab or line break; lone surrogates can't be written as UTF-8. */
const oneLine = (text: string): string => text.replace(/[\t\r\n\u2028\u2029]+/g, " ").toWellFormed() || "_";
