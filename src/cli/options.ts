/** Options that several commands have, and the values that options take; a value that is none is refused in a line. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { languages } from "../view/words/language.ts";

export const data = [
  "--data <folder>",
  "the folder of the embedded store",
  process.env.SITREP_DATA ?? "data",
] as const;

/** The two time axes, for every command that shows something of the record. */
export function when(command: Command): Command {
  return command
    .option("--as-of <date>", "as it stood on a day: only what was published until then", isoDate)
    .option("--known-at <date>", "as known on a day: only what had been fetched until then", isoDate);
}

export function lang(): Option {
  const words = "language of the words around what is cut from reports (default: en)";
  return new Option("--lang <code>", words).choices(languages);
}

export function isoDate(value: string): string {
  const day = value.slice(0, 10);
  const time = Date.parse(value);
  const real = !Number.isNaN(time) && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/u.test(value) && real) return value;
  throw new InvalidArgumentError("give a date that exists as 2025-11-05");
}

export function count(value: string): number {
  const number = Number(value);
  if (/^\d{1,3}$/.test(value)) return number;
  throw new InvalidArgumentError("give a whole number from 0 to 999");
}

export function webUrl(value: string): string {
  if (/^https?:\/\//u.test(value) && URL.canParse(value)) return value;
  throw new InvalidArgumentError("give an address as https://desk.example");
}

export function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw new InvalidArgumentError("give a whole number from 0 to 65535");
}
