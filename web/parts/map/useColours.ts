/** The page's colours as the map's painter takes them: worked out, and again when the reader's theme changes. */
import { type RefObject, useEffect, useState } from "react";
import type { Colours } from "./style.ts";

const tokens: Record<keyof Colours, string> = {
  sea: "--paper",
  land: "--sunk",
  rule: "--rule-mid",
  ink: "--ink",
  inkSoft: "--ink-soft",
  marker: "--marker",
};

export function useColours(element: RefObject<HTMLElement | null>): Colours | undefined {
  const [colours, setColours] = useState<Colours>();
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const read = () => setColours(coloursOf(current));
    read();
    const questions = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((one) =>
      window.matchMedia(one),
    );
    for (const question of questions) question.addEventListener("change", read);
    // The reader's own choice stands on the root.
    const chosen = new MutationObserver(read);
    chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      chosen.disconnect();
      for (const question of questions) question.removeEventListener("change", read);
    };
  }, [element]);
  return colours;
}

function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  element.append(probe);
  const found = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return found as unknown as Colours;
}
