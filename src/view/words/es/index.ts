/** Spanish, of no one country. */
import type { en } from "../en/index.ts";
import { brief } from "./brief.ts";
import { correction } from "./correction.ts";
import { days } from "./days.ts";
import { line } from "./line.ts";
import { print } from "./print.ts";
import { since } from "./since.ts";
import { source } from "./source.ts";
import { told } from "./told.ts";
import { value } from "./value.ts";

export const es: typeof en = {
  language: "es",
  days,
  line,
  since,
  brief,
  print,
  correction,
  source,
  told,
  value,
};
