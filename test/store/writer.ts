/**
 * A process that writes until it is killed: adds numbered reports to a store, each with all that hangs on it in
 * one transaction, and prints the number when the transaction is kept. Arguments: the store as JSON, the first
 * number.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open.ts";
import { documentOf, readingOf, reportOf } from "./archive.ts";

const [where, first] = process.argv.slice(2);
const store = await openStore(JSON.parse(where!));
await store.addSituation({ id: "harbour", title: "The harbour", createdAt: "2031-03-01T08:00:00Z" });
writeSync(1, "open\n");

for (let number = Number(first); ; number++) {
  const document = documentOf(`Report ${number}: the harbour is closed. ${"It stays closed. ".repeat(200)}`);
  const report = reportOf(document, { id: `r${number}` });
  await store.transaction(async (write) => {
    await write.addDocument(document);
    await write.addReport(report);
    await write.addReading(readingOf(report));
    await write.addToSituation("harbour", [report.id], document.fetchedAt);
    await write.addOutcome({ input: document.input, at: document.fetchedAt, ok: true, report: report.id });
  });
  writeSync(1, `${number}\n`);
}
