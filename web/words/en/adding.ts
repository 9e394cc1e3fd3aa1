/** Handing over reports. */
import { many, number } from "./counting.ts";

export const adding = {
  title: "Add reports",
  what: "Each is kept for good and read into this situation; copies of one another count once.",
  drop: "Drop saved pages, PDF, mail or web archives here",
  choose: "Choose files",
  leaveOut: (name: string) => `Leave out ${name}`,
  size: (bytes: number) =>
    bytes < 100_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
  addresses: "Addresses of pages",
  addressesHelp: "One a line. To go on reading what a site brings, follow it under Sources.",
  published: "Published on",
  publishedHelp: "Only for reports that state no day themselves.",
  reading: "Reading …",
  became: (read: number, failed: number) =>
    failed === 0
      ? `${many(read, "report", "reports")} read.`
      : `${many(read, "report", "reports")} read, ${number(failed)} not.`,
  now: (reports: number) => `The situation has ${number(reports)} now.`,
  more: (n: number) => `${number(n)} more.`,
  add: "Add",
  close: "Close",
};
