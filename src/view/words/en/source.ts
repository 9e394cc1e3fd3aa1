/** How a source that is followed does. */
import { many } from "./days.ts";

export const source = {
  new: "not visited yet",
  works: "works",
  failing: (times: number, problem: string) =>
    `failing (${times === 1 ? "once" : `${times} times`}): ${problem}`,
  unknown: "unknown",
  items: (n: number) => `${many(n, "item")} in all`,
  waiting: (n: number) => `${n} waiting to be read`,
  lastNew: (span: string) => `last new ${span} ago`,
  hub: "its hub tells of changes",
  asked: (span: string) => `asked every ${span}`,
  due: "due now",
  next: (span: string) => `next in ${span}`,
  days: (n: number) => `${n} days`,
};
