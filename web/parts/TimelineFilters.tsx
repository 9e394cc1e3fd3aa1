/** What narrows the timeline, each value with how many events it would leave; the address holds what is chosen. */
import { useState } from "react";
import { Button, Disclosure, DisclosurePanel, Group, Heading, ToggleButton } from "react-aria-components";
import { type Chosen, counted, type Filter, filters, type Shown } from "../timeline.ts";
import { words } from "../words.ts";

/** Values shown before more are asked for. */
const first = 10;

export function TimelineFilters({
  items,
  chosen,
  choose,
}: {
  items: readonly Shown[];
  chosen: Chosen;
  choose: (filter: Filter, value: string | undefined) => void;
}) {
  const rest = filters.filter((filter) => filter !== "stage");
  const [isOpen, setOpen] = useState(() => rest.some((filter) => chosen[filter] !== undefined));
  return (
    <div className="timeline-filters">
      <Values filter="stage" items={items} chosen={chosen} choose={choose} />
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <Heading level={3}>
          <Button slot="trigger" className="filter-more">
            {words.timeline.narrow} <span aria-hidden="true">{isOpen ? "−" : "+"}</span>
          </Button>
        </Heading>
        <DisclosurePanel>
          {isOpen &&
            rest.map((filter) => (
              <Values key={filter} filter={filter} items={items} chosen={chosen} choose={choose} />
            ))}
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}

function Values({
  filter,
  items,
  chosen,
  choose,
}: {
  filter: Filter;
  items: readonly Shown[];
  chosen: Chosen;
  choose: (filter: Filter, value: string | undefined) => void;
}) {
  const [isAll, setAll] = useState(false);
  const values = counted(items, filter, chosen);
  const own = chosen[filter];
  // What is chosen stays in sight, also where it leaves nothing.
  const known = own === undefined || values.some(({ value }) => value === own);
  const all = known ? values : [{ value: own, count: 0 }, ...values];
  const shown = isAll ? all : all.filter(({ value }, i) => i < first || value === own);
  if (all.length === 0) return null;
  return (
    <Group className="filter-values" aria-label={words.timeline[filter === "stage" ? "status" : filter]}>
      <span className="filter-name" aria-hidden="true">
        {words.timeline[filter === "stage" ? "status" : filter]}
      </span>
      {shown.map(({ value, count }) => (
        <ToggleButton
          key={value}
          className="filter-toggle"
          isSelected={value === own}
          onChange={(isChosen) => choose(filter, isChosen ? value : undefined)}
        >
          {nameOf(filter, value)} <span className="number">{words.number(count)}</span>
        </ToggleButton>
      ))}
      {shown.length < all.length && (
        <Button className="filter-all" onPress={() => setAll(true)}>
          {words.situation.showAll(all.length)}
        </Button>
      )}
    </Group>
  );
}

function nameOf(filter: Filter, value: string): string {
  if (filter === "act") return (words.acts as Record<string, string>)[value] ?? value;
  if (filter !== "stage") return value;
  if (value === "denied") return words.denied;
  if (value === "none") return words.timeline.none;
  return (words.stage as Record<string, string>)[value] ?? value;
}
