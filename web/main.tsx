/** Starts the app: the reader's language first, then what is drawn with its words. */
import "./trusted.ts";
import "./style/tokens.css";
import "./style/base.css";
import "./style/page.css";
import "./style/situation.css";
import "./style/time.css";
import "./style/lines.css";
import "./style/timeline.css";
import "./style/figures.css";
import "./style/record.css";
import "./style/evidence.css";
import "./style/review.css";
import "./style/scope.css";
import "./style/search.css";
import "./style/live.css";
import "./style/palette.css";
import "./style/print.css";
import { askEarly } from "./early.ts";
import { chosenLanguage } from "./language.ts";
import { showTheme } from "./theme.ts";
import { speak, words } from "./words.ts";

async function start(): Promise<void> {
  const language = chosenLanguage();
  askEarly(language);
  showTheme();
  await speak(language);
  document.documentElement.lang = words.language;
  await import("./app.tsx");
}

// No await at the top: the app's file imports this one's, and would wait for it for ever.
void start();
