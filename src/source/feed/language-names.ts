/** Languages by their English names, as the platform's own data has them ("Spanish": es). */

let codes: ReadonlyMap<string, string> | undefined;

/** BCP 47; undefined for a name that is none. */
export function languageNamed(name: string): string | undefined {
  codes ??= table();
  return codes.get(name.trim().toLowerCase());
}

function table(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const found = new Map<string, string>();
  for (const a of letters) {
    for (const b of letters) {
      const code = a + b;
      const name = names.of(code)?.toLowerCase();
      // Of old and new codes (iw, he) the one that the platform itself would write.
      if (name !== undefined && Intl.getCanonicalLocales(code)[0] === code) found.set(name, code);
    }
  }
  return found;
}
