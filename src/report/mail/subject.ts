/** What a subject is beside the marks of passing on and answering. */
import { forwardSubjects, replySubjects } from "../lexicon/mail-phrases.ts";

const marks = new RegExp(
  `^(${[...forwardSubjects, ...replySubjects].join("|")})(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\))?\\s?[:：]\\s{0,5}`,
  "iu",
);
const forwards: ReadonlySet<string> = new Set(forwardSubjects);

export interface Subject {
  readonly title: string;
  readonly isForward: boolean;
  readonly isReply: boolean;
}

/** "Fwd: Re: [ferries] Boats stay" is "Boats stay", passed on and answered before. */
export function subjectOf(subject: string): Subject {
  let title = subject.trim();
  let isForward = false;
  let isReply = false;
  for (let count = 0; count < 20; count++) {
    const mark = marks.exec(title);
    const label = mark === null ? /^\[[^\]]{1,40}\]\s{1,5}(?=\S)/.exec(title) : null;
    // A list's label is cut; a label that is all the subject is not.
    const end = mark?.[0].length ?? label?.[0].length;
    if (end === undefined) break;
    if (mark !== null) {
      // The outermost mark says what this message is.
      const forward = forwards.has(mark[1]!.toLowerCase());
      if (!isForward && !isReply) [isForward, isReply] = [forward, !forward];
    }
    title = title.slice(end);
  }
  return { title: title.trim(), isForward, isReply };
}
