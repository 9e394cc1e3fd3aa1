/** Light or dark: as the system asks, unless the reader chose. */
import { recall, remember } from "./reader.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "sitrep.theme";

export function chosenTheme(): Theme {
  const kept = recall(key);
  return themes.find((theme) => theme === kept) ?? "system";
}

export function chooseTheme(theme: Theme): void {
  remember(key, theme);
  showTheme();
}

/** tokens.css has what follows from it. */
export function showTheme(): void {
  const theme = chosenTheme();
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
