/** Happenings of nature and epidemics, one class a line: how many days its tolls go on being told, and the words for it. */
export const disasters: readonly (readonly [days: number, words: string])[] = [
  [60, "earthquake quake temblor tremor tsunami"],
  [
    20,
    `hurricane typhoon cyclone storm rainstorm snowstorm blizzard tornado flood flooding floodwater deluge landslide mudslide
    avalanche monsoon`,
  ],
  [20, "wildfire bushfire"],
  [30, "eruption volcano"],
  [30, "heatwave"],
  [120, "famine drought"],
  [120, "epidemic outbreak pandemic"],
];

/** Before the name that a storm is given: "Hurricane Almira". */
export const namedStorms = "hurricane typhoon cyclone storm";

/** What a disaster does to a place, as lemmas. */
export const striking = `hit strike rock shake jolt rattle devastate batter ravage lash pound sweep slam inundate swamp engulf`;
