/** Who reads and who corrects, as this browser remembers it: an id it made for itself once, and a name given once. */

/** Where the browser keeps nothing (a private window may refuse), it is kept for as long as the page is open. */
const kept = new Map<string, string>();

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? kept.get(key);
  } catch {
    return kept.get(key);
  }
}

export function remember(key: string, value: string): void {
  kept.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // It holds until the page is closed.
  }
}

/** By which the server knows since when this browser's reader has looked: 128 random bits, nothing of the person. */
export function readerId(): string {
  const known = recall("sitrep.reader");
  if (known !== undefined) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = `browser-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  remember("sitrep.reader", made);
  return made;
}

export const analyst = {
  name: () => recall("sitrep.analyst") ?? "",
  rename: (name: string) => remember("sitrep.analyst", name),
};

/** Whether keys of a single letter are heard; they can be switched off (WCAG 2.1.4). */
export const singleKeys = {
  on: () => recall("sitrep.keys") !== "off",
  set: (on: boolean) => remember("sitrep.keys", on ? "on" : "off"),
};
