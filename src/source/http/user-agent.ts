/** How Sitrep names itself to the sites that it asks, with a way to reach who runs it. */

/** "Sitrep/0.1 (+desk@example.org; reads news reports)"; `whole` replaces it. Only what a header may hold. */
export function userAgentOf(whole: string | undefined, contact: string | undefined): string {
  if (whole !== undefined && safe(whole) !== "") return safe(whole);
  const reach = safe(contact ?? "").replace(/[()\\;]/g, "");
  return `Sitrep/0.1 (${reach === "" ? "" : `+${reach}; `}reads news reports)`;
}

const safe = (text: string) =>
  text
    .replace(/[^\x20-\x7e]/g, "")
    .trim()
    .slice(0, 300);
