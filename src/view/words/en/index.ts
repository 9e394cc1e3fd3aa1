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
  /** A value as revisions keep it ("about 7", "called off"). */
  value: (value: string): string => value,
};
