/** A long list begins short; the whole of it is one press away. */
import { type ReactNode, useState } from "react";
import { words } from "../words.ts";

export function ShowFirst({
  first,
  count,
  children,
}: {
  first: number;
  count: number;
  /** Is told how many to show. */
  children: (shown: number) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? count : first)}
      {!all && count > first && (
        <button type="button" className="show-all" onClick={() => setAll(true)}>
          {words.situation.showAll(count)}
        </button>
      )}
    </>
  );
}
