import { expect, it } from "vitest";
import { fold } from "../tellings/words.ts";
import { datesIn } from "./dates.ts";

it.each<[text: string, dates: string[]]>([
  ["The quake of 14 March 2031", ["d2-14", "y2031"]],
  ["On March 3rd nothing, on March 3, 2031 much", ["d2-3", "y2031"]],
  ["El 3 de marzo, miércoles", ["d2-3", "w2"]],
  ["Am Sonntag, 12. März", ["w6", "d2-12"]],
  ["Le lundi 1er février; lundi 2 février", ["w0", "d1-2"]],
  ["They may march on 45 bridges in 1850", []],
  ["Flight 2031 had 99 aboard in May", ["y2031"]],
])("finds the days, years and weekdays of %j", (text, dates) => {
  expect([...datesIn(fold(text))].sort()).toEqual([...dates].sort());
});
