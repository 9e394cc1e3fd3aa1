/** What a search is narrowed by: values with how many reports each would leave, and what is chosen, to be taken back. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { Kind } from "../../src/api/schema/parts.ts";
import type { SearchAnswer } from "../../src/api/schema/search.ts";
import { situationsQuery } from "../api.ts";
import { day } from "../dates.ts";
import { type Asked, changed, type Filter, filters } from "../search.ts";
import { words } from "../words.ts";
import { DayField } from "./DayField.tsx";

type Facets = SearchAnswer["facets"];
type Counted = Facets["publishers"];

/** Values shown before more are asked for. */
const first = 8;

export function Narrow({ asked, facets }: { asked: Asked; facets: Facets }) {
  const navigate = useNavigate({ from: "/search" });
  // On a narrow page below the hits and closed, beside them on a wide one.
  const [open, setOpen] = useState(() => matchMedia("(min-width: 60rem)").matches);
  const name = useNames();
  const groups: [Filter, Counted][] = [
    ["situation", facets.situations],
    ["publisher", facets.publishers],
    ["language", facets.languages],
    ["kind", facets.kinds],
    [
      "status",
      [
        { value: "read", count: facets.read },
        { value: "unread", count: facets.unread },
      ].filter(({ count }) => count > 0),
    ],
  ];
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: changed(asked, change), replace: true, resetScroll: false });
  return (
    <Disclosure className="narrow" isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={2}>
        <Button slot="trigger" className="narrow-open">
          {words.search.narrow} <span aria-hidden="true">{open ? "−" : "+"}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="narrow-days">
          <DayField label={words.search.filter.from} value={asked.from} set={(from) => set({ from })} />
          <DayField label={words.search.filter.to} value={asked.to} set={(to) => set({ to })} />
        </div>
        {groups.map(([filter, values]) => (
          <Values key={filter} asked={asked} filter={filter} values={values} name={name} />
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Values({
  asked,
  filter,
  values,
  name,
}: {
  asked: Asked;
  filter: Filter;
  values: Counted;
  name: (filter: Filter, value: string) => string;
}) {
  const [all, setAll] = useState(false);
  if (values.length === 0 || asked[filter] !== undefined) return null;
  return (
    <section aria-labelledby={`narrow-${filter}`}>
      <h3 id={`narrow-${filter}`}>{words.search.filter[filter]}</h3>
      <ul>
        {(all ? values : values.slice(0, first)).map(({ value, count }) => (
          <li key={value}>
            <Link to="/search" search={changed(asked, { [filter]: value })} resetScroll={false}>
              {name(filter, value)} <span className="number faint">{words.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {!all && values.length > first && (
        <Button className="show-all" onPress={() => setAll(true)}>
          {words.situation.showAll(values.length)}
        </Button>
      )}
    </section>
  );
}

/** What the search is narrowed by, each to be taken back. */
export function Chosen({ asked }: { asked: Asked }) {
  const name = useNames();
  const chosen = filters.filter((filter) => asked[filter] !== undefined);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen" aria-label={words.search.narrowedBy}>
      {chosen.map((filter) => (
        <li key={filter}>
          <Link
            to="/search"
            search={changed(asked, { [filter]: undefined })}
            activeOptions={{ exact: true, explicitUndefined: true }}
            resetScroll={false}
          >
            <span className="unseen">{words.search.without} </span>
            {words.search.filter[filter]}: {name(filter, asked[filter]!)} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How a value is called. */
function useNames(): (filter: Filter, value: string) => string {
  const { data } = useQuery(situationsQuery());
  return (filter, value) => {
    switch (filter) {
      case "situation":
        return data?.situations.find(({ id }) => id === value)?.title ?? value;
      case "language":
        return words.languageName(value);
      case "kind":
        return words.annotation[value as Kind] ?? value;
      case "status":
        return value === "read" ? words.search.read : value === "unread" ? words.search.unread : value;
      case "from":
      case "to":
        return day(value);
      default:
        return value;
    }
  };
}
