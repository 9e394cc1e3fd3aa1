/** Authorities and designations: who invokes them, for which act, who disputes that. */
import type { Entry } from "../../src/api/schema.ts";
import { words } from "../words.ts";
import { EvidenceLink, Tally } from "./Line.tsx";
import { Nothing } from "./states.tsx";

export function LegalBases({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <Nothing>{words.situation.legalNone}</Nothing>;
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
              {legalBasis.instrument}
            </EvidenceLink>
            <Tally entry={entry} />
            <dl>
              {rows.map(([term, value]) =>
                value === null ? null : (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
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
