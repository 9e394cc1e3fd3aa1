/** The state of an entry in few words, by which revisions and reviews compare what it was with what it is. */
import type { Entry, FigurePoint } from "../../model/entry.ts";
import type { Status } from "../../model/status.ts";

/** What an entry says, as short as "planned, possible", "at least 11" or "opposes". */
export function stateOf({ lead, status, series, leadReport, edits }: Entry): string | undefined {
  switch (lead.kind) {
    case "figure": {
      if (edits !== undefined) return numberWords(lead.figure);
      const point = series?.find(({ report, best, low, high }) => {
        const { figure } = lead;
        return report === leadReport && best === figure.best && low === figure.low && high === figure.high;
      });
      return point === undefined ? undefined : numberWords(point);
    }
    case "position":
      return lead.position.stance;
    default:
      return status === undefined ? undefined : statusWords(status);
  }
}

function numberWords({
  low,
  best,
  high,
  approximate,
}: Pick<FigurePoint, "low" | "best" | "high" | "approximate">): string {
  if (best !== null) return approximate ? `about ${best}` : String(best);
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `at least ${low}`;
  return high === null ? "unstated" : `up to ${high}`;
}

function statusWords({ stage, polarity, certainty, unrealisedBy }: Status): string {
  const act = stage?.replace("-", " ");
  const no = act === undefined ? "denied" : `${act}: denied`;
  const said = polarity !== "denied" ? act : unrealisedBy === undefined ? no : "not done";
  return (
    [said, certainty === "asserted" ? undefined : certainty]
      .filter((word) => word !== undefined)
      .join(", ") || "stated"
  );
}
