/** Keys and what they do, for whoever lists them. Words are those of the language in use when they are asked for. */
import { type Action, actionKeys } from "./correct.ts";
import type { Shortcut } from "./parts/Shortcuts.tsx";
import * as area from "./words/analyst.ts";
import { words } from "./words.ts";

/** On an entry: in the drawer of its evidence, and in the review. */
export function entryShortcuts(): Shortcut[] {
  return [
    ...Object.entries(actionKeys).map(([action, key]) => ({
      key,
      what: area.correct.title[action as Action],
    })),
    { key: "v", what: words.keys.mark },
    { key: "u", what: words.keys.undo },
    { key: "?", what: words.keys.title },
    { key: "Esc", what: words.keys.close },
  ];
}

/** In the review, with those on an entry. */
export function reviewShortcuts(): Shortcut[] {
  return [
    { key: "j", what: words.keys.next },
    { key: "k", what: words.keys.previous },
    { key: "a", what: words.keys.accept },
    { key: "d", what: words.keys.decline },
    { key: "o", what: words.keys.open },
    ...entryShortcuts(),
  ];
}
