/**
 * The brief as PDF: marks lead to their sentences and the numbers of sentences back, sections stand in the outline, and
 * readers that speak are told what is a heading, a list, a table. The same brief gives the same bytes.
 */
import type { Brief, Footnote, Group, Line, Row, Section } from "../view/brief/model.ts";
import { dayWords } from "../view/days.ts";
import { type Words, wordsIn } from "../view/words/words.ts";
import { shown } from "./outside.ts";
import type { Face, Run } from "./pdf/breaking.ts";
import { type Element, openPaper, type Paper } from "./pdf/paper.ts";

const ink = "#16181c";
const soft = "#474c53";
const blue = "#174a7c";
const body = 9.5;
const small = 8.25;

export async function briefPdf(brief: Brief): Promise<Uint8Array> {
  const words = wordsIn(brief.language);
  const { language, title, at } = brief;
  const { note, moreCharacters } = words.print;
  const paper = openPaper({
    title: shown(title),
    language,
    note,
    moreCharacters,
    ...(at === undefined ? {} : { at }),
  });
  const setter: Setter = { paper, words, marked: new Set() };
  head(brief, setter);
  for (const section of brief.sections) setSection(section, setter);
  setNotes(brief.footnotes, setter);
  return paper.bytes();
}

interface Setter {
  readonly paper: Paper;
  readonly words: Words;
  /** Notes that a mark has led to: the first mark is where the note leads back to. */
  readonly marked: Set<number>;
}

function head(brief: Brief, setter: Setter): void {
  const { title, summary, notices, facts } = brief;
  const { paper } = setter;
  paragraph([run(title, "bold", 21, ink, setter)], "H1", setter, { leading: 1.2 });
  paper.space(6);
  if (summary !== undefined) {
    paragraph([run(summary, "regular", 11, ink, setter)], "P", setter);
    paper.space(4);
  }
  for (const notice of notices) paragraph([run(notice, "bold", body, ink, setter)], "P", setter);
  paper.space(4);
  for (const { label, text } of facts) {
    paragraph(
      [run(`${label}: `, "bold", small + 0.5, ink, setter), run(text, "regular", small + 0.5, ink, setter)],
      "P",
      setter,
    );
  }
  const missing = missingOf(brief, setter);
  if (missing > 0) {
    paragraph([run(setter.words.print.fontLacks(missing), "italic", small, soft, setter)], "P", setter);
  }
}

/** How many characters of all that is to be set have no glyph, each counted once. */
function missingOf(brief: unknown, { paper }: Setter): number {
  const characters = new Set(shown(JSON.stringify(brief)));
  return [...characters].filter((one) => paper.drawable(one) !== one).length;
}

function setSection({ title, intro, groups, key }: Section, setter: Setter): void {
  const { paper } = setter;
  paper.space(20);
  paper.room(90);
  paper.rule();
  paper.outline(title);
  const section = paper.element("Sect");
  paragraph([run(title, "bold", 13.5, ink, setter)], "H2", setter, {}, section);
  paper.space(2);
  if (intro !== undefined) {
    paragraph(
      [run(intro, key === "method" ? "regular" : "italic", small + 0.5, soft, setter)],
      "P",
      setter,
      {},
      section,
    );
    paper.space(3);
  }
  for (const group of groups) setGroup(group, section, setter);
  section.end();
}

function setGroup({ title, sides, lines, more }: Group, section: Element, setter: Setter): void {
  const { paper } = setter;
  if (title !== undefined) {
    paper.space(5);
    paper.room(48);
    paragraph([run(title, "bold", body + 0.5, ink, setter)], "H3", setter, {}, section);
    paper.space(1);
  }
  if (sides === true && lines.every(fitsBeside)) setSides(lines, section, setter);
  else if (lines.length > 0) {
    const list = paper.element("L", section);
    for (const line of lines) setLine(line, list, 14, setter);
    list.end();
  }
  if (more !== undefined) {
    paragraph([run(more, "italic", small, soft, setter)], "P", setter, {}, section);
    paper.space(2);
  }
}

