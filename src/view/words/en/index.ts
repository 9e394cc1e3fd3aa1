/** English: what every other language translates. */
import type { Language } from "../language.ts";
import { brief } from "./brief.ts";
import { correction } from "./correction.ts";
import { days } from "./days.ts";
import { line } from "./line.ts";
import { print } from "./print.ts";
import { since } from "./since.ts";
import { source } from "./source.ts";

export const en = {
  language: "en" as Language,
  days,
  line,
  since,
  brief,
  print,
  correction,
  source,
  /** A sentence that another stage wrote in English ("credits Costa Wire Service"). */
  told: (sentence: string): string => sentence,
  /** A value as revisions keep it ("about 7500", "called off"), as it is printed ("about 7,500"). */
  value: (value: string): string => value.replace(/(?<![\d.])\d{4,}/gu, grouped),
};

/** "1234567" as "1,234,567". */
function grouped(digits: string): string {
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) parts.unshift(digits.slice(Math.max(0, end - 3), end));
  return parts.join(",");
}
