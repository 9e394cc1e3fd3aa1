/** What comes while a page is open, and how far long work is. */
import type { LiveWork } from "../../../src/api/schema/live.ts";
import { all, many, number } from "./counting.ts";

interface Came {
  readonly entries: number;
  readonly changed: number;
  readonly reports: number;
}

const came = ({ entries, changed, reports }: Came) =>
  entries + changed === 0
    ? many(reports, "new report", "new reports")
    : all([
        ...(entries > 0 ? [many(entries, "new entry", "new entries")] : []),
        ...(changed > 0 ? [many(changed, "change", "changes")] : []),
      ]);

export const live = {
  label: "News of this page",
  came,
  unknown: "There is something new",
  show: "Show",
  showing: "Fetching…",
  failed: "It could not be fetched. Try again.",
  taken: (fresh: number, changed: number) =>
    fresh + changed === 0
      ? "No line differs from what stood here."
      : `${all([
          ...(fresh > 0 ? [`${number(fresh)} new`] : []),
          ...(changed > 0 ? [`${number(changed)} changed`] : []),
        ])}, marked in the page`,
  first: "To the first",
  done: "Done",
  fresh: { new: "new", changed: "changed" },
  work: {
    label: "Work under way",
    what: {
      adding: "Adding reports",
      rereading: "Reading reports anew",
      fetching: "Reading what sources brought",
    } satisfies Record<LiveWork["what"], string>,
    for: (situation: string) => `for ${situation}`,
    done: (done: number, of: number | undefined) =>
      of === undefined ? `${number(done)} so far` : `${number(done)} of ${number(of)}`,
    left: (minutes: number) =>
      minutes < 1 ? "less than a minute left" : `about ${number(minutes)} min left`,
    since: (minutes: number) => (minutes < 1 ? "begun just now" : `for ${number(minutes)} min`),
    ended: (done: number, failed: number) =>
      failed === 0 ? `Done: ${number(done)}` : `Done: ${number(done)}, of which ${number(failed)} failed`,
    broke: "It broke off:",
    dismiss: "Close",
  },
  failing: (n: number) => `${many(n, "source fails", "sources fail")}`,
  failingHow: "See why",
};
