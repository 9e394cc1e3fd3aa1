/** Days as people write them, without a locale's data: the same on every machine. */

const months = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split(" ");

/** "2031-04-02" and times of it to "2 Apr 2031"; what is no ISO date stays as it is. */
export function dayWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return iso;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** "2 Apr 2031, 10:30 UTC"; a day alone stays one. */
export function timeWords(iso: string): string {
  const at = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(at.getTime())) return dayWords(iso);
  const utc = at.toISOString();
  return `${dayWords(utc)}, ${utc.slice(11, 16)} UTC`;
}

export function many(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
