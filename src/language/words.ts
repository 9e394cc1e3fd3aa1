/** The shape of a word form: "Xxx", "XX", "d:dd", runs of one kind cut to three. */
export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    const kind =
      c >= 48 && c <= 57
        ? "d"
        : c < 128
          ? c >= 65 && c <= 90
            ? "X"
            : c >= 97 && c <= 122
              ? "x"
              : form[i]!
          : form[i]!.toLowerCase() !== form[i]
            ? "X"
            : "x";
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 3) shape += kind;
  }
  return shape;
}
