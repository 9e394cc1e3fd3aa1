/** How reliable analysts hold who printed a report, and how credible what it says: the Admiralty code's two grades, apart. */
import type { Correction, Grade } from "../../model/correction.ts";
import type { Report } from "../../model/report.ts";
import { outletKey } from "../origins/voices.ts";
import { markOf } from "./holding.ts";

/**
 * The grade of each report, from corrections that hold, in their order: the last of each of the two. What is said of the
 * report itself holds over what is said of all that its publisher prints.
 */
export function grader(corrections: readonly Correction[]): (report: Report) => Grade | undefined {
  const grades = corrections.flatMap((correction) => {
    const { action } = correction;
    if (action.kind !== "grade" || !("source" in action)) return [];
    const { source, reliability, credibility } = action;
    const grade: Grade = {
      ...markOf(correction),
      ...(reliability === undefined ? {} : { reliability }),
      ...(credibility === undefined ? {} : { credibility }),
    };
    return [{ source, grade }];
  });
  const ofDocument = grades.flatMap(({ source, grade }) =>
    "document" in source ? [{ document: source.document, grade }] : [],
  );
  const ofPublisher = grades.flatMap(({ source, grade }) =>
    "publisher" in source ? [{ outlet: outletKey(source.publisher), grade }] : [],
  );
  const known = new Map<string, Grade | undefined>();
  return (report) => {
    if (grades.length === 0) return undefined;
    if (known.has(report.id)) return known.get(report.id);
    const outlet = report.publisher === undefined ? undefined : outletKey(report.publisher);
    const own = [
      ...ofPublisher.filter((one) => one.outlet === outlet),
      ...ofDocument.filter(({ document }) => document === report.document),
    ].map(({ grade }) => grade);
    const grade = own.length === 0 ? undefined : Object.assign({}, ...own);
    known.set(report.id, grade);
    return grade;
  };
}
