/** Sets the two times of the page: what had been published by a day, and what we knew on a day. */
import { parseDate } from "@internationalized/date";
import { useEffect, useState } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  type DateValue,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  Text,
} from "react-aria-components";
import type { When as Times } from "../api.ts";
import { words } from "../words.ts";

interface Days {
  readonly first: string;
  readonly last: string;
}

export default function When({
  when,
  published,
  known,
  set,
}: {
  when: Times;
  published: Days | undefined;
  known: Days | undefined;
  set: (when: Times) => void;
}) {
  return (
    <I18nProvider locale={words.locale}>
      <Group className="when" aria-label={words.when.label}>
        <Day
          label={words.when.asOf}
          help={words.when.asOfHelp}
          value={when.asOf}
          days={published}
          set={(asOf) => set({ ...when, asOf })}
        />
        <Day
          label={words.when.knownAt}
          help={words.when.knownAtHelp}
          value={when.knownAt}
          days={known}
          set={(knownAt) => set({ ...when, knownAt })}
        />
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
  useEffect(() => setDraft(value === undefined ? null : parseDate(value)), [value]);
  return (
    <DatePicker
      className="day"
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
          <Calendar className="calendar">
            <header>
              <Button slot="previous" aria-label={words.when.previous}>
                ←
              </Button>
              <Heading className="calendar-title" />
              <Button slot="next" aria-label={words.when.following}>
                →
              </Button>
            </header>
            <CalendarGrid>{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
