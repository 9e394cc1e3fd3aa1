/** Words before the names of a byline, by language: "By", "Von", "作者：". Lower case. */
const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Stand before a name without any mark between. */
export const bylineOpenings: readonly string[] =
  list(`by, written by, story by, words by, text by, reporting by, reported by, report by, posted by, published by,
  analysis by, opinion by, von, geschrieben von, verfasst von, ein gastbeitrag von, por, escrito por, par, écrit par, di, scritto da, a cura di, door,
  av, af, przez, oleh, skrevet av, skrevet af`);

/** Stand before a name with a colon. */
export const bylineLabels: readonly string[] =
  list(`author, authors, autor, autorin, autoren, autores, autora, auteur, auteurs, autore, autori, text, texte, texto, testo, tekst, words,
  reporter, reporters, journalist, penulis, reportase, wartawan, författare, skribent, forfatter, kirjoittaja, szerző, yazar, yazan, автор, текст, tác giả,
  作者, 記者, 记者, 文, 글, 기자`);

/** With a colon, before who edited a text: its names count where no author is named. */
export const editorLabels: readonly string[] = list(
  `editor, edited by, editing by, redakteur, redakteurin, redactor, rédacteur, redaktör, redaktor, redigering, редактор, 责编, 责任编辑, 編集, 편집`,
);
