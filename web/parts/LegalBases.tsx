/** Authorities and designations: who invokes them, for which act, who disputes that. */
import type { EntryLine } from "../../src/api/schema/lines.ts";
import { langOf } from "../lang.ts";
import { words } from "../words.ts";
import { EvidenceLink, Tally } from "./Line.tsx";
import { ShowFirst } from "./ShowFirst.tsx";
import { Nothing } from "./states.tsx";

export function LegalBases({ entries }: { entries: readonly EntryLine[] }) {
  if (entries.length === 0) return <Nothing>{words.situation.legalNone}</Nothing>;
  return (
    <ShowFirst first={12} count={entries.length}>
      {(count) => <List entries={entries.slice(0, count)} />}
    </ShowFirst>
  );
}

function List({ entries }: { entries: readonly EntryLine[] }) {
  return (
    <ul className="legal">
      {entries.map((entry) => {
        const { legalBasis } = entry;
        if (legalBasis === undefined) return null;
        const rows = [
          [words.legal.invokedBy, legalBasis.invokedBy],
          [words.legal.for, legalBasis.for],
          [words.legal.disputedBy, legalBasis.disputedBy],
        ] as const;
        return (
          <li key={entry.id}>
            <EvidenceLink entry={entry.id} className="legal-name">
              <span {...langOf(entry.language)}>{legalBasis.instrument}</span>
            </EvidenceLink>
            <Tally entry={entry} />
            <dl>
              {rows.map(([term, value]) =>
                value === null ? null : (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd {...langOf(entry.language)}>{value}</dd>
                  </div>
                ),
              )}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
