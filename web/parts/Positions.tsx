/** Who stands where: actors by proposals where several speak to one, the other positions by actor. */

import type { EntryLine } from "../../src/api/schema/lines.ts";
import type { Situation } from "../../src/api/schema/situation.ts";
import { day } from "../dates.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { EvidenceLink, Tally } from "./Line.tsx";
import { ShowFirst } from "./ShowFirst.tsx";
import { Nothing } from "./states.tsx";

type Proposal = Situation["positions"]["proposals"][number];
type Holders = Situation["positions"]["holders"];

function holderOf({ id, position }: EntryLine, holders: Holders): string {
  return holders[id] ?? position?.actor ?? "";
}

function capital(name: string): string {
  return name.slice(0, 1).toLocaleUpperCase(words.locale) + name.slice(1);
}

export function Positions({
  positions: { actors, holders, proposals },
  entries,
}: {
  positions: Situation["positions"];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  if (proposals.length === 0) return <Nothing>{words.situation.positionsNone}</Nothing>;
  const shared = proposals.filter((proposal) => proposal.actors > 1);
  const single = proposals.filter((proposal) => proposal.actors === 1);
  const byActor = Map.groupBy(
    single.flatMap(({ entries: ids }) => ids.flatMap((id) => entries.get(id) ?? [])),
    (entry) => holderOf(entry, holders),
  );
  return (
    <>
      {shared.length > 0 && <Matrix actors={actors} holders={holders} proposals={shared} entries={entries} />}
      {byActor.size > 0 && (
        <ShowFirst first={24} count={byActor.size}>
          {(count) => (
            <dl className="stances">
              {actors
                .filter((actor) => byActor.has(actor))
                .slice(0, count)
                .map((actor) => (
                  <div key={actor}>
                    <dt>{capital(actor)}</dt>
                    {byActor.get(actor)?.map((entry) => (
                      <dd key={entry.id}>
                        <EvidenceLink entry={entry.id} className="line">
                          <Stance entry={entry} />{" "}
                          <span className="line-body">{entry.position?.proposal}</span>
                          <span className="line-meta">
                            {" "}
                            {heldOn(entry)} · <Tally entry={entry} />
                          </span>
                        </EvidenceLink>
                      </dd>
                    ))}
                  </div>
                ))}
            </dl>
          )}
        </ShowFirst>
      )}
    </>
  );
}

function Matrix({
  actors,
  holders,
  proposals,
  entries,
}: {
  actors: readonly string[];
  holders: Holders;
  proposals: readonly Proposal[];
  entries: ReadonlyMap<string, EntryLine>;
}) {
  const cells = new Map<string, EntryLine[]>();
  proposals.forEach(({ entries: ids }, column) => {
    for (const entry of ids.flatMap((id) => entries.get(id) ?? [])) {
      const key = `${column} ${holderOf(entry, holders)}`;
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [entry]);
      else known.push(entry);
    }
  });
  const rows = actors.filter((actor) => proposals.some((_, column) => cells.has(`${column} ${actor}`)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="matrix" aria-label={words.situation.positions} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.positions.actor}</th>
            {proposals.map(({ proposal, entries: [first] }) => (
              <th
                key={first}
                scope="col"
                className="proposal"
                {...langOf(entries.get(first ?? "")?.language)}
              >
                {proposal}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((actor) => (
            <tr key={actor}>
              <th scope="row">{capital(actor)}</th>
              {proposals.map(({ entries: [first] }, column) => (
                <td key={first}>
                  {(cells.get(`${column} ${actor}`) ?? []).map((entry) => (
                    <EvidenceLink key={entry.id} entry={entry.id} className="cell">
                      <Stance entry={entry} /> <span className="faint">{heldOn(entry)}</span>
                    </EvidenceLink>
                  ))}
                  {!cells.has(`${column} ${actor}`) && <span className="unseen">{words.positions.none}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** From the first report of it to the last: a later stance of the same actor stands below it. */
function heldOn({ firstAt, lastAt }: EntryLine): string {
  const [first, last] = [day(firstAt), day(lastAt)];
  return first === last ? last : `${first} – ${last}`;
}

/** By form and word: plus, minus, a half, a question. */
function Stance({ entry }: { entry: EntryLine }) {
  const stance = entry.position?.stance ?? "open";
  return (
    <span className="stance" data-stance={stance}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={stancePaths[stance]} />
      </svg>
      {words.stance[stance]}
    </span>
  );
}

const stancePaths: Record<NonNullable<EntryLine["position"]>["stance"], string> = {
  supports: "M8 3v10M3 8h10",
  opposes: "M3 8h10",
  conditional: "M3 8h3M10 8h3M8 3v2M8 11v2",
  open: "M3 8h2M7 8h2M11 8h2",
  "denies-intending": "M3 8h10M12 3 4 13",
};
