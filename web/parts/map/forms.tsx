/** How acts stand, in the marks that the timeline has, for a map that counts them. */
import type { Status } from "../../../src/api/schema/entry.ts";
import type { MapForm, MapPlace } from "../../../src/api/schema/map.ts";
import { words } from "../../words.ts";
import { StatusMark } from "../status.tsx";
import { countsOf, forms } from "./areas.ts";

/** One status of each form, whose mark stands for it. */
const typical: Record<MapForm, Status | undefined> = {
  done: { stage: "done", certainty: "asserted" },
  begun: { stage: "under-way", certainty: "asserted" },
  unsure: { stage: "done", certainty: "possible" },
  ahead: { stage: "planned", certainty: "asserted" },
  unstated: undefined,
  off: { stage: "called-off", certainty: "asserted" },
};

function FormMark({ form }: { form: MapForm }) {
  return <StatusMark status={typical[form]} />;
}

/** "3 done, 1 planned" by mark and number; in words for who can't see marks. */
export function FormCounts({ lines }: { lines: MapPlace["lines"] }) {
  const counts = countsOf(lines);
  return (
    <span className="form-counts">
      <span aria-hidden="true">
        {counts.map(([form, count]) => (
          <span key={form} className="form-count">
            <FormMark form={form} />
            {count}
          </span>
        ))}
      </span>
      <span className="unseen">
        {counts.map(([form, count]) => `${count} ${words.map.form[form]}`).join(", ")}
      </span>
    </span>
  );
}

export function Legend() {
  return (
    <details className="map-legend">
      <summary>{words.map.legend}</summary>
      <ul>
        {forms.map((form) => (
          <li key={form}>
            <svg className="legend-area" data-form={form} viewBox="0 0 26 16" aria-hidden="true">
              <ellipse cx="13" cy="8" rx="11.5" ry="6.5" />
              {form === "off" && <path d="M4 13 22 3" />}
            </svg>
            <FormMark form={form} />
            <span>{words.map.form[form]}</span>
          </li>
        ))}
      </ul>
      <p>{words.map.areas}</p>
    </details>
  );
}
