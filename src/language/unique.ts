/**
 * The one copy of a string that the engine compares by its address, as it does names of properties: readers ask of every token
 * whether its tag, relation or word is this or that, and two strings of the same length would else be read to their first
 * difference. It holds on to no text that the string was cut from.
 */
export function unique(text: string): string {
  names[text] = 0;
  for (const own in names) {
    delete names[own];
    return own;
  }
  return text;
}

/** Without a prototype it is a table from the start: no shape is made for each name. */
const names: Record<string, 0> = Object.create(null);
