/** Events on an axis of time: a mark for a day, a bar for a span as wide as it is known, open where it has no end. */
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { shortDay } from "../dates.ts";
import { axisOf, type Placed, type Shown } from "../timeline.ts";
import { useWidth } from "../width.ts";
import { words } from "../words.ts";
import { StatusMark, statusWords } from "./status.tsx";

/** Pixels between two marks of a row. */
const apart = 15;

/** The lists below hold the same for the keyboard; here a pointer may open what it points at. */
export function Axis({
  lanes,
  published,
}: {
  lanes: readonly { readonly title: string; readonly items: readonly Shown[] }[];
  published: { readonly first: string; readonly last: string };
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const axis = useMemo(
    () =>
      axisOf(
        lanes.map(({ items }) => items),
        published,
        apart / Math.max(width, 320),
      ),
    [lanes, published, width],
  );
  const navigate = useNavigate();
  if (axis === undefined) return null;
  const open = (event: React.MouseEvent) => {
    const entry = (event.target as Element).closest<HTMLElement>("[data-entry]")?.dataset.entry;
    if (entry === undefined) return;
    void navigate({
      from: "/situations/$situation",
      search: ({ in: _, ...rest }) => ({ ...rest, entry }),
      resetScroll: false,
    });
  };
  const { from, to, months, outside } = axis;
  const count = axis.lanes.reduce((sum, { placed }) => sum + placed.length, 0);
  return (
    <figure className="axis-figure">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every mark's event is a link in the lists below */}
      <div
        className="axis"
        role="img"
        aria-label={words.timeline.axis(count, shortDay(from), shortDay(to))}
        onClick={open}
      >
        <div className="axis-width" ref={frame} />
        {axis.lanes.map(({ placed, rows }, i) => (
          <div key={lanes[i]?.title} className="axis-lane">
            <span className="axis-title">{lanes[i]?.title}</span>
            <div className="axis-rows" style={{ height: `${rows}rem` }}>
              {months.map(({ at, left }) => (
                <span key={at} className="axis-month" style={{ left: percent(left) }} />
              ))}
              {placed.map((one) => (
                <Mark key={one.entry.id} placed={one} />
              ))}
            </div>
          </div>
        ))}
        <div className="axis-scale">
          {months.map(({ at, left }) => (
            <span key={at} style={{ left: percent(left) }} data-end={left > 0.85 || undefined}>
              {shortDay(at)}
            </span>
          ))}
        </div>
      </div>
      {outside > 0 && <figcaption>{words.timeline.clipped(outside)}</figcaption>}
    </figure>
  );
}

function Mark({ placed: { entry, left, width, row, isOpen } }: { placed: Placed }) {
  const { status } = entry;
  const title = `${statusWords(status)}: ${entry.line}`;
  const place = { left: percent(left), top: `${row}rem` };
  if (width === 0)
    return (
      <span className="axis-mark" style={place} data-entry={entry.id} title={title}>
        <StatusMark status={status} />
      </span>
    );
  const isDone =
    status?.polarity !== "denied" && ["done", "under-way", "attempted"].includes(status?.stage ?? "");
  return (
    <span
      className="axis-bar"
      style={{ ...place, width: percent(width) }}
      data-entry={entry.id}
      data-done={isDone || undefined}
      data-unsure={(status !== undefined && status.certainty !== "asserted") || undefined}
      data-open={isOpen || undefined}
      data-struck={status?.polarity === "denied" || status?.stage === "called-off" || undefined}
      title={title}
    />
  );
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
