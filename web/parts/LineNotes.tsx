/** What analysts noted, beside the line that it is about. */
import type { Entry } from "../../src/api/schema/entry.ts";
import { words } from "../words.ts";

export function LineNotes({ entry: { notes } }: { entry: Pick<Entry, "notes"> }) {
  return notes?.map(({ correction, by, text }) => (
    <span key={correction} className="line-note">
      <b>{words.situation.noteBy(by)}</b> {text}
    </span>
  ));
}
