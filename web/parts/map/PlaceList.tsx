/** Places as a list: what the map shows, and what it can't: names that no gazetteer has, and lines without a place. */
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { EntryLine } from "../../../src/api/schema/lines.ts";
import type { MapForm, MapPlace } from "../../../src/api/schema/map.ts";
import { words } from "../../words.ts";
import { EvidenceLink, Line } from "../Line.tsx";
import { ShowFirst } from "../ShowFirst.tsx";
import { StatusMark, statusWords } from "../status.tsx";
import { FormCounts } from "./forms.tsx";

/** What the address calls the lines that name no place. */
const nowhere = "none";

interface Choosing {
  readonly chosen: string | undefined;
  readonly choose: (place: string | undefined) => void;
  readonly entries: ReadonlyMap<string, EntryLine>;
}

export function PlaceList({
  places,
  unplaced,
  ...choosing
}: Choosing & { places: readonly MapPlace[]; unplaced: readonly string[] }) {
  const located = places.filter(({ area }) => area !== undefined);
  const unlocated = places.filter(({ area }) => area === undefined);
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (
    <section className="map-list" aria-label={words.map.list}>
      <Group title={words.map.list} places={located} names={names} {...choosing} />
      {unlocated.length > 0 && (
        <Group
          title={words.map.unlocated}
          hint={words.map.unlocatedHint}
          places={unlocated}
          names={names}
          {...choosing}
        />
      )}
      {unplaced.length > 0 && (
        <Opening id={nowhere} name={words.map.unplaced(unplaced.length)} {...choosing}>
          <p className="hint">{words.map.unplacedHint}</p>
          <Lines ids={unplaced.map((entry) => ({ entry }))} entries={choosing.entries} names={names} />
        </Opening>
      )}
    </section>
  );
}

function Group({
  title,
  hint,
  places,
  names,
  ...choosing
}: Choosing & {
  title: string;
  hint?: string;
  places: readonly MapPlace[];
  names: ReadonlyMap<string, string>;
}) {
  // The chosen one is among those shown, wherever it stands.
  const at = places.findIndex(({ id }) => id === choosing.chosen);
  return (
    <div className="map-group">
      <h3>{title}</h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <ShowFirst first={Math.max(20, at + 1)} count={places.length}>
        {(count) =>
          places.slice(0, count).map((place) => (
            <Opening
              key={place.id}
              id={place.id}
              name={place.name}
              kind={words.map.precision[place.precision]}
              lines={place.lines}
              {...choosing}
            >
              <p className="hint">{reach(place)}</p>
              <Lines ids={place.lines} entries={choosing.entries} names={names} />
            </Opening>
          ))
        }
      </ShowFirst>
    </div>
  );
}

function Opening({
  id,
  name,
  kind,
  lines,
  chosen,
  choose,
  children,
}: Choosing & {
  id: string;
  name: string;
  kind?: string;
  lines?: MapPlace["lines"];
  children: React.ReactNode;
}) {
  const open = chosen === id;
  return (
    <Disclosure
      className="place"
      isExpanded={open}
      onExpandedChange={(expanded) => choose(expanded ? id : undefined)}
    >
      <Heading level={4}>
        <Button slot="trigger" className="place-button">
          <span className="place-name">{name}</span>
          {kind !== undefined && <span className="place-kind">{kind}</span>}
          {lines !== undefined && <FormCounts lines={lines} />}
        </Button>
      </Heading>
      <DisclosurePanel className="place-panel">{open && children}</DisclosurePanel>
    </Disclosure>
  );
}

interface ListedLine {
  readonly entry: string;
  readonly form?: MapForm;
  readonly otherwise?: readonly string[] | undefined;
}

function Lines({
  ids,
  entries,
  names,
}: {
  ids: readonly ListedLine[];
  entries: ReadonlyMap<string, EntryLine>;
  names: ReadonlyMap<string, string>;
}) {
  return (
    <ShowFirst first={12} count={ids.length}>
      {(count) => (
        <ul className="lines place-lines">
          {ids.slice(0, count).map(({ entry: id, otherwise }) => {
            const entry = entries.get(id);
            if (entry === undefined) return null;
            const status = entry.kind === "event" ? statusWords(entry.status) : undefined;
            return (
              <li key={id}>
                <StatusMark status={entry.status} {...(status ? { label: status } : {})} />
                <div>
                  <Line entry={entry} />
                  {otherwise !== undefined && otherwise.length > 0 && (
                    <p className="place-otherwise">
                      <EvidenceLink entry={id}>
                        {words.map.otherwise(otherwise.flatMap((other) => names.get(other) ?? []))}
                      </EvidenceLink>
                    </p>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </ShowFirst>
  );
}

/** How exactly it is known where it was, and what the map draws of that. */
function reach({ area, precision }: MapPlace): string {
  if (area === undefined) return words.map.reach.none;
  if (area.shape === "country") return words.map.reach.country;
  const breadth = Math.round(2 * Math.max(area.along, area.across));
  return area.size === "known" ? words.map.reach.known(breadth) : words.map.reach.typical(breadth, precision);
}
