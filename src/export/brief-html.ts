/**
 * The brief as one HTML file: no script, nothing from elsewhere, its style within and allowed by its hash. It is read
 * by headings, landmarks and notes that lead back. All text is escaped; of addresses only http and https are links.
 */
import { createHash } from "node:crypto";
import type { Brief, Footnote, Group, Line, Link, Row, Section } from "../view/brief/model.ts";
import { dayWords } from "../view/days.ts";
import { type Words, wordsIn } from "../view/words/words.ts";
import { briefStyle } from "./brief-style.ts";
import { shown } from "./outside.ts";

/** What the file may do: be styled by its own style. For the file's head and for who serves it. */
export const briefPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(briefStyle).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export function briefHtml(brief: Brief): string {
  const words = wordsIn(brief.language);
  const setting: Setting = { words, backs: new Map() };
  const body = brief.sections.map((section) => sectionHtml(section, setting)).join("\n");
  const { footnotes } = brief;
  return `<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(briefPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(words.print.titleOf(brief.title))}</title>
<style>${briefStyle}</style>
</head>
<body>
<header>
<h1>${isolated(brief.title)}</h1>
${brief.summary === undefined ? "" : `<p class="summary">${isolated(brief.summary)}</p>\n`}${brief.notices.map((notice) => `<p class="notice">${isolated(notice)}</p>\n`).join("")}${factsHtml(brief)}</header>
<nav aria-label="${words.print.sections}"><ul>
${[
  ...brief.sections.map(({ key, title }) => ({ id: key as string, title })),
  ...(footnotes.length === 0 ? [] : [{ id: "sentences", title: words.print.sentences }]),
]
  .map(({ id, title }) => `<li><a href="#${id}">${text(title)}</a></li>`)
  .join("\n")}
</ul></nav>
<main>
${body}
${footnotes.length === 0 ? "" : endnotes(footnotes, setting)}</main>
</body>
</html>
`;
}

/** In what language, and the marks that each note leads back to. */
interface Setting {
  readonly words: Words;
  readonly backs: Map<number, string[]>;
}

function factsHtml({ facts }: Brief): string {
  if (facts.length === 0) return "";
  return `<dl>\n${facts.map((fact) => `<dt>${text(fact.label)}</dt><dd>${text(fact.text)}</dd>`).join("\n")}\n</dl>\n`;
}

function sectionHtml({ key, title, intro, groups }: Section, setting: Setting): string {
  const head = `<section id="${key}" aria-labelledby="${key}-title"${key === "method" ? ' class="method"' : ""}>\n<h2 id="${key}-title">${text(title)}</h2>\n`;
  const said =
    intro === undefined ? "" : `<p${key === "method" ? "" : ' class="intro"'}>${text(intro)}</p>\n`;
  return `${head}${said}${groups.map((group) => groupHtml(group, setting)).join("")}</section>`;
}

function groupHtml({ title, sides, lines, more }: Group, setting: Setting): string {
  const head = title === undefined ? "" : `<h3>${isolated(title)}</h3>\n`;
  const list =
    lines.length === 0
      ? ""
      : `<ul class="lines${sides === true ? " sides" : ""}">\n${lines.map((line) => `<li>${lineHtml(line, setting)}</li>`).join("\n")}\n</ul>\n`;
  return `${head}${list}${more === undefined ? "" : `<p class="more">${text(more)}</p>\n`}`;
}

function lineHtml(line: Line, setting: Setting): string {
  const tags = line.tags.length === 0 ? "" : ` <span class="tags">${text(line.tags.join(", "))}</span>`;
  const rows = line.rows === undefined ? "" : tableHtml(line.rows, line.earlier, setting);
  const under = line.under.map((one) => `<li>${lineHtml(one, setting)}</li>`).join("");
  const links = (line.links ?? []).map((link) => `<li>${linkHtml(link, setting)}</li>`).join("");
  return `${isolated(line.text, langOf(line.language, setting))}${marks(line.notes, setting)}${tags}${rows}${under === "" ? "" : `<ul class="under">${under}</ul>`}${links === "" ? "" : `<ul class="links">${links}</ul>`}`;
}

