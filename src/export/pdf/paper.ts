/**
 * Pages to set text on: A4, one serif face within the file, tagged for readers that speak, with an outline and page
 * numbers. Its date is given and its id made of that and the title, so that the same text gives the same bytes.
 */
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { type Face, linesOf, type Measure, type Piece, type Run } from "./breaking.ts";

export type Element = PDFKit.PDFStructureElement;

export interface Paper {
  /** Points between the margins. */
  readonly width: number;
  /** An element of the document's structure: "H1", "P", "L" … */
  element(type: string, parent?: Element, options?: { readonly scope?: "Row" | "Column" }): Element;
  /** Begins a new page unless so much room, in points, is left on this one. */
  room(points: number): void;
  space(points: number): void;
  rule(): void;
  outline(title: string): void;
  /** Height of a paragraph, in points. */
  height(runs: readonly Run[], options?: Setting): number;
  /** Sets a paragraph, over pages where it must. */
  set(runs: readonly Run[], element: Element, options?: Setting): void;
  /** Sets cells side by side; a row is not parted. */
  row(
    cells: readonly { readonly runs: readonly Run[]; readonly element: Element; readonly width: number }[],
    indent: number,
  ): void;
  /** What the fonts have no glyph for, as "[U+4E2D]", so that nothing vanishes. */
  drawable(text: string): string;
  bytes(): Promise<Uint8Array>;
}

export interface Setting {
  readonly indent?: number;
  /** Set before the first line, at the indent less `hang`. */
  readonly label?: { readonly run: Run; readonly element: Element; readonly hang: number };
  /** Line height as a multiple of the size. */
  readonly leading?: number;
}

const margin = { top: 62, bottom: 62, left: 62, right: 62 };
const faint = "#474c53";

const resolve = createRequire(import.meta.url).resolve;
const files: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
  bold: "@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf",
  italic: "@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
};

export interface Binding {
  readonly title: string;
  /** Of the words, ISO 639-1. */
  readonly language: string;
  readonly at?: string;
  /** What a mark is called to who hears it. */
  readonly note: (number: number) => string;
  /** Of characters without a glyph: those beyond the first. */
  readonly moreCharacters: (count: number) => string;
}

