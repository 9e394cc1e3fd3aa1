/** A long list begins short; the whole of it is one press away. */
import { type ReactNode, useState } from "react";
import { words } from "../words.ts";

export function ShowFirst({
  first,
  count,
  asks,
  children,
}: {
  first: number;
  count: number;
  /** Fetches the rest, where it is not there yet. */
  asks?: () => void;
  /** Is told how many to show. */
  children: (shown: number) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? count : first)}
      {!all && count > first && (
        <button
          type="button"
          className="show-all"
          onClick={() => {
            setAll(true);
            asks?.();
          }}
        >
          {words.situation.showAll(count)}
        </button>
      )}
    </>
  );
}
