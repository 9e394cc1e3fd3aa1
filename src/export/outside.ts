/** Text from outside on its way into a file: without the characters that steer a reader rather than being read. */

/**
 * Without control characters and those that turn the direction of writing, white space as single spaces. What is left
 * is data still: each format escapes it.
 */
export function shown(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\s+/gu, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
      .trim()
  );
}
