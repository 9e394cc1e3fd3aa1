/** The calendar of a day's field; fetched when it is opened. */
import { Button, Calendar, CalendarCell, CalendarGrid, Heading } from "react-aria-components";
import { words } from "../words.ts";

export default function DayCalendar() {
  return (
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
  );
}
