/** A line marked to be merged with another, anywhere in the situation, for as long as the tab is open. */
import { useSyncExternalStore } from "react";
import type { Entry } from "../src/api/schema/entry.ts";

interface Marked {
  readonly situation: string;
  readonly id: string;
  readonly kind: Entry["kind"];
  readonly line: string;
}

let marked: Marked | undefined;
const listeners = new Set<() => void>();

function mark(to: Marked | undefined): void {
  marked = to;
  for (const listener of listeners) listener();
}

export function useMarked(situation: string) {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => marked,
  );
  const own = now?.situation === situation ? now : undefined;
  return {
    line: own?.line,
    is: ({ id }: Entry) => own?.id === id,
    /** The marked entry, where it is another one of the same kind. */
    other: ({ id, kind }: Entry) =>
      own !== undefined && own.id !== id && own.kind === kind ? own.id : undefined,
    toggle: ({ id, kind, line }: Entry) => mark(own?.id === id ? undefined : { situation, id, kind, line }),
    clear: () => mark(undefined),
  };
}
