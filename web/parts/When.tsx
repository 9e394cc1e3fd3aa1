/** Sets the two times of the page: what had been published by a day, and what we knew on a day. */
import { parseDate } from "@internationalized/date";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import {
  Button,
  DateInput,
  DatePicker,
  DateSegment,
  type DateValue,
  Dialog,
  Group,
  I18nProvider,
  Label,
  Popover,
  Text,
} from "react-aria-components";
import { linesQuery, momentsQuery, situationQuery, type When as Times } from "../api.ts";
import { knownSteps, publishedSteps } from "../steps.ts";
import { words } from "../words.ts";
import { TimeSlider } from "./TimeSlider.tsx";

const DayCalendar = lazy(() => import("./DayCalendar.tsx"));

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
    <I18nProvider locale={words.locale}>
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
    </I18nProvider>
  );
}

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
  // What is being typed is the field's own until it is a day; the address is not told of the year 20.
  const [draft, setDraft] = useState<DateValue | null>(null);
  useEffect(() => setDraft(value === undefined ? null : parseDate(value.slice(0, 10))), [value]);
  return (
    <DatePicker
      className="day"
      // "4" alone, as Spanish has it, would be too narrow to be pressed.
      shouldForceLeadingZeros
      value={draft}
      placeholderValue={parseDate(days?.last ?? "2026-01-01")}
      onChange={(day) => {
        setDraft(day);
        const text = day?.toString();
        if (text === undefined) set(undefined);
        else if (!text.startsWith("0")) set(text);
      }}
    >
      <Label>{label}</Label>
      <Group className="day-field">
        <DateInput className="day-input">
          {(segment) => <DateSegment segment={segment} className="day-segment" />}
        </DateInput>
        <Button className="day-open" aria-label={words.when.calendar}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" />
          </svg>
        </Button>
      </Group>
      <Text slot="description">{help}</Text>
      <Popover className="day-popover">
        <Dialog className="day-dialog">
          <Suspense>
            <DayCalendar />
          </Suspense>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
