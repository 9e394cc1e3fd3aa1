/** What nobody does: forces of nature, illnesses and accidents. Data only. */
export const naturalCauses = `earthquake quake temblor tremor aftershock tsunami hurricane typhoon cyclone storm rainstorm thunderstorm snowstorm sandstorm
  hailstorm blizzard tornado flood flooding floodwater downpour landslide mudslide rockslide avalanche lightning monsoon surge
  wildfire bushfire drought heatwave famine hunger starvation malnutrition frost eruption volcano lava
  disease virus illness sickness infection cholera malaria measles typhoid dengue ebola influenza flu coronavirus covid pneumonia cancer
  epidemic pandemic outbreak disaster catastrophe calamity accident crash collision derailment stampede`;
