/** Writes small PDFs for tests: lines of text where they are put, in Helvetica, with what a document says of itself. */

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  /** From the bottom of the page. */
  readonly y: number;
  readonly size?: number;
}

export interface PdfParts {
  readonly pages: readonly (readonly PdfLine[])[];
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Further entries of the catalogue and the trailer, as they are written. */
  readonly catalog?: string;
  readonly trailer?: string;
  /** Content of page one instead of its lines. */
  readonly content?: Uint8Array;
  readonly contentFilter?: string;
}

export function pdfOf({ pages, info, language, catalog, trailer, content, contentFilter }: PdfParts): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body as string, "latin1"));
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ");
  add(
    `<< /Type /Catalog /Pages 2 0 R ${language === undefined ? "" : `/Lang (${language})`} ${catalog ?? ""} >>`,
  );
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const said = Object.entries(info ?? {}).map(([name, value]) => `/${name} ${literal(value)}`);
  add(`<< ${said.join(" ")} >>`);
  pages.forEach((lines, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
    );
    const drawn =
      i === 0 && content !== undefined
        ? Buffer.from(content)
        : Buffer.from(
            lines
              .map(({ text, x, y, size = 10 }) => `BT /F ${size} Tf ${x} ${y} Td ${literal(text)} Tj ET`)
              .join("\n"),
            "latin1",
          );
    const filter = i === 0 && contentFilter !== undefined ? `/Filter ${contentFilter}` : "";
    const head = Buffer.from(`<< /Length ${drawn.length} ${filter} >>\nstream\n`);
    objects.push(Buffer.concat([head, drawn, Buffer.from("\nendstream")]));
  });
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n", "latin1")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  objects.forEach((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer ?? ""} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const literal = (text: string) => `(${text.replace(/[\\()]/g, "\\$&")})`;

/** Text set in a column of so many letters, from a height down. */
export function column(
  text: string,
  {
    x,
    y,
    letters,
    size = 10,
    leading = 13,
    indent = 0,
  }: {
    x: number;
    y: number;
    letters: number;
    size?: number;
    leading?: number;
    indent?: number;
  },
): PdfLine[] {
  const lines: PdfLine[] = [];
  let line = "";
  const flush = () => {
    lines.push({ text: line, x: x + (lines.length === 0 ? indent : 0), y: y - leading * lines.length, size });
    line = "";
  };
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > letters) flush();
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") flush();
  return lines;
}
