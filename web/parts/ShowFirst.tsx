/** A long list begins short; what is left of it comes by presses. */
import { type ReactNode, startTransition, useState } from "react";
import { words } from "../words.ts";

export function ShowFirst({
  first,
  count,
  asks,
  children,
}: {
  first: number;
  count: number;
  /** Fetches what is not there yet of so many. */
  asks?: (shown: number) => void;
  /** Is told how many to show. */
  children: (shown: number) => ReactNode;
}) {
  const [more, setMore] = useState(0);
  const shown = Math.min(count, first + more);
  const next = Math.min(count - shown, step);
  return (
    <>
      {children(shown)}
      {shown < count && (
        <button
          type="button"
          className="show-all"
          onClick={() => {
            // The press is shown first; the lines are drawn bit by bit after it.
            startTransition(() => setMore(more + next));
            asks?.(shown + next);
          }}
        >
          {shown + next === count ? words.situation.showAll(count) : words.situation.showMore(next, count)}
        </button>
      )}
    </>
  );
}

/** So many more at a press: a page stays quick to answer, however long a list is. */
const step = 120;
