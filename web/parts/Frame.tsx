/** What stands on every page: the nameplate, the way to the other pages, and the page between. */
import { Link, Outlet } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { send, sessionAddress } from "../api.ts";
import { chooseLanguage } from "../language.ts";
import { hasSignedIn, rememberSignedIn } from "../session.ts";
import { languageNames, words } from "../words.ts";
import { Live } from "./Live.tsx";
import { PaletteKeys } from "./PaletteKeys.tsx";

export function Frame() {
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="masthead">
        <Link to="/" className="nameplate">
          {words.name}
        </Link>
        <p className="tagline">{words.tagline}</p>
        <nav aria-label={words.nav.main}>
          <Link to="/" activeOptions={{ exact: true }}>
            {words.nav.situations}
          </Link>
          <Link to="/sources">{words.nav.sources}</Link>
          <Link to="/search">{words.nav.search}</Link>
        </nav>
        <PaletteKeys />
        <SignOut />
        <Languages />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Live />
    </>
  );
}

/** Offered to whoever signed in here. */
function SignOut() {
  if (!hasSignedIn()) return null;
  return (
    <Button
      className="language"
      onPress={async () => {
        await send("DELETE", sessionAddress);
        rememberSignedIn(false);
        location.reload();
      }}
    >
      {words.signIn.out}
    </Button>
  );
}

/** The other languages, each by its own name. */
function Languages() {
  return languageNames
    .filter(({ id }) => id !== words.language)
    .map(({ id, name }) => (
      <Button key={id} className="language" lang={id} onPress={() => chooseLanguage(id)}>
        {name}
      </Button>
    ));
}