/** What is longer than half a column stands below the other sides. */
function fitsBeside({ text, under }: Line): boolean {
  return text.length + under.reduce((sum, line) => sum + line.text.length, 0) < 700;
}

/** Side by side while there are few, each with who holds it. */
function setSides(lines: readonly Line[], section: Element, setter: Setter): void {
  const { paper } = setter;
  const perRow = 3;
  for (let i = 0; i < lines.length; i += perRow) {
    const some = lines.slice(i, i + perRow);
    const list = paper.element("L", section);
    const cells = some.map((line) => {
      const item = paper.element("LI", list);
      return {
        element: paper.element("LBody", item),
        item,
        line,
        width: paper.width / Math.max(2, some.length),
      };
    });
    paper.row(
      cells.map(({ element, line, width }) => ({
        element,
        width: width - 6,
        runs: runsOf(line, body, setter),
      })),
      0,
    );
    paper.row(
      cells.map(({ element, line, width }) => ({
        element,
        width: width - 6,
        runs: line.under.map(({ text }, i) =>
          run(i === 0 ? text : ` · ${text}`, "italic", small, soft, setter),
        ),
      })),
      0,
    );
    for (const { element, item } of cells) {
      element.end();
      item.end();
    }
    list.end();
    paper.space(6);
  }
}

function setLine(line: Line, list: Element, indent: number, setter: Setter): void {
  const { paper } = setter;
  const size = indent > 14 ? small + 0.5 : body;
  const runs = runsOf(line, size, setter);
  const high = paper.height(runs, { indent });
  // A few lines stay together; what is longer than that may go over to the next page.
  paper.room(Math.min(high, 70));
  const item = paper.element("LI", list);
  const label = paper.element("Lbl", item);
  const text = paper.element("LBody", item);
  const bullet = run(indent > 14 ? "–" : "•", "regular", size, soft, setter);
  paper.set(runs, text, { indent, label: { run: bullet, element: label, hang: 11 } });
  label.end();
  paper.space(indent > 14 ? 1 : 2.5);
  if (line.rows !== undefined) setTable(line.rows, line.earlier, indent, text, setter);
  const links = (line.links ?? []).map(({ text: words, published, address }) => ({
    runs: [
      run(
        words,
        "regular",
        small,
        address === undefined ? ink : blue,
        setter,
        address === undefined ? {} : { link: address },
      ),
      run(`, ${dayWords(published, setter.words)}`, "regular", small, soft, setter),
    ],
  }));
  if (line.under.length + links.length > 0) {
    const inner = paper.element("L", text);
    for (const one of line.under) setLine(one, inner, indent + 12, setter);
    for (const { runs } of links) {
      paper.room(12);
      const one = paper.element("LI", inner);
      const words = paper.element("LBody", one);
      paper.set(runs, words, { indent: indent + 12 });
      words.end();
      one.end();
    }
    inner.end();
    paper.space(2);
  }
  text.end();
  item.end();
}

const columns = [62, 84, 100, 120, 42, 62] as const;

function setTable(
  rows: readonly Row[],
  earlier: number | undefined,
  indent: number,
  parent: Element,
  setter: Setter,
): void {
  const { paper } = setter;
  if (earlier !== undefined) {
    paragraph(
      [run(`${setter.words.print.earlierValues(earlier)}.`, "italic", small, soft, setter)],
      "P",
      setter,
      { indent },
      parent,
    );
  }
  paper.room(40);
  const table = paper.element("Table", parent);
  const cells = (texts: readonly (readonly Run[])[], isHead = false) => {
    const type = (i: number) => (isHead || i === 0 ? "TH" : "TD");
    const tr = paper.element("TR", table);
    const made = texts.map((runs, i) => ({
      runs,
      element: paper.element(
        type(i),
        tr,
        type(i) === "TD" ? {} : { scope: i === 0 && !isHead ? "Row" : "Column" },
      ),
      width: columns[i]!,
    }));
    paper.row(made, indent);
    for (const { element } of made) element.end();
    tr.end();
  };
  const { print } = setter.words;
  const { day, count, issuer: by, in: within, origins: from, remark } = print.head;
  cells(
    [day, count, by, within, from, remark].map((words) => [run(words, "bold", small, soft, setter)]),
    true,
  );
  for (const { at, value, issuer, publishers, origins, tags, notes } of rows) {
    const stands = !tags.includes("superseded");
    const plain = (words: string) => [run(clipped(words), "regular", small, ink, setter)];
    cells([
      plain(dayWords(at, setter.words)),
      [run(value, stands ? "bold" : "regular", small, ink, setter), ...marks(notes, small, setter)],
      plain(issuer ?? print.theReport),
      plain(publishers),
      plain(String(origins)),
      plain(tags.map((tag) => print.tag[tag]).join(", ")),
    ]);
  }
  table.end();
  paper.space(4);
}

