/** A parsed sentence drawn as an indented tree, for people and reports of bugs. */
import type { Sentence } from "../model/sentence.ts";

export function tree(sentence: Sentence): string {
  const { tokens, names } = sentence;
  const children: number[][] = tokens.map(() => []);
  let root = -1;
  for (const token of tokens) {
    if (token.head < 0) root = token.i;
    else children[token.head]?.push(token.i);
  }
  const named = new Map<number, string>();
  for (const { first, last, type } of names) for (let i = first; i <= last; i++) named.set(i, type);
  const lines: string[] = [];
  // a stack of our own: a tree may be as deep as the sentence is long
  const open: { i: number; lead: string; branch: string }[] =
    root < 0 ? [] : [{ i: root, lead: "", branch: "" }];
  while (open.length > 0) {
    const { i, lead, branch } = open.pop()!;
    const token = tokens[i]!;
    const name = named.get(i);
    lines.push(
      `${lead}${branch}${visible(token.form)}  ${token.deprel} ${token.xpos}${name === undefined ? "" : ` [${name}]`}`,
    );
    const below = branch === "" ? lead : lead + (branch === "└─ " ? "   " : "│  ");
    const kids = children[i]!;
    for (let k = kids.length - 1; k >= 0; k--) {
      open.push({ i: kids[k]!, lead: below, branch: k === kids.length - 1 ? "└─ " : "├─ " });
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Control characters and lone surrogates could garble a terminal. */
const visible = (form: string): string =>
  (form.length > 60 ? `${form.slice(0, 59)}…` : form).toWellFormed().replace(/\p{Cc}/gu, "·");
