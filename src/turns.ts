/** Answers in the order in which they were asked for, of which some are there at once and some come from elsewhere. */
export class Turns<T> {
  readonly #turns: Turn<T>[] = [];
  /** Those that are still to come. */
  #open = 0;

  get open(): number {
    return this.#open;
  }

  get length(): number {
    return this.#turns.length;
  }

  /** Takes an answer that is there. */
  put(answer: T): void {
    this.#turns.push({ answer, coming: undefined });
  }

  /** Takes one that is to come; whoever waits for it is told where it fails. */
  expect(coming: Promise<T>): void {
    const turn: Turn<T> = { answer: undefined, coming };
    this.#turns.push(turn);
    this.#open++;
    const came = (answer?: T) => {
      this.#open--;
      turn.answer = answer;
    };
    coming.then(came, () => came());
  }

  /** The next ones, as far as they are there. */
  *ready(): Generator<T> {
    for (let next = this.#turns[0]; next?.answer !== undefined; next = this.#turns[0]) {
      this.#turns.shift();
      yield next.answer;
    }
  }

  /** The next one, which is waited for. */
  async next(): Promise<T> {
    const { answer, coming } = this.#turns.shift()!;
    return answer ?? (await coming!);
  }
}

interface Turn<T> {
  answer: T | undefined;
  readonly coming: Promise<T> | undefined;
}
