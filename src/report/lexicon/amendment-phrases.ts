/** How publishers open the notes in which they say what they have changed, by language. Lower case. */
import type { Amendment } from "../../model/report.ts";

const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Labels before a colon, a dash or a bracketed date ("Correction (2 March):"). */
export const amendmentLabels: readonly (readonly [kind: Amendment["kind"], labels: readonly string[]])[] = [
  [
    "correction",
    list(`correction, corrections, corrected, correction notice, correction appended, corrigendum, erratum, errata, korrektur, korrigiert, berichtigung,
      richtigstellung, corrección, fe de errores, fe de erratas, rectificación, rectificatif, correctif, correction du, errata corrige, rettifica, correção,
      errata do texto, rectificatie, correctie, rättelse, rettelse, retting, oikaisu, sprostowanie, düzeltme, исправление, 更正, 訂正, 정정`),
  ],
  [
    "clarification",
    list(
      `clarification, clarifications, klarstellung, aclaración, précision, precisazione, verduidelijking, förtydligande`,
    ),
  ],
  [
    "editors-note",
    list(`editor's note, editors' note, editor’s note, editors’ note, editor's notes, a note to readers, note to readers, anmerkung der redaktion, anm. d. red.,
      hinweis der redaktion, nota del editor, nota de la redacción, nota de redacción, note de la rédaction, ndlr, nota della redazione, nota da redação,
      noot van de redactie, redaktörens kommentar, od redakcji, от редакции, 编者按`),
  ],
];

/** What a note calls the text that it stands on. */
export const ownTexts: readonly string[] = list(
  `article, story, report, piece, post, column, page, headline, version, text, copy, dispatch, item, live blog, blog, picture caption, caption, standfirst, subheading`,
);

/** What was done to it. */
export const amendVerbs: readonly string[] = list(
  `amended, corrected, updated, changed, edited, revised, modified, clarified, republished, withdrawn, retracted, removed, unpublished, altered`,
);

/** Of these the ones that take all of it back, and how a note of that says so in a sentence of its own. */
export const withdrawals: readonly string[] = list(
  `withdrawn, withdraws, withdrew, retracted, retracts, retraction, unpublished, taken down, removed this, has removed, have removed,
  zurückgezogen, retirado, retirada, retira, retracta, retractado, retirée, rétracté, rétractée, ritirato, retratado`,
);

/** Openings of whole notes in other languages than English, whose grammar is not looked into. */
export const amendmentOpenings: readonly (readonly [kind: Amendment["kind"], openings: readonly string[]])[] =
  [
    [
      "correction",
      list(`in einer früheren version, in einer früheren fassung, in einer ersten version, in einer vorherigen version, en una versión anterior, en una primera versión,
      una versión anterior, dans une version précédente, une version antérieure, une première version de cet, in una versione precedente, uma versão anterior,
      in een eerdere versie, i en tidigare version, i en tidligere versjon, i en tidligere version`),
    ],
    [
      "change",
      list(`dieser artikel wurde aktualisiert, dieser text wurde aktualisiert, diese meldung wurde, esta noticia ha sido actualizada, este artículo ha sido, cet article a été,
      questo articolo è stato, este texto foi, dit artikel is, den här artikeln har, artikeln har uppdaterats, denne artikkelen er, denne artikel er`),
    ],
  ];
