/** All rules for sites, in one list. Each has an invented page of its site's make in fixtures/, and is tested on it. */
import type { SiteRule } from "./site-rule.ts";

export const sites: readonly SiteRule[] = [
  {
    // Who translated and adapted a check of facts stands behind a label of his own, and signs it too.
    name: "afp-fact-check",
    hosts: ["faktencheck.afp.com", "factcheck.afp.com", "factuel.afp.com", "factual.afp.com"],
    byline: ".information-item .person-link a",
  },
  {
    // The head names the editor as the author.
    name: "media-indonesia",
    hosts: ["mediaindonesia.com"],
    byline: ".author-2",
  },
  {
    // The text of its rankings stands in slides below an introduction.
    name: "business-insider-slides",
    hosts: ["businessinsider.com"],
    body: "section.slideshow-container",
    keep: "section.slideshow-container, .slideshow-intro-content, #piano-inline-content-wrapper, .slideshow-inner-content, .slideshow-slide-container, .slide-wrapper, .slide, .slide-layout",
    remove: ".slide-image-source",
  },
  {
    // A card that opens over a person's name stands within the sentence, and is hidden by the style sheet.
    name: "the-hill-people",
    hosts: ["thehill.com"],
    remove: ".rollover-people-block",
  },
];
