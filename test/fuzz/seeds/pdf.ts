/** Small PDFs, invented. */
import { deflateSync } from "node:zlib";
import { column, pdfOf } from "../../invented-pdf.ts";

const one =
  "The last ferry to Lima Island left on Sunday, the harbour master said in a statement to the crews who had refused to sail.";
const title = { text: "Ferries to Lima Island stop", x: 60, y: 780, size: 24 };
const lines = [
  title,
  ...column(one, { x: 60, y: 740, letters: 40 }),
  ...column(one, { x: 320, y: 740, letters: 40 }),
];

export const pdfSeeds = [
  pdfOf({
    pages: [lines, lines],
    info: { Title: "Ferries", CreationDate: "D:20310303081500Z" },
    language: "en",
  }),
  pdfOf({
    pages: [lines],
    content: deflateSync(
      Buffer.from("BT /F 10 Tf 60 700 Td (No boat left the island on Sunday, the harbour said.) Tj ET"),
    ),
    contentFilter: "/FlateDecode",
  }),
];

export const pdfWords = [
  "obj",
  "endobj",
  "stream\n",
  "endstream",
  "xref",
  "trailer",
  "startxref",
  "<<",
  ">>",
  "[",
  "]",
  "(",
  ")",
  "/Kids",
  "/Parent",
  "/Type",
  "/Page",
  "/Pages",
  "/Count",
  "/Length",
  "/Filter",
  "/FlateDecode",
  "/LZWDecode",
  "/ASCII85Decode",
  "/DCTDecode",
  "/JBIG2Decode",
  "/Font",
  "/Encoding",
  "/ToUnicode",
  "/Contents",
  "/Resources",
  "/XObject",
  "/Encrypt",
  "/Root",
  "/Info",
  "1 0 R",
  "2 0 R",
  "5 0 R",
  "999999 0 R",
  "BT",
  "ET",
  "Tf",
  "Td",
  "Tm",
  "Tj",
  "TJ",
  "Do",
  "q",
  "Q",
  "cm",
  "1e38",
  "-1",
  "0",
  "NaN",
  "%%EOF",
  "\\",
  "\x00",
  "\xff",
];
