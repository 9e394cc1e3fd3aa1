/**
 * The line to /api/live. A page out of sight lets go of it and costs nothing; back in sight it goes on where it was.
 * What breaks off is tried again, each time later.
 */
import type { LiveNews, LiveSource, LiveWork } from "../src/api/schema/live.ts";

export interface Heard {
  situation(one: LiveNews): void;
  source(one: LiveSource): void;
  work(one: LiveWork): void;
  reset(): void;
}

const firstPause = 1_000;
const longestPause = 60_000;

export class Connection {
  readonly #heard: Heard;
  #events: EventSource | undefined;
  /** The id of the last event, by which the server knows what is missing. */
  #last: string | undefined;
  #pause = firstPause;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  open(): void {
    document.addEventListener("visibilitychange", this.#look);
    // A page kept by the browser for going back is frozen, its line cut.
    addEventListener("pagehide", this.#leave);
    addEventListener("pageshow", this.#look);
    this.#look();
  }

  readonly #look = (): void => {
    if (document.visibilityState === "hidden") this.#leave();
    else if (this.#events === undefined) this.#connect();
  };

  readonly #leave = (): void => {
    clearTimeout(this.#again);
    this.#events?.close();
    this.#events = undefined;
  };

  #connect(): void {
    this.#leave();
    const after = this.#last === undefined ? "" : `?after=${encodeURIComponent(this.#last)}`;
    const events = new EventSource(`/api/live${after}`);
    this.#events = events;
    const on = <T>(name: string, tell: (of: T) => void) =>
      events.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        this.#last = lastEventId;
        tell(JSON.parse(data) as T);
      });
    on("hello", () => {
      this.#pause = firstPause;
    });
    on<LiveNews>("situation", (one) => this.#heard.situation(one));
    on<LiveSource>("source", (one) => this.#heard.source(one));
    on<LiveWork>("work", (one) => this.#heard.work(one));
    on("reset", () => this.#heard.reset());
    events.onerror = () => {
      // Also while the browser would try by itself: it knows no longer and longer pause.
      this.#leave();
      this.#again = setTimeout(() => this.#look(), this.#pause * (1 + Math.random() / 2));
      this.#pause = Math.min(longestPause, this.#pause * 2);
    };
  }
}
