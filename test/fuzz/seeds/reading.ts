/** Reports in plain text, invented, and what their readers turn on: figures, hedges, denials, speakers, times, quotation marks. */
const strike = `Four boats stopped off Lima Island

By Ana Ruiz

San Lucas, 3 March 2031 (Meridian Press) — The navy stopped four boats off Lima Island before dawn on Sunday, the defence ministry said. At least 12 people were killed and about 30 injured, according to the regional hospital, which had spoken of nine dead on Friday.

"We have not ruled out force," the minister, Elena Marsh, told reporters in San Lucas. "They may strike again within 48 hours." She cited Article 9 of the Harbour Treaty and said that roughly 64 crossings had been counted since September.

The crews deny that they carried fuel. "Nobody fired at us," said a sailor who asked not to be named because he was not authorised to speak. The opposition supports a ban on night sailing; the government has yet to decide.`;
const talks = `The talks in Arlen broke off on Tuesday after two days, officials said, and are due to resume next week. Neither side would say whether prisoners had been exchanged. Between 40 and 60 drivers blocked the border road until noon; police arrested seven of them, including two teenagers.

Ben Okoro, who leads the union, called for a strike from 1 April unless wages rise by 4.5 per cent. The ministry put the cost at $2.3 million. It was not clear who had ordered the closure, which is believed to breach Resolution 118.`;
const briefing = `Q: Has the port been closed?\nA: It has not. It could be closed by Friday.\n\n- Boats searched: 14\n- Crew held: 3 (earlier: 5)\n\n"No," he said. "Not yet." The Herald first reported the search on Thursday.`;

export const readingSeeds = [strike, talks, briefing].map((text) => Buffer.from(text));

export const readingWords = [
  " not ",
  " no ",
  " never ",
  " may ",
  " could ",
  " at least ",
  " about ",
  " up to ",
  " killed ",
  " injured ",
  " said ",
  " denied ",
  " claimed ",
  ", according to ",
  " told ",
  '"',
  "“",
  "”",
  "‘",
  "’",
  "'",
  " (",
  ") ",
  " — ",
  "; ",
  ": ",
  ", ",
  ". ",
  "\n",
  "\n\n",
  "\n- ",
  " 12",
  " 1,000,000",
  " 4.5 per cent",
  " $2.3 million",
  " two dozen",
  " 2031",
  " on Sunday",
  " next week",
  " since September",
  " 31 February",
  " he ",
  " they ",
  " the minister ",
  " Mr. ",
  " U.S. ",
  " Article 9",
  " Resolution 118",
  " unless ",
  " if ",
  " whether ",
  " and ",
  " or ",
  " who ",
  " which ",
  " to ",
  " by ",
  " of the ",
  "\u200b",
  "\u00ad",
  "\u202e",
  "\u0301",
  "\u{1f6a2}",
  "\u00a0",
  "…",
  "<b>",
  "&amp;",
].map((word) => Buffer.from(word).toString("latin1"));
