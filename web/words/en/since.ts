/** What has changed since the reader last looked. */
import type { SinceAnswer } from "../../../src/api/schema/since.ts";
import { many } from "./counting.ts";

export const since = {
  title: "Since you last looked",
  looking: "Looking what has changed…",
  first:
    "This is your first look: all of it is new. Mark it as read, and next time what has changed since stands here.",
  nothing: (time: string) => `Nothing has changed since ${time}.`,
  changed: (n: number, time: string) => `${many(n, "change", "changes")} since ${time}.`,
  passing: (n: number) =>
    n === 1
      ? "One more line was told and taken back in between."
      : `${n} more lines were told and taken back in between.`,
  mark: "Mark as read",
  markHint:
    "This list then starts anew for you and can’t be brought back. The record stays as it is, and all changes stay under Latest changes.",
  card: (n: number) =>
    n === 0 ? "Nothing new since you last looked" : `${many(n, "change", "changes")} since you last looked`,
  cardFirst: "You have not looked at this yet",
  kind: {
    revised: "Revised",
    contradicted: "Contradicted",
    withdrawn: "Withdrawn",
    superseded: "Superseded",
    overdue: "Due by now",
    corroborated: "Corroborated",
    new: "New",
  } satisfies Record<SinceAnswer["news"][number]["kind"], string>,
};
