/** Loading, empty and failed: designed like the rest, and never in its way. */
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { ApiError } from "../api.ts";
import { words } from "../words.ts";

/** Lines where text will stand, so that nothing jumps when it does. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="unseen">{words.state.loading}</span>
      {widths.slice(0, lines).map((width) => (
        <div key={width} className="loading-line" data-width={width} aria-hidden="true" />
      ))}
    </div>
  );
}

const widths = ["a", "b", "c", "d", "e", "f"];

const SignIn = lazy(() => import("./SignIn.tsx"));

export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const detail =
    error instanceof ApiError
      ? (error.problem.detail ?? error.problem.title)
      : error instanceof TypeError
        ? words.state.offline
        : error instanceof Error
          ? error.message
          : String(error);
  if (error instanceof ApiError && error.problem.status === 401)
    return (
      <Suspense fallback={<Loading />}>
        <SignIn />
      </Suspense>
    );
  if (error instanceof ApiError && error.problem.status === 404) return <Missing detail={detail} />;
  return (
    <div className="notice-page" role="alert">
      <h1>{words.state.failed}</h1>
      <p>{detail}</p>
      {retry && (
        <button type="button" onClick={retry}>
          {words.state.retry}
        </button>
      )}
    </div>
  );
}

export function Missing({ detail }: { detail?: string }) {
  return (
    <div className="notice-page">
      <h1>{words.state.notFound}</h1>
      <p>{typeof detail === "string" ? detail : words.state.notFoundHow}</p>
      <p>
        <Link to="/">{words.state.home}</Link>
      </p>
    </div>
  );
}

export function Nothing({ children }: { children: ReactNode }) {
  return <p className="nothing">{children}</p>;
}
