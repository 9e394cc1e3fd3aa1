/** The command line: one command a file. A failure is one line on standard error and exit code 1. */
import "../compiling.ts";

const { Command, Option } = await import("commander");
const { Problem } = await import("../model/problem.ts");
const { printable } = await import("./terminal.ts");
const { version } = await import("./version.ts");
const { count, data, isoDate, lang, port, webUrl, when } = await import("./options.ts");

const program = new Command("sitrep")
  .description("Turns reports about a moving, contested situation into a living, sourced record.")
  .version(version)
  .showHelpAfterError("(sitrep --help shows the commands, sitrep COMMAND --help one of them)")
  .configureHelp({ showGlobalOptions: false });

program
  .command("read")
  .description("read reports without a store and print what they say, each line with its sentence")
  .argument(
    "<input...>",
    "text, HTML, PDF and mail files, saved pages, mailboxes, web archives (WARC, WACZ), folders of these, http(s) addresses, or - for standard input",
  )
  .option("--json", "print the record for programs")
  .option("--text", "print the reports' texts, which the offsets point into")
  .option("--published <date>", "publication date for reports that state none (2025-11-05)", isoDate)
  .option(
    "--workers <number>",
    "threads that read where there are many (default: one less than cores; 0: none)",
    count,
  )
  .option("--allow-private", "also fetch from private and loopback addresses")
  .option("--user-agent <words>", "how to name yourself to the sites fetched from; give a contact")
  .addHelpText(
    "after",
    `
Examples:
  sitrep read article.html
  sitrep read https://paper.example/a-story notes.txt --json > record.json
  sitrep read crawl.warc.gz newsletters.mbox
  curl -s https://paper.example/a-story | sitrep read -
  sitrep read old-story.txt --published 2025-11-05`,
  )
  .action(async (inputs, options) => (await import("./read.ts")).readCommand(inputs, options));

program
  .command("start")
  .description("start the web app and the API on this machine, with the example situation in a new store")
  .option(...data)
  .option("--port <number>", "port to listen on (default: 4700, or the next free one)", port)
  .option(
    "--host <address>",
    "address to listen on; another than this machine's own needs a password",
    "127.0.0.1",
  )
  .option("--password-file <path>", "file with the password that readers sign in with (else SITREP_PASSWORD)")
  .option("--no-example", "leave the example situation out of a new store")
  .option("--no-open", "do not open the browser")
  .option("--no-follow", "leave the sources unvisited")
  .option(
    "--public-url <address>",
    "where the outside reaches this server: feeds' hubs (WebSub) are asked to call there",
    webUrl,
  )
  .option("--allow-private", "also fetch from private and loopback addresses")
  .option("--user-agent <words>", "how to name yourself to the sites fetched from; give a contact")
  .addHelpText(
    "after",
    `
Examples:
  sitrep start
  sitrep start --data ~/situations --port 8080
  SITREP_PASSWORD='a long one' sitrep start --host 0.0.0.0
  DATABASE_URL=postgres://sitrep@db/sitrep sitrep start`,
  )
  .action(async (options) => (await import("./start.ts")).startCommand(options));

program
  .command("add")
  .description("read reports into a situation of the store; an unknown situation is made")
  .argument("<situation>", "its id: small letters, digits and hyphens (border-closure)")
  .argument(
    "<input...>",
    "files, folders, mailboxes, web archives (WARC, WACZ), http(s) addresses, or - for standard input",
  )
  .option(...data)
  .option("--title <words>", "title of a new situation")
  .option("--published <date>", "publication date for reports that state none (2025-11-05)", isoDate)
  .option(
    "--workers <number>",
    "threads that read where there are many (default: one less than cores; 0: none)",
    count,
  )
  .option("--allow-private", "also fetch from private and loopback addresses")
  .option("--user-agent <words>", "how to name yourself to the sites fetched from; give a contact")
  .addHelpText(
    "after",
    "\nExample:\n  sitrep add border-closure saved-pages/ --title 'The closing of the border'",
  )
  .action(async (situation, inputs, options) =>
    (await import("./add.ts")).addCommand(situation, inputs, options),
  );

program
  .command("reread")
  .description(
    "extract and read the documents of a situation again with this version; what earlier versions made stays in the store",
  )
  .argument("<situation>", "its id")
  .option(...data)
  .addHelpText("after", "\nExample:\n  sitrep reread border-closure")
  .action(async (situation, options) => (await import("./reread.ts")).rereadCommand(situation, options));

