/**
 * The walls of ARCHITECTURE.md, held by a tool: `npm run check`. The walls of web/ stand in biome.json, because
 * the parser used here reads no JSX.
 */
const stages = ["source", "report", "language", "reading", "record", "store"];

/** Folders of `src/record/`, each of which knows those before it; what stands in none of them knows all. */
const recordFolders = ["lexicon", "memory", "tellings", "origins", "joining", "entries", "corrections"];

/** Stage folders that `stage` may not import: every other one. */
const others = (stage) => `^src/(${stages.filter((s) => s !== stage).join("|")})/`;

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle means two files are one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "model-imports-nothing",
      comment: "The nouns stand alone.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/" },
    },
    ...stages.map((stage) => ({
      name: `${stage}-knows-only-the-model`,
      comment: "A stage never knows the stage before or after it.",
      severity: "error",
      from: { path: `^src/${stage}/`, pathNot: "\\.test\\.ts$" },
      to: {
        path: others(stage),
        // reading may use the language's lexicons, which are data
        ...(stage === "reading" ? { pathNot: "^src/language/en/" } : {}),
      },
    })),
    ...recordFolders.map((folder, i) => ({
      name: `record-${folder}-knows-what-it-stands-on`,
      comment:
        "Tellings are compared, joined, told as entries and corrected: none of these knows what comes after it.",
      severity: "error",
      from: { path: `^src/record/${folder}/`, pathNot: "\\.test\\.ts$" },
      to: { path: `^src/record/((${[...recordFolders.slice(i + 1), "stories"].join("|")})/|[^/]+$)` },
    })),
    {
      name: "record-stories-stand-beside",
      comment: "Stories are made of reports alone, before anything is read in them.",
      severity: "error",
      from: { path: "^src/record/stories/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/record/((origins|joining|entries|corrections)/|[^/]+$)" },
    },
    {
      name: "stages-do-not-reach-up",
      comment: "Only pipeline.ts joins stages; what is above it stays above.",
      severity: "error",
      from: { path: `^src/(${stages.join("|")}|view|export)/`, pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(pipeline\\.ts|api/|cli/|work/)" },
    },
    {
      name: "view-reads-the-store",
      comment: "A view knows the model and the store's queries, no other stage.",
      severity: "error",
      from: { path: "^src/view/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(source|report|language|reading|record)/" },
    },
    {
      name: "product-without-tests",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { path: "\\.test\\.ts$|^test/|^bench/" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^web/dist/" },
  },
};
