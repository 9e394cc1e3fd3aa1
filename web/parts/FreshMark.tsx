/** Beside an entry that the reader has just taken in: that it is new, or says something else than before. */
import { useSyncExternalStore } from "react";
import { live } from "../live.ts";
import { words } from "../words.ts";

export function FreshMark({ entry }: { entry: string }) {
  const fresh = useSyncExternalStore(live.subscribe, () => live.get().fresh?.entries.get(entry));
  if (fresh === undefined) return null;
  return (
    <span className="fresh-mark" data-fresh={fresh}>
      {words.live.fresh[fresh]}
    </span>
  );
}