when(
  program
    .command("brief")
    .description(
      "the situation report of a situation of the store, as text, Markdown, HTML or PDF; without a name, list the situations",
    )
    .argument("[situation]", "its id")
    .option(...data)
    .addOption(
      new Option("--format <format>", "what to write (default: what --out ends in, else text)").choices([
        "text",
        "md",
        "html",
        "pdf",
      ]),
    )
    .option("--out <file>", "write it there; standard output when absent")
    .option("--since <date>", "begin with what changed since the end of a day", isoDate)
    .option("--reader [name]", "begin with what changed since a reader last looked (see sitrep since)")
    .option("--from <date>", "only what was published or is told to have happened from a day on", isoDate)
    .option("--to <date>", "and until a day", isoDate),
)
  .option("--all", "every line, however many")
  .addOption(lang())
  .option("--json", "print the record for programs")
  .addHelpText(
    "after",
    `
Examples:
  sitrep brief border-closure --as-of 2031-04-01
  sitrep brief border-closure --since 2031-04-01 --out brief.pdf
  sitrep brief border-closure --reader --out brief.html
  sitrep brief border-closure --lang es --out resumen.pdf
  sitrep brief border-closure --from 2031-04-01 --to 2031-04-07 --format md > week.md`,
  )
  .action(async (situation, options) => (await import("./brief.ts")).briefCommand(situation, options));

when(
  program
    .command("since")
    .description("what changed in a situation since a reader last looked, in a sentence each")
    .argument("<situation>", "its id")
    .option(...data)
    .option("--reader <name>", "who looks (default: SITREP_READER, else the user of this machine)"),
)
  .addOption(new Option("--at <date>", "what --known-at was called").argParser(isoDate).hideHelp())
  .option("--mark", "the reader has looked: next time begins here")
  .option("--all", "every line, however many")
  .addOption(lang())
  .option("--json", "print it for programs")
  .addHelpText(
    "after",
    `
Examples:
  sitrep since border-closure --mark             what is new, and remember that it was seen
  sitrep since border-closure --reader night-desk
  sitrep since border-closure --known-at 2031-04-01      as if looking on that day`,
  )
  .action(async (situation, options) => (await import("./since.ts")).sinceCommand(situation, options));

when(
  program
    .command("days")
    .description("the days that matter most in a situation, each with the sentences that tell of it")
    .argument("<situation>", "its id")
    .option(...data)
    .option("--days <number>", "so many days at most", count, 10)
    .option("--sentences <number>", "so many sentences of each at most", count, 1),
)
  .option("--json", "print them for programs")
  .addHelpText(
    "after",
    `
Examples:
  sitrep days border-closure
  sitrep days border-closure --days 5 --sentences 2 --as-of 2031-04-01`,
  )
  .action(async (situation, options) => (await import("./days.ts")).daysCommand(situation, options));

const situation = program
  .command("situation")
  .description("situations, and what each is about")
  .addHelpText(
    "after",
    `
Examples:
  sitrep situation new border-closure --title 'The closing of the border'
  sitrep situation scope border-closure --term border frontier --place KE TZ --not football
  sitrep situation suggest border-closure`,
  );

situation
  .command("list")
  .description("all, with how many reports each has and what it is about")
  .option("--json", "print it for programs")
  .option(...data)
  .action(async (options) => (await import("./situation.ts")).situationListCommand(options));

situation
  .command("new")
  .description("make one")
  .argument("<id>", "small letters, digits and hyphens (border-closure)")
  .option("--title <words>")
  .option("--summary <words>", "what it is about, for people")
  .option(...data)
  .action(async (id, options) => (await import("./situation.ts")).situationNewCommand(id, options));

situation
  .command("scope")
  .description(
    "say what it is about: reports that meet every part are put into it by themselves, those of the archive at once, and the other reports of their stories; what it leaves out goes out from then on; without parts, print it",
  )
  .argument("<id>")
  .option("--term <words...>", "one of these words or phrases stands in the report")
  .option("--actor <names...>", "one of these acts or speaks: names, or ids as the JSON gives them")
  .option("--place <places...>", "one of these is named: country codes (KE), names, or ids")
  .option("--publisher <names...>", "printed by one of these: names or hosts")
  .option("--not <words...>", "none of these words or phrases stands in it")
  .option("--from <date>", "published on this day or later", isoDate)
  .option("--to <date>", "published on this day or before", isoDate)
  .option("--by <name>", "who sets it")
  .option("--reason <words>", "why")
  .option("--dry-run", "only say what it would bring in and take out")
  .option("--json", "print that for programs")
  .option(...data)
  .action(async (id, options) => (await import("./situation.ts")).situationScopeCommand(id, options));

situation
  .command("suggest")
  .description(
    "what could be added to its scope: what most of the reports that it catches tell of and few others do",
  )
  .argument("<id>")
  .option(...data)
  .action(async (id, options) => (await import("./situation.ts")).situationSuggestCommand(id, options));

const source = program
  .command("source")
  .description("what is followed: feeds, sitemaps, section pages, pages, news searches")
  .addHelpText(
    "after",
    `
Examples:
  sitrep source add https://paper.example --to border-closure     finds the site's feed
  sitrep source add https://ministry.example/statement --kind page
  sitrep source search "border closure" --to border-closure       Google News and GDELT
  sitrep source add ~/saved-pages ~/newsletters.mbox              read what is put there
  sitrep source list
  sitrep source import subscriptions.opml`,
  );

const to = [
  "--to <situation>",
  "the situation that its reports are put into; made when unknown",
  "inbox",
] as const;
const network = (command: InstanceType<typeof Command>) =>
  command
    .option("--allow-private", "also fetch from private and loopback addresses")
    .option("--user-agent <words>", "how to name yourself to the sites fetched from; give a contact");

