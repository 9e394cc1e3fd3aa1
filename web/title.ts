/** The title of the browser's tab. */
import { useEffect } from "react";
import { words } from "./words.ts";

export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? words.name : words.pageTitle(title);
  }, [title]);
}
