/** What holds of everything that is read, whatever was given: checked on each input that is fuzzed. */
import type { Report } from "../../src/model/report.ts";
import type { Listing } from "../../src/source/feed/listing.ts";

export function hold(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

/** One line, of whole characters. */
export const isLine = (text: string) => !/[\r\n\u2028\u2029]/.test(text) && text.isWellFormed();

/** Markup that a page would carry out or that a reader of the output would see: never in words. */
const markup =
  /<\/?(?:a|abbr|article|b|br|div|em|figure|h[1-6]|i|iframe|img|li|object|p|script|span|strong|style|svg|table|td|ul)(?:\s[^<>]*)?\/?>/i;

/** Ways to write "<" as text, where a tag that is shown is what the author wrote. */
const writesMarks =
  /&(?:lt|amp|#)|\\u|=3c|<[\p{C}<]|<(?:textarea|plaintext|xmp|noscript|iframe|noframes|noembed)\b|<title\b[^>]*>[^<]*<(?!\/title)/iu;

/** `source` is the text that was read, where tags in the words of the report may be told from the author's. */
export function reportHolds(report: Report, source: string | undefined): void {
  const { text, blocks, title, warnings, published, modified, id, bylines, language } = report;
  hold(/^r[0-9a-f]{16}$/.test(id), `a report's id is ${id}`);
  hold(blocks.length > 0, "a report without blocks");
  let at = 0;
  for (const [i, { start, end }] of blocks.entries()) {
    hold(start === at + (i === 0 ? 0 : 2), `block ${i} begins at ${start}, not behind ${at}`);
    hold(end > start && end <= text.length, `block ${i} is ${start} to ${end} of ${text.length}`);
    const slice = text.slice(start, end);
    hold(slice.trim() === slice, `block ${i} begins or ends in white space`);
    hold(!/\n\n/.test(slice), `block ${i} is two`);
    hold(slice.isWellFormed(), `block ${i} cuts a character`);
    at = end;
  }
  hold(at === text.length, `blocks end at ${at} of ${text.length}`);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["title", title],
    ["publisher", report.publisher],
    ["credit", report.credit],
    ["section", report.section],
    ...bylines.map((one) => ["byline", one] as const),
    ...(report.captions ?? []).map((one) => ["caption", one] as const),
    ...(report.amendments ?? []).map((one) => ["amendment", one.text] as const),
    ...warnings.map((one) => ["warning", one] as const),
    ...(report.claims ?? []).map(({ value }) => ["claim", value] as const),
  ];
  for (const [name, line] of lines)
    hold(line === undefined || (isLine(line) && line !== ""), `a ${name} is ${JSON.stringify(line)}`);
  for (const time of [
    published?.value,
    modified?.value,
    ...(report.amendments ?? []).map(({ date }) => date),
  ])
    hold(time === undefined || !Number.isNaN(Date.parse(time)), `a time is ${time}`);
  for (const address of [report.url, report.canonicalUrl, report.nextPage, report.partOf])
    hold(address === undefined || /^https?:\/\//i.test(address), `an address is ${address}`);
  hold(language === undefined || /^[a-z]{2,3}$/.test(language), `a language is ${language}`);
  if (source === undefined || writesMarks.test(source)) return;
  for (const [name, words] of [["text", text], ...lines] as const) {
    const tag = words === undefined || ["warning", "claim"].includes(name) ? null : markup.exec(words);
    hold(tag === null, `a ${name} holds markup: ${tag?.[0].slice(0, 100)}`);
  }
}

/** Whatever in a reading has a start and an end is a span of the report's text, and cuts no character. */
export function spansHold(found: unknown, text: string, path = "reading"): void {
  if (typeof found !== "object" || found === null) {
    hold(typeof found !== "number" || Number.isFinite(found), `${path} is ${found}`);
    return;
  }
  const { start, end } = found as { readonly start?: unknown; readonly end?: unknown };
  if (typeof start === "number" && typeof end === "number") {
    hold(Number.isInteger(start) && Number.isInteger(end), `${path} is ${start} to ${end}`);
    hold(start >= 0 && start < end && end <= text.length, `${path} is ${start} to ${end} of ${text.length}`);
    hold(text.slice(start, end).isWellFormed(), `${path} cuts a character`);
  }
  for (const [key, value] of Object.entries(found))
    spansHold(value, text, `${path}.${Array.isArray(found) ? "" : key}`);
}

/** Each word of a report stands in its source; `source` is the text of the page, tags and all. */
export function wordsStand({ text }: Report, source: string): void {
  const there = source.replace(nothing, "");
  for (const [word] of text.replace(nothing, "").matchAll(/[\p{L}\p{N}]{4,}/gu))
    hold(there.includes(word), `a word is not in the source: ${JSON.stringify(word)}`);
}

/** What shows nothing, and what stands for what could not be read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these show nothing
const nothing = /[\p{Cf}\p{Cn}\p{Co}\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]+/gu;

export function listingHolds(listing: Listing, source: string | undefined): void {
  const { items, warnings, parts = [], homepage, next, hub, self, every, title, language } = listing;
  hold(new Set(items.map(({ key }) => key)).size === items.length, "two items of one key");
  const words: [string, string | undefined][] = [["title", title]];
  for (const item of items) {
    hold(item.key !== "", "an item without a key");
    words.push(["title", item.title], ["summary", item.summary], ["publisher", item.publisher]);
    for (const author of item.authors) words.push(["author", author]);
    for (const time of [item.published, item.updated])
      hold(
        time === undefined || /^(?:1[7-9]|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time),
        `a time is ${time}`,
      );
    hold(
      item.language === undefined || /^[a-z]{2,3}(?:-|$)/.test(item.language),
      `a language is ${item.language}`,
    );
  }
  const addresses = [...items, ...parts].map(({ url }) => url);
  for (const address of [...addresses, homepage, next, hub, self])
    hold(
      address === undefined || (/^https?:\/\//.test(address) && URL.canParse(address)),
      `an address is ${address}`,
    );
  hold(every === undefined || (every >= 60 && every <= 366 * 86_400), `to be asked every ${every} s`);
  hold(language === undefined || /^[a-z]{2,3}(?:-|$)/.test(language), `a language is ${language}`);
  const isFree = source !== undefined && !writesMarks.test(source);
  for (const [name, line] of words) {
    if (line === undefined) continue;
    hold(isLine(line) && line.trim() === line && line !== "", `a ${name} is ${JSON.stringify(line)}`);
    hold(line.length <= 4000, `a ${name} has ${line.length} characters`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    hold(!/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(line), `a ${name} holds control characters`);
    const tag = isFree ? markup.exec(line) : null;
    hold(tag === null, `a ${name} holds markup: ${tag?.[0].slice(0, 100)}`);
  }
  for (const line of warnings) hold(isLine(line), `a warning of several lines: ${line}`);
}