network(
  source
    .command("add")
    .description("follow an address: its feed is found by itself; sitrep fetch or sitrep start then reads it")
    .argument(
      "<address...>",
      "http(s) addresses of feeds, sites, sections, pages, sitemaps or web archives; or paths of folders, mailboxes and web archives on this machine",
    )
    .option(...to)
    .addOption(
      new Option("--kind <kind>", "what it is, when what is found is not what you mean").choices([
        "feed",
        "sitemap",
        "section",
        "page",
        "gdelt",
        "archive",
      ]),
    )
    .option("--title <words>", "what to call it")
    .option("--term <word...>", "follow only items with one of these words in title or summary")
    .option(...data),
).action(async (addresses, options) => (await import("./source.ts")).sourceAddCommand(addresses, options));

source
  .command("search")
  .description("follow a news search, on Google News and on GDELT")
  .argument("<words...>", "as they would be typed into the search")
  .option(...to)
  .option("--language <code>", "language of the search on Google News", "en")
  .option("--country <code>", "country of the search on Google News", "US")
  .option(...data)
  .action(async (words, options) => (await import("./source.ts")).sourceSearchCommand(words, options));

source
  .command("list")
  .description("what is followed and how each source does")
  .option("--json", "print it for programs")
  .option(...data)
  .action(async (options) => (await import("./source.ts")).sourceListCommand(options));

source
  .command("remove")
  .description("follow a source no longer; what came from it stays")
  .argument("<source...>", "ids or addresses")
  .option(...data)
  .action(async (names, options) => (await import("./source.ts")).sourceRemoveCommand(names, options));

source
  .command("import")
  .description("follow the feeds of an OPML file, as feed readers export it")
  .argument("<file>")
  .option(...to)
  .option(...data)
  .action(async (file, options) => (await import("./source.ts")).sourceImportCommand(file, options));

source
  .command("export")
  .description("write what is followed as OPML, for feed readers")
  .argument("[file]", "standard output when absent")
  .option("--to <situation>", "only what is followed for it")
  .option(...data)
  .action(async (file, options) => (await import("./source.ts")).sourceExportCommand(file, options));

network(
  program
    .command("fetch")
    .description(
      "visit the sources that are due, once, and read what they bring (sitrep start does so by itself)",
    )
    .argument("[source...]", "ids, addresses or situations, due or not")
    .option("--all", "every source, due or not")
    .option(...data),
)
  .addHelpText("after", "\nExamples:\n  sitrep fetch\n  sitrep fetch border-closure")
  .action(async (names, options) => (await import("./fetch.ts")).fetchCommand(names, options));

const archive = program
  .command("archive")
  .description("list, export and prove what was fetched; it is kept as WARC records");

archive
  .command("list")
  .description(
    "print the captures of an address, or all: time, SHA-256, HTTP status, kind of record, address",
  )
  .argument("[address]", "the URL that was asked for, or the path that was read")
  .option(...data)
  .option("--json", "print an object a line for programs")
  .addHelpText(
    "after",
    `
Examples:
  sitrep archive list https://paper.example/a-story
  sitrep archive list --json > captures.jsonl`,
  )
  .action(async (address, options) => (await import("./archive.ts")).listCommand(address, options));

archive
  .command("export")
  .description("write captures as a WARC file, or as WACZ with an index and a list of pages")
  .argument("<file>", "a name that ends in .warc.gz or .wacz")
  .option(...data)
  .option("--situation <id>", "only what the reports of this situation were made from")
  .addHelpText(
    "after",
    `
Examples:
  sitrep archive export evidence.wacz --situation border-closure   (open it at https://replayweb.page)
  sitrep archive export everything.warc.gz`,
  )
  .action(async (file, options) => (await import("./archive.ts")).exportCommand(file, options));

archive
  .command("verify")
  .description("read every record and check it against its digests; print a line for each fault")
  .option(...data)
  .addHelpText("after", "\nExample:\n  sitrep archive verify --data ~/situations")
  .action(async (options) => (await import("./archive.ts")).verifyCommand(options));

when(
  program
    .command("versions")
    .description("show what changed in a page from fetch to fetch, and whether the page says so")
    .argument("<page>", "its address, or the id of a report that was read from it")
    .option(...data),
)
  .option("--json", "print it for programs")
  .addHelpText("after", "\nExample:\n  sitrep versions https://paper.example/a-story")
  .action(async (page, options) => (await import("./versions.ts")).versionsCommand(page, options));

program
  .command("parse")
  .description("print a text's sentences as CoNLL-U: tokens, tags, lemmas, trees")
  .argument("<input...>", "text and HTML files, folders, http(s) addresses, or - for standard input")
  .option("--tree", "draw the trees instead")
  .addHelpText("after", "\nExample:\n  echo 'Officials may close the border.' | sitrep parse - --tree")
  .action(async (inputs, options) => (await import("./parse.ts")).parseCommand(inputs, options));

(await import("./analyst-commands.ts")).addAnalystCommands(program);

// A reader that hangs up early ("sitrep read … | head") is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(printable(`sitrep: ${error.message}`));
  process.exitCode = 1;
}
