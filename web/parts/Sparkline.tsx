/** Reports by day as bars; the part of them that is an origin of its own is solid. */
import type { Activity } from "../../src/api/schema/situation.ts";
import { shortDay } from "../dates.ts";
import { words } from "../words.ts";

const height = 34;

export function Sparkline({ activity, label }: { activity: readonly Activity[]; label: string }) {
  const days = activity.map(({ day }) => Date.parse(day) / 86_400_000);
  const first = days[0] ?? 0;
  const span = Math.max(1, (days.at(-1) ?? first) - first + 1);
  const tallest = Math.max(...activity.map(({ reports }) => reports));
  const tall = (count: number) => (count / tallest) * height;
  return (
    <figure className="spark">
      <svg viewBox={`0 0 ${span} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {activity.map(({ day, reports, origins }, i) => (
          <g key={day}>
            <rect
              className="spark-reports"
              x={(days[i] ?? 0) - first + 0.1}
              width={0.8}
              y={height - tall(reports)}
              height={tall(reports)}
            />
            <rect
              className="spark-origins"
              x={(days[i] ?? 0) - first + 0.1}
              width={0.8}
              y={height - tall(origins)}
              height={tall(origins)}
            />
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{shortDay(activity[0]?.day ?? "")}</span>
        <span className="spark-key" aria-hidden="true">
          <i data-of="reports" /> {words.situations.sparkReports} <i data-of="origins" />{" "}
          {words.situations.sparkOrigins}
        </span>
        <span>{shortDay(activity.at(-1)?.day ?? "")}</span>
      </figcaption>
    </figure>
  );
}
