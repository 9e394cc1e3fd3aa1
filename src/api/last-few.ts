/** The answers asked for last that take long to work out, by what they are made of; one that fails is worked out anew. */
export class LastFew<T> {
  readonly #most: number;
  /** The last asked for stands last. */
  readonly #answers = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  of(key: string, make: () => Promise<T>): Promise<T> {
    const answer = this.#answers.get(key) ?? make();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#most) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }
}
