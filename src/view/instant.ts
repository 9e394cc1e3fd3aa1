/** Moments: a past one asked for, and times of any precision put in order, where a day alone begins with it and, as a limit, holds to its end. */

/** A past moment on two axes: `asOf` leaves out what was published later, `knownAt` what was fetched later. */
export interface When {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Of what was asked for, the moment alone, without what was not given. */
export function whenOf({ asOf, knownAt }: { asOf?: string | undefined; knownAt?: string | undefined }): When {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}

const day = 86_400_000;

/** Earlier first; times of one instant by their spelling, so that the order is always the same. */
export function byTime(a: string, b: string): number {
  // Spelt alike they sort as text, which is far quicker: lists are long.
  if (a.length === b.length && isUtc(a) && isUtc(b)) return a < b ? -1 : a > b ? 1 : 0;
  const difference = begin(a) - begin(b);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a time is not after a limit; without a limit every time is. */
export function until(time: string, limit: string | undefined): boolean {
  if (limit === undefined) return true;
  if (isUtc(time) && isUtc(limit) && time.length === limit.length) return time <= limit;
  const end = begin(limit) + (/^\d{4}-\d{2}-\d{2}$/.test(limit) ? day - 1 : 0);
  return !(begin(time) > end);
}

const isUtc = (time: string) => time.endsWith("Z");

function begin(time: string): number {
  return Date.parse(time);
}
