/** A day to look back to, typed or picked from a calendar, over the button that it was asked for by; fetched then. */
import { parseDate } from "@internationalized/date";
import { type RefObject, useState } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateField,
  DateInput,
  DateSegment,
  type DateValue,
  Dialog,
  Heading,
  Label,
  Popover,
} from "react-aria-components";
import { words } from "../words.ts";

export default function DayPicker({
  label,
  value,
  last,
  trigger,
  set,
  close,
}: {
  label: string;
  value: string | undefined;
  /** What the calendar begins with where no day is set. */
  last: string | undefined;
  trigger: RefObject<HTMLButtonElement | null>;
  set: (day: string | undefined) => void;
  close: () => void;
}) {
  // What is being typed is the field's own until it is a day; the address is not told of the year 20.
  const [draft, setDraft] = useState<DateValue | null>(
    value === undefined ? null : parseDate(value.slice(0, 10)),
  );
  const start = parseDate(last ?? "2026-01-01");
  const take = (day: DateValue | null) => {
    setDraft(day);
    const text = day?.toString();
    if (text === undefined) set(undefined);
    else if (!text.startsWith("0")) set(text);
  };
  return (
    <Popover
      className="day-popover"
      placement="bottom start"
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && close()}
    >
      <Dialog className="day-dialog" aria-label={`${label}: ${words.when.calendar}`}>
        <DateField
          className="day-typed"
          autoFocus
          // "4" alone, as Spanish has it, would be too narrow to be pressed.
          shouldForceLeadingZeros
          value={draft}
          placeholderValue={start}
          onChange={take}
        >
          <Label>{label}</Label>
          <DateInput className="day-input day-alone">
            {(segment) => <DateSegment segment={segment} className="day-segment" />}
          </DateInput>
        </DateField>
        <Calendar
          className="calendar"
          aria-label={label}
          value={draft}
          defaultFocusedValue={draft ?? start}
          onChange={(day) => {
            take(day);
            close();
          }}
        >
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
  );
}
