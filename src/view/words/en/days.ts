/** Days, counts and lists, without a locale's data: the same on every machine. */

const months = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(" ");

export const days = {
  /** "2 Apr 2031", "Apr 2031", "2 Apr"; months count from 1. */
  date: (year: string | undefined, month: number, day: number | undefined) =>
    [day, months[month - 1], year].filter((part) => part !== undefined).join(" "),
  week: (monday: string) => `week of ${monday}`,
  weekend: (saturday: string) => `weekend of ${saturday}`,
  /** "Q3 2031", "H1 2031": a quarter or half of a year. */
  partOfYear: (part: string, year: string) => `${part} ${year}`,
  /** "a, b and c". */
  list: (parts: readonly string[]) =>
    parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`,
  more: (count: number) => `${count} more`,
};

export function many(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
