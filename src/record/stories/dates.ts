/** Days, years and weekdays that a text names, as keys: what sets two happenings of one kind apart. */

const months: readonly string[] = [
  "january jan enero janvier januar janeiro gennaio",
  "february feb febrero fevrier februar fevereiro febbraio",
  "march mar marzo mars marz marco",
  "april apr abril avril aprile",
  "may mayo mai maio maggio",
  "june jun junio juin juni junho giugno",
  "july jul julio juillet juli julho luglio",
  "august aug agosto aout",
  "september sep sept septiembre septembre setembro settembre",
  "october oct octubre octobre oktober outubro ottobre",
  "november nov noviembre novembre novembro",
  "december dec diciembre decembre dezember dezembro dicembre",
];
const weekdays: readonly string[] = [
  "monday mon lunes lundi montag segunda-feira lunedi",
  "tuesday tue martes mardi dienstag terca-feira martedi",
  "wednesday wed miercoles mercredi mittwoch quarta-feira mercoledi",
  "thursday thu jueves jeudi donnerstag quinta-feira giovedi",
  "friday fri viernes vendredi freitag sexta-feira venerdi",
  "saturday sat sabado samedi samstag sonnabend sabato",
  "sunday sun domingo dimanche sonntag domenica",
];
const indexOf = (lines: readonly string[]) =>
  new Map(lines.flatMap((line, i) => line.split(" ").map((word) => [word, i] as const)));
const monthOf = indexOf(months);
const weekdayOf = indexOf(weekdays);

/** "w2" for a Wednesday, "y2031" for a year, "d2-14" for 14 March; `folded` is in lower case without accents. */
export function datesIn(folded: string): Set<string> {
  const found = new Set<string>();
  const words = folded.match(/[\p{L}]+(?:-feira)?|\d+/gu) ?? [];
  for (const [i, word] of words.entries()) {
    const weekday = weekdayOf.get(word);
    if (weekday !== undefined && word.length > 3) found.add(`w${weekday}`);
    if (/^(?:19|20)\d\d$/u.test(word)) found.add(`y${word}`);
    const month = monthOf.get(word);
    if (month === undefined) continue;
    const before = words[i - 1] === "de" ? words[i - 2] : words[i - 1];
    const date = [before, words[i + 1]].find(isDay);
    if (date !== undefined) found.add(`d${month}-${Number(date)}`);
  }
  return found;
}

function isDay(word: string | undefined): boolean {
  return word !== undefined && /^\d{1,2}$/u.test(word) && Number(word) >= 1 && Number(word) <= 31;
}

/** Day, year or weekday: what can agree or disagree. */
export function kindOf(date: string): string {
  return date[0]!;
}
