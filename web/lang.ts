/** Words cut from a report are in the report's language: that of the page is English or Spanish (WCAG 3.1.2). */
import { words } from "./words.ts";

/** The attribute for an element that holds such words; none where the page's own language holds or none is known. */
export function langOf(language: string | undefined): { lang?: string } {
  return language === undefined || language === words.language ? {} : { lang: language };
}