/** A row is not parted, so a name that fills pages is cut in it; the note has the sentence. */
function clipped(words: string): string {
  return words.length > 160 ? `${words.slice(0, 160).toWellFormed()}…` : words;
}

function setNotes(footnotes: readonly Footnote[], setter: Setter): void {
  if (footnotes.length === 0) return;
  const { paper, words } = setter;
  const { print } = words;
  paper.space(20);
  paper.room(90);
  paper.rule();
  paper.outline(print.sentences);
  const section = paper.element("Sect");
  paragraph([run(print.sentences, "bold", 13.5, ink, setter)], "H2", setter, {}, section);
  paper.space(3);
  const list = paper.element("L", section);
  for (const { number, publisher, published, address, grade, quote, isCut } of footnotes) {
    const day = published === undefined ? "" : `, ${dayWords(published, words)}`;
    const runs = [
      run(
        `${publisher}${day}${grade === undefined ? "" : `, ${grade}`}`,
        "regular",
        small,
        address === undefined ? soft : blue,
        setter,
        address === undefined ? {} : { link: address },
      ),
      run(": ", "regular", small, soft, setter),
      run(print.quoted(`${quote}${isCut ? " […]" : ""}`), "regular", small, ink, setter),
    ];
    paper.room(Math.min(paper.height(runs, { indent: 26 }), 60));
    const item = paper.element("LI", list);
    const label = paper.element("Lbl", item);
    const text = paper.element("LBody", item);
    const back = run(String(number), "regular", small, blue, setter, {
      goTo: `r${number}`,
      place: `n${number}`,
    });
    paper.set(runs, text, { indent: 26, label: { run: back, element: label, hang: 26 } });
    label.end();
    text.end();
    item.end();
    paper.space(1.5);
  }
  list.end();
  section.end();
}

function runsOf(line: Line, size: number, setter: Setter): Run[] {
  return [
    run(line.text, "regular", size, ink, setter),
    ...marks(line.notes, size, setter),
    ...(line.tags.length === 0 ? [] : [run(` ${line.tags.join(", ")}`, "italic", size - 1, soft, setter)]),
  ];
}

function marks(notes: readonly number[], size: number, setter: Setter): Run[] {
  return notes.flatMap((number, i) => {
    const first = setter.marked.has(number) ? {} : { place: `r${number}` };
    setter.marked.add(number);
    const mark = run(String(number), "regular", size * 0.68, blue, setter, {
      rise: size * 0.34,
      goTo: `n${number}`,
      ...first,
    });
    const gap = run(i === 0 ? "\u2009" : ",\u2009", "regular", size * 0.68, soft, setter, {
      rise: size * 0.34,
    });
    return [gap, mark];
  });
}

function run(
  text: string,
  face: Face,
  size: number,
  color: string,
  { paper }: Setter,
  more: Partial<Run> = {},
): Run {
  const edges = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text)!;
  const inner =
    edges[2] === ""
      ? text
      : `${edges[1] === "" ? "" : " "}${paper.drawable(shown(edges[2]!))}${edges[3] === "" ? "" : " "}`;
  return { text: inner, face, size, color, ...more };
}

function paragraph(
  runs: readonly Run[],
  type: string,
  { paper }: Setter,
  options: Parameters<Paper["set"]>[2] = {},
  parent?: Element,
): void {
  const element = parent === undefined ? paper.element(type) : paper.element(type, parent);
  paper.set(runs, element, options);
  element.end();
}