function linkHtml({ text: title, published, address }: Link, { words }: Setting): string {
  const name = isolated(title);
  return `${address === undefined ? name : anchor(address, name)}, ${dayWords(published, words)}`;
}

function tableHtml(rows: readonly Row[], earlier: number | undefined, setting: Setting): string {
  const { words } = setting;
  const { print } = words;
  const body = rows
    .map(({ at, value, issuer, publishers, origins, tags, notes }) => {
      const row = `<th scope="row">${dayWords(at, words)}</th><td class="value">${text(value)}${marks(notes, setting)}</td><td>${issuer === undefined ? print.theReport : isolated(issuer)}</td><td>${isolated(publishers)}</td><td>${origins}</td><td>${text(tags.map((tag) => print.tag[tag]).join(", "))}</td>`;
      return `<tr${tags.includes("superseded") ? ' class="superseded"' : ""}>${row}</tr>`;
    })
    .join("\n");
  const { day, count, issuer, in: within, origins, remark } = print.head;
  const head = [day, count, issuer, within, origins, remark].map((one) => `<th scope="col">${one}</th>`);
  return `<div class="scroll"><table><caption>${print.caption(earlier)}</caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body}
</tbody></table></div>`;
}

function endnotes(footnotes: readonly Footnote[], { words, backs }: Setting): string {
  return `<section id="sentences" class="endnotes" aria-labelledby="sentences-title">
<h2 id="sentences-title">${words.print.sentences}</h2>
<ol>
${footnotes.map((note) => noteHtml(note, backs.get(note.number) ?? [], words)).join("\n")}
</ol>
</section>
`;
}

function noteHtml(
  { number, publisher, published, address, language, grade, quote, isCut }: Footnote,
  backs: readonly string[],
  words: Words,
): string {
  const day = published === undefined ? "" : `, ${dayWords(published, words)}`;
  const where = address === undefined ? isolated(publisher) : anchor(address, isolated(publisher));
  const back = backs.map(
    (id, i) =>
      `<a class="back" href="#${id}" aria-label="${words.print.noteBack(number, backs.length === 1 ? undefined : i + 1)}">↩${backs.length === 1 ? "" : `<sup>${i + 1}</sup>`}</a>`,
  );
  return `<li id="n${number}" value="${number}"><span class="where">${where}${day}${grade === undefined ? "" : `, ${text(grade)}`}:</span> <q${langOf(language, { words })}>${isolated(quote)}</q>${isCut ? " […]" : ""} ${back.join(" ")}</li>`;
}

/** References to notes; each can be gone back to. */
function marks(notes: readonly number[], { words, backs }: Setting): string {
  if (notes.length === 0) return "";
  const links = notes.map((number) => {
    const known = backs.get(number) ?? [];
    const id = `r${number}-${known.length + 1}`;
    backs.set(number, [...known, id]);
    return `<a id="${id}" href="#n${number}" role="doc-noteref" aria-label="${words.print.note(number)}">${number}</a>`;
  });
  return `<sup>${links.join(" ")}</sup>`;
}

function anchor(address: string, inner: string): string {
  return /^https?:\/\//u.test(address)
    ? `<a href="${text(address)}" rel="noreferrer nofollow">${inner}</a>`
    : inner;
}

/** What is not in the language of the page says so to who reads it aloud (WCAG 3.1.2). */
function langOf(language: string | undefined, { words }: { readonly words: Words }): string {
  const isOther = language !== undefined && language !== words.language && /^[a-z]{2,3}$/u.test(language);
  return isOther ? ` lang="${language}"` : "";
}

/** Outside text whose direction of writing stays its own. */
function isolated(outside: string, lang = ""): string {
  return `<bdi${lang}>${text(outside)}</bdi>`;
}

function text(outside: string): string {
  return shown(outside).replace(/[&<>"']/gu, (character) => entities[character]!);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
