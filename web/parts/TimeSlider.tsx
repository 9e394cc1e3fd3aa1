/**
 * A slider of time over the density of what came. While it moves it says what it stands at; the page follows once it
 * rests, and what lies beside is fetched before it is asked for.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { indexOf, nextChange, type Step, stepWords, weekAway } from "../steps.ts";
import { words } from "../words.ts";

/** Milliseconds that a thumb has to rest before the page follows, and that a step is shown when they are played. */
const rest = 140;
const shown = 1_400;
/** Bars of the density at most. */
const mostBars = 96;

export function TimeSlider({
  name,
  label,
  density,
  steps,
  value,
  told,
  set,
  near,
  isBusy,
}: {
  name: "as-of" | "known-at";
  label: string;
  density: string;
  steps: readonly Step[];
  value: string | undefined;
  /** Says how much had been told by then. */
  told: (n: number) => string;
  set: (at: string | undefined) => void;
  /** Fetches what another time would show. */
  near: (at: string | undefined) => void;
  isBusy: boolean;
}) {
  const standing = useMemo(() => indexOf(steps, value), [steps, value]);
  const [moving, setMoving] = useState<number>();
  const [isPlaying, setPlaying] = useState(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const thumb = useRef<HTMLInputElement>(null);
  const at = moving ?? standing;
  const step = steps[at];
  const all = steps.at(-1);

  const go = (index: number) => {
    clearTimeout(resting.current);
    setMoving(undefined);
    if (index !== standing) set(steps[index]?.at);
  };
  const move = (index: number) => {
    setMoving(index);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => go(index), rest);
  };
  useEffect(() => () => clearTimeout(resting.current), []);

  // A range has a number; what it stands for is a day.
  useLayoutEffect(() => thumb.current?.setAttribute("aria-valuetext", stepWords(step)));

  // What lies beside, once the page stands still.
  useEffect(() => {
    if (isBusy || value === undefined) return;
    const soon = setTimeout(() => {
      for (const by of [-1, 1]) if (standing + by >= 0) near(steps[standing + by]?.at);
    }, 400);
    return () => clearTimeout(soon);
  }, [isBusy, value, standing, steps, near]);

  useEffect(() => {
    if (!isPlaying || isBusy) return;
    const next = standing >= steps.length ? nextChange(steps, -1, 1) : nextChange(steps, standing, 1);
    const soon = setTimeout(() => {
      set(steps[next]?.at);
      if (next >= steps.length) setPlaying(false);
    }, shown);
    return () => clearTimeout(soon);
  }, [isPlaying, isBusy, standing, steps, set]);

  if (all === undefined || steps.length < 2) return null;
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    event.stopPropagation();
    move(weekAway(steps, at, event.key === "PageUp" ? 1 : -1));
  };
  return (
    <div className={`slide slide-${name}`}>
      <div className="slide-row">
        <div className="slide-over" onKeyDownCapture={press}>
          <Density steps={steps} at={at} label={density} />
          <Slider
            minValue={0}
            maxValue={steps.length}
            value={at}
            aria-label={words.when.slide(label)}
            onChange={move}
            onChangeEnd={(index) => go(index)}
          >
            <SliderTrack className="slide-track">
              <SliderThumb className="slide-thumb" inputRef={thumb} />
            </SliderTrack>
          </Slider>
        </div>
        <div className="slide-buttons">
          <Button
            aria-label={`${label}: ${words.when.earlier}`}
            isDisabled={nextChange(steps, at, -1) === at}
            onPress={() => go(nextChange(steps, at, -1))}
          >
            <Sign path="M10 3 5 8l5 5" />
          </Button>
          <Button
            aria-label={`${label}: ${isPlaying ? words.when.pause : words.when.play}`}
            onPress={() => setPlaying(!isPlaying)}
          >
            <Sign path={isPlaying ? "M5.500 3v10M10.500 3v10" : "M5 3v10l8-5Z"} />
          </Button>
          <Button
            aria-label={`${label}: ${words.when.later}`}
            isDisabled={at >= steps.length}
            onPress={() => go(nextChange(steps, at, 1))}
          >
            <Sign path="M6 3l5 5-5 5" />
          </Button>
        </div>
      </div>
      <p className="slide-said" aria-live="off">
        <b>{stepWords(step)}</b>
        {step !== undefined && (
          <>
            {" "}
            {words.when.reports(step.reports, all.reports)}, {told(step.told)}
          </>
        )}
      </p>
    </div>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const height = 24;

/** What came with the steps, as bars; what is later than where the thumb stands is faint. */
function Density({ steps, at, label }: { steps: readonly Step[]; at: number; label: string }) {
  const bars = useMemo(() => {
    const each = Math.ceil(steps.length / mostBars);
    const sums: number[] = [];
    for (const [i, { came }] of steps.entries()) {
      const bar = Math.floor(i / each);
      sums[bar] = (sums[bar] ?? 0) + came;
    }
    const tallest = Math.max(1, ...sums);
    // By the root: a day of forty reports must not hide one of two.
    return sums.map((sum, bar) => ({ x: bar * each, tall: Math.sqrt(sum / tallest) * height, wide: each }));
  }, [steps]);
  return (
    <svg
      className="slide-density"
      viewBox={`0 0 ${steps.length} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {bars.map(({ x, tall, wide }) => (
        <rect
          key={x}
          x={x + wide * 0.1}
          width={wide * 0.8}
          y={height - tall}
          height={tall}
          data-later={x > at || undefined}
        />
      ))}
    </svg>
  );
}
