/**
 * Times as listings write them: RFC 822 with its odd zones and two-digit years, ISO 8601 and W3CDTF, Unix time,
 * GDELT's. Each form is tried as a whole; what fits none is no time.
 */

/** Minutes east of UTC. RFC 822 (section 5), and what feeds write besides; military letters mean nothing (RFC 2822, 4.3). */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ut: 0,
    utc: 0,
    gmt: 0,
    z: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    met: 60,
    mez: 60,
    cest: 120,
    mest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
    sast: 120,
    cat: 120,
    msk: 180,
    eat: 180,
    trt: 180,
    gst: 240,
    pkt: 300,
    ist: 330,
    wib: 420,
    ict: 420,
    hkt: 480,
    sgt: 480,
    pht: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    art: -180,
    nst: -210,
    ndt: -150,
    ast: -240,
    adt: -180,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
  }),
);

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const maxLength = 80;

/** ISO 8601 in UTC with seconds; undefined for what is no time. A time without zone is taken for UTC. */
export function instantOf(written: string): string | undefined {
  const text = written.length > maxLength ? "" : written.trim();
  if (text === "") return undefined;
  return iso(text) ?? compact(text) ?? rfc822(text) ?? american(text) ?? unix(text);
}

/** Clocks run wrong by a day and zones are left out; feeds carry year 9999 for what is pinned. */
export function latestBelieved(fetchedAt: string): string {
  return written(Date.parse(fetchedAt) + 2 * 86_400_000) ?? "9999";
}

/** Why a time is not believed, or undefined. Both in the form of `instantOf`. */
export function disbelief(instant: string, latest: string): "future" | "past" | undefined {
  if (instant > latest) return "future";
  return instant < earliest ? "past" : undefined;
}

/** Before the first newspapers' archives: zeros and defaults of databases ("0001-01-01"). */
const earliest = "1700";

function iso(text: string): string | undefined {
  const found =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:(?:T|\s+|T\s)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(.{0,9}))?)?$/i.exec(
      text,
    );
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  return instant(Number(year), Number(month), Number(day ?? 1), hour, minute, second, zone);
}

/** 20261125T101500Z, 20261125101500, 20261125. */
function compact(text: string): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  if (Number(year) < 1700 || Number(year) > 2200) return undefined;
  return instant(Number(year), Number(month), Number(day), hour, minute, second, zone);
}

/** "Wed, 25 Nov 2026 10:15:00 GMT", its day's name optional, whatever it says, in any language. */
function rfc822(text: string): string | undefined {
  const found =
    /^(?:[^\d,]{1,20},?\s+)?(\d{1,2})(?:\s+|[-.])\s?([A-Za-z]{3,9})\.?,?(?:\s+|-)(\d{2,4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(.{0,30}))?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, day, month, year, hour, minute, second, zone] = found;
  return instant(fullYear(year!), monthOf(month!), Number(day), hour, minute, second, zone);
}

/** "Nov 25, 2026 10:15 AM EST", "Wed Nov 25 10:15:00 EST 2026" (the C library's). */
function american(text: string): string | undefined {
  const found =
    /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.{0,30}))?$/.exec(
      text,
    );
  if (found !== null) {
    const [, month, day, year, hour, minute, second, zone] = found;
    return instant(Number(year), monthOf(month!), Number(day), hour, minute, second, zone);
  }
  const c =
    /^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([A-Za-z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/.exec(
      text,
    );
  if (c === null) return undefined;
  const [, month, day, hour, minute, second, zone, year] = c;
  return instant(Number(year), monthOf(month!), Number(day), hour, minute, second, zone);
}

/** Seconds or milliseconds since 1970, from 1980 on. */
function unix(text: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined;
  const ms = Number(text) * (text.length < 12 ? 1000 : 1);
  return ms < 315_532_800_000 ? undefined : written(ms);
}

function instant(
  year: number,
  month: number,
  day: number,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): string | undefined {
  let h = Number(hour ?? 0);
  const [half, rest] = halfOf(zone ?? "");
  if (half === "p" && h < 12) h += 12;
  if (half === "a" && h === 12) h = 0;
  const m = Number(minute ?? 0);
  // A leap second is the second before it, as everywhere in POSIX time.
  const s = Math.min(Number(second ?? 0), 59);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && h <= 24 && m < 60)) return undefined;
  const offset = offsetOf(rest);
  if (offset === undefined) return undefined;
  if (day > daysIn(year, month)) return undefined;
  // Date.UTC takes years below 100 for those of the last century.
  const days = year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
  return written(days + ((h * 60 + m - offset) * 60 + s) * 1000);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(ms: number): string | undefined {
  if (!(ms >= yearZero && ms < year10000)) return undefined;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const yearZero = Date.parse("0000-01-01T00:00:00Z");
const year10000 = Date.parse("+010000-01-01T00:00:00Z");

function halfOf(zone: string): ["a" | "p" | undefined, string] {
  const found = /^([ap])\.?m\.?(?![a-z])\s*/i.exec(zone);
  return found === null
    ? [undefined, zone]
    : [found[1]!.toLowerCase() as "a" | "p", zone.slice(found[0].length)];
}

/** Minutes east of UTC; undefined for what is no zone. */
function offsetOf(zone: string): number | undefined {
  const text = zone.trim();
  if (text === "") return 0;
  // "+0100", "+01:00", "+01", "GMT+1", "UTC+05:30", "-0500 (EST)".
  const numbers = /^(?:GMT|UTC?|Z)?\s?([+-])(\d{1,2})(?::?(\d{2}))?(?:\s*\(.{0,20}\))?$/i.exec(text);
  if (numbers !== null) {
    const minutes = Number(numbers[2]) * 60 + Number(numbers[3] ?? 0);
    return minutes > 15 * 60 ? undefined : numbers[1] === "-" ? -minutes : minutes;
  }
  const name = /^\(?([A-Za-z]{1,4})\)?$/.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  return zones.get(name) ?? (name.length === 1 ? 0 : undefined);
}

/** RFC 2822, section 4.3: below 50 is of this century, three digits count from 1900. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 2
    ? number + (number < 50 ? 2000 : 1900)
    : year.length === 3
      ? number + 1900
      : number;
}

const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
