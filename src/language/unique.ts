/**
 * The one copy of a string that the engine compares by its address, as it does names of properties: readers ask of every token
 * whether its tag, relation or word is this or that, and two strings of the same length would else be read to their first
 * difference. It holds on to no text that the string was cut from.
 */
export const unique = (text: string): string => Object.keys({ [text]: 0 })[0]!;
