/** The keys that are heard on every page, and what they open; what they open is fetched when it is first asked for. */
import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { singleKeys } from "../reader.ts";
import { words } from "../words.ts";

const Palette = lazy(() => import("./Palette.tsx"));
const Shortcuts = lazy(() => import("./Shortcuts.tsx"));

const isMac = /mac|iphone|ipad/iu.test(navigator.platform);
const paletteKeys = isMac ? "⌘K" : "Ctrl+K";

/** Heard on every page. */
const pageKeys = [
  { key: paletteKeys, what: words.palette.title },
  { key: "/", what: words.search.title },
  { key: "?", what: words.keys.title },
  { key: "Esc", what: words.keys.close },
];

export function PaletteKeys() {
  const [open, setOpen] = useState<"palette" | "keys">();
  const router = useRouter();
  const close = () => setOpen(undefined);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
        // Over a form that is being filled in, nothing else is opened.
        if (document.querySelector("[role=dialog] form") !== null) return;
        event.preventDefault();
        setOpen((before) => (before === "palette" ? undefined : "palette"));
        return;
      }
      if (event.ctrlKey || event.metaKey || !singleKeys.on()) return;
      if (event.key === "/" && isFree(event.target)) {
        event.preventDefault();
        const field = document.querySelector<HTMLElement>("[role=search] input, search input");
        if (field === null) void router.navigate({ to: "/search" });
        else field.focus();
      }
      // Pages and dialogs with keys of their own tell of them by themselves.
      if (event.key === "?" && isFree(event.target) && !router.state.location.pathname.endsWith("/review"))
        setOpen("keys");
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [router]);
  return (
    <>
      <Button
        className="language palette-open"
        onPress={() => setOpen("palette")}
        aria-keyshortcuts="Control+K Meta+K"
      >
        {words.palette.open} <kbd>{paletteKeys}</kbd>
      </Button>
      <Suspense>
        {open === "palette" && <Palette close={close} help={() => setOpen("keys")} />}
        {open === "keys" && <Shortcuts close={close} keys={pageKeys} hint={words.palette.more} />}
      </Suspense>
    </>
  );
}

/** Nothing is being typed or chosen, and no dialog is open. */
function isFree(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog]") !== null) return false;
  const at = target instanceof Element ? target : undefined;
  return (
    at?.closest(
      "input, textarea, select, [contenteditable], [role=textbox], [role=listbox], [role=menu], [role=spinbutton], [role=slider]",
    ) == null
  );
}
