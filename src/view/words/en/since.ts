/** What changed since a reader last looked, a sentence each. */
import { many } from "./days.ts";

export const since = {
  origins: (n: number) => many(n, "origin"),
  lineOfItsOwn: (analyst: string) => `a line of its own by a correction of ${analyst}`,
  firstTold: (figure: string, first: string, later: readonly string[]) =>
    `${figure}, first told as ${first}, by now ${later.join(", then ")}`,
  toldAgain: "withdrawn, then told again",
  overtaken: "overtaken by a later count",
  borneOut: (names: string, had: number) => `borne out by ${names}, ${many(had, "origin")} before`,
  notByAll: (had: number, because: string | undefined) =>
    `no longer told by all, ${many(had, "origin")} before${because === undefined ? "" : `, some ${because}`}`,
  because: (because: string, printed: string) => `${because} (told by ${printed})`,
  withdrawn: (printed: string) => `withdrawn, no report says so any more (${printed} did)`,
  rejected: (analyst: string, printed: string) => `rejected by ${analyst}, though printed by ${printed}`,
  partOfAnother: "now told as part of another line",
  joined: (analyst: string) => `joined with another line by ${analyst}`,
  byWayOf: (between: readonly string[]) => `, by way of ${between.join(" and ")}`,
  /** `way` is that of `byWayOf`, or empty. */
  figureChanged: (
    figure: string,
    isCorrection: boolean,
    from: string,
    to: string,
    way: string,
    who: string,
  ) => `${figure}: ${isCorrection ? "corrected" : "revised"} from ${from} to ${to}${way}, by ${who}`,
  changed: (from: string, to: string, analyst: string | undefined, way: string) =>
    `from ${from} to ${to}${analyst === undefined ? "" : `, corrected by ${analyst}`}${way}`,
  quoted: (words: string) => `“${words}”`,
  analyst: "an analyst",
  perCent: "per cent",
  per: (unit: string) => ` per ${unit}`,
  from: (day: string) => `, since ${day}`,
  overdue: (day: string) => `due by ${day}, and what came of it is not told`,
  contradictedBy: (sides: string) => `contradicted by ${sides}`,
  side: (line: string, tellers: string) => `“${line}” (${tellers})`,
  moreOfSentence: (n: number) => ` (and ${n} more of the same sentence)`,
  /** Since when, as a brief begins. */
  allNew: "All of it is new: this is the first look",
  allNewTo: (reader: string) => `All of it is new: ${reader} has not looked before`,
  sinceLook: (reader: string, time: string) => `Since ${reader} last looked, ${time}`,
  sinceTime: (time: string) => `Since ${time}`,
  sinceEndOf: (day: string) => `Since the end of ${day}`,
};
