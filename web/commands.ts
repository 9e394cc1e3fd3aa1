/** What the palette can do, by what is open. */
import type { QueryClient } from "@tanstack/react-query";
import type { RegisteredRouter } from "@tanstack/react-router";
import type { SearchAnswer } from "../src/api/schema/search.ts";
import { briefAddress, situationQuery, situationsQuery } from "./api.ts";
import { day } from "./dates.ts";
import { chooseLanguage } from "./language.ts";
import { parted } from "./parts/Line.tsx";
import { ranked } from "./ranked.ts";
import { shownEntries } from "./shown.ts";
import { chooseTheme, chosenTheme, themes } from "./theme.ts";
import { typedDay } from "./typed-day.ts";
import { languageNames, words } from "./words.ts";

export interface Command {
  readonly id: string;
  readonly name: string;
  /** What stands beside the name, lighter. */
  readonly beside?: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly Command[];
}

export interface Around {
  readonly router: RegisteredRouter;
  readonly queries: QueryClient;
  readonly situation: string | undefined;
  readonly isReview: boolean;
  readonly help: () => void;
}

const mostOfGroup = 8;

/** Those that the typed words find; without words what may be wanted first. */
export function commandsFor(
  typed: string,
  around: Around,
  reports: SearchAnswer["hits"],
): readonly CommandGroup[] {
  const asked = typed.trim();
  const find = (commands: readonly Command[], most = mostOfGroup) =>
    ranked(asked, commands, ({ name, beside }) => `${name.slice(0, 200)} ${beside ?? ""}`, most);
  const groups: CommandGroup[] = [
    { id: "times", title: words.palette.group.times, commands: times(asked, around) },
    { id: "here", title: words.palette.group.here, commands: find(here(around), 12) },
    { id: "go", title: words.palette.group.go, commands: find(places(around)) },
    {
      id: "entries",
      title: words.palette.group.entries,
      commands: asked === "" ? [] : find(entries(around)),
    },
    { id: "app", title: words.palette.group.app, commands: find(settings(around)) },
    {
      id: "reports",
      title: words.palette.group.reports,
      commands: asked === "" ? [] : found(asked, around, reports),
    },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}

function places({ router, queries, situation }: Around): Command[] {
  const situations = queries.getQueryData(situationsQuery().queryKey)?.situations ?? [];
  return [
    { id: "situations", name: words.nav.situations, run: () => void router.navigate({ to: "/" }) },
    ...situations
      .filter(({ id }) => id !== situation)
      .map(({ id, title, notice }) => ({
        id: `situation ${id}`,
        name: title,
        beside: [words.palette.situation, notice].filter(Boolean).join(" · "),
        run: () => void router.navigate({ to: "/situations/$situation", params: { situation: id } }),
      })),
    {
      id: "search",
      name: words.search.title,
      keys: "/",
      run: () => void router.navigate({ to: "/search" }),
    },
    { id: "sources", name: words.nav.sources, run: () => void router.navigate({ to: "/sources" }) },
    {
      id: "follow",
      name: words.palette.follow,
      run: () => void router.navigate({ to: "/sources" }).then(() => focusSoon(".follow input")),
    },
  ];
}

/** Of the situation that is open: its sections, its review, its brief. */
function here({ router, situation, isReview }: Around): Command[] {
  if (situation === undefined) return [];
  const params = { situation };
  const { asOf, knownAt } = router.state.location.search as { asOf?: string; knownAt?: string };
  const sections = [...document.querySelectorAll<HTMLAnchorElement>(".section-bar a[href^='#']")].map(
    (link) => ({
      id: `section ${link.hash}`,
      name: link.textContent ?? "",
      beside: words.palette.section,
      run: () => toSection(link.hash.slice(1)),
    }),
  );
  const downloads = (["pdf", "html", "md"] as const).map((format) => ({
    id: `download ${format}`,
    name: words.download.as(words.download[format]),
    run: () => download(briefAddress(situation, format, { asOf, knownAt })),
  }));
  return [
    ...sections,
    isReview
      ? {
          id: "record",
          name: words.palette.record,
          run: () => void router.navigate({ to: "/situations/$situation", params }),
        }
      : {
          id: "review",
          name: words.palette.review,
          run: () => void router.navigate({ to: "/situations/$situation/review", params }),
        },
    ...(isReview
      ? []
      : [
          {
            id: "add",
            name: words.situation.add,
            run: () => document.querySelector<HTMLElement>(".add-reports")?.click(),
          },
        ]),
    ...downloads,
  ];
}

/** A day that is typed sets either time of the page. */
function times(asked: string, { router, queries, situation, isReview }: Around): Command[] {
  if (situation === undefined || isReview) return [];
  const { search } = router.state.location as { search: { asOf?: string; knownAt?: string } };
  const set = (change: { asOf?: string | undefined; knownAt?: string | undefined }) => () => {
    const when = { asOf: search.asOf, knownAt: search.knownAt, ...change };
    void router.navigate({
      to: "/situations/$situation",
      params: { situation },
      search: {
        ...(when.asOf === undefined ? {} : { asOf: when.asOf }),
        ...(when.knownAt === undefined ? {} : { knownAt: when.knownAt }),
      },
      resetScroll: false,
    });
  };
  const isPast = search.asOf !== undefined || search.knownAt !== undefined;
  const back = isPast
    ? [{ id: "now", name: words.when.clear, run: set({ asOf: undefined, knownAt: undefined }) }]
    : [];
  const head = queries.getQueryData(situationQuery(situation, {}).queryKey);
  const typed = typedDay(asked, words.locale, head?.published?.last ?? new Date().toISOString());
  if (typed === undefined) {
    const hints = [
      {
        id: "as-of",
        name: words.when.asOf,
        beside: words.palette.typeDay,
        run: () => focusSoon(".when [role=spinbutton]"),
      },
    ];
    return ranked(asked, [...back, ...hints], ({ name }) => name, 3);
  }
  const commands = [
    {
      id: "as-of",
      name: `${words.when.asOf} ${day(typed.day)}`,
      beside: words.when.asOfHelp,
      run: set({ asOf: typed.day }),
    },
    {
      id: "known-at",
      name: `${words.when.knownAt} ${day(typed.day)}`,
      beside: words.when.knownAtHelp,
      run: set({ knownAt: typed.day }),
    },
  ];
  const chosen = ranked(typed.rest, commands, ({ name, beside }) => `${name} ${beside}`, 2);
  return chosen.length === 0 ? commands : chosen;
}

function entries({ router, queries, situation }: Around): Command[] {
  if (situation === undefined) return [];
  return [...shownEntries(queries, situation).values()].map(({ id, line, kind }) => {
    // The notes on the words (planned, possible, denied) are never left out.
    const [body, notes] = parted(line);
    return {
      id: `entry ${id}`,
      name: body,
      beside: [words.kind[kind], notes.slice(1, -1)].filter((part) => part !== "").join(" · "),
      run: () =>
        void router.navigate({
          to: "/situations/$situation",
          params: { situation },
          search: (before: object) => ({ ...before, entry: id }),
          resetScroll: false,
        }),
    };
  });
}

function found(asked: string, { router }: Around, reports: SearchAnswer["hits"]): Command[] {
  return [
    ...reports.map(({ report }) => ({
      id: `report ${report.id}`,
      name: (report.title ?? words.sources.titleNone).slice(0, 300),
      beside: [report.publisher ?? words.sources.publisherNone, report.notice].filter(Boolean).join(" · "),
      run: () => void router.navigate({ to: "/reports/$report", params: { report: report.id } }),
    })),
    {
      id: "search for",
      name: words.palette.searchFor(asked),
      run: () => void router.navigate({ to: "/search", search: { q: asked } }),
    },
  ];
}

function settings({ help }: Around): Command[] {
  const now = chosenTheme();
  return [
    { id: "keys", name: words.keys.title, keys: "?", run: help },
    ...themes
      .filter((theme) => theme !== now)
      .map((theme) => ({
        id: `theme ${theme}`,
        name: words.palette.theme[theme],
        run: () => chooseTheme(theme),
      })),
    ...languageNames
      .filter(({ id }) => id !== words.language)
      .map(({ id, name }) => ({
        id: `language ${id}`,
        name: `${words.palette.language}: ${name}`,
        run: () => chooseLanguage(id),
      })),
  ];
}

/** Once what is to have the focus is drawn. */
function focusSoon(selector: string, tries = 20): void {
  setTimeout(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) element.focus();
    else if (tries > 0) focusSoon(selector, tries - 1);
  }, 50);
}

function toSection(id: string): void {
  const section = document.getElementById(id);
  if (section === null) return;
  // Its heading has the focus, so that the keyboard and the screen reader go on from there.
  const heading = section.querySelector<HTMLElement>("h2") ?? section;
  heading.tabIndex = -1;
  setTimeout(() => {
    section.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  }, 50);
}

function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