export function openPaper({ title, language, at, note, moreCharacters }: Binding): Paper {
  const doc = new PDFDocument({
    size: "A4",
    margins: margin,
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    // Sitrep's texts have no second before 1970; a file without reports has that one.
    info: { Title: title, Creator: "Sitrep", CreationDate: new Date(at ?? 0) },
  });
  for (const [face, file] of Object.entries(files)) doc.registerFont(face, resolve(file));
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((fulfil, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => fulfil(Buffer.concat(chunks)));
    doc.on("error", reject);
  });

  const root = doc.struct("Document");
  doc.addStructure(root);
  const width = doc.page.width - margin.left - margin.right;
  const bottom = () => doc.page.height - margin.bottom;
  let y = margin.top;

  const measure: Measure = (text, { face, size }) => doc.font(face).fontSize(size).widthOfString(text);
  const hasGlyph = glyphsOf(doc);

  const room = (points: number) => {
    if (y + points <= bottom() || y === margin.top) return;
    doc.addPage();
    y = margin.top;
  };
  const drawPieces = (pieces: readonly Piece[], x: number, baseline: number, element: Element) => {
    for (const { run, text, x: at, width: wide } of pieces) {
      const top = baseline - run.size;
      const leads = run.goTo !== undefined || run.link !== undefined;
      const tagged = leads ? child(element, "Link") : element;
      if (run.place !== undefined)
        doc.addNamedDestination(run.place, "XYZ", x + at, top - 6, null as unknown as number);
      tagged.add(doc.markStructureContent(leads ? "Link" : "Span"));
      doc
        .font(run.face)
        .fontSize(run.size)
        .fillColor(run.color)
        .text(text, x + at, baseline - (run.rise ?? 0), { lineBreak: false, baseline: "alphabetic" });
      doc.endMarkedContent();
      if (run.goTo !== undefined)
        doc.goTo(x + at, top - (run.rise ?? 0), wide, run.size * 1.2, run.goTo, {
          structParent: tagged,
          Contents: new String(note(Number(text))),
        } as never);
      if (run.link !== undefined)
        doc.link(x + at, top, wide, run.size * 1.2, run.link, {
          structParent: tagged,
          Contents: new String(text),
        } as never);
      if (leads) tagged.end();
    }
  };
  const child = (parent: Element, type: string, options: { readonly scope?: "Row" | "Column" } = {}) => {
    // Its types lag behind: of a table's head it can say whose head it is.
    const made = doc.struct(type, options as Parameters<PDFKit.PDFDocument["struct"]>[1]);
    parent.add(made);
    return made;
  };
  const lineHeight = (pieces: readonly Piece[], leading: number) =>
    Math.max(...pieces.filter(({ run }) => run.rise === undefined).map(({ run }) => run.size), 6) * leading;
  const heightOf = (lines: readonly Piece[][], leading: number) =>
    lines.reduce((sum, line) => sum + lineHeight(line, leading), 0);

  return {
    width,
    element: (type, parent = root, options) => child(parent, type, options),
    room,
    space: (points) => {
      if (y > margin.top) y += points;
    },
    rule() {
      doc.markContent("Artifact", { type: "Layout" });
      doc
        .moveTo(margin.left, y)
        .lineTo(margin.left + width, y)
        .lineWidth(1)
        .strokeColor("#16181c")
        .stroke();
      doc.endMarkedContent();
      y += 7;
    },
    outline(title) {
      doc.outline.addItem(title, { top: Math.max(0, y - 8) } as never);
    },
    height: (runs, { indent = 0, leading = 1.36 } = {}) =>
      heightOf(linesOf(runs, width - indent, measure), leading),
    set(runs, element, { indent = 0, label, leading = 1.36 } = {}) {
      linesOf(runs, width - indent, measure).forEach((line, i) => {
        const high = lineHeight(line, leading);
        room(high);
        const baseline = y + high * 0.74;
        if (i === 0 && label !== undefined) {
          const piece = {
            run: label.run,
            text: label.run.text,
            x: 0,
            width: measure(label.run.text, label.run),
          };
          drawPieces([piece], margin.left + indent - label.hang, baseline, label.element);
        }
        drawPieces(line, margin.left + indent, baseline, element);
        y += high;
      });
    },
    row(cells, indent) {
      const leading = 1.28;
      const set = cells.map(({ runs, element, width: wide }) => ({
        lines: linesOf(runs, wide - 8, measure),
        element,
        wide,
      }));
      const high = Math.max(...set.map(({ lines }) => heightOf(lines, leading)));
      room(high + 3);
      let x = margin.left + indent;
      for (const { lines, element, wide } of set) {
        let at = y;
        for (const line of lines) {
          const tall = lineHeight(line, leading);
          drawPieces(line, x, at + tall * 0.74, element);
          at += tall;
        }
        x += wide;
      }
      y += high + 3;
    },
    drawable: (text) => withNumbers(text, hasGlyph, moreCharacters),
    async bytes() {
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page);
        doc.markContent("Artifact", { type: "Pagination" });
        const at = doc.page.height - margin.bottom + 24;
        doc.font("regular").fontSize(7.5).fillColor(faint);
        const number = `${page + 1} / ${count}`;
        const wide = doc.widthOfString(number);
        doc.text(
          shortened(title, width - wide - 24, (text) => doc.widthOfString(text)),
          margin.left,
          at,
          { lineBreak: false, baseline: "alphabetic" },
        );
        doc.text(number, margin.left + width - wide, at, { lineBreak: false, baseline: "alphabetic" });
        doc.endMarkedContent();
      }
      root.end();
      doc.end();
      return done;
    },
  };
}

function shortened(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  while (end > 0 && measure(`${text.slice(0, end)}…`) > width) end -= 4;
  return `${text.slice(0, Math.max(0, end)).trimEnd().toWellFormed()}…`;
}

/** Which characters every face has: pdfkit keeps its fonts' tables to itself. */
function glyphsOf(doc: PDFKit.PDFDocument): (code: number) => boolean {
  const tables = (Object.keys(files) as Face[]).map((face) => {
    doc.font(face);
    const { _font } = doc as unknown as {
      readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
    };
    return _font.font;
  });
  const known = new Map<number, boolean>();
  return (code) => {
    const found = known.get(code) ?? tables.every((table) => table.hasGlyphForCodePoint(code));
    known.set(code, found);
    return found;
  };
}

/** Most characters of a row that are spelt out. */
const mostSpelt = 12;

/** "[U+4E2D U+6587]"; joiners and variants of what is drawn otherwise are left out. */
function withNumbers(
  text: string,
  hasGlyph: (code: number) => boolean,
  more: Binding["moreCharacters"],
): string {
  let out = "";
  let missing: string[] = [];
  const flush = () => {
    if (missing.length === 0) return;
    const left = missing.length - mostSpelt;
    out += `[${missing.slice(0, mostSpelt).join(" ")}${left > 0 ? more(left) : ""}]`;
    missing = [];
  };
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === " " || hasGlyph(code)) {
      // Words without glyphs stand together, with the spaces between them.
      flush();
      out += character;
    } else if (!/\p{Cf}|\p{Variation_Selector}/u.test(character)) {
      missing.push(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
    }
  }
  flush();
  return out;
}
