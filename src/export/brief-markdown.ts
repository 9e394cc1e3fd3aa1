/**
 * The brief as Markdown: CommonMark with GitHub's tables and footnotes.
 *
 * Outside text becomes neither markup nor a link: its punctuation is escaped, and what readers of Markdown would turn
 * into a link by themselves (addresses, "www.", mail addresses) stands as code.
 */
import type { Brief, Footnote, Group, Line, Link, Row, Section } from "../view/brief/model.ts";
import { dayWords } from "../view/days.ts";
import { type Words, wordsIn } from "../view/words/words.ts";
import { shown } from "./outside.ts";

export function briefMarkdown(brief: Brief): string {
  const words = wordsIn(brief.language);
  const out = [`# ${text(brief.title)}`];
  if (brief.summary !== undefined) out.push(text(brief.summary));
  out.push(...brief.notices.map((notice) => `**${text(notice)}**`));
  if (brief.facts.length > 0) {
    out.push(brief.facts.map((fact) => `- **${text(fact.label)}**: ${text(fact.text)}`).join("\n"));
  }
  out.push(...brief.sections.flatMap((one) => section(one, words)));
  if (brief.footnotes.length > 0) {
    out.push(`## ${words.print.sentences}`, brief.footnotes.map((one) => footnote(one, words)).join("\n\n"));
  }
  return `${out.join("\n\n")}\n`;
}

function section({ title, intro, groups, key }: Section, words: Words): string[] {
  const out = [`## ${text(title)}`];
  if (intro !== undefined) out.push(key === "method" ? text(intro) : `*${text(intro)}*`);
  for (const group of groups) out.push(...groupOf(group, words));
  return out;
}

function groupOf({ title, sides, lines, more }: Group, words: Words): string[] {
  const out = title === undefined ? [] : [`### ${text(title)}`];
  // A table ends a list, so each line with rows is a list of its own.
  let list: string[] = [];
  const flush = () => {
    if (list.length > 0) out.push(list.join("\n"));
    list = [];
  };
  lines.forEach((line, i) => {
    list.push(...item(line, sides === true && i > 0 ? words.print.against : "", "", words));
    if (line.rows !== undefined) {
      flush();
      out.push(table(line.rows, line.earlier, words));
    }
    if (sides !== true) return;
    if (i === lines.length - 1) flush();
  });
  flush();
  if (more !== undefined) out.push(`*${text(more)}*`);
  return out;
}

function item(line: Line, before: string, indent: string, words: Words): string[] {
  const tags = line.tags.length === 0 ? "" : ` *${text(line.tags.join(", "))}*`;
  return [
    `${indent}- ${before}${text(line.text)}${marks(line.notes)}${tags}`,
    ...line.under.flatMap((one) => item(one, "", `${indent}  `, words)),
    ...(line.links ?? []).map((link) => `${indent}  - ${linkOf(link, words)}`),
  ];
}

function linkOf({ text: title, published, address }: Link, words: Words): string {
  return `${text(title)}, ${dayWords(published, words)}${address === undefined ? "" : `: ${addressOf(address)}`}`;
}

function table(rows: readonly Row[], earlier: number | undefined, words: Words): string {
  const { print } = words;
  const { day, count, issuer, in: within, origins } = print.head;
  const head = [
    `| ${day} | ${count} | ${issuer} | ${within} | ${origins} | |`,
    "| --- | --- | --- | --- | --- | --- |",
  ];
  const body = rows.map(
    ({ at, value, issuer, publishers, origins, tags, notes }) =>
      `| ${dayWords(at, words)} | ${text(value)}${marks(notes)} | ${issuer === undefined ? print.theReport : text(issuer)} | ${text(publishers)} | ${origins} | ${text(tags.map((tag) => print.tag[tag]).join(", "))} |`,
  );
  const left = earlier === undefined ? [] : [`| *${print.earlier(earlier)}* | | | | | |`];
  return [...head, ...left, ...body].join("\n");
}

function footnote(
  { number, publisher, published, address, grade, quote, isCut }: Footnote,
  words: Words,
): string {
  const day = published === undefined ? [] : [dayWords(published, words)];
  const head = [text(publisher), ...day, ...(grade === undefined ? [] : [text(grade)])].join(", ");
  const where = address === undefined ? "" : ` ${addressOf(address)}`;
  const said = words.print.quoted(`${text(quote)}${isCut ? " \\[…\\]" : ""}`);
  return `[^${number}]: ${head}: ${said}${where}`;
}

function marks(notes: readonly number[]): string {
  return notes.map((number) => `[^${number}]`).join("");
}

/** An address of http or https in URL's own spelling, which holds neither spaces nor angle brackets. */
function addressOf(address: string): string {
  return /[<>\s]/u.test(address) ? text(address) : `<${address}>`;
}

/** Outside text in one line of Markdown. */
export function text(outside: string): string {
  return shown(outside)
    .split(" ")
    .map((word, i) => (isAddress(word) ? code(word) : escaped(word, i === 0)))
    .join(" ");
}

/** What GitHub and others link without being asked: schemes, "www." and mail addresses. */
function isAddress(word: string): boolean {
  return (
    word.includes("://") ||
    /www\./iu.test(word) ||
    /[^@\s]@[^@\s]/u.test(word) ||
    /^\W*(?:mailto|xmpp):/iu.test(word)
  );
}

/** Fenced by more backticks than it holds; a bar would end a table's cell even in code. */
function code(word: string): string {
  const longest = Math.max(0, ...[...word.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const inside = word.startsWith("`") || word.endsWith("`") ? ` ${word} ` : word;
  return word.includes("|")
    ? escaped(word.replace(/[@:]|\bwww\./giu, "$&\u2060"), false)
    : `${fence}${inside}${fence}`;
}

function escaped(word: string, isFirst: boolean): string {
  const plain = word.replace(/[\\`*_{}[\]<>#|~&!$^]/gu, "\\$&");
  return isFirst ? plain.replace(/^[-+=:]/u, "\\$&").replace(/^(\d+)([.)])/u, "$1\\$2") : plain;
}
