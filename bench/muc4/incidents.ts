/** Sentences of a message that tell of one incident, gathered: what a template is made of. */
import type { Judged } from "./judge.ts";
import type { Message } from "./message.ts";
import type { Models } from "./models.ts";
import type { Facts } from "./phrases.ts";
import { incidentTypes } from "./sets.ts";
import { probabilities } from "./softmax.ts";

export interface Incident {
  readonly type: string;
  /** In text order. */
  readonly sentences: readonly number[];
  /** By type: how likely its sentences tell of it, summed. */
  readonly chances: readonly number[];
}

export const limits = { sentence: 0.3, same: 0.5 };

/** From left to right: a sentence joins the incident that it fits best, or begins one. */
export function incidentsOf(
  models: Pick<Models, "pair">,
  message: Message,
  facts: Facts,
  judgement: Judged,
): Incident[] {
  const groups: number[][] = [];
  const parts = partsOf(message, facts, judgement);
  judgement.sentences.forEach((chances, s) => {
    if (1 - chances[0]! < limits.sentence) return;
    let best: number[] | undefined;
    let most = limits.same;
    for (const group of groups) {
      const near = group.slice(-3);
      let sum = 0;
      for (const other of near)
        sum += probabilities(models.pair, pairMarks(facts, judgement, parts, other, s))[1]!;
      if (sum / near.length > most) {
        most = sum / near.length;
        best = group;
      }
    }
    if (best === undefined) groups.push([s]);
    else best.push(s);
  });
  return groups.map((sentences) => {
    const chances = incidentTypes.map((_, k) =>
      sentences.reduce((sum, s) => sum + judgement.sentences[s]![k + 1]!, 0),
    );
    const top = chances.indexOf(Math.max(...chances));
    return { type: incidentTypes[top]!, sentences, chances };
  });
}

interface Parts {
  readonly actors: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly kind: string;
}

export function partsOf(message: Message, facts: Facts, judgement: Judged): Parts[] {
  const parts = facts.sentences.map((sentence, s) => {
    const chances = judgement.sentences[s]!;
    const kind = incidentTypes[chances.slice(1).indexOf(Math.max(...chances.slice(1)))]!;
    return {
      actors: new Set<string>(),
      heads: new Set<string>(),
      places: new Set(sentence.places.map(({ start, end }) => message.text.slice(start, end))),
      days: new Set(
        sentence.times.flatMap(({ time }) => {
          const day = /^\d{4}-\d{2}-\d{2}/.exec(time.value)?.[0];
          return day === undefined ? [] : [day];
        }),
      ),
      kind,
    };
  });
  facts.phrases.forEach((phrase, i) => {
    if (1 - judgement.phrases[i]![0]! < 0.3) return;
    const part = parts[phrase.sentence]!;
    if (phrase.actor !== undefined) part.actors.add(phrase.actor);
    part.heads.add(phrase.lemma);
  });
  return parts;
}

/** What speaks for two sentences telling of one incident; `i` comes first. */
export function pairMarks(
  facts: Facts,
  judgement: Judged,
  parts: readonly Parts[],
  i: number,
  j: number,
): string[] {
  const [a, b] = [parts[i]!, parts[j]!];
  const [first, second] = [facts.sentences[i]!, facts.sentences[j]!];
  const marks: string[] = [];
  const distance = j - i;
  marks.push(`far=${distance > 6 ? "7" : distance > 3 ? "4" : distance}`);
  const blocks = second.block - first.block;
  marks.push(`blocks=${blocks > 3 ? "4" : blocks}`);
  marks.push(a.kind === b.kind ? "kind" : "kinds", `kinds=${a.kind}&${b.kind}`);
  const shared = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].some((one) => y.has(one));
  const compare = (name: string, x: ReadonlySet<string>, y: ReadonlySet<string>) => {
    if (x.size === 0 || y.size === 0) marks.push(`${name}:${x.size === 0 ? 0 : 1}${y.size === 0 ? 0 : 1}`);
    else marks.push(`${name}:${shared(x, y) ? "same" : "apart"}`);
  };
  compare("actors", a.actors, b.actors);
  compare("heads", a.heads, b.heads);
  compare("places", a.places, b.places);
  compare("days", a.days, b.days);
  const chance = 1 - judgement.sentences[j]![0]!;
  marks.push(`sure=${Math.floor(chance * 5)}`, `sure1=${Math.floor((1 - judgement.sentences[i]![0]!) * 5)}`);
  const linking =
    /^w=(meanwhile|also|another|addition|moreover|other|separately|later|elsewhere|simultaneously|similarly|same|recently|furthermore|report|earlier|yesterday|today|morning|night|second|third)$/;
  for (const one of second.features)
    if (linking.test(one)) marks.push(`b:${one}`, `b:${one}&blocks=${blocks === 0 ? 0 : 1}`);
  const acts = (x: typeof first) => new Set(x.acts.map((act) => act.type));
  compare("acts", acts(first), acts(second));
  return marks;
}
