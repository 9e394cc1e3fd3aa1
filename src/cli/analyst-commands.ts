/** The commands by which analysts correct a record and prove a store: their names, options and help. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Credibility, EditField, Reliability } from "../model/correction.ts";
import type { CorrectOptions } from "./correct.ts";
import { data, when } from "./options.ts";

export function addAnalystCommands(program: Command): void {
  addCorrect(program);
  program
    .command("verify")
    .description(
      "hold the whole store against itself: every row against the ledger, every reference and span, every record of the archive, every revision; a line for each fault",
    )
    .option(
      "--holds <hash>",
      "also check that the ledger holds this hash, which an earlier run printed",
      sha256,
    )
    .option("--no-rebuild", "leave out making the revisions again, which takes longest")
    .option(...data)
    .addHelpText("after", "\nExample:\n  sitrep verify --data ~/situations")
    .action(async (options) => (await import("./verify.ts")).verifyCommand(options));
  program
    .command("rebuild")
    .description(
      "make a situation's record anew from archive and corrections and hold it against what is stored, by hash; stores nothing",
    )
    .argument("[situation]", "its id; all when absent")
    .option("--reread", "read the documents anew as well, instead of taking the stored readings")
    .option("--json", "print it for programs")
    .option(...data)
    .addHelpText("after", "\nExamples:\n  sitrep rebuild\n  sitrep rebuild border-closure --reread")
    .action(async (situation, options) => (await import("./rebuild.ts")).rebuildCommand(situation, options));
}

function sha256(value: string): string {
  if (/^[0-9a-f]{64}$/u.test(value)) return value;
  throw new InvalidArgumentError("give the 64 letters and digits that sitrep verify printed");
}

function addCorrect(program: Command): void {
  const correct = program
    .command("correct")
    .description("correct a situation's record: appended with your name and reason, never overwritten")
    .addHelpText(
      "after",
      `
Examples:
  sitrep correct show border-closure --find bridge              entries with their ids
  sitrep correct show border-closure e3f2                       one entry, its sentences numbered
  sitrep correct edit border-closure e3f2 stage planned --reason "the army only announced it"
  sitrep correct split border-closure e3f2 --evidence 3 --reason "another bridge"
  sitrep correct merge border-closure e3f2 e9a1 --reason "one raid in two wordings"
  sitrep correct reject border-closure e3f2 --evidence 2 --reason "a rhetorical question"
  sitrep correct grade border-closure --publisher "Bay Courier" --reliability C --reason "one owner is a party"
  sitrep correct list border-closure
  sitrep correct undo border-closure c51d --reason "the ministry has confirmed it"

Entries, corrections: the beginning of an id is enough where no other begins so.`,
    );

  const command = (name: string, description: string, ...args: readonly [string, string][]) => {
    const made = correct.command(name).description(description).argument("<situation>", "its id");
    for (const [flags, words] of args) made.argument(flags, words);
    return made;
  };
  const said = (made: Command) =>
    made
      .option("--reason <words>", "why; needed for all but note and confirm")
      .option("--by <name>", "who says so (default: SITREP_ANALYST, else the user of this machine)")
      .option("--json", "print it for programs")
      .option(...data);
  const entry = ["<entry>", "id of the entry, or its beginning"] as const;
  const evidence = [
    "--evidence <number...>",
    "numbers of sentences, as sitrep correct show prints them",
  ] as const;
  const run = async (
    situation: string,
    request: Parameters<typeof import("./correct.ts").correctCommand>[1],
    options: CorrectOptions,
  ) => (await import("./correct.ts")).correctCommand(situation, request, options);
  const numbers = async (given: readonly string[]) => (await import("./correct.ts")).evidenceNumbers(given);

  when(
    command("show", "entries with their ids, or one with its sentences numbered", [
      "[entry]",
      entry[1],
    ]).option("--find <words>", "only entries whose line holds these words"),
  )
    .option("--json", "print them for programs")
    .option(...data)
    .action(async (situation, id, options) =>
      (await import("./correct.ts")).correctShowCommand(situation, id, options),
    );

  said(
    command("merge", "the entries tell of one thing", ["<entry...>", "ids of two entries or more"]),
  ).action((situation: string, entries: string[], options: CorrectOptions) =>
    run(situation, { kind: "merge", entries }, options),
  );

  said(
    command("split", "some sentences of the entry tell of another thing", [...entry]).requiredOption(
      ...evidence,
    ),
  ).action(async (situation: string, id: string, options: CorrectOptions & { evidence: string[] }) =>
    run(situation, { kind: "split", entry: id, evidence: await numbers(options.evidence) }, options),
  );

  said(
    command(
      "edit",
      "the entry says something else: its status, numbers, time, places, actors, speaker; never its words",
      [...entry],
      ["<field>", "stage, polarity, certainty, best, low, high, time, places, actors, speaker …"],
      ["<value>", 'the value; "unstated" for none; names parted by ;'],
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  sitrep correct edit border-closure e3f2 stage called-off --reason "the ministry's letter of 3 March"
  sitrep correct edit border-closure e77a best 9 --reason "two were counted twice"
  sitrep correct edit border-closure e77a time 2031-03-02/2031-03-04 --reason "three nights"
  sitrep correct edit border-closure e12c speaker "office: interior ministry" --reason "a press release"`,
    )
    .action((situation: string, id: string, field: string, value: string, options: CorrectOptions) =>
      run(situation, { kind: "edit", entry: id, field: field as EditField, value }, options),
    );

  said(
    command("reject", "the entry belongs in no record; with --evidence only these sentences were misread", [
      ...entry,
    ]).option(...evidence),
  ).action(async (situation: string, id: string, options: CorrectOptions & { evidence?: string[] }) =>
    run(
      situation,
      {
        kind: "reject",
        entry: id,
        ...(options.evidence === undefined ? {} : { evidence: await numbers(options.evidence) }),
      },
      options,
    ),
  );

  said(command("confirm", "the entry is right as it stands", [...entry])).action(
    (situation: string, id: string, options: CorrectOptions) =>
      run(situation, { kind: "confirm", entry: id }, options),
  );

  said(command("note", "put a note beside the entry", [...entry], ["<words...>", "the note"])).action(
    (situation: string, id: string, words: string[], options: CorrectOptions) =>
      run(situation, { kind: "note", entry: id, text: words.join(" ") }, options),
  );

  said(command("grade", "Admiralty code: how credible an entry is, or how reliable a publisher or a report"))
    .option("--entry <id>", "the entry")
    .option(
      "--credibility <1-6>",
      "1 confirmed, 2 probably true, 3 possibly, 4 doubtful, 5 improbable, 6 can't be judged",
      credibility,
    )
    .option("--publisher <name>", "the publisher, by its name")
    .option("--report <id>", "one report")
    .addOption(
      new Option(
        "--reliability <A-F>",
        "A completely, B usually, C fairly, D not usually reliable, E unreliable, F can't be judged",
      ).choices(["A", "B", "C", "D", "E", "F"]),
    )
    .action(
      (
        situation: string,
        { entry, credibility, publisher, report, reliability, ...options }: CorrectOptions & GradeOptions,
      ) =>
        run(
          situation,
          {
            kind: "grade",
            ...(entry === undefined ? {} : { entry }),
            ...(credibility === undefined ? {} : { credibility }),
            ...(publisher === undefined ? {} : { publisher }),
            ...(report === undefined ? {} : { report }),
            ...(reliability === undefined ? {} : { reliability }),
          },
          options,
        ),
    );

  const pair = [
    ["<actor>", "its name or id; what both are called from now on"],
    ["<other>", "name or id of the other"],
  ] as const;
  said(command("same-actor", "two actors are one", [...pair[0]], [...pair[1]])).action(
    (situation: string, a: string, b: string, options: CorrectOptions) =>
      run(situation, { kind: "accept-offer", a, b }, options),
  );
  said(
    command("other-actor", "two actors are two: no longer offered as one", [...pair[0]], [...pair[1]]),
  ).action((situation: string, a: string, b: string, options: CorrectOptions) =>
    run(situation, { kind: "decline-offer", a, b }, options),
  );

  const report = ["<report>", "its id, as the record's JSON gives it"] as const;
  said(
    command("put-in", "a report of the archive is in the situation, whatever its scope says", [...report]),
  ).action((situation: string, id: string, options: CorrectOptions) =>
    run(situation, { kind: "put-in", report: id }, options),
  );
  said(command("take-out", "a report is not in the situation from now on", [...report])).action(
    (situation: string, id: string, options: CorrectOptions) =>
      run(situation, { kind: "take-out", report: id }, options),
  );

  said(
    command("undo", "take a correction back; an undoing can be undone", [
      "<correction>",
      "its id, or its beginning",
    ]),
  ).action((situation: string, correction: string, options: CorrectOptions) =>
    run(situation, { kind: "undo", correction }, options),
  );

  when(command("list", "corrections as they were made, and what is to be looked at"))
    .option("--json", "print them for programs")
    .option(...data)
    .action(async (situation, options) =>
      (await import("./correct.ts")).correctListCommand(situation, options),
    );
}

interface GradeOptions {
  readonly entry?: string;
  readonly credibility?: Credibility;
  readonly publisher?: string;
  readonly report?: string;
  readonly reliability?: Reliability;
}

function credibility(value: string): Credibility {
  if (/^[1-6]$/u.test(value)) return Number(value) as Credibility;
  throw new InvalidArgumentError("give a number from 1 (confirmed) to 6 (can't be judged)");
}
