/** Lines of the record: status, stance and who says so, beside what is cut from the report. */
import type { ActorKind } from "../../../model/actor.ts";
import type { EditField } from "../../../model/correction.ts";
import type { Stance } from "../../../model/finding.ts";
import type { Certainty, Stage } from "../../../model/status.ts";

export const line = {
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
  denied: "denied",
  /** Of what was prevented, refused or not managed, where nobody says of it that it is not so. */
  notDone: "not done",
  stageDenied: (stage: string) => `${stage}: denied`,
  certainty: {
    probable: "probable",
    possible: "possible",
    unknown: "certainty unknown",
  } satisfies Record<Exclude<Certainty, "asserted">, string>,
  /** Labels rather than verbs: they fit one actor and many alike. */
  stance: {
    supports: "in favour",
    opposes: "against",
    conditional: "on conditions",
    open: "left open",
    "denies-intending": "no such intent",
  } satisfies Record<Stance, string>,

  actor: {
    person: "person",
    country: "country",
    government: "government",
    ministry: "ministry",
    military: "military",
    police: "police",
    legislature: "legislature",
    court: "court",
    party: "party",
    "armed-group": "armed-group",
    "criminal-group": "criminal-group",
    company: "company",
    outlet: "outlet",
    intergovernmental: "intergovernmental",
    ngo: "ngo",
    group: "group",
    organisation: "organisation",
    unknown: "unknown",
  } satisfies Record<ActorKind, string>,
  unnamedSource: "someone unnamed",
  unnamedSources: "unnamed sources",
  unnamed: (words: string) => `unnamed: “${words}”`,
  namedLater: (name: string) => `source named later: ${name}`,
  says: (who: string) => `says ${who}`,
  quoted: (words: string) => `“${words}”`,

  background: "background",
  earlierCount: "an earlier count",
  position: (actor: string, stance: string, proposal: string) => `${actor}, ${stance}: ${proposal}`,
  brokenBy: (instrument: string, act: string) => `${instrument}, said to be broken by: ${act}`,
  basisFor: (instrument: string, act: string) => `${instrument}, for: ${act}`,
  invokedBy: (who: string) => `invoked by ${who}`,
  disputedBy: (who: string) => `disputed by ${who}`,
  condition: (what: string, condition: string) =>
    /^unless\b/i.test(condition) ? `${what}, ${condition}` : `${what}, on the condition: ${condition}`,
  dueBy: (when: string) => `by ${when}`,
  dueWithin: (span: string) => `within ${span}`,
  per: (unit: string) => ` per ${unit}`,
  since: (date: string) => `, since ${date}`,
  asOf: (date: string) => `, as of ${date}`,
  yearUnstated: (date: string) => `${date} of an unstated year`,

  edited: (by: string, change: string) => `edited by ${by}: ${change}`,
  field: (field: EditField): string => field,
  fieldValue: (_field: EditField, value: string): string => value,
  unstated: "unstated",
  none: "none",
};
