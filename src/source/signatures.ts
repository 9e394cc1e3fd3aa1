/** First bytes of files that hold no report text, by what people call them, and what to do instead. */
export interface Signature {
  readonly name: string;
  /** Hex bytes at `at` (0 when absent). */
  readonly bytes: string;
  readonly at?: number;
  readonly advice?: string;
}

const asText = "save its text as .txt or .html and read that";

export const signatures: readonly Signature[] = [
  { name: "a PNG image", bytes: "89504e470d0a1a0a" },
  { name: "a JPEG image", bytes: "ffd8ff" },
  { name: "a GIF image", bytes: "474946383761" },
  { name: "a GIF image", bytes: "474946383961" },
  { name: "a WebP image", bytes: "57454250", at: 8 },
  { name: "a TIFF image", bytes: "49492a00" },
  { name: "a TIFF image", bytes: "4d4d002a" },
  { name: "a ZIP archive or an Office document", bytes: "504b0304", advice: `unpack it, or ${asText}` },
  { name: "an old Office document", bytes: "d0cf11e0a1b11ae1", advice: asText },
  {
    name: "an attachment of Outlook's (winmail.dat)",
    bytes: "789f3e22",
    advice: "have the message sent again as HTML or plain text",
  },
  { name: "an RTF document", bytes: "7b5c727466", advice: asText },
  { name: "a RAR archive", bytes: "526172211a07", advice: "unpack it first" },
  { name: "a 7-Zip archive", bytes: "377abcaf271c", advice: "unpack it first" },
  { name: "an xz archive", bytes: "fd377a585a00", advice: "unpack it first" },
  { name: "a bzip2 archive", bytes: "425a68", advice: "unpack it first" },
  { name: "a Zstandard archive", bytes: "28b52ffd", advice: "unpack it first" },
  { name: "a gzip archive inside a gzip archive", bytes: "1f8b", advice: "unpack it first" },
  { name: "an MP4 video", bytes: "66747970", at: 4 },
  { name: "a Matroska or WebM video", bytes: "1a45dfa3" },
  { name: "an Ogg recording", bytes: "4f676753" },
  { name: "an MP3 recording", bytes: "494433" },
  { name: "a WAV recording", bytes: "57415645", at: 8 },
  { name: "a SQLite database", bytes: "53514c69746520666f726d6174203300" },
  { name: "a program (ELF)", bytes: "7f454c46" },
  { name: "a WebAssembly program", bytes: "0061736d" },
  { name: "a WOFF font", bytes: "774f4632" },
  {
    name: "a property list of a web archive",
    bytes: "62706c697374",
    advice: "save the page as HTML and read that",
  },
];
