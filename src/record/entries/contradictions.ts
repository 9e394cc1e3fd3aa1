/** Which entries cannot both hold: sides of one figure or position, and a happening affirmed and denied. */
import type { FindingOf } from "../../model/finding.ts";
import { isDenied, isGeneral, type Sample, sampleOf } from "../joining/events/denials.ts";
import { events } from "../joining/events/events.ts";
import { actOf } from "../tellings/acts.ts";
import type { Told } from "../tellings/told.ts";
import type { Draft } from "./draft.ts";

/** Positions in the list of drafts. */
export type Contradiction = readonly [number, number];

/** Tellings of an entry that are compared: the first and the latest ones. */
const compared = 6;
/** Entries compared per denial, those that share most words first. */
const candidates = 24;

/** What the entries of one record after another contradict: what was compared for one view is not compared for the next. */
export class Contradictions {
  /** Of drafts, which are the same objects from view to view where nothing has changed. */
  readonly #known = new WeakMap<Draft, Compared>();
  readonly #numbers = new Map<string, number>();

  /** Drafts of one thread stand side by side. */
  among(drafts: readonly Draft[]): Contradiction[] {
    return [...betweenSides(drafts), ...this.#denials(drafts)];
  }

  #denials(drafts: readonly Draft[]): Contradiction[] {
    const denying = [...drafts.keys()].filter((i) => drafts[i]!.denies);
    if (denying.length === 0) return [];
    const denials = denying.map((i) => this.#comparedOf(drafts[i]!));
    const sought = new Set(denials.flatMap((one) => this.#numbered(one.sought)));
    /** By key, where a denial has it: the affirmations that have it as well. */
    const affirmed = new Map<number, number[]>(
      denials.flatMap((one) => this.#keysOf(one)).map((key) => [key, []]),
    );
    const compared: (Compared | undefined)[] = new Array(drafts.length).fill(undefined);
    for (const [i, draft] of drafts.entries()) {
      if (draft.kind !== "event" || draft.denies) continue;
      const one = this.#comparedOf(draft);
      if (!this.#namesOf(one).some((name) => sought.has(name))) continue;
      compared[i] = one;
      for (const key of this.#keysOf(one)) affirmed.get(key)?.push(i);
    }
    return denials.flatMap((denial, n) => {
      const sharing = this.#keysOf(denial).flatMap((key) => affirmed.get(key)!.slice(-candidates));
      return denial.deniedAmong(sharing, compared).map((other): Contradiction => [denying[n]!, other]);
    });
  }

  #comparedOf(draft: Draft): Compared {
    const known = this.#known.get(draft);
    if (known !== undefined) return known;
    const made = new Compared(draft);
    this.#known.set(draft, made);
    return made;
  }

  #namesOf(one: Compared): readonly number[] {
    one.names ??= this.#numbered(one.named);
    return one.names;
  }

  #keysOf(one: Compared): readonly number[] {
    one.keys ??= this.#numbered(one.samples.flatMap(({ traits }) => [...events.keys(traits)]));
    return one.keys;
  }

  /** Numbers of some words, each once. */
  #numbered(words: readonly string[]): number[] {
    return [...new Set(words)].map((word) => {
      const number = this.#numbers.get(word) ?? this.#numbers.size;
      this.#numbers.set(word, number);
      return number;
    });
  }
}

function betweenSides(drafts: readonly Draft[]): Contradiction[] {
  const found: Contradiction[] = [];
  for (let first = 0; first < drafts.length; ) {
    let end = first + 1;
    while (drafts[end]?.thread === drafts[first]!.thread) end++;
    for (let a = first; a < end; a++) for (let b = a + 1; b < end; b++) found.push([a, b]);
    first = end;
  }
  return found;
}

/** An entry of an event, with what it is compared by, as far as somebody asked. */
class Compared {
  readonly #draft: Draft;
  #samples: readonly Sample[] | undefined;
  /** Numbers of its classes and types of act, and of what it has in common with what denies it. */
  names: readonly number[] | undefined;
  keys: readonly number[] | undefined;
  /** Those it was last compared with, and where among them those stand that it denies. */
  #last: { readonly sharing: readonly Compared[]; readonly denied: readonly number[] } | undefined;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get samples(): readonly Sample[] {
    this.#samples ??= this.#told.map(sampleOf);
    return this.#samples;
  }

  /** Classes and types of the acts that it is told by. */
  get named(): string[] {
    return this.#told.flatMap(({ finding: { event } }) => [actOf(event), event.type ?? ""]);
  }

  /** The class of the act that is denied; of a general one its type as well: few are denied, and only those are compared. */
  get sought(): string[] {
    return this.#told.flatMap(({ finding: { event } }) => {
      const act = actOf(event);
      return event.type !== undefined && isGeneral(act) ? [act, event.type] : [act];
    });
  }

  get #told(): readonly Told<FindingOf<"event">>[] {
    const { witnesses } = this.#draft;
    const some = witnesses.length <= compared ? witnesses : [witnesses[0]!, ...witnesses.slice(1 - compared)];
    return some.map(({ told }) => told as Told<FindingOf<"event">>);
  }

  /** Who denied the plan and who called it off agree by now. */
  get #isCalledOff(): boolean {
    return this.#draft.history.at(-1)?.status.stage === "called-off";
  }

  /** Of those that share a key with it, named once for each, the ones that it denies. */
  deniedAmong(sharing: readonly number[], all: readonly (Compared | undefined)[]): number[] {
    const last = this.#last;
    if (last?.sharing.length === sharing.length && sharing.every((i, n) => all[i] === last.sharing[n]))
      return last.denied.map((n) => sharing[n]!);
    const shared = new Map<number, number>();
    for (const i of sharing) shared.set(i, (shared.get(i) ?? 0) + 1);
    const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, candidates);
    const denied = near.map(([i]) => i).filter((i) => !all[i]!.#isCalledOff && this.#denies(all[i]!));
    this.#last = {
      sharing: sharing.map((i) => all[i]!),
      denied: denied.map((i) => sharing.indexOf(i)),
    };
    return denied;
  }

  /** By those compared before: as long as both are what they were. */
  readonly #answers = new WeakMap<Compared, boolean>();

  #denies(other: Compared): boolean {
    const known = this.#answers.get(other);
    if (known !== undefined) return known;
    const denies = isDenied(this.samples, other.samples);
    this.#answers.set(other, denies);
    return denies;
  }
}
