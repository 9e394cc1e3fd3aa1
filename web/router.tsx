/** The addresses of the app. All that a page shows can be told from its address. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import type { Scope } from "../src/api/schema/scopes.ts";
import {
  correctionsQuery,
  followedQuery,
  linesQuery,
  recordQuery,
  reportQuery,
  searchQuery,
  situationQuery,
  situationsQuery,
} from "./api.ts";
import { loadWhen, SituationPage } from "./pages/SituationPage.tsx";
import { SituationsPage } from "./pages/SituationsPage.tsx";
import { Frame } from "./parts/Frame.tsx";
import { Failed, Loading, Missing } from "./parts/states.tsx";
import { type Asked, type FollowedAsked, isAsked } from "./search.ts";

interface Context {
  queries: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({
  component: Frame,
  notFoundComponent: () => <Missing />,
});

const situationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: SituationsPage,
  loader: ({ context }) => void context.queries.prefetchQuery(situationsQuery()),
});

interface SituationSearch {
  asOf?: string;
  knownAt?: string;
  /** The entry whose evidence is open. */
  entry?: string;
  /** The report to show first within it. */
  in?: string;
  /** The place whose lines are open, by its id; "none" for the lines without one. */
  place?: string;
  /** What the timeline is narrowed by. */
  stage?: string;
  act?: string;
  who?: string;
  where?: string;
}

const situationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/situations/$situation",
  component: SituationPage,
  validateSearch: (search: Record<string, unknown>): SituationSearch => ({
    ...text("asOf", search, isDay),
    ...text("knownAt", search, (value) => isDay(value) || isInstant(value)),
    ...text("entry", search),
    ...text("in", search),
    ...text("place", search),
    ...text("stage", search),
    ...text("act", search),
    ...text("who", search),
    ...text("where", search),
  }),
  loaderDeps: ({ search: { asOf, knownAt } }) => ({ asOf, knownAt }),
  loader: ({ context: { queries }, params: { situation }, deps }) => {
    void loadWhen();
    void queries.prefetchQuery(situationQuery(situation, deps));
    void queries.prefetchQuery(linesQuery(situation, deps));
  },
});

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/situations/$situation/review",
  component: lazyRouteComponent(() => import("./pages/ReviewPage.tsx"), "ReviewPage"),
  validateSearch: (search: Record<string, unknown>): { show?: string; kind?: string } => ({
    ...text("show", search, (value) => /^[a-z]+(,[a-z]+)*$/u.test(value)),
    ...text("kind", search, (value) => /^[a-z-]+$/u.test(value)),
  }),
  loader: ({ context: { queries }, params: { situation } }) => {
    void queries.prefetchQuery(situationQuery(situation, {}));
    void queries.prefetchQuery(recordQuery(situation, {}));
    void queries.prefetchQuery(correctionsQuery(situation));
  },
});

const scopeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/situations/$situation/scope",
  component: lazyRouteComponent(() => import("./pages/ScopePage.tsx"), "ScopePage"),
  // What it holds is looked at by the page.
  validateSearch: ({ try: tried }: Record<string, unknown>): { try?: Scope } =>
    typeof tried === "object" && tried !== null ? { try: tried } : {},
  loader: ({ context: { queries }, params: { situation } }) => {
    void queries.prefetchQuery(situationQuery(situation, {}));
  },
});

interface ReportSearch {
  /** The sentence to mark, as offsets: "812-931". */
  at?: string;
  /** Kinds of annotations to show, comma between. */
  show?: string;
}

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/$report",
  component: lazyRouteComponent(() => import("./pages/ReportPage.tsx"), "ReportPage"),
  validateSearch: (search: Record<string, unknown>): ReportSearch => ({
    ...text("at", search, (value) => /^\d{1,9}-\d{1,9}$/u.test(value)),
    ...text("show", search),
  }),
  loader: ({ context, params: { report } }) => void context.queries.prefetchQuery(reportQuery(report)),
});

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/search",
  component: lazyRouteComponent(() => import("./pages/SearchPage.tsx"), "SearchPage"),
  validateSearch: (search: Record<string, unknown>): Asked => ({
    ...text("q", search),
    ...text("situation", search),
    ...text("publisher", search),
    ...text("language", search),
    ...text("from", search, isDay),
    ...text("to", search, isDay),
    ...text("kind", search),
    ...text("status", search),
    ...text("order", search, (value) => value === "date"),
    ...(Number.isInteger(search.page) && Number(search.page) > 1 ? { page: Number(search.page) } : {}),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queries.prefetchQuery(situationsQuery());
    if (isAsked(deps)) void context.queries.prefetchQuery(searchQuery(deps));
  },
});

const followedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sources",
  component: lazyRouteComponent(() => import("./pages/FollowedPage.tsx"), "FollowedPage"),
  validateSearch: (search: Record<string, unknown>): FollowedAsked => ({
    ...text("q", search),
    ...text("situation", search),
    ...text("state", search),
    ...text("order", search),
    ...(Number.isInteger(search.page) && Number(search.page) > 1 ? { page: Number(search.page) } : {}),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps }) => {
    void queries.prefetchQuery(followedQuery(deps));
    void queries.prefetchQuery(situationsQuery());
  },
});

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      situationsRoute,
      situationRoute,
      reviewRoute,
      scopeRoute,
      reportRoute,
      followedRoute,
      searchRoute,
    ]),
    context: { queries },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
    defaultNotFoundComponent: () => <Missing />,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

/** A search parameter as text, or none; numbers come from addresses that read like one ("?q=2031"). */
function text<K extends string>(
  key: K,
  search: Record<string, unknown>,
  valid: (value: string) => boolean = (value) => value !== "",
): { [P in K]?: string } {
  const value = search[key];
  const words = typeof value === "number" ? String(value) : value;
  return typeof words === "string" && valid(words) ? ({ [key]: words } as { [P in K]?: string }) : {};
}

/** A time that something was fetched at: what is known has finer steps than days. */
function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u.test(value) && !Number.isNaN(Date.parse(value))
  );
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}
