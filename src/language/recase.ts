/** Text in capitals (old wire copy, headlines) as it would be written otherwise: for tagging only. */

/** Words in lower case but for names and the first word. `capitals` gives the usual form of words with capitals. */
export function recased(forms: readonly string[], capitals: ReadonlyMap<string, string>): string[] {
  return forms.map((form, i) => {
    if (form.length > 40 || !/\p{Lu}/u.test(form)) return form;
    const lower = form.toLowerCase();
    const usual = capitals.get(lower);
    if (usual !== undefined) return usual;
    // initials and abbreviations: U.S., J.
    if (/^(?:\p{Lu}\.)+$/u.test(form)) return form;
    return i === 0 ? form.slice(0, 1) + lower.slice(1) : lower;
  });
}

/** Whether a block is in capitals: at least twelve of them, nine to each small letter. */
export function isShouted(text: string, start: number, end: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) upper++;
    else if (c >= 97 && c <= 122) lower++;
  }
  return upper >= 12 && upper >= 9 * lower;
}
