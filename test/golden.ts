/** `npm run golden`: writes the golden files anew, to be read in review. Tests and CI only compare. */
import { writeFileSync } from "node:fs";
import { goldenFiles, readExample } from "./example.ts";

for (const [name, content] of Object.entries(goldenFiles(await readExample()))) {
  writeFileSync(new URL(`golden/${name}`, import.meta.url), content);
  console.log(`test/golden/${name}: ${content.length} characters`);
}
