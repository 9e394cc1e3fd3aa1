/** The record's own terms: kinds, status, stance, changes, and why reports are not independent. */
import type { Speaker, Status } from "../../../src/api/schema/entry.ts";
import type { Kind } from "../../../src/api/schema/parts.ts";
import type { Revision } from "../../../src/api/schema/record.ts";
import type { AnnotationKind } from "../../../src/api/schema/report.ts";

type Stage = NonNullable<Status["stage"]>;

export const record = {
  stage: {
    discussed: "under discussion",
    planned: "planned",
    authorised: "authorised",
    announced: "announced",
    threatened: "threatened",
    attempted: "attempted",
    "under-way": "under way",
    done: "done",
    "called-off": "called off",
  } satisfies Record<Stage, string>,
  certainty: { asserted: "", probable: "probable", possible: "possible", unknown: "certainty unknown" },
  denied: "denied",
  /** Of what was prevented, refused or not managed. */
  notDone: "not done",
  noStage: "stage not stated",
  contested: "contested",
  background: "background",
  /** Begins what an analyst's edit adds to a line of the API. */
  edited: "edited by ",

  kind: {
    event: "Event",
    figure: "Figure",
    position: "Position",
    "legal-basis": "Legal basis",
    expectation: "Expectation",
    statement: "Statement",
  } satisfies Record<Kind, string>,
  annotation: {
    event: "Events",
    figure: "Figures",
    position: "Positions",
    "legal-basis": "Legal bases",
    expectation: "Expectations",
    statement: "Statements",
    speaker: "Speakers",
    actor: "Actors",
    place: "Places",
    time: "Times",
  } satisfies Record<AnnotationKind, string>,
  speaker: {
    named: "a person by name",
    office: "an office",
    anonymous: "not named",
    document: "a document",
    outlet: "another outlet",
    collective: "a group",
    unstated: "the report’s own voice",
  } satisfies Record<Speaker["kind"], string>,
  stance: {
    supports: "supports",
    opposes: "opposes",
    conditional: "sets conditions",
    open: "leaves open",
    "denies-intending": "denies intending",
  },
  change: {
    new: "New",
    corroborated: "Corroborated",
    revised: "Revised",
    contradicted: "Contradicted",
    withdrawn: "Withdrawn",
    superseded: "Superseded",
  } satisfies Record<Revision["change"], string>,
  reason: {
    single: "stands alone",
    "wire-credit": "credits the same agency",
    "copied-text": "copied text",
    "publisher-family": "same publisher",
    "cites-outlet": "cites the same outlet",
    "same-page": "one page, captured again",
  } as Record<string, string | undefined>,
};
