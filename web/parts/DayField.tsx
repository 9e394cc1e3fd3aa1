/** A day that is typed: told to its owner once it is one, or none. */
import { parseDate } from "@internationalized/date";
import { useEffect, useState } from "react";
import { DateField, DateInput, DateSegment, type DateValue, Label } from "react-aria-components";

export function DayField({
  label,
  value,
  set,
}: {
  label: string;
  value: string | undefined;
  set: (day: string | undefined) => void;
}) {
  const [draft, setDraft] = useState<DateValue | null>(null);
  useEffect(() => setDraft(value === undefined ? null : parseDate(value)), [value]);
  return (
    <DateField
      className="field"
      // "4" alone, as Spanish has it, would be too narrow to be pressed.
      shouldForceLeadingZeros
      value={draft}
      onChange={(day) => {
        setDraft(day);
        const text = day?.toString();
        // The year 20 is the beginning of 2031.
        if (text === undefined) set(undefined);
        else if (!text.startsWith("0")) set(text);
      }}
    >
      <Label>{label}</Label>
      <DateInput className="day-input day-alone">
        {(segment) => <DateSegment segment={segment} className="day-segment" />}
      </DateInput>
    </DateField>
  );
}
