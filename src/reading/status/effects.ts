/** What a word of attitude does to the act below it, as far as it holds itself. */
import type { AttitudeClass, Effect } from "../../language/en/attitudes.ts";
import type { Token } from "../../model/sentence.ts";
import type { Certainty } from "../../model/status.ts";
import { flip, isReal, real, type Standing, spanOf, weaker } from "./standing.ts";

/** The word takes effect as far as it holds itself. */
export function apply(own: Standing, found: AttitudeClass, word: Token, above: Standing): Standing {
  const merged: Standing = {
    ...own,
    carriers: [...above.carriers, spanOf(word), ...own.carriers],
    unrealisedBy: found.unrealises === true ? spanOf(word) : own.unrealisedBy,
    under: [found.name, ...above.under],
    conditional: own.conditional || above.conditional,
  };
  if (found.presupposes === true) {
    // "if the army stopped raids": supposed with the rest
    // "describes how to shell a town": of no shelling
    // "called for an end to the siege": there is one
    const wished = above.under[0] === "want" && found.negated.stage === "under-way";
    if (
      above.conditional ||
      (above.certainty === "unknown" && !wished) ||
      (own.future && own.certainty === "unknown")
    )
      return { ...merged, stage: undefined, certainty: "unknown" };
    // "never stopped shelling": it goes on
    const goesOn =
      above.polarity === "denied" && above.stage === "done" && found.negated.stage === "under-way";
    // "will end the siege", "ran on a promise to end it": it goes on until then; "will investigate the siege": it was one
    const meant =
      wished ||
      above.future ||
      above.certainty === "possible" ||
      (above.stage !== undefined && !real.has(above.stage));
    const until = meant && own.stage === undefined && found.negated.stage === "under-way";
    return { ...merged, stage: goesOn || until ? "under-way" : (own.stage ?? "done") };
  }
  if (found.passesOn === true) return passOn(merged, own, above, found);
  if (above.polarity === undefined) return { ...merged, stage: above.stage, polarity: undefined };
  // "denied having refused to talk": whether they talked is not told
  if (found.unrealises === true && above.polarity === "denied" && above.under[0] === "deny")
    return { ...merged, stage: undefined, certainty: "unknown", unrealisedBy: undefined };
  if (above.polarity === "denied") return withEffect(merged, own, found.negated, above.certainty);
  const hedged = above.certainty === "unknown" || above.certainty === "possible";
  // "was sent to deter looting", "tried to block the inquiry": whether there was any is not told
  if (found.name === "prevent" && (above.future || !isReal(above)) && own.stage === undefined)
    return { ...merged, stage: undefined, certainty: "unknown" };
  // "the search will be called off on Saturday", "asked them to cancel it": the search itself is neither planned nor over
  const open = above.future || hedged || above.under[0] === "want";
  if (
    /^(?:call off|end|postpone)$/.test(found.name) &&
    (open || (found.name === "call off" && !isReal(above)))
  )
    return { ...merged, stage: undefined, certainty: "unknown", future: false };
  if (isReal(above) && !(hedged && above.stage === undefined))
    return withEffect(merged, own, found.holds, above.certainty);
  // Not so far itself: "may authorise strikes" authorises none, "will refuse to strike" has refused nothing.
  const ahead = found.holds.stage !== undefined || found.unrealises === true;
  // "may call for strikes" plans none; who "will ask the court to act" means to ask.
  const asks = own.future && above.stage === "planned" && above.certainty === "asserted";
  const wished = found.name === "want" && !asks;
  const stage = wished ? undefined : ahead ? above.stage : own.stage;
  return withEffect(merged, own, { ...found.holds, stage: stage ?? "none" }, above.certainty);
}

function withEffect(merged: Standing, own: Standing, effect: Effect, certainty: Certainty): Standing {
  const polarity = effect.unpolar ? undefined : effect.flips ? flip(own.polarity) : own.polarity;
  const stage = effect.stage === "none" ? undefined : (effect.stage ?? own.stage);
  return {
    ...merged,
    stage,
    polarity,
    future: effect.stage === undefined && own.future,
    certainty: weaker(weaker(own.certainty, effect.certainty ?? "asserted"), certainty),
  };
}

function passOn(merged: Standing, own: Standing, above: Standing, found: AttitudeClass): Standing {
  const denies = above.polarity === "denied" && found.negated.flips === true;
  return {
    ...merged,
    stage: own.stage === undefined || real.has(own.stage) ? above.stage : own.stage,
    polarity: above.polarity === undefined ? undefined : denies ? flip(own.polarity) : own.polarity,
    certainty: weaker(own.certainty, above.certainty),
    future: above.future,
    conditional: own.conditional || above.conditional,
  };
}

export function spare(own: Standing, found: AttitudeClass, word: Token, above: Standing): Standing {
  const effect = above.polarity === "denied" ? found.negated : found.holds;
  // "I do not consider that it was delayed"
  if (found.name === "discuss" && above.polarity === "denied")
    return {
      ...own,
      polarity: flip(own.polarity),
      certainty: weaker(own.certainty, "probable"),
      carriers: [...above.carriers, spanOf(word), ...own.carriers],
      under: [found.name, ...above.under],
    };
  // "may have said that the army attacked": no surer than the saying.
  const open = above.future || above.certainty === "unknown" || above.certainty === "possible";
  if (effect.certainty === undefined) {
    const certainty = found.name === "say" && open ? weaker(own.certainty, above.certainty) : own.certainty;
    return { ...own, certainty, under: [found.name, ...above.under] };
  }
  return {
    ...own,
    certainty: weaker(own.certainty, effect.certainty),
    carriers: [spanOf(word), ...own.carriers],
    under: [found.name, ...above.under],
  };
}
