/** Sets the two times of the page: what had been published by a day, and what we knew on a day. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { Button, Group } from "react-aria-components";
import { linesQuery, momentsQuery, situationQuery, type When as Times } from "../api.ts";
import { day, moment } from "../dates.ts";
import { knownSteps, publishedSteps } from "../steps.ts";
import { words } from "../words.ts";
import { TimeSlider } from "./TimeSlider.tsx";

const loadPicker = () => import("./DayPicker.tsx");
const DayPicker = lazy(loadPicker);

interface Days {
  readonly first: string;
  readonly last: string;
}

export default function When({
  situation,
  when,
  published,
  known,
  set,
  isBusy,
}: {
  situation: string;
  when: Times;
  published: Days | undefined;
  known: Days | undefined;
  set: (when: Times) => void;
  /** The page does not show this time yet. */
  isBusy: boolean;
}) {
  const queries = useQueryClient();
  const { data } = useQuery(momentsQuery(situation));
  const publishing = useMemo(() => (data === undefined ? [] : publishedSteps(data)), [data]);
  const knowing = useMemo(() => (data === undefined ? [] : knownSteps(data)), [data]);
  const setAsOf = useCallback((asOf: string | undefined) => set({ ...when, asOf }), [set, when]);
  const setKnownAt = useCallback((knownAt: string | undefined) => set({ ...when, knownAt }), [set, when]);
  const near = useCallback(
    (times: Times) => {
      void queries.prefetchQuery(situationQuery(situation, times));
      void queries.prefetchQuery(linesQuery(situation, times));
    },
    [queries, situation],
  );
  const nearAsOf = useCallback((asOf: string | undefined) => near({ ...when, asOf }), [near, when]);
  const nearKnownAt = useCallback((knownAt: string | undefined) => near({ ...when, knownAt }), [near, when]);
  return (
    <Group className="when" aria-label={words.when.label}>
      <div className="when-one">
        <Day
          label={words.when.asOf}
          help={words.when.asOfHelp}
          value={when.asOf}
          days={published}
          set={setAsOf}
        />
        <TimeSlider
          name="as-of"
          label={words.when.asOf}
          density={words.when.density.published}
          steps={publishing}
          value={when.asOf}
          told={words.when.told}
          set={setAsOf}
          near={nearAsOf}
          isBusy={isBusy}
        />
      </div>
      <div className="when-one">
        <Day
          label={words.when.knownAt}
          help={words.when.knownAtHelp}
          value={when.knownAt}
          days={known}
          set={setKnownAt}
        />
        <TimeSlider
          name="known-at"
          label={words.when.knownAt}
          density={words.when.density.known}
          steps={knowing}
          value={when.knownAt}
          told={words.when.changes}
          set={setKnownAt}
          near={nearKnownAt}
          isBusy={isBusy}
        />
      </div>
    </Group>
  );
}

/** The day that is set, as a button. Its picker is fetched once it is pointed at: few look back by typing. */
function Day({
  label,
  help,
  value,
  days,
  set,
}: {
  label: string;
  help: string;
  value: string | undefined;
  days: Days | undefined;
  set: (day: string | undefined) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = value === undefined ? words.when.now : value.length === 10 ? day(value) : moment(value);
  return (
    <div className="day">
      <span className="day-label">{label}</span>
      <Button
        ref={button}
        className="day-open"
        aria-label={`${shown}. ${label}: ${words.when.calendar}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onHoverStart={loadPicker}
        onFocus={loadPicker}
        onPress={() => setOpen(true)}
      >
        {shown}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" />
        </svg>
      </Button>
      <span className="day-help">{help}</span>
      {isOpen && (
        <Suspense>
          <DayPicker
            label={label}
            value={value}
            last={days?.last}
            trigger={button}
            set={set}
            close={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
